"""What views that show or change a visitor's answers share."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from fleksjob_site.serving.sessions import take_notices

V = TypeVar("V", bound=Callable[..., HttpResponse])


def personal_page(view: V) -> V:
    """A page or a file with a visitor's answers: only read, and stored by no cache."""
    return never_cache(require_safe(view))


def personal_form(view: V) -> V:
    """A page that takes a form, or a POST-only address that redirects on GET: stored by no cache."""
    return never_cache(require_http_methods(["GET", "HEAD", "POST"])(view))


def render_personal(request: HttpRequest, template: str, context: dict[str, Any], **options: Any) -> HttpResponse:
    """Render a page with `notices`: what happened to the session and has not been shown yet."""
    return render(request, template, {**context, "notices": take_notices(request.session)}, **options)
