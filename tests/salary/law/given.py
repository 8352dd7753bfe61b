"""Cases and curves of May 2024 from numbers written as text, and what a result says."""

from decimal import Decimal
from string import Formatter
from typing import Any

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Text
from salary.law.calculation import Result
from salary.law.case import Case
from salary.law.curve import Curve, curve_of
from salary.law.step import Step

MAY = Month(2024, 5)
_WORK = {"hours_week", "paid_hours_week", "wage_month"}


def case(**given: Any) -> Case:
    """A case; with a pay and no hours, one of no paid hours."""
    fields = {name: Decimal(value) for name, value in given.items()}
    return Case.from_fields(MAY, **(fields if _WORK & fields.keys() else fields | {"paid_hours_week": Decimal(0)}))


def curve(*, ceiling_applies: bool = True, **given: Any) -> Curve:
    """The curve of a case, whose hours are not known where none are given."""
    found = curve_of(case(**given), ceiling_applies=ceiling_applies, hours_known=bool(_WORK & given.keys()))
    assert found is not None
    return found


def step(found: Result, key: str) -> Step:
    return next(step for step in found.steps if step.key == key)


def numbers_in(text: Text) -> set[str]:
    """The names of the values that a text shows: what it says, whatever its words are."""
    return {name for _, name, _, _ in Formatter().parse(text.message) if name}
