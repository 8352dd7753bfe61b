"""The full-time wage as an employer states it: an ordinary month, the months with more, and what too low costs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import BEK_SUBSIDY, HOLIDAY, LAB
from fleksjob_site.kernel.money import exact, whole_ore
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Hours, Kroner, Text, Value
from salary.law.calculation import calculate
from salary.law.case import Case, FullTimeWage, PaidHours
from salary.law.full_time_wage import PART_SOURCES, FullTimeSum, Line, Part
from salary.law.year.supplement import MONTHS_EARNED, SUPPLEMENT_PERCENT

PAID_APART = (Part.FREE_CHOICE, Part.HOLIDAY_PAY)
"""The parts that may be paid in some months only."""

_SUPPLEMENT_LABELS = {5: N_("Holiday supplement in May"), 8: N_("Holiday supplement in August")}
_YEAR = frozenset(range(1, 13))

STATED_SOURCES = (
    Source(LAB, "§ 123, stk. 3"),
    Source(BEK_SUBSIDY, "§ 12, stk. 1-4"),
    # The order says it of free-choice and public-holiday pay; of holiday pay it says nothing.
    Source(BEK_SUBSIDY, "§ 12, stk. 4", Status.READING),
    Source(HOLIDAY, "§ 16"),
    Source(HOLIDAY, "§§ 18-19"),
    # How holiday pay counts in the subsidy; of the ceiling the order only says that it can be part of it.
    Source(BEK_SUBSIDY, "§§ 5-6"),
)
"""Where the months with more come from: holiday supplement is paid with the holiday, or in May and August."""

TOO_LOW_SOURCES = (Source(LAB, "§ 123, stk. 3"), Source(BEK_SUBSIDY, "§ 3, stk. 3"))

EXAMPLE_TOO_LOW = Decimal(500)
"""How much too low a figure is in the example, kr. a month."""


class HolidayPaid(StrEnum):
    """How the employee's holiday is paid: everybody has wages and a supplement, or holiday pay (ferieloven § 16)."""

    SUPPLEMENT = "supplement"
    PAID_OUT = "paid-out"
    """Holiday pay that the employer pays out when the holiday is taken (BEK 227/2024 § 5)."""
    ACCOUNT = "account"
    """Holiday pay that the employer pays to Feriekonto, and that counts when the holiday is taken (§ 6)."""


@dataclass(frozen=True, slots=True)
class HigherMonths:
    """Months of the year (1-12) with a higher full-time wage: how much higher, and why."""

    months: tuple[int, ...]
    more: Kroner
    month: Kroner
    parts: Mapping[Part, Kroner]


@dataclass(frozen=True, slots=True)
class StatedWage:
    """What an employer states: the sum of an ordinary month, and what is paid besides in some months (1-12), kr."""

    ordinary: FullTimeSum
    apart: Mapping[Part, Mapping[int, Decimal]] = field(default_factory=dict)
    holiday: HolidayPaid | None = None
    supplement_is_computed: bool = False

    @property
    def month(self) -> Kroner:
        """The full-time wage of an ordinary month, kr."""
        return self.ordinary.month

    @property
    def higher(self) -> tuple[HigherMonths, ...]:
        """The months in which it is higher, those with the same payments together (BEK 227/2024 § 12, stk. 4)."""
        found: dict[tuple[tuple[Part, Decimal], ...], list[int]] = {}
        for number in sorted(_YEAR):
            paid = tuple((part, self.apart[part][number]) for part in PAID_APART if number in self.apart.get(part, {}))
            if paid:
                found.setdefault(paid, []).append(number)
        return tuple(self._higher(dict(paid), tuple(months)) for paid, months in found.items())

    @property
    def line_sources(self) -> tuple[Source, ...]:
        """Where the rules name what is counted."""
        return (*(line.source for line in self.ordinary.lines), *(PART_SOURCES[part] for part in self.apart))

    @property
    def supplement_lines(self) -> tuple[Line, ...]:
        """The arithmetic of a holiday supplement that was computed, by month of payment."""
        if not self.supplement_is_computed:
            return ()
        paid = self.apart[Part.HOLIDAY_PAY]
        values: dict[str, Value] = {"wage": _wage_of_supplement(self.ordinary), "percent": SUPPLEMENT_PERCENT}
        return tuple(
            Line(
                Text(_SUPPLEMENT_LABELS[number]),
                Text(
                    N_("{wage} × {percent} × {months} months = {amount}"),
                    values | {"months": MONTHS_EARNED[number], "amount": Kroner(amount)},
                ),
                Kroner(amount),
                Source(HOLIDAY, "§ 18"),
            )
            for number, amount in paid.items()
        )

    def _higher(self, paid: Mapping[Part, Decimal], months: tuple[int, ...]) -> HigherMonths:
        more = Kroner(sum(paid.values()))
        return HigherMonths(months, more, Kroner(self.month + more), {part: Kroner(paid[part]) for part in paid})


def stated_wage(
    everything: FullTimeSum,
    paid_in: Mapping[Part, Collection[int]],
    holiday: HolidayPaid | None = None,
    *,
    compute_supplement: bool = False,
) -> StatedWage:
    """What is stated, from all parts with what each payment is, and the months of those not paid each month.

    `compute_supplement` adds the holiday supplement, paid with the wages of May and August.
    """
    months = {part: _YEAR & {*paid_in.get(part, ())} for part in PAID_APART if everything.parts.get(part)}
    apart = {
        part: dict.fromkeys(sorted(numbers), everything.parts[part])
        for part, numbers in months.items()
        if numbers and numbers != _YEAR
    }
    parts = {part: amount for part, amount in everything.parts.items() if part not in apart}
    if compute_supplement:
        parts.pop(Part.HOLIDAY_PAY, None)
    ordinary = replace(everything, parts=parts)
    if compute_supplement:
        amounts = holiday_supplement(ordinary)
        compute_supplement = any(amounts.values())
        apart |= {Part.HOLIDAY_PAY: amounts} if compute_supplement else {}
    return StatedWage(ordinary, apart, holiday, compute_supplement)


def holiday_supplement(ordinary: FullTimeSum) -> dict[int, Decimal]:
    """By the month in which it is paid, the supplement of a year with this wage (ferieloven §§ 18-19)."""
    wage = _wage_of_supplement(ordinary)
    return {number: whole_ore(wage * SUPPLEMENT_PERCENT / 100 * earned) for number, earned in MONTHS_EARNED.items()}


def _wage_of_supplement(ordinary: FullTimeSum) -> Kroner:
    """The wage with supplements that the holiday supplement goes by, without pension on top and free-choice pay."""
    others = {Part.PENSION, Part.FREE_CHOICE, Part.HOLIDAY_PAY}
    supplements = sum(amount for part, amount in ordinary.parts.items() if part not in others)
    return Kroner(exact(ordinary.lines[0].amount + supplements))


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
    "With pay for {hours} a week, the wage is {wage} a month, and the subsidy is {subsidy}. Together that is "
    "{together}, which is more than {stated}. So the municipality cuts the subsidy to {left}."
)
_NOT_LOST = N_(
    "With pay for {hours} a week, the wage is {wage} a month, and the subsidy is {subsidy}. Together that is "
    "{together}, which is not more than {stated}. With more hours or a pay rise it can be."
)

_NO_SUBSIDY = N_(
    "With pay for {hours} a week, the wage is {wage} a month. There is no subsidy with that wage, so nothing is lost."
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
