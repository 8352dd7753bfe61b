"""The home page, and the same page with an example of the visitor's own."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.pages.guides import GUIDES, by_stage
from fleksjob_site.serving.public_pages import public_page
from fleksjob_site.serving.security import never_stored, sessionless
from salary.pages.example import example_context


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """What the site does, an example, and the ways in; the same for everybody."""
    return _page(request, {})


@sessionless
@never_stored
@require_http_methods(["GET", "HEAD", "POST"])
def example(request: HttpRequest) -> HttpResponse:
    """The home page with the numbers sent. They are not stored and not in a URL, so a reload sends them again."""
    return _page(request, request.POST) if request.method == "POST" else redirect("home")


def _page(request: HttpRequest, sent: Mapping[str, str]) -> HttpResponse:
    context = {"stages": by_stage(GUIDES), **example_context(sent, Month.of(localdate()))}
    return render(request, "pages/home.html", context)
