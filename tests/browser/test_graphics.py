"""Controls, icons and charts stand out 3 : 1 in light, dark, forced colours and on paper; and nothing has to move."""

import pytest
from playwright.sync_api import Page

from tests.browser.graphics import MODES, PAPER, PLAIN, unclear
from tests.browser.stops import OPEN_ALL, arrive
from tests.browser.test_every_page import RESTYLE
from tests.browser.visiting import OpenPage

# Pages with cards, radio buttons, checkboxes, several verdicts, both charts, steps, errors, and a link to copy.
PAGES = ("home", "situation answered", "measures answered", "outcome must-clarify", "outcome not-with-these-answers",
         "income with result", "income with three cases", "income in error", "guide the-way", "example peter",
         "take along everything")  # fmt: skip


def in_mode(page: Page, mode: str) -> None:
    page.emulate_media(**{**PLAIN, **MODES[mode]})
    if mode == "print":
        page.set_viewport_size({"width": 680, "height": 960})
        page.evaluate(RESTYLE, PAPER)


@pytest.mark.parametrize("name", PAGES)
def test_graphics_have_enough_contrast(open_page: OpenPage, name: str) -> None:
    page = arrive(open_page, name, "en")
    page.evaluate(OPEN_ALL)
    found = {}
    for mode in MODES:
        in_mode(page, mode)
        found[mode] = unclear(page)
    assert {mode: faults for mode, faults in found.items() if faults} == {}


# A style that breaks a page in a mode, and the expected finding.
BREAKS = [
    ("light", ".form-input { border-color: #aaa !important }", "form-input input-char-8 id_hours_per_week"),
    ("light", ".form-input { border-top-color: #aaa !important }", "form-input input-char-8 id_hours_per_week"),
    ("light", ".form-radio + label::before { border-color: #aaa !important }", "form-radio id_wage_kind"),
    ("light", ".button-primary { background: #ddd !important; border: 0 !important }", "button button-primary"),
    ("light", ".details .details-summary::before { background: #ccc !important }", "details-summary"),
    ("light", ".word-toggle { border-color: #ccc !important }", "word-toggle"),
    ("light", ".curve-total { stroke: #aaa !important }", "polyline curve-total is faint on its ground"),
    ("light", ".curve-wage { fill: #5b1a4f !important }", "line curve-here is faint where it crosses an area"),
    ("light", ".curve text { fill: #999 !important }", "words in a chart are faint"),
    ("dark", ".form-slider { opacity: 0.1 }", "form-slider"),
    ("dark", ".curve-wage { stroke: #5b1a4f !important }", "polygon curve-wage is faint on its ground"),
    ("forced colours", ".form-radio { appearance: none !important }", "form-radio id_wage_kind"),
    ("forced colours", ".logo-mark { border: 0 !important; font-size: 0 }", "logo-mark"),
    ("dark forced colours", ".curve { --primary: #5b1a4f !important }", "polygon curve-wage is faint"),
    (
        "dark forced colours",
        ".button { background: CanvasText !important; color: Canvas !important }",
        "button button-primary Calculate",
    ),
    ("dark forced colours", ".details .details-summary::before { background: white !important }", "details-summary"),
    ("print", ".form-input { border-color: #bbb !important }", "form-input input-char-8 id_hours_per_week"),
]


@pytest.mark.parametrize(("mode", "style", "fault"), BREAKS)
def test_too_little_contrast_is_found(open_page: OpenPage, mode: str, style: str, fault: str) -> None:
    page = arrive(open_page, "income with result", "en")
    in_mode(page, mode)
    page.evaluate(RESTYLE, style + (PAPER if mode == "print" else ""))
    assert any(fault in found for found in unclear(page))


# Everything with a transition or animation on the current page.
MOVING = """() => [...document.querySelectorAll("*")].flatMap(element => ["", "::before", "::after"].map(part => {
    const style = getComputedStyle(element, part || null);
    const time = style.animationName === "none" ? style.transitionDuration : style.animationDuration;
    const moves = parseFloat(time) > 0 || style.scrollBehavior === "smooth";
    return moves ? `${element.tagName.toLowerCase()}.${element.className}${part}` : "";
  })).filter(Boolean).concat(document.getAnimations().map(moving => `now: ${moving.effect.target.className}`))"""
STILL = [*(name for name in PAGES if "in error" not in name), "guide words", "link to paste", "example amina large"]


@pytest.mark.parametrize("name", STILL)
def test_nothing_moves_with_reduced_motion(open_page: OpenPage, name: str) -> None:
    page = arrive(open_page, name, "da", reduced_motion="reduce")
    # The skip link slides in without reduced motion.
    page.keyboard.press("Tab")
    assert page.evaluate(MOVING) == []


@pytest.mark.parametrize(
    "style",
    ["html main .button { transition: color 1s !important }", "html main { scroll-behavior: smooth !important }",
     "@keyframes fade { from { opacity: 0 } } html main p { animation: fade 2s !important }"],
)  # fmt: skip
def test_an_animation_is_found(open_page: OpenPage, style: str) -> None:
    page = arrive(open_page, "income with result", "da", reduced_motion="reduce")
    page.evaluate(RESTYLE, style)
    assert page.evaluate(MOVING)


def test_the_skip_link_slides_in_without_reduced_motion(open_page: OpenPage) -> None:
    page = arrive(open_page, "home", "da")
    page.keyboard.press("Tab")
    assert "a.skipnav" in page.evaluate(MOVING)
