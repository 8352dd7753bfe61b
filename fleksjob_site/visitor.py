"""Everything a visitor has entered, as the session holds it: for the letter, links and files."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate

from eligibility.law.assessment import Assessment, assess
from eligibility.law.flow import Walk, walk
from eligibility.law.in_short import Income
from eligibility.law.outcome import Outcome
from eligibility.law.questions.scheme import FLEKSJOB_MAY_START
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.money import whole_kroner
from fleksjob_site.kernel.text import Kroner
from fleksjob_site.serving.parts import Entry
from fleksjob_site.texts.amounts import amounts_on
from salary.law.calculation import calculate
from salary.law.case import Case
from salary.law.payout.month import last_paid_for
from salary.law.year.rows import Year
from salary.pages.answer import headlines_of
from salary.pages.forms import IncomeForm
from salary.pages.payout_kept import Kept, kept_months
from salary.pages.start import with_initial_values
from salary.pages.year_form import planned

Row = tuple[str, ...]
"""A month of the check as `payout_kept` packs it."""


@dataclass(frozen=True, slots=True)
class VisitorData:
    """Answers of the walk by question key, the forms as typed, and what a button has saved of them.

    `cases` are income cases saved for comparison, `payouts` the months of the check, packed as the session keeps them.
    """

    answers: dict[str, str] = field(default_factory=dict)
    income: dict[str, str] = field(default_factory=dict)
    cases: tuple[dict[str, str], ...] = ()
    payouts: tuple[Row, ...] = ()
    employer: dict[str, str] = field(default_factory=dict)
    year: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there is any data at all."""
        return bool(self.answers or self.income or self.cases or self.payouts or self.employer or self.year)

    def walk(self, on: date) -> Walk:
        """The walk of the answers on that day; those that no longer count are left out."""
        return walk(self.answers, on)

    def assessment(self, on: date) -> Assessment | None:
        """The outcome on that day; None while a question is open."""
        walk = self.walk(on)
        return assess(walk.answers, on, amounts_on(on)) if walk.complete else None

    def outcome(self, on: date) -> Outcome | None:
        """The bare outcome on that day; None while a question is open."""
        assessment = self.assessment(on)
        return assessment.outcome if assessment else None

    def start_is_assumed(self, on: date) -> bool:
        """True if the dates of a grant count from an assumed month."""
        step = self.walk(on)
        return step.may_visit(FLEKSJOB_MAY_START) and FLEKSJOB_MAY_START.key not in step.answers

    def income_forms(self, on: date) -> tuple[IncomeForm, ...]:
        """The cases kept, or the one case of the form, as forms; empty while nothing can be calculated."""
        typed = self.cases or ((self.income,) if self.income else ())
        forms = (IncomeForm(with_initial_values(one, Month.of(on)), require_all=False) for one in typed)
        return tuple(form for form in forms if form.pay)

    def income_cases(self, on: date) -> tuple[Case, ...]:
        """The cases of the forms whose hours and pace are known."""
        return tuple(form.case for form in self.income_forms(on) if form.case)

    def paid_months(self, on: date) -> Kept:
        """The months of the check, by time, as far as they can be checked on that day."""
        return kept_months({Entry.PAYOUTS: list(map(list, self.payouts))}, last_paid_for(on))

    def planned_year(self, on: date) -> Year | None:
        """The year planned for the job of the income page; None where there is nothing to plan."""
        return planned(self.year, self.income, Month.of(on))

    def total_month(self, on: date) -> Kroner | None:
        """Wage and subsidy of the first income case, whole kr. a month before tax; None without one."""
        cases = self.income_cases(on)
        return Kroner(whole_kroner(calculate(cases[0]).total_month)) if cases else None

    def total(self, on: date) -> Income | None:
        """The same as it is shown: with both ends of a range, and whether an assumed ceiling lowers it."""
        form = next(iter(self.income_forms(on)), None)
        found = headlines_of(form) if form else None
        if form is None or found is None:
            return None
        result = calculate(form.case) if form.case else None
        assumed = bool(result and result.wage.ceiling_assumed and result.subsidy.ceiling_binds)
        return Income(found.total.least, found.total.most, limited_by_assumption=assumed)


def visitor_data(request: HttpRequest) -> VisitorData:
    """The data in this visitor's session."""
    stored = request.session
    return VisitorData(
        answers=dict(stored.get(Entry.WALK, {})),
        income=dict(stored.get(Entry.INCOME, {})),
        cases=tuple(stored.get(Entry.CASES, ())),
        payouts=tuple(map(tuple, stored.get(Entry.PAYOUTS, ()))),
        employer=dict(stored.get(Entry.EMPLOYER, {})),
        year=dict(stored.get(Entry.YEAR, {})),
    )


def has_entered_something(request: HttpRequest) -> bool:
    """Whether the visitor has entered anything, including what is still being put together."""
    unfinished = (
        Entry.OPEN_PAYOUT, Entry.FULL_TIME_WAGE, Entry.STATED_WAGE, Entry.OWN_BUSINESS, Entry.ALLOWANCE,
        Entry.EMPLOYER_START,
    )  # fmt: skip
    return bool(visitor_data(request) or any(request.session.get(name) for name in unfinished))


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Available on every page: the total of the visitor's income, worked out where a page asks for it, and once."""
    return {"income_total": cache(lambda: income_total(request))}


def income_total(request: HttpRequest) -> Income | None:
    """Wage and subsidy of this visitor's first income case before tax; None without one."""
    return visitor_data(request).total(localdate())


def replace_data(request: HttpRequest, new: VisitorData) -> None:
    """Replace the data in this visitor's session with `new`."""
    parts: dict[str, Any] = {
        Entry.WALK: new.answers,
        Entry.INCOME: new.income,
        Entry.CASES: list(new.cases),
        Entry.PAYOUTS: list(map(list, new.payouts)),
        Entry.EMPLOYER: new.employer,
        Entry.YEAR: new.year,
    }
    for name, part in parts.items():
        if part:
            request.session[name] = part
        else:
            request.session.pop(name, None)
    for name in _NOT_IN_A_LINK:
        request.session.pop(name, None)


_NOT_IN_A_LINK = (
    Entry.DAY, Entry.BEFORE, Entry.TYPED, Entry.OPEN_PAYOUT, Entry.FULL_TIME_WAGE, Entry.OWN_BUSINESS,
    Entry.STATED_WAGE, Entry.ALLOWANCE, Entry.EMPLOYER_START, Entry.REMOVED_CASE, Entry.REMOVED_PAYOUT, Entry.OPENED,
)  # fmt: skip
