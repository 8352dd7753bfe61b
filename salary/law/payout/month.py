"""One month of a payslip and of what the municipality paid for it, and the wage that counts (BEK 227/2024 §§ 1-6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import BEK_SUBSIDY, LAB
from fleksjob_site.kernel.money import exact
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_, Kroner, Text, Value
from salary.law.case import Case, HourlyWage, MonthWage
from salary.law.step import Step, StepKey

NOTHING = Decimal(0)
MOST_MONTHS = 12
"""How many months a check holds, and how far back the order lets a payment be corrected (BEK 227/2024 § 4, stk. 4)."""


@dataclass(frozen=True, slots=True)
class Ceiling:
    """What is known of the wage ceiling (lønloft), kr. a month before tax; the gate lets through at most one of two.

    `stated_month` is what the employer has stated, and the three parts are what of it is known to be pension,
    supplements and holiday pay. `hourly_wage` is the hourly wage at an ordinary pace, which gives a lower bound.
    Neither: the ceiling is unknown.
    """

    stated_month: Decimal | None = None
    hourly_wage: Decimal | None = None
    pension_part_month: Decimal = NOTHING
    supplements_part_month: Decimal = NOTHING
    holiday_part_month: Decimal = NOTHING


@dataclass(frozen=True, slots=True)
class PaidMonth:
    """A month's income and what was paid for it, kr. before tax; `month` is the month of the wage, paid for the next.

    `wage_month` is the A-income subject to AM-bidrag; with `pension_is_in` it is the wage with all pension in it. Part
    of it are `holiday_earned_month`, paid into Feriekonto, and `several_months_pay`, which covers work of
    `several_months` months up to and with this one; the gate lets through no parts that are more than the wage.
    `holiday_held_month` comes from Feriekonto on top. `pace_percent` is the efficiency (arbejdsintensitet), where
    known. `paid_atp_month` is None where it is not known.
    """

    month: Month
    wage_month: Decimal
    paid_subsidy_month: Decimal
    pension_is_in: bool = False
    own_pension_month: Decimal = NOTHING
    employer_pension_month: Decimal = NOTHING
    other_wage_month: Decimal = NOTHING
    benefit_month: Decimal = NOTHING
    holiday_earned_month: Decimal = NOTHING
    holiday_held_month: Decimal = NOTHING
    several_months_pay: Decimal = NOTHING
    several_months: int = 1
    ceiling: Ceiling = Ceiling()
    pace_percent: Decimal | None = None
    paid_atp_month: Decimal | None = None

    @property
    def pension_month(self) -> Decimal:
        """The employee's and the employer's share together, kr. a month."""
        return self.own_pension_month + self.employer_pension_month

    @property
    def share_of_several_months(self) -> Decimal:
        """The part of pay for several months that falls on each of them, kr. a month (BEK 227/2024 § 3, stk. 4)."""
        return self.several_months_pay / self.several_months

    def covers(self, month: Month) -> bool:
        """Whether its pay for several months was earned in that month too."""
        first = self.month.plus(months=1 - self.several_months)
        return bool(self.several_months_pay) and first <= month <= self.month


def last_paid_for(today: date) -> Month:
    """The newest month whose subsidy can have been paid: it is paid in the month after (BEK 227/2024 § 4, stk. 1)."""
    return Month.of(today).plus(months=-1)


def spread_into(month: PaidMonth, months: tuple[PaidMonth, ...]) -> Kroner:
    """The pay for several months, this month's own or of a later one, that falls on the month."""
    return Kroner(sum((other.share_of_several_months for other in months if other.covers(month.month)), NOTHING))


def counted_wage(month: PaidMonth, spread: Decimal) -> Kroner:
    """The wage from the fleksjob that counts, kr. a month with all pension (BEK 227/2024 §§ 1, 3 and 6).

    `spread` is what spread_into() gives.
    """
    pension = NOTHING if month.pension_is_in else month.pension_month
    taken_out = month.holiday_earned_month + month.several_months_pay
    wage = month.wage_month + pension - taken_out + month.holiday_held_month + spread
    return Kroner(exact(wage))


def case_of(month: PaidMonth, wage: Decimal) -> Case:
    """The month as the calculation takes it, with `wage` as the wage that counts."""
    hourly = month.ceiling.hourly_wage
    return Case(
        month=month.month,
        work=MonthWage(wage, None if hourly is None else HourlyWage(hourly)),
        other_wage_month=month.other_wage_month,
        benefit_month=month.benefit_month,
        ceiling_month=month.ceiling.stated_month,
    )


def wage_step(month: PaidMonth, spread: Kroner, wage: Kroner) -> Step:
    """The line from the payslip to the wage that counts."""
    pension = NOTHING if month.pension_is_in else month.pension_month
    values: dict[str, Value] = {
        "written": Kroner(month.wage_month),
        "pension": Kroner(pension),
        "earned": Kroner(month.holiday_earned_month),
        "held": Kroner(month.holiday_held_month),
        "several": Kroner(month.several_months_pay),
        "spread": spread,
        "wage": wage,
    }
    parts = [
        (pension, N_("{sum} + {pension}")),
        (month.holiday_earned_month, N_("{sum} − {earned}")),
        (month.holiday_held_month, N_("{sum} + {held}")),
        (month.several_months_pay, N_("{sum} − {several}")),
        (spread, N_("{sum} + {spread}")),
    ]
    total = written = Text(N_("{written}"), values)
    for there, message in parts:
        if there:
            total = Text(message, {**values, "sum": total})
    remarks = [
        (pension, _PENSION_COUNTS),
        (month.holiday_earned_month, _EARNED_COUNTS_LATER),
        (month.holiday_held_month, _HELD_COUNTS_NOW),
        (month.several_months_pay or spread, _SEVERAL_MONTHS),
    ]
    return Step(
        key=StepKey.WAGE,
        label=Text(N_("Wage from the flexi-job")),
        sentence=Text(
            N_("The wage that counts for the month is {wage} before tax, with your own and the employer's pension."),
            values,
        ),
        sum=total if total is written else Text(N_("{sum} = {wage}"), {**values, "sum": total}),
        amount=wage,
        sources=tuple(_wage_sources(month, spread)),
        remarks=tuple(Text(message, values) for there, message in remarks if there),
    )


def _wage_sources(month: PaidMonth, spread: Kroner) -> list[Source]:
    sources = [Source(BEK_SUBSIDY, "§ 1, stk. 1, nr. 1-2"), Source(LAB, "§ 123, stk. 2")]
    if month.holiday_earned_month or month.holiday_held_month:
        sources.append(Source(BEK_SUBSIDY, "§ 6"))
    if month.several_months_pay or spread:
        sources.append(Source(BEK_SUBSIDY, "§ 3, stk. 4"))
    return sources


_PENSION_COUNTS = N_("Of pension, {pension} is added: your own share and the employer's. Both count as wage.")
_EARNED_COUNTS_LATER = N_(
    "The {earned} that were paid into your holiday account (Feriekonto) do not count yet. They count when you hold the "
    "holiday."
)
_HELD_COUNTS_NOW = N_("The {held} in holiday money count now, because you held the holiday in this month.")
_SEVERAL_MONTHS = N_(
    "Pay for work over several months is spread evenly over them. {spread} of it falls on this month, whenever it was "
    "paid."
)
