"""The example persons: made-up people with their answers and their pay, read once from personas.toml."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, Field, model_validator

from eligibility.law.assessment import Assessment, assess
from eligibility.law.flow import Walk
from eligibility.law.outcome import Outcome
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.data_file import read_toml
from fleksjob_site.personas.payouts import Payout, packed, paid_months
from fleksjob_site.personas.reading import STRICT, Amount
from fleksjob_site.texts.amounts import amounts_on
from fleksjob_site.texts.languages import BY_CODE
from fleksjob_site.visitor import VisitorData
from salary.law.calculation import Result, calculate
from salary.law.payout.check import Check, check
from salary.law.payout.month import last_paid_for
from salary.pages.start import with_initial_values

FILE = Path(__file__).parent / "personas.toml"

Words = Annotated[str, Field(min_length=1)]


class Description(BaseModel):
    """The texts on a person in one language: who it is, cause and situation in a sentence, and the whole story.

    `payout` tells what was paid, if that is checked.
    """

    model_config = STRICT

    heading: Words
    summary: Words
    story: Words
    payout: Words | None = None


class Expected(BaseModel):
    """The result that the tests expect; DKK a month before tax, None if no income is calculated."""

    model_config = STRICT

    outcome: Annotated[Outcome, BeforeValidator(Outcome)]
    wage_month: Amount | None = None
    subsidy_month: Amount | None = None
    total_month: Amount | None = None


class Person(BaseModel):
    """A made-up person. `answers` by question key as stored; `income` as typed, empty if no income is calculated.

    `payout` holds the months that are checked, in chronological order; most persons have none. In the file the
    descriptions are under the code of each language.
    """

    model_config = STRICT

    key: Annotated[str, Field(pattern=r"^[a-z]+$")]
    name: Words
    descriptions: dict[str, Description]
    answers: dict[str, str]
    income: dict[str, str] = {}
    expect: Expected
    payout: list[Payout] = []

    @model_validator(mode="before")
    @classmethod
    def _group_descriptions(cls, entry: dict[str, Any]) -> dict[str, Any]:
        descriptions = {name: entry[name] for name in entry if name in BY_CODE}
        rest = {name: entry[name] for name in entry if name not in BY_CODE}
        return {"descriptions": descriptions} | rest

    @model_validator(mode="after")
    def _is_in_every_language(self) -> Self:
        if missing := BY_CODE.keys() - self.descriptions.keys():
            raise ValueError(f"{self.key} has no description in {', '.join(sorted(missing))}")
        return self

    def __getitem__(self, language: str) -> Description:
        """The description in a language, by its code."""
        return self.descriptions[language]


class _File(BaseModel):
    model_config = STRICT

    as_on: date
    person: list[Person]


_read = read_toml(FILE, _File.model_validate)

AS_ON = _read.as_on
"""The day by whose rules the answers are assessed; its month is the month of all amounts."""

PERSONS: dict[str, Person] = {person.key: person for person in _read.person}
"""All persons by key, in the order they are shown."""


@dataclass(frozen=True, slots=True)
class Example:
    """A person with all that follows from the data; None where no income is worked out, or no payout checked."""

    person: Person
    walk: Walk
    assessment: Assessment
    result: Result | None
    check: Check | None


def data_of(person: Person) -> VisitorData:
    """The visitor data as if the person had entered it."""
    income = with_initial_values(person.income, Month.of(AS_ON)) if person.income else {}
    return VisitorData(answers=dict(person.answers), income=income, payouts=packed(person.payout))


def matching_person(visitor: VisitorData) -> Person | None:
    """The person whose answers and income match the visitor's exactly; None if the visitor has changed them."""
    return next((person for person in PERSONS.values() if _letter_data(data_of(person)) == _letter_data(visitor)), None)


def is_example(visitor: VisitorData) -> bool:
    """Whether somebody holds an example in which nothing is changed."""
    return any(data_of(person) == visitor for person in PERSONS.values())


def _letter_data(visitor: VisitorData) -> VisitorData:
    return replace(visitor, payouts=(), employer={})


def walk_of(person: Person) -> Walk:
    """The walk of the person's answers on the day of the examples."""
    return data_of(person).walk(AS_ON)


def example_of(person: Person) -> Example:
    """Assess the answers and calculate the income by the rules of the day of the examples."""
    visitor, walk = data_of(person), walk_of(person)
    results = [calculate(case) for case in visitor.income_cases(AS_ON)]
    return Example(
        person=person,
        walk=walk,
        assessment=assess(walk.answers, AS_ON, amounts_on(AS_ON)),
        result=results[0] if results else None,
        check=check(paid_months(person.payout, last_paid_for(AS_ON)), AS_ON) if person.payout else None,
    )


def neighbours(person: Person) -> tuple[Person | None, Person | None]:
    """The persons before and after this one, None at either end."""
    order = [None, *PERSONS.values(), None]
    place = order.index(person)
    return order[place - 1], order[place + 1]
