"""From hours and pay to the month's wage and the ceiling."""

from decimal import Decimal
from typing import Any

import pytest

from fleksjob_site.kernel.calendar import Month
from salary.law.case import Case
from salary.law.wage import wage_of, wage_steps

MAY = Month(2024, 5)


def case(**given: Any) -> Case:
    """A case of May 2024, with every number read from text."""
    return Case.from_fields(MAY, **{name: Decimal(value) for name, value in given.items()})


def test_a_month_of_hourly_pay_is_fifty_two_twelfths_of_a_week() -> None:
    wage = wage_of(case(paid_hours_week=18, hourly_wage=200))
    assert wage.month == 15600
    assert wage.full_time_month == Decimal("32066.666666666667")


def test_thirty_seven_hours_are_the_full_time_wage_exactly() -> None:
    wage = wage_of(
        case(
            paid_hours_week=37,
            hourly_wage="173.33",
            pension_on_top_percent="11.7",
            supplements_full_time_month="1234.56",
        )
    )
    assert wage.month == wage.full_time_month == wage.ceiling_month


def test_paid_hours_keep_their_fractions() -> None:
    assert wage_of(case(hours_week="12.25", pace_percent=33, hourly_wage=150)).paid_hours_week == Decimal("4.0425")


@pytest.mark.parametrize(
    ("given", "month", "full_time"),
    [
        ({"paid_hours_week": 12, "hourly_wage": 150}, 7800, 24050),
        ({"hours_week": 24, "pace_percent": 50, "hourly_wage": 150}, 7800, 24050),
        ({"paid_hours_week": 12, "hourly_wage": 150, "pension_on_top_percent": 10}, 8580, 26455),
        ({"paid_hours_week": 12, "hourly_wage": 150, "supplements_full_time_month": 3700}, 9000, 27750),
        (
            {
                "paid_hours_week": 12,
                "hourly_wage": 150,
                "pension_on_top_percent": 10,
                "supplements_full_time_month": 3700,
            },
            9780,
            30155,
        ),
        ({"paid_hours_week": 12, "hourly_wage": 150, "full_time_hours_week": 30}, 7800, 19500),
        ({"paid_hours_week": 12, "full_time_wage_month": 37000}, 12000, 37000),
        ({"paid_hours_week": 12, "full_time_wage_month": 37000, "pension_on_top_percent": 10}, 13200, 40700),
        ({"paid_hours_week": 12, "full_time_wage_month": 37000, "supplements_full_time_month": 3700}, 13200, 40700),
        ({"paid_hours_week": 12, "full_time_wage_month": 30000, "full_time_hours_week": 30}, 12000, 30000),
        ({"wage_month": 9000, "hourly_wage": 150}, 9000, 24050),
        ({"wage_month": 9000, "hourly_wage": 150, "pension_on_top_percent": 10}, 9900, 26455),
        ({"wage_month": 9000, "hourly_wage": 150, "supplements_full_time_month": 3700}, 9000, 27750),
        ({"wage_month": 9000, "full_time_wage_month": 30000, "pension_on_top_percent": 10}, 9900, 33000),
    ],
)
def test_pension_and_supplements_are_in_the_wage_and_whole_in_the_ceiling(
    given: dict[str, Any], month: int, full_time: int
) -> None:
    wage = wage_of(case(**given))
    assert wage.month == month
    assert wage.full_time_month == wage.ceiling_month == full_time
    assert wage.ceiling_assumed


def test_a_stated_ceiling_is_taken_as_it_is() -> None:
    wage = wage_of(
        case(
            paid_hours_week=12,
            hourly_wage=150,
            pension_on_top_percent=10,
            ceiling_month="25000.50",
            supplements_full_time_month=3700,
        )
    )
    assert wage.ceiling_month == Decimal("25000.50")
    assert not wage.ceiling_assumed


def test_the_wage_of_a_month_alone_leaves_hours_and_ceiling_unknown() -> None:
    wage = wage_of(case(wage_month=9000, supplements_full_time_month=3700))
    assert wage.month == 9000
    assert wage.paid_hours_week is None
    assert wage.full_time_month is None
    assert wage.ceiling_month is None
    assert not wage.ceiling_assumed


def test_other_wage_is_no_part_of_the_wage_or_the_ceiling() -> None:
    wage = wage_of(case(paid_hours_week=12, hourly_wage=150, other_wage_month=2000))
    assert wage.month == 7800
    assert wage.ceiling_month == 24050


@pytest.mark.parametrize(
    ("given", "keys"),
    [
        ({"paid_hours_week": 12, "hourly_wage": 150}, ["paid-hours", "wage"]),
        ({"wage_month": 9000}, ["wage"]),
        ({"wage_month": 9000, "other_wage_month": 1}, ["wage", "other-wage"]),
    ],
)
def test_only_what_is_known_is_a_step(given: dict[str, Any], keys: list[str]) -> None:
    assert [step.key for step in wage_steps(case(**given), wage_of(case(**given)))] == keys
