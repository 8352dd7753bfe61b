"""Warnings about outdated content, and days outside the known range."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from eligibility.law.amounts import Amounts
from eligibility.law.assessment import assess
from eligibility.law.changes import ANNOUNCED, FIRST_DAY, LAST_DAY, NEW_ACT_EXPECTED
from eligibility.law.flow import walk
from fleksjob_site.kernel.law import LAB, RSL
from fleksjob_site.management.checks import not_read_recently, outdated, overdue
from fleksjob_site.personas.persons import PERSONS
from fleksjob_site.texts.sources import DOCUMENTS
from tests.api.asking import post
from tests.eligibility.law.answering import FITTING

AMINA = PERSONS["amina"]


def test_a_document_is_named_once_its_last_reading_is_more_than_twelve_months_old() -> None:
    documents = {"LAB": replace(LAB, verified=date(2026, 3, 8)), "RSL": replace(RSL, verified=date(2026, 11, 27))}
    assert list(not_read_recently(documents, date(2027, 3, 8))) == []
    [warning] = not_read_recently(documents, date(2027, 3, 9))
    assert warning.msg == "Last read more than 12 months ago: LAB."
    [warning] = not_read_recently(documents, date(2028, 1, 1))
    assert warning.msg == "Last read more than 12 months ago: LAB, RSL."


def test_a_document_read_on_the_last_of_february_is_checked_too() -> None:
    assert list(not_read_recently({"LAB": replace(LAB, verified=date(2028, 2, 29))}, date(2029, 2, 28))) == []


def test_every_document_says_when_it_was_read() -> None:
    assert [name for name, document in DOCUMENTS.items() if not document.verified] == []


def test_all_documents_have_unique_short_names() -> None:
    names = [document.short for name, document in DOCUMENTS.items() if name in vars_of_the_kernel()]
    assert len(names) == len(set(names))


def vars_of_the_kernel() -> set[str]:
    from fleksjob_site.kernel import law, practice

    return {*vars(law), *vars(practice)}


def test_an_announced_change_gives_a_warning_from_its_day_on() -> None:
    assert list(overdue(ANNOUNCED, date(2026, 12, 31))) == []
    [warning] = overdue(ANNOUNCED, NEW_ACT_EXPECTED)
    assert warning.msg.startswith("Announced for 2027-01-01: ")


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("What is good to bring. As it is in 2026.", True),
        ("In 2026 it is at most DKK 169,920.", True),
        ("As it is in 2027.", False),
        ("In 2023 the Board upheld 73% of the decisions.", False),
        ("It was not so in 2026.", False),
        ("Since 2013 the subsidy goes to you.", False),
    ],
)
def test_a_sentence_that_speaks_of_an_earlier_year_as_the_present_is_found(text: str, warned: bool) -> None:
    assert bool(list(outdated([text], date(2027, 1, 2)))) == warned


@pytest.mark.parametrize("day", ["2013-06-01", "2019-12-31", "2101-01-01"])
def test_the_api_rejects_days_outside_the_known_range(client: Client, day: str) -> None:
    [error] = post(client, "eligibility", {"answers": {}, "on": day}).json()["errors"]
    assert error["allowed"] == f"{FIRST_DAY} - {LAST_DAY}"


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY])
def test_the_api_takes_the_first_and_the_last_day(client: Client, day: date) -> None:
    assert post(client, "eligibility", {"answers": {}, "on": str(day)}).status_code == 200


@pytest.mark.parametrize("day", ["2013-06-01", "2019-12-31", "2101-01-01"])
def test_a_stored_day_outside_the_known_range_counts_as_today(client: Client, day: str) -> None:
    client.post(f"/en/examples/{AMINA.key}/use/")
    client.tells(as_on=day)
    page = client.get("/en/target-group/outcome/").content.decode()
    assert date.fromisoformat(day).strftime("%-d %B %Y") not in page


def test_early_pension_is_asked_about_from_the_first_day_it_could_be_paid() -> None:
    near = FITTING | {"birth-month": "1957-01", "earlier-fleksjob": "first"}
    before, since = walk(near, date(2021, 12, 31)), walk(near, date(2022, 1, 1))
    assert "early-pension" not in before.answers
    assert before.complete
    assert "early-pension" in since.answers
    assessment = assess(before.answers, date(2021, 12, 31), Amounts())
    [finding] = [finding for finding in assessment.findings if finding.criterion.key == "early-pension"]
    assert finding.judgement.verdict == "met"
    assert "2022" in finding.judgement.reason.message
