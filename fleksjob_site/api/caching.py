"""Responses that are the same for everybody: with an ETag, and fresh for an hour."""

import hashlib
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control

from fleksjob_site.serving.public_pages import FRESH_SECONDS


def cacheable(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let callers and proxies keep a response, and answer 304 to those who have it."""

    @wraps(view)
    def cached_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code != HTTPStatus.OK:
            return response
        etag = f'"{hashlib.sha256(response.content).hexdigest()[:24]}"'
        response.headers["ETag"] = etag
        patch_cache_control(response, public=True, max_age=FRESH_SECONDS)
        return get_conditional_response(request, etag=etag, response=response) or response

    return cached_view
