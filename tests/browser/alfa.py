"""What Siteimprove Alfa finds: a page is taken down in the browser, and all that were taken are judged in Node."""

import json
import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.node import ASSETS, in_page

JUDGE = Path(__file__).parent / "alfa.mjs"
EXPORTS = """
export {Native as Dom} from "@siteimprove/alfa-dom/native";
export {Native as Device} from "@siteimprove/alfa-device/native";
"""
TAKE = """async name => JSON.stringify(
  {name, device: alfa.Device.fromWindow(), document: await alfa.Dom.fromNode(document)}
)"""

LEAST = 100
"""Checks that even the shortest page passes. Some versions of Alfa's packages find every rule inapplicable together."""

FALSE = {
    r"sia-r61 ": "the summary of errors stands before the h1, so that it is read first; it takes the focus",
    r"sia-r57 at /html\[1\]/body\[1\]/div": "the hidden line in which news are announced belongs to no landmark",
    r"sia-r73 .*class=\"(gain|result)-figure": "a figure of one line has no space between lines",
}
"""False findings, each with its reason."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The number of checks that a page passed, and the findings that are true."""

    passed: int
    faults: list[str]


PLACE_BAR = "place => { for (const bar of document.querySelectorAll('.total-in-sight')) bar.style.position = place; }"


def taken(page: Page, name: str) -> str:
    """The page as Alfa reads it, with its styles and the boxes of its elements, under a name."""
    # Evaluated by the debugger, since the page's CSP forbids foreign scripts.
    page.evaluate(in_page(EXPORTS, "alfa"))
    # Whatever lies half under the bar with the total would be too small a target until the page is scrolled.
    page.evaluate(PLACE_BAR, "static")
    written: str = page.evaluate(TAKE, name)
    page.evaluate(PLACE_BAR, "")
    return written


def judged(pages: Iterable[str]) -> dict[str, Judged]:
    """What Alfa says of pages that were taken, by their names."""
    said = subprocess.run(["node", JUDGE, ASSETS], input="\n".join(pages), capture_output=True, text=True, check=True)
    found = map(json.loads, said.stdout.splitlines())
    return {page["name"]: Judged(page["passed"], [*filter(_true, page["failed"])]) for page in found}


def _true(finding: str) -> bool:
    return not any(re.match(pattern, finding) for pattern in FALSE)


def faults_of(pages: Iterable[str]) -> dict[str, list[str]]:
    """The true findings by page, and the pages of which Alfa judged next to nothing."""
    found = {}
    for name, page in judged(pages).items():
        few = [] if page.passed >= LEAST else [f"Alfa made only {page.passed} checks"]
        if faults := page.faults + few:
            found[name] = faults
    return found
