"""The language of a response: decided by the URL for pages, by the Accept-Language header for the API."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

API = "/api/"
API_LETTER = "/api/v1/letter"


def is_letter(path: str) -> bool:
    """Whether a letter is asked for, which takes longer than any page."""
    return path.endswith(".pdf") or path == API_LETTER


class LanguageMiddleware(LocaleMiddleware):
    """Django's middleware would always use Danish for the API, since Danish URLs have no prefix."""

    def process_request(self, request: HttpRequest) -> None:
        if request.path_info.startswith(API):
            translation.activate(translation.get_language_from_request(request))
            request.LANGUAGE_CODE = translation.get_language()
        else:
            super().process_request(request)

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.path_info.startswith(API):
            return super().process_response(request, response)
        if request.path_info.startswith(settings.STATIC_URL):
            return response
        # Django would set Vary: Accept-Language on every page without a prefix, whose language never depends on it.
        response.headers.setdefault("Content-Language", translation.get_language())
        return response
