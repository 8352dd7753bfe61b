"""Months and what was paid for them, as the tests send them to the API."""

from typing import Any

from django.test import Client

from tests.api.asking import post

ON = "2026-11-21"
MAY: dict[str, Any] = {
    "month": "2026-05",
    "wage_month": 8000,
    "own_pension_month": 400,
    "employer_pension_month": 800,
    "ceiling_month": 34000,
    "paid_subsidy_month": 18840,
}
LOW = MAY | {"ceiling_month": 26000}
JUNE = MAY | {"month": "2026-06", "wage_month": 11000, "own_pension_month": 0, "employer_pension_month": 0}


def body(*months: dict[str, Any]) -> dict[str, Any]:
    return {"months": list(months), "on": ON}


def asked(client: Client, *months: dict[str, Any], language: str = "en") -> dict[str, Any]:
    answer = post(client, "payout-check", body(*months), language)
    assert answer.status_code == 200, answer.content
    given: dict[str, Any] = answer.json()
    return given
