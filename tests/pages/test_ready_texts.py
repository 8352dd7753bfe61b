"""Texts to send: every page offers the Danish text to copy, and other languages explain it."""

import html
import re

import pytest
from django.utils.translation import gettext, override

from fleksjob_site.texts.ready import READY_TEXTS
from tests.pages.test_corrected import page


@pytest.mark.parametrize("language", ["da", "en"])
def test_each_text_can_be_copied_in_danish(language: str) -> None:
    shown = page("ready-texts", language)
    fields = dict(re.findall(r'<textarea[^>]*id="text-([a-z-]+)" lang="da"[^>]*>(.*?)</textarea>', shown, re.S))
    assert list(fields) == [text.key for text in READY_TEXTS]
    for text in READY_TEXTS:
        with override("da"):
            assert html.unescape(fields[text.key]) == "\n\n".join(gettext(part) for part in text.paragraphs)
        assert f'data-copy="text-{text.key}"' in shown


def test_the_english_page_says_what_each_text_means_and_the_danish_one_does_not_repeat_it() -> None:
    english, danish = html.unescape(page("ready-texts", "en")), html.unescape(page("ready-texts", "da"))
    for text in READY_TEXTS:
        for part in text.paragraphs:
            assert f"<p>{part}</p>" in english
            assert part not in danish


def test_texts_only_ask_and_promise_or_claim_nothing() -> None:
    for text in READY_TEXTS:
        assert not re.search(r"\b(entitled|I meet|I qualify|CPR)\b", " ".join(text.paragraphs))
