"""Every reading of the rules for one month, in bare numbers: days of holiday, a part of a month, care pay.

In May 2026 the highest subsidy is 21.600 kr. and the threshold 17.672 kr.; a wage of 9.200 kr. gives 18.840 kr.
"""

from decimal import Decimal
from typing import Any

import pytest

from fleksjob_site.kernel.calendar import Month
from salary.law.one_month import MonthIncome, month_due, subsidies
from salary.law.rates import rates_for


def income(month: str = "2026-05", wage: str = "9200", **given: Any) -> MonthIncome:
    amounts = {key: Decimal(value) if isinstance(value, str) else value for key, value in given.items()}
    return MonthIncome(month=Month.parse(month), wage=Decimal(wage), **amounts)


def readings(**given: Any) -> set[Decimal]:
    """What the rules give you by each way to read them; the least and the most of it are what is due."""
    month = income(**given)
    rates = rates_for(month.month)
    found = set(subsidies(month, rates))
    due = month_due(month, rates)
    assert (due.least, due.most) == (min(found), max(found))
    return found


@pytest.mark.parametrize(
    ("days", "expected"),
    # A month has 65/3 days: 13 of them are 60 %.
    [(0, 18840), (13, 7536), (21, 580), (22, 0), (25, 0)],
)
def test_a_day_of_holiday_takes_its_share_of_the_subsidy(days: int, expected: int) -> None:
    assert readings(holiday_days=days) == {expected}


def test_the_ceiling_cuts_before_the_days_of_holiday_do() -> None:
    # 20.000 − 9.200 kr., and 40 % of it.
    assert readings(holiday_days=13, ceiling="20000") == {4320}


@pytest.mark.parametrize(
    ("month", "highest", "lengths"),
    [("2022-03", 18964, [20, 23, Decimal(65) / 3]), ("2022-04", 18964, [Decimal(65) / 3])],
)
def test_until_march_2022_a_month_may_have_20_to_23_days(month: str, highest: int, lengths: list[Decimal]) -> None:
    assert rates_for(Month.parse(month)).max_subsidy_month.amount == highest
    whole = highest - 2760
    expected = {round(whole * (1 - 10 / Decimal(length))) for length in lengths}
    assert readings(month=month, holiday_days=10) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        # 13 days are 60 % of a month: 60 % of 18.840 kr., or 60 % of 21.600 kr. less 2.760 kr.
        ({"days_in_job": 13}, {11304, 10200}),
        # Of 12.000 kr. the part above 60 % of the threshold, 10.603,20 kr., may be reduced by 55 %.
        ({"days_in_job": 13, "wage": "12000"}, {10800, 9360, 9011}),
        # The ceiling of 20.000 kr. may be shared too: 12.000 − 9.200 kr.
        ({"days_in_job": 13, "ceiling": "20000"}, {6480, 10200, 2800}),
        ({"days_in_job": 13, "ceiling": "15000"}, {3480, 5800, 0}),
        # A wage above the threshold, with all of the threshold and with 60 % of it.
        ({"days_in_job": 13, "wage": "20000"}, {9011, 6378, 4611}),
        ({"days_in_job": 22}, {18840}),
        ({"days_in_job": 0}, {0}),
        ({"days_in_job": 13, "holiday_days": 13}, {4522, 4080}),
    ],
)
def test_of_a_part_of_a_month_the_subsidy_or_its_parts_are_shared(given: dict[str, Any], expected: set[int]) -> None:
    assert readings(**given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        # Of 19.200 kr. the threshold is passed once: 5.301,60 and 840,40 kr.; or by neither: 5.760 kr.
        ({"care_pay": "10000"}, {15458, 15840}),
        ({"care_pay": "8472"}, {16298}),
        ({"care_pay": "8474"}, {16297, 16298}),
        # Other wage goes with the wage: 10.200 + 9.000 kr.
        ({"other_wage": "1000", "care_pay": "9000"}, {15458, 15840}),
        ({"wage": "18672", "other_wage": "1000", "care_pay": "1000"}, {14648, 14898}),
        # It counts against the ceiling like a wage, and gives no subsidy by itself.
        ({"care_pay": "1000", "ceiling": "20000"}, {9800}),
        ({"wage": "0", "care_pay": "1000"}, {0}),
        ({"wage": "0", "care_pay": "1000", "lost_benefit": "1000"}, {20300}),
    ],
)
def test_care_pay_may_use_the_threshold_of_the_wage_or_one_of_its_own(
    given: dict[str, Any], expected: set[int]
) -> None:
    assert readings(**given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"benefit": "1000"}, 17840),
        ({"lost_benefit": "1000"}, 17840),
        ({"benefit": "1000", "ceiling": "20000"}, 9800),
        ({"lost_benefit": "1000", "ceiling": "20000"}, 10800),
        ({"other_wage": "1000", "ceiling": "20000"}, 9800),
        ({"wage": "0", "benefit": "1000"}, 20600),
        ({"wage": "0", "lost_benefit": "1000"}, 20600),
        ({"wage": "0", "other_wage": "1000"}, 0),
        ({"benefit": "18839"}, 1),
        ({"benefit": "18841"}, 0),
    ],
)
def test_a_whole_month_has_one_reading(given: dict[str, str], expected: int) -> None:
    assert readings(**given) == {expected}


def test_another_reduction_can_be_tried_in_place_of_that_by_law() -> None:
    month = income(care_pay="10000")
    assert subsidies(month, rates_for(month.month), reduction=Decimal(5000)) == (16600,)
    assert subsidies(month, rates_for(month.month), reduction=Decimal(0)) == (21600,)
