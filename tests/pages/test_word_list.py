"""The word list explains each word in the language of the page; what other languages say is one click away."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from fleksjob_site.texts.languages import BY_CODE, LANGUAGES
from fleksjob_site.texts.rich import rich
from fleksjob_site.texts.words import WORDS


def entries(client: Client, language: str) -> dict[str, tuple[str, str]]:
    """What each word shows at once, and what it shows when opened, by its anchor."""
    with override(language):
        html = client.get(reverse("words")).content.decode()
    found = {}
    for key, entry in re.findall(r'<div class="word" id="([^"]+)">(.*?)</details>', html, re.DOTALL):
        shown, _, folded = entry.partition("<details")
        assert " open" not in folded.partition(">")[0]
        found[key] = (plain(shown), plain(folded))
    return found


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<button.*?</button>|<span popover.*?</button></span>|<[^>]+>", "", html)).split())


def definition(key: str, language: str) -> str:
    with override(language):
        return plain(rich(WORDS[key].terms[language].definition))


@pytest.mark.parametrize("language", BY_CODE)
def test_every_word_has_an_anchor_and_shows_one_language(client: Client, language: str) -> None:
    found = entries(client, language)
    assert list(found) == list(WORDS)
    for key, (shown, folded) in found.items():
        assert definition(key, language) in shown
        for other in LANGUAGES:
            if other.code != language:
                assert definition(key, other.code) not in shown
                assert definition(key, other.code) in folded


@pytest.mark.parametrize("language", BY_CODE)
def test_what_to_open_is_told_apart_by_its_word(client: Client, language: str) -> None:
    folded = [folded for _shown, folded in entries(client, language).values()]
    labels = [text.partition(WORDS[key].terms[language].word)[0] for key, text in zip(WORDS, folded, strict=True)]
    assert len(set(labels)) == 1, "the same label, and then the word"
    assert all(WORDS[key].terms[language].word in text for key, text in zip(WORDS, folded, strict=True))
