"""The menus and the help stand on every page in the same order, under the same names (WCAG 3.2.3, 3.2.4, 3.2.6)."""

import re
from collections import defaultdict

import pytest

from tests.browser.states import states
from tests.visitor import Visitor

WITHOUT = {"example-large", "eligibility:large", "embed-income", "embed-payout"}
"""Pages to hold up in a meeting, and those for frames on other websites, which have no menus at all."""
MENUS = re.compile(r"<nav [^>]*navigation-menu.*?</nav>|<footer>.*?</nav>", re.DOTALL)
LINK = re.compile(r'<a href="([^"]+)"[^>]*>([^<]+)</a>')


def frame(html: str) -> tuple[tuple[str, str], ...]:
    """The links of the main menu and of the foot of a page, in their order."""
    return tuple(LINK.findall("".join(MENUS.findall(html))))


def frames(language: str) -> dict[tuple[tuple[str, str], ...], set[str]]:
    """Each frame that there is, with the pages that have it."""
    found = defaultdict(set)
    for state in states():
        visitor = Visitor()
        visitor.tells(**{name.replace("-", "_"): value for name, value in state.session.items()})
        answer = visitor.get(state.url(language))
        if answer.status_code == 200:
            found[frame(answer.content.decode())].add(state.pattern if not state.start else state.start)
    return found


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_but_large_views_and_frames_has_the_same_menus(language: str) -> None:
    found = frames(language)
    assert found.pop(()) == WITHOUT
    [(links, pages)] = found.items()
    assert len(pages) > 30
    names = [name for _, name in links]
    assert names[-2:] == {"da": ["Om siden og kontakt", "Alle sider på webstedet"],
                          "en": ["About and contact", "All pages of the site"]}[language]  # fmt: skip


def test_a_page_with_another_order_is_found() -> None:
    html = '<footer><nav><a href="/a/">A</a><a href="/b/">B</a></nav></footer>'
    other = '<footer><nav><a href="/b/">B</a><a href="/a/">A</a></nav></footer>'
    assert frame(html) != frame(other)
