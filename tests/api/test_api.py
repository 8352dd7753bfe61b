"""The public API: requests, responses, and errors in the caller's language."""

from typing import Any

import pytest
from django.test import Client

from salary.law.rates import newest_month_with_rates, periods
from tests.api.asking import ABOUT, post

ENGLISH = {"accept-language": "en"}
CASE = {"month": "2024-05", "paid_hours_per_week": 18, "hourly_wage": 200}


def test_the_official_example_gives_the_official_result(client: Client) -> None:
    given = post(client, "income", CASE).json()
    amounts = {key: value for key, value in given.items() if key not in {"steps", "rates", "notes", *ABOUT}}
    assert amounts == {
        "paid_hours_per_week": "18.00",
        "wage_month": "15600.00",
        "full_time_wage_month": "32066.67",
        "ceiling_month": "32066.67",
        "ceiling_applied": True,
        "ceiling_assumed": True,
        "ceiling_binds": False,
        "reduction_month": "4680.00",
        "ceiling_cut_month": "0.00",
        "subsidy_month": "15272.00",
        "subsidy_unrounded": "15272.00",
        "atp_month": "500.00",
        "payout_month": "14772.00",
        "obligatory_pension_month": "222.00",
        "total_month": "30872.00",
        "am_income_month": "15600.00",
        "account_before_tax_month": "30372.00",
        "tax": None,
        "rates_month": "2024-05",
        "rates_assumed": False,
    }
    assert [step["key"] for step in given["steps"]] == [
        "paid-hours", "wage", "max-subsidy", "reduction", "ceiling", "subsidy", "atp", "payout", "obligatory-pension",
        "total",
    ]  # fmt: skip
    assert all(step["sources"] for step in given["steps"])
    assert given["rates"]["valid_from"] == "2024-01"


@pytest.mark.parametrize("hours", [18, 18.0, "18", "18.0"])
def test_numbers_and_plain_decimal_strings_are_the_same(client: Client, hours: object) -> None:
    assert post(client, "income", CASE | {"paid_hours_per_week": hours}).json()["total_month"] == "30872.00"


def test_minus_zero_is_zero(client: Client) -> None:
    assert post(client, "income", CASE | {"paid_hours_per_week": -0.0}).json()["wage_month"] == "0.00"


def test_hours_and_efficiency_give_the_paid_hours(client: Client) -> None:
    body = {"month": "2024-05", "hours_per_week": "36", "efficiency_percent": 50, "hourly_wage": 200}
    assert post(client, "income", body).json()["total_month"] == "30872.00"


def test_a_wage_alone_has_no_ceiling_and_says_so(client: Client) -> None:
    given = post(client, "income", {"month": "2024-05", "wage_month": 10000}).json()
    assert given["ceiling_month"] is None
    assert not given["ceiling_applied"]
    assert given["subsidy_month"] == "16952.00"
    assert any("No wage ceiling is applied" in note for note in given["notes"])


def test_a_wage_with_an_hourly_wage_gets_its_ceiling_from_it(client: Client) -> None:
    given = post(client, "income", {"month": "2024-05", "wage_month": 10000, "hourly_wage": 130}).json()
    assert given["ceiling_assumed"]
    assert given["ceiling_month"] == "20843.33"


def test_without_a_wage_there_is_no_subsidy(client: Client) -> None:
    assert post(client, "income", CASE | {"paid_hours_per_week": 0}).json()["subsidy_month"] == "0.00"


REFUSED: list[tuple[Any, str, str]] = [
    ({}, "month", "This field is missing."),
    (CASE | {"month": "2012-12"}, "month", "There are no rates for this month."),
    (CASE | {"month": str(newest_month_with_rates().plus(months=1))}, "month", "There are no rates for this month."),
    (CASE | {"month": "May"}, "month", "This is not a month written like 2024-05."),
    (CASE | {"month": 202405}, "month", "This is not a month written like 2024-05."),
    (CASE | {"shoe_size": 43}, "shoe_size", "There is no such field."),
    (CASE | {"paid_hours_per_week": -1}, "paid_hours_per_week", "The number is outside the limits."),
    (CASE | {"paid_hours_per_week": 168.5}, "paid_hours_per_week", "The number is outside the limits."),
    (CASE | {"paid_hours_per_week": "1,5"}, "paid_hours_per_week", "This is not a plain decimal number."),
    (CASE | {"paid_hours_per_week": "1e1"}, "paid_hours_per_week", "This is not a plain decimal number."),
    (CASE | {"paid_hours_per_week": True}, "paid_hours_per_week", "This is not a plain decimal number."),
    (CASE | {"paid_hours_per_week": [1]}, "paid_hours_per_week", "This is not a plain decimal number."),
    (CASE | {"hourly_wage": 2000.01}, "hourly_wage", "Is this a monthly wage?"),
    (CASE | {"hourly_wage": 1_000_001}, "hourly_wage", "The number is outside the limits."),
    (CASE | {"hours_per_week": 18}, "paid_hours_per_week", "Give one of two alternatives, not both."),
    (CASE | {"wage_month": 1}, "paid_hours_per_week", "Give one of two alternatives, not both."),
    (CASE | {"full_time_wage_month": 1}, "full_time_wage_month", "Give one of two alternatives, not both."),
    ({"month": "2024-05", "hourly_wage": 200}, "hours_per_week", "This field is missing."),
    ({"month": "2024-05", "hours_per_week": 1, "hourly_wage": 2}, "efficiency_percent", "This field is missing."),
    ({"month": "2024-05", "paid_hours_per_week": 1}, "hourly_wage", "This field is missing."),
    ('{"month": "2024-05", "wage_month": NaN}', "wage_month", "This is not a plain decimal number."),
    ('{"month": "2024-05", "wage_month": -Infinity}', "wage_month", "This is not a plain decimal number."),
    ('{"month": "2024-05", "wage_month": 1e20}', "wage_month", "The number is outside the limits."),
    ('{"month": "2024-05", "wage_month": 1e999999999}', "wage_month", "This is not a plain decimal number."),
    ("[]", "", "This is not in the right format."),
    ("5", "", "This is not in the right format."),
]


@pytest.mark.parametrize(("body", "field", "message"), REFUSED)
def test_an_invalid_field_gets_an_error_message_of_our_own(client: Client, body: Any, field: str, message: str) -> None:
    answer = post(client, "income", body)
    assert answer.status_code == 422
    first = answer.json()["errors"][0]
    assert set(first) == {"field", "code", "message", "allowed", "limits"}
    assert (first["field"], first["message"]) == (field, message)


def test_a_month_without_rates_lists_the_periods_that_exist(client: Client) -> None:
    allowed = post(client, "income", CASE | {"month": "2091-01"}).json()["errors"][0]["allowed"]
    assert allowed.startswith("2013-01 - 2013-12")
    assert "2017-01 - 2017-06, 2017-07 - 2017-12" in allowed
    assert ", 2026-01 - 2026-12" in allowed
    assert allowed.endswith(f" - {newest_month_with_rates()}")


@pytest.mark.parametrize("body", ["{", "\x00", "[" * 60_000, "9" * 5000, '{"\\ud800": 1}', '{"month": 1, "month": 2}'])
def test_a_body_that_is_not_json_is_rejected(client: Client, body: str) -> None:
    answer = post(client, "income", body)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["message"] == "The body of the request can't be read as JSON."


def test_a_missing_or_far_too_large_body_is_rejected(client: Client) -> None:
    assert post(client, "income", "").status_code == 422
    assert post(client, "income", "9" * 70_000).status_code == 413


def test_errors_and_words_follow_the_language(client: Client) -> None:
    danish = post(client, "income", CASE | {"month": "2091-01"}, "da").json()["errors"][0]["message"]
    assert danish == "Der er ingen satser for denne måned."
    assert post(client, "income", CASE, "da").json()["steps"][0]["label"] != "Paid hours a week"
    assert post(client, "income", CASE, "fr").headers["Content-Language"] == "da"


def test_all_rates_are_listed_with_their_sources(client: Client) -> None:
    given = client.get("/api/v1/rates", headers=ENGLISH).json()["periods"]
    assert [period["valid_from"] for period in given] == [str(rates.valid_from) for rates in periods()]
    [of_2026] = [period for period in given if period["valid_from"] == "2026-01"]
    figures = {figure["key"]: figure for figure in of_2026["figures"]}
    assert figures["max_subsidy_month"]["amount"] == "21600.00"
    for period in given:
        for figure in period["figures"]:
            assert figure["url"].startswith("http")
            assert figure["status"]


def test_any_website_may_call_the_api_without_cookies(client: Client) -> None:
    headers = client.get("/api/v1/rates", headers={"origin": "https://other.example"}).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in headers
    asked = client.options(
        "/api/v1/income", headers={"origin": "https://other.example", "access-control-request-method": "POST"}
    )
    assert "POST" in asked.headers["Access-Control-Allow-Methods"]
    assert "Access-Control-Allow-Origin" not in client.get("/en/", headers={"origin": "https://other.example"}).headers


def test_the_description_of_the_api_names_every_path(client: Client) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert set(paths) == {
        "/api/v1/income", "/api/v1/year", "/api/v1/payout-check", "/api/v1/rates", "/api/v1/eligibility/questions",
        "/api/v1/eligibility", "/api/v1/own-business", "/api/v1/employer", "/api/v1/curve", "/api/v1/goal",
        "/api/v1/margin", "/api/v1/batch", "/api/v1/dates", "/api/v1/letter",
    }  # fmt: skip


def test_responses_are_utf_8_as_declared(client: Client) -> None:
    answered = client.get("/api/v1/rates", headers={"accept-language": "da"})
    assert answered.headers["Content-Type"] == "application/json; charset=utf-8"
    assert "Højeste".encode() in answered.content
