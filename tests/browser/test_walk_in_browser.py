"""The walk in a real browser, in both languages, with and without JavaScript, and by keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import ASKED, WAYS, WORDS, OpenPage, answer, follow
from tests.eligibility.law.answering import FITTING


@WAYS
def test_the_walk_leads_from_home_to_the_outcome_and_on_to_the_income(
    open_page: OpenPage, language: str, scripts: bool
) -> None:
    words = WORDS[language]
    page = open_page(words["home"], java_script_enabled=scripts)
    with page.expect_navigation():
        page.locator("#main").get_by_role("link", name=words["walk"]).click()
    follow(page, "#main a.button")
    for key in ASKED:
        expect(page.locator("h1")).to_have_count(1)
        answer(page, key)
    follow(page, "#main a.button")
    expect(page.locator("h1")).to_contain_text(words["outcome"])
    follow(page, "#main form[action] .button-primary")
    expect(page).to_have_url(re.compile(re.escape(words["income"])))
    expect(page.locator("#id_hours_per_week")).to_have_value("12")


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"no Tab leads to {selector}")


def type_answer(page: Page, key: str) -> None:
    given = FITTING[key]
    if key == "birth-month":
        year, month = given.split("-")
        tab_to(page, "#id_answer")
        page.keyboard.type(month)
        page.keyboard.press("Tab")
        page.keyboard.type(year)
    elif page.locator("input[type=radio]").count():
        tab_to(page, "input[type=radio]")
        page.keyboard.press("Space")
        while not page.locator(f"input[value={given}]").is_checked():
            page.keyboard.press("ArrowDown")
    elif page.locator("input[type=checkbox]").count():
        for choice in given.split(","):
            tab_to(page, f"input[value={choice}]")
            page.keyboard.press("Space")
    else:
        tab_to(page, "#id_answer")
        page.keyboard.type(given)
    tab_to(page, "#main form .button-primary")
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_whole_walk_can_be_done_by_keyboard(open_page: OpenPage, language: str) -> None:
    page = open_page(WORDS[language]["home"])
    tab_to(page, "#main .way-in")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    tab_to(page, "#main a.button")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    for key in ASKED:
        type_answer(page, key)
    tab_to(page, "#main a.button")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(WORDS[language]["outcome"])
    tab_to(page, "summary")
    page.keyboard.press("Enter")
    expect(page.locator("details").first).to_have_attribute("open", "")
