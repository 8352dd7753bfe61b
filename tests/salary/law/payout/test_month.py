"""What of a payslip counts as wage, what full time would give, and which months a pay belongs to."""

from decimal import Decimal
from typing import Any

import pytest

from fleksjob_site.kernel.calendar import Month
from salary.law.payout.due import readings
from salary.law.payout.month import Ceiling, case_of, counted_wage, income_of, month_ceiling
from tests.salary.law.given import numbers_in
from tests.salary.law.payout.paying import paid

ZERO = Decimal(0)


@pytest.mark.parametrize(
    ("given", "counted"),
    [
        # 8.000 kr. of AM-income and 1.200 kr. of pension.
        ({}, 9200),
        ({"pension_included": True}, 8000),
        # Own ATP is in the wage only where pension is.
        ({"own_atp_month": "99"}, 9200),
        ({"own_atp_month": "99", "pension_included": True}, 7901),
        ({"holiday_earned_month": "1000"}, 8200),
        ({"taxed_goods_month": "1000"}, 8200),
        ({"several_months_pay": "1000", "several_months": 2}, 8700),
        ({"holiday_held_month": "1000"}, 10200),
        # What is paid for the whole year counts in its month.
        ({"holiday_supplement_month": "300", "once_paid_month": "200"}, 9200),
        # Nothing is left of the wage, but never less, and holiday money that is held comes beside it.
        ({"holiday_earned_month": "9200", "holiday_held_month": "500"}, 500),
        ({"holiday_earned_month": "9201", "holiday_held_month": "500"}, 500),
    ],
)
def test_the_wage_that_counts(given: dict[str, Any], counted: int) -> None:
    month = paid(**given)
    assert readings(month, (month,))[0].wage == counted


@pytest.mark.parametrize(
    ("known", "given", "full_time"),
    [
        # 150 kr. × 37 × 52/12, whatever was earned in the month and however long the week is.
        ({"hourly_wage": "150"}, {}, 24050),
        ({"hourly_wage": "150", "full_time_hours_week": "40"}, {"days_in_job": 5}, 24050),
        # 9.200 kr. for ten hours of 37, or of 40.
        ({"paid_hours_week": "10"}, {}, 34040),
        ({"paid_hours_week": "10", "full_time_hours_week": "40"}, {}, 36800),
        # Own ATP is added where the AM-income is without it.
        ({"paid_hours_week": "10"}, {"own_atp_month": "99"}, Decimal("34406.3")),
        ({"paid_hours_week": "10"}, {"own_atp_month": "99", "pension_included": True}, 29600),
        # What is no ordinary pay of the month is left out.
        ({"paid_hours_week": "10"}, {"holiday_earned_month": "1000"}, 30340),
        ({"paid_hours_week": "10"}, {"several_months_pay": "1000"}, 30340),
        ({"paid_hours_week": "10"}, {"taxed_goods_month": "1000"}, 30340),
        ({"paid_hours_week": "10"}, {"holiday_supplement_month": "1000"}, 30340),
        ({"paid_hours_week": "10"}, {"once_paid_month": "1000"}, 30340),
        ({"paid_hours_week": "10"}, {"holiday_held_month": "1000"}, 34040),
        ({"paid_hours_week": "10"}, {"days_in_job": 21}, None),
        ({"paid_hours_week": "0"}, {}, None),
        ({}, {}, None),
    ],
)
def test_what_full_time_would_give(known: dict[str, str], given: dict[str, Any], full_time: Decimal | None) -> None:
    ceiling = Ceiling(**{name: Decimal(value) for name, value in known.items()})
    assert paid(ceiling=ceiling, **given).full_time_wage_month == full_time


@pytest.mark.parametrize(
    ("known", "ceiling"),
    [
        ({}, None),
        ({"once_month": "500"}, None),
        ({"hourly_wage": "150"}, 24050),
        ({"hourly_wage": "150", "once_month": "500"}, 24550),
        ({"stated_month": "30000"}, 30000),
        ({"stated_month": "30000", "once_month": "500"}, 30500),
        ({"stated_month": "30000", "hourly_wage": "150"}, 30000),
    ],
)
def test_the_ceiling_is_the_stated_or_the_assumed_one_with_what_is_paid_once(
    known: dict[str, str], ceiling: int | None
) -> None:
    month = paid(ceiling=Ceiling(**{name: Decimal(value) for name, value in known.items()}))
    assert month_ceiling(month) == income_of(month, ZERO).ceiling == ceiling
    # The calculation that explains the month comes to the same ceiling.
    due = readings(month, (month,))[0]
    assert due.result.wage.ceiling_month == ceiling
    assert due.result.wage.ceiling_assumed is ("stated_month" not in known and ceiling is not None)


@pytest.mark.parametrize(
    ("months", "covered"),
    [(1, ["2026-05"]), (2, ["2026-04", "2026-05"]), (6, ["2025-12", *(f"2026-0{month}" for month in range(1, 6))])],
)
def test_pay_for_several_months_covers_so_many_up_to_its_own(months: int, covered: list[str]) -> None:
    month = paid(several_months_pay="600", several_months=months)
    around = [Month(2025, 10).plus(months=more) for more in range(10)]
    assert [str(one) for one in around if month.covers(one)] == covered
    assert month.share_of_several_months * months == 600
    assert not any(paid(several_months=months).covers(one) for one in around)


def test_pay_for_several_months_without_their_number_counts_in_its_own_month() -> None:
    month = paid(several_months_pay="600")
    assert month.share_of_several_months == 600
    assert [month.covers(Month(2026, number)) for number in (4, 5, 6)] == [False, True, False]


@pytest.mark.parametrize("claimed", [True, False])
def test_the_calculation_that_explains_a_month_has_the_income_of_its_check(claimed: bool) -> None:
    month = paid(
        other_wage_month="700", care_pay_month="900", benefit_month="1000", benefit_claimed=claimed, ceiling="20000"
    )
    income, result = income_of(month, ZERO), readings(month, (month,))[0].result
    assert income.all_wage == result.subsidy.all_wage == 9200 + 700 + 900
    assert (income.benefit, income.lost_benefit) == ((1000, 0) if claimed else (0, 1000))
    assert case_of(month, counted_wage(month, ZERO)).paid_benefit_month == income.benefit
    assert result.subsidy.unrounded == 20000 - income.all_wage - income.benefit


@pytest.mark.parametrize(
    ("known", "least"),
    [
        # 9.200 kr. for 14 hours: of a week of 37 hours 24.314,29 kr., and so at least 15.114 kr.
        ({"paid_hours_week": "14"}, 15114),
        # A longer week may not raise the ceiling of the order, and a shorter one lowers it.
        ({"paid_hours_week": "14", "full_time_hours_week": "40"}, 15114),
        ({"paid_hours_week": "14", "full_time_hours_week": "37.01"}, 15114),
        ({"paid_hours_week": "14", "full_time_hours_week": "35"}, 13800),
        # What is paid once is not shared by hours.
        ({"paid_hours_week": "14", "full_time_hours_week": "40", "once_month": "1000"}, 16114),
        ({"hourly_wage": "150", "full_time_hours_week": "40"}, 14850),
        ({}, 0),
    ],
)
def test_without_a_stated_ceiling_the_least_is_by_the_lowest_that_may_hold(known: dict[str, str], least: int) -> None:
    month = paid(ceiling=Ceiling(**{name: Decimal(value) for name, value in known.items()}))
    (due,) = readings(month, (month,))
    assert (due.least, due.certain_from, due.most) == (least, 18840, 18840)
    assert due.ceiling_is_open


def test_a_wage_that_leaves_no_subsidy_leaves_none_under_any_ceiling() -> None:
    month = paid(ceiling=None, wage_month="60000")
    (due,) = readings(month, (month,))
    assert (due.least, due.certain_from, due.most) == (0, 0, 0)
    assert not due.ceiling_is_open


@pytest.mark.parametrize(
    ("once", "expected"),
    [
        # How much of the 500 kr. full time has is not known: by 20.000 kr. 10.800 kr. at least.
        (None, (10800, 18840)),
        ("0", (10800, 10800)),
        ("500", (11300, 11300)),
    ],
)
@pytest.mark.parametrize("part", ["once_paid_month", "holiday_supplement_month"])
def test_pay_for_the_whole_year_leaves_the_ceiling_open_until_its_part_of_full_time_is_known(
    part: str, once: str | None, expected: tuple[int, int]
) -> None:
    ceiling = Ceiling(Decimal(20000), once_month=None if once is None else Decimal(once), confirmed=True)
    month = paid(ceiling=ceiling, **{part: "500"})
    (due,) = readings(month, (month,))
    assert (due.least, due.most) == expected
    assert due.ceiling_is_open is (once is None)
    (step,) = [step for step in due.steps if step.key == "ceiling"]
    higher = [remark.values["once"] for remark in step.remarks if "once" in numbers_in(remark)]
    assert higher == ([500] if once == "500" else [])
