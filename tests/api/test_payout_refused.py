"""Invalid requests to the payout check of the API: the field, the message, and the allowed values."""

from typing import Any

import pytest
from django.test import Client

from tests.api.asking import post
from tests.api.months import JUNE, MAY, asked, body

REFUSED: list[tuple[Any, str, str]] = [
    ({}, "months", "This field is missing."),
    ({"months": []}, "months", "There must be at least one."),
    ({"months": 5}, "months", "This is not in the right format."),
    ({"months": [5]}, "months.0", "This is not in the right format."),
    (body(*[MAY] * 13), "months", "There are too many."),
    (body(MAY) | {"shoe_size": 43}, "shoe_size", "There is no such field."),
    (body(MAY | {"shoe_size": 43}), "months.0.shoe_size", "There is no such field."),
    (body(MAY) | {"on": "tomorrow"}, "on", "This is not a day written like 2026-11-21, or it is outside the limits."),
    (body(MAY, {}), "months.1.month", "This field is missing."),
    (body(JUNE, MAY | {"month": "2012-12"}), "months.1.month", "There are no rates for this month."),
    (body(MAY | {"month": "May"}), "months.0.month", "This is not a month written like 2024-05."),
    (body(MAY, JUNE, MAY), "months.2.month", "This month has been given already."),
    (
        body(MAY | {"month": "2026-11"}),
        "months.0.month",
        "On the day given in “on”, this month has not been paid for yet.",
    ),
    (body(MAY | {"wage_month": -1}), "months.0.wage_month", "The number is outside the limits."),
    (body(MAY | {"wage_month": "8.000,00"}), "months.0.wage_month", "This is not a plain decimal number."),
    (body(MAY | {"wage_month": None}), "months.0.wage_month", "This is not a plain decimal number."),
    (body(MAY | {"pension_included": "yes"}), "months.0.pension_included", "This is not true or false."),
    (body(MAY | {"efficiency_percent": 101}), "months.0.efficiency_percent", "The number is outside the limits."),
    (
        body(MAY | {"holiday_earned_month": 8000.01}),
        "months.0.wage_month",
        "The parts together are more than the whole.",
    ),
    (
        body(MAY | {"holiday_earned_month": 5000, "several_months_pay": 3001, "several_months": 2}),
        "months.0.wage_month",
        "The parts together are more than the whole.",
    ),
    (body(MAY | {"several_months_pay": 10}), "months.0.several_months", "This field is missing."),
    (body(MAY | {"several_months": 2}), "months.0.several_months_pay", "This field is missing."),
    *(
        (
            body(MAY | {"several_months_pay": 10, "several_months": many}),
            "months.0.several_months",
            "The number of months is outside the limits.",
        )
        for many in (1, 13, 2.5, True, "2", [2])
    ),
    (body(MAY | {"hourly_wage": 150}), "months.0.hourly_wage", "Give one of two alternatives, not both."),
    (
        body(MAY | {"ceiling_month": None, "hourly_wage": 2000.01}),
        "months.0.hourly_wage",
        "Is this a monthly wage?",
    ),
    (body(MAY | {"ceiling_month": 2000}), "months.0.ceiling_month", "Is this an hourly wage?"),
    (
        body(MAY | {"ceiling_month": None, "ceiling_pension_month": 1}),
        "months.0.ceiling_month",
        "This field is missing.",
    ),
    (
        body(MAY | {"ceiling_pension_month": 30000, "ceiling_holiday_pay_month": 4000}),
        "months.0.ceiling_month",
        "The parts together are not below the whole.",
    ),
    (
        body(MAY | {"taxed_goods_month": 4000, "holiday_supplement_month": 3000, "once_paid_month": 1001}),
        "months.0.wage_month",
        "The parts together are more than the whole.",
    ),
    *(
        (body(MAY | {name: days}), f"months.0.{name}", "The number of days is outside the limits.")
        for name, most in (("holiday_unemployment_days", 25), ("days_in_job", 23))
        for days in (-1, most + 1, 1.5, True, "5")
    ),
    # Next to nothing is neither a whole number nor nought.
    (body(MAY | {"days_in_job": 1e-42}), "months.0.days_in_job", "The number of days is outside the limits."),
    (body(MAY | {"benefit_month": -1e-42}), "months.0.benefit_month", "The number is outside the limits."),
    (body(MAY | {"benefit_not_claimed": True}), "months.0.benefit_month", "This field is missing."),
    (
        body(MAY | {"paid_hours_per_week": 15}),
        "months.0.paid_hours_per_week",
        "Give one of two alternatives, not both.",
    ),
    (
        body(MAY | {"ceiling_month": None, "hourly_wage": 150, "paid_hours_per_week": 15}),
        "months.0.paid_hours_per_week",
        "Give one of two alternatives, not both.",
    ),
    (body(MAY | {"full_time_hours_per_week": 37}), "months.0.paid_hours_per_week", "This field is missing."),
    (
        body(MAY | {"own_pension_percent": 4}),
        "months.0.own_pension_percent",
        "Give one of two alternatives, not both.",
    ),
    (body(MAY | {"ceiling_confirmed": "yes"}), "months.0.ceiling_confirmed", "This is not true or false."),
    (body(MAY | {"paid_atp_month": "five"}), "months.0.paid_atp_month", "This is not a plain decimal number."),
]


@pytest.mark.parametrize(("sent", "field", "message"), REFUSED)
def test_an_invalid_value_is_rejected_with_its_field(client: Client, sent: Any, field: str, message: str) -> None:
    answer = post(client, "payout-check", sent)
    assert answer.status_code == 422
    first = answer.json()["errors"][0]
    assert set(first) == {"field", "code", "message", "allowed", "limits"}
    assert (first["field"], first["message"]) == (field, message)
    danish = post(client, "payout-check", sent, "da").json()["errors"][0]
    assert danish["field"] == field
    assert danish["message"] != message


@pytest.mark.parametrize(
    ("sent", "allowed"),
    [
        (body(*[MAY] * 13), "≤ 12"),
        (body(MAY | {"month": "2026-11"}), "≤ 2026-10"),
        (body(MAY | {"several_months_pay": 10, "several_months": 1}), "2 - 12"),
        (body(MAY | {"pension_included": 1}), "true, false"),
        (body(MAY) | {"shoe_size": 43}, "months, on"),
    ],
)
def test_an_error_names_the_allowed_values(client: Client, sent: Any, allowed: str) -> None:
    assert post(client, "payout-check", sent).json()["errors"][0]["allowed"] == allowed


def test_an_unknown_field_of_a_month_gets_a_list_of_the_known_ones(client: Client) -> None:
    allowed = post(client, "payout-check", body(MAY | {"shoe_size": 43})).json()["errors"][0]["allowed"]
    assert set(MAY) <= set(allowed.split(", "))


def test_values_exactly_at_a_limit_are_accepted(client: Client) -> None:
    edge = MAY | {"month": "2026-10", "holiday_earned_month": 5000, "several_months_pay": 3000, "several_months": 12}
    asked(client, edge | {"ceiling_pension_month": 33999.99}, MAY | {"month": "2013-01"})


def test_the_list_of_errors_is_short_however_many_there_are(client: Client) -> None:
    unknown = {f"{'x' * 500}{number}": number for number in range(100)}
    for sent in ({"months": [unknown]}, unknown):
        answer = post(client, "payout-check", sent)
        assert answer.status_code == 422
        assert len(answer.content) < 100_000
    assert len(answer.json()["errors"]) == 61
    assert answer.json()["errors"][-1]["message"] == "There are more errors. Only the first 60 are listed."
