"""The script that other websites load, and the page with the code for it."""

import json
import re
from html import unescape
from typing import Any

import pytest
from django.conf import settings as site_settings
from django.core.cache import cache
from django.test import Client

from fleksjob_site.embed.script import INTEGRITY, SCRIPT
from tests.embed.places import ADDRESSES, CALCULATORS
from tests.site.every_address import every_address

PINNED = "sha384-dlfVgNij3q0aPAD8Q1izm11NrUcLITch21iepD+A7+stoFazzcuC5dXcs/V7zxwO"
"""Never changed: other websites have it in their pages. A fix is embed.v2.js, with a digest of its own."""
PLACE = "/embed.v1.js"


def test_version_1_of_the_script_never_changes() -> None:
    assert every_address()["embed-script"] == PLACE
    assert INTEGRITY == PINNED
    assert Client().get(PLACE).content == SCRIPT


def test_the_script_may_be_loaded_by_every_website_and_kept() -> None:
    answer = Client().get(PLACE, headers={"origin": "https://www.kommune.example"})
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert not answer.cookies
    assert Client().post(PLACE).status_code == 405


def test_no_other_file_or_page_is_for_other_websites() -> None:
    places = [place for place in every_address().values() if place != PLACE and not place.startswith("/api/")]
    for place in [*places, *(f"/static/{file.name}" for file in sorted(site_settings.STATIC_ROOT.glob("*.js")))]:
        answer = Client().get(place, headers={"origin": "https://www.kommune.example"})
        answer.getvalue()
        assert answer["Cross-Origin-Resource-Policy"] == "same-origin", place


def test_the_script_knows_each_calculator_in_each_language() -> None:
    text = SCRIPT.decode()
    found = dict(re.findall(r"\n {4}(\w+): \{\n(.*?)\n {4}\}", text, re.DOTALL))
    assert found.keys() == set(CALCULATORS)
    for calculator, lines in found.items():
        named = {language: json.loads(place) for language, place in re.findall(r"(\w+): (\[.*?\])", lines)}
        assert named.keys() == {code for code, _ in site_settings.LANGUAGES}
        assert {language: place for language, (place, _) in named.items()} == {
            language: ADDRESSES[calculator, language] for language in named
        }
        assert len({title for _, title in named.values()}) == len(named)


def codes(html: str) -> list[str]:
    return [unescape(code).strip() for code in re.findall(r"<textarea[^>]*>(.*?)</textarea>", html, re.DOTALL)]


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_page_has_the_code_of_each_calculator_in_its_language(language: str) -> None:
    html = Client().get(every_address(language)["embedding"]).content.decode()
    found = codes(html)
    assert len(found) == len(CALCULATORS)
    for calculator, code in zip(CALCULATORS, found, strict=True):
        assert f'<div data-fleksjob="{calculator}" data-language="{language}">' in code
        page = f"http://testserver{every_address(language)[calculator]}"
        assert f'<a href="{page}">' in code
        assert f'<script src="http://testserver{PLACE}" integrity="{PINNED}" crossorigin="anonymous" async>' in code


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_preview_is_shown_only_where_calculators_may_be_framed(language: str, settings: Any) -> None:
    place = every_address(language)["embedding"]
    loads = f'<script src="{PLACE}" integrity="{PINNED}" crossorigin="anonymous" defer>'
    without = Client().get(place).content.decode()
    assert loads not in without
    assert "data-fleksjob" not in re.sub(r"<textarea.*?</textarea>", "", without, flags=re.DOTALL)
    assert f'href="{ADDRESSES["payout", language]}"' in without

    cache.clear()
    settings.EMBED_HOSTS = ["https://www.kommune.example"]
    assert loads in Client().get(place).content.decode()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", ("IP-adresse", "rulle", "samtykke til cookies", 'data-language="da" eller data-language="en"')),
        ("en", ("IP address", "scroll", "consent to cookies", 'data-language="da" or data-language="en"')),
    ],
)
def test_the_page_says_what_is_sent_where_and_how_to_choose_a_language(language: str, said: tuple[str, ...]) -> None:
    html = unescape(Client().get(every_address(language)["embedding"]).content.decode())
    assert [each for each in said if each not in re.sub(r"<textarea.*?</textarea>", "", html, flags=re.DOTALL)] == []
