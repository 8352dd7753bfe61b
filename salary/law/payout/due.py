"""What the rules give for a month: the steps, and a range where something is unknown or unsettled (LAB §§ 123-124)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import BEK_SUBSIDY
from fleksjob_site.kernel.source import Source, on_day
from fleksjob_site.kernel.text import N_, Kroner, Text
from fleksjob_site.kernel.working_time import FULL_TIME_HOURS_WEEK
from salary.law.calculation import MORE_INCOME_IN_CEILING_FROM, OTHER_WAGE_IN_CEILING_FROM, Result, calculate
from salary.law.case import ZERO
from salary.law.one_month import MonthDue, MonthIncome, month_due
from salary.law.payout.month import PaidMonth, case_of, counted_wage, income_of, spread_into
from salary.law.payout.steps import days_steps, wage_step
from salary.law.rates import NoRates, rates_for
from salary.law.step import Step, StepKey

TOLERANCE = Decimal(2)
"""Kr.: some payers round every step, others only the result, and the results differ by at most this."""


@dataclass(frozen=True, slots=True)
class Due:
    """What a month gives. `least` and `most` are the subsidy, kr. a month before tax, by what is known.

    They are the same where the ceiling is known and the rules leave nothing open. A payout of
    `certain_from` or more is certainly right, a smaller one only with a lower ceiling. `rates_month` is the month whose
    rates were used: the month of the wage or, at the end of a period, where it is unsettled, the month after.
    """

    result: Result
    income: MonthIncome
    steps: tuple[Step, ...]
    wage: Kroner
    spread: Kroner
    least: Kroner
    certain_from: Kroner
    most: Kroner
    rates_month: Month

    @property
    def ceiling_is_open(self) -> bool:
        """Whether several ceilings are possible and give different amounts."""
        return self.least < self.certain_from


_AFTER_THE_SUBSIDY = (StepKey.PAYOUT, StepKey.OBLIGATORY_PENSION, StepKey.TOTAL)
"""Steps of the calculation that a check does not need."""


def readings(month: PaidMonth, months: tuple[PaidMonth, ...]) -> tuple[Due, ...]:
    """What the rules give by each reading of them; the first uses the rates of the month of the wage.

    At the end of a period it is not settled whether the old or the new rates apply. NoRates for a month without rates.
    """
    next_month = month.month.plus(months=1)
    found = [_due(month, months, month.month)]
    if rates_for(month.month).valid_to == month.month:
        # Without the next rates there is only the first reading; the page says so.
        with suppress(NoRates):
            found.append(_due(month, months, next_month))
    return tuple(found)


def _due(month: PaidMonth, months: tuple[PaidMonth, ...], rates_month: Month) -> Due:
    spread = spread_into(month, months)
    wage = counted_wage(month, spread)
    result = calculate(replace(case_of(month, wage), month=rates_month))
    income = income_of(month, spread)
    by_ceiling = [
        MonthDue(Kroner(0), Kroner(0)) if variant is None else month_due(variant, result.rates)
        for variant in _by_ceiling(month, income)
    ]
    least, most = min(due.least for due in by_ceiling), max(due.most for due in by_ceiling)
    steps = [step for step in _steps(month, result, spread, wage) if step.key not in _AFTER_THE_SUBSIDY]
    last = next(place for place, step in enumerate(steps, 1) if step.key == StepKey.SUBSIDY)
    steps[last:last] = days_steps(month, MonthDue(least, most))
    return Due(
        result=result,
        income=income,
        steps=tuple(on_day(step, rates_month.first_day) for step in steps),
        wage=wage,
        spread=spread,
        least=least,
        certain_from=max(due.least for due in by_ceiling),
        most=most,
        rates_month=rates_month,
    )


def _steps(month: PaidMonth, result: Result, spread: Kroner, wage: Kroner) -> Iterator[Step]:
    for step in result.steps:
        if step.key == StepKey.WAGE:
            yield wage_step(month, spread, wage)
        elif step.key == StepKey.CEILING and month.ceiling.once_month:
            remark = Text(_ONCE_IN_CEILING, {"once": Kroner(month.ceiling.once_month)})
            source = Source(BEK_SUBSIDY, "§ 12, stk. 4")
            yield replace(step, remarks=(remark, *step.remarks), sources=(*step.sources, source))
        else:
            yield step


_ONCE_IN_CEILING = N_(
    "The wage ceiling of this month is {once} higher than usual. That is how much of the full-time wage is paid in "
    "this month for the whole year."
)


def _by_ceiling(month: PaidMonth, income: MonthIncome) -> Iterator[MonthIncome | None]:
    """The month under each possible ceiling; None for one so low that no subsidy is left."""
    if month.ceiling.stated_month is None:
        yield replace(income, ceiling=None)
        yield None if income.ceiling is None else replace(income, ceiling=_lowest(month, income.ceiling))
        return
    yield income
    if month.once_parts_month and month.ceiling.once_month is None:
        # How much of such pay the full-time wage includes, and so how much higher the ceiling is, is not known.
        yield replace(income, ceiling=None)
    yield from _with_old_ceiling_rules(month, income)


def _lowest(month: PaidMonth, assumed: Decimal) -> Decimal:
    """The assumed ceiling, or the one by 37 hours where the workplace has a longer week (BEK 227/2024 § 13, stk. 2)."""
    hours = month.ceiling.full_time_hours_week
    by_hours = month.ceiling.hourly_wage is None and month.ceiling.added_up_month is None
    if not by_hours or hours <= FULL_TIME_HOURS_WEEK:
        return assumed
    once = month.ceiling.once_month or ZERO
    return (assumed - once) * FULL_TIME_HOURS_WEEK / hours + once


def _with_old_ceiling_rules(month: PaidMonth, income: MonthIncome) -> Iterator[MonthIncome]:
    """The month with a ceiling raised by the income that did not yet count against it.

    Other wage counts since July 2014, benefit, holiday money and care pay since 2024 (BEK 227/2024 § 3, stk. 3 and 5,
    and the orders before it).
    """
    assert income.ceiling is not None
    uncounted = ZERO
    if month.month < MORE_INCOME_IN_CEILING_FROM:
        uncounted += month.holiday_held_month + income.benefit + income.care_pay
    if month.month < OTHER_WAGE_IN_CEILING_FROM:
        uncounted += income.other_wage
    if uncounted:
        yield replace(income, ceiling=income.ceiling + uncounted)
