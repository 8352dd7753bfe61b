"""What the rules give for a month: the steps, and the range where the ceiling is not known (LAB § 123)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.money import whole_kroner
from fleksjob_site.kernel.source import on_day
from fleksjob_site.kernel.text import Kroner
from salary.law.calculation import MORE_INCOMES_MEET_CEILING, OTHER_WAGE_MEETS_CEILING, Result, calculate
from salary.law.core import ceiling_cut
from salary.law.payout.month import NOTHING, PaidMonth, case_of, counted_wage, spread_into, wage_step
from salary.law.rates import NoRates, rates_for
from salary.law.step import Step, StepKey

TOLERANCE = Decimal(2)
"""Kr.: the rounding of each step and the rounding of the end alone, both in use, lie no farther apart."""


@dataclass(frozen=True, slots=True)
class Due:
    """What a month gives. `least` and `most` are the subsidy, kr. a month before tax, by what is known of the ceiling.

    They are the same where the employer has stated it and today's rules held in the month. `rates_month` is the month
    whose rates were used: the month of the wage, or at the end of a period the one after, as far as that is not
    settled.
    """

    result: Result
    steps: tuple[Step, ...]
    wage: Kroner
    spread: Kroner
    least: Kroner
    most: Kroner
    rates_month: Month


_AFTER_THE_SUBSIDY = (StepKey.PAYOUT, StepKey.OBLIGATORY_PENSION, StepKey.TOTAL)
"""Steps of the calculation that a check does not need."""


def readings(month: PaidMonth, months: tuple[PaidMonth, ...]) -> tuple[Due, ...]:
    """What the rules give, by each way to read them; the first uses the rates of the month of the wage.

    At the end of a period it is not settled whether the old or the new rates apply. NoRates for a month without rates.
    """
    next_month = month.month.plus(months=1)
    found = [_due(month, months, month.month)]
    if rates_for(month.month).valid_to == month.month:
        # Rates that nobody can know yet leave one way to read it; the page says so.
        with suppress(NoRates):
            found.append(_due(month, months, next_month))
    return tuple(found)


def _due(month: PaidMonth, months: tuple[PaidMonth, ...], rates_month: Month) -> Due:
    spread = spread_into(month, months)
    wage = counted_wage(month, spread)
    case = replace(case_of(month, wage), month=rates_month)
    result = calculate(case)
    steps = tuple(
        on_day(wage_step(month, spread, wage), rates_month.first_day) if step.key == StepKey.WAGE else step
        for step in result.steps
        if step.key not in _AFTER_THE_SUBSIDY
    )
    known = month.ceiling.stated_month is not None
    assumed = month.ceiling.hourly_wage is not None
    before = Kroner(whole_kroner(result.subsidy.before_ceiling))
    most = _by_the_ceiling_of_the_time(month, result) if known else before
    return Due(
        result=result,
        steps=steps,
        wage=wage,
        spread=spread,
        least=result.subsidy.rounded if known or assumed else Kroner(0),
        most=most,
        rates_month=rates_month,
    )


def _by_the_ceiling_of_the_time(month: PaidMonth, result: Result) -> Kroner:
    """The subsidy where income that did not yet count against the ceiling in the month is left out, kr. a month.

    Other wage counts since July 2014, benefit and holiday money since 2024 (BEK 227/2024 § 3, stk. 3 and 5, and the
    orders before it).
    """
    held = month.holiday_held_month if month.month < MORE_INCOMES_MEET_CEILING else NOTHING
    counted = Kroner(result.wage.month - held)
    counted = Kroner(counted + (month.other_wage_month if month.month >= OTHER_WAGE_MEETS_CEILING else 0))
    counted = Kroner(counted + (month.benefit_month if month.month >= MORE_INCOMES_MEET_CEILING else 0))
    cut = ceiling_cut(result.subsidy.before_ceiling, counted, result.wage.ceiling_month)
    return Kroner(whole_kroner(result.subsidy.before_ceiling - cut))
