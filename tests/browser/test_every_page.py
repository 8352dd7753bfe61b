"""Every page and state: no faults, valid HTML in both languages, and what axe and the layout say.

One state of each kind is looked at in full: both languages, all widths, light and dark, forced colours. The other
states of a kind have its components with other words: on a small phone they must fit in both languages, and axe looks
at them once.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize

from tests.browser import alfa
from tests.browser.conftest import ABORTED, Server
from tests.browser.graphics import MODES, PLAIN, unclear
from tests.browser.names import unheard
from tests.browser.state import browser_cookies
from tests.browser.states import NOT_PAGES, State, page_patterns, states
from tests.browser.targets import LARGE, RESTYLE, beyond, small
from tests.browser.test_words_read_aloud import read_wrongly
from tests.browser.visited import BESIDE, LOOKS, OPEN_ALL, Look

AXE = (settings.SITE_DIR / "assets" / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
STATES = list(states())
# Parametrized, so that several processes can share the work.
PARTS = 4


def kind(state: State) -> tuple[object, ...]:
    """What makes a state look different from others of its page: kind of answer, stored data, action and error."""
    question = state.arguments.get("question")
    return (
        state.pattern,
        question.answer.kind if question else None,
        state.name if state.pattern == "eligibility:outcome" else None,
        bool(state.session),
        state.act is None,
        state.fault,
    )


IN_FULL = frozenset({kind(state): state.name for state in reversed(STATES)}.values())
"""One state of each kind of each page."""
FOR_ALFA = {name for name in IN_FULL if not re.fullmatch("guide .* with a definition open", name)}
"""Those that Alfa looks at: an open definition is the same on every page."""
ONCE = "en"
"""The language in which axe looks at the other states."""
WIDTHS = (320, 768, 1280)
PHONE: ViewportSize = {"width": 320, "height": 780}

# No rule is switched off; the size of targets and the contrast of 7:1 are off by default in axe. Only violations are
# computed, which takes a quarter less time.
RUN_AXE = """async () => {
  // A colour on its way to another is neither.
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  await Promise.all(document.getAnimations().map(moving => moving.finished));
  const EXTRA = {"target-size": {enabled: true}, "color-contrast-enhanced": {enabled: true}};
  const how = {rules: EXTRA, resultTypes: ["violations"], selectors: false};
  return (await axe.run(how)).violations
    .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 120)}`));
}"""
# Where the page is scrolled to decides which field lies half under the bar with the total, so the bar stands below the
# form here. That it never covers the field with the focus is for test_answer_in_sight.
BAR_BELOW = ".total-in-sight { position: static !important; }"
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"
# What a reader may set (WCAG 1.4.12).
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"
# Text cut off by a box that hides overflow. Boxes that scroll show all of it, and the long link to be
# copied shows its beginning.
CUT_OFF = """() => [...document.querySelectorAll('#main *, header *, footer *')].filter(box => {
    const style = getComputedStyle(box);
    const hides = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
    if (box.readOnly) return false;
    const small = box.clientWidth <= 1 || box.clientHeight <= 1;
    return hides && !small && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1);
}).map(box => box.outerHTML.slice(0, 100))"""


# For a run of seconds, Java's second compiler costs more than it saves; without it the checker needs more stack.
JAVA = ("java", "-XX:TieredStopAtLevel=1", "-Xss2m")

NOT_OURS: dict[str, str] = {}
"""False positives of the checker, each with its reason."""


class Visitor:
    """A browser with one session, which collects every fault of what it loads."""

    def __init__(self, browser: Browser, server: Server, **options: Any) -> None:
        self.server, self.faults = server, []  # type: tuple[Server, list[str]]
        self.expected: tuple[str, ...] = ABORTED
        self.context: BrowserContext = browser.new_context(base_url=server.url, viewport=PHONE, **options)
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda message: self._note(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self._note(str(error)))
        self.page.on("requestfailed", self._note_failed)
        self.page.on("request", self._look)

    def _note(self, fault: str) -> None:
        if not any(text in fault for text in self.expected):
            self.faults.append(fault)

    def _note_failed(self, request: Request) -> None:
        # A live request aborted for a newer one, or for the button, is not a fault.
        if request.failure != "net::ERR_ABORTED":
            self._note(f"failed: {request.url}")

    def _look(self, request: Request) -> None:
        if urlsplit(request.url).netloc != urlsplit(self.server.url).netloc:
            self.faults.append(f"third party: {request.url}")

    def arrive(self, state: State, language: str) -> None:
        """Open a page in a state, with nothing left of the previous state."""
        self.faults.clear()
        self.expected = (*ABORTED, *([state.fault] if state.fault else []))
        self.page.set_viewport_size({"width": 320, "height": 780})
        self.page.emulate_media(**PLAIN)
        self.context.clear_cookies()
        if state.session:
            self.context.add_cookies(browser_cookies(state.session, self.server.url))
        self.page.goto(state.url(language))
        if state.act:
            state.act(self.page)
        self.page.evaluate(OPEN_ALL)

    def leave(self) -> None:
        self.context.close()


def violations(page: Page) -> list[str]:
    """The violations that axe finds on the current page."""
    # Evaluated by the debugger, since the page's CSP forbids foreign scripts.
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    page.evaluate(RESTYLE, BAR_BELOW)
    found: list[str] = page.evaluate(RUN_AXE)
    page.evaluate(RESTYLE, "")
    return found


def layout(page: Page) -> dict[tuple[int, str], list[str]]:
    """Horizontal scrolling and text cut off, by width and mode: as it is, with wide spacing, with text twice as large.

    Twice as large is looked at here at the width at which it leaves half a screen, and on phones for every state.
    """
    found: dict[tuple[int, str], list[str]] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 780})
        for mode, style in (("light", ""), ("wide spacing", SPACED), ("text at 200 %", LARGE)):
            if mode == "text at 200 %" and width < 1280:
                continue
            page.evaluate(RESTYLE, style)
            faults = ["scrolls sideways"] if page.evaluate(TOO_WIDE) else []
            faults += small(page) if not style else []
            if style:
                faults += [f"cut off: {box}" for box in page.evaluate(CUT_OFF)]
            found[width, mode] = faults
    page.evaluate(RESTYLE, "")
    page.set_viewport_size(PHONE)
    return found


def look(page: Page, state: State, language: str) -> dict[tuple[int, str], list[str]]:
    """Run all checks on a page in a state; returns the faults by width and mode."""
    phone = PHONE["width"]
    large, heard = beyond(page), unheard(page, language)
    if state.name not in IN_FULL:
        narrow = (["scrolls sideways"] if page.evaluate(TOO_WIDE) else []) + small(page)
        checked = violations(page) if language == ONCE else []
        return {(phone, "light"): narrow + heard + checked, (phone, "text at 200 %"): large}
    found = layout(page) | {(phone, "text at 200 %"): large}
    found[phone, "light"] += heard + violations(page)
    page.emulate_media(**{**PLAIN, **MODES["dark"]})
    found[phone, "dark"] = violations(page)
    if language == "da":
        # The few remaining colours are the same in both languages.
        page.emulate_media(**{**PLAIN, **MODES["dark forced colours"]})
        found[phone, "dark forced colours"] = violations(page) + unclear(page)
    page.emulate_media(**PLAIN)
    return found


@pytest.fixture
def visitor(chromium: Browser, server: Server) -> Iterator[Visitor]:
    someone = Visitor(chromium, server)
    yield someone
    someone.leave()


def test_every_url_pattern_is_visited() -> None:
    visited = {state.pattern for state in STATES if state.pattern}
    assert visited == page_patterns()
    assert not visited & set(NOT_PAGES)


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_in_every_state(visitor: Visitor, language: str, part: int, tmp_path: Path) -> None:
    found: dict[str, list[str]] = {}
    for_alfa = []
    for state in STATES[part::PARTS]:
        file = tmp_path / f"{state.name}.html".replace(" ", "-").replace("/", "-")
        visitor.arrive(state, language)
        page = visitor.page
        looks = look(page, state, language)
        for (width, mode), faults in looks.items():
            LOOKS[Look(state.pattern, state.name, language, width, mode)] = len(faults)
        beside = [*visitor.faults, *(read_wrongly(page) if language == "en" else [])]
        BESIDE.extend(beside)
        file.write_text(page.content(), "utf-8")
        if state.name in FOR_ALFA:
            for_alfa.append(alfa.taken(page, f"Alfa, {state.name}"))
        seen = [f"{width} px, {mode}: {fault}" for (width, mode), faults in looks.items() for fault in faults]
        if seen or beside:
            found[state.name] = seen + beside
    for more in (checked_html(tmp_path), alfa.faults_of(for_alfa)):
        BESIDE.extend(fault for faults in more.values() for fault in faults)
        found |= more
    assert not found, "\n".join(f"{state}: {fault}" for state, faults in found.items() for fault in faults)


def checked_html(folder: Path) -> dict[str, list[str]]:
    """The errors and warnings of the Nu HTML checker for the saved pages, by file."""
    if not shutil.which("java") and not os.environ.get("REQUIRE_BROWSER"):
        print("No Java found, so the HTML checker did not run. On Debian: apt-get install default-jre-headless")
        return {}
    checker = settings.SITE_DIR / "assets" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    pages = sorted(map(str, folder.glob("*.html")))
    said = subprocess.run(
        [*JAVA, "-jar", checker, "--format", "json", "--exit-zero-always", *pages],
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    found: dict[str, list[str]] = {}
    for message in json.loads(said)["messages"]:
        if message["message"] not in NOT_OURS:
            fault = f"{message['type']}: {message['message']} {message.get('extract', '')[:160]}"
            found.setdefault(Path(message["url"]).name, []).append(fault)
    return found
