"""The page on which visitors save, print or share what they have entered, and the files for download."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eligibility.law.assessment import Assessment
from eligibility.law.outcome import Outcome
from eligibility.law.questions.scheme import FLEKSJOB_MAY_START
from eligibility.law.timeline import Event, EventKey
from eligibility.pages.day import chosen_day, cites_the_day, day_of
from fleksjob_site.serving.after_form import (
    Show,
    forget_typed,
    keep_typed,
    show,
    typed_before,
    without_errors_unless_asked,
)
from fleksjob_site.serving.security import sessionless
from fleksjob_site.serving.views import personal_file, personal_form, render_personal
from fleksjob_site.take_along.calendar import calendar_file, calendar_of_own_business
from fleksjob_site.take_along.employer_calendar import calendar_of_employer
from fleksjob_site.take_along.forms import DecisionForm
from fleksjob_site.take_along.link_views import share_link
from fleksjob_site.take_along.qr import qr_code
from fleksjob_site.take_along.tables import cases_table, curve_table, has_curve
from fleksjob_site.take_along.year_files import calendar_of_year, year_table
from fleksjob_site.texts.languages import BY_CODE, Language
from fleksjob_site.texts.writing import fill
from fleksjob_site.visitor import VisitorData, visitor_data
from salary.law.employer_steps import dated
from salary.law.own_business import next_form_due
from salary.pages.compared import compare_on_account
from salary.pages.employer_steps_views import first_day_of

GRANT_EVENTS = {EventKey.START, EventKey.FOLLOW_UP, EventKey.STATUS, EventKey.END}
"""The events that are counted from the start of a grant."""

_DECISION = "decision"


@personal_form
@cites_the_day
def take_along(request: HttpRequest) -> HttpResponse:
    """The page with everything to save, print or share; a form is posted here only to switch the language."""
    if request.method == "POST":
        keep_typed(request, _DECISION, DecisionForm(localdate(), request.POST))
        return show(request, Show.TYPED)
    visitor, on = visitor_data(request), day_of(request)
    events, assessment = _events(visitor, on), visitor.assessment(on)
    form = DecisionForm(localdate(), typed_before(request, _DECISION), needed=not events)
    without_errors_unless_asked(request, form)
    link = share_link(request, visitor, on) if visitor else None
    kept = visitor.income_cases(localdate())
    context: dict[str, Any] = {
        "visitor": visitor,
        "has_data": bool(visitor),
        "chosen_day": chosen_day(request),
        "assessment": assessment,
        "events": events,
        "asks": bool(assessment and _asks(assessment)),
        "start_question": FLEKSJOB_MAY_START if visitor.start_is_assumed(on) else None,
        "form": form,
        "cases": kept,
        "has_curve": has_curve(kept),
        "year": visitor.planned_year(localdate()),
        "share_link": link,
        "qr_code": qr_code(link) if link else None,
    }
    return render_personal(request, "take_along/take_along.html", context)


@personal_form
def dates(request: HttpRequest) -> HttpResponse:
    """The dates as a calendar file, with the last day to appeal when the day of a decision is sent."""
    visitor, on = visitor_data(request), day_of(request)
    assessment = visitor.assessment(on)
    if request.method != "POST" or not assessment:
        return redirect("take-along")
    events = _events(visitor, on)
    form = DecisionForm(localdate(), request.POST, needed=not events)
    if not form.is_valid():
        keep_typed(request, _DECISION, form)
        return show(request, Show.ERRORS, reverse("take-along"))
    forget_typed(request)
    file = calendar_file(events, localtime(), form.cleaned_data["decided"], asks=_asks(assessment))
    return _download(file, "text/calendar; charset=utf-8", _("flexi-job-dates.ics"))


@personal_file
def answers(request: HttpRequest) -> HttpResponse:
    """Everything a visitor has entered, as a text file with the link in it; the page that opens links accepts it."""
    visitor = visitor_data(request)
    if not visitor:
        return redirect("take-along")
    about = fill(_("Your answers in the fleksjob guide, saved on {day}. Open them at:"), day=localdate())
    address = request.build_absolute_uri(reverse("open-link"))
    text = f"{about}\n{address}\n\n{share_link(request, visitor, day_of(request))}\n"
    return _download(text.encode(), "text/plain; charset=utf-8", _("flexi-job-answers.txt"))


@personal_file
def cases(request: HttpRequest) -> HttpResponse:
    """The income cases as a table."""
    kept = compare_on_account(visitor_data(request).income_forms(localdate()))
    return _table(cases_table(kept, _habits(request)), _("flexi-job-amounts.csv")) if kept else redirect("take-along")


@personal_file
def curve(request: HttpRequest) -> HttpResponse:
    """The result for each number of hours, as a table."""
    kept = visitor_data(request).income_cases(localdate())
    return (
        _table(curve_table(kept, _habits(request)), _("flexi-job-hours.csv"))
        if has_curve(kept)
        else redirect("take-along")
    )


@personal_file
def year(request: HttpRequest) -> HttpResponse:
    """The year as a table."""
    planned = visitor_data(request).planned_year(localdate())
    return _table(year_table(planned, _habits(request)), _("flexi-job-year.csv")) if planned else redirect("year")


@personal_file
def year_calendar(request: HttpRequest) -> HttpResponse:
    """The year as a calendar file."""
    planned = visitor_data(request).planned_year(localdate())
    if not planned:
        return redirect("year")
    return _download(calendar_of_year(planned, localtime()), "text/calendar; charset=utf-8", _("flexi-job-year.ics"))


@sessionless
@require_safe
def own_business_calendar(request: HttpRequest) -> HttpResponse:
    """The yearly date for those who get the subsidy for their own business, as a calendar file."""
    file = calendar_of_own_business(next_form_due(localdate()), localtime())
    return _download(file, "text/calendar; charset=utf-8", _("accounts-for-the-municipality.ics"))


@personal_file
def employer_calendar(request: HttpRequest) -> HttpResponse:
    """The dates that an employer follows up on, as a calendar file."""
    day, now = first_day_of(request), localtime()
    if not day or not any(later >= now.date() for later, _step in dated(day)):
        return redirect("employer-steps")
    return _download(calendar_of_employer(day, now), "text/calendar; charset=utf-8", _("follow-up-dates.ics"))


def _asks(assessment: Assessment) -> bool:
    """Whether the person asks for a flexi-job as an employee and has none yet."""
    return assessment.subsidy_applies and assessment.outcome != Outcome.IN_SCHEME


def _events(visitor: VisitorData, on: date) -> tuple[Event, ...]:
    """The dates, without those that depend on an assumed start: a calendar would show a guess as a fact."""
    assessment = visitor.assessment(on)
    events = assessment.timeline.events if assessment and assessment.timeline else ()
    guessed = GRANT_EVENTS if visitor.start_is_assumed(on) else set()
    return tuple(event for event in events if event.key not in guessed)


def _habits(request: HttpRequest) -> Language | None:
    """The language that the spreadsheet is set to, where the visitor has chosen another than that of the page."""
    return BY_CODE.get(request.GET.get("spreadsheet", ""))


def _table(text: str, name: str) -> HttpResponse:
    return _download(text.encode(), "text/csv; charset=utf-8", name)


def _download(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
