"""The two questions on a business besides: reached from the outcome, one after the other, and shown there."""

import re

import pytest

from eligibility.law.questions import BY_KEY, QUESTIONS
from eligibility.law.questions.question import Question
from tests.eligibility.law.answering import FITTING
from tests.eligibility.pages.test_walk import address, answer_all
from tests.visitor import Visitor

BESIDES, SPOUSE = BY_KEY["business-besides"], BY_KEY["spouses-business"]


def test_the_outcome_leads_to_the_question_and_an_answer_leads_back(client: Visitor) -> None:
    answer_all(client, "en", FITTING)
    asked = address("question", "en", question=BESIDES)
    html = client.get(address("outcome", "en")).content.decode()
    assert f'href="{asked}"' in html
    assert "You can leave this out." in client.get(asked).content.decode()
    answered = client.post(asked, {"answer": "side-business"}, follow=True)
    assert answered.redirect_chain == [(address("outcome", "en"), 302)]
    told = answered.content.decode()
    assert "The surplus of your side business counts like wage" in told
    assert f'href="{asked}?change=outcome"' in told
    assert f'href="{asked}"' not in told


def test_work_in_a_spouses_business_is_asked_about_further(client: Visitor) -> None:
    answer_all(client, "en", FITTING)
    further, outcome = address("question", "en", question=SPOUSE), address("outcome", "en")
    first = client.post(address("question", "en", question=BESIDES), {"answer": "spouse"}, follow=True)
    assert first.redirect_chain == [(further, 302)]
    # It can be left out, and answered later.
    assert f'href="{further}?change=outcome"' in client.get(outcome).content.decode()
    last = client.post(further, {"answer": "no"}, follow=True)
    assert last.redirect_chain == [(outcome, 302)]
    assert "you count as self-employed in your spouse&#39;s business" in last.content.decode()


OPTIONAL = [question for question in QUESTIONS if question.optional]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("question", OPTIONAL, ids=lambda question: question.key)
@pytest.mark.parametrize("stored", [{}, {"fleksjob-may-start": "2027-01", "spouses-business": "no"}])
def test_what_can_be_left_out_can_be_left_empty(
    client: Visitor, language: str, question: Question, stored: dict[str, str]
) -> None:
    client.tells(eligibility=FITTING | {"business-besides": "spouse"} | stored)
    empty = client.post(address("question", language, question=question), {"answer-month": ""}, follow=True)
    assert empty.redirect_chain == [(address("outcome", language), 302)]
    assert question.key not in client.session["eligibility"]


def test_what_is_typed_in_part_or_wrong_is_still_an_error(client: Visitor) -> None:
    client.tells(eligibility=FITTING)
    asked = address("question", "en", question=BY_KEY["fleksjob-may-start"])
    html = client.post(asked, {"answer-month": "3", "answer-year": ""}, follow=True).content.decode()
    assert re.search(r'class="[^"]*form-error-message', html)


def test_an_answer_in_the_way_of_the_job_is_told_on_top_with_a_link(client: Visitor) -> None:
    client.tells(eligibility=FITTING | {"business-besides": "spouse", "spouses-business": "no"})
    top = client.get(address("outcome", "en")).content.decode().split('class="in-short"')[1].split("</section>")[0]
    assert "you count as self-employed there" in top
    assert 'href="/en/how-it-works/#own-business"' in top


@pytest.mark.parametrize("answer", ["none", "unknown", "side-business", "spouse"])
def test_every_answer_leaves_a_way_to_change_it(client: Visitor, answer: str) -> None:
    client.tells(eligibility=FITTING | {"business-besides": answer})
    html = client.get(address("outcome", "en")).content.decode()
    assert f'href="{address("question", "en", question=BESIDES)}?change=outcome"' in html


def test_a_changed_answer_drops_what_no_longer_counts(client: Visitor) -> None:
    client.tells(eligibility=FITTING | {"business-besides": "spouse", "spouses-business": "no"})
    client.post(address("question", "en", question=BESIDES), {"answer": "none"})
    assert "spouses-business" not in client.session["eligibility"]
