"""A guide that is longer than two screens begins with a list of its headings."""

import re
from html import unescape

import pytest

from fleksjob_site.texts.headings import headings
from tests.pages.test_guides import LANGUAGES, main_of, page, pages

MANY = 4
LIST = re.compile(r'<nav class="on-this-page.*?</nav>', re.DOTALL)
LINK = re.compile(r'<a href="#([^"]+)">(.*?)</a>', re.DOTALL)
# The heading of an alert, or of a card that leads to another page.
APART = re.compile(r"alert|card-heading")
HEADING = re.compile(r"<h2([^>]*)>(.*?)</h2>", re.DOTALL)


def words(html: str) -> str:
    html = re.sub(r"<button.*?</button>", "", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


@pytest.mark.parametrize(("key", "language"), list(pages()))
def test_every_long_guide_lists_all_its_headings_in_their_order(key: str, language: str) -> None:
    main = main_of(page(key, language))
    found = [(attributes, words(text)) for attributes, text in HEADING.findall(main) if not APART.search(attributes)]
    lists = LIST.findall(main)
    assert len(lists) == (1 if len(found) >= MANY else 0)
    if lists:
        links = [(anchor, words(text)) for anchor, text in LINK.findall(lists[0])]
        assert [text for _, text in links] == [text for _, text in found]
        for (anchor, _), (attributes, _) in zip(links, found, strict=True):
            assert f'id="{anchor}"' in attributes
            assert main.count(f'id="{anchor}"') == 1


def test_most_guides_are_long() -> None:
    for language in LANGUAGES:
        long = {key for key, of in pages() if of == language and LIST.search(page(key, language))}
        assert {"the-way", "the-job", "your-rights", "illness-and-holiday", "all-pages"} <= long


def test_a_heading_keeps_its_danish_words_and_loses_its_toggle() -> None:
    html = '<h2 id="a">The <a href="/x">subsidy (<i lang="da">tilskud</i>)</a><button>?</button></h2><h2>None</h2>'
    assert headings(html) == [("a", 'The subsidy (<i lang="da">tilskud</i>)')]
