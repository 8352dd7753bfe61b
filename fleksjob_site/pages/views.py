"""The pages that belong to the site itself: home, delete my answers, and a form to send once more."""

from http import HTTPStatus
from typing import Any, cast
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import is_valid_path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

import eligibility.pages.views as eligibility
from fleksjob_site.kernel.text import Hours, Percent
from fleksjob_site.pages.guides import GUIDES
from fleksjob_site.serving.errors import forbidden
from fleksjob_site.serving.parts import Entry
from fleksjob_site.serving.security import from_another_site, sessionless
from fleksjob_site.serving.sessions import Session
from fleksjob_site.serving.still import still
from fleksjob_site.serving.views import personal_form, render_personal
from fleksjob_site.texts.writing import number


@still
def home(request: HttpRequest) -> HttpResponse:
    """What the site does, and the two ways in."""
    return render(request, "pages/home.html", {"guides": [guide for guide in GUIDES if guide.part]})


@personal_form
def delete_answers(request: HttpRequest) -> HttpResponse:
    """Ask first, and then forget everything the visitor has told the site."""
    if request.method != "POST":
        return render(request, "pages/delete_answers.html", {"came_from": _referrer_path(request)})
    request.session.flush()
    return redirect("answers-deleted")


def _referrer_path(request: HttpRequest) -> str:
    """The page of this site that led here; the front page where there was none."""
    referrer = urlsplit(request.headers.get("Referer", ""))
    here = (request.scheme, request.get_host()) == (referrer.scheme, referrer.netloc)
    page = is_valid_path(referrer.path) if here else None
    # The page that asks may have been opened in the other language, from itself.
    return referrer.path if page and page.url_name != "delete-answers" else reverse("home")


@sessionless
@require_safe
def answers_deleted(request: HttpRequest) -> HttpResponse:
    """Say that the answers are gone."""
    return render(request, "pages/answers_deleted.html")


@personal_form
def carry_to_income(request: HttpRequest) -> HttpResponse:
    """Put the hours and the pace of the walk into the income page, and go there."""
    if request.method != "POST":
        return redirect("income")
    answers = eligibility.current_walk(request)[0].answers
    hours, pace = answers.get("hours-per-week"), answers.get("pace-percent")
    carried = {
        "hours_per_week": number(hours) if isinstance(hours, Hours) else "",
        "efficiency_percent": number(pace) if isinstance(pace, Percent) else "",
    }
    typed = request.session.get(Entry.INCOME, {})
    if typed.get("wage_kind") == "month":
        # The wage of a payslip leaves no place for hours.
        typed = {}
    request.session[Entry.INCOME] = {**typed, **carried}
    return redirect("income")


@never_cache
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came back without a valid token, mostly because its page was old: keep what was typed, send once more."""
    if _from_elsewhere(request):
        return forbidden(request, PermissionDenied())
    # All but the token, which the page renews, and the mark of a live request: the button asks for everything.
    typed = ((name, values) for name, values in request.POST.lists() if name not in {"csrfmiddlewaretoken", "live"})
    context: dict[str, Any] = {"posted": [(name, value) for name, values in typed for value in values]}
    session = cast(Session, request.session)
    context["notices"] = {"deleted": session.was_deleted(request.POST.get("csrfmiddlewaretoken", ""))}
    return render_personal(request, "pages/csrf_failure.html", context, status=HTTPStatus.FORBIDDEN)


def _from_elsewhere(request: HttpRequest) -> bool:
    """A form that another site sent: it must not get a token here, nor a fresh session over the visitor's own."""
    origin = request.headers.get("Origin", "null")
    foreign = origin != "null" and origin != f"{request.scheme}://{request.get_host()}"
    return foreign or from_another_site(request)
