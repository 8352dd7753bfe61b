"""The year page: what is paid in each month of a year, with what changes and what happens once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import BEK_SUBSIDY
from fleksjob_site.kernel.source import Source, on_day
from fleksjob_site.kernel.text import N_, Hours, Kroner, Percent, Text, Value
from fleksjob_site.serving.after_form import Show, show, shows
from fleksjob_site.serving.parts import Entry
from fleksjob_site.serving.two_pages import page_fields, store_form, was_changed
from fleksjob_site.serving.views import SWITCH, personal_form, render_personal
from fleksjob_site.texts.sources import RULES_CHECKED
from salary.law.case import HourlyWage, HoursAtWork
from salary.law.year.plan import Terms
from salary.law.year.remarks import Remark, RemarkKey, remarks_on
from salary.law.year.rows import Row, Year
from salary.law.year.supplement import HOLIDAY_MONEY_PERCENT, SUPPLEMENT_PERCENT
from salary.law.year.supplement import SOURCES as SUPPLEMENT_SOURCES
from salary.pages.pay_form import sent_by_button
from salary.pages.year_chart import Share, shares, year_chart
from salary.pages.year_form import YearForm, income_form

_IN_PASSING = {RemarkKey.ARREARS}
"""Remarks that only say what stands above all months: they get no number in the picture, and do not stand alone."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row as the page shows it: with its remarks, their number in the picture, and its share for a phone."""

    row: Row
    remarks: tuple[Remark, ...]
    mark: int | None
    share: Share


@personal_form
def year(request: HttpRequest) -> HttpResponse:
    """The form and the year, as soon as the income page holds a job; the same page live and by the button."""
    today = Month.of(localdate())
    income = income_form(request.session.get(Entry.INCOME, {}), today)
    if request.method == "POST":
        form = YearForm(request.POST, income=income, today=today, require_all=sent_by_button(request.POST))
        newer = form.fields_of_newer_release(request.session.get(Entry.YEAR, {}))
        store_form(request, Entry.YEAR, {**newer, **form.typed()})
        if SWITCH in request.POST or (form.require_all and form.is_valid()):
            return redirect(reverse("year"))
        if form.require_all:
            return show(request, Show.ERRORS)
    else:
        stored = request.session.get(Entry.YEAR, {})
        wrong = shows(request, Show.ERRORS) and Entry.YEAR in request.session
        form = YearForm(stored, income=income, today=today, require_all=wrong)
    return render_personal(request, "salary/year.html", _context(request, form))


def _context(request: HttpRequest, form: YearForm) -> dict[str, Any]:
    found = form.year()
    lines = _lines(found) if found else ()
    hidden = {
        **form.fields_of_newer_release(request.session.get(Entry.YEAR, {})),
        **page_fields(request, Entry.YEAR),
    }
    return {
        "form": form,
        "page_fields": hidden,
        "notices": {"changed": was_changed(request, Entry.YEAR)},
        "year": found,
        "lines": lines,
        "chart": year_chart(found, [line.mark for line in lines]) if found else None,
        "usual": _most_common(found.rows) if found else None,
        "basis": [basis(terms) for terms in found.plan.terms] if found else [],
        "sources": _sources(lines),
        "holiday_money": HOLIDAY_MONEY_PERCENT,
        "supplement": SUPPLEMENT_PERCENT,
        "rules_checked": RULES_CHECKED,
    }


def _lines(year: Year) -> tuple[Line, ...]:
    found, number = [], 0
    for row, share in zip(year.rows, shares(year), strict=True):
        remarks = remarks_on(row, year)
        marked = any(remark.key not in _IN_PASSING for remark in remarks)
        remarks = remarks if marked else ()
        number += marked
        found.append(Line(row, remarks, number if marked else None, share))
    return tuple(found)


def _most_common(rows: Iterable[Row]) -> Kroner | None:
    """The amount of most months; None where no two months are alike."""
    ((amount, months),) = Counter(row.in_hand for row in rows).most_common(1)
    return amount if months > 1 else None


def _sources(lines: tuple[Line, ...]) -> tuple[Source, ...]:
    remarks = [on_day(remark, line.row.month.first_day) for line in lines for remark in line.remarks]
    return tuple(dict.fromkeys((*(source for remark in remarks for source in remark.sources), *_OF_THE_PAGE)))


# What the page says of every year: what a subsidy follows from, the expected wage that is corrected later, and who gets
# a holiday supplement.
_OF_THE_PAGE = (Source(BEK_SUBSIDY, "§ 4, stk. 1-2"), *SUPPLEMENT_SOURCES)


def basis(terms: Terms) -> Text:
    """The job in one line."""
    work, pay = terms.case.work, terms.case.work.pay
    if not isinstance(work, HoursAtWork) or pay is None:
        return Text(N_("A wage of {wage} a month, pension included"), {"wage": terms.wage.month})
    hourly = isinstance(pay, HourlyWage)
    words = (
        N_("{hours} a week at {pace} of an ordinary pace, {wage} an hour")
        if hourly
        else N_("{hours} a week at {pace} of an ordinary pace, {wage} for a full-time month")
    )
    values: dict[str, Value] = {
        "hours": Hours(work.hours_week),
        "pace": Percent(work.pace_percent),
        "wage": Kroner(pay.amount),
    }
    return Text(words, values)
