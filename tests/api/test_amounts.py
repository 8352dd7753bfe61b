"""Amounts in requests: a string has at most two decimals, so that `8.000` is never read as 8 kroner."""

import re
from typing import Any

import pytest
from django.test import Client

from tests.api.asking import post
from tests.api.test_errors import errors

SIMPLE = {"month": "2024-05", "paid_hours_per_week": 12, "hourly_wage": 200}


def amounts(schemas: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The fields of request bodies that take an amount, with their schemas."""
    found = {}
    for name, schema in schemas.items():
        for field, described in schema.get("properties", {}).items():
            for one in (described, *described.get("anyOf", ())):
                if name.endswith("In") and "pattern" in one and one["type"] == ["number", "string"]:
                    found[f"{name}.{field}"] = one
    return {name: one for name, one in found.items() if name.endswith(("_month", "_wage", "amount", "_pay"))}


def test_an_amount_in_a_string_has_at_most_two_decimals(client: Client) -> None:
    (refused,) = errors(client, "income", SIMPLE | {"hourly_wage": "8.000"})
    assert (refused["field"], refused["code"]) == ("hourly_wage", "not-a-number")
    assert refused["allowed"] == "0 - 1000000, in a string with at most 2 decimals"
    for taken in ("200.50", 200.125, "200", 200):
        assert post(client, "income", SIMPLE | {"hourly_wage": taken}).status_code == 200
    assert post(client, "income", SIMPLE | {"paid_hours_per_week": "12.345"}).status_code == 200


def test_the_description_says_so_of_every_amount(client: Client) -> None:
    described = amounts(client.get("/api/v1/openapi.json").json()["components"]["schemas"])
    assert len(described) > 30
    for name, one in described.items():
        assert re.search(one["pattern"], "3000.25") or re.search(one["pattern"], "300.25"), name
        assert not re.search(one["pattern"], "8.000"), name


@pytest.mark.parametrize(
    ("field", "sent", "point"),
    [
        ("hourly_wage", "180,50", "180.50"),
        ("paid_hours_per_week", "18,5", "18.5"),
        ("hourly_wage", "8.000,50", "8000.50"),
    ],
)
def test_a_decimal_comma_is_answered_with_the_number_as_it_should_be(
    client: Client, field: str, sent: str, point: str
) -> None:
    for language, said in (("da", "decimalpunktum"), ("en", "decimal point")):
        (refused,) = post(client, "income", SIMPLE | {field: sent}, language).json()["errors"]
        assert (refused["field"], refused["code"]) == (field, "not-a-number")
        assert f"{said}: {point}" in refused["allowed"]


def test_what_is_allowed_is_in_the_language_of_the_caller(client: Client) -> None:
    (refused,) = post(client, "income", SIMPLE | {"hourly_wage": "31.000"}, "da").json()["errors"]
    assert refused["allowed"] == "0 - 1000000, i tekst med højst 2 decimaler"


def test_a_body_that_is_too_large_is_answered_with_the_limit(client: Client) -> None:
    (refused,) = post(client, "income", SIMPLE | {"hourly_wage": "9" * 70_000}).json()["errors"]
    assert refused["code"] == "too-large"
    assert str(refused["limits"]["maximum"]) in refused["allowed"]
