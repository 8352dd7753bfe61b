"""The surplus of a side business counts like other wage, has a step of its own, and is paid out by nobody."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salary.law.calculation import calculate
from salary.law.case import ZERO
from salary.law.curve import curve_of
from salary.law.net import paid_of
from salary.law.step import StepKey
from salary.law.year.plan import Plan, Terms
from salary.law.year.rows import year_of
from tests.salary.law.given import MAY, case, numbers_in, step

FIFTEEN_HOURS = {"hours_week": 15, "pace_percent": 60, "hourly_wage": 180}


@given(
    st.decimals(0, 30_000, places=2),
    st.sampled_from([ZERO, Decimal(4000)]),
    st.sampled_from([None, Decimal(20_000), Decimal(30_000)]),
)
def test_it_counts_like_other_wage_in_the_reduction_the_ceiling_and_the_curve(
    surplus: Decimal, other: Decimal, ceiling: Decimal | None
) -> None:
    bare = replace(case(**FIFTEEN_HOURS), ceiling_month=ceiling)
    business = replace(bare, side_business_month=surplus, other_wage_month=other)
    wage = replace(bare, other_wage_month=surplus + other)
    one, same = calculate(business), calculate(wage)
    assert (one.subsidy, one.total_month) == (same.subsidy, same.total_month)
    on_curve, same_curve = curve_of(business), curve_of(wage)
    assert on_curve
    assert same_curve
    assert (on_curve.here, on_curve.segments) == (same_curve.here, same_curve.segments)


def test_the_subsidy_by_hand() -> None:
    # 7.020 kr. of wage and 3.000 kr. of surplus; in May 2024 the highest subsidy is 19.952 kr.
    found = calculate(case(**FIFTEEN_HOURS, side_business_month=3000))
    assert found.subsidy.rounded == 19_952 - 3_006
    assert found.total_month == 7_020 + 3_000 + 16_946


@pytest.mark.parametrize(
    ("other", "shown"), [(0, {"wage", "surplus", "all_wage"}), (4000, {"wage", "other_wage", "surplus", "all_wage"})]
)
def test_its_step_has_the_sum_the_sources_and_what_surplus_means(other: int, shown: set[str]) -> None:
    found = step(
        calculate(case(**FIFTEEN_HOURS, side_business_month=3000, other_wage_month=other)), StepKey.SIDE_BUSINESS
    )
    assert (found.amount, found.sum.values["all_wage"]) == (3000, 7020 + 3000 + other)
    assert numbers_in(found.sum) == shown
    assert [source.place for source in found.sources] == ["BEK 227/2024 § 1, stk. 1, nr. 3", "BEK 227/2024 § 3, stk. 5"]
    assert any("before interest" in remark.message for remark in found.remarks)


def test_without_a_side_business_nothing_is_said_of_one() -> None:
    assert StepKey.SIDE_BUSINESS not in [step.key for step in calculate(case(**FIFTEEN_HOURS)).steps]


def test_it_is_left_out_of_what_reaches_the_account() -> None:
    found = calculate(case(**FIFTEEN_HOURS, side_business_month=3000))
    paid = paid_of(found, ZERO)
    assert paid
    assert paid.account_before_tax == 7020 + found.payout_month


def test_it_counts_in_the_year_too() -> None:
    business = case(**FIFTEEN_HOURS, side_business_month=3000)
    wage = case(**FIFTEEN_HOURS, other_wage_month=3000)
    one, same = (
        year_of(Plan(MAY.plus(months=1), (Terms(MAY, given, ZERO),), months=1)).rows[0] for given in (business, wage)
    )
    assert one.subsidy_paid == same.subsidy_paid == calculate(business).subsidy.rounded
