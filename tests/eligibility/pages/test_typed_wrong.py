"""What was typed wrong: shown on the page of its own question alone, and gone once something valid is sent."""

import re

import pytest

from eligibility.law.questions import BY_KEY, QUESTIONS
from eligibility.law.questions.question import Several
from fleksjob_site.serving.after_form import MAX_TEXT
from fleksjob_site.serving.parts import Entry
from tests.eligibility.law.answering import FITTING
from tests.eligibility.pages.test_walk import address
from tests.visitor import Visitor

BORN = "/en/target-group/question/birth-month/"
LIVES = "/en/target-group/question/where-you-live/"
WRONG = {"answer-month": "13", "answer-year": "1980"}
RIGHT = {"answer-month": "5", "answer-year": "1980"}
PROBLEM = "There is a problem"
STORED = {"birth-month": "1980-05"}


def test_what_is_typed_wrong_replaces_no_answer_and_shows_only_where_it_is_asked_for(client: Visitor) -> None:
    client.tells(eligibility=STORED)
    assert client.post(BORN, WRONG).headers["Location"] == f"{BORN}?show=errors"
    assert client.session[Entry.WALK] == STORED
    assert 'value="13"' in client.get(f"{BORN}?show=errors").content.decode()
    plain = client.get(BORN).content.decode()
    assert PROBLEM not in plain
    assert 'value="5"' in plain
    # A wrong value in another tab, about another question, takes its place.
    client.post(LIVES, {"answer": "x"})
    other = client.get(f"{BORN}?show=errors").content.decode()
    assert PROBLEM not in other
    assert 'value="5"' in other


def test_a_valid_answer_forgets_it(client: Visitor) -> None:
    client.post(BORN, WRONG)
    client.post(BORN, RIGHT)
    assert Entry.TYPED not in client.session
    assert PROBLEM not in client.get(f"{BORN}?show=errors").content.decode()


@pytest.mark.parametrize("change", ["1", "outcome", "a&show=x"])
def test_where_a_change_came_from_is_kept_over_an_error(client: Visitor, change: str) -> None:
    page = f"{BORN}?change={change.replace('&', '%26').replace('=', '%3D')}"
    assert client.post(page, WRONG).headers["Location"] == f"{page}&show=errors"
    html = client.get(f"{page}&show=errors").content.decode()
    assert f'id="answer-form" method="post" action="{page}"' in html


def test_the_language_keeps_what_is_typed_without_an_error(client: Visitor) -> None:
    text = client.post(BORN, WRONG | {"switch": "1"}, follow=True).content.decode()
    assert 'value="13"' in text
    assert "alert-error" not in text


def test_all_choices_of_a_group_are_kept() -> None:
    for question in QUESTIONS:
        if isinstance(question.answer, Several):
            assert len("\n".join(choice.key for choice in question.answer.choices)) <= MAX_TEXT


def test_choices_that_do_not_go_together_are_all_shown_again(client: Visitor) -> None:
    client.tells(eligibility=FITTING)
    page = address("question", "en", question=BY_KEY["measures"])
    html = client.post(page, {"answer": ["none", "unknown"]}, follow=True).content.decode()
    chosen = re.findall(r'<input type="checkbox"[^>]* value="([^"]+)"[^>]* checked', html)
    assert chosen == ["none", "unknown"]


def test_a_long_text_is_cut(client: Visitor) -> None:
    client.post(BORN, {"answer-month": "1" * 5000, "answer-year": "1980", "x": "y"})
    assert client.session[Entry.TYPED] == {
        "about": "birth-month",
        "answer-month": "1" * MAX_TEXT,
        "answer-year": "1980",
    }
