"""Months made up at random, over all periods and with every field."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from salary.law.payout.month import Ceiling, PaidMonth
from salary.law.rates import periods


def kroner(least: int, most: int) -> st.SearchStrategy[Decimal]:
    return st.decimals(least, most, places=2)


def maybe(amounts: st.SearchStrategy[Decimal]) -> st.SearchStrategy[Decimal]:
    return st.one_of(st.just(Decimal(0)), amounts)


all_months = st.sampled_from(
    [month for rates in periods() for month in (rates.valid_from, rates.valid_from.plus(months=2), rates.valid_to)]
)
ceilings = st.one_of(
    st.builds(
        Ceiling,
        stated_month=kroner(18_000, 45_000),
        pension_part_month=maybe(kroner(500, 3000)),
        supplements_part_month=maybe(kroner(500, 3000)),
        holiday_part_month=maybe(kroner(500, 3000)),
        once_month=st.one_of(st.none(), st.just(Decimal(0)), kroner(300, 4000)),
        confirmed=st.just(True),
    ),
    st.builds(Ceiling, hourly_wage=kroner(120, 260), once_month=st.one_of(st.none(), kroner(300, 4000))),
    st.builds(Ceiling, paid_hours_week=kroner(3, 30), full_time_hours_week=st.sampled_from([Decimal(37), Decimal(35)])),
    st.just(Ceiling()),
)
paid_months = st.builds(
    PaidMonth,
    month=all_months,
    wage_month=kroner(6000, 24_000),
    paid_subsidy_month=st.just(Decimal(0)),
    pension_included=st.booleans(),
    own_pension_month=maybe(kroner(100, 1000)),
    employer_pension_month=maybe(kroner(100, 2000)),
    other_wage_month=maybe(kroner(100, 5000)),
    side_business_month=maybe(kroner(100, 5000)),
    benefit_month=maybe(kroner(500, 12_000)),
    holiday_earned_month=maybe(kroner(300, 2000)),
    holiday_held_month=maybe(kroner(300, 4000)),
    several_months_pay=maybe(kroner(500, 3000)),
    several_months=st.integers(2, 6),
    ceiling=ceilings,
    pace_percent=st.one_of(st.none(), st.decimals(10, 100, places=0)),
    taxed_goods_month=maybe(kroner(50, 400)),
    holiday_supplement_month=maybe(kroner(50, 300)),
    once_paid_month=maybe(kroner(50, 300)),
    own_atp_month=st.sampled_from([Decimal(0), Decimal(33), Decimal(66), Decimal(99)]),
    care_pay_month=maybe(kroner(500, 6000)),
    benefit_claimed=st.booleans(),
    holiday_unemployment_days=st.one_of(st.just(0), st.integers(0, 25)),
    before_tax_confirmed=st.just(True),
)
full_months = st.builds(
    lambda month, hourly: replace(month, ceiling=hourly),
    st.builds(
        PaidMonth,
        month=all_months,
        wage_month=kroner(6000, 24_000),
        paid_subsidy_month=st.just(Decimal(0)),
        pension_included=st.booleans(),
        own_pension_month=kroner(100, 1000),
        employer_pension_month=kroner(100, 2000),
        other_wage_month=maybe(kroner(100, 5000)),
        side_business_month=maybe(kroner(100, 5000)),
        benefit_month=kroner(500, 6000),
        holiday_earned_month=kroner(300, 2000),
        holiday_held_month=maybe(kroner(300, 4000)),
        several_months_pay=kroner(500, 3000),
        several_months=st.integers(2, 6),
        pace_percent=st.decimals(10, 90, places=0),
        taxed_goods_month=kroner(100, 400),
        holiday_supplement_month=kroner(100, 300),
        once_paid_month=maybe(kroner(50, 300)),
        own_atp_month=st.sampled_from([Decimal(0), Decimal(99)]),
        holiday_unemployment_days=st.one_of(st.just(0), st.integers(1, 10)),
        before_tax_confirmed=st.just(True),
    ),
    st.builds(
        Ceiling,
        stated_month=kroner(18_000, 45_000),
        pension_part_month=kroner(500, 3000),
        supplements_part_month=kroner(500, 3000),
        holiday_part_month=kroner(500, 3000),
        once_month=kroner(500, 4000),
        confirmed=st.just(True),
    ),
)
"""Months in which there is something of every kind to get wrong, with a ceiling that the employer has stated."""
