"""What a screen reader gets: outline, names and descriptions, announcements, and their language."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stops import IN_ERROR, OPEN_ALL, QUESTIONS, arrive
from tests.browser.visiting import OpenPage

ANSWERED = "check your answers", "outcome points-towards", "income with result", "take along everything"
PAGES = ("home", *(f"{key} empty" for key in QUESTIONS), *ANSWERED, "guide the-job", "guide words", "example amina")

FRAME = {
    "da": """
        - banner:
          - link "Gå til sidens indhold"
          - link "Fleksjobguiden"
          - navigation "Sprog"
          - group:
            - navigation "Hovedmenu"
        - main
        - status
        - contentinfo:
          - navigation "Alle sider"
          - list "Vælg sprog"
    """,
    "en": """
        - banner:
          - link "Skip to the content"
          - link "The fleksjob guide"
          - navigation "Language"
          - group:
            - navigation "Main menu"
        - main
        - status
        - contentinfo:
          - navigation "All pages"
          - list "Choose language"
    """,
}
NAMED = {"button", "link", "textbox", "radio", "checkbox", "slider", "combobox", "img", "table", "region", "navigation",
         "radiogroup"}  # fmt: skip
NODE = re.compile(r"^( *)- '?(\w+)(?: \"((?:[^\"\\]|\\.)*)\")?([^:]*)")


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the accessibility tree, as Playwright prints it."""

    depth: int
    role: str
    name: str
    states: str

    @property
    def level(self) -> int:
        found = re.search(r"level=(\d)", self.states)
        return int(found[1]) if found else 0


def read(page: Page) -> list[Node]:
    """The accessibility tree of the whole page, in its order."""
    lines = page.locator("body").aria_snapshot().splitlines()
    found = [match for line in lines if (match := NODE.match(line))]
    return [Node(len(match[1]) // 2, match[2], match[3] or "", match[4]) for match in found]


def unnamed(nodes: list[Node]) -> list[str]:
    return [node.role for node in nodes if node.role in NAMED and not node.name]


def skipped(nodes: list[Node]) -> list[str]:
    """Headings that skip a level."""
    levels = [(node.level, node.name) for node in nodes if node.role == "heading"]
    return [name for (level, name), (before, _) in zip(levels, [(1, ""), *levels], strict=False) if level > before + 1]


# The text of an element without what is hidden from screen readers, such as the mark of a required field.
HEARD = """element => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("[aria-hidden=true]").forEach(hidden => hidden.remove());
  return copy.textContent.replace(/\\s+/g, " ").trim();
}"""


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", [*PAGES, *IN_ERROR])
def test_the_outline_of_a_page_skips_no_level(open_page: OpenPage, name: str, language: str) -> None:
    page = arrive(open_page, name, language)
    page.evaluate(OPEN_ALL)
    expect(page.locator("body")).to_match_aria_snapshot(FRAME[language])
    nodes = read(page)
    roles = Counter(node.role for node in nodes)
    assert [roles[role] for role in ("banner", "main", "contentinfo")] == [1, 1, 1]
    menus = [node.name for node in nodes if node.role == "navigation"]
    assert len(menus) == len(set(menus))
    assert [node.level for node in nodes if node.role == "heading"].count(1) == 1
    assert skipped(nodes) == []
    assert unnamed(nodes) == []
    for group in page.locator("fieldset").all():
        expect(group).to_have_accessible_name(group.locator("legend").evaluate(HEARD))
    for table in page.locator("table").all():
        expect(table.locator("caption")).not_to_be_empty()
        assert table.locator("th[scope]").count() > 0


# The error of a field, and whether the field or its group is marked as invalid with the reason.
TOLD = """link => {
  const field = document.querySelector(link.hash), group = field.closest("fieldset");
  const error = document.getElementById(`${link.hash.slice(1)}-error`);
  const describes = element => element?.getAttribute("aria-describedby")?.split(" ").includes(error.id);
  return {
    invalid: [field, group].some(element => element?.getAttribute("aria-invalid") === "true"),
    described: [field, group].some(describes),
    error: error.lastChild.textContent.trim(),
  };
}"""


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", IN_ERROR)
def test_an_error_is_announced_at_once_in_the_summary_and_at_its_field(
    open_page: OpenPage, name: str, language: str
) -> None:
    page = arrive(open_page, name, language)
    heading = {"da": "Der er et problem", "en": "There is a problem"}[language]
    expect(page.locator("#main")).to_match_aria_snapshot(f"""
        - navigation "{heading}":
          - alert:
            - heading "{heading}" [level=2]
            - list:
              - listitem:
                - link
    """)
    for link in page.locator("[data-module=error-summary] a").all():
        told: dict[str, Any] = link.evaluate(TOLD)
        assert told["invalid"]
        assert told["described"]
        assert told["error"]
        assert link.inner_text().endswith(told["error"])


# Whether a picture is hidden from screen readers, and how many numbers it marks.
PICTURE = """picture => ({
  silent: picture.getAttribute("aria-hidden") === "true",
  marks: [...picture.querySelectorAll("circle + text")].map(text => Number(text.textContent)).filter(Boolean).length,
})"""


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", ["outcome points-towards", "example amina"])
def test_the_picture_of_the_dates_is_read_as_a_list(open_page: OpenPage, name: str, language: str) -> None:
    page = arrive(open_page, name, language)
    picture = page.locator("svg.timeline").evaluate(PICTURE)
    assert picture["silent"]
    dates = page.locator("ol.timeline-events").aria_snapshot()
    assert dates.count("- listitem") == picture["marks"] > 0
    assert dates.count("- strong") == picture["marks"], "each with its month"


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_curve_is_read_as_a_table(open_page: OpenPage, language: str) -> None:
    page = arrive(open_page, "income with result", language)
    page.evaluate(OPEN_ALL)
    picture = page.locator(".curve-parts svg.curve").evaluate(PICTURE)
    assert picture["silent"]
    marks = page.locator(".curve-parts > ol")
    assert marks.locator("li").count() == picture["marks"] > 0
    here = {"da": "18 timer – dig", "en": "18 hours – you"}[language]
    expect(page.locator("#curve-table")).to_match_aria_snapshot({
        "da": f"""
            - table "Om måneden før skat. Lønloftet på 32.067 kr. er antaget.":
              - rowgroup:
                - row:
                  - columnheader "Timer med løn om ugen"
                  - columnheader "Løn"
                  - columnheader "Tilskud"
                  - columnheader "I alt før skat"
              - rowgroup:
                - row:
                  - rowheader "{here}"
                  - cell "15.600 kr."
                  - cell "15.272 kr."
                  - cell "30.872 kr."
        """,
        "en": f"""
            - table "Per month, before tax. The wage ceiling of DKK 32,067 is assumed.":
              - rowgroup:
                - row:
                  - columnheader "Paid hours a week"
                  - columnheader "Wage"
                  - columnheader "Subsidy"
                  - columnheader "Total before tax"
              - rowgroup:
                - row:
                  - rowheader "{here}"
                  - cell "DKK 15,600"
                  - cell "DKK 15,272"
                  - cell "DKK 30,872"
        """,
    }[language])  # fmt: skip
