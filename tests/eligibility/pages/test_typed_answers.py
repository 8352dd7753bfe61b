"""Answers as people type them: stored in one form, and shown in that of the language."""

import re

import pytest
from django.test import Client

from eligibility.law.questions import BY_KEY, QUESTIONS
from tests.eligibility.law.answering import FITTING
from tests.eligibility.pages.test_walk import address, answer_all
from tests.visitor import Visitor


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
