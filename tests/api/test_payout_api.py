"""The check of payouts through the API: the result of the law code, every reason, and invalid requests."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.texts.writing import say
from salary.law.payout.check import check
from salary.law.payout.judging import CANNOT_JUDGE
from salary.law.payout.month import Ceiling, PaidMonth
from salary.law.payout.reason import ReasonKey
from tests.api.asking import post
from tests.api.months import JUNE, LOW, MAY, ON, asked, body


def test_a_right_payout_fits_and_every_step_is_there(client: Client) -> None:
    given = asked(client, MAY)
    (month,) = given["months"]
    assert (month["verdict"], month["verdict_text"]) == ("fits", "In line with the rules")
    assert month["least"] == month["most"]
    assert month["least"] == {"subsidy_month": "18840.00", "atp_month": "500.00", "payout_month": "18340.00"}
    assert (month["difference_month"], month["reasons"], month["several_fit"]) == ("0.00", [], False)
    assert (month["ceiling_that_fits_month"], month["paid_atp_month"]) == (None, None)
    assert month["rates_month"] == "2026-05"
    assert "wage" in [step["key"] for step in month["steps"]]
    assert all(step["sources"] for step in month["steps"])
    assert len(given["cannot_judge"]) == len(CANNOT_JUDGE)
    assert all(kind["text"] and kind["sources"] for kind in given["cannot_judge"])


def test_every_field_reaches_the_law_code(client: Client) -> None:
    written = {
        "month": "2026-06",
        "wage_month": 14000,
        "pension_included": False,
        "own_pension_month": 400,
        "employer_pension_month": "800.50",
        "other_wage_month": 300,
        "side_business_month": "250.75",
        "benefit_month": 900,
        "holiday_earned_month": 700,
        "holiday_held_month": 600,
        "several_months_pay": 3000,
        "several_months": 3,
        "ceiling_month": 26000,
        "ceiling_pension_month": 2000,
        "ceiling_supplements_month": 1500,
        "ceiling_holiday_pay_month": 500,
        "efficiency_percent": 60,
        "paid_subsidy_month": "9000.25",
        "paid_atp_month": 17,
    }
    hourly = {"month": "2025-12", "wage_month": 8000, "pension_included": True, "own_pension_month": 100,
              "hourly_wage": 150, "paid_subsidy_month": 5}  # fmt: skip
    unknown = {"month": "2025-03", "wage_month": 8000, "paid_subsidy_month": 18300}
    one = PaidMonth(
        month=Month(2026, 6),
        wage_month=Decimal(14000),
        own_pension_month=Decimal(400),
        employer_pension_month=Decimal("800.50"),
        other_wage_month=Decimal(300),
        side_business_month=Decimal("250.75"),
        benefit_month=Decimal(900),
        holiday_earned_month=Decimal(700),
        holiday_held_month=Decimal(600),
        several_months_pay=Decimal(3000),
        several_months=3,
        ceiling=Ceiling(Decimal(26000), None, Decimal(2000), Decimal(1500), Decimal(500)),
        pace_percent=Decimal(60),
        paid_subsidy_month=Decimal("9000.25"),
        paid_atp_month=Decimal(17),
    )
    other = PaidMonth(
        month=Month(2025, 12),
        wage_month=Decimal(8000),
        pension_included=True,
        own_pension_month=Decimal(100),
        ceiling=Ceiling(hourly_wage=Decimal(150)),
        paid_subsidy_month=Decimal(5),
    )
    third = PaidMonth(month=Month(2025, 3), wage_month=Decimal(8000), paid_subsidy_month=Decimal(18300))
    found = check((one, other, third), date.fromisoformat(ON))
    given = asked(client, written, hourly, unknown)
    assert [month["month"] for month in given["months"]] == ["2025-03", "2025-12", "2026-06"]
    for month, checked in zip(given["months"], found.months, strict=True):
        with override("en"):
            assert [step["sentence"] for step in month["steps"]] == [say(step.sentence) for step in checked.steps]
            assert [reason["sentence"] for reason in month["reasons"]] == [say(r.text) for r in checked.reasons]
            assert month["remarks"] == [say(remark) for remark in checked.remarks]
        assert month["verdict"] == checked.verdict
        assert Decimal(month["difference_month"]) == checked.difference_month.quantize(Decimal("0.01"))
        assert Decimal(month["least"]["subsidy_month"]) == checked.due.least
        assert Decimal(month["most"]["subsidy_month"]) == checked.due.most
        assert Decimal(month["paid_subsidy_month"]) == checked.paid.paid_subsidy_month
        assert month["can_be_corrected"] == checked.can_be_corrected
        fitting = month["ceiling_that_fits_month"]
        assert (fitting and Decimal(fitting)) == checked.ceiling_that_fits_month
    assert Decimal(given["difference_within"]) == found.correctable_difference
    assert Decimal(given["difference_before"]) == found.earlier_difference
    assert given["first_correctable_month"] == "2025-11"


def test_a_payout_outside_the_twelve_months_is_summed_separately(client: Client) -> None:
    given = asked(client, MAY | {"paid_subsidy_month": 18000}, MAY | {"month": "2025-05", "paid_subsidy_month": 17000})
    assert [month["can_be_corrected"] for month in given["months"]] == [False, True]
    assert (given["difference_before"], given["difference_within"]) == ("910.00", "840.00")


def test_a_ceiling_that_is_not_known_gives_a_range_and_the_ceiling_that_fits(client: Client) -> None:
    (month,) = asked(client, MAY | {"ceiling_month": None, "hourly_wage": 150, "paid_subsidy_month": 16000})["months"]
    assert month["verdict"] == "depends-on-ceiling"
    assert (month["least"]["subsidy_month"], month["most"]["subsidy_month"]) == ("14850.00", "18840.00")
    assert (month["difference_month"], month["ceiling_that_fits_month"]) == ("0.00", "25200.00")


def test_all_reasons_for_the_same_payout_are_listed_and_flagged_as_several(client: Client) -> None:
    (month,) = asked(client, LOW | {"ceiling_pension_month": 2000, "ceiling_supplements_month": 2000,
                                    "paid_subsidy_month": 14800})["months"]  # fmt: skip
    assert [reason["key"] for reason in month["reasons"]] == ["ceiling-without-pension", "ceiling-without-supplements"]
    assert month["several_fit"] is True


# Each payout as it comes out with the error: 21.600 kr. less 30 % of the wage, or the ceiling less the wage.
EXPLAINED: dict[str, list[dict[str, Any]]] = {
    "pension-left-out": [MAY | {"paid_subsidy_month": 19200}],
    "pension-counted-twice": [MAY | {"paid_subsidy_month": 18480}],
    "ceiling-without-pension": [LOW | {"ceiling_pension_month": 3000, "paid_subsidy_month": 13800}],
    "ceiling-without-supplements": [LOW | {"ceiling_supplements_month": 3000, "paid_subsidy_month": 13800}],
    "ceiling-without-holiday-pay": [LOW | {"ceiling_holiday_pay_month": 3000, "paid_subsidy_month": 13800}],
    "ceiling-without-several-parts": [
        LOW | {"ceiling_pension_month": 2000, "ceiling_supplements_month": 1000, "paid_subsidy_month": 13800}
    ],
    "ceiling-from-reduced-wage": [MAY | {"efficiency_percent": 50, "paid_subsidy_month": 7800}],
    "wrong-year": [MAY | {"paid_subsidy_month": 17910}],
    "wrong-month": [MAY | {"paid_subsidy_month": 18300}, JUNE | {"paid_subsidy_month": 18300}],
    "several-months-at-once": [
        MAY | {"wage_month": 11000, "several_months_pay": 3000, "several_months": 3, "paid_subsidy_month": 17940}
    ],
    "holiday-money-when-earned": [MAY | {"holiday_earned_month": 1000}],
    "benefit-and-wage": [MAY | {"benefit_month": 4000, "paid_subsidy_month": 13640}],
    "after-atp": [MAY | {"paid_subsidy_month": 18340}],
    "goods-counted": [MAY | {"taxed_goods_month": 350}],
    "once-paid-against-ordinary-ceiling": [
        LOW | {"holiday_supplement_month": 800, "ceiling_once_month": 1000, "paid_subsidy_month": 16800}
    ],
    # 8.000 kr. are 92 % of 8.695,65 kr.
    "a-income-entered": [MAY | {"paid_subsidy_month": 18631}],
    # 18.840 kr. less 38 %.
    "after-tax": [MAY | {"paid_subsidy_month": 11681, "before_tax_confirmed": True}],
    "counted-wage-too-high": [MAY | {"paid_subsidy_month": 17777}],
}


@pytest.mark.parametrize("key", EXPLAINED)
def test_every_reason_can_come_out(client: Client, key: str) -> None:
    english, danish = (asked(client, *EXPLAINED[key], language=language)["months"][0] for language in ("en", "da"))
    # A counted wage that fits is given along with a possibly taxed amount, but not with a known error.
    beside = ["counted-wage-too-high"] if key == "after-tax" else []
    assert [reason["key"] for reason in english["reasons"]] == [key, *beside]
    said, sagt = english["reasons"][0], danish["reasons"][0]
    assert said["sources"]
    assert said["sentence"] != sagt["sentence"]
    assert abs(Decimal(said["subsidy_month"]) - Decimal(english["paid_subsidy_month"])) <= 2


def test_the_description_names_every_reason_there_is(client: Client) -> None:
    assert set(ReasonKey) == set(EXPLAINED)
    schema = client.get("/api/v1/openapi.json").json()["components"]["schemas"]["ReasonOut"]
    assert set(schema["properties"]["key"]["enum"]) == set(EXPLAINED)


def test_twelve_months_are_checked_today_where_no_day_is_given(client: Client) -> None:
    months = [MAY | {"month": str(Month(2025, 3).plus(months=ahead))} for ahead in range(12)]
    given = post(client, "payout-check", {"months": months}).json()
    assert len(given["months"]) == 12
    assert given["first_correctable_month"] >= "2025-03"


def test_nothing_is_kept_and_no_cookie_is_set(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    for sent in (body(MAY | {"wage_month": "8765.43"}), body(MAY | {"wage_month": "8765.43", "own_pension_month": -1})):
        answer = post(client, "payout-check", sent)
        assert not answer.cookies
    assert not client.cookies
    assert "8765" not in caplog.text
    assert client.get("/api/v1/payout-check").status_code == 405


def test_the_example_of_the_description_is_pension_counted_twice(client: Client) -> None:
    call = client.get("/api/v1/openapi.json").json()["paths"]["/api/v1/payout-check"]["post"]
    sent = json.dumps(call["requestBody"]["content"]["application/json"]["example"])
    (month,) = post(client, "payout-check", sent).json()["months"]
    assert [reason["key"] for reason in month["reasons"]] == ["pension-counted-twice"]
