"""The large view of the examples: arrow keys and a swipe lead to the person before and after."""

import re

import pytest
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import Page, expect

from fleksjob_site.personas.persons import PERSONS
from tests.browser.visiting import OpenPage

BEFORE, SHOWN, AFTER = list(PERSONS.values())[1:4]
SWIPE = """([from, to]) => {
    const at = ([clientX, clientY]) => new Touch({identifier: 1, target: document.body, clientX, clientY});
    document.body.dispatchEvent(new TouchEvent("touchstart", {touches: [at(from)], bubbles: true}));
    document.body.dispatchEvent(new TouchEvent("touchend", {changedTouches: [at(to)], bubbles: true}));
}"""


def address(person: object) -> str:
    with override("en"):
        return reverse("example-large", kwargs={"person": person})


def shows(page: Page, person: object) -> None:
    expect(page).to_have_url(re.compile(re.escape(address(person))))


@pytest.mark.parametrize(("key", "leads_to"), [("ArrowRight", AFTER), ("ArrowLeft", BEFORE)])
def test_an_arrow_key_turns_to_the_next_person(open_page: OpenPage, key: str, leads_to: object) -> None:
    page = open_page(address(SHOWN))
    page.keyboard.press(f"Alt+{key}")
    shows(page, SHOWN)
    page.keyboard.press(key)
    shows(page, leads_to)


@pytest.mark.parametrize(
    ("to", "leads_to"),
    [([100, 310], AFTER), ([500, 290], BEFORE), ([280, 300], SHOWN), ([200, 500], SHOWN)],
    ids=["to the left", "to the right", "too short", "a scroll"],
)
def test_a_swipe_turns_to_the_next_person(open_page: OpenPage, to: list[int], leads_to: object) -> None:
    page = open_page(address(SHOWN))
    page.evaluate(SWIPE, [[300, 300], to])
    shows(page, leads_to)


@pytest.mark.parametrize(("rel", "leads_to"), [("next", AFTER), ("prev", BEFORE)])
def test_a_link_leads_where_the_swipe_does(open_page: OpenPage, rel: str, leads_to: object) -> None:
    page = open_page(address(SHOWN))
    page.locator(f"a[rel={rel}]").click()
    shows(page, leads_to)
