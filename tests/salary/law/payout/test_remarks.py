"""Remarks on a month besides the verdict: when each is made."""

from decimal import Decimal
from typing import Any

import pytest

from salary.law.payout.month import Ceiling
from salary.law.payout.remarks import (
    ATP,
    NEXT_RATES_UNKNOWN,
    OLD_CEILING,
    ONCE_IS_NOT_KNOWN,
    PARTS_BEFORE_2022,
    THE_MOST,
    THRESHOLD_OF_CARE_PAY,
    TWO_RATES,
)
from salary.law.rates import newest_month_with_rates
from tests.salary.law.payout.paying import checked, paid


def remarks_of(*args: Any, **given: Any) -> list[str]:
    return [remark.message for remark in checked(paid(*args, **given)).remarks]


@pytest.mark.parametrize(
    ("atp", "ceiling", "remarks"),
    [
        # ATP of 18.840 kr. is 500 kr., and one krone is rounding.
        ("498", "34000", [ATP]), ("499", "34000", []), ("501", "34000", []), ("502", "34000", [ATP]),
        # Below a ceiling of 10.000 kr. 800 kr. are left: ATP is 40 kr., or by the amount before the ceiling 500 kr.
        ("38", "10000", [ATP]), ("39", "10000", []), ("41", "10000", []), ("42", "10000", [ATP]),
        ("498", "10000", [ATP]), ("499", "10000", []), ("501", "10000", []),
        (None, "34000", []), ("0", "34000", [ATP]),
    ],
)  # fmt: skip
def test_atp_that_fits_by_no_reading_is_remarked_on(atp: str | None, ceiling: str, remarks: list[str]) -> None:
    subsidy = "18840" if ceiling == "34000" else "800"
    given = {} if atp is None else {"paid_atp_month": atp}
    assert remarks_of(subsidy=subsidy, ceiling=ceiling, **given) == remarks


@pytest.mark.parametrize(
    ("month", "given", "remarks"),
    [
        ("2022-03", {"days_in_job": 10}, [PARTS_BEFORE_2022]),
        ("2022-03", {"days_in_job": 0}, [PARTS_BEFORE_2022]),
        ("2022-03", {"holiday_unemployment_days": 1}, [PARTS_BEFORE_2022]),
        ("2022-03", {}, []),
        ("2022-04", {"days_in_job": 10}, []),
        ("2022-04", {"holiday_unemployment_days": 1}, []),
    ],
)
def test_the_length_of_a_month_is_remarked_on_where_it_matters_and_was_not_fixed(
    month: str, given: dict[str, int], remarks: list[str]
) -> None:
    assert remarks_of(month, **given) == remarks


@pytest.mark.parametrize(
    ("given", "remarks"),
    [
        # Beside 9.200 kr. of wage, the threshold of 17.672 kr. is passed by more than 8.472 kr.
        ({"care_pay_month": "8472"}, []),
        ({"care_pay_month": "8472.01"}, [THRESHOLD_OF_CARE_PAY]),
        ({"care_pay_month": "1", "other_wage_month": "8471"}, []),
        ({"care_pay_month": "1", "other_wage_month": "8472"}, [THRESHOLD_OF_CARE_PAY]),
        ({"other_wage_month": "9000"}, []),
    ],
)
def test_the_threshold_of_care_pay_is_remarked_on_where_it_is_passed(given: dict[str, str], remarks: list[str]) -> None:
    assert remarks_of(**given) == remarks


@pytest.mark.parametrize(
    ("month", "given", "remarks"),
    [
        ("2026-05", {"ceiling": None, "subsidy": "18840"}, [THE_MOST]),
        ("2026-05", {"ceiling": None, "subsidy": "18837"}, []),
        ("2026-05", {"ceiling": "20000", "subsidy": "10800"}, []),
        ("2026-05", {"ceiling": "20000", "once_paid_month": "100"}, [ONCE_IS_NOT_KNOWN]),
        ("2026-05", {"ceiling": Ceiling(Decimal(20000), once_month=Decimal(0)), "once_paid_month": "100"}, []),
        ("2026-05", {"ceiling": "90000", "once_paid_month": "100"}, []),
        ("2023-05", {"ceiling": "20000", "benefit_month": "1000"}, [OLD_CEILING]),
        ("2023-05", {"ceiling": "90000", "benefit_month": "1000"}, []),
        ("2024-05", {"ceiling": "20000", "benefit_month": "1000"}, []),
        ("2025-12", {}, [TWO_RATES]),
        ("2025-11", {}, []),
        ("2017-06", {}, [TWO_RATES]),
        ("2017-07", {}, []),
        (str(newest_month_with_rates()), {}, [NEXT_RATES_UNKNOWN]),
    ],
)
def test_what_is_unsettled_about_the_ceiling_and_the_rates_is_remarked_on(
    month: str, given: dict[str, Any], remarks: list[str]
) -> None:
    assert remarks_of(month, **given) == remarks


@pytest.mark.parametrize(("month", "after"), [("2025-12", "2026-01"), ("2017-06", "2017-07")])
def test_the_last_month_of_a_period_names_the_next_one(month: str, after: str) -> None:
    (remark,) = checked(paid(month)).remarks
    assert {name: str(value) for name, value in remark.values.items()} == {"month": month, "next_month": after}
