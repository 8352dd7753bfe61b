"""Changing an answer from the outcome: what flips is named, before and now, and it can be changed back."""

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eligibility.law.amounts import Amounts
from eligibility.law.assessment import Assessment, assess
from eligibility.law.comparison import flips
from eligibility.law.flow import walk
from eligibility.law.questions import BY_KEY, QUESTIONS
from tests.eligibility.law.answering import FITTING, ON, every_combination_of_verdicts, every_way
from tests.eligibility.pages.test_walk import address, answer_all
from tests.visitor import Visitor

WAYS = tuple(Random(7).sample([*every_way(), *every_combination_of_verdicts()], 300))


def page_of(key: str, language: str = "en") -> str:
    return address("question", language, question=BY_KEY[key]) + "?change=outcome"


def what_changed(html: str) -> str:
    """The text of the part that compares; "" where there is none."""
    _, begin, rest = html.partition('<section class="alert alert-info change-result"')
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", begin + rest.split("function-link")[0])) if begin else ""


def test_the_outcome_says_what_a_changed_answer_flips(client: Visitor) -> None:
    answer_all(client, "en", FITTING)
    html = client.post(page_of("limitation-lasting"), {"answer": "passing"}, follow=True).content.decode()
    text = what_changed(html)
    assert "Before: Your answers suggest that you may be in the target group." in text
    assert "Now: Your answers don't point to a flexi-job right now." in text.replace("&#39;", "'")
    assert "A permanent limitation of working capacity: before: Your answer fits this condition" in text
    assert "now: Your answer does not fit this condition" in text


def test_an_answer_that_flips_nothing_says_so(client: Visitor) -> None:
    answer_all(client, "en", FITTING)
    html = client.post(
        page_of("birth-month"), {"answer-month": "4", "answer-year": "1981"}, follow=True
    ).content.decode()
    text = what_changed(html)
    assert "The outcome is the same as before." in text
    assert "No condition has a different answer from before." in text


def test_what_a_change_makes_necessary_is_asked_and_only_then_compared(client: Visitor) -> None:
    answer_all(client, "en", FITTING)
    asked = client.post(page_of("alternatives"), {"answer": "clearly-pointless"}, follow=True)
    assert asked.redirect_chain[-1][0].endswith("?change=outcome")
    html = client.post(asked.redirect_chain[-1][0], {"answer": "other"}, follow=True).content.decode()
    assert "Everything relevant has been tried, or it is clearly pointless: before: Your answer fits" in what_changed(
        html
    )


def test_a_change_can_be_changed_back(client: Visitor) -> None:
    answer_all(client, "en", FITTING)
    before = dict(client.session["eligibility"])
    client.post(page_of("alternatives"), {"answer": "clearly-pointless"}, follow=True)
    client.post(page_of("why-pointless"), {"answer": "tested"}, follow=True)
    html = client.post(address("change-back", "en"), {}, follow=True).content.decode()
    assert client.session["eligibility"] == before
    assert what_changed(html) == ""


def test_each_change_is_compared_with_the_outcome_before_it(client: Visitor) -> None:
    answer_all(client, "en", FITTING)
    client.post(page_of("limitation-lasting"), {"answer": "passing"}, follow=True)
    html = client.post(page_of("limitation-lasting"), {"answer": "unknown"}, follow=True).content.decode()
    assert "before: Your answer does not fit this condition, now: The municipality must find out" in what_changed(html)


@pytest.mark.parametrize("page", ["question", "check"])
def test_a_change_from_elsewhere_ends_the_comparison(client: Visitor, page: str) -> None:
    answer_all(client, "en", FITTING)
    client.post(page_of("limitation-lasting"), {"answer": "passing"}, follow=True)
    again = page_of("limitation-lasting").replace("?change=outcome", "?change=1" if page == "check" else "")
    client.post(again, {"answer": "lasting"}, follow=True)
    assert what_changed(client.get(address("outcome", "en")).content.decode()) == ""


def test_every_condition_with_answers_has_a_way_to_change_each_of_them(client: Visitor) -> None:
    answer_all(client, "en", FITTING)
    html = client.get(address("outcome", "en")).content.decode()
    for key in ("birth-month", "lives-in-denmark", "benefit", "limitation-lasting", "hours-per-week", "alternatives"):
        assert f'href="{page_of(key)}"' in html


@given(st.sampled_from(WAYS), st.sampled_from(WAYS), st.sampled_from([question.key for question in QUESTIONS]))
@settings(max_examples=300, deadline=None)
def test_a_flip_is_named_exactly_where_the_verdict_is_another(stored: dict, other: dict, key: str) -> None:
    if key not in other:
        return
    steps = [walk(answers, ON) for answers in (stored, {**stored, key: other[key]})]
    if not all(step.complete for step in steps):
        return
    before, now = (assess(step.answers, ON, Amounts()) for step in steps)

    def verdicts(assessment: Assessment) -> dict[str, str]:
        return {finding.criterion.key: finding.judgement.verdict for finding in assessment.findings}

    expected = {
        criterion: (verdicts(before).get(criterion), verdicts(now).get(criterion))
        for criterion in {*verdicts(before), *verdicts(now)}
        if verdicts(before).get(criterion) != verdicts(now).get(criterion)
    }
    assert {flip.criterion.key: (flip.before, flip.now) for flip in flips(before, now)} == expected
