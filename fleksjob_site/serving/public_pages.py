"""Public pages, the same for everybody: rendered once for each URL and day, cacheable, and without a session."""

import hashlib
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from brotli import compress, decompress
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.request import split_domain_port
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from fleksjob_site.serving.compression import accepts
from fleksjob_site.serving.security import sessionless

View = Callable[..., HttpResponse]

CACHE_SECONDS = 24 * 60 * 60

FRESH_SECONDS = 60 * 60
"""How long a browser or a proxy may reuse a page without revalidating it."""


def public_page(view: View) -> View:
    """Cache a view's page, with an ETag; the view gets no query and must not read the session."""

    @sessionless
    @require_safe
    @wraps(view)
    def cached(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        # What is rendered for one visitor is shown to all.
        request.GET = QueryDict()
        request.META["HTTP_HOST"] = host = _host(request)
        key = f"public:{localdate()}:{request.scheme}:{host}:{request.path}"
        rendered = cache.get(key)
        if rendered is None:
            rendered = _rendered(view(request, *args, **kwargs))
            cache.set(key, rendered, timeout=CACHE_SECONDS)
        compressed, content_type, digest = rendered
        # The page holds nobody's answers, so compression can't leak any.
        brotli = accepts(request, "br")
        etag = f'"{digest}-br"' if brotli else f'"{digest}"'
        content = compressed if brotli else decompress(compressed)
        response = HttpResponse(content, content_type=content_type, headers={"ETag": etag})
        if brotli:
            response.headers["Content-Encoding"] = "br"
        patch_vary_headers(response, ["Accept-Encoding"])
        patch_cache_control(response, public=True, max_age=FRESH_SECONDS)
        return get_conditional_response(request, etag=etag, response=response) or response

    return cached


def _host(request: HttpRequest) -> str:
    """The allowed host that the request names, with the port of this server if it names that.

    Other ports are left out: anybody can name any, and each would be cached as a page of its own.
    """
    host, port = split_domain_port(request.get_host())
    return f"{host}:{port}" if port and port == request.META.get("SERVER_PORT") else host


def _rendered(response: HttpResponse) -> tuple[bytes, str, str]:
    """The page compressed, as nearly every browser asks for it, its content type, and its digest."""
    # Status and other headers are not cached, so the view must return a plain page.
    assert response.status_code == HTTPStatus.OK
    digest = hashlib.sha256(response.content).hexdigest()[:24]
    # The last step of quality, 11, makes 2 % less and takes three times as long, at each start and each midnight.
    return compress(response.content, quality=10), response.headers["Content-Type"], digest
