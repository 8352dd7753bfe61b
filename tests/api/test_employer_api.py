"""The employer's cost in the API: its names, its amounts, and what it refuses."""

import json
from typing import Any

import pytest
from django.test import Client

from salary.law.full_time_wage import Part
from tests.api.asking import ABOUT, post

JOB = {"month": "2026-11", "paid_hours_per_week": 10, "hourly_wage": 180}


def answer(client: Client, body: object, language: str = "en") -> dict[str, Any]:
    found = post(client, "employer", body, language)
    assert found.status_code == 200, found.content
    return json.loads(found.content)


def test_names_never_change(client: Client) -> None:
    # Callers hold them: add to these lists, and take nothing away.
    schemas = client.get("/api/v1/openapi.json").json()["components"]["schemas"]
    assert set(schemas["EmployerIn"]["properties"]) == {
        "month", "paid_hours_per_week", "hours_per_week", "hourly_wage", "full_time_wage_month",
        "pension_on_top_percent", "holiday", "full_time_hours_per_week", "ceiling_lines",
    }  # fmt: skip
    assert set(schemas["CeilingLinesIn"]["properties"]) == {part.value for part in Part}
    assert set(schemas["EmployerOut"]["properties"]) == ABOUT.keys() | {
        "wage_month", "cost_month", "cost_year", "cost_paid_hour", "lines", "unknown", "contributions_year",
        "full_time_wage_month", "ceiling_lines", "ceiling_lines_missing", "rates",
    }  # fmt: skip


def test_a_worked_example(client: Client) -> None:
    found = answer(client, JOB | {"hours_per_week": 20, "pension_on_top_percent": 10, "holiday": "pay"})
    # 180 × 10 × 52/12 = 7,800; 10% pension; 1%; 2 × 66 ATP; 2/3 of 4,936 a year.
    assert [(line["key"], line["amount"], line["year"]) for line in found["lines"]] == [
        ("employer-wage", "7800.00", "93600.00"),
        ("employer-pension", "780.00", "9360.00"),
        ("employer-holiday", "78.00", "936.00"),
        ("employer-atp", "132.00", "1584.00"),
        ("employer-training-fund", "174.94", "2099.33"),
        ("employer-financing", "24.28", "291.33"),
        ("employer-parental-fund", "75.00", "900.00"),
    ]
    assert (found["wage_month"], found["cost_month"], found["cost_year"]) == ("7800.00", "9064.22", "108770.67")
    assert (found["cost_paid_hour"], found["contributions_year"]) == ("209.17", 2024)
    # 180 × 37 × 52/12 = 28,860, and 10%.
    assert found["full_time_wage_month"] == "31746.00"
    assert found["rates"]["valid_to"] == "2026-12"
    assert all(line["sources"] for line in (*found["lines"], *found["ceiling_lines"]))
    assert {name: found[name] for name in ABOUT} == ABOUT


def test_the_lines_of_the_ceiling_are_added_up_and_those_not_given_are_named(client: Client) -> None:
    lines = {"fixed_supplements": 1500, "shifts": "250.50", "bonus": 0}
    found = answer(client, JOB | {"ceiling_lines": lines})
    assert found["full_time_wage_month"] == "30610.50"
    assert [line["amount"] for line in found["ceiling_lines"]] == ["28860.00", "1500.00", "250.50"]
    # Without a percentage there is no pension on top, which is known.
    assert set(found["ceiling_lines_missing"]) == {part.value for part in Part} - {*lines, "pension"}


def test_a_full_time_wage_and_another_full_time(client: Client) -> None:
    body = {
        "month": "2026-11",
        "paid_hours_per_week": 10,
        "full_time_wage_month": 30000,
        "full_time_hours_per_week": 40,
    }
    found = answer(client, body | {"holiday": "money"})
    assert (found["wage_month"], found["full_time_wage_month"]) == ("7500.00", "30000.00")
    assert found["lines"][1]["amount"] == "937.50"


def test_both_languages_say_the_same_amounts_in_their_own_words(client: Client) -> None:
    english, danish = answer(client, JOB), answer(client, JOB, "da")
    assert [line["amount"] for line in english["lines"]] == [line["amount"] for line in danish["lines"]]
    assert all(one["label"] != two["label"] for one, two in zip(english["lines"], danish["lines"], strict=True))
    assert all(one != two for one, two in zip(english["unknown"], danish["unknown"], strict=True))


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"month": "2012-12"}, "month", "no-rates"),
        ({"month": "November"}, "month", "not-a-month"),
        ({"paid_hours_per_week": None}, "paid_hours_per_week", "not-a-number"),
        ({"paid_hours_per_week": 200}, "paid_hours_per_week", "out-of-range"),
        ({"hours_per_week": -1}, "hours_per_week", "out-of-range"),
        ({"hourly_wage": None}, "hourly_wage", "missing"),
        ({"hourly_wage": 30000}, "hourly_wage", "monthly-wage"),
        ({"full_time_wage_month": 30000}, "full_time_wage_month", "one-of-two"),
        ({"pension_on_top_percent": 101}, "pension_on_top_percent", "out-of-range"),
        ({"holiday": "both"}, "holiday", "wrong-form"),
        ({"full_time_hours_per_week": 0}, "full_time_hours_per_week", "out-of-range"),
        ({"ceiling_lines": {"car": 1}}, "ceiling_lines.car", "unknown-field"),
        ({"ceiling_lines": {"bonus": "8.000"}}, "ceiling_lines.bonus", "not-a-number"),
        ({"ceiling_lines": {"bonus": -1}}, "ceiling_lines.bonus", "out-of-range"),
        ({"wage": 1}, "wage", "unknown-field"),
    ],
)
def test_what_does_not_fit_is_refused_by_field_and_code(
    client: Client, change: dict[str, Any], field: str, code: str
) -> None:
    refused = post(client, "employer", JOB | change)
    assert refused.status_code == 422
    errors = json.loads(refused.content)["errors"]
    assert [(error["field"], error["code"]) for error in errors] == [(field, code)]
