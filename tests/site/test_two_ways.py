"""Every page can be found in two ways (WCAG 2.4.5), except the steps of a process."""

import re
from collections import defaultdict
from functools import cache

import pytest
from django.urls import Resolver404, resolve
from django.utils.translation import override

from tests.browser.states import page_patterns, states
from tests.site.every_address import every_address
from tests.visitor import Visitor

STEPS = {
    "answers-deleted": "what comes after deleting",
    "drop-case": "the income page after a case was removed",
    "embed-income": "for frames on other websites; by itself it is the income page",
    "embed-payout": "for frames on other websites; by itself it is the payout check",
    "home-example": "the home page with another example",
    "payout-month": "the check after a month was written or removed",
    "use-example": "a question before an example replaces own answers",
    "use-link": "a question before a link replaces own answers",
    "eligibility:question": "a question of the walk",
    "eligibility:check": "the last step before the outcome",
    "eligibility:outcome": "the end of the walk",
    "eligibility:another-day": "the outcome with an error in the chosen day",
}
"""Pages that are a step or the result of a process, which the rule leaves out."""

LINK = re.compile(r'<a [^>]*?href="(/[^"#?]*)')
MAIN = re.compile(r"<main.*?</main>", re.DOTALL)


def led_to(html: str, address: str) -> set[str]:
    """The patterns of the other pages that links lead to."""
    found = set()
    for place in set(LINK.findall(html)) - {address}:
        try:
            found.add(resolve(place).view_name)
        except Resolver404:
            continue
    return found


@cache
def ways(language: str) -> dict[str, set[str]]:
    """How each page can be found: from every page, on the list of all pages, and from the text of which others."""
    found: dict[str, set[str]] = defaultdict(set)
    everywhere: set[str] | None = None
    for state in states():
        visitor = Visitor()
        visitor.tells(**{name.replace("-", "_"): value for name, value in state.session.items()})
        html = visitor.get(state.url(language)).content.decode()
        main = "".join(MAIN.findall(html))
        around = html.replace(main, "")
        if "<footer" in around:
            linked = led_to(around, "")
            everywhere = linked if everywhere is None else everywhere & linked
        for name in led_to(main, state.url(language)):
            found[name].add(f"the page {state.pattern}")
    for name in everywhere or ():
        found[name].add("every page")
    return found


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_can_be_found_in_two_ways(language: str) -> None:
    found = ways(language)
    pages = page_patterns() - STEPS.keys()
    assert {name: found[name] for name in sorted(pages) if len(found[name]) < 2} == {}
    assert "every page" in found["all-pages"], "the list of all pages"


def test_each_step_is_a_page() -> None:
    assert STEPS.keys() <= page_patterns()


def test_links_are_read_from_the_text_of_a_page() -> None:
    address = every_address("en")
    html = (
        f'<a class="x" href="{address["year"]}#top">a</a> <a href="{address["income"]}">b</a> <a href="/nowhere/">c</a>'
    )
    # An address is resolved in the language that the last request left.
    with override("en"):
        assert led_to(html, address["income"]) == {"year"}
