"""Every likely reason is recognised in a payout made with just that error, and right payouts are never called wrong."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from salary.law.payout.check import Checked, Verdict, check
from salary.law.payout.due import TOLERANCE
from salary.law.payout.month import Ceiling, PaidMonth
from salary.law.rates import NoRates, periods, rates_for
from tests.salary.law.payout.wrong import ERRORS, full_months, paid_months, right, rounded_at_each_step

TODAY = date(2026, 11, 21)


def checked(paid: PaidMonth, payout: Decimal) -> Checked:
    (found,) = check((replace(paid, paid_subsidy_month=payout),), TODAY).months
    return found


def allowed(paid: PaidMonth) -> list[Decimal]:
    """What is right by each reading of the rates at the end of a period."""
    payouts = [right(paid)]
    if rates_for(paid.month).valid_to == paid.month:
        try:
            rates_for(paid.month.plus(months=1))
        except NoRates:
            return payouts
        payouts.append(ERRORS["rates of the year after"][1](paid))
    return payouts


@settings(max_examples=150)
@given(paid_months, st.integers(-2, 2))
def test_a_right_payout_is_never_called_wrong(paid: PaidMonth, off: int) -> None:
    payout = right(paid) + off
    assume(payout >= 0)
    found = checked(paid, payout)
    assert found.question is None
    assert found.difference_month == 0
    if found.due.least == found.due.most:
        assert found.verdict == Verdict.FITS
        assert found.reasons == ()
    else:
        assert found.verdict in (Verdict.FITS, Verdict.DEPENDS_ON_CEILING)


@settings(max_examples=150)
@given(paid_months)
def test_neither_habit_of_rounding_is_reported_as_an_error(paid: PaidMonth) -> None:
    once, at_each_step = right(paid), rounded_at_each_step(paid)
    assert abs(once - at_each_step) <= TOLERANCE
    for payout in (once, at_each_step):
        found = checked(paid, payout)
        assert found.verdict in (Verdict.FITS, Verdict.DEPENDS_ON_CEILING)
        assert found.difference_month == 0


@settings(max_examples=100)
@given(paid_months)
def test_at_the_end_of_a_period_either_rates_are_right(paid: PaidMonth) -> None:
    for payout in allowed(paid):
        found = checked(paid, payout)
        assert found.verdict in (Verdict.FITS, Verdict.DEPENDS_ON_CEILING)
        assert found.difference_month == 0


@pytest.mark.parametrize("error", ERRORS)
@settings(max_examples=50)
@given(data=st.data())
def test_each_error_is_recognised_as_what_it_is(error: str, data: st.DataObject) -> None:
    paid = data.draw(full_months)
    key, payout_of = ERRORS[error]
    if error.endswith("by its share"):
        # The share is only a guess for a ceiling whose pension is not known.
        paid = replace(paid, ceiling=replace(paid.ceiling, pension_part_month=Decimal(0)))
    step = {"rates of the year before": -1, "rates of the year after": 1}.get(error, 0)
    assume(0 <= periods().index(rates_for(paid.month)) + step < len(periods()))
    if key == "a-income-entered":
        paid = replace(paid, pension_is_in=False)
    payout = payout_of(paid)
    assume(payout >= 0)
    # What the error does not change, or what another reading allows, is no error.
    assume(all(abs(payout - right_payout) > TOLERANCE + 1 for right_payout in allowed(paid)))
    found = checked(paid, payout)
    # In the years before 2024 the ceiling leaves a range, and its upper end is right too.
    assume(not found.due.right_from - TOLERANCE <= payout <= found.due.most + TOLERANCE)
    assert found.verdict in (Verdict.TOO_LITTLE, Verdict.TOO_MUCH) or found.due.least < found.due.most
    assert key in [reason.key for reason in found.reasons]
    for reason in found.reasons:
        # What is told explains the amount; and what is told beside the error explains it as well.
        assert abs(reason.subsidy_month - payout) <= TOLERANCE
        assert reason.sources
        assert reason.text.message


@settings(max_examples=100)
@given(full_months, st.integers(0, 25_000))
def test_no_reason_is_told_that_does_not_explain_the_amount(paid: PaidMonth, payout: int) -> None:
    found = checked(paid, Decimal(payout))
    if found.verdict == Verdict.FITS:
        assert found.reasons == ()
    for reason in found.reasons:
        assert abs(reason.subsidy_month - payout) <= TOLERANCE
        assert any(abs(reason.subsidy_month - amount) > TOLERANCE for amount in allowed(paid))
    assert len({reason.key for reason in found.reasons}) == len(found.reasons)


@settings(max_examples=100)
@given(paid_months)
def test_each_kind_of_error_needs_what_it_gets_wrong(paid: PaidMonth) -> None:
    bare = replace(
        paid, own_pension_month=Decimal(0), employer_pension_month=Decimal(0), benefit_month=Decimal(0),
        holiday_earned_month=Decimal(0), several_months_pay=Decimal(0), ceiling=Ceiling(), pace_percent=None,
        taxed_goods_month=Decimal(0), holiday_supplement_month=Decimal(0), once_paid_month=Decimal(0),
    )  # fmt: skip
    for payout in (right(bare) + 500, max(Decimal(0), right(bare) - 500)):
        keys = {reason.key for reason in checked(bare, payout).reasons}
        assert keys <= {"wrong-year", "after-atp", "a-income-entered", "after-tax", "counted-wage-too-high"}
