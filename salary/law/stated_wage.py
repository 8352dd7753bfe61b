"""The full-time wage as an employer states it: an ordinary month, the months with more, and what too low costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import BEK_SUBSIDY, HOLIDAY, LAB
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Hours, Kroner, Text, Value
from salary.law.calculation import calculate
from salary.law.case import Case, FullTimeWage, PaidHours
from salary.law.full_time_wage import FullTimeSum, Part

PAID_APART = (Part.FREE_CHOICE, Part.HOLIDAY_PAY)
"""The parts that may be paid in some months only."""

_YEAR = frozenset(range(1, 13))

STATED_SOURCES = (
    Source(LAB, "§ 123, stk. 3"),
    Source(BEK_SUBSIDY, "§ 12, stk. 1-4"),
    # The order says it of free-choice and public-holiday pay; of holiday pay it says nothing.
    Source(BEK_SUBSIDY, "§ 12, stk. 4", Status.READING),
    Source(HOLIDAY, "§ 18"),
)
"""Where the months with more come from: holiday supplement is paid with the holiday, or in May and August."""

TOO_LOW_SOURCES = (Source(LAB, "§ 123, stk. 3"), Source(BEK_SUBSIDY, "§ 3, stk. 3"))

EXAMPLE_TOO_LOW = Decimal(500)
"""How much too low a figure is in the example, kr. a month."""


@dataclass(frozen=True, slots=True)
class HigherMonths:
    """Months of the year (1-12) with a higher full-time wage: how much higher, and why."""

    months: tuple[int, ...]
    more: Kroner
    month: Kroner
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class StatedWage:
    """What an employer states: `all_parts` with what each payment is, and the months of those not paid each month."""

    all_parts: FullTimeSum
    paid_in: Mapping[Part, frozenset[int]] = field(default_factory=dict)

    @property
    def ordinary(self) -> FullTimeSum:
        """The sum of a month with only what is paid each month."""
        parts = {part: amount for part, amount in self.all_parts.parts.items() if not self._months_of(part)}
        return replace(self.all_parts, parts=parts)

    @property
    def month(self) -> Kroner:
        """The full-time wage of an ordinary month, kr."""
        return self.ordinary.month

    @property
    def higher(self) -> tuple[HigherMonths, ...]:
        """The months in which it is higher, those with the same parts together (BEK 227/2024 § 12, stk. 4)."""
        found: dict[tuple[Part, ...], list[int]] = {}
        for number in sorted(_YEAR):
            parts = tuple(part for part in self.apart if number in self._months_of(part))
            if parts:
                found.setdefault(parts, []).append(number)
        return tuple(self._higher(parts, tuple(months)) for parts, months in found.items())

    @property
    def apart(self) -> tuple[Part, ...]:
        """The parts that are paid in some months only."""
        return tuple(part for part in PAID_APART if self.all_parts.parts.get(part) and self._months_of(part))

    def months_of(self, part: Part) -> tuple[int, ...]:
        """The months in which a part is paid; none where it is paid each month."""
        return tuple(sorted(self._months_of(part)))

    def _months_of(self, part: Part) -> frozenset[int]:
        months = self.paid_in.get(part, frozenset()) & _YEAR
        return frozenset() if months == _YEAR else months

    def _higher(self, parts: tuple[Part, ...], months: tuple[int, ...]) -> HigherMonths:
        more = Kroner(sum(self.all_parts.parts[part] for part in parts))
        return HigherMonths(months, more, Kroner(self.month + more), parts)


@dataclass(frozen=True, slots=True)
class TooLow:
    """An ordinary month of an employee, kr.: with the right full-time wage stated, and with one that is too low."""

    right: Kroner
    stated: Kroner
    paid_hours_week: Hours
    wage: Kroner
    subsidy: Kroner
    subsidy_stated: Kroner

    @property
    def lost(self) -> Kroner:
        """What the employee loses a month before tax."""
        return Kroner(self.subsidy - self.subsidy_stated)

    @property
    def reason(self) -> Text:
        """Why it is lost, or why nothing is."""
        together = Kroner(self.wage + self.subsidy)
        values: dict[str, Value] = {
            "hours": self.paid_hours_week, "wage": self.wage, "subsidy": self.subsidy, "together": together,
            "stated": self.stated, "left": self.subsidy_stated, "lost": self.lost,
        }  # fmt: skip
        return Text(_LOST if self.lost else _NOT_LOST if self.subsidy else _NO_SUBSIDY, values)


_LOST = N_(
    "For {hours} a week full time gives a wage of {wage} a month, and the subsidy is {subsidy}. Together that is "
    "{together}, which is more than {stated}. So the municipality cuts the subsidy to {left}."
)
_NOT_LOST = N_(
    "For {hours} a week full time gives a wage of {wage} a month, and the subsidy is {subsidy}. Together that is "
    "{together}, which is not more than {stated}. With more hours or a pay rise it can be."
)

_NO_SUBSIDY = N_(
    "For {hours} a week full time gives a wage of {wage} a month. There is no subsidy with that wage, so nothing is "
    "lost."
)


def too_low(
    right: Decimal, stated: Decimal, paid_hours_week: Decimal, full_time_hours_week: Decimal, month: Month
) -> TooLow:
    """What a stated full-time wage costs an employee in a month with this many paid hours."""
    work = PaidHours(Hours(paid_hours_week), FullTimeWage(right))
    cases = (
        Case(month, work, ceiling, full_time_hours_week=full_time_hours_week, assume_newest_rates=True)
        for ceiling in (right, stated)
    )
    with_right, with_stated = (calculate(case) for case in cases)
    return TooLow(
        Kroner(right),
        Kroner(stated),
        Hours(paid_hours_week),
        with_right.wage.month,
        with_right.subsidy.rounded,
        with_stated.subsidy.rounded,
    )
