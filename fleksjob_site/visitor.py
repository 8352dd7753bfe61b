"""What a visitor has told the site, as the sealed session keeps it: for whatever takes the whole of it along."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpRequest

from eligibility.law.assessment import Assessment, assess
from eligibility.law.flow import Walk, walk
from eligibility.law.questions.scheme import FLEKSJOB_MAY_START
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.serving.parts import Entry
from fleksjob_site.texts.amounts import amounts_on
from salary.law.case import Case
from salary.pages.forms import IncomeForm
from salary.pages.start import started


@dataclass(frozen=True, slots=True)
class VisitorData:
    """Answers of the walk by question key, the income form as typed, and the income cases kept side by side."""

    answers: dict[str, str] = field(default_factory=dict)
    income: dict[str, str] = field(default_factory=dict)
    cases: tuple[dict[str, str], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is told at all."""
        return bool(self.answers or self.income or self.cases)

    def walk(self, on: date) -> Walk:
        """Where the answers lead on that day; those that no longer count are left out."""
        return walk(self.answers, on)

    def assessment(self, on: date) -> Assessment | None:
        """The outcome on that day; None while a question is open."""
        step = self.walk(on)
        return assess(step.answers, on, amounts_on(on)) if step.complete else None

    def start_is_assumed(self, on: date) -> bool:
        """True where the dates of a grant count from a month that nobody has named."""
        step = self.walk(on)
        return step.may_visit(FLEKSJOB_MAY_START) and FLEKSJOB_MAY_START.key not in step.answers

    def income_cases(self, on: date) -> tuple[Case, ...]:
        """The cases kept, or the one case of the form; empty while nothing can be calculated."""
        typed = self.cases or ((self.income,) if self.income else ())
        cases = (IncomeForm(started(one, Month.of(on)), complain=True).case for one in typed)
        return tuple(case for case in cases if case)


def visitor_data(request: HttpRequest) -> VisitorData:
    """What this visitor has told."""
    stored = request.session
    return VisitorData(
        answers=dict(stored.get(Entry.WALK, {})),
        income=dict(stored.get(Entry.INCOME, {})),
        cases=tuple(stored.get(Entry.CASES, ())),
    )


def keep(request: HttpRequest, new: VisitorData) -> None:
    """Let this visitor's session hold what `new` tells, instead of what it held."""
    parts: dict[str, Any] = {
        Entry.WALK: new.answers,
        Entry.INCOME: new.income,
        Entry.CASES: list(new.cases),
    }
    for name, part in parts.items():
        if part:
            request.session[name] = part
        else:
            request.session.pop(name, None)
    request.session.pop(Entry.DAY, None)
