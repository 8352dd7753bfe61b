"""Answers as people type them: stored in one form, and shown in that of the language."""

import re

import pytest
from django.test import Client

from eligibility.law.questions import BY_KEY, QUESTIONS
from eligibility.law.questions.question import MonthAndYear
from tests.eligibility.law.answering import FITTING
from tests.eligibility.pages.test_walk import address, answer_all
from tests.visitor import Visitor

TYPED = ("fleksjob-may-start", "hours-per-week", "pace-percent")
"""Questions that are answered by typing, and asked of FITTING."""


@pytest.mark.parametrize(
    ("key", "typed", "stored", "shown"),
    [
        ("birth-month", {"answer-month": "maj", "answer-year": "1980"}, "1980-05", ["5", "1980"]),
        ("birth-month", {"answer-month": "", "answer-year": "12.05.1980"}, "1980-05", ["5", "1980"]),
        ("hours-per-week", {"answer": "7½ timer om ugen"}, "7.5", ["7,5"]),
        ("hours-per-week", {"answer": "12"}, "12", ["12"]),
        ("pace-percent", {"answer": "50 procent"}, "50", ["50"]),
    ],
)
def test_an_answer_is_stored_in_one_form_and_shown_in_that_of_the_language(
    client: Client, key: str, typed: dict[str, str], stored: str, shown: list[str]
) -> None:
    answer_all(client, "da", FITTING)
    page = address("question", "da", question=BY_KEY[key])
    client.post(page, typed)
    assert client.session["eligibility"][key] == stored
    html = client.get(page).content.decode()
    assert re.findall(r'<input type="text"[^>]* value="([^"]*)"', html) == shown


@pytest.mark.parametrize("key", TYPED)
def test_i_dont_know_counts_whatever_is_in_the_field(client: Client, key: str) -> None:
    question = BY_KEY[key]
    answer_all(client, "en", FITTING)
    page = address("question", "en", question=question)
    boxes = ("answer-month", "answer-year") if isinstance(question.answer, MonthAndYear) else ("answer",)
    for typed in ("abc", "9999", ""):
        client.post(page, dict.fromkeys(boxes, typed) | {"unknown": "1"})
        assert client.session["eligibility"][question.key] == "unknown"


def test_a_year_of_two_digits_is_asked_about_near_the_years_that_are_likely(client: Client) -> None:
    client.tells(eligibility=FITTING)
    for key, said in (("birth-month", "1931"), ("fleksjob-may-start", "2031")):
        page = address("question", "en", question=BY_KEY[key])
        html = client.post(page, {"answer-month": "5", "answer-year": "31"}, follow=True).content.decode()
        assert f"Do you mean {said}?" in html


def test_an_answer_that_an_older_release_stored_is_still_read(client: Visitor) -> None:
    client.tells(eligibility=FITTING | {"hours-per-week": "12,5 timer"})
    assert 'value="12.5"' in client.get(address("question", "en", question=BY_KEY["hours-per-week"])).content.decode()
    assert "12.5 hours" in client.get(address("check", "en")).content.decode().replace("\u00a0", " ")


def test_only_the_month_of_birth_may_be_filled_in_by_the_browser(client: Client) -> None:
    answer_all(client, "en", FITTING)
    for question in QUESTIONS:
        html = client.get(address("question", "en", question=question)).content.decode()
        ours = ["bday-month", "bday-year"] if question.key == "birth-month" else []
        assert re.findall(r'autocomplete="(bday[^"]*)"', html) == ours
        assert "maxlength" not in html
