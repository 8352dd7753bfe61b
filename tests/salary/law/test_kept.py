"""What is left of more wage, in cases whose shares can be reckoned by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fleksjob_site.kernel.calendar import Month
from salary.law.calculation import Result, calculate
from salary.law.case import Case
from salary.law.kept import Account
from salary.law.net import MainCard, TaxCard

CARD = TaxCard(Decimal(38), Decimal(5400), MainCard.MUNICIPALITY)


def month(wage: str, **more: str) -> Result:
    """A month of 2026 with a wage that includes the pension on top given."""
    given = {name: Decimal(value) for name, value in {"wage_month": wage, **more}.items()}
    return calculate(Case.from_fields(Month(2026, 11), **given))


def account(result: Result, own_percent: str = "0", card: TaxCard | None = CARD) -> Account:
    case = result.case
    return Account(result.rates, case.pension_on_top_percent, Decimal(own_percent), case.own_atp_month, card)


@pytest.mark.parametrize(
    ("result", "own_percent", "after_tax"),
    [
        # 92 % of the wage and then 62 % of it, less 62 % of the 30 øre, 55 øre or whole krone of subsidy that goes.
        (month("7000"), "0", "38.44"),
        (month("7000", pension_on_top_percent="10"), "0", "36.58"),
        (month("7000", pension_on_top_percent="10"), "5", "33.73"),
        (month("20000"), "0", "22.94"),
        (month("7000", ceiling_month="20000"), "0", "-4.96"),
    ],
)
def test_of_100_more_the_card_leaves_what_wage_and_subsidy_together_leave(
    result: Result, own_percent: str, after_tax: str
) -> None:
    kept = account(result, own_percent).of_further_wage(result)
    assert kept is not None
    assert kept.after_tax == Decimal(after_tax)


def test_without_a_card_nothing_after_tax_is_known() -> None:
    result = month("7000")
    kept = account(result, card=None).of_further_wage(result)
    assert kept is not None
    assert (kept.before_tax, kept.after_tax) == (70, None)


def test_where_no_wage_is_paid_no_further_wage_is_answered_for() -> None:
    result = month("0")
    assert account(result).of_further_wage(result) is None


@given(
    wage=st.integers(3000, 40000), percent=st.integers(0, 100), deduction=st.integers(0, 9000), own=st.integers(0, 20)
)
def test_a_change_is_the_difference_of_two_months_by_arithmetic_of_its_own(
    wage: int, percent: int, deduction: int, own: int
) -> None:
    """Two months of wage and subsidy, 1,000 kr. and −300 kr. apart, with fractions in place of the law code."""
    result = month(str(wage))
    card = TaxCard(Decimal(percent), Decimal(deduction), MainCard.EMPLOYER)
    kept = account(result, str(own), card).change(
        (Decimal(wage), Decimal(15000)), (Decimal(wage + 1000), Decimal(14700))
    )

    def net(gross: int, subsidy: int) -> Fraction:
        base = gross * Fraction(100 - own, 100) * Fraction(92, 100)
        tax = Fraction(percent, 100) * (max(Fraction(0), base - deduction) + subsidy - 500)
        return base + subsidy - 500 - tax

    assert kept.before_tax == Decimal(1000 * (100 - own)) / 100 - 300
    assert kept.after_tax is not None
    # Each of four amounts is rounded to the øre.
    assert abs(Fraction(kept.after_tax) - (net(wage + 1000, 14700) - net(wage, 15000))) <= Fraction(2, 100)


@pytest.mark.parametrize(
    ("result", "deduction", "main_card", "fills"),
    [
        # 92 % of the wage leaves 960 kr. of the deduction unused, so that of 100 kr. more no tax is withheld.
        (month("7000"), 7400, MainCard.EMPLOYER, True),
        (month("7000", ceiling_month="20000"), 7400, MainCard.EMPLOYER, True),
        (month("20000"), 30000, MainCard.EMPLOYER, True),
        # Almost used up, used up, with the other payer, or with nobody.
        (month("7000"), 6450, MainCard.EMPLOYER, False),
        (month("20000"), 5400, MainCard.EMPLOYER, False),
        (month("20000"), 30000, MainCard.MUNICIPALITY, False),
        (month("20000"), 30000, MainCard.NONE, False),
    ],
)
def test_more_after_tax_than_before_comes_of_a_deduction_that_was_not_used(
    result: Result, deduction: int, main_card: MainCard, fills: bool
) -> None:
    card = TaxCard(Decimal(38), Decimal(deduction), main_card)
    kept = account(result, card=card).of_further_wage(result)
    assert kept is not None
    assert kept.after_tax is not None
    assert (kept.fills_deduction, kept.after_tax > kept.before_tax) == (fills, fills)
