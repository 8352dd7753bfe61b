"""What is shown when something is wrong: a page in the language of the address, and JSON to callers of the API."""

from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from fleksjob_site.serving.middleware import API

_TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that can't be read, or holds more than this site takes."""
    status = getattr(exception, "status", None)
    if isinstance(exception, _TOO_MUCH):
        status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    if status:
        heading, text = _("That was too much at once"), _("Send less, or start from the front page.")
        return _error(request, status, heading, text)
    heading, text = _("The page could not understand that"), _("Go back and try again, or start from the front page.")
    return _error(request, HTTPStatus.BAD_REQUEST, heading, text)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    heading, text = _("You can't see this page"), _("Start again from the front page.")
    return _error(request, HTTPStatus.FORBIDDEN, heading, text)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    heading = _("We can't find that page")
    text = _("The address may be mistyped, or the page may have moved. Start from the front page.")
    return _error(request, HTTPStatus.NOT_FOUND, heading, text)


def method_not_allowed(request: HttpRequest) -> HttpResponse:
    """A page asked for in a way it does not have, such as sending something to a page without a form."""
    heading, text = (
        _("The page can't be used that way"),
        _("Open it as an ordinary page, or start from the front page."),
    )
    return _error(request, HTTPStatus.METHOD_NOT_ALLOWED, heading, text)


def busy(request: HttpRequest) -> HttpResponse:
    """A letter asked for while as many are being made as this node makes at a time."""
    heading = _("Many letters are being made right now")
    text = _("Go back and try again in a few seconds. Your answers are still in your browser.")
    response = _error(request, HTTPStatus.SERVICE_UNAVAILABLE, heading, text)
    response.headers["Retry-After"] = "5"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of our own; its number stands in the log line too."""
    heading = _("Something went wrong on our side")
    text = _("Nothing you did caused it. Your answers are still in your browser. Try again in a moment.")
    try:
        return _error(request, HTTPStatus.INTERNAL_SERVER_ERROR, heading, text, getattr(request, "id", ""))
    except Exception:
        # Where no page can be made, there are still words.
        return HttpResponse(f"{heading}. {text}", content_type="text/plain; charset=utf-8", status=500)


def _error(request: HttpRequest, status: HTTPStatus, heading: str, text: str, number: str = "") -> HttpResponse:
    if request.path_info.startswith(API):
        return JsonResponse({"errors": [{"field": "", "message": f"{heading}. {text}", "allowed": ""}]}, status=status)
    context = {"heading": heading, "text": text, "number": number}
    response = render(request, "pages/error.html", context, status=status)
    # The view may have read the session before it refused, and then the cookie comes along.
    add_never_cache_headers(response)
    return response
