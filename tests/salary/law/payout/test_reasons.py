"""Every likely reason is recognised in a payout made with just that error, and right payouts are never called wrong."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from salary.law.payout.check import CheckedMonth, Verdict, check
from salary.law.payout.due import TOLERANCE
from salary.law.payout.month import Ceiling, PaidMonth
from salary.law.rates import NoRates, periods, rates_for
from tests.salary.law.payout.made_up import full_months, paid_months
from tests.salary.law.payout.wrong import (
    ERRORS,
    benefit_of,
    ceiling_of,
    rest_of,
    right,
    rounded_at_each_step,
    subsidy,
    taken_for,
    wage_of,
    whole,
)

TODAY = date(2026, 11, 21)


def checked(paid: PaidMonth, payout: Decimal) -> CheckedMonth:
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
        paid = replace(paid, pension_included=False)
    payout = payout_of(paid)
    assume(payout >= 0)
    # What the error does not change, or what another reading allows, is no error.
    assume(all(abs(payout - right_payout) > TOLERANCE + 1 for right_payout in allowed(paid)))
    found = checked(paid, payout)
    # In the years before 2024 the ceiling leaves a range, and its upper end is right too.
    assume(not found.due.certain_from - TOLERANCE <= payout <= found.due.most + TOLERANCE)
    assert found.verdict in (Verdict.TOO_LITTLE, Verdict.TOO_MUCH) or found.due.least < found.due.most
    assert key in [reason.key for reason in found.reasons]
    for reason in found.reasons:
        # What is told explains the amount; and what is told beside the error explains it as well.
        assert abs(reason.subsidy_month - payout) <= TOLERANCE
        assert reason.sources
        assert reason.text.message


@settings(max_examples=100)
@given(full_months, st.integers(0, 25_000))
def test_no_reason_is_given_that_does_not_explain_the_amount(paid: PaidMonth, payout: int) -> None:
    found = checked(paid, Decimal(payout))
    if found.verdict == Verdict.FITS:
        assert found.reasons == ()
    for reason in found.reasons:
        assert abs(reason.subsidy_month - payout) <= TOLERANCE
        # In the years before 2024 the ceiling leaves a range, and its upper end is right too.
        right_ones = (*allowed(paid), found.due.most)
        assert any(abs(reason.subsidy_month - amount) > TOLERANCE for amount in right_ones)
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


@settings(max_examples=60)
@given(paid_months, st.integers(0, 23), st.integers(0, 2))
def test_a_part_of_a_month_is_right_by_each_way_to_share_it(paid: PaidMonth, days: int, way: int) -> None:
    share = min(Fraction(1), days / Fraction(260, 12))
    paid = replace(paid, days_in_job=days, holiday_unemployment_days=0, care_pay_month=Decimal(0))
    wage, ceiling = wage_of(paid), ceiling_of(paid)
    if paid.ceiling.paid_hours_week is not None:
        # Of a part of a month, the hours a week say nothing of full time.
        ceiling = None
    lost = rest_of(paid)["lost"]
    highest = Fraction(rates_for(paid.month).max_subsidy_month.amount)
    benefit = benefit_of(paid)
    of_highest = highest * (1 if way == 0 else share) - taken_for(rates_for(paid.month), wage) - benefit - lost
    left = max(Fraction(0), of_highest) if wage or benefit or lost else Fraction(0)
    if ceiling is not None:
        left = min(left, max(Fraction(0), ceiling * (share if way == 2 else 1) - wage - benefit))
    assert checked(paid, whole(left * (share if way == 0 else 1))).difference_month == 0


@settings(max_examples=60)
@given(full_months)
def test_a_taxed_amount_is_asked_about_and_not_judged(paid: PaidMonth) -> None:
    paid = replace(paid, before_tax_confirmed=False, holiday_unemployment_days=0)
    payout = whole(Fraction(right(paid)) * Fraction(62, 100))
    assume(payout > 0)
    found = checked(paid, payout)
    assume(found.due.least == found.due.most)
    assume(found.verdict != Verdict.FITS)
    if found.question is None:
        # A known error gives the very amount.
        assert any(reason.key.is_known_error for reason in found.reasons)
    else:
        assert (found.verdict, found.difference_month, found.reasons) == (Verdict.UNSURE, 0, ())
        assert found.question.key == "after-tax"


@settings(max_examples=60)
@given(full_months, st.integers(1, 20_000))
def test_a_wage_and_a_ceiling_that_fit_give_what_was_paid(paid: PaidMonth, payout: int) -> None:
    paid = replace(paid, holiday_unemployment_days=0)
    found = checked(paid, Decimal(payout))
    rates, benefit, rest = found.due.result.rates, benefit_of(paid), rest_of(paid)
    if any(reason.key.is_known_error for reason in found.reasons):
        assert found.ceiling_that_fits_month is found.counted_wage_that_fits_month is None
        return
    if found.counted_wage_that_fits_month is not None:
        wage = Fraction(found.counted_wage_that_fits_month)
        assert wage > wage_of(paid)
        assert abs(subsidy(rates, wage, benefit, ceiling_of(paid), **rest) - payout) <= TOLERANCE
    if found.ceiling_that_fits_month is not None:
        ceiling = Fraction(found.ceiling_that_fits_month)
        assert abs(subsidy(rates, wage_of(paid), benefit, ceiling, **rest) - payout) <= TOLERANCE
