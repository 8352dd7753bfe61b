"""Limits on request size and methods. Anything outside them gets an error page."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, QueryDict, UnreadablePostError

from fleksjob_site.serving.errors import method_not_allowed
from fleksjob_site.serving.middleware import API

MAX_URL_LENGTH = 6100
"""Characters of path and query; the longest URL here has about 120, but a shared link may arrive as a path."""
MAX_HEADER_CHARACTERS = 32 * 1024
"""Characters of all headers; a browser sends 1,000 to 2,000, plus at most 17,000 of our cookies."""
# A null character, and what invalid UTF-8 is decoded to. Nobody types either of them.
_NOT_TEXT = ("\0", "\ufffd")


class UrlTooLong(BadRequest):
    """Path and query are longer than any URL of this site."""

    status = HTTPStatus.REQUEST_URI_TOO_LONG


class HeadersTooLong(BadRequest):
    """The headers are longer than any browser sends."""

    status = HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE


def within_limits(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Reject what is too large before anything reads it, and turn a bare 405 into an error page."""

    def middleware(request: HttpRequest) -> HttpResponse:
        _check_head(request)
        if request.method == "POST" and not request.path_info.startswith(API):
            _check_form(request)
        response = get_response(request)
        # Static files are streamed and need no error page.
        refused = response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.streaming
        return _with_error_page(request, response) if refused else response

    return middleware


def _check_head(request: HttpRequest) -> None:
    query = request.META.get("QUERY_STRING", "")
    if len(request.path_info) + len(query) > MAX_URL_LENGTH:
        # The error page reads the query, which must therefore be readable.
        request.GET = QueryDict()
        raise UrlTooLong
    if sum(len(value) for name, value in request.META.items() if name.startswith("HTTP_")) > MAX_HEADER_CHARACTERS:
        raise HeadersTooLong
    if query:
        try:
            request.GET  # noqa: B018  # parsed here, so that it fails here
        except TooManyFieldsSent:
            request.GET = QueryDict()
            raise


def _check_form(request: HttpRequest) -> None:
    """Parse the form here, once its size is known. The size includes files, which Django counts separately."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        raise RequestDataTooBig
    try:
        typed = request.POST.lists()
    except UnreadablePostError as gone:
        raise BadRequest from gone
    for name, values in typed:
        if any(mark in text for mark in _NOT_TEXT for text in (name, *values)):
            raise BadRequest


def _with_error_page(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    allowed = response.headers.get("Allow", "")
    if request.method == "OPTIONS":
        return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"Allow": f"{allowed}, OPTIONS"})
    page = method_not_allowed(request, allowed)
    # Keep the view's response, which has the Allow header and has been logged; replace only its content.
    response.content = page.content
    response.headers["Content-Type"] = page.headers["Content-Type"]
    response.headers["Content-Length"] = str(len(page.content))
    return response
