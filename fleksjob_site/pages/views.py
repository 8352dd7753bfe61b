"""Pages of the site itself: deleting answers, carrying hours over, and resubmitting a form with an old token."""

from http import HTTPStatus
from typing import Any, cast
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import is_valid_path, reverse
from django.views.decorators.http import require_safe

import eligibility.pages.views as eligibility
from fleksjob_site.kernel.text import Hours, Percent
from fleksjob_site.serving.errors import forbidden
from fleksjob_site.serving.parts import Entry
from fleksjob_site.serving.security import from_another_site, never_stored, sessionless
from fleksjob_site.serving.sessions import Session
from fleksjob_site.serving.views import personal_form, render_personal
from fleksjob_site.texts.writing import number
from salary.pages.live import LIVE_NAMES


@personal_form
def delete_answers(request: HttpRequest) -> HttpResponse:
    """Ask for confirmation, then delete everything the visitor has entered."""
    if request.method != "POST":
        return render(request, "pages/delete_answers.html", {"came_from": _referrer_path(request)})
    request.session.flush()
    return redirect("answers-deleted")


def _referrer_path(request: HttpRequest) -> str:
    """The page of this site that linked here, or else the front page."""
    referrer = urlsplit(request.headers.get("Referer", ""))
    here = (request.scheme, request.get_host()) == (referrer.scheme, referrer.netloc)
    page = is_valid_path(referrer.path) if here else None
    # The confirmation page links to itself in the other language.
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
        # With the wage of a payslip, the form has no hours to fill in.
        typed = {}
    request.session[Entry.INCOME] = {**typed, **carried}
    return redirect("income")


@never_stored
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a valid token, usually from an old page: keep what was typed and offer to submit again."""
    if _from_elsewhere(request):
        return forbidden(request, PermissionDenied())
    # Without the token, of which the page has a fresh one, and what is live, so that the button submits normally.
    left_out = {"csrfmiddlewaretoken", *LIVE_NAMES}
    typed = ((name, values) for name, values in request.POST.lists() if name not in left_out)
    context: dict[str, Any] = {"posted": [(name, value) for name, values in typed for value in values]}
    session = cast(Session, request.session)
    context["notices"] = {"deleted": session.was_deleted(request.POST.get("csrfmiddlewaretoken", ""))}
    return render_personal(request, "pages/csrf_failure.html", context, status=HTTPStatus.FORBIDDEN)


def _from_elsewhere(request: HttpRequest) -> bool:
    """Whether a form comes from another site. It must get no token, and no new session in place of the visitor's."""
    origin = request.headers.get("Origin", "null")
    foreign = origin != "null" and origin != f"{request.scheme}://{request.get_host()}"
    return foreign or from_another_site(request)
