"""Corrections of the check of payouts, each with the figures that were named: May 2026, at most 21.600 kr."""

from typing import Any

import pytest
from django.test import Client

from salary.law.payout.questions import QuestionKey
from tests.api.months import asked

MAY: dict[str, Any] = {"month": "2026-05", "ceiling_month": 34000}


def month(client: Client, **given: Any) -> dict[str, Any]:
    (found,) = asked(client, {name: value for name, value in (MAY | given).items() if value is not None})["months"]
    checked: dict[str, Any] = found
    return checked


def keys(found: dict[str, Any]) -> list[str]:
    return [reason["key"] for reason in found["reasons"]]


def test_a_income_is_recognised_and_am_income_fits(client: Client) -> None:
    entered = month(client, wage_month=8280, paid_subsidy_month=18900)
    assert (entered["verdict"], entered["difference_month"]) == ("too-little", "216.00")
    assert keys(entered) == ["a-income-entered"]
    assert "9,000" in entered["reasons"][0]["sentence"]
    assert month(client, wage_month=9000, paid_subsidy_month=18900)["verdict"] == "fits"


HOLIDAY = {"wage_month": 8000, "holiday_supplement_month": 800, "ceiling_month": 22000}


def test_holiday_supplement_lifts_the_ceiling_of_its_month(client: Client) -> None:
    right = month(client, **HOLIDAY, ceiling_once_month=2640, paid_subsidy_month=16640)
    assert (right["verdict"], right["least"]["subsidy_month"]) == ("fits", "16640.00")
    low = month(client, **HOLIDAY, ceiling_once_month=2640, paid_subsidy_month=14000)
    assert (low["verdict"], low["difference_month"]) == ("too-little", "2640.00")
    assert keys(low) == ["once-paid-against-ordinary-ceiling"]
    sure = {source["status"] for source in low["reasons"][0]["sources"]}
    assert any("practice" in status for status in sure)


def test_other_pay_for_the_whole_year_lifts_the_ceiling_too(client: Client) -> None:
    given = {"wage_month": 8000, "once_paid_month": 800, "ceiling_month": 22000, "ceiling_once_month": 2640}
    assert keys(month(client, **given, paid_subsidy_month=14000)) == ["once-paid-against-ordinary-ceiling"]


def test_as_long_as_the_full_time_amount_is_not_known_nothing_is_called_wrong(client: Client) -> None:
    for paid in (14000, 16640, 19200):
        assert month(client, **HOLIDAY, paid_subsidy_month=paid)["difference_month"] == "0.00"
    assert month(client, **HOLIDAY, paid_subsidy_month=14000)["verdict"] == "depends-on-ceiling"


def test_taxed_goods_are_not_wage(client: Client) -> None:
    goods = {"wage_month": 7350, "taxed_goods_month": 350}
    assert month(client, **goods, paid_subsidy_month=19500)["verdict"] == "fits"
    counted = month(client, **goods, paid_subsidy_month=19395)
    assert (counted["verdict"], counted["difference_month"]) == ("too-little", "105.00")
    assert keys(counted) == ["goods-counted"]


def test_a_ceiling_and_a_counted_wage_that_fit_are_both_given(client: Client) -> None:
    found = month(client, wage_month=9600, own_pension_month=400, employer_pension_month=800, paid_subsidy_month=17610)
    assert found["ceiling_that_fits_month"] == "28410.00"
    assert found["counted_wage_that_fits_month"] == "13300.00"
    assert keys(found) == ["counted-wage-too-high"]


@pytest.mark.parametrize("paid", ["12345.67", "11680.80", 11371])
def test_an_amount_that_looks_taxed_is_asked_about(client: Client, paid: Any) -> None:
    # 18.840 kr. less 38 % is 11.680,80 kr.; less ATP and 38 % it is 11.370,80 kr.
    given = {"wage_month": 9200, "paid_subsidy_month": paid}
    asked_about = month(client, **given)
    assert (asked_about["verdict"], asked_about["difference_month"], asked_about["reasons"]) == ("unsure", "0.00", [])
    assert asked_about["question"]["key"] == "after-tax"
    answered = month(client, **given, before_tax_confirmed=True)
    assert (answered["verdict"], answered["question"]) == ("too-little", None)
    assert ("after-tax" in keys(answered)) is (paid != "12345.67")


def test_an_amount_that_a_known_error_gives_is_not_asked_about(client: Client) -> None:
    found = month(client, wage_month=8000, own_pension_month=400, employer_pension_month=800, paid_subsidy_month=18480)
    assert (found["question"], keys(found)) == (None, ["pension-counted-twice"])


def test_a_ceiling_below_the_wage_of_the_month_is_asked_about(client: Client) -> None:
    low = {"wage_month": 15000, "ceiling_month": 14000, "paid_subsidy_month": 17100}
    found = month(client, **low)
    assert (found["verdict"], found["question"]["key"]) == ("unsure", "ceiling-below-wage")
    assert found["difference_month"] == "0.00"
    answered = month(client, **low, ceiling_confirmed=True)
    assert (answered["verdict"], answered["difference_month"]) == ("too-much", "-17100.00")
    assert month(client, wage_month=15000, ceiling_month=15000, paid_subsidy_month=0)["question"] is None


def test_a_ceiling_below_ones_own_full_time_wage_is_asked_about(client: Client) -> None:
    # 15 paid hours for 12.000 kr. make 29.600 kr. for 37 hours.
    april = {"month": "2026-04", "wage_month": 12000, "paid_hours_per_week": 15, "paid_subsidy_month": 17600}
    may = MAY | {"wage_month": 12000, "paid_subsidy_month": 17600}
    low, high = (asked(client, april, may | {"ceiling_month": ceiling})["months"][1] for ceiling in (29000, 29600))
    assert (low["verdict"], low["question"]["key"]) == ("unsure", "ceiling-below-full-time-wage")
    assert "29,600" in low["question"]["text"]
    assert (high["verdict"], high["question"]) == ("fits", None)


def test_paid_hours_give_the_least_that_an_unknown_ceiling_can_be(client: Client) -> None:
    unknown = {"wage_month": 12710, "ceiling_month": None, "paid_subsidy_month": 17787}
    assert month(client, **unknown)["least"]["subsidy_month"] == "0.00"
    # 12.710 kr. for 20 paid hours make 23.513,50 kr. for 37, so at least 10.803,50 kr., half a krone up.
    known = month(client, **unknown, paid_hours_per_week=20)
    assert (known["least"]["subsidy_month"], known["most"]["subsidy_month"]) == ("10804.00", "17787.00")
    shorter = month(client, **unknown, paid_hours_per_week=20, full_time_hours_per_week=35)
    assert shorter["least"]["subsidy_month"] == "9533.00"


@pytest.mark.parametrize("hours", [0, "0.000000000000001", 1e-30, 1e-42])
def test_next_to_no_paid_hours_say_nothing_of_the_ceiling(client: Client, hours: object) -> None:
    found = month(client, wage_month=12710, ceiling_month=None, paid_hours_per_week=hours, paid_subsidy_month=17787)
    assert found["least"]["subsidy_month"] == "0.00"


def test_days_of_holiday_with_ledighedsydelse_take_their_share(client: Client) -> None:
    found = month(client, wage_month=14000, ceiling_month=22000, holiday_unemployment_days=5, paid_subsidy_month=6154)
    assert (found["verdict"], found["least"]["subsidy_month"]) == ("fits", "6154.00")
    assert "holiday-days" in [step["key"] for step in found["steps"]]


def test_a_benefit_that_was_not_claimed_is_deducted_but_not_held_against_the_ceiling(client: Client) -> None:
    # 21.600 − 1.500 − 8.000 = 12.100 kr.; wage and subsidy are 17.100 kr., and with the benefit they would be 25.100.
    lost = {"wage_month": 5000, "benefit_month": 8000, "ceiling_month": 18000, "paid_subsidy_month": 12100}
    assert month(client, **lost, benefit_not_claimed=True)["verdict"] == "fits"
    assert month(client, **lost)["least"]["subsidy_month"] == "5000.00"


def test_a_partial_month_gives_a_range(client: Client) -> None:
    found = month(client, wage_month=3000, days_in_job=10, paid_subsidy_month=9300)
    assert (found["least"]["subsidy_month"], found["most"]["subsidy_month"]) == ("9069.00", "9554.00")
    assert (found["verdict"], found["difference_month"]) == ("fits", "0.00")
    assert month(client, wage_month=3000, days_in_job=10, paid_subsidy_month=9000)["difference_month"] == "69.00"
    assert month(client, wage_month=3000, days_in_job=10, paid_subsidy_month=9600)["difference_month"] == "-46.00"


def test_care_pay_counts_as_wage_and_above_the_threshold_both_ways_are_right(client: Client) -> None:
    small = month(client, wage_month=8000, care_pay_month=3000, paid_subsidy_month=18300)
    assert (small["verdict"], small["least"]) == ("fits", small["most"])
    # 20.000 kr. in all: 5.301,60 + 1.280,40 kr. taken off, or 30 % of each.
    high = month(client, wage_month=12000, care_pay_month=8000, paid_subsidy_month=15600, ceiling_month=None)
    assert (high["verdict"], high["most"]["subsidy_month"]) == ("fits", "15600.00")
    by_one = month(client, wage_month=12000, care_pay_month=8000, paid_subsidy_month=15018, ceiling_month=40000)
    assert (by_one["verdict"], by_one["least"]["subsidy_month"]) == ("fits", "15018.00")


def test_own_atp_is_taken_off_a_gross_wage_and_not_off_an_am_income(client: Client) -> None:
    gross = month(client, wage_month=10000, pension_included=True, own_atp_month=99, paid_subsidy_month=18630)
    assert gross["least"]["subsidy_month"] == "18630.00"
    am_income = month(client, wage_month=10000, own_atp_month=99, paid_subsidy_month=18600)
    assert am_income["verdict"] == "fits"


def test_pension_in_per_cent_is_of_the_gross_wage(client: Client) -> None:
    # 10.000 kr. gross: 400 kr. own and 800 kr. from the employer; 99 kr. of ATP go off first too.
    percent = {"own_pension_percent": 4, "employer_pension_percent": 8, "own_atp_month": 99}
    found = month(client, wage_month=9501, **percent, paid_subsidy_month=18390)
    wage = next(step for step in found["steps"] if step["key"] == "wage")
    assert wage["amount"] == "10701.00"
    whole = month(client, wage_month=10800, pension_included=True, **percent, paid_subsidy_month=18390)
    assert next(step for step in whole["steps"] if step["key"] == "wage")["amount"] == "10701.00"


def test_the_description_names_every_question_there_is(client: Client) -> None:
    schemas = client.get("/api/v1/openapi.json").json()["components"]["schemas"]
    assert set(schemas["AskedOut"]["properties"]["key"]["enum"]) == set(QuestionKey)
    assert "unsure" in schemas["CheckedOut"]["properties"]["verdict"]["enum"]
