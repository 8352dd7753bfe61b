"""By keyboard alone, in both languages: every stop of Tab, and the way on from the outcome to the letter.

How the questions themselves are answered by keyboard stands in test_walk_in_browser.py.
"""

import re
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import Page, expect

from tests.browser.states import State, sealed, states
from tests.browser.test_walk_in_browser import tab_to
from tests.browser.visiting import OpenPage

STATES = {state.name: state for state in states()}
# One question of each kind: a month, one of several, several at once, and a number.
QUESTIONS = ("birth-month", "situation", "measures", "hours-per-week")
PAGES = ("home", "outcome points-towards", "income with result", "income of a range, with a goal",
         "take along everything", "guide the-job", "example amina", *(f"{key} empty" for key in QUESTIONS))  # fmt: skip
IN_ERROR = ("income in error", "employer in error", "take along in error", "link in error",
            "outcome with a wrong day", *(f"{key} in error" for key in QUESTIONS))  # fmt: skip
SCREENS = {"phone": {"width": 360, "height": 700}, "desk": {"width": 1280, "height": 780}}

OPEN_ALL = "document.querySelectorAll('details').forEach(details => { details.open = true })"
FOCUSED = "document.activeElement.id"
# What stops at an element: radio buttons of a group are one, and a part of a field is the field.
KEY = """() => {
  const focused = document.activeElement;
  if (focused === document.body) return null;
  return focused.type === "radio" ? focused.name : String([...document.querySelectorAll("*")].indexOf(focused));
}"""
# Where the focus is and how one sees it.
STOP = """async () => {
  const focused = document.activeElement;
  // What slides or fades comes to rest first.
  await Promise.all(document.getAnimations().map(moving => moving.finished));

  const label = focused.labels?.[0];
  // A radio button or box is drawn by its label.
  const drawn = focused.matches("[type=radio], [type=checkbox]");
  const ring = drawn ? getComputedStyle(label, "::before") : getComputedStyle(focused);
  const behind = [];
  for (let box = focused.parentElement; box; box = box.parentElement) {
    behind.push(getComputedStyle(box).backgroundColor);
  }

  const rects = [...focused.getClientRects(), ...(drawn ? label.getClientRects() : [])];
  // What is higher than half the screen need not be there whole.
  const whole = rect => rect.left >= 0 && rect.right <= innerWidth + 1 && (rect.height > innerHeight / 2
    ? rect.top < innerHeight && rect.bottom > 0
    : rect.top >= 0 && rect.bottom <= innerHeight);
  const middle = rect => document.elementFromPoint(
    (Math.max(rect.left, 0) + Math.min(rect.right, innerWidth)) / 2,
    (Math.max(rect.top, 0) + Math.min(rect.bottom, innerHeight)) / 2);
  const foreign = hit => !focused.contains(hit) && !label?.contains(hit);
  const written = element => (element?.textContent ?? "").replace(/[?\\s\\u2060]+/g, "").length;
  const left = window.lastStop;
  window.lastStop = focused;
  return {
    what: focused.outerHTML.slice(0, 100),
    order: [...document.querySelectorAll("*")].indexOf(focused),
    tabindex: focused.tabIndex,
    inView: rects.length > 0 && rects.every(whole),
    over: rects.map(middle).filter(foreign).map(hit => hit ? hit.outerHTML.slice(0, 80) : "nothing"),
    // Around the button in a date field the browser draws a ring of its own, which no style tells of.
    part: focused.matches("[type=date]:not(:focus)"),
    ring: ring.outlineStyle === "none" ? 0 : parseFloat(ring.outlineWidth),
    colour: ring.outlineColor,
    behind,
    width: Math.max(...rects.map(rect => rect.width)),
    height: Math.max(...rects.map(rect => rect.height)),
    inText: getComputedStyle(focused).display === "inline"
      && written(focused.closest("p, li, dd, td, th, span.word-definition")) > written(focused),
    leftBehind: !!left && left !== focused && getComputedStyle(left).outlineStyle !== "none",
  };
}"""


def channels(colour: str) -> list[float]:
    """Red, green, blue and how much they cover, each from 0 to 1."""
    red, green, blue, *cover = (float(part) for part in re.findall(r"[\d.]+", colour))
    return [red / 255, green / 255, blue / 255, *(cover or [1.0])]


def luminance(colour: str) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """As WCAG defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ground(behind: list[str]) -> str:
    """The nearest colour behind an element; the sheet itself is white."""
    return next((colour for colour in behind if channels(colour)[3] == 1), "rgb(255, 255, 255)")


def faults_at_focus(page: Page) -> list[str]:
    """What is wrong with the place where the focus is."""
    stop: dict[str, Any] = page.evaluate(STOP)
    faults = {
        "is not in view": not stop["inView"],
        f"is covered by {stop['over']}": stop["over"],
        "shows no focus": stop["ring"] < 2 and not stop["part"],
        "shows focus too faintly": contrast(stop["colour"], ground(stop["behind"])) < 3 and not stop["part"],
        "has an order of its own": stop["tabindex"] > 0,
        f"is only {stop['width']:.0f} × {stop['height']:.0f}": min(stop["width"], stop["height"]) < 24
        and not stop["inText"],
        "is left with a mark of focus on what was before": stop["leftBehind"],
    }
    return [f"{stop['what']} {fault}" for fault, so in faults.items() if so]


def arrive(open_page: OpenPage, name: str, language: str, **options: Any) -> Page:
    """Open a page in one of its states, as a visitor who has told what belongs to it."""
    state: State = STATES[name]
    cookie = {"name": "session", "value": sealed(state.session), "domain": "127.0.0.1", "path": "/", "expires": -1,
              "httpOnly": True, "secure": False, "sameSite": "Lax"}  # fmt: skip
    kept = {"storage_state": {"cookies": [cookie], "origins": []}} if state.session else {}
    page = open_page(state.url(language), **kept, **options)
    if state.act:
        state.act(page)
    return page


def tab_through(page: Page, press: str) -> tuple[list[str], list[str]]:
    """Press until the page is left or begun again: what the focus came by, and what was wrong on the way."""
    keys: list[str] = []
    faults: list[str] = []
    for _ in range(600):
        page.keyboard.press(press)
        key = page.evaluate(KEY)
        if keys and (key is None or (key == keys[0] and len(keys) > 1)):
            return keys, faults
        if key is None:
            continue
        faults += faults_at_focus(page) if press == "Tab" else []
        if [key] != keys[-1:]:
            keys.append(key)
    raise AssertionError(f"{press} is caught at {faults_at_focus(page)}")


def enter(page: Page, selector: str) -> None:
    """Go to a link or a button by Tab and press Enter, and wait until the page it leads to is there."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def address(name: str, language: str) -> str:
    with override(language):
        return reverse(name)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_every_stop_of_tab_is_in_sight_and_shows_it(open_page: OpenPage, name: str, language: str, screen: str) -> None:
    page = arrive(open_page, name, language, viewport=SCREENS[screen])
    page.evaluate(OPEN_ALL)
    there, faults = tab_through(page, "Tab")
    assert faults == []
    places = [int(key) for key in there if key.isdecimal()]
    assert places == sorted(places), "Tab goes in the order of the page"
    back, _faults = tab_through(page, "Shift+Tab")
    assert back == there[::-1]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_first_stop_leads_past_the_menus(open_page: OpenPage, language: str, screen: str) -> None:
    page = arrive(open_page, "guide the-job", language, viewport=SCREENS[screen])
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
def test_an_opened_definition_is_next_in_order_and_covers_nothing_for_long(
    open_page: OpenPage, language: str, screen: str
) -> None:
    page = arrive(open_page, "guide the-job", language, viewport=SCREENS[screen])
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
    # Left open, it may lie over what comes after, but Escape takes it away and leaves the focus where it is.
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
    expect(page.locator("[data-announce]")).to_be_visible()
    expect(page.locator("#id_wage")).to_be_focused()
    enter(page, f"#main a[href='{address('take-along', language)}']")
    tab_to(page, "#main a[download]")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    expect(page.locator("#main a[download]").first).to_be_focused()


# What changes a field of each kind, so that the page answers.
CHANGES = {"text": ("ControlOrMeta+a", "2"), "range": ("ArrowRight",), "radio": ("ArrowDown",), "checkbox": ("Space",)}


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", ["income", "employer-income"])
def test_no_answer_while_typing_takes_the_focus_away(open_page: OpenPage, name: str, language: str) -> None:
    page = open_page(address(name, language))
    page.evaluate(OPEN_ALL)
    page.evaluate("window.settled = 0; document.addEventListener('htmx:afterSettle', () => { settled++ })")
    changed = []
    tab_to(page, "#id_hours_per_week")
    while (kind := page.evaluate("document.activeElement.type")) != "submit":
        if kind in CHANGES:
            before = page.evaluate("settled")
            for key in CHANGES[kind]:
                page.keyboard.press(key)
            changed.append(page.evaluate(FOCUSED))
            page.wait_for_function("before => settled > before", arg=before)
            assert page.evaluate(FOCUSED) == changed[-1]
        page.keyboard.press("Tab")
    fields = "#main form[data-live] :is([type=text], [type=range], [type=checkbox])"
    assert len(changed) == page.locator(fields).count() + 1, "every field, and one of the radio buttons"


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
# What breaks the second stop, and what is said of it.
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
