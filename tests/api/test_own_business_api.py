"""The subsidy for one's own business in the API: its names, its amounts, and what it refuses."""

import json
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from salary.law.own_business import AccountingYear, OwnBusiness, own_business
from salary.law.own_business_steps import own_business_steps
from tests.api.asking import ABOUT, post

AMOUNTS = {"base_year", "income_year", "other_year", "subsidy_year", "subsidy_month", "gone_from_income"}


def answer(client: Client, body: object, language: str = "en") -> dict[str, Any]:
    found = post(client, "own-business", body, language)
    assert found.status_code == 200, found.content
    return json.loads(found.content)


def test_names_never_change(client: Client) -> None:
    # Callers hold them: add to these lists, and take nothing away.
    schemas = client.get("/api/v1/openapi.json").json()["components"]["schemas"]
    assert set(schemas["OwnBusinessIn"]["properties"]) == {"year", "years", "couple"}
    assert set(schemas["AccountingYearIn"]["properties"]) == {"result", "usable", "benefits", "other_work_income"}
    assert set(schemas["OwnBusinessOut"]["properties"]) == AMOUNTS | ABOUT.keys() | {"steps", "notes", "rates"}


def test_the_keys_of_the_steps_never_change(client: Client) -> None:
    found = answer(client, {"year": 2026, "years": [{"result": 1}, {"result": 2}, {"result": None, "usable": False}]})
    assert [step["key"] for step in found["steps"]] == [
        "own-business-year-1", "own-business-year-2", "own-business-year-3", "own-business-income",
        "own-business-other-income", "own-business-reduction", "own-business-subsidy", "own-business-month",
        "obligatory-pension",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            {"year": 2026, "years": [{"result": 240000}, {"result": "180000.00"}, {"result": 90000}]},
            ("169920.00", "210000.00", "0.00", "106920.00", "8910.00", "566400.00"),
        ),
        (
            {
                "year": 2025,
                "years": [
                    {"result": -40000},
                    {"result": 310000, "other_work_income": 24000},
                    {"result": 205000, "other_work_income": 36000},
                ],
            },
            ("162603.00", "257500.00", "30000.00", "76353.00", "6362.75", "542010.00"),
        ),
        (
            {"year": 2026, "years": [{"result": 420000}, {"result": 500000}, {"result": 380000}], "couple": True},
            ("169920.00", "230000.00", "0.00", "100920.00", "8410.00", "566400.00"),
        ),
        (
            {"year": 2026, "years": [{"result": -40000, "benefits": 60000}]},
            ("169920.00", "20000.00", "0.00", "163920.00", "13660.00", "566400.00"),
        ),
    ],
)
def test_the_cases_of_the_notes(client: Client, body: dict[str, Any], expected: tuple[str, ...]) -> None:
    found = answer(client, body)
    names = ("base_year", "income_year", "other_year", "subsidy_year", "subsidy_month", "gone_from_income")
    assert tuple(found[name] for name in names) == expected
    assert found["rates"]["valid_to"] == f"{body['year']}-12"
    assert {name: found[name] for name in ABOUT} == ABOUT


@pytest.mark.parametrize("years", [[], [{"usable": False}], [{"result": None, "usable": False, "benefits": 5000}]])
def test_without_a_usable_year_it_is_0_and_there_is_no_income(client: Client, years: list[Any]) -> None:
    found = answer(client, {"year": 2026, "years": years})
    assert (found["subsidy_year"], found["subsidy_month"]) == ("0.00", "0.00")
    assert (found["income_year"], found["other_year"]) == (None, None)


def test_it_is_the_calculation_of_the_law_code_in_both_languages(client: Client) -> None:
    body = {"year": 2024, "years": [{"result": "123456.78", "benefits": 1000, "other_work_income": "77.10"}]}
    year = AccountingYear(Decimal("123456.78"), Decimal(1000), Decimal("77.10"))
    result = own_business(OwnBusiness(2024, (year,)))
    english, danish = answer(client, body), answer(client, body, "da")
    assert english["subsidy_year"] == danish["subsidy_year"] == f"{result.subsidy_year:.2f}"
    steps = own_business_steps(result)
    assert [step["key"] for step in english["steps"]] == [step.key for step in steps]
    assert all(step["sources"] for step in english["steps"])
    changed = [one["sentence"] != two["sentence"] for one, two in zip(english["steps"], danish["steps"], strict=True)]
    assert all(changed)


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({"years": []}, "year", "missing"),
        ({"year": 2026}, "years", "missing"),
        ({"year": 2012, "years": []}, "year", "out-of-range"),
        ({"year": 2027, "years": []}, "year", "out-of-range"),
        ({"year": 2026.5, "years": []}, "year", "out-of-range"),
        # A number in a string is within the limits: what is wrong is that it is no number.
        ({"year": "2026", "years": []}, "year", "not-a-number"),
        ({"year": True, "years": []}, "year", "not-a-number"),
        ({"year": None, "years": []}, "year", "not-a-number"),
        ({"year": [2026], "years": []}, "year", "not-a-number"),
        ({"year": 2026, "years": [{"result": 1}] * 4}, "years", "too-many"),
        ({"year": 2026, "years": [{}]}, "years.0.result", "missing"),
        ({"year": 2026, "years": [{"result": None, "usable": True}]}, "years.0.result", "missing"),
        ({"year": 2026, "years": [{"result": 10000001}]}, "years.0.result", "out-of-range"),
        ({"year": 2026, "years": [{"result": -10000001}]}, "years.0.result", "out-of-range"),
        ({"year": 2026, "years": [{"result": "8.000"}]}, "years.0.result", "not-a-number"),
        ({"year": 2026, "years": [{"result": 1, "benefits": -1}]}, "years.0.benefits", "out-of-range"),
        (
            {"year": 2026, "years": [{"result": 1, "other_work_income": -1}]},
            "years.0.other_work_income",
            "out-of-range",
        ),
        ({"year": 2026, "years": [{"result": 1, "usable": "yes"}]}, "years.0.usable", "not-a-boolean"),
        ({"year": 2026, "years": [{"result": 1, "profit": 2}]}, "years.0.profit", "unknown-field"),
        ({"year": 2026, "years": [], "couple": 1}, "couple", "not-a-boolean"),
    ],
)
def test_what_does_not_fit_is_refused_by_field_and_code(client: Client, body: object, field: str, code: str) -> None:
    refused = post(client, "own-business", body)
    assert refused.status_code == 422
    errors = json.loads(refused.content)["errors"]
    assert [(error["field"], error["code"]) for error in errors] == [(field, code)]


def test_the_limits_of_a_result_go_both_ways(client: Client) -> None:
    for result in (-10_000_000, "-10000000", 10_000_000, "10000000.00", "-0", "-0.50"):
        answer(client, {"year": 2026, "years": [{"result": result}]})
