"""The ceiling and the counted wage that would make a payout right: the rules solved backwards (LAB § 123, stk. 2-3)."""

from __future__ import annotations

from decimal import Decimal

from fleksjob_site.kernel.law import BEK_SUBSIDY, LAB
from fleksjob_site.kernel.money import exact, whole_kroner
from fleksjob_site.kernel.source import Source, on_day
from fleksjob_site.kernel.text import N_, Kroner, Text, Value
from salary.law.case import ZERO
from salary.law.payout.due import TOLERANCE, Due
from salary.law.payout.reason import Reason, ReasonKey


def ceiling_that_fits(due: Due, paid: Decimal) -> Kroner | None:
    """The ceiling that gives what was paid, kr. a month (LAB § 123, stk. 3); None where none would."""
    full_month = _scaled_to_full_month(due, paid)
    if full_month is None or full_month >= due.result.subsidy.before_ceiling - TOLERANCE:
        return None
    return Kroner(due.income.all_wage + due.income.benefit + full_month)


def wage_that_fits(due: Due, paid: Decimal) -> Kroner | None:
    """The total wage that gives what was paid, whole kr. a month; None where it is not above the wage that counts."""
    income, rates = due.income, due.result.rates
    full_month = _scaled_to_full_month(due, paid)
    if full_month is None or income.care_pay:
        return None
    threshold = rates.threshold_month.amount
    below, above = (rates.reduction_below_percent.amount / 100, rates.reduction_above_percent.amount / 100)
    taken = rates.max_subsidy_month.amount - income.benefit - income.lost_benefit - full_month
    wage = taken / below if taken <= below * threshold else threshold + (taken - below * threshold) / above
    if income.ceiling is not None:
        wage = min(wage, income.ceiling - income.benefit - full_month)
    wage = whole_kroner(exact(wage))
    return Kroner(wage) if wage > income.all_wage + TOLERANCE else None


def _scaled_to_full_month(due: Due, paid: Decimal) -> Decimal | None:
    """What was paid, scaled up to a month without days of holiday; None where that can't be computed."""
    income = due.income
    if paid <= 0 or income.days_in_job is not None or len(set(income.holiday_factors)) > 1:
        return None
    factor = income.holiday_factors[0]
    return exact(paid / factor) if factor > ZERO else None


def counted_wage_too_high(due: Due, wage: Kroner, paid: Decimal) -> Reason:
    """The wage as a reason besides the ceiling: either gives the amount, and neither is known to be the cause."""
    text = N_("The municipality may have counted a wage of {wage} for the month. What you entered makes {own}.")
    values: dict[str, Value] = {"wage": wage, "own": Kroner(due.income.all_wage)}
    sources = (Source(LAB, "§ 123, stk. 2"), Source(BEK_SUBSIDY, "§ 14, stk. 1"))
    reason = Reason(ReasonKey.COUNTED_WAGE_TOO_HIGH, Text(text, values), Kroner(paid), sources)
    return on_day(reason, due.income.month.first_day)
