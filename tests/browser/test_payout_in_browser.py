"""The check of payouts in a real browser: twelve months by keyboard without JavaScript, and live updates."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.stops import arrive, faults_at_focus
from tests.browser.test_walk_in_browser import tab_to
from tests.browser.visiting import OpenPage

PAGE = {"da": "/indkomst/tjek-udbetaling/", "en": "/en/income/check-my-payout/"}
SAID = {
    "da": {
        "little": "360 kr.",
        "double": "er talt med to gange",
        "full": "ikke plads til flere",
        "rules": "18.840 kr.",
    },
    "en": {"little": "DKK 360", "double": "was counted twice", "full": "no room for more", "rules": "DKK 18,840"},
}
TYPED = {"wage": "8000", "own_pension": "400", "employer_pension": "800", "subsidy": "17910", "ceiling": "34000"}


def type_into(page: Page, name: str, text: str) -> None:
    tab_to(page, f"[name='{name}']")
    page.keyboard.type(text)


def press(page: Page, selector: str) -> None:
    """Tab to a button or link to another page, and press Enter."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("language", ["da", "en"])
def test_twelve_months_by_keyboard_without_a_script_on_a_phone(
    open_page: OpenPage, server: Server, language: str
) -> None:
    page = open_page(PAGE[language], java_script_enabled=False)
    type_into(page, "month-month", "11")
    type_into(page, "month-year", "2025")
    for name in ("wage", "own_pension", "employer_pension", "subsidy"):
        type_into(page, name, TYPED[name])
    tab_to(page, "[name='ceiling_kind']")
    page.keyboard.press("Space")
    type_into(page, "ceiling", TYPED["ceiling"])
    for number in range(2, 13):
        press(page, "[name='next']")
        month = page.locator("[name='month-month']")
        assert month.input_value() == str((10 + number - 1) % 12 + 1)
        # With the rates of 2026 a month gives 18.840 kr.; in the seventh pension was counted twice.
        type_into(page, "subsidy", "18480" if number == 7 else "18840")
    press(page, "form[data-live] .button-primary")
    main = page.locator("main")
    expect(main).to_contain_text(SAID[language]["full"])
    expect(page.locator(".result-figure")).to_have_text(SAID[language]["little"].replace(" ", "\u00a0"))
    expect(main).to_contain_text(SAID[language]["double"])
    assert page.locator(".payout-month").count() == 12
    tab_to(page, "#recalculate")
    page.keyboard.press("Space")
    tab_to(page, "[formaction]")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith("-da-en.pdf")
    assert not re.search(r"2025|2026|8000|18480|recalculate", " ".join(server.log))


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_result_updates_while_typing_and_does_not_move_the_focus(open_page: OpenPage, language: str) -> None:
    page = arrive(open_page, "payout with a month begun", language)
    figure = page.locator("[data-result]")
    rules = SAID[language]["rules"].replace(" ", "\u00a0")
    expect(figure).to_have_text(rules)
    tab_to(page, "[name='wage']")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("18000")
    expect(figure).not_to_have_text(rules)
    expect(page.locator("#live")).to_contain_text(str(figure.inner_text()))
    expect(page.locator("[name='wage']")).to_be_focused()
    expect(page.locator("[name='wage']")).to_have_value("18000")
    assert faults_at_focus(page) == []
    # Nothing is stored until the button is pressed.
    page.reload()
    assert page.locator(".payout-table tbody tr").count() == 5


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_language_link_keeps_the_months_and_the_one_that_is_open(open_page: OpenPage, language: str) -> None:
    page = arrive(open_page, "payout with a month begun", language)
    other = {"da": "en", "en": "da"}[language]
    page.locator(f".language-switcher-header button[lang='{other}']").click()
    page.wait_for_url(f"**{PAGE[other]}")
    expect(page.locator("[name='subsidy']")).to_have_value("18480")
    assert page.locator(".payout-table tbody tr").count() == 5
