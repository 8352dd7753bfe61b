"""The ceiling and the wage that make a payout right, and where there is none to tell."""

from decimal import Decimal
from typing import Any

import pytest

from salary.law.payout.due import readings
from salary.law.payout.fitting import ceiling_that_fits, wage_that_fits
from tests.salary.law.payout.paying import paid


def fitting(payout: str, **given: Any) -> tuple[Decimal | None, Decimal | None]:
    """The ceiling and the wage that give the payout."""
    month = paid(**given)
    due = readings(month, (month,))[0]
    return ceiling_that_fits(due, Decimal(payout)), wage_that_fits(due, Decimal(payout))


@pytest.mark.parametrize(
    ("payout", "wage"),
    [
        # 30 % of 9.200 kr. off 21.600 kr. is 18.840 kr.; two kroner more of wage are not told from it.
        ("18840", None),
        ("18839.26", None),
        ("18839.1", 9203),
        ("18837", 9210),
        # At the threshold of 17.672 kr. 16.298,40 kr. are left.
        ("16298.7", 17671),
        ("16298.4", 17672),
        ("16297.85", 17673),
        ("1", 47304),
        ("0", None),
    ],
)
def test_the_wage_that_fits_follows_30_and_55_per_cent_back(payout: str, wage: int | None) -> None:
    assert fitting(payout, ceiling=None)[1] == wage


@pytest.mark.parametrize(
    ("payout", "given", "ceiling", "wage"),
    [
        # Under a ceiling the wage needs to be only so high that the two reach it.
        ("10000", {"ceiling": "20000"}, 19200, 10000),
        ("10798", {"ceiling": "20000"}, 19998, None),
        ("10797", {"ceiling": "20000"}, 19997, 9203),
        # Paid benefit counts against the ceiling, and lost benefit does not; both reduce the subsidy.
        ("9000", {"ceiling": "20000", "benefit_month": "1000"}, 19200, 10000),
        ("10000", {"ceiling": "20000", "benefit_month": "1000", "benefit_claimed": False}, 19200, 10000),
        ("17240", {"benefit_month": "1000"}, 27440, 11200),
        ("17240", {"benefit_month": "1000", "benefit_claimed": False}, 26440, 11200),
        # Other wage is in all wage.
        ("17640", {"other_wage_month": "2000"}, 28840, 13200),
        # 13 of 65/3 days of holiday leave 40 %; as many as the month has, and a part of a month, can't be turned back.
        ("7200", {"holiday_unemployment_days": 13}, 27200, 12000),
        ("100", {"holiday_unemployment_days": 22}, None, None),
        ("7200", {"days_in_job": 13}, None, None),
        # With care pay it is not settled what is taken off.
        ("10000", {"care_pay_month": "1000"}, 20200, None),
    ],
)
def test_the_ceiling_and_the_wage_that_fit_a_payout(
    payout: str, given: dict[str, Any], ceiling: int | None, wage: int | None
) -> None:
    assert fitting(payout, **given) == (ceiling, wage)


@pytest.mark.parametrize(("month", "found"), [("2022-03", False), ("2022-04", True)])
def test_days_of_holiday_can_be_turned_back_since_a_month_has_a_fixed_length(month: str, found: bool) -> None:
    ceiling, wage = fitting("4000", month=month, holiday_unemployment_days=13)
    assert (ceiling is not None, wage is not None) == (found, found)
    assert fitting("4000", month=month)[0] == 13200


@pytest.mark.parametrize(
    ("payout", "ceiling"), [("18838", None), ("18837.99", Decimal("28037.99")), ("0.01", Decimal("9200.01"))]
)
def test_a_ceiling_fits_where_it_would_take_more_than_rounding(payout: str, ceiling: Decimal | None) -> None:
    assert fitting(payout)[0] == ceiling
