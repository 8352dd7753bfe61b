"""One term for one thing: the texts call each thing what the word list calls it."""

import re
import tomllib
from pathlib import Path

from fleksjob_site.texts.words import WORDS
from tests.texts.test_wrong_words import NOT_READ, texts

TERMS: dict[str, dict[str, list[str]]] = tomllib.loads((Path(__file__).parent / "terms.toml").read_text("utf-8"))
"""For each word of the word list, by language: what the texts must not call it instead."""


def variants(language: str, text: str) -> set[str]:
    """The words of a text that stand in for a term of the word list."""
    read = NOT_READ.sub("", text).lower()
    every = {variant for term in TERMS.values() for variant in term[language]}
    return {variant for variant in every if re.search(rf"(?<![\w-]){re.escape(variant)}", read)}


def test_every_word_of_the_word_list_has_its_variants() -> None:
    assert TERMS.keys() == WORDS.keys()


def test_no_text_calls_a_thing_by_a_second_term() -> None:
    assert {text: found for language, text in texts() if (found := variants(language, text))} == {}


def test_the_word_itself_is_no_variant() -> None:
    named = [(language, term.word) for word in WORDS.values() for language, term in word.terms.items()]
    assert {word: found for language, word in named if (found := variants(language, word))} == {}


def test_a_variant_is_found_with_any_ending() -> None:
    assert variants("en", "She has two *flex jobs*.") == {"flex job"}
    assert variants("da", "Lønmaksimummet gælder") == {"lønmaksimum"}
    assert variants("da", "[Ordet](term:flexjob)") == set()
