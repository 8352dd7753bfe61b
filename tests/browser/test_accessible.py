"""Every kind of page checked with axe-core, no rule switched off, in both languages, light and dark."""

from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import Page, expect

from fleksjob_site.pages.guides import GUIDES
from fleksjob_site.personas.persons import PERSONS
from tests.browser.visiting import ASKED, WORDS, OpenPage, answer, fill_official_example, follow

AXE = settings.SITE_DIR / "assets" / "node_modules" / "axe-core" / "axe.min.js"


def violations(page: Page) -> list[str]:
    # Evaluated by the debugger and not by the page, whose policy allows no foreign script.
    page.evaluate(AXE.read_text("utf-8"))
    found: dict[str, Any] = page.evaluate("axe.run()")
    return [f"{v['id']}: {node['html'][:120]}" for v in found["violations"] for node in v["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_no_page_of_the_journey_breaks_a_rule(open_page: OpenPage, language: str, scheme: str) -> None:
    page = open_page(WORDS[language]["home"], color_scheme=scheme, viewport={"width": 320, "height": 780})
    found = {"home": violations(page)}
    follow(page, "#main .card >> nth=0")
    found["start"] = violations(page)
    follow(page, "#main a.button")
    for key in ASKED:
        follow(page, "#main form .button-primary")
        found[f"{key} in error"] = violations(page)
        answer(page, key)
    found["check"] = violations(page)
    follow(page, "#main a.button")
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    found["outcome"] = violations(page)
    page.goto(WORDS[language]["income"])
    found["income empty"] = violations(page)
    fill_official_example(page)
    expect(page.locator("[data-announce]")).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    found["income"] = violations(page)
    page.locator("#id_wage").fill("1.23.4")
    follow(page, "#main form[data-live] .button-primary")
    found["income in error"] = violations(page)
    with override(language):
        page.goto(reverse("take-along"))
    found["take along"] = violations(page)
    page.locator("#id_decided").fill("2030-01-01")
    follow(page, "#main form .button-primary")
    found["take along in error"] = violations(page)
    assert {name: rules for name, rules in found.items() if rules} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_no_guide_breaks_a_rule(open_page: OpenPage, language: str, scheme: str) -> None:
    page = open_page(WORDS[language]["home"], color_scheme=scheme, viewport={"width": 320, "height": 780})
    found = {}
    for key in [*(guide.key for guide in GUIDES), "employer-income"]:
        with override(language):
            page.goto(reverse(key))
        page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
        if page.locator(".word-toggle").count():
            page.locator(".word-toggle").first.click()
            expect(page.locator(".word-note:popover-open")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, key
        found[key] = violations(page)
    assert {name: rules for name, rules in found.items() if rules} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_no_page_of_the_examples_breaks_a_rule(open_page: OpenPage, language: str, scheme: str) -> None:
    page = open_page(WORDS[language]["home"], color_scheme=scheme, viewport={"width": 320, "height": 780})
    found = {}
    with override(language):
        pages = [reverse("examples")]
        for key in ("lars", "peter"):
            pages += [reverse(name, kwargs={"person": PERSONS[key]}) for name in ("example-large", "example")]
    for address in pages:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
        found[address] = violations(page)
    # The visitor goes on from the last, changes an answer, and comes back to another: then the site asks.
    follow(page, "#main form .button-primary")
    page.goto(WORDS[language]["income"])
    fill_official_example(page)
    expect(page.locator("[data-announce]")).to_be_visible()
    page.goto(pages[2])
    follow(page, "#main form .button-primary")
    expect(page.locator("#main form .button-warning")).to_be_visible()
    found["replace"] = violations(page)
    follow(page, "#main form .button-warning")
    assert {name: rules for name, rules in found.items() if rules} == {}


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_large_view_needs_no_scrolling_on_a_projector(open_page: OpenPage, language: str) -> None:
    page = open_page(WORDS[language]["home"], viewport={"width": 1280, "height": 720})
    heights = {}
    for key, person in PERSONS.items():
        with override(language):
            page.goto(reverse("example-large", kwargs={"person": person}))
        heights[key] = page.evaluate("document.documentElement.scrollHeight")
    assert {key: height for key, height in heights.items() if height > 720} == {}


# Toggles that stand on another line than the last letter of their word.
PARTED = """() => [...document.querySelectorAll(".word-toggle")].filter(toggle => {
  const word = toggle.closest(".nowrap").previousElementSibling, lines = word.getClientRects();
  return lines[lines.length - 1].bottom < toggle.getBoundingClientRect().top + 4;
}).map(toggle => toggle.ariaLabel)"""


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_line_ends_between_a_word_and_its_toggle(open_page: OpenPage, language: str) -> None:
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


def test_the_check_can_fail(open_page: OpenPage) -> None:
    page = open_page("/en/income/")
    page.evaluate("document.querySelector('label[for=id_wage]').remove()")
    assert any(rule.startswith("label:") for rule in violations(page))
