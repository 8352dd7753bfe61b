"""The list of all pages holds all of them, and every list of guides groups them the same way."""

import re
from functools import cache

import pytest
from django.test import Client

from fleksjob_site.pages.guide import Stage
from fleksjob_site.pages.guides import GUIDES, by_stage
from fleksjob_site.personas.persons import PERSONS
from tests.pages.test_guides import address, main_of, page
from tests.site.every_address import every_address

NOT_LISTED = {
    "all-pages": "the list itself",
    "answers-deleted": "what comes after deleting",
    "embed-income": "for frames on other websites",
    "embed-payout": "for frames on other websites",
    "example-large": "an example once more; its page leads there",
    "search": "its field stands above the list, and the menu leads there",
    "eligibility:question": "a question of the walk, which begins with its first page",
}
"""Pages that a visitor without answers can open, and that no list should lead to."""


@cache
def opened(language: str) -> dict[str, str]:
    """The pages that a visitor without answers can open, by the name of their pattern."""
    found = {}
    for name, place in every_address(language).items():
        answer = Client().get(place)
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            found[name] = place
    return found


def listed(language: str) -> set[str]:
    return set(re.findall(r'<a [^>]*href="(/[^"#]*)"', main_of(page("all-pages", language))))


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_is_on_the_list_of_all_pages(language: str) -> None:
    pages = {name: place for name, place in opened(language).items() if not name.startswith("api:")}
    assert len(pages) > 30
    assert {name: place for name, place in pages.items() if place not in listed(language)}.keys() == NOT_LISTED.keys()


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_example_is_on_the_list_of_all_pages(language: str) -> None:
    one = every_address(language)["example"]
    folder = one.removesuffix(one.rstrip("/").rsplit("/", 1)[1] + "/")
    assert len([place for place in listed(language) if place.startswith(folder)]) == len(PERSONS) + 1


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_leads_to_the_list_of_all_pages(language: str) -> None:
    for place in opened(language).values():
        html = Client().get(place).content.decode()
        assert f'href="{address("all-pages", language)}"' in html or "<footer" not in html, place


def test_each_stage_is_one_group() -> None:
    stages = [stage for stage, _ in by_stage(GUIDES)]
    assert stages == [stage for stage in Stage if stage in stages]


@pytest.mark.parametrize("language", ["da", "en"])
def test_home_and_the_list_have_the_guides_in_the_same_order(language: str) -> None:
    guides = [address(guide.key, language) for guide in GUIDES if guide.stage is not Stage.THE_SITE]
    for html in (page("home", language), page("all-pages", language)):
        text = re.split(r'<h2 id="guides">', main_of(html))[1].split("<h2")[0]
        assert re.findall(r'href="([^"]+)"', text) == guides
