"""Layout that no general rule covers: the large view without scrolling, words on one line with their toggles."""

import pytest
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import expect

from fleksjob_site.personas.persons import PERSONS, data_of
from tests.browser.conftest import Server
from tests.browser.sessions import ALLOWANCE, NOW, OWN_BUSINESS
from tests.browser.state import browser_cookies
from tests.browser.visiting import WORDS, OpenPage


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_large_view_needs_no_scrolling_on_a_projector(open_page: OpenPage, language: str) -> None:
    page = open_page(WORDS[language]["home"], viewport={"width": 1280, "height": 720})
    heights = {}
    for key, person in PERSONS.items():
        with override(language):
            page.goto(reverse("example-large", kwargs={"person": person}))
        heights[key] = page.evaluate("document.documentElement.scrollHeight")
    assert {key: height for key, height in heights.items() if height > 720} == {}


MEASURED = """() => {
  const [box, next] = [".in-short", ".in-short .button"].map(part => document.querySelector(part));
  const unsettled = document.querySelector(".in-short-not-met, .in-short-municipality");
  return {
    box: box.getBoundingClientRect().height,
    next: next.getBoundingClientRect().bottom,
    unsettled: unsettled ? unsettled.getBoundingClientRect().bottom : 0,
  };
}"""
SCREEN = 740


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_summary_fits_on_a_phone_and_the_next_step_on_its_first_two_screens(
    open_page: OpenPage, server: Server, language: str
) -> None:
    page = open_page(WORDS[language]["home"], viewport={"width": 360, "height": SCREEN})
    too_low = {}
    for key, person in PERSONS.items():
        held = data_of(person)
        page.context.add_cookies(browser_cookies({"eligibility": held.answers, "income": held.income}, server.url))
        with override(language):
            page.goto(reverse("eligibility:outcome"))
        at = page.evaluate(MEASURED)
        if at["box"] > SCREEN or at["next"] > 2 * SCREEN or at["unsettled"] > 2 * SCREEN:
            too_low[key] = at
    assert too_low == {}


# Toggles on another line than the last letter of their word.
PARTED = """() => [...document.querySelectorAll(".word-toggle")].filter(toggle => {
  const word = toggle.closest(".nowrap").previousElementSibling, lines = word.getClientRects();
  return lines[lines.length - 1].bottom < toggle.getBoundingClientRect().top + 4;
}).map(toggle => toggle.ariaLabel)"""


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_line_breaks_between_a_word_and_its_toggle(open_page: OpenPage, language: str) -> None:
    page = open_page(WORDS[language]["home"])
    for key in ("the-way", "for-employers"):
        with override(language):
            page.goto(reverse(key))
        for width in (320, 360, 390, 414, 768):
            page.set_viewport_size({"width": width, "height": 780})
            assert page.evaluate(PARTED) == [], f"{key} at {width} px"
    page.evaluate("document.querySelectorAll('.nowrap').forEach(pair => { pair.style.display = 'block' })")
    assert page.evaluate(PARTED), "the check can fail"


def test_a_definition_opens_and_closes_by_keyboard_without_a_script(open_page: OpenPage) -> None:
    page = open_page("/en/the-job/", java_script_enabled=False)
    toggle = page.locator(".word-toggle").first
    toggle.focus()
    page.keyboard.press("Enter")
    note = page.locator(".word-note").first
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(toggle).to_be_focused()


# By part of each row of segments, how far it is from where it should be: the borders of two parts lie on each other.
ASTRAY = """() => [...document.querySelectorAll(".segments")].flatMap(row => {
  const parts = [...row.children].map(part => part.getBoundingClientRect());
  return parts.slice(1).map((part, place) => {
    const before = parts[place], beside = Math.abs(part.top - before.top) < 2;
    return beside ? before.right - part.left - 2
      : Math.abs(part.left - parts[0].left) + Math.abs(before.bottom - part.top - 2);
  });
}).filter(distance => Math.abs(distance) > 0.1)"""
LINES = """() => [...document.querySelectorAll(".segments")].map(row =>
  row.children.length - new Set([...row.children].map(part => part.getBoundingClientRect().top)).size)"""


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_parts_of_a_button_lie_against_each_other_and_below_each_other_on_a_phone(
    open_page: OpenPage, language: str
) -> None:
    page = open_page(WORDS[language]["income"])
    page.evaluate("document.querySelectorAll('details').forEach(folded => { folded.open = true })")
    for width in (320, 360, 390, 414, 480, 800, 1280):
        page.set_viewport_size({"width": width, "height": 780})
        assert page.evaluate(ASTRAY) == [], f"at {width} px"
        assert width >= 400 or page.evaluate(LINES) == [0, 0], f"at {width} px"


def test_the_list_of_dates_shows_the_numbers_of_the_picture(open_page: OpenPage, server: Server) -> None:
    page = open_page(WORDS["en"]["home"])
    held = data_of(next(iter(PERSONS.values())))
    page.context.add_cookies(browser_cookies({"eligibility": held.answers, "income": held.income}, server.url))
    with override("en"):
        page.goto(reverse("eligibility:outcome"))
    drawn = page.locator("svg.timeline .timeline-number").all_text_contents()
    # What stands before an entry is generated, so it is only in what the browser lays out and tells.
    browser = page.context.new_cdp_session(page)
    entries = browser.send("Runtime.evaluate", {"expression": "document.querySelector('.timeline-events')"})
    asked = {"objectId": entries["result"]["objectId"], "role": "StaticText"}
    told = browser.send("Accessibility.queryAXTree", asked)["nodes"]
    numbers = [node["name"]["value"] for node in told if node["name"]["value"].isdecimal()]
    assert numbers == sorted(drawn, key=int) != []


BROKEN_AMOUNTS = """() => [...document.querySelectorAll("td.amount")].filter(cell => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  const lines = new Set([...range.getClientRects()].filter(box => box.width > 1).map(box => Math.round(box.top)));
  return !cell.textContent.includes("–") && lines.size > 1;
}).map(cell => cell.textContent)"""
LEFT_EDGES = """() => [...document.querySelectorAll(".roads-table caption, .roads-table th")].map(cell => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return Math.round(range.getBoundingClientRect().left);
})"""


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("pattern", ["other-roads", "income", "allowance", "own-business"])
def test_no_amount_of_a_table_breaks_on_a_phone(
    open_page: OpenPage, server: Server, language: str, pattern: str
) -> None:
    page = open_page(WORDS[language]["home"], viewport={"width": 360, "height": 800})
    told = {"income": NOW, "unemployment-allowance": ALLOWANCE, "own-business": OWN_BUSINESS}
    page.context.add_cookies(browser_cookies(told, server.url))
    with override(language):
        page.goto(reverse(pattern))
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    assert page.locator("td.amount").count()
    assert page.evaluate(BROKEN_AMOUNTS) == []
    assert len(set(page.evaluate(LEFT_EDGES))) <= 1
