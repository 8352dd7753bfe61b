"""What is asked before a month is judged, over all periods: never about a right month, always about a doubtful one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fleksjob_site.kernel.calendar import Month
from salary.law.payout.check import Verdict
from salary.law.payout.due import TOLERANCE
from salary.law.payout.month import Ceiling, PaidMonth
from tests.salary.law.payout.made_up import full_months, paid_months
from tests.salary.law.payout.test_reasons import allowed, checked
from tests.salary.law.payout.wrong import after_tax, ordinary_ceiling_of, right, wage_of, whole


def unasked(paid: PaidMonth) -> PaidMonth:
    """The month before anybody has answered a question about it."""
    return replace(paid, before_tax_confirmed=False, ceiling=replace(paid.ceiling, confirmed=False))


@settings(max_examples=150)
@given(paid_months, st.integers(-2, 2))
def test_a_right_payout_is_at_most_asked_about_a_low_ceiling(paid: PaidMonth, off: int) -> None:
    payout = right(paid) + off
    assume(payout >= 0)
    found = checked(unasked(paid), payout)
    assert found.verdict in (Verdict.FITS, Verdict.DEPENDS_ON_CEILING, Verdict.UNSURE)
    assert found.difference_month == 0
    if found.due.least == found.due.most:
        assert found.reasons == ()
    if found.question is not None:
        assert found.question.key.startswith("ceiling-below")
        stated = paid.ceiling.stated_month
        assert stated is not None
        assert stated < wage_of(paid)


@settings(max_examples=100)
@given(full_months, st.integers(0, 20_000), st.decimals(1, 99, places=0))
def test_a_ceiling_below_the_wage_of_the_month_is_asked_about(paid: PaidMonth, payout: int, percent: Decimal) -> None:
    besides = Fraction(paid.other_wage_month) + Fraction(paid.side_business_month) + Fraction(paid.holiday_held_month)
    own = whole(wage_of(paid) - besides)
    low = replace(paid.ceiling, stated_month=whole(Fraction(own) * Fraction(percent) / 100) - 1, once_month=Decimal(0))
    assume(low.stated_month is not None and low.stated_month > 0)
    found = checked(replace(paid, ceiling=replace(low, confirmed=False)), Decimal(payout))
    assert found.question is not None
    assert (found.question.key, found.verdict) == ("ceiling-below-wage", Verdict.UNSURE)
    assert (found.difference_month, found.reasons) == (0, ())
    assert checked(replace(paid, ceiling=low), Decimal(payout)).question is None


@settings(max_examples=100)
@given(full_months, st.decimals(3, 30, places=1), st.decimals(60, 140, places=0))
def test_a_ceiling_below_the_persons_own_full_time_wage_is_asked_about(
    paid: PaidMonth, hours: Decimal, percent: Decimal
) -> None:
    full_time = ordinary_ceiling_of(replace(paid, ceiling=Ceiling(paid_hours_week=hours)))
    assert full_time is not None
    stated = whole(full_time * Fraction(percent) / 100)
    # What counts as the month's own wage can be more than full time gives where much of it is paid once.
    assume(stated > wage_of(paid) and abs(Fraction(stated) - full_time) > 1)
    ceiling = Ceiling(stated, paid_hours_week=hours, once_month=Decimal(0))
    found = checked(replace(paid, ceiling=ceiling), Decimal(0))
    asked = found.question is not None and found.question.key == "ceiling-below-full-time-wage"
    assert asked is (stated < full_time)
    assert checked(replace(paid, ceiling=replace(ceiling, confirmed=True)), Decimal(0)).question is None


@settings(max_examples=100)
@given(full_months, st.integers(20, 70), st.booleans())
def test_once_confirmed_an_amount_after_tax_is_a_reason(paid: PaidMonth, percent: int, less_atp: bool) -> None:
    payout = after_tax(paid, percent, less_atp=less_atp)
    assume(all(abs(payout - amount) > TOLERANCE + 1 for amount in allowed(paid)))
    found = checked(replace(paid, before_tax_confirmed=True), payout)
    assume(found.due.least == found.due.most)
    assert found.question is None
    assert "after-tax" in [reason.key for reason in found.reasons]
    if not any(reason.key.is_known_error for reason in found.reasons):
        question = checked(replace(paid, before_tax_confirmed=False), payout).question
        assert question is not None
        assert question.key == "after-tax"


@settings(max_examples=100)
@given(full_months, st.integers(1, 99))
def test_an_amount_with_ore_is_asked_about_unless_it_fits(paid: PaidMonth, ore: int) -> None:
    payout = right(paid) + 500 + Decimal(ore) / 100
    found = checked(replace(paid, before_tax_confirmed=False), payout)
    assume(checked(paid, payout).verdict in (Verdict.TOO_LITTLE, Verdict.TOO_MUCH))
    assert found.question is not None
    assert (found.question.key, found.difference_month) == ("after-tax", 0)


@pytest.mark.parametrize("ore", [Decimal("18839.50"), Decimal("18841.25")])
def test_ore_that_rounding_explains_is_not_asked_about(ore: Decimal) -> None:
    ceiling = Ceiling(Decimal(34000))
    paid = PaidMonth(Month(2026, 5), Decimal(9200), ore, ceiling=ceiling)
    found = checked(paid, ore)
    assert (found.question, found.verdict) == (None, Verdict.FITS)
