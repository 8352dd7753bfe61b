"""The tab stops of a page, and whether each is visible and shows the focus."""

import re
from typing import Any

from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import Page

from tests.browser.states import State, states
from tests.browser.test_walk_in_browser import tab_to
from tests.browser.visiting import OpenPage
from tests.visitor import cookies_of

STATES = {state.name: state for state in states()}
# One question of each kind: a month, one of several, several at once, and a number.
QUESTIONS = ("birth-month", "situation", "measures", "hours-per-week")
PAGES = ("home", "outcome points-towards", "income with result", "income of a range, with a goal",
         "payout with each verdict", "payout with a month begun", "take along everything", "guide the-job",
         "example amina", *(f"{key} empty" for key in QUESTIONS))  # fmt: skip
IN_ERROR = ("income in error", "payout in error", "employer in error", "wage ceiling in error", "take along in error",
            "link in error", "outcome with a wrong day", *(f"{key} in error" for key in QUESTIONS))  # fmt: skip
SCREENS: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 360, "height": 700}},
    "dark desk": {"viewport": {"width": 1280, "height": 780}, "color_scheme": "dark"},
    "phone in forced colours": {"viewport": {"width": 360, "height": 700}, "forced_colors": "active"},
}

OPEN_ALL = "document.querySelectorAll('details').forEach(details => { details.open = true })"
FOCUSED = "document.activeElement.id"
# What counts as a tab stop: a radio group is one, and a part of a field is the field.
KEY_OF = """focused => {
  if (focused === document.body) return null;
  return focused.type === "radio" ? focused.name : String([...document.querySelectorAll("*")].indexOf(focused));
}"""
KEY = f"() => ({KEY_OF})(document.activeElement)"
# Where the focus is and how it is shown.
STOP = """async () => {
  const focused = document.activeElement;
  // What slides or fades comes to rest first.
  await Promise.all(document.getAnimations().map(moving => moving.finished));

  const label = focused.labels?.[0];
  // A radio button or box is drawn by its label, but in forced colours by the browser.
  const drawn = focused.matches("[type=radio], [type=checkbox]")
    && getComputedStyle(label, "::before").content !== "none";
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
    key: (KEY_OF)(focused),
    what: focused.outerHTML.slice(0, 100),
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
}""".replace("KEY_OF", KEY_OF)


def channels(colour: str) -> list[float]:
    """Red, green, blue and alpha, each from 0 to 1."""
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
    """The nearest background colour of an element; white if there is none."""
    return next((colour for colour in behind if channels(colour)[3] == 1), "rgb(255, 255, 255)")


def faults_at_focus(page: Page) -> list[str]:
    """The faults of the element with the focus."""
    return faults_of(page.evaluate(STOP))


def faults_of(stop: dict[str, Any]) -> list[str]:
    """The same for a stop as STOP reports it."""
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
    """Open a page in one of its states, as a visitor with the data for it."""
    state: State = STATES[name]
    cookies = [
        {"name": cookie, "value": value, "domain": "127.0.0.1", "path": "/", "expires": -1, "httpOnly": True,
         "secure": False, "sameSite": "Lax"}
        for cookie, value in cookies_of(state.session).items()
    ]  # fmt: skip
    kept = {"storage_state": {"cookies": cookies, "origins": []}} if state.session else {}
    page = open_page(state.url(language), **kept, **options)
    if state.act:
        state.act(page)
    return page


def tab_through(page: Page, press: str) -> tuple[list[str], list[str]]:
    """Press Tab until the focus leaves the page or starts over; returns all stops and their faults."""
    keys: list[str] = []
    faults: list[str] = []
    for _ in range(600):
        page.keyboard.press(press)
        stop = page.evaluate(STOP) if press == "Tab" else {"key": page.evaluate(KEY)}
        key = stop["key"]
        if keys and (key is None or (key == keys[0] and len(keys) > 1)):
            return keys, faults
        if key is None:
            continue
        faults += faults_of(stop) if press == "Tab" else []
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
