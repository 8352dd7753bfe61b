"""Payouts computed right or with one error, by arithmetic of the tests' own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TypedDict

from salary.law.payout.month import PaidMonth
from salary.law.rates import Rates, periods, rates_for


def whole(amount: Fraction) -> Decimal:
    """Rounded to the krone, half a krone up."""
    return Decimal((amount + Fraction(1, 2)).__floor__())


def taken_for(rates: Rates, wage: Fraction) -> Fraction:
    """30 and 55 % of a month's wage."""
    threshold = Fraction(rates.threshold_month.amount)
    return min(wage, threshold) * Fraction(3, 10) + max(Fraction(0), wage - threshold) * Fraction(11, 20)


def subsidy(
    rates: Rates,
    wage: Fraction,
    benefit: Fraction,
    ceiling: Fraction | None,
    taken: Fraction | None = None,
    *,
    lost: Fraction = Fraction(0),
    left_by_holiday: Fraction = Fraction(1),
) -> Decimal:
    """The subsidy rounded once, at the end; `taken` where something else than 30 and 55 % is taken off."""
    taken = taken_for(rates, wage) if taken is None else taken
    left = Fraction(rates.max_subsidy_month.amount) - taken - benefit - lost
    left = max(Fraction(0), left) if wage or benefit or lost else Fraction(0)
    if ceiling is not None:
        left = min(left, max(Fraction(0), ceiling - wage - benefit))
    return whole(left * left_by_holiday)


def subsidy_rounded_at_each_step(
    rates: Rates,
    wage: Fraction,
    benefit: Fraction,
    ceiling: Fraction | None,
    *,
    lost: Fraction = Fraction(0),
    left_by_holiday: Fraction = Fraction(1),
) -> Decimal:
    """The other habit: each part of the reduction, the benefit and the room below the ceiling in whole kroner."""
    threshold = Fraction(rates.threshold_month.amount)
    below = whole(min(wage, threshold) * Fraction(3, 10))
    above = whole(max(Fraction(0), wage - threshold) * Fraction(11, 20))
    left = max(Decimal(0), rates.max_subsidy_month.amount - below - above - whole(benefit + lost))
    left = left if wage or benefit or lost else Decimal(0)
    if ceiling is not None:
        left = min(left, max(Decimal(0), whole(ceiling) - whole(wage + benefit)))
    return whole(Fraction(left) * left_by_holiday)


def wage_of(
    paid: PaidMonth,
    *,
    own: int = 1,
    employers: int = 1,
    earned: int = 0,
    goods: int = 0,
    several_at_once: bool = False,
) -> Fraction:
    """All wage that counts; `own` and `employers` say how often a share of pension is in it."""
    wage = Fraction(paid.wage_month) + Fraction(paid.holiday_held_month) + Fraction(paid.other_wage_month)
    shares = 1 if paid.pension_included else 0
    wage += Fraction(paid.own_pension_month) * (own - shares) + Fraction(paid.employer_pension_month) * (
        employers - shares
    )
    wage += Fraction(paid.care_pay_month) + Fraction(paid.side_business_month)
    wage -= Fraction(paid.holiday_earned_month) * (1 - earned)
    wage -= Fraction(paid.taxed_goods_month) * (1 - goods)
    if paid.pension_included:
        wage -= Fraction(paid.own_atp_month)
    if not several_at_once:
        wage -= Fraction(paid.several_months_pay) * Fraction(paid.several_months - 1, paid.several_months)
    return wage


def ordinary_ceiling_of(paid: PaidMonth) -> Fraction | None:
    """What is known of it: as stated, 37 hours a week in 52/12 weeks, or the payslip's hours made full time."""
    known = paid.ceiling
    if known.hourly_wage is not None:
        return Fraction(known.hourly_wage) * 37 * 52 / 12
    if known.paid_hours_week is not None:
        gross = Fraction(paid.wage_month)
        if not paid.pension_included:
            gross += Fraction(paid.pension_month) + Fraction(paid.own_atp_month)
        gross -= Fraction(paid.holiday_earned_month + paid.several_months_pay + paid.taxed_goods_month)
        gross -= Fraction(paid.holiday_supplement_month + paid.once_paid_month)
        return gross / Fraction(known.paid_hours_week) * Fraction(known.full_time_hours_week)
    return None if known.stated_month is None else Fraction(known.stated_month)


def ceiling_of(paid: PaidMonth) -> Fraction | None:
    """The ceiling of the month, with what the full-time wage has of pay for the whole year."""
    ordinary = ordinary_ceiling_of(paid)
    return None if ordinary is None else ordinary + Fraction(paid.ceiling.once_month or 0)


class Rest(TypedDict):
    """What a payout needs besides wage, benefit and ceiling."""

    lost: Fraction
    left_by_holiday: Fraction


def benefit_of(paid: PaidMonth) -> Fraction:
    return Fraction(paid.benefit_month) if paid.benefit_claimed else Fraction(0)


def rest_of(paid: PaidMonth) -> Rest:
    lost = Fraction(0) if paid.benefit_claimed else Fraction(paid.benefit_month)
    return {"lost": lost, "left_by_holiday": max(Fraction(0), 1 - paid.holiday_unemployment_days / Fraction(260, 12))}


def right(paid: PaidMonth) -> Decimal:
    return subsidy(rates_for(paid.month), wage_of(paid), benefit_of(paid), ceiling_of(paid), **rest_of(paid))


def rounded_at_each_step(paid: PaidMonth) -> Decimal:
    rates = rates_for(paid.month)
    return subsidy_rounded_at_each_step(rates, wage_of(paid), benefit_of(paid), ceiling_of(paid), **rest_of(paid))


def _by_wage(wage: Callable[[PaidMonth], Fraction]) -> Callable[[PaidMonth], Decimal]:
    return lambda paid: subsidy(rates_for(paid.month), wage(paid), benefit_of(paid), ceiling_of(paid), **rest_of(paid))


def _by_ceiling(ceiling: Callable[[PaidMonth], Fraction]) -> Callable[[PaidMonth], Decimal]:
    return lambda paid: subsidy(rates_for(paid.month), wage_of(paid), benefit_of(paid), ceiling(paid), **rest_of(paid))


def _by_rates(step: int) -> Callable[[PaidMonth], Decimal]:
    def payout(paid: PaidMonth) -> Decimal:
        other = periods()[periods().index(rates_for(paid.month)) + step]
        return subsidy(other, wage_of(paid), benefit_of(paid), ceiling_of(paid), **rest_of(paid))

    return payout


def _with_benefit(taken: Callable[[Rates, Fraction, Fraction], Fraction]) -> Callable[[PaidMonth], Decimal]:
    def payout(paid: PaidMonth) -> Decimal:
        rates, wage, benefit = rates_for(paid.month), wage_of(paid), Fraction(paid.benefit_month)
        off = taken(rates, wage, benefit)
        return subsidy(rates, wage, benefit_of(paid), ceiling_of(paid), off, **rest_of(paid))

    return payout


def _stated(paid: PaidMonth) -> Fraction:
    ceiling = ceiling_of(paid)
    assert ceiling is not None
    return ceiling


def _ordinary(paid: PaidMonth) -> Fraction:
    ordinary = ordinary_ceiling_of(paid)
    assert ordinary is not None
    return ordinary


def _without(*parts: str) -> Callable[[PaidMonth], Decimal]:
    return _by_ceiling(lambda paid: _stated(paid) - sum(Fraction(getattr(paid.ceiling, part)) for part in parts))


def _lowered_to_the_pace(paid: PaidMonth) -> Fraction:
    return _stated(paid) * Fraction(paid.pace_percent or 100) / 100


def _without_pension_by_share(paid: PaidMonth) -> Fraction:
    pension = Fraction(paid.pension_month)
    whole_wage = Fraction(paid.wage_month) + (0 if paid.pension_included else pension)
    return _stated(paid) * (whole_wage - pension) / whole_wage


def _after_atp(paid: PaidMonth) -> Decimal:
    due = right(paid)
    return due - min(Decimal(500), (due / 20).quantize(Decimal(1), ROUND_HALF_UP))


def _as_if_am_bidrag_were_off(paid: PaidMonth) -> Decimal:
    """What is right where the wage that was entered is 92 % of the AM-income."""
    return right(replace(paid, wage_month=paid.wage_month / Decimal("0.92")))


def after_tax(paid: PaidMonth, percent: int, *, less_atp: bool) -> Decimal:
    """What reaches the account of the right subsidy, with or without ATP withheld first."""
    before = _after_atp(paid) if less_atp else right(paid)
    return whole(Fraction(before) * Fraction(100 - percent, 100))


ERRORS: dict[str, tuple[str, Callable[[PaidMonth], Decimal]]] = {
    "all pension left out": ("pension-left-out", _by_wage(lambda paid: wage_of(paid, own=0, employers=0))),
    "own pension left out": ("pension-left-out", _by_wage(lambda paid: wage_of(paid, own=0))),
    "employer's pension left out": ("pension-left-out", _by_wage(lambda paid: wage_of(paid, employers=0))),
    "all pension twice": ("pension-counted-twice", _by_wage(lambda paid: wage_of(paid, own=2, employers=2))),
    "own pension twice": ("pension-counted-twice", _by_wage(lambda paid: wage_of(paid, own=2))),
    "employer's pension twice": ("pension-counted-twice", _by_wage(lambda paid: wage_of(paid, employers=2))),
    "ceiling without its pension": ("ceiling-without-pension", _without("pension_part_month")),
    "ceiling without supplements": ("ceiling-without-supplements", _without("supplements_part_month")),
    "ceiling without holiday pay": ("ceiling-without-holiday-pay", _without("holiday_part_month")),
    "ceiling without pension and holiday pay": (
        "ceiling-without-several-parts", _without("pension_part_month", "holiday_part_month")),
    "ceiling without pension by its share": (
        "ceiling-without-pension", _by_ceiling(_without_pension_by_share)),
    "ceiling from a reduced wage": ("ceiling-from-reduced-wage", _by_ceiling(_lowered_to_the_pace)),
    "rates of the year before": ("wrong-year", _by_rates(-1)),
    "rates of the year after": ("wrong-year", _by_rates(1)),
    "several months at once": ("several-months-at-once", _by_wage(lambda paid: wage_of(paid, several_at_once=True))),
    "holiday money when earned": ("holiday-money-when-earned", _by_wage(lambda paid: wage_of(paid, earned=1))),
    "benefit as wage too": (
        "benefit-and-wage", _with_benefit(lambda rates, wage, benefit: taken_for(rates, wage + benefit))),
    "all wage beside benefit": ("benefit-and-wage", _with_benefit(lambda rates, wage, benefit: wage)),
    "benefit as wage alone": (
        "benefit-and-wage", _with_benefit(lambda rates, wage, benefit: taken_for(rates, wage + benefit) - benefit)),
    "after ATP": ("after-atp", _after_atp),
    "goods counted": ("goods-counted", _by_wage(lambda paid: wage_of(paid, goods=1))),
    "ordinary ceiling": ("once-paid-against-ordinary-ceiling", _by_ceiling(_ordinary)),
    "A-income entered": ("a-income-entered", _as_if_am_bidrag_were_off),
}  # fmt: skip
"""Each error: the reason it must be recognised as, and the subsidy it pays."""
