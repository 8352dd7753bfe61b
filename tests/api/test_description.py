"""The description of the API: a linter finds nothing in it, and it says what generators and callers need."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from salary.law.rates import newest_month_with_rates
from tests.api.asking import ABOUT
from tests.api.generating import BIN, run

RULES = "recommended-strict"
"""Redocly's own set, in which every warning is an error; none of its rules is switched off."""


@pytest.fixture
def description(client: Client) -> dict[str, Any]:
    answer = client.get("/api/v1/openapi.json")
    assert answer.status_code == 200
    described: dict[str, Any] = answer.json()
    return described


def found(folder: Path, description: dict[str, Any]) -> list[str]:
    """The rules that a description breaks."""
    (folder / "openapi.json").write_text(json.dumps(description))
    done = run(folder, BIN / "redocly", "lint", "openapi.json", "--extends", RULES, "--format", "json")
    said = json.loads(done.stdout)
    assert said["totals"]["ignored"] == 0
    return [problem["ruleId"] for problem in said["problems"]]


def test_a_linter_finds_nothing_in_the_description(description: dict[str, Any], tmp_path: Path) -> None:
    assert found(tmp_path, description) == []


def test_the_linter_finds_what_is_wrong(description: dict[str, Any], tmp_path: Path) -> None:
    del description["info"]["license"]
    description["paths"]["/api/v1/rates"]["get"]["responses"]["429"]["content"]["application/json"]["example"] = {}
    assert set(found(tmp_path, description)) == {"info-license", "no-invalid-media-type-examples"}


def test_it_says_what_generators_need(description: dict[str, Any]) -> None:
    assert description["servers"] == [{"url": "http://testserver", "description": "This site"}]
    assert description["security"] == []
    assert description["info"]["license"]["identifier"] == "MIT"
    assert description["info"]["version"] == ABOUT["version"]
    tags = {tag["name"] for tag in description["tags"]}
    calls = [call for methods in description["paths"].values() for call in methods.values()]
    assert {call["operationId"] for call in calls} == {
        "calculateIncome", "planYear", "calculateOwnBusiness", "checkPayouts", "listRates", "listQuestions",
        "assessEligibility", "calculateEmployerCost", "drawCurve", "findGoal", "findMargin", "calculateIncomes",
        "findDates", "makeLetter",
    }  # fmt: skip
    assert {tag for call in calls for tag in call["tags"]} == tags


def test_every_body_has_plain_properties_and_required_fields(description: dict[str, Any]) -> None:
    schemas = description["components"]["schemas"]
    bodies = {name: schema for name, schema in schemas.items() if name.endswith("In")}
    assert {name: schema.get("required") for name, schema in bodies.items()} == {
        "IncomeIn": ["month"],
        "YearIn": ["from"],
        "ChangeIn": ["from"],
        "EventIn": ["month", "kind"],
        "OwnBusinessIn": ["year", "years"],
        "AccountingYearIn": None,
        "EmployerIn": ["month", "paid_hours_per_week"],
        "CeilingLinesIn": None,
        "TaxIn": ["percent", "deduction_month", "main_card"],
        "PayoutCheckIn": ["months"],
        "PaidMonthIn": ["month", "wage_month", "paid_subsidy_month"],
        "EligibilityIn": ["answers"],
        "PayIn": ["month"],
        "GoalIn": ["month", "goal_month"],
        "MarginIn": ["month"],
        "BatchIn": ["incomes"],
        "DatesIn": ["birth_month"],
        "LetterIn": None,
    }
    for name, schema in bodies.items():
        assert not schema.keys() & {"anyOf", "oneOf", "allOf", "not"}, name
        assert schema["properties"]
        # A generator for TypeScript demands each field that has a default.
        assert not [field for field in schema["properties"].values() if "default" in field]
    month = bodies["IncomeIn"]["properties"]["month"]
    assert month["type"] == "string"
    assert "enum" not in month
    for way in ("`wage_month`", "`paid_hours_per_week` + `hourly_wage`"):
        assert way in bodies["IncomeIn"]["description"]


def test_the_patterns_of_a_month_fit_exactly_the_months_with_rates_and_those_that_the_newest_may_stand_for(
    description: dict[str, Any],
) -> None:
    schemas = description["components"]["schemas"]
    of_income, of_payout = (
        re.compile(schemas[body]["properties"]["month"]["pattern"]) for body in ("IncomeIn", "PaidMonthIn")
    )
    newest = newest_month_with_rates()
    for written in (f"{year}-{month:02}" for year in range(2011, 2040) for month in range(14)):
        from_2013 = written >= "2013-01" and 1 <= int(written[-2:]) <= 12
        assert bool(of_payout.search(written)) == (from_2013 and written <= str(newest)), written
        assert bool(of_income.search(written)) == (from_2013 and written <= str(newest.plus(years=2))), written


def test_headers_and_errors_are_described(description: dict[str, Any]) -> None:
    for methods in description["paths"].values():
        for method, call in methods.items():
            answer = call["responses"]["200"]["headers"]
            assert {"Content-Language", "Access-Control-Allow-Origin"} <= set(answer)
            assert ({"ETag", "Cache-Control"} <= set(answer)) == (method == "get")
            assert "Retry-After" in call["responses"]["429"]["headers"]
    for word in ("CORS", "Access-Control-Allow-Origin: *", "ETag", "404", "405"):
        assert word in description["info"]["description"]
