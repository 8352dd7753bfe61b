"""Decorators and helpers for views that show or change a visitor's answers."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, TypeVar, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from fleksjob_site.serving.security import from_another_site, never_stored
from fleksjob_site.serving.sessions import Session

V = TypeVar("V", bound=Callable[..., HttpResponse])

SWITCH = "switch"
"""The name of the button that switches the language and keeps what has been typed."""


def personal_page(view: V) -> V:
    """A read-only page with a visitor's answers, which no cache may store."""
    return never_stored(require_safe(view))


def personal_file(view: V) -> V:
    """A file with a visitor's answers. A link from another site leads to a page that offers it.

    The other site could see whether a window that it opens becomes a download or a page, and so whether there are any
    answers.
    """

    @wraps(view)
    def download_or_page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if from_another_site(request):
            return render(request, "pages/file_offered.html")
        return view(request, *args, **kwargs)

    return cast(V, personal_page(download_or_page))


def personal_form(view: V) -> V:
    """A page that accepts a form, or a POST-only URL that redirects on GET; no cache may store it."""
    return never_stored(require_http_methods(["GET", "HEAD", "POST"])(view))


def render_personal(request: HttpRequest, template: str, context: dict[str, Any], **options: Any) -> HttpResponse:
    """Render a page with `notices` about the session, for example that it was lost."""
    session = cast(Session, request.session)
    states = {"lost": session.lost, "full": session.full, **context.pop("notices", {})}
    notices = {notice for notice, active in states.items() if active}
    # A page kept by the browser reloads itself when it is shown again, unless that would send a form.
    shown = {"notices": notices, "reloads": request.method != "POST"}
    return render(request, template, {**context, **shown}, **options)


def render_changed(request: HttpRequest, go_on: str) -> HttpResponse:
    """Say that nothing was stored, because another tab has changed what the form was about."""
    return render_personal(request, "pages/changed.html", {"go_on": go_on}, status=HTTPStatus.CONFLICT)
