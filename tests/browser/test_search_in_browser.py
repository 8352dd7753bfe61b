"""The search in a browser: back from a result, reload, another language, and without scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser.acts import filled, press
from tests.browser.visiting import OpenPage

PAGE = {"da": "/soeg/", "en": "/en/search/"}
ASKED = {"da": "ferie", "en": "holiday"}
RESULT = ".hits a"


@pytest.mark.parametrize("language", PAGE)
def test_back_from_a_result_shows_the_results_again(open_page: OpenPage, language: str) -> None:
    page = open_page(PAGE[language])
    filled({"q": ASKED[language]})(page)
    first = page.locator(RESULT).first.inner_text()
    for _ in range(2):
        press(RESULT)(page)
        page.go_back()
        expect(page.locator(RESULT).first).to_have_text(first)
        expect(page.locator("#id_q")).to_have_value(ASKED[language])
        assert page.url.endswith(PAGE[language])
    page.reload()
    expect(page.locator(RESULT).first).to_have_text(first)
    # Only the way back searches: whoever comes anew finds the empty field.
    page.goto(PAGE[language])
    expect(page.locator("#id_q")).to_have_value("")
    expect(page.locator(RESULT)).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False])
def test_enter_searches_and_the_other_language_takes_the_words_along(open_page: OpenPage, scripts: bool) -> None:
    page = open_page(PAGE["da"], java_script_enabled=scripts)
    page.locator("#id_q").fill("pension")
    with page.expect_navigation():
        page.locator("#id_q").press("Enter")
    expect(page.locator(RESULT).first).to_be_visible()
    with page.expect_navigation():
        page.locator("button[lang=en]").first.click()
    assert page.url.endswith(PAGE["en"])
    expect(page.locator("#id_q")).to_have_value("pension")
    expect(page.locator(RESULT).first).to_be_visible()
    assert not page.context.cookies()
