"""Error responses: a page in the language of the URL, and JSON for the API."""

from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from fleksjob_site.serving.api import limits, refused
from fleksjob_site.serving.middleware import API
from fleksjob_site.serving.security import NEVER_STORED

_TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A malformed request, or one that exceeds the limits."""
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


def method_not_allowed(request: HttpRequest, methods: str) -> HttpResponse:
    """An HTTP method that the page does not support, such as POST to a page without a form."""
    if request.path_info.startswith(API):
        values = methods.split(", ")
        return refused(HTTPStatus.METHOD_NOT_ALLOWED, allowed=methods, limits=limits(values=values))
    heading, text = (
        _("The page can't be used that way"),
        _("Open it as an ordinary page, or start from the front page."),
    )
    return _error(request, HTTPStatus.METHOD_NOT_ALLOWED, heading, text)


def busy(request: HttpRequest) -> HttpResponse:
    """A letter requested while the worker is already making as many as it can."""
    heading = _("Many letters are being made right now")
    text = _("Go back and try again in a few seconds. Your answers are still in your browser.")
    response = _error(request, HTTPStatus.SERVICE_UNAVAILABLE, heading, text)
    response.headers["Retry-After"] = "5"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """A server error; the request id that it shows is also in the log."""
    heading = _("Something went wrong on our side")
    text = _("Nothing you did caused it. Your answers are still in your browser. Try again in a moment.")
    try:
        return _error(request, HTTPStatus.INTERNAL_SERVER_ERROR, heading, text, getattr(request, "id", ""))
    except Exception:
        # Plain text, if not even the error page can be rendered.
        return HttpResponse(f"{heading}. {text}", content_type="text/plain; charset=utf-8", status=500)


def _error(request: HttpRequest, status: HTTPStatus, heading: str, text: str, request_id: str = "") -> HttpResponse:
    if request.path_info.startswith(API):
        return refused(status)
    missing = status == HTTPStatus.NOT_FOUND
    context = {"heading": heading, "text": text, "request_id": request_id, "offers_search": missing}
    response = render(request, "pages/error.html", context, status=status)
    # The view may have used the session before it failed, so the response may set cookies.
    response.headers["Cache-Control"] = NEVER_STORED
    return response
