"""The subsidy of one month from wage, benefit, ceiling and days (LAB §§ 123-124, BEK 227/2024 §§ 2-11).

The calculation explains one reading of the rules step by step. Here every reading is computed, without
explanation, for the check of payouts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.money import exact, whole_kroner
from fleksjob_site.kernel.text import Kroner
from salary.law.case import DAYS_OF_MONTH, ZERO
from salary.law.core import ceiling_cut, reduction_of
from salary.law.rates import Rates

AVERAGE_MONTH_FROM = Month(2022, 4)
"""Since then a part of a month is computed by DAYS_OF_MONTH. Before, the calendar month's days may have been used."""
_MIN_DAYS_OF_MONTH, _MAX_DAYS_OF_MONTH = Decimal(20), Decimal(23)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthIncome:
    """What counts in one month, kr. before tax.

    `wage` is from the fleksjob, with pension and without own ATP. `care_pay` is compensation for lost earnings or care
    allowance (tabt arbejdsfortjeneste, plejevederlag). `lost_benefit` is deducted like `benefit`, but was not paid and
    so does not count against the ceiling. `holiday_days` are days of holiday with ledighedsydelse. `days_in_job` is
    None for a whole month.
    """

    month: Month
    wage: Decimal
    other_wage: Decimal = ZERO
    care_pay: Decimal = ZERO
    benefit: Decimal = ZERO
    lost_benefit: Decimal = ZERO
    ceiling: Decimal | None = None
    holiday_days: int = 0
    days_in_job: int | None = None

    @property
    def all_wage(self) -> Decimal:
        """All income that reduces the subsidy by 30 and 55%, kr. (LAB § 123, stk. 2)."""
        return self.wage + self.other_wage + self.care_pay

    @property
    def holiday_factors(self) -> tuple[Decimal, ...]:
        """The share of the subsidy left by days of holiday with ledighedsydelse, for each possible month length."""
        return tuple(max(ZERO, 1 - self.holiday_days / length) for length in self._lengths)

    @property
    def shares(self) -> tuple[Decimal, ...]:
        """The share of the month in the job, for each possible length of the month; empty for a whole month."""
        days = self.days_in_job
        return () if days is None else tuple(min(Decimal(1), days / length) for length in self._lengths)

    @property
    def _lengths(self) -> tuple[Decimal, ...]:
        if self.month >= AVERAGE_MONTH_FROM:
            return (DAYS_OF_MONTH,)
        return (DAYS_OF_MONTH, _MIN_DAYS_OF_MONTH, _MAX_DAYS_OF_MONTH)


@dataclass(frozen=True, slots=True)
class MonthDue:
    """The subsidy by all readings of the rules, kr. a month before tax: at the least and at the most."""

    least: Kroner
    most: Kroner


def month_due(income: MonthIncome, rates: Rates) -> MonthDue:
    """The subsidy that a month's income gives; least and most differ only where the rules leave something open."""
    amounts = subsidies(income, rates)
    return MonthDue(min(amounts), max(amounts))


def subsidies(income: MonthIncome, rates: Rates, *, reduction: Decimal | None = None) -> tuple[Kroner, ...]:
    """The subsidy by each reading, whole kr. a month. `reduction` replaces the 30 and 55%, for trying out errors."""
    unrounded = _unrounded_subsidies(income, rates, reduction)
    return tuple({Kroner(whole_kroner(amount)): None for amount in unrounded})


def _unrounded_subsidies(income: MonthIncome, rates: Rates, reduction: Decimal | None) -> Iterator[Decimal]:
    """Holiday takes a share of the subsidy (§ 10). For a part of a month it is open what is prorated (§ 2, stk. 2)."""
    whole = [_subsidy(income, rates, taken) for taken in _reductions(income, rates, reduction)]
    amounts = [amount * share for amount in whole for share in income.shares] if income.shares else whole
    for share, of_threshold, of_ceiling in ((s, t, c) for s in income.shares for t in (1, s) for c in (1, s)):
        ceiling = None if income.ceiling is None else income.ceiling * of_ceiling
        amounts += [
            _subsidy(replace(income, ceiling=ceiling), rates, taken, highest_share=share)
            for taken in _reductions(income, rates, reduction, threshold_share=Decimal(of_threshold))
        ]
    return (exact(amount * factor) for amount in amounts for factor in income.holiday_factors)


def _reductions(
    income: MonthIncome, rates: Rates, reduction: Decimal | None, *, threshold_share: Decimal = Decimal(1)
) -> tuple[Decimal, ...]:
    """What is taken off for wage, kr.; with care pay as well, the threshold may apply once or to each (§ 11)."""
    if reduction is not None:
        return (reduction,)
    once = reduction_of(income.all_wage, rates, threshold_share=threshold_share)
    if not income.care_pay:
        return (once,)
    parts = (income.wage + income.other_wage, income.care_pay)
    return once, sum((reduction_of(part, rates, threshold_share=threshold_share) for part in parts), ZERO)


def _subsidy(income: MonthIncome, rates: Rates, taken: Decimal, *, highest_share: Decimal = Decimal(1)) -> Decimal:
    benefit = income.benefit + income.lost_benefit
    if not (income.wage or benefit):
        return ZERO
    before = max(ZERO, rates.max_subsidy_month.amount * highest_share - taken - benefit)
    return before - ceiling_cut(before, income.all_wage + income.benefit, income.ceiling)
