"""The guides: public pages, complete in both languages, readable, and without dead links."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

import brotli
import pytest
from django.core.cache import cache as rendered
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from fleksjob_site.pages.addresses import addresses
from fleksjob_site.pages.guides import GUIDES
from fleksjob_site.texts.words import WORDS
from tests.texts.readability import blocks_of, grade, lix

LANGUAGES = ("da", "en")
CLAIMS = json.loads((Path(__file__).parent / "claims.json").read_text("utf-8"))
EMPLOYERS = {"for-employers", "during-the-job", "for-the-municipality"}


def address(key: str, language: str) -> str:
    with override(language):
        return reverse(key)


@cache
def page(key: str, language: str) -> str:
    return Client().get(address(key, language)).content.decode()


def main_of(html: str) -> str:
    found = re.search(r"<main.*?</main>", html, re.DOTALL)
    assert found
    return found[0]


def said(key: str, language: str) -> str:
    """The text of a page with collapsed parts, without markup and without figures it quotes as wrong."""
    html = re.sub(r"<dt>.*?</dt>", "", main_of(page(key, language)))
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def pages() -> Iterator[tuple[str, str]]:
    for guide in GUIDES:
        for language in LANGUAGES:
            yield guide.key, language


each_page = pytest.mark.parametrize(("key", "language"), list(pages()))


@each_page
def test_a_guide_is_a_public_page(client: Client, key: str, language: str) -> None:
    client.get(address("income", language))
    answer = client.get(address(key, language))
    assert answer.status_code == 200
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert "Accept-Language" not in answer.headers.get("Vary", "")
    assert answer.headers["Content-Language"] == language
    assert "public" in answer.headers["Cache-Control"]
    # The search of the list of all pages changes nothing; every other form would need a token, and so a cookie.
    forms = answer.content.decode().count("<form")
    assert forms == (1 if key == "all-pages" else 0)
    again = client.get(address(key, language), headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert not again.content


def test_a_guide_is_rendered_once_a_language(client: Client) -> None:
    rendered.clear()
    for _ in range(3):
        for language in LANGUAGES:
            client.get(address("the-way", language), {"asked": "differently"})
    kept = {key: value for key, value in rendered._cache.items() if "public" in key}  # type: ignore[attr-defined]
    assert len(kept) == 2
    shown = next(key.split(":", 2)[2] for key in kept)
    rendered.set(shown, (brotli.compress(b"kept"), "text/html", "kept"))
    answers = [client.get(address("the-way", language)).content for language in LANGUAGES]
    assert answers.count(b"kept") == 1


def test_a_guide_is_compressed_for_browsers_that_accept_it(client: Client) -> None:
    place = address("words", "en")
    plain = client.get(place)
    packed = client.get(place, headers={"Accept-Encoding": "gzip, deflate, br, zstd"})
    assert packed.headers["Content-Encoding"] == "br"
    assert brotli.decompress(packed.content) == plain.content
    assert len(packed.content) < 14_000
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert "Accept-Encoding" in plain.headers["Vary"]
    again = client.get(place, headers={"Accept-Encoding": "br", "If-None-Match": packed.headers["ETag"]})
    assert again.status_code == 304


@each_page
def test_a_page_has_a_title_a_description_and_its_other_language(key: str, language: str) -> None:
    html = page(key, language)
    description = re.search(r'<meta name="description" content="([^"]+)"', html)
    assert description
    assert 40 <= len(unescape(description[1])) <= 160
    for other in LANGUAGES:
        assert f'<link rel="alternate" hreflang="{other}" href="http://testserver{address(key, other)}"' in html
    assert len(re.findall("<h1", html)) == 1


def test_titles_and_descriptions_are_unique() -> None:
    for language in LANGUAGES:
        for pattern in (r"<title>(.*?)</title>", r'<meta name="description" content="(.*?)"'):
            found = Counter(re.search(pattern, page(guide.key, language))[1] for guide in GUIDES)  # type: ignore[index]
            assert max(found.values()) == 1, found


@each_page
def test_every_internal_link_leads_to_a_page_and_an_anchor_on_it(client: Client, key: str, language: str) -> None:
    for href in set(re.findall(r'<a [^>]*href="([^"#:]*)(#[^"]*)?"', main_of(page(key, language)))):
        where, place = href
        if where.endswith(".pdf"):
            assert client.get(where).status_code == 200, where
            continue
        if where.endswith(".txt"):
            assert client.get(where).headers["Content-Type"].startswith("text/plain"), where
            continue
        html = client.get(where, follow=True).content.decode() if where else page(key, language)
        assert "csv" in where or "api" in where or "<main" in html, where
        if place:
            assert f'id="{place[1:]}"' in html, href


@each_page
def test_every_external_link_is_listed_and_names_its_target(key: str, language: str) -> None:
    listed = set(addresses())
    for url, words in re.findall(
        r'<a [^>]*href="(https?://[^"]+)"[^>]*>(.*?)</a>', main_of(page(key, language)), re.DOTALL
    ):
        assert unescape(url) in listed
        plain = unescape(re.sub(r"<[^>]+>", "", words)).strip()
        assert len(plain) > 2
        assert not re.fullmatch(r"(?i)(here|her|read more|læs mere|link|https?://.*)", plain)


@each_page
def test_markup_in_texts_is_rendered_and_ids_are_unique(key: str, language: str) -> None:
    html = main_of(page(key, language))
    assert not re.search(r"\]\(|\*|\((page|to|term):", html)
    ids = Counter(re.findall(r'\sid="([^"]+)"', html))
    assert max(ids.values(), default=1) == 1, ids.most_common(3)


@each_page
def test_a_term_has_its_toggle_where_it_first_appears(key: str, language: str) -> None:
    html = main_of(page(key, language))
    for term in re.findall(r'popovertarget="word-([a-z0-9-]+)" aria-label', html):
        assert f'id="word-{term}"' in html
        assert html.count(f'<a class="term" href="{address("words", language)}#{term}"') == 1


def test_the_word_list_holds_every_term_in_both_languages() -> None:
    html = page("words", "en")
    for word in WORDS.values():
        assert f'id="{word.key}"' in html
        assert unescape(html).count(word.in_law.definition) == 1
    keys = [word.in_law.word.lower() for word in WORDS.values()]
    danish = "abcdefghijklmnopqrstuvwxyzæøå"
    order = [[danish.find(letter) for letter in key if letter in danish] for key in keys]
    assert order == sorted(order)


@pytest.mark.parametrize("claim", CLAIMS["right"], ids=lambda claim: f"{claim['seed']} {claim['claim']}"[:60])
def test_right_claims_of_the_first_documents_are_on_the_pages(claim: dict[str, str]) -> None:
    for language in LANGUAGES:
        assert re.search(claim[language], said(claim["page"], language), re.IGNORECASE)
        assert claim.get("law", "") in said(claim["page"], language)


@pytest.mark.parametrize("claim", CLAIMS["wrong"], ids=lambda claim: claim["claim"])
def test_wrong_or_superseded_claims_of_the_first_documents_are_nowhere(claim: dict[str, str]) -> None:
    for key, language in [*pages(), ("home", "da"), ("home", "en"), ("income", "da"), ("income", "en")]:
        found = re.search(claim[language], said(key, language), re.IGNORECASE)
        assert not found, f"{key}, {language}: {found[0]}"


def test_every_wrong_claim_would_be_found() -> None:
    for claim in CLAIMS["wrong"]:
        for language in LANGUAGES:
            assert re.search(claim[language], claim[f"example_{language}"], re.IGNORECASE), claim


def test_the_pages_are_easy_to_read(capsys: pytest.CaptureFixture[str]) -> None:
    figures = {
        guide.key: (lix(blocks_of(page(guide.key, "da"))), grade(blocks_of(page(guide.key, "en")))) for guide in GUIDES
    }
    with capsys.disabled():
        print()
        for key, (danish, english) in figures.items():
            print(f"  {key:24} LIX {danish:4.1f}   grade {english:4.1f}")
    for key, (danish, english) in figures.items():
        assert danish <= (40 if key in EMPLOYERS else 35), key
        assert english <= 9, key
