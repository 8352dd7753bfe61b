"""Errors of the API: all of a body at once, each with a code that never changes, its place, a sentence and limits."""

from typing import Any

import pytest
from django.test import Client

from fleksjob_site.api.wrong import Code
from fleksjob_site.serving.api import HttpCode
from tests.api.asking import ABOUT, SENT, post
from tests.api.months import MAY, ON

FIELDS = {"field", "code", "message", "allowed", "limits"}
ENGLISH = {"accept-language": "en"}


def errors(client: Client, path: str, body: object, language: str = "en") -> list[dict[str, Any]]:
    answer = post(client, path, body, language)
    assert answer.status_code == 422
    listed: list[dict[str, Any]] = answer.json()["errors"]
    assert all(set(error) == FIELDS and error["message"] for error in listed)
    return listed


def places(listed: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(error["field"], error["code"]) for error in listed]


def test_codes_never_change() -> None:
    # Callers hold them: add to this list, and take nothing away.
    assert {*Code, *HttpCode} == {
        "missing", "unknown-field", "wrong-form", "too-few", "too-many", "not-a-boolean", "not-a-number",
        "out-of-range", "days-out-of-range", "months-out-of-range", "not-a-month", "no-rates", "not-a-day",
        "one-of-two", "monthly-wage", "hourly-wage", "parts-not-below-whole", "parts-above-whole", "month-twice",
        "not-paid-yet", "month-out-of-range", "not-of-this-kind", "unknown-question", "not-an-answer", "more-errors",
        "bad-request", "not-json", "forbidden", "not-found", "method-not-allowed", "too-slow", "too-large",
        "address-too-long", "too-many-requests", "headers-too-long", "server-error", "unavailable",
    }  # fmt: skip
    assert len({*Code, *HttpCode}) == len(Code) + len(HttpCode)


def test_everything_wrong_with_an_income_is_said_at_once(client: Client) -> None:
    body = {
        "month": "2024-13",
        "paid_hours_per_week": 169,
        "hourly_wage": 30000,
        "full_time_wage_month": 30000,
        "pension_on_top_percent": 4,
        "pension_on_top_month": 400,
        "shoe_size": 43,
    }
    listed = errors(client, "income", body)
    assert places(listed) == [
        ("month", "not-a-month"),
        ("paid_hours_per_week", "out-of-range"),
        ("shoe_size", "unknown-field"),
        ("full_time_wage_month", "one-of-two"),
        ("hourly_wage", "monthly-wage"),
        ("pension_on_top_month", "one-of-two"),
    ]
    month, hours, unknown, twice, monthly, _ = listed
    assert month["limits"]["minimum"] == "2013-01"
    assert hours["limits"] == {"minimum": 0, "maximum": 168, "values": None}
    assert hours["allowed"] == "0 - 168"
    assert "wage_month" in unknown["limits"]["values"]
    assert twice["limits"]["values"] == ["hourly_wage", "full_time_wage_month"]
    assert monthly["limits"]["maximum"] == 2000


def test_a_field_that_cannot_be_read_is_not_called_missing(client: Client) -> None:
    body = {"month": "2024-05", "paid_hours_per_week": "many", "hourly_wage": None}
    assert places(errors(client, "income", body)) == [
        ("paid_hours_per_week", "not-a-number"),
        ("hourly_wage", "missing"),
    ]


def test_several_missing_fields_are_all_named(client: Client) -> None:
    assert places(errors(client, "income", {"month": "2024-05"})) == [
        ("hours_per_week", "missing"),
        ("efficiency_percent", "missing"),
        ("hourly_wage", "missing"),
    ]


def test_everything_wrong_with_several_months_is_said_at_once(client: Client) -> None:
    wrong = MAY | {"wage_month": -1, "hourly_wage": 150, "days_in_job": 24, "pension_included": "yes"}
    parts = MAY | {"month": "2026-11", "once_paid_month": 9000, "ceiling_pension_month": 34000}
    listed = errors(client, "payout-check", {"months": [MAY, wrong, parts, 5], "on": ON})
    assert places(listed) == [
        ("months.1.wage_month", "out-of-range"),
        ("months.1.pension_included", "not-a-boolean"),
        ("months.1.days_in_job", "days-out-of-range"),
        ("months.1.hourly_wage", "one-of-two"),
        ("months.2.ceiling_month", "parts-not-below-whole"),
        ("months.2.wage_month", "parts-above-whole"),
        ("months.3", "wrong-form"),
        ("months.1.month", "month-twice"),
        ("months.2.month", "not-paid-yet"),
    ]
    by_place = {(error["field"], error["code"]): error["limits"] for error in listed}
    assert by_place["months.1.pension_included", "not-a-boolean"]["values"] == [True, False]
    assert by_place["months.2.ceiling_month", "parts-not-below-whole"]["minimum"] == 34000.01
    assert by_place["months.2.wage_month", "parts-above-whole"]["minimum"] == 9000
    assert by_place["months.2.month", "not-paid-yet"]["maximum"] == "2026-10"


def test_without_a_day_that_can_be_read_the_months_are_still_compared_with_each_other(client: Client) -> None:
    listed = errors(client, "payout-check", {"months": [MAY, MAY], "on": "soon"})
    assert places(listed) == [("on", "not-a-day"), ("months.1.month", "month-twice")]
    assert listed[0]["limits"]["maximum"] == "2100-12-31"


@pytest.mark.parametrize("months", [5, None, "May", {"month": "2026-05"}])
def test_what_is_no_list_of_months_is_one_error(client: Client, months: object) -> None:
    assert places(errors(client, "payout-check", {"months": months})) == [("months", "wrong-form")]


def test_every_wrong_answer_is_named_with_what_could_be_answered(client: Client) -> None:
    wrong = {"birth-month": "2027-01", "hours-per-week": 169, "benefit": "lottery", "measures": [], "shoe-size": 43}
    listed = errors(client, "eligibility", {"answers": SENT | wrong, "on": ON})
    can_be = {error["field"]: error["limits"] for error in listed}
    assert set(can_be) == {f"answers.{key}" for key in wrong}
    assert can_be["answers.birth-month"] == {"minimum": "1900-01", "maximum": "2011-11", "values": ["unknown"]}
    assert can_be["answers.hours-per-week"] == {"minimum": 0, "maximum": 168, "values": ["unknown"]}
    assert "efterlon" in can_be["answers.benefit"]["values"]
    assert "mentor" in can_be["answers.measures"]["values"]
    assert "birth-month" in can_be["answers.shoe-size"]["values"]


def test_answers_are_judged_also_where_the_day_is_wrong(client: Client) -> None:
    body = {"answers": {"benefit": "lottery", "birth-month": "2027-01"}, "on": "tomorrow"}
    assert places(errors(client, "eligibility", body)) == [("on", "not-a-day"), ("answers.benefit", "not-an-answer")]


def test_sentences_follow_the_language_and_codes_do_not(client: Client) -> None:
    body = {"month": "2024-13", "paid_hours_per_week": 169}
    english, danish = errors(client, "income", body), errors(client, "income", body, "da")
    assert places(english) == places(danish)
    for one, other in zip(english, danish, strict=True):
        assert one["message"] != other["message"]
        assert one["limits"] == other["limits"]


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("GET", "/api/v1/nowhere", "", 404, "not-found"),
        ("GET", "/api/", "", 404, "not-found"),
        ("GET", "/api/v1/income", "", 405, "method-not-allowed"),
        ("DELETE", "/api/v1/rates", "", 405, "method-not-allowed"),
        ("POST", "/api/v1/openapi.json", "", 405, "method-not-allowed"),
        ("POST", "/api/v1/income", "{", 400, "not-json"),
        ("POST", "/api/v1/income", "9" * 70_000, 413, "too-large"),
        ("GET", "/api/v1/rates?" + "&".join(f"f{number}" for number in range(300)), "", 413, "too-large"),
        ("GET", "/api/v1/rates?" + "a" * 6200, "", 414, "address-too-long"),
    ],
)
def test_other_errors_have_the_same_form_in_words_for_callers(
    client: Client, method: str, path: str, body: str, status: int, code: str
) -> None:
    said = {}
    for language in ("en", "da"):
        headers = {"accept-language": language}
        answer = client.generic(method, path, body, content_type="application/json", headers=headers)
        assert (answer.status_code, answer.headers["Content-Type"].split(";")[0]) == (status, "application/json")
        given = answer.json()
        (error,) = given.pop("errors")
        assert set(error) == FIELDS
        assert error["code"] == code
        assert "page" not in error["message"]
        assert given == ABOUT
        said[language] = error["message"]
    assert said["en"] != said["da"]


def test_a_method_that_is_not_there_is_answered_with_those_that_are(client: Client) -> None:
    (error,) = client.get("/api/v1/income", headers=ENGLISH).json()["errors"]
    assert (error["allowed"], error["limits"]["values"]) == ("POST", ["POST"])
