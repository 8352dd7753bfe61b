"""What a year refuses: each error at its field, all at once, and those of a changed job once."""

from typing import Any

import pytest
from django.test import Client

from salary.law.year.plan import EventKind
from tests.api.asking import post
from tests.api.years import BODY, CARD, EVENT, FIRST, JOB, LEAVE, NEWEST


def wrong(client: Client, **given: Any) -> list[tuple[str, str]]:
    answer = post(client, "year", BODY | given)
    assert answer.status_code == 422
    return [(error["field"], error["code"]) for error in answer.json()["errors"]]


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"from": str(FIRST.plus(months=-1))}, "from", "month-out-of-range"),
        ({"from": str(NEWEST.plus(months=25))}, "from", "month-out-of-range"),
        ({"from": "2026"}, "from", "not-a-month"),
        ({"first": "2026-02"}, "first", "unknown-field"),
        ({"month": "2026-02"}, "month", "unknown-field"),
        *(({"months": months}, "months", "months-out-of-range") for months in (0, 25, 1.5, True, "13", None, [1])),
        ({"job_starts": "soon"}, "job_starts", "not-a-day"),
        ({"job_starts": "2025-12-31"}, "job_starts", "not-a-day"),
        ({"job_starts": "2027-03-01"}, "job_starts", "not-a-day"),
        ({"tax": CARD | {"percent": 101}}, "tax.percent", "out-of-range"),
        ({"assume_newest_rates": 1}, "assume_newest_rates", "not-a-boolean"),
        ({"hours_per_week": None}, "hours_per_week", "missing"),
        ({"wage_month": 9000}, "hours_per_week", "one-of-two"),
        ({"changes": {"from": "2026-05"}}, "changes", "wrong-form"),
        ({"changes": [5]}, "changes.0", "wrong-form"),
        ({"changes": [{"from": "2026-05"}] * 25}, "changes", "too-many"),
        ({"changes": [{}]}, "changes.0.from", "missing"),
        ({"changes": [{"from": "May"}]}, "changes.0.from", "not-a-month"),
        ({"changes": [{"from": "2026-01"}]}, "changes.0.from", "month-out-of-range"),
        ({"changes": [{"from": "2027-03"}]}, "changes.0.from", "month-out-of-range"),
        ({"changes": [{"from": "2026-05"}, {"from": "2026-05"}]}, "changes.1.from", "month-twice"),
        ({"changes": [{"from": "2026-05", "tax": None}]}, "changes.0.tax", "unknown-field"),
        ({"changes": [{"from": "2026-05", "since": "2026-05"}]}, "changes.0.since", "unknown-field"),
        ({"changes": [{"from": "2026-05", "hours_per_week": 169}]}, "changes.0.hours_per_week", "out-of-range"),
        ({"changes": [{"from": "2026-05", "hourly_wage": 30000}]}, "changes.0.hourly_wage", "monthly-wage"),
        ({"changes": [{"from": "2026-05", "hourly_wage": None}]}, "changes.0.hourly_wage", "missing"),
        (
            {"changes": [{"from": "2026-05", "pension_on_top_month": 500}]},
            "changes.0.pension_on_top_month",
            "one-of-two",
        ),
        (
            {
                "changes": [
                    {"from": "2026-06", "employer_pension_month": 900},
                    {"from": "2026-05", "hours_per_week": None, "efficiency_percent": None, "wage_month": 800},
                ]
            },
            "changes.0.employer_pension_month",
            "parts-above-whole",
        ),
        ({"events": 5}, "events", "wrong-form"),
        ({"events": [EVENT] * 49}, "events", "too-many"),
        ({"events": [EVENT | {"month": "2025-12"}]}, "events.0.month", "month-out-of-range"),
        ({"events": [EVENT | {"month": "2027-03"}]}, "events.0.month", "month-out-of-range"),
        ({"job_starts": "2026-06-01", "events": [LEAVE, EVENT]}, "events.0.month", "month-out-of-range"),
        ({"events": [EVENT | {"month": 5}]}, "events.0.month", "not-a-month"),
        ({"events": [EVENT | {"kind": "party"}]}, "events.0.kind", "wrong-form"),
        ({"events": [EVENT | {"kind": 5}]}, "events.0.kind", "wrong-form"),
        ({"events": [EVENT | {"amount": None}]}, "events.0.amount", "missing"),
        ({"events": [EVENT | {"amount": -1}]}, "events.0.amount", "out-of-range"),
        ({"events": [EVENT | {"days": 2}]}, "events.0.days", "not-of-this-kind"),
        ({"events": [LEAVE | {"days": None}]}, "events.0.days", "missing"),
        ({"events": [LEAVE | {"amount": 0}]}, "events.0.amount", "not-of-this-kind"),
        *(({"events": [LEAVE | {"days": days}]}, "events.0.days", "days-out-of-range") for days in (0, 24, 1.5, True)),
        ({"events": [LEAVE | {"size": 1}]}, "events.0.size", "unknown-field"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client: Client, given: dict[str, Any], field: str, code: str) -> None:
    assert wrong(client, **given)[0] == (field, code)
    danish = post(client, "year", BODY | given, "da").json()["errors"][0]
    assert danish["message"] != post(client, "year", BODY | given).json()["errors"][0]["message"]


def test_a_body_without_a_first_month_is_refused(client: Client) -> None:
    (error,) = post(client, "year", JOB).json()["errors"]
    assert (error["field"], error["code"]) == ("from", "missing")


def test_everything_wrong_is_said_at_once_and_what_a_change_does_not_cause_only_once(client: Client) -> None:
    given = {
        "hourly_wage": None,
        "months": 30,
        "changes": [
            {"from": "2026-07", "hours_per_week": None},
            {"from": "2026-05", "full_time_wage_month": "many", "paid_hours_per_week": 9},
            {"from": "2026-06", "full_time_wage_month": 30000, "paid_hours_per_week": None},
            {"from": "x", "wage_month": 5},
        ],
        "events": [EVENT | {"days": 2}, EVENT | {"month": "2020-01"}],
    }
    assert wrong(client, **given) == [
        ("months", "months-out-of-range"),
        ("changes.1.full_time_wage_month", "not-a-number"),
        ("changes.3.from", "not-a-month"),
        ("events.0.days", "not-of-this-kind"),
        ("events.1.month", "month-out-of-range"),
        ("hourly_wage", "missing"),
        ("changes.1.paid_hours_per_week", "one-of-two"),
        ("changes.1.efficiency_percent", "one-of-two"),
        ("changes.0.hours_per_week", "missing"),
    ]


def test_a_field_of_a_change_that_cannot_be_read_is_not_called_missing(client: Client) -> None:
    unreadable = {"from": "2026-05", "hourly_wage": "many"}
    assert wrong(client, changes=[unreadable]) == [("changes.0.hourly_wage", "not-a-number")]


def test_what_was_wrong_before_a_change_is_not_said_again(client: Client) -> None:
    changes = [{"from": "2026-05", "hours_per_week": 16}, {"from": "2026-06", "pension_on_top_month": 100}]
    later = {"from": "2026-07", "efficiency_percent": 70}
    assert wrong(client, hourly_wage=None, changes=[*changes, later]) == [
        ("hourly_wage", "missing"),
        ("changes.1.pension_on_top_month", "one-of-two"),
    ]


def test_an_error_names_what_can_be_given_instead(client: Client) -> None:
    given = {
        "changes": [{"from": "2027-03", "size": 1}],
        "events": [EVENT | {"month": "2027-03", "kind": "x"}, LEAVE | {"amount": 1}],
    }
    listed = post(client, "year", BODY | given).json()["errors"]
    limits = {error["field"]: error["limits"] for error in listed}
    assert limits["changes.0.from"] == {"minimum": "2026-02", "maximum": "2027-02", "values": None}
    assert limits["events.0.month"] == {"minimum": "2026-01", "maximum": "2027-02", "values": None}
    assert limits["events.0.kind"]["values"] == list(EventKind)
    assert limits["events.1.amount"]["values"] == ["days"]
    assert {"from", *JOB} <= set(limits["changes.0.size"]["values"])
