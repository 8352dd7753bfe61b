"""The full-time wage added up: each kind of wage, each part of BEK 227/2024 § 12, stk. 2, and what is missing."""

from decimal import Decimal

import pytest

from fleksjob_site.kernel.calendar import Month
from salary.law.case import Case, FullTimeWage, HourlyWage
from salary.law.full_time_wage import PART_LABELS, PART_SOURCES, FullTimeSum, Part, PayslipPay
from salary.law.wage import wage_of

HOURLY = HourlyWage(Decimal(180))
# 180 × 37 × 52/12, with 10 % pension 31.746.
WAGE, PENSION = Decimal(28860), Decimal(2886)


@pytest.mark.parametrize(
    ("given", "month"),
    [
        (FullTimeSum(HOURLY), "28860"),
        (FullTimeSum(HOURLY, pension_on_top_percent=Decimal(10)), "31746"),
        (FullTimeSum(FullTimeWage(Decimal(30000)), pension_on_top_percent=Decimal(10)), "33000"),
        # A norm other than 37 hours changes an hourly wage, and not a full-time one.
        (FullTimeSum(HOURLY, full_time_hours_week=Decimal(35)), "27300"),
        (FullTimeSum(FullTimeWage(Decimal(30000)), full_time_hours_week=Decimal(35)), "30000"),
        # 7.020 kr. for 39 hours are 180 kr. an hour.
        (FullTimeSum(PayslipPay(Decimal(7020), Decimal(39)), pension_on_top_percent=Decimal(10)), "31746"),
        (FullTimeSum(PayslipPay(Decimal(7020), Decimal(39)), {Part.PENSION: Decimal(702)}), "31746"),
        # To the øre: 131,55 × 160,3333 = 21.091,85.
        (FullTimeSum(HourlyWage(Decimal("131.55"))), "21091.85"),
    ],
)
def test_the_wage_comes_by_the_hour_for_full_time_or_from_a_payslip(given: FullTimeSum, month: str) -> None:
    assert given.month == Decimal(month)


@pytest.mark.parametrize("part", Part)
def test_each_part_is_added_named_and_sourced(part: Part) -> None:
    found = FullTimeSum(HOURLY, {part: Decimal(500)})
    assert found.month == WAGE + 500
    wage, line = found.lines
    assert (wage.amount, line.amount) == (WAGE, 500)
    assert line.label.message == PART_LABELS[part]
    assert line.source == PART_SOURCES[part]
    assert part not in found.missing
    assert len(found.missing) == len(Part) - 1


def test_the_parts_of_a_payslip_are_raised_to_full_time_like_the_wage() -> None:
    found = FullTimeSum(PayslipPay(Decimal(7020), Decimal(39)), {Part.SHIFTS: Decimal(390)})
    # 390 kr. in 39 hours are 10 kr. an hour.
    assert found.month == WAGE + Decimal("1603.33")


def test_the_lines_are_all_of_the_sum() -> None:
    parts = {part: Decimal(100) * number for number, part in enumerate(Part, start=1)}
    found = FullTimeSum(HOURLY, parts, pension_on_top_percent=Decimal(10))
    assert sum(line.amount for line in found.lines) == found.month == WAGE + PENSION + 4500
    assert not found.missing


def test_a_part_of_0_is_known_and_no_line() -> None:
    found = FullTimeSum(HOURLY, dict.fromkeys(Part, Decimal(0)))
    assert not found.missing
    assert len(found.lines) == 1


def test_pension_is_known_in_per_cent_or_in_kroner() -> None:
    assert Part.PENSION in FullTimeSum(HOURLY).missing
    assert Part.PENSION not in FullTimeSum(HOURLY, pension_on_top_percent=Decimal(0)).missing
    assert Part.PENSION not in FullTimeSum(HOURLY, {Part.PENSION: Decimal(0)}).missing


def test_it_is_the_full_time_wage_of_the_income_page() -> None:
    case = Case.from_fields(
        Month(2026, 11),
        hours_week=Decimal(15),
        pace_percent=Decimal(60),
        hourly_wage=Decimal("131.55"),
        pension_on_top_percent=Decimal("12.5"),
        supplements_full_time_month=Decimal(1234),
    )
    parts = {Part.FIXED_SUPPLEMENTS: Decimal(1234)}
    found = FullTimeSum(HourlyWage(Decimal("131.55")), parts, pension_on_top_percent=Decimal("12.5"))
    whole = wage_of(case).full_time_month
    assert whole is not None
    assert abs(found.month - whole) <= Decimal("0.005")


@pytest.mark.parametrize(
    ("pay", "hours", "unsettled"),
    [
        (HOURLY, 37, False),
        (HOURLY, 35, True),
        (PayslipPay(Decimal(7020), Decimal(39)), 40, True),
        (FullTimeWage(Decimal(30000)), 35, False),
    ],
)
def test_another_norm_than_37_hours_is_unsettled(
    pay: HourlyWage | FullTimeWage | PayslipPay, hours: int, unsettled: bool
) -> None:
    assert FullTimeSum(pay, full_time_hours_week=Decimal(hours)).norm_is_unsettled is unsettled
