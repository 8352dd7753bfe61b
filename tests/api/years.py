"""Years as the tests ask the API for them."""

from typing import Any

from django.test import Client

from salary.law.rates import newest_month_with_rates
from salary.law.year.plan import EARLIEST_FIRST
from tests.api.asking import post

JOB: dict[str, Any] = {
    "hours_per_week": 15, "efficiency_percent": 60, "hourly_wage": 180, "pension_on_top_percent": 10,
    "own_atp_month": 33,
}  # fmt: skip
BODY: dict[str, Any] = {"from": "2026-02"} | JOB
CARD = {"percent": 38, "deduction_month": 5400, "main_card": "municipality"}
EVENT = {"month": "2026-05", "kind": "free-choice", "amount": 100}
LEAVE = {"month": "2026-05", "kind": "unpaid-leave", "days": 2}
FIRST, NEWEST = EARLIEST_FIRST, newest_month_with_rates()


def planned(client: Client, language: str = "en", **given: Any) -> dict[str, Any]:
    answer = post(client, "year", BODY | given, language)
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


def wages(found: dict[str, Any]) -> list[str]:
    return [row["wage_month"] for row in found["rows"]]
