"""Response headers, and a CSRF check that leaves pages without forms free of the session."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware

from fleksjob_site.serving.middleware import API

V = TypeVar("V", bound=Callable[..., HttpResponse])

# Browser features that the site does not use.
_UNUSED = (
    "accelerometer", "autoplay", "camera", "clipboard-read", "compute-pressure",
    "display-capture", "encrypted-media", "fullscreen", "gamepad", "geolocation", "gyroscope", "hid",
    "identity-credentials-get", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment",
    "picture-in-picture", "publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock", "serial",
    "storage-access", "usb", "window-management", "xr-spatial-tracking",
)  # fmt: skip


def content_policy(*, framed_by: str = "'none'", frames: str = "'none'") -> str:
    """The content security policy: who may show the page in a frame, and which frames it may show itself."""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        f"form-action 'self'; base-uri 'none'; frame-src {frames}; frame-ancestors {framed_by}"
    )


HEADERS = {
    "Content-Security-Policy": content_policy(),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # "no-referrer" would make form posts carry "Origin: null", which Django refuses.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # The button that copies a link writes into the clipboard.
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED) + ", clipboard-write=(self)",
}

_SUPPORTED_METHODS = {"GET", "HEAD", "OPTIONS", "POST"}


def response_headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give every response the headers above, static files too; a view may set its own first."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        view = getattr(request.resolver_match, "func", None)
        headers = _headers_in_a_frame() if getattr(view, "embeddable", False) else HEADERS
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        return response

    return middleware


def _headers_in_a_frame() -> dict[str, str]:
    """The same without X-Frame-Options, which can name no sites, and with those that may frame the page.

    This site may too, for the preview, but only where others may: without EMBED_HOSTS there are no frames at all.
    """
    sites = " ".join(["'self'", *settings.EMBED_HOSTS]) if settings.EMBED_HOSTS else "'none'"
    kept = {name: value for name, value in HEADERS.items() if name != "X-Frame-Options"}
    return kept | {"Content-Security-Policy": content_policy(framed_by=sites)}


NEVER_STORED = "private, no-store"
"""For what no cache may keep. Django's `never_cache` says it in six ways, one of them with a date to work out."""


def never_stored(view: V) -> V:
    """Mark a view whose responses no cache may keep."""

    @wraps(view)
    def respond(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = NEVER_STORED
        return response

    return cast(V, respond)


def embeddable(view: V) -> V:
    """Mark a view that other websites may show in a frame. It holds no session, so nobody can be tricked by a click."""
    view.embeddable = True  # type: ignore[attr-defined]
    return sessionless(view)


def sessionless(view: V) -> V:
    """Mark a view that reads no session, sets no cookie and does not vary on one."""
    # Functions accept attributes, but the type Callable does not say so.
    view.sessionless = True  # type: ignore[attr-defined]
    return view


def from_another_site(request: HttpRequest) -> bool:
    """Whether another site sent the visitor here, or sends something in their name."""
    return request.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}


class CsrfMiddleware(CsrfViewMiddleware):
    """Django's check, with the secret read from the session only for views that may need it.

    Django reads it for every request, which would touch the session on pages that hold no form.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Left to process_view, where the view is known."""

    def process_view(self, request: HttpRequest, callback: Any, callback_args: Any, callback_kwargs: Any) -> Any:
        if getattr(callback, "sessionless", False) or request.path_info.startswith(API):
            return None
        if request.method not in _SUPPORTED_METHODS:
            # No view supports other methods; the view itself responds with 405.
            return None
        super().process_request(request)
        return super().process_view(request, callback, callback_args, callback_kwargs)
