"""Words that were found wrong stay out of all texts: the catalog, the word list and the persons."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from django.conf import settings

TABLE: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / "wrong_words.toml").read_text("utf-8"))
"""By language: regular expressions, and what to write instead."""
# Where a link leads, and the names of values, are not read.
NOT_READ = re.compile(r"\]\([^)]*\)|(?<=\{)\w+(?=\})")
# What people may search for stays in the list as it is.
SYNONYMS = {"da_also", "en_also"}

LAW_REQUIRES = re.compile(r"\bconditions?\b", re.IGNORECASE)
ALSO_A_DEMAND = re.compile(r"\bkrav(?:ene|et)?\b(?! om)", re.IGNORECASE)


def texts() -> Iterator[tuple[str, str]]:
    """Every text with its language."""
    for english, danish in both_languages():
        yield "en", english
        yield "da", danish
    for name in ("texts/words.toml", "personas/personas.toml"):
        yield from _in_file(tomllib.loads((settings.SITE_DIR / name).read_text("utf-8")), None)


def both_languages() -> Iterator[tuple[str, str]]:
    """The texts of the catalog in English and Danish."""
    with (settings.BASE_DIR / "locale" / "da" / "LC_MESSAGES" / "django.po").open("rb") as file:
        for message in read_po(file):
            many = isinstance(message.id, tuple)
            yield from zip(*([message.id, message.string] if many else [[message.id], [message.string]]), strict=True)


def definitions() -> Iterator[tuple[str, str]]:
    """The definitions of the word list in English and Danish."""
    for word in tomllib.loads((settings.SITE_DIR / "texts" / "words.toml").read_text("utf-8"))["word"]:
        yield word["definition_en"], word["definition_da"]


def _in_file(value: Any, language: str | None) -> Iterator[tuple[str, str]]:
    """Texts of a file: the language stands in the name of a field, or of the table that holds it."""
    if isinstance(value, list):
        for part in value:
            yield from _in_file(part, language)
    elif isinstance(value, dict):
        for name, part in value.items():
            of_name = re.search(r"(?:^|_)(da|en)$", name)
            if name not in SYNONYMS and not name.startswith("url"):
                yield from _in_file(part, of_name[1] if of_name else language)
    elif language and isinstance(value, str):
        yield language, value


def wrong(language: str, text: str) -> dict[str, str]:
    """The wrong words of a text, each with what to write instead."""
    read = NOT_READ.sub("", text)
    found = ((re.search(pattern, read, re.IGNORECASE), better) for pattern, better in TABLE[language].items())
    return {match[0]: better for match, better in found if match}


def test_no_text_has_a_word_that_was_found_wrong() -> None:
    assert {text: found for language, text in texts() if (found := wrong(language, text))} == {}


def test_texts_of_each_kind_are_read() -> None:
    read = set(texts())
    assert {("en", "I am out of work"), ("da", "Jeg er uden arbejde"), ("en", "work pace")} <= read
    assert any(text.startswith("An association that pays") for language, text in read if language == "en")
    assert any("uhelbredeligt" in text or "sygemeldt" in text for language, text in read if language == "da")


def test_conditions_are_betingelser_in_danish() -> None:
    """A condition of the scheme is a betingelse; a krav is a demand on somebody, or a claim for money."""
    found = [danish for english, danish in (*both_languages(), *definitions()) if a_demand(english, danish)]
    assert found == []


def a_demand(english: str, danish: str) -> bool:
    return bool(LAW_REQUIRES.search(english) and ALSO_A_DEMAND.search(danish))


def test_a_condition_called_a_demand_is_found() -> None:
    assert a_demand("Your answers fit all {conditions} conditions.", "Dine svar passer med alle {conditions} krav.")
    assert not a_demand("You still meet the conditions.", "Du opfylder stadig betingelserne.")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You get ledighedsydelse."),
        ("en", "It is {percent} %."),
        ("en", "Your hours with pay"),
        ("en", "Somebody who listens with you"),
        ("da", "Du har 8 procent"),
        ("da", "Dine dagpenge tæller med"),
        ("da", "Tag det her med"),
        ("da", "Det er helt klart nytteløst"),
    ],
)
def test_a_wrong_word_is_found(language: str, text: str) -> None:
    assert wrong(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You get unemployment allowance (*ledighedsydelse*)](term:ledighedsydelse) of {percent}."),
        ("en", "a percentage of 8%, what you asked for"),
        ("da", "Det er åbenbart formålsløst, altså helt klart nytteløst"),
        ("da", "8\u00a0% af sygedagpenge og efterløn"),
    ],
)
def test_the_right_word_is_not(language: str, text: str) -> None:
    assert wrong(language, text) == {}
