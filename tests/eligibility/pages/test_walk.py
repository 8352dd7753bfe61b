"""The walk as pages: one question at a time, forward and back, in both languages, nothing typed lost."""

import re
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from eligibility.law.questions import QUESTIONS
from eligibility.law.questions.question import MonthAndYear, Question, Several
from tests.eligibility.law.answering import FITTING
from tests.visitor import in_boxes


def address(name: str, language: str, **kwargs: object) -> str:
    with override(language):
        return reverse(f"eligibility:{name}", kwargs=kwargs)


def post_of(question: Question, answer: str) -> dict[str, str | list[str]]:
    """What a browser sends for an answer."""
    if answer == "unknown" and question.answer.kind not in ("choice", "several"):
        return {"unknown": "1", "answer": ""}
    if isinstance(question.answer, Several):
        return {"answer": answer.split(",")}
    if isinstance(question.answer, MonthAndYear):
        year, month = answer.split("-")
        return {"answer-month": month, "answer-year": year}
    return {"answer": answer}


def answer_all(client: Client, language: str, answers: dict[str, str]) -> list[str]:
    """Follow the pages from the first question and give each the answer; the addresses visited, in order."""
    page, visited = address("question", language, question=QUESTIONS[0]), []
    while page != address("check", language):
        assert client.get(page).status_code == 200
        visited.append(page)
        question = next(q for q in QUESTIONS if address("question", language, question=q) == page)
        sent = client.post(page, post_of(question, answers[question.key]))
        assert sent.status_code == 302, sent.content.decode()
        page = sent.headers["Location"]
    return visited


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_walk_goes_from_the_first_question_to_the_outcome(client: Client, language: str) -> None:
    visited = answer_all(client, language, FITTING)
    assert len(visited) == 12
    html = client.get(address("check", language)).content.decode()
    assert html.count("change=1") == 12
    outcome = client.get(address("outcome", language)).content.decode()
    heading = {"da": "Dine svar peger", "en": "Your answers suggest that you may be in the target group"}[language]
    assert heading in outcome
    assert "§ 116, stk. 1" in outcome


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_question_shows_why_an_example_and_i_dont_know(client: Client, language: str) -> None:
    unknown = {"da": "Det ved jeg ikke", "en": "I don&#39;t know"}[language]
    for page in answer_all(client, language, FITTING | {"hours-per-week": "5"}):
        html = client.get(page).content.decode()
        assert "<details" in html
        assert 'class="example"' in html
        assert unknown in html or 'value="unknown"' in html
        assert html.count("<h1") == 1


def test_i_dont_know_everywhere_ends_in_something_to_clarify(client: Client) -> None:
    answer_all(client, "en", dict.fromkeys(FITTING, "unknown"))
    assert "things before it can decide" in client.get(address("outcome", "en")).content.decode()


def test_a_question_that_is_not_next_leads_to_the_one_that_is(client: Client) -> None:
    for name in ("check", "outcome"):
        assert client.get(address(name, "en")).headers["Location"] == address("question", "en", question=QUESTIONS[0])
    later = address("question", "en", question=QUESTIONS[-1])
    assert client.get(later).headers["Location"] == address("question", "en", question=QUESTIONS[0])


def test_back_and_on_keep_the_answers(client: Client) -> None:
    visited = answer_all(client, "en", FITTING)
    for earlier, later in pairwise(visited):
        html = client.get(later).content.decode()
        assert f'href="{earlier}"' in html
        question = next(q for q in QUESTIONS if address("question", "en", question=q) == earlier)
        assert client.post(earlier, post_of(question, FITTING[question.key])).headers["Location"] == later


def test_a_changed_answer_leads_back_to_the_check_page_or_to_what_is_new(client: Client) -> None:
    answer_all(client, "en", FITTING)
    hours = address("question", "en", question=next(q for q in QUESTIONS if q.key == "hours-per-week"))
    changed = client.post(f"{hours}?change=1", {"answer": "10"})
    assert changed.headers["Location"] == address("check", "en")
    smaller = client.post(f"{hours}?change=1", {"answer": "5"})
    new = smaller.headers["Location"]
    assert new.endswith("/may-it-grow/?change=1")
    assert client.post(new, {"answer": "yes"}).headers["Location"] == address("check", "en")


def test_the_language_link_keeps_page_and_answers(client: Client) -> None:
    page = answer_all(client, "en", FITTING)[6]
    html = client.get(page).content.decode()
    danish = re.search(r'formaction="([^"]+)"[^>]* lang="da"', html)
    assert danish
    assert danish[1].startswith("/maalgruppe/")
    translated = client.get(danish[1])
    assert translated.status_code == 200
    assert '<html lang="da">' in translated.content.decode()
    assert 'value="12"' in client.get(answer_all(client, "da", FITTING)[6]).content.decode()


BAD = [
    ("birth-month", {}, "Enter the month and year you were born, for example 5 and 1980."),
    ("birth-month", {"answer-month": "13", "answer-year": "1980"}, "“13” is not a month. Enter a month from 1 to 12"),
    ("birth-month", {"answer-month": "12", "answer-year": "2026"}, "the questions are for people aged 15 or over."),
    ("birth-month", {"answer-month": "12", "answer-year": "1899"}, "Check the year: enter 1900 or later."),
    ("birth-month", {"answer-month": "x", "answer-year": "<b>"}, "Enter a month from 1 to 12"),
    ("benefit", {}, "Choose one of the answers"),
    ("benefit", {"answer": "lottery"}, "Choose one of the answers"),
    ("hours-per-week", {}, "Enter a number from 0 to 168 hours"),
    ("hours-per-week", {"answer": "169"}, "Enter a number from 0 to 168 hours"),
    ("hours-per-week", {"answer": "-1"}, "Enter a number from 0 to 168 hours"),
    ("hours-per-week", {"answer": "1.234"}, "This could be read as two different numbers."),
    ("hours-per-week", {"answer": "NaN"}, "Enter a number from 0 to 168 hours"),
    ("hours-per-week", {"answer": "a lot"}, "Enter a number from 0 to 168 hours"),
    ("measures", {}, "Choose at least one answer."),
    ("measures", {"answer": ["none", "mentor"]}, "Choose “Nothing yet”, “I don&#39;t know” or the things"),
    ("measures", {"answer": ["none", "unknown"]}, "Choose “Nothing yet”, “I don&#39;t know” or the things"),
    ("measures", {"answer": ["lottery"]}, "Choose one or more of the answers"),
    ("pace-percent", {"answer": "0"}, "Enter a number from 1 to 100%, for example 50."),
    ("pace-percent", {"answer": "101"}, "Enter a number from 1 to 100%"),
]


@pytest.mark.parametrize(("key", "typed", "words"), BAD)
def test_a_wrong_answer_is_said_at_the_field_and_in_the_summary_and_kept(
    client: Client, key: str, typed: dict[str, Any], words: str
) -> None:
    answer_all(client, "en", FITTING)
    page = address("question", "en", question=next(q for q in QUESTIONS if q.key == key))
    answer = client.post(page, typed, follow=True)
    html = answer.content.decode().replace("\u00a0", " ")
    assert answer.status_code == 200
    assert html.count(words) == 2
    assert 'href="#id_answer"' in html
    assert 'id="id_answer"' in html
    assert "<title>Error:" in html
    for value in typed.values():
        if key not in ("benefit", "measures"):
            assert f'value="{value.replace("<", "&lt;").replace(">", "&gt;")}"' in html


def test_hours_and_pace_go_on_to_the_income_page(client: Client) -> None:
    answer_all(client, "da", FITTING | {"hours-per-week": "12,5", "pace-percent": "60"})
    sent = client.post("/regn-med-mine-timer/", follow=True)
    html = sent.content.decode()
    assert sent.redirect_chain == [("/indkomst/", 302)]
    assert 'name="hours_per_week" value="12,5"' in html
    assert 'name="efficiency_percent" value="60"' in html


def test_unknown_hours_carry_nothing_to_the_income_page(client: Client) -> None:
    answer_all(client, "en", FITTING | {"hours-per-week": "unknown"})
    assert "Calculate with my hours" not in client.get(address("outcome", "en")).content.decode()


def test_an_unknown_pace_is_left_to_be_written(client: Client) -> None:
    answer_all(client, "en", FITTING | {"pace-percent": "unknown"})
    assert "You did not give a pace" in client.get(address("outcome", "en")).content.decode()
    html = client.post("/en/calculate-with-my-hours/", follow=True).content.decode()
    assert 'name="hours_per_week" value="12"' in html
    assert 'name="efficiency_percent" value=""' in html


@pytest.mark.parametrize(
    "changed",
    [{"birth-month": "1950-01"}, {"situation": "self-employed"}, {"situation": "in-fleksjob-before-2013"}],
)
def test_the_income_page_is_not_offered_where_its_rules_do_not_apply(client: Client, changed: dict[str, str]) -> None:
    answer_all(client, "en", FITTING | changed)
    html = client.get(address("outcome", "en")).content.decode()
    assert "It does not apply to your situation" in html
    assert "To the income page" not in html


def test_the_month_of_start_can_be_chosen_on_the_outcome(client: Client) -> None:
    answer_all(client, "en", FITTING)
    html = client.get(address("outcome", "en")).content.decode()
    assert "The dates are counted from a start in November 2026." in html
    assert "<strong>May 2029</strong>" in html
    start = address("question", "en", question=next(q for q in QUESTIONS if q.key == "fleksjob-may-start"))
    assert f'href="{start}"' in html
    assert client.get(start).status_code == 200
    past = client.post(start, {"answer-month": "10", "answer-year": "2026"}, follow=True)
    assert past.redirect_chain == [(f"{start}?show=errors", 302)]
    chosen = client.post(start, {"answer-month": "3", "answer-year": "2027"}, follow=True).content.decode()
    assert "The dates are counted from a start in March 2027." in chosen
    assert "<strong>September 2029</strong>" in chosen
    assert "<strong>May 2029</strong>" not in chosen


def test_the_timeline_is_a_picture_and_a_list_that_say_the_same(client: Client) -> None:
    answer_all(client, "en", FITTING)
    html = client.get(address("outcome", "en")).content.decode()
    picture = html[html.index('<svg class="timeline"') : html.index("</svg>", html.index('<svg class="timeline"'))]
    numbers = re.findall(r'timeline-number"[^>]*>(\d+)<', picture)
    listed = html[html.index('<ol class="timeline-events ') :]
    assert sorted(map(int, numbers)) == list(range(1, listed[: listed.index("</ol>")].count("<li><strong>") + 1))


def test_staff_can_see_another_day_and_go_back_to_today(client: Client) -> None:
    answer_all(client, "en", FITTING)
    other = address("another-day", "en")
    june = client.post(other, {"day": "2026-06-30"}, follow=True).content.decode()
    assert "As of 30 June 2026" in june
    assert "rehabilitation team" in june
    assert "samlet beskrivelse" not in june
    july = client.post(other, {"day": "2026-07-01"}, follow=True).content.decode()
    assert "rehabilitation team" not in july
    assert "samlet beskrivelse" in july
    january = client.post(other, {"day": "2026-01-31"}, follow=True).content.decode()
    assert "job centre" in january
    later = client.post(other, {"day": "2027-01-01"}, follow=True).content.decode()
    assert "The law may have changed" in later
    today = client.post(other, {}, follow=True).content.decode()
    assert "These pages show what applies on that day" not in today
    assert "The law may have changed" not in today


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("31", "12", "2019"), "Enter a date from 1 January 2020 to 31 December 2100."),
        (("1", "1", "2101"), "Enter a date from 1 January 2020 to 31 December 2100."),
        (("in a week", "", ""), "Enter a date from 1 January 2020 to 31 December 2100."),
        (("", "tomorrow", ""), "“tomorrow” is not a month."),
        (("31", "2", "2026"), "That month has no day 31. Enter a day that is in the month."),
    ],
)
def test_a_day_that_is_none_is_said_at_the_field(client: Client, typed: tuple[str, ...], said: str) -> None:
    answer_all(client, "en", FITTING)
    response = client.post(address("another-day", "en"), in_boxes("day", *typed), follow=True)
    html = response.content.decode().replace("\u00a0", " ")
    assert said in html
    assert 'id="id_day-legend">Date</legend>' in html
    assert all(f'value="{text}"' in html for text in typed)
