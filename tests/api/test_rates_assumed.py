"""A month that has no rates yet: refused, or calculated with the newest rates where the caller asks for it."""

from typing import Any

import jsonschema_rs
import pytest
from django.test import Client

from salary.law.rates import newest_month_with_rates
from tests.api.asking import post

NEWEST = newest_month_with_rates()
NEXT, LAST = NEWEST.plus(months=1), NEWEST.plus(months=24)
CASE = {"hours_per_week": 15, "efficiency_percent": 60, "hourly_wage": 180, "pension_on_top_percent": 10}
ASSUMED: dict[str, Any] = CASE | {"assume_newest_rates": True}
CARD = {"percent": 38, "deduction_month": 5400, "main_card": "none"}


@pytest.mark.parametrize("month", [NEXT, LAST])
def test_the_newest_rates_stand_in_where_they_are_asked_for(client: Client, month: object) -> None:
    given = {"tax": CARD}
    assumed = post(client, "income", ASSUMED | given | {"month": str(month)}).json()
    known = post(client, "income", ASSUMED | given | {"month": str(NEWEST)}).json()
    assert (assumed["rates_month"], assumed["rates_assumed"]) == (str(NEWEST), True)
    assert (known["rates_month"], known["rates_assumed"]) == (str(NEWEST), False)
    same = {key for key in known if key.endswith("_month") or key in {"rates", "subsidy_unrounded"}}
    assert {key: assumed[key] for key in same} == {key: known[key] for key in same}
    for one, other in zip(assumed["steps"], known["steps"], strict=True):
        assert {key: one[key] for key in ("key", "sentence", "sum", "amount")} == {
            key: other[key] for key in ("key", "sentence", "sum", "amount")
        }
    assert assumed["tax"]["net_month"] == known["tax"]["net_month"]


def test_a_note_names_the_month_whose_rates_are_used_and_none_names_another(client: Client) -> None:
    december = post(client, "income", ASSUMED | {"month": str(NEWEST.plus(years=1))}).json()["notes"]
    assert f"We use those of {NEWEST.first_day:%B %Y}." in " ".join(december)
    assert not any("rates for the month of the wage" in note for note in december)


@pytest.mark.parametrize(
    ("given", "most"),
    [
        (CASE | {"month": str(NEXT)}, NEWEST),
        (CASE | {"month": str(NEXT), "assume_newest_rates": False}, NEWEST),
        (ASSUMED | {"month": str(LAST.plus(months=1))}, LAST),
        (ASSUMED | {"month": "2012-12"}, LAST),
    ],
)
def test_a_month_too_late_or_too_early_is_refused_with_what_is_allowed(
    client: Client, given: dict[str, Any], most: object
) -> None:
    answer = post(client, "income", given)
    assert answer.status_code == 422
    [error] = answer.json()["errors"]
    assert (error["code"], error["field"]) == ("no-rates", "month")
    assert error["limits"] == {"minimum": "2013-01", "maximum": str(most), "values": None}
    assert error["allowed"].endswith(f" - {most}")


def test_the_description_allows_exactly_the_months_that_are_calculated(client: Client) -> None:
    description = client.get("/api/v1/openapi.json").json()
    fits = jsonschema_rs.validator_for(
        {"$ref": "#/components/schemas/IncomeIn", "components": description["components"]}
    )
    for month in ("2012-12", "2013-01", str(NEWEST), str(NEXT), str(LAST), str(LAST.plus(months=1))):
        for flag in ({}, {"assume_newest_rates": False}, {"assume_newest_rates": True}):
            body = CASE | flag | {"month": month}
            assert (post(client, "income", body).status_code == 200) == fits.is_valid(body), body


@pytest.mark.parametrize("flag", [1, "true", None])
def test_the_flag_is_true_or_false(client: Client, flag: object) -> None:
    [error] = post(client, "income", CASE | {"month": str(NEWEST), "assume_newest_rates": flag}).json()["errors"]
    assert (error["code"], error["field"]) == ("not-a-boolean", "assume_newest_rates")
