"""What real people type leads to the page that answers it, among the first three results, in both languages."""

import tomllib
from functools import cache
from pathlib import Path

import pytest
from django.utils.translation import override

from fleksjob_site.search.entries import entries
from fleksjob_site.search.everyday import EVERYDAY
from fleksjob_site.search.index import MAX_HITS, Index
from fleksjob_site.texts.languages import BY_CODE

QUESTIONS = tomllib.loads((Path(__file__).parent / "questions.toml").read_text("utf-8"))
ASKED = [(code, question, key) for code, asked in QUESTIONS.items() for question, key in asked.items()]


@cache
def index(code: str) -> Index:
    with override(code):
        return Index(BY_CODE[code], list(entries()))


def found(code: str, question: str) -> list[str]:
    return [hit.entry.key for hit in index(code).search(question)]


@pytest.mark.parametrize(("code", "question", "key"), ASKED, ids=[f"{code}: {asked}" for code, asked, _ in ASKED])
def test_the_page_that_answers_a_question_is_among_the_first_three(code: str, question: str, key: str) -> None:
    assert key in found(code, question)[:3]


def test_there_are_at_least_twenty_questions_in_each_language() -> None:
    assert {code: len(asked) >= 20 for code, asked in QUESTIONS.items()} == dict.fromkeys(BY_CODE, True)


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("da", ["ferie", "ferien", "FERIE", "Ferie?"]),
        ("da", ["kommune", "kommunen", "kommuner", "kommunens"]),
        ("da", ["arbejdsgiver", "arbejdsgiveren", "arbejdsgivere"]),
        ("en", ["holiday", "holidays", "Holiday’s"]),
        ("en", ["appeal", "appeals", "appealed", "appealing"]),
    ],
)
def test_every_inflection_of_a_word_finds_the_same(code: str, forms: list[str]) -> None:
    assert found(code, forms[0])
    assert {frozenset(found(code, form)[:3]) for form in forms} == {frozenset(found(code, forms[0])[:3])}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("loenloft", "lønloft"), ("lonloft", "lønloft"), ("foertidspension", "førtidspension"),
        ("fortidspension", "førtidspension"), ("raadighed", "rådighed"), ("radighed", "rådighed"),
        ("selvstaendig", "selvstændig"), ("aegtefaelle", "ægtefælle"), ("ferei", "ferie"),
        ("bisider", "bisidder"), ("ledighedydelse", "ledighedsydelse"),
    ],
)  # fmt: skip
def test_a_word_without_danish_letters_or_with_a_slip_finds_what_was_meant(typed: str, meant: str) -> None:
    assert found("da", meant)[0] in found("da", typed)[:3]


@pytest.mark.parametrize(
    ("compound", "parts"), [("fleksjobløn", {"fleksjob", "løn"}), ("sygdomsferie", {"sygdom", "ferie"})]
)
def test_a_danish_compound_that_no_text_holds_is_found_by_its_parts(compound: str, parts: set[str]) -> None:
    vocabulary = index("da").vocabulary
    assert compound not in vocabulary.stems
    [hit, *_] = index("da").search(compound)
    assert {way.stem for way in hit.looked_for} == {vocabulary.stems[part] for part in parts}


def test_the_beginning_of_a_word_finds_it() -> None:
    assert "words#rehabiliteringsteam" in found("da", "rehabiliteringst")[:3]


@pytest.mark.parametrize("code", BY_CODE)
def test_hits_are_few_and_spread_over_pages(code: str) -> None:
    for question in QUESTIONS[code]:
        pages = [hit.entry.url.partition("#")[0] for hit in index(code).search(question)]
        assert 0 < len(pages) <= MAX_HITS
        assert max(map(pages.count, pages)) <= 3


@pytest.mark.parametrize("code", BY_CODE)
def test_every_key_of_the_everyday_words_is_an_entry(code: str) -> None:
    assert EVERYDAY[code].leads_to.keys() <= {entry.key for entry in index(code).entries}


@pytest.mark.parametrize("code", BY_CODE)
def test_everyday_words_mean_words_that_the_site_has(code: str) -> None:
    vocabulary = index(code).vocabulary
    lost = {typed: meant for typed, meant in vocabulary.means.items() if not set(meant) & vocabulary.known}
    assert lost == {}
