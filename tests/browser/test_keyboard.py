"""By keyboard alone, in both languages: every tab stop, and the path from the outcome to the letter.

How the questions themselves are answered by keyboard stands in test_walk_in_browser.py.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stops import (
    FOCUSED,
    IN_ERROR,
    KEY,
    OPEN_ALL,
    PAGES,
    SCREENS,
    address,
    arrive,
    enter,
    faults_at_focus,
    tab_through,
)
from tests.browser.test_walk_in_browser import tab_to
from tests.browser.visiting import OpenPage


# What differs by language is how wide a word is, which matters most on a phone: English has its turn there with the
# forced colours, which move nothing.
@pytest.mark.parametrize(
    ("language", "screen"), [("da", "phone"), ("da", "dark desk"), ("en", "phone in forced colours")]
)
@pytest.mark.parametrize("name", PAGES)
def test_every_tab_stop_is_visible_and_shows_the_focus(
    open_page: OpenPage, name: str, language: str, screen: str
) -> None:
    """Backwards only once per page: the order is that of the markup, the same on all screens."""
    page = arrive(open_page, name, language, **SCREENS[screen])
    page.evaluate(OPEN_ALL)
    there, faults = tab_through(page, "Tab")
    assert faults == []
    places = [int(key) for key in there if key.isdecimal()]
    assert places == sorted(places), "Tab goes in the order of the page"
    if screen == "phone":
        back, _faults = tab_through(page, "Shift+Tab")
        assert back == there[::-1]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_first_tab_stop_skips_the_menus(open_page: OpenPage, language: str, screen: str) -> None:
    page = arrive(open_page, "guide the-job", language, **SCREENS[screen])
    skip = page.locator("a.skipnav")
    expect(skip).not_to_be_in_viewport(ratio=0.5)
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    assert faults_at_focus(page) == []
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.locator("#main a").first).to_be_focused()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_an_opened_definition_is_next_in_order_and_can_be_dismissed(
    open_page: OpenPage, language: str, screen: str
) -> None:
    page = arrive(open_page, "guide the-job", language, **SCREENS[screen])
    toggle, note = page.locator(".word-toggle").first, page.locator(".word-note").first
    tab_to(page, ".word-toggle")
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    assert faults_at_focus(page) == []
    tab_to(page, ".word-note button")
    assert faults_at_focus(page) == []
    page.keyboard.press("Enter")
    expect(note).to_be_hidden()
    expect(toggle).to_be_focused()
    # Left open, it may cover what follows, but Escape closes it and keeps the focus.
    page.keyboard.press("Enter")
    tab_to(page, ".word-note button")
    page.keyboard.press("Tab")
    expect(note).to_be_visible()
    focus = page.evaluate(KEY)
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    assert page.evaluate(KEY) == focus
    assert faults_at_focus(page) == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_from_the_outcome_to_the_letter_by_keyboard(open_page: OpenPage, language: str) -> None:
    page = arrive(open_page, "outcome points-towards", language)
    enter(page, "#main form[action] .button-primary")
    expect(page.locator("#id_hours_per_week")).to_have_value("12")
    tab_to(page, "#id_wage")
    page.keyboard.type("200")
    expect(page.locator("[data-result]")).to_be_visible()
    expect(page.locator("#id_wage")).to_be_focused()
    enter(page, f"#main a[href='{address('take-along', language)}']")
    tab_to(page, "#main a[download]")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    expect(page.locator("#main a[download]").first).to_be_focused()


# Keys that change a field of each kind, so that the page updates.
CHANGES = {"text": ("ControlOrMeta+a", "2"), "range": ("ArrowRight",), "radio": ("ArrowDown",), "checkbox": ("Space",)}


FIRST_FIELD = "document.querySelector('#main form[data-live] input:not([type=hidden])').id"
SETTLED = "window.settled = 0; document.addEventListener('htmx:afterSettle', () => { settled++ })"


def change_fields(page: Page) -> tuple[list[str], list[str]]:
    """Change each field of a live form by keyboard until one is left without the focus: all changed, and the lost."""
    page.evaluate(SETTLED)
    changed: list[str] = []
    tab_to(page, f"#{page.evaluate(FIRST_FIELD)}")
    while (kind := page.evaluate("document.activeElement.type")) != "submit":
        if kind in CHANGES:
            before = page.evaluate("settled")
            for key in CHANGES[kind]:
                page.keyboard.press(key)
            changed.append(page.evaluate(FOCUSED))
            page.wait_for_function("before => settled > before", arg=before)
            # The box that confirms an odd amount comes after a rest, when the amount is judged.
            page.wait_for_function("() => !document.querySelector('form[data-waiting]')")
            if page.evaluate(FOCUSED) != changed[-1]:
                return changed, changed[-1:]
        page.keyboard.press("Tab")
    return changed, []


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    "name", ["income", "employer-income", "wage-ceiling", "own-business", "allowance", "employer-full-time-wage"]
)
def test_no_live_update_moves_the_focus(open_page: OpenPage, name: str, language: str) -> None:
    page = open_page(address(name, language))
    page.evaluate(OPEN_ALL)
    changed, lost = change_fields(page)
    assert lost == []
    fields = "#main form[data-live] :is([type=text], [type=range], [type=checkbox])"
    radios = "#main form[data-live] [type=radio]"
    groups = len(set(page.eval_on_selector_all(radios, "all => all.map(one => one.name)")))
    assert len(changed) == page.locator(fields).count() + groups, "every field, and one of each group of radio buttons"


def test_a_live_update_that_moves_the_focus_is_found(open_page: OpenPage) -> None:
    page = open_page(address("income", "en"))
    # Like an ordinary swap, which replaces the fields by new ones.
    page.evaluate("""document.addEventListener("htmx:afterSwap", () => {
        const form = document.querySelector("#main form[data-live]");
        form.replaceWith(form.cloneNode(true));
    })""")
    assert change_fields(page) == (["id_hours_per_week"], ["id_hours_per_week"])


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", IN_ERROR)
def test_a_form_in_error_leads_from_the_summary_to_each_field(open_page: OpenPage, name: str, language: str) -> None:
    page = arrive(open_page, name, language)
    expect(page.locator("[data-module=error-summary]")).to_be_focused()
    assert faults_at_focus(page) == []
    links = page.locator("[data-module=error-summary] a")
    assert links.count() > 0
    for link in links.all():
        link.press("Enter")
        expect(page.locator(str(link.get_attribute("href")))).to_be_focused()
        assert faults_at_focus(page) == []


# A sheet of the page's own making, which its policy allows.
STYLE = """style => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}"""
# A style that breaks the second stop, and the expected fault.
BREAKS = {
    ".logo { position: fixed; top: -90px }": "is not in view",
    "body::after { content: ''; position: fixed; inset: 0 }": "is covered by",
    ".logo { outline: none !important }": "shows no focus",
    ".logo { outline-color: #aaa !important }": "shows focus too faintly",
    ".logo { min-height: 0 !important; height: 20px }": "is only",
    ".skipnav { outline: 3px solid !important }": "is left with a mark",
}


@pytest.mark.parametrize("style", BREAKS)
def test_the_check_can_fail(open_page: OpenPage, style: str) -> None:
    page = arrive(open_page, "home", "en")
    page.evaluate(STYLE, style)
    page.keyboard.press("Tab")
    assert faults_at_focus(page) == []
    page.keyboard.press("Tab")
    assert any(BREAKS[style] in fault for fault in faults_at_focus(page))
