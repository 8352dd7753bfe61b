"""The API conforms to its description, and the description is complete."""

from decimal import Decimal
from itertools import combinations, product
from typing import Any

import jsonschema_rs
import pytest
from django.test import Client
from hypothesis import example, given
from hypothesis import strategies as st

from fleksjob_site.api.decimals import decimal_schema
from tests.abuse.described import CHECKED, hold
from tests.api.asking import post

GROUP = ["wage_month", "hours_per_week", "efficiency_percent", "paid_hours_per_week", "hourly_wage",
         "full_time_wage_month"]  # fmt: skip


@pytest.fixture(scope="module")
def description() -> dict[str, Any]:
    return Client().get("/api/v1/openapi.json").json()


def test_the_api_conforms_to_its_description() -> None:
    # A few requests for each call; `make abuse` sends many more, at every limit.
    held = hold(10, every_limit=False)
    assert held.faults == []
    assert set(held.checked) == CHECKED
    assert {status for _, status in held.answered} >= {200, 422}


def test_every_call_says_what_it_takes_and_what_comes_back(description: dict[str, Any]) -> None:
    for path, calls in description["paths"].items():
        for method, call in calls.items():
            statuses = {"200", "304"} if method == "get" else {"200", "400", "413", "422"}
            assert set(call["responses"]) == statuses | {"429", "503"}, path
            for status, answer in call["responses"].items():
                assert answer["headers"]["Access-Control-Allow-Origin"]
                if status != "304" and "application/pdf" not in answer["content"]:
                    content = answer["content"]["application/json"]
                    validator = jsonschema_rs.validator_for(
                        {**content["schema"], "components": description["components"]}
                    )
                    assert validator.is_valid(content["example"]), (path, status)
            if method == "post":
                sent = call["requestBody"]["content"]["application/json"]
                assert Client().post(path, sent["example"], content_type="application/json").status_code == 200


def test_every_combination_of_wage_and_hours_is_accepted_or_rejected_as_described(
    client: Client, description: dict[str, Any]
) -> None:
    described = {"$ref": "#/components/schemas/IncomeIn", "components": description["components"]}
    fits = jsonschema_rs.validator_for(described)
    for count in range(len(GROUP) + 1):
        for named in combinations(GROUP, count):
            body = {"month": "2024-05"} | dict.fromkeys(GROUP) | dict.fromkeys(named, 12)
            assert (post(client, "income", body).status_code == 200) == fits.is_valid(body), named


@pytest.mark.parametrize(("least", "most", "decimals"), [*product((0, 1), (24, 100, 168, 1_000_000), (0, 2, 15))])
def test_the_pattern_of_a_decimal_fits_exactly_what_lies_between_its_limits(
    least: int, most: int, decimals: int
) -> None:
    fits = jsonschema_rs.validator_for(decimal_schema(least, most, decimals))

    @given(st.decimals(-2, most + 2, places=decimals) | st.decimals(most - 2, most + 2, places=decimals))
    @example(Decimal(least))
    @example(Decimal(most))
    @example(Decimal("-0"))
    def holds(number: Decimal) -> None:
        assert fits.is_valid(format(number, "f")) == (least <= number <= most)

    holds()


@pytest.mark.parametrize("written", ["", "01", "+1", "1.", ".5", "1e1", "1,5", " 1", "1 ", "1\n", "１"])
def test_the_pattern_of_a_decimal_fits_nothing_else(written: str) -> None:
    assert not jsonschema_rs.validator_for(decimal_schema(0, 168)).is_valid(written)


def test_a_tiny_number_counts_as_zero(client: Client) -> None:
    body = '{"month": "2024-05", "paid_hours_per_week": 1e-999999999, "hourly_wage": 5e-324}'
    answer = post(client, "income", body)
    assert answer.status_code == 200
    assert answer.json()["wage_month"] == "0.00"
