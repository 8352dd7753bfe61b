"""What the letter for the meeting is about, wherever it was entered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eligibility.law.assessment import Assessment
from eligibility.law.flow import Walk
from eligibility.law.in_short import Income
from fleksjob_site.personas.persons import matching_person
from fleksjob_site.visitor import VisitorData
from salary.pages.compared import ComparedCase, compare_on_account


@dataclass(frozen=True, slots=True)
class Told:
    """The answers with their outcome, and the incomes; `example` names an example person whose case it is."""

    walk: Walk
    assessment: Assessment | None
    start_is_assumed: bool
    cases: tuple[ComparedCase, ...] = ()
    total: Income | None = None
    example: str | None = None


def told_by(visitor: VisitorData, on: date, today: date) -> Told:
    """What a visitor has entered."""
    person = matching_person(visitor)
    return Told(
        walk=visitor.walk(on),
        assessment=visitor.assessment(on),
        start_is_assumed=visitor.start_is_assumed(on),
        cases=compare_on_account(visitor.income_forms(today)),
        total=visitor.total(today),
        example=person.name if person else None,
    )


def total_of(compared: ComparedCase) -> Income:
    """The total of a case that has no form."""
    total, result = compared.headlines.total, compared.result
    assumed = result.wage.ceiling_assumed and result.subsidy.ceiling_binds
    return Income(total.least, total.most, limited_by_assumption=assumed)
