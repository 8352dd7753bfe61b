"""Which language answers: the address decides for pages, the Accept-Language header for the API."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

API = "/api/"


class LanguageMiddleware(LocaleMiddleware):
    """Django's own, which with an unprefixed Danish would answer the API in Danish always."""

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
        # Django would let every page without a prefix vary on a header that its language never follows.
        response.headers.setdefault("Content-Language", translation.get_language())
        return response
