"""Where a reason begins and ends: two kroner of rounding, nothing to leave out, the rates and the month beside."""

from decimal import Decimal

import pytest

from salary.law.rates import periods
from tests.salary.law.payout.paying import checked, paid, reasons


@pytest.mark.parametrize(
    ("subsidy", "expected"),
    [("18477", []), ("18478", ["pension-counted-twice"]), ("18480", ["pension-counted-twice"]),
     ("18482", ["pension-counted-twice"]), ("18483", [])],
)  # fmt: skip
def test_a_reason_is_reported_where_it_gives_what_was_paid_within_two_kroner(subsidy: str, expected: list[str]) -> None:
    # 30 % of another 1.200 kr. is 360 kr., so 18.480 kr.
    assert reasons(paid(subsidy=subsidy)) == expected


@pytest.mark.parametrize(
    ("subsidy", "verdict", "difference"),
    [("18837", "too-little", 3), ("18838", "fits", 0), ("18842", "fits", 0), ("18843", "too-much", -3)],
)
def test_two_kroner_are_rounding_and_three_are_not(subsidy: str, verdict: str, difference: int) -> None:
    found = checked(paid(subsidy=subsidy))
    assert (found.verdict, found.difference_month) == (verdict, difference)


@pytest.mark.parametrize(("pension", "expected"), [("10", ["pension-counted-twice"]), ("5", [])])
def test_an_error_too_small_to_be_told_from_rounding_explains_nothing(pension: str, expected: list[str]) -> None:
    # Without pension 19.200 kr.; another 10 kr. of wage make 3 kr. less, and another 5 kr. two.
    due = 19197 if pension == "10" else 19199
    month = paid(subsidy=str(due - 3), own_pension_month=pension, employer_pension_month="0")
    assert checked(month).verdict == "too-little"
    assert reasons(month) == expected


@pytest.mark.parametrize(("pension", "expected"), [("10", ["pension-left-out"]), ("5", [])])
def test_an_error_that_gives_hardly_more_than_is_due_explains_nothing_either(pension: str, expected: list[str]) -> None:
    # With 10 kr. of pension in the wage 19.197 kr. are due and with 5 kr. 19.199 kr.; without it 19.200 kr.
    due = 19197 if pension == "10" else 19199
    month = paid(subsidy=str(due + 3), own_pension_month=pension, employer_pension_month="0")
    assert checked(month).verdict == "too-much"
    assert reasons(month) == expected


def test_a_wage_that_is_all_pension_can_have_been_left_out_as_a_whole() -> None:
    month = paid(subsidy="0", wage_month="1200", pension_included=True)
    assert reasons(month) == ["pension-left-out"]


def test_no_more_pension_is_left_out_than_there_is_wage() -> None:
    # Less than no wage would give more than the highest subsidy.
    month = paid(
        subsidy="21630", wage_month="1100", own_pension_month="0", employer_pension_month="1200", pension_included=True
    )
    assert "pension-left-out" not in reasons(month)


@pytest.mark.parametrize(
    ("given", "subsidy", "expected"),
    [
        # Below 24.000 kr. the wage of 9.200 kr. leaves 14.800 kr.; with pension 8.000 / 9.200 of it are 20.870 kr.
        ({}, "11670", ["ceiling-without-pension"]),
        # The employer's 800 kr. alone: 8.400 / 9.200 are 21.913 kr.
        ({}, "12713", ["ceiling-without-pension"]),
        # With the pension in 8.000 kr., 6.800 / 8.000 of the ceiling are 20.400 kr., and 7.200 / 8.000 are 21.600 kr.
        ({"pension_included": True}, "12400", ["ceiling-without-pension"]),
        ({"pension_included": True}, "13600", ["ceiling-without-pension"]),
        # Where the pension in the ceiling is known, no share is guessed.
        ({"pension_part_month": "2000"}, "11670", []),
        ({"pension_part_month": "2000"}, "12800", ["ceiling-without-pension"]),
        ({"own_pension_month": "0", "employer_pension_month": "0"}, "12713", []),
        # 90 % of 24.000 kr.
        ({"pace_percent": "90"}, "12400", ["ceiling-from-reduced-wage"]),
        ({"pace_percent": "99"}, "14560", ["ceiling-from-reduced-wage"]),
        ({"pace_percent": "120"}, "19600", []),
        ({}, "12400", []),
    ],
)
def test_a_ceiling_is_too_low_by_the_share_of_pension_or_by_the_pace(
    given: dict[str, object], subsidy: str, expected: list[str]
) -> None:
    assert reasons(paid(subsidy=subsidy, ceiling="24000", **given)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left_out", "expected"),
    [(1000, "ceiling-without-pension"), (2000, "ceiling-without-supplements"), (4000, "ceiling-without-holiday-pay"),
     (3000, "ceiling-without-several-parts"), (5000, "ceiling-without-several-parts"),
     (6000, "ceiling-without-several-parts"), (7000, "ceiling-without-several-parts")],
)  # fmt: skip
def test_each_part_of_the_ceiling_and_every_several_of_them_can_be_missing(left_out: int, expected: str) -> None:
    parts = {"pension_part_month": "1000", "supplements_part_month": "2000", "holiday_part_month": "4000"}
    (reason,) = checked(paid(subsidy=str(14800 - left_out), ceiling="24000", **parts)).reasons
    assert (reason.key, reason.subsidy_month) == (expected, 14800 - left_out)
    assert reason.text.values["ceiling"] == 24000 - left_out


def test_a_part_that_is_not_known_is_no_reason() -> None:
    assert reasons(paid(subsidy="13800", ceiling="24000", supplements_part_month="2000")) == []


def reasons_by_other_rates(period: int, by: int) -> list[str]:
    """The reasons for 8.000 kr. of wage in a month of one period, paid by the rates of another; both by place."""
    month, other = periods()[period].valid_from.plus(months=1), periods()[by]
    subsidy = str(other.max_subsidy_month.amount - 2400)
    none = {"own_pension_month": "0", "employer_pension_month": "0"}
    return reasons(paid(str(month), subsidy=subsidy, ceiling="90000", **none))


@pytest.mark.parametrize("period", range(len(periods())))
def test_only_the_rates_of_the_periods_beside_are_tried(period: int) -> None:
    """In every period, the one before and the one after are recognised where there are any, and none farther away."""
    amounts = [rates.max_subsidy_month.amount for rates in periods()]
    beside = {place for place in (period - 1, period + 1) if 0 <= place < len(amounts)}
    for by, amount in enumerate(amounts):
        if abs(amount - amounts[period]) <= 4:
            continue
        near = any(abs(amount - amounts[place]) <= 2 for place in beside)
        assert ("wrong-year" in reasons_by_other_rates(period, by)) == near, (period, by)


@pytest.mark.parametrize(
    ("beside", "expected"),
    [("2026-03", []), ("2026-04", ["wrong-month"]), ("2026-06", ["wrong-month"]), ("2026-07", [])],
)
@pytest.mark.parametrize(
    ("income", "subsidy"),
    [
        # The month beside has 2.000 kr. more of something: 30 % of it less, or all of it where it is benefit.
        ({"wage_month": "10000"}, "18240"),
        ({"other_wage_month": "2000"}, "18240"),
        ({"holiday_held_month": "2000"}, "18240"),
        ({"benefit_month": "2000"}, "16840"),
    ],
)
def test_only_the_income_of_the_month_before_or_after_is_tried(
    income: dict[str, str], subsidy: str, beside: str, expected: list[str]
) -> None:
    assert reasons(paid(subsidy=subsidy), paid(beside, subsidy=subsidy, **income)) == expected


def test_without_a_benefit_pay_for_several_months_or_holiday_money_none_of_them_explains_an_amount() -> None:
    for subsidy in range(9000, 18800, 40):
        keys = set(reasons(paid(subsidy=str(subsidy))))
        assert not keys & {"benefit-and-wage", "several-months-at-once", "holiday-money-when-earned"}


@pytest.mark.parametrize(
    ("given", "subsidy", "key"),
    [
        # 3.000 kr. of 9.200 kr. are for three months: 7.200 kr. count now, and 9.200 kr. did.
        ({"several_months_pay": "3000", "several_months": 3}, "18840", "several-months-at-once"),
        # 500 kr. of 9.200 kr. count later.
        ({"holiday_earned_month": "500"}, "18840", "holiday-money-when-earned"),
        # 5.000 kr. of benefit: 21.600 − 30 % of 14.200 − 5.000 kr.; 21.600 − 9.200 − 5.000 kr.; 30 % of all alone.
        ({"benefit_month": "5000"}, "12340", "benefit-and-wage"),
        ({"benefit_month": "5000"}, "7400", "benefit-and-wage"),
        ({"benefit_month": "5000"}, "17340", "benefit-and-wage"),
        # 1.000 kr. of other wage stay in: 30 % of 10.200 and another 1.200 kr.
        ({"other_wage_month": "1000"}, "18180", "pension-counted-twice"),
        ({"other_wage_month": "1000", "taxed_goods_month": "600"}, "18540", "goods-counted"),
        # Of 13 days 60 %: without the pension 11.520 kr., or by the other reading 10.560 kr.
        ({"days_in_job": 13}, "11520", "pension-left-out"),
        # ATP of 18.840 kr. is 500 kr.
        ({}, "18340", "after-atp"),
    ],
)
def test_an_error_of_round_sums_is_reported_as_what_it_is(given: dict[str, object], subsidy: str, key: str) -> None:
    (reason,) = checked(paid(subsidy=subsidy, **given)).reasons  # type: ignore[arg-type]
    assert (reason.key, reason.subsidy_month) == (key, Decimal(subsidy))


@pytest.mark.parametrize(
    ("subsidy", "ceiling"),
    [("0", None), ("1", 9201), ("18837", 28037), ("18838", None), ("18840", None)],
)
def test_a_ceiling_fits_where_it_takes_something_and_leaves_something(subsidy: str, ceiling: int | None) -> None:
    # Below 24.000 kr. it would be 14.800 kr.; without a ceiling 18.840 kr., two kroner of which are rounding.
    found = checked(paid(subsidy=subsidy, ceiling="24000", own_pension_month="1200", employer_pension_month="0"))
    assert found.ceiling_that_fits_month == ceiling
    assert not [reason for reason in found.reasons if reason.key.is_known_error]
