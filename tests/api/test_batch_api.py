"""Fifty incomes at once: each as the income call gives it, and every error with the number of its income."""

import pytest
from django.test import Client

from fleksjob_site.api.batch import MAX_INCOMES
from tests.api.asking import ABOUT, post

INCOME = {"month": "2026-05", "paid_hours_per_week": 10, "hourly_wage": 180}
CARD = {"percent": 38, "deduction_month": 4500, "main_card": "municipality"}
INCOMES = [
    INCOME,
    INCOME | {"ceiling_month": 30000, "tax": CARD},
    {"month": "2014-05", "wage_month": 9000},
    INCOME | {"month": "2027-05", "assume_newest_rates": True},
]


@pytest.mark.parametrize("language", ["da", "en"])
def test_each_income_is_what_the_income_call_gives(client: Client, language: str) -> None:
    found = post(client, "batch", {"incomes": INCOMES, "steps": True}, language).json()
    assert {name: found[name] for name in ABOUT} == ABOUT
    for body, item in zip(INCOMES, found["incomes"], strict=True):
        assert item | ABOUT == post(client, "income", body, language).json()


def test_steps_sources_and_rates_are_left_out_unless_asked_for(client: Client) -> None:
    answer = post(client, "batch", {"incomes": INCOMES})
    full = post(client, "batch", {"incomes": INCOMES, "steps": True})
    assert b"sources" not in answer.content
    assert len(answer.content) * 10 < len(full.content)
    for item, whole in zip(answer.json()["incomes"], full.json()["incomes"], strict=True):
        assert (item.pop("steps"), item.pop("rates")) == (None, None)
        whole.pop("steps"), whole.pop("rates")
        if item["tax"]:
            assert item["tax"].pop("steps") is None
            whole["tax"].pop("steps")
        assert item == whole


def test_as_many_as_are_allowed_are_answered(client: Client) -> None:
    assert len(post(client, "batch", {"incomes": [INCOME] * MAX_INCOMES}).json()["incomes"]) == MAX_INCOMES


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"incomes": []}, [("incomes", "too-few")]),
        ({"incomes": [INCOME] * (MAX_INCOMES + 1)}, [("incomes", "too-many")]),
        ({}, [("incomes", "missing")]),
        ({"incomes": INCOME}, [("incomes", "wrong-form")]),
        ({"incomes": [INCOME, 3]}, [("incomes.1", "wrong-form")]),
        ({"incomes": [INCOME], "steps": 1}, [("steps", "not-a-boolean")]),
        ({"incomes": [INCOME], "step": True}, [("step", "unknown-field")]),
        (
            {"incomes": [INCOME | {"month": "2012-01"}, INCOME, INCOME | {"wage_month": 1, "shoe_size": 43}]},
            [
                ("incomes.0.month", "no-rates"),
                ("incomes.2.shoe_size", "unknown-field"),
                ("incomes.2.paid_hours_per_week", "one-of-two"),
            ],
        ),
        ({"incomes": [INCOME, INCOME | {"tax": {"percent": 101}}], "steps": None}, [
            ("incomes.1.tax.percent", "out-of-range"),
            ("incomes.1.tax.deduction_month", "missing"),
            ("incomes.1.tax.main_card", "missing"),
            ("steps", "not-a-boolean"),
        ]),
    ],
)  # fmt: skip
def test_all_errors_come_at_once_with_the_number_of_their_income(
    client: Client, body: object, expected: list[tuple[str, str]]
) -> None:
    answer = post(client, "batch", body)
    assert answer.status_code == 422
    assert [(error["field"], error["code"]) for error in answer.json()["errors"]] == expected


def test_an_unknown_field_of_an_income_is_told_which_there_are(client: Client) -> None:
    answer = post(client, "batch", {"incomes": [INCOME | {"shoe_size": 43}]})
    assert "paid_hours_per_week" in answer.json()["errors"][0]["limits"]["values"]
