"""In a check of payouts the surplus of a side business counts like other wage, and has a step of its own."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from salary.law.payout.check import Check, CheckedMonth, check
from salary.law.payout.month import PaidMonth
from salary.law.rates import periods
from salary.law.step import StepKey
from tests.salary.law.payout.made_up import kroner, paid_months
from tests.salary.law.payout.paying import TODAY

FIRST = periods()[0].valid_from
_OWN_STEPS = {StepKey.OTHER_WAGE, StepKey.SIDE_BUSINESS}


def _said_of(month: CheckedMonth) -> tuple[object, ...]:
    return (
        month.verdict, month.due.least, month.due.most, month.difference_month, month.reasons, month.remarks,
        month.question, month.ceiling_that_fits_month, month.due.income,
        [(step.key, step.amount) for step in month.steps if step.key not in _OWN_STEPS],
    )  # fmt: skip


def _checked(*months: PaidMonth) -> Check:
    return check(months, TODAY)


@settings(max_examples=200)
@given(paid_months, kroner(1, 20_000), st.integers(0, 20_000))
def test_a_month_is_judged_the_same_as_with_as_much_other_wage(paid: PaidMonth, surplus: Decimal, payout: int) -> None:
    paid = replace(paid, paid_subsidy_month=Decimal(payout), side_business_month=Decimal(0))
    business = _checked(replace(paid, side_business_month=surplus)).months[0]
    other = _checked(replace(paid, other_wage_month=paid.other_wage_month + surplus)).months[0]
    assert _said_of(business) == _said_of(other)
    steps = {step.key: step for step in business.steps}
    assert steps[StepKey.SIDE_BUSINESS].amount == surplus
    assert (StepKey.OTHER_WAGE in steps) is (paid.other_wage_month + paid.care_pay_month > 0)


@settings(max_examples=50)
@given(paid_months, kroner(1, 20_000), st.integers(0, 20_000))
def test_the_months_around_it_are_judged_the_same_too(paid: PaidMonth, surplus: Decimal, payout: int) -> None:
    paid = replace(paid, paid_subsidy_month=Decimal(payout), side_business_month=Decimal(0))
    assume(paid.month > FIRST)
    before = replace(paid, month=paid.month.plus(months=-1), other_wage_month=Decimal(0))
    business = _checked(before, replace(paid, side_business_month=surplus))
    other = _checked(before, replace(paid, other_wage_month=paid.other_wage_month + surplus))
    assert list(map(_said_of, business.months)) == list(map(_said_of, other.months))
