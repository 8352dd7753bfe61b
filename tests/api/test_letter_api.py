"""The letter from a body: what the letter of a visitor says, in every language, within the same bound."""

import io
import re
from threading import BoundedSemaphore
from typing import Any

import pypdf
import pytest
from django.test import Client

from fleksjob_site.letter import pdf as letter_pdfs
from fleksjob_site.letter.views import VARIANTS
from tests.api.asking import SENT, post
from tests.eligibility.law.answering import FITTING
from tests.salary.pages.test_income import PAGE, TYPED
from tests.visitor import Visitor

INCOME = {"month": "2024-05", "hours_per_week": 18, "efficiency_percent": 100, "hourly_wage": 200}
ON = "2026-11-21"


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def made(client: Client, body: dict[str, Any]) -> str:
    answer = post(client, "letter", {"on": ON} | body)
    assert answer.status_code == 200, answer.content
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Cache-Control"] == "no-store"
    assert not answer.cookies
    return text_of(answer.content)


def words_of(text: str) -> set[str]:
    """Its words, wherever a line is broken."""
    return set(re.sub("[-\u00ad]\\n?", "", text).split())


@pytest.mark.parametrize("variant", VARIANTS)
def test_an_income_makes_the_letter_of_the_page(client: Client, variant: str) -> None:
    client.post(PAGE["en"], TYPED, follow=True)
    of_page = client.get(f"/en/letter/{variant}.pdf").content
    of_body = made(client, {"income": INCOME, "language": variant})
    assert len(words_of(of_body)) > 300
    assert words_of(of_body) <= words_of(text_of(of_page))


@pytest.mark.parametrize("variant", VARIANTS)
def test_answers_make_the_letter_of_the_outcome(variant: str) -> None:
    visitor = Visitor()
    visitor.tells(eligibility=FITTING)
    of_page = visitor.get(f"/en/letter/{variant}.pdf").content
    of_body = made(visitor, {"answers": SENT, "language": variant})
    assert len(words_of(of_body)) > 300
    assert words_of(of_body) <= words_of(text_of(of_page))


def test_the_total_stands_on_the_first_page_and_tax_only_with_a_card(client: Client) -> None:
    card = {"percent": 38, "deduction_month": 4500, "main_card": "municipality"}
    both = made(client, {"answers": SENT, "income": INCOME, "language": "en"}).replace("\u00a0", " ")
    assert "30,872" in both.split("Appendix")[0]
    assert "After tax with your tax card" not in both
    taxed = made(client, {"income": INCOME | {"tax": card}, "language": "en"})
    assert "After tax with your tax card" in taxed


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, [("answers", "missing")]),
        ({"answers": {"birth-month": "1980-05"}}, [("answers.lives-in-denmark", "missing")]),
        ({"answers": {"shoe-size": 43}}, [("answers.shoe-size", "unknown-question")]),
        ({"answers": {"hours-per-week": 169}}, [("answers.hours-per-week", "not-an-answer")]),
        ({"income": INCOME | {"month": "2012-01"}}, [("income.month", "no-rates")]),
        ({"income": INCOME | {"shoe_size": 43}}, [("income.shoe_size", "unknown-field")]),
        ({"income": INCOME, "language": "fr"}, [("language", "wrong-form")]),
        ({"income": INCOME, "answers": 3}, [("answers", "wrong-form")]),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_all_that_is_wrong(
    client: Client, body: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    answer = post(client, "letter", {"on": ON} | body)
    assert answer.status_code == 422
    found = [(error["field"], error["code"]) for error in answer.json()["errors"]]
    assert sorted(found) == sorted(expected)


def test_answers_that_stop_halfway_come_along_beside_an_income(client: Client) -> None:
    assert "Your answers" in made(client, {"answers": {"birth-month": "1980-05"}, "income": INCOME, "language": "en"})


@pytest.mark.parametrize(("language", "words"), [("da", "Der bliver lavet mange breve"), ("en", "Many letters are")])
def test_a_third_letter_is_rejected_at_once_as_an_error_of_the_api(
    client: Client, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    full = BoundedSemaphore(2)
    monkeypatch.setattr(letter_pdfs, "_slots", full)
    with full, full:
        refused = post(client, "letter", {"income": INCOME}, language)
        assert post(client, "income", INCOME).status_code == 200
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "5")
    (error,) = refused.json()["errors"]
    assert error["code"] == "unavailable"
    assert words in error["message"]
    assert post(client, "letter", {"income": INCOME}).status_code == 200
