"""What search engines show of a page: a title and a description of its own, with the words people search for."""

import json
import re
from collections import Counter
from html import unescape
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from fleksjob_site.texts.languages import BY_CODE

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
CALCULATORS = ("income", "payout", "year", "own-business", "allowance")
MORE = ("year", "own-business", "allowance", "other-roads", "wage-ceiling")
"""Calculators and pages beside those that the sitemap lists."""


def heads(client: Client, language: str) -> dict[str, tuple[str, str]]:
    """Title, without the name of the site, and description of each page for search engines, by its address."""
    listed = [str(item.text) for item in ElementTree.fromstring(client.get("/sitemap.xml").content).iter(LOC)]
    places = {place.removeprefix("http://testserver") for place in listed}
    with override(language):
        places = {place for place in places if place.startswith("/en/") == (language == "en")}
        places |= {reverse(name) for name in MORE}
    return {place: head(client.get(place).content.decode()) for place in places}


def head(html: str) -> tuple[str, str]:
    title = re.search(r"<title>(.*?) – [^–]*</title>", html)
    description = re.search(r'<meta name="description" content="([^"]*)">', html)
    assert title
    assert description
    return unescape(title[1]), unescape(description[1])


@pytest.mark.parametrize("language", BY_CODE)
def test_no_two_pages_share_a_title_or_a_description_and_all_are_of_a_length_to_show(
    client: Client, language: str
) -> None:
    found = heads(client, language)
    for part in zip(*found.values(), strict=True):
        assert [text for text, times in Counter(part).items() if times > 1] == []
    for place, (title, description) in found.items():
        assert 8 <= len(title) <= 65, (place, title)
        assert 70 <= len(description) <= 160, (place, len(description), description)


@pytest.mark.parametrize(
    ("language", "name", "searched"),
    [
        ("da", "income", "fleksløntilskud beregner 2026"),
        ("da", "income", "beregn fleksløntilskud 2026"),
        ("da", "income", "fleksjob løn efter skat"),
        ("da", "payout", "tjek fleksløntilskud udbetalt kommune"),
        ("da", "year", "fleksløntilskud måned fleksjob løn"),
        ("da", "own-business", "tilskud selvstændige nedsat arbejdsevne beregn"),
        ("da", "allowance", "beregn ledighedsydelse løn pension"),
        ("da", "eligibility:start", "kan jeg få fleksjob betingelse"),
        ("en", "income", "flexi-job pay after tax calculator"),
        ("en", "income", "flexi-wage subsidy fleksløntilskud 2026"),
        ("en", "payout", "check fleksløntilskud payout municipality"),
        ("en", "year", "flexi-wage subsidy month by month"),
        ("en", "own-business", "subsidy self-employed people reduced working capacity"),
        ("en", "allowance", "ledighedsydelse calculator unemployment allowance"),
        ("en", "eligibility:start", "can i get a flexi-job fleksjob condition"),
    ],
)
def test_the_words_people_search_for_stand_in_title_and_description(
    client: Client, language: str, name: str, searched: str
) -> None:
    with override(language):
        shown = " ".join(head(client.get(reverse(name)).content.decode())).lower()
    assert [word for word in searched.split() if word not in shown] == []


@pytest.mark.parametrize("language", BY_CODE)
@pytest.mark.parametrize("name", CALCULATORS)
def test_a_calculator_is_described_to_search_engines_as_it_is_on_the_page(
    client: Client, name: str, language: str
) -> None:
    with override(language):
        address, home = reverse(name), reverse("home")
    html = client.get(address).content.decode()
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    told = json.loads(data)
    assert (told["@context"], told["@type"]) == ("https://schema.org", "WebApplication")
    assert (told["name"], told["description"]) == head(html)
    assert (told["url"], told["isPartOf"]["url"]) == (f"http://testserver{address}", f"http://testserver{home}")
    assert told["inLanguage"] == language
    assert len(data) < 900
