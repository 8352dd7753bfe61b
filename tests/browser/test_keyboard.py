"""By keyboard alone, in both languages: every stop of Tab, and the way on from the outcome to the letter.

How the walk itself is answered by keyboard stands in test_walk_in_browser.py.
"""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.states import State, sealed, states
from tests.browser.test_walk_in_browser import tab_to
from tests.browser.visiting import ASKED, WORDS, OpenPage, follow
from tests.eligibility.answering import FITTING

STATES = {state.name: state for state in states()}
PAGES = ("home", "outcome points-towards", "income with result", "income of a range, with a goal",
         "take along everything", "guide the-job", "example amina")  # fmt: skip
IN_ERROR = (*(f"{key} in error" for key in ASKED), "income in error", "employer in error", "take along in error",
            "link in error", "outcome with a wrong day")  # fmt: skip
SCREENS = {"phone": {"width": 360, "height": 700}, "desk": {"width": 1280, "height": 780}}

OPEN_ALL = "document.querySelectorAll('details').forEach(details => { details.open = true })"

# Where the focus is and how one sees it. A part of a field, such as the button of a calendar, is reported as the field.
STOP = """async () => {
  const focused = document.activeElement;
  if (focused === document.body) return null;
  // What slides or fades comes to rest first.
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  await Promise.all(document.getAnimations().map(moving => moving.finished));

  const drawn = focused.matches("[type=radio], [type=checkbox]");
  const label = focused.labels?.[0];
  // In a field of parts the ring may be drawn around the part alone.
  const ring = [
    getComputedStyle(drawn ? label : focused, drawn ? "::before" : null),
    ...(focused.matches("[type=date]") ? [getComputedStyle(focused, "::-webkit-calendar-picker-indicator")] : []),
  ].find(style => style.outlineStyle !== "none") ?? {outlineWidth: "0px"};
  const behind = [];
  for (let box = focused.parentElement; box; box = box.parentElement) behind.push(getComputedStyle(box).backgroundColor);

  const rects = [...focused.getClientRects(), ...(drawn ? label.getClientRects() : [])];
  const clip = (from, to, end) => [Math.max(from, 0), Math.min(to, end)];
  const points = rects.map(rect => {
    const [left, right] = clip(rect.left, rect.right, innerWidth), [top, bottom] = clip(rect.top, rect.bottom, innerHeight);
    return {
      whole: (right - left > rect.width - 1) && (bottom - top > rect.height - 1 || rect.height > innerHeight / 2),
      hit: document.elementFromPoint((left + right) / 2, (top + bottom) / 2),
    };
  });
  const mine = hit => hit && (focused.contains(hit) || label?.contains(hit));
  const block = focused.closest("p, li, dd, td, th, span.word-definition");
  const words = element => element?.textContent.replace(/[?\\s\\u2060]+/g, "").length ?? 0;
  const fields = [...document.querySelectorAll("*")];
  const found = {
    what: focused.outerHTML.slice(0, 100),
    key: focused.type === "radio" ? focused.name : fields.indexOf(focused),
    place: fields.indexOf(focused),
    tabindex: focused.tabIndex,
    inView: points.length > 0 && points.every(point => point.whole),
    over: points.filter(point => !mine(point.hit)).map(point => point.hit?.outerHTML.slice(0, 80) ?? "nothing"),
    ring: parseFloat(ring.outlineWidth),
    colour: ring.outlineColor,
    behind,
    width: Math.max(...rects.map(rect => rect.width)),
    height: Math.max(...rects.map(rect => rect.height)),
    inText: getComputedStyle(focused).display === "inline" && words(block) > words(focused),
    leftBehind: window.lastStop && window.lastStop !== focused && getComputedStyle(window.lastStop).outlineStyle !== "none",
  };
  window.lastStop = focused;
  return found;
}"""


def channels(colour: str) -> tuple[float, ...]:
    """Red, green, blue and how much they cover, each from 0 to 1."""
    red, green, blue, *cover = (float(part) for part in re.findall(r"[\d.]+", colour))
    return red / 255, green / 255, blue / 255, *(cover or [1.0])


def luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """As WCAG defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ground(behind: list[str]) -> str:
    """The nearest colour behind an element; the sheet itself is white."""
    return next((colour for colour in behind if channels(colour)[3] == 1), "rgb(255, 255, 255)")


def faults_of(stop: dict[str, Any]) -> list[str]:
    """What is wrong with a stop of Tab."""
    small = min(stop["width"], stop["height"]) < 24 and not stop["inText"]
    faults = {
        "is not in view": not stop["inView"],
        f"is covered by {stop['over']}": stop["over"],
        "shows no focus": stop["ring"] < 2,
        "shows focus too faintly": stop["ring"] >= 2 and contrast(stop["colour"], ground(stop["behind"])) < 3,
        "has an order of its own": stop["tabindex"] > 0,
        f"is only {stop['width']:.0f} × {stop['height']:.0f}": small,
        "leaves a mark of focus behind": stop["leftBehind"],
    }
    return [f"{stop['what']} {fault}" for fault, so in faults.items() if so]


def arrive(open_page: OpenPage, state: State, language: str, **options: Any) -> Page:
    """Open a page in one of its states, as a visitor who has told what belongs to it."""
    cookie = {"name": "session", "value": sealed(state.session), "domain": "127.0.0.1", "path": "/", "expires": -1,
              "httpOnly": True, "secure": False, "sameSite": "Lax"}  # fmt: skip
    kept = {"storage_state": {"cookies": [cookie], "origins": []}} if state.session else {}
    page = open_page(state.url(language), **kept, **options)
    if state.act:
        state.act(page)
    return page


def stops(page: Page, key: str) -> list[dict[str, Any]]:
    """Every stop from one end of the page to the other."""
    found: list[dict[str, Any]] = []
    for _ in range(600):
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if found and (not stop or stop["key"] == found[0]["key"] != found[-1]["key"]):
            return found
        if stop:
            found.append(stop)
    raise AssertionError(f"{key} never gets to the end; the last was {found[-1]}")


def in_order(found: list[dict[str, Any]]) -> list[object]:
    """The stops by what they belong to: several for the parts of one field are one."""
    keys = [stop["key"] for stop in found]
    return [key for key, before in zip(keys, [None, *keys], strict=False) if key != before]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", [*PAGES, *(f"{key} empty" for key in ASKED)])
def test_every_stop_of_tab_is_in_sight_and_shows_it(open_page: OpenPage, name: str, language: str, screen: str) -> None:
    page = arrive(open_page, STATES[name], language, viewport=SCREENS[screen])
    page.evaluate(OPEN_ALL)
    there = stops(page, "Tab")
    assert [fault for stop in there for fault in faults_of(stop)] == []
    assert [stop["place"] for stop in there] == sorted(stop["place"] for stop in there), "Tab follows the page"
    assert "skipnav" in there[0]["what"]
    assert in_order(stops(page, "Shift+Tab")) == in_order(there)[::-1]
