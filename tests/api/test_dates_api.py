"""The dates of a grant: those of the outcome for the same answers, and what can't be asked."""

from typing import Any

import pytest
from django.test import Client

from tests.api.asking import SENT, post

ON = "2026-11-21"


def answered(client: Client, body: dict[str, Any], language: str = "en") -> Any:
    answer = post(client, "dates", {"on": ON} | body, language)
    assert answer.status_code == 200, answer.content
    return answer.json()


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("born", ["1980-05", "1990-02", "1964-03", "1986-11"])
@pytest.mark.parametrize(("grant", "earlier"), [("first", "first"), ("later", "earlier"), ("unknown", "unknown")])
def test_they_are_the_dates_of_the_outcome(client: Client, language: str, born: str, grant: str, earlier: str) -> None:
    answers = SENT | {"birth-month": born, "earlier-fleksjob": earlier, "fleksjob-may-start": "2027-02"}
    outcome = post(client, "eligibility", {"answers": answers, "on": ON}, language).json()
    if any(ignored["key"] == "earlier-fleksjob" for ignored in outcome["ignored"]):
        grant = "first"
    found = answered(client, {"birth_month": born, "start": "2027-02", "grant": grant}, language)
    assert found["grant"] == outcome["grant"]
    assert [(due["month"], due["text"], due["sources"]) for due in found["dates"]] == [
        (event["month"], event["text"], event["sources"]) for event in outcome["timeline"]
    ]
    named = ("key", "title", "first_day", "last_day")
    assert [{name: due[name] for name in named} for due in found["dates"]] == outcome["dates"]
    assert found["notes"] == outcome["timeline_notes"]


def test_a_first_grant_becomes_permanent_from_forty(client: Client) -> None:
    found = answered(client, {"birth_month": "1984-05", "start": "2027-02"})
    assert (found["grant"]["now"], found["grant"]["then"]) == ("five-years", "permanent")
    assert [(span["duration"], span["first_month"], span["until"]) for span in found["spans"]] == [
        ("five-years", "2027-02", "2032-02"),
        ("permanent", "2032-02", found["pension_age"]),
    ]
    months = {due["key"]: due["month"] for due in found["dates"]}
    assert (months["follow-up"], months["status"], months["end"]) == ("2029-08", "2031-08", "2032-02")
    assert found["turns_40"] == "2024-05"


def test_one_that_has_begun_and_one_of_a_business_have_dates_of_their_own(client: Client) -> None:
    begun = {"birth_month": "1970-05", "scheme": "in-fleksjob"}
    assert answered(client, begun | {"start": "2025-02", "grant": "permanent"})["grant"]["now"] == "permanent"
    assert answered(client, begun | {"start": "2010-02"})["grant"]["now"] == "old-terms"
    assert answered(client, begun)["grant"]["start"] is None
    business = answered(client, {"birth_month": "1980-05", "scheme": "own-business", "start": "2027-01"})
    assert (business["grant"]["now"], business["grant"]["then"]) == ("five-years", "five-years")
    assert any("126" in source["paragraph"] for source in business["grant"]["sources"])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, [("birth_month", "missing")]),
        ({"birth_month": "1980-13"}, [("birth_month", "not-a-month")]),
        ({"birth_month": "2020-01"}, [("birth_month", "month-out-of-range")]),
        ({"birth_month": "1980-05", "start": "2026-10"}, [("start", "month-out-of-range")]),
        ({"birth_month": "1980-05", "start": "2036-12"}, [("start", "month-out-of-range")]),
        ({"birth_month": "1980-05", "start": "2026-12", "scheme": "in-fleksjob"}, [("start", "month-out-of-range")]),
        ({"birth_month": "1980-05", "grant": "permanent"}, [("grant", "not-of-this-kind")]),
        ({"birth_month": 1980, "grant": "x", "scheme": 1, "on": "2019-01-01", "name": "A"}, [
            ("birth_month", "not-a-month"), ("scheme", "wrong-form"), ("grant", "wrong-form"), ("on", "not-a-day"),
            ("name", "unknown-field"),
        ]),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_all_that_is_wrong(
    client: Client, body: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    answer = post(client, "dates", {"on": ON} | body)
    assert answer.status_code == 422
    assert [(error["field"], error["code"]) for error in answer.json()["errors"]] == expected
