"""What can be found is all there is: every page that a visit can start on, every word and every question."""

import re

import pytest
from django.utils.translation import override

from eligibility.law.questions import QUESTIONS
from fleksjob_site.search.entries import PAGES, Kind, entries
from fleksjob_site.search.sections import read_page
from fleksjob_site.texts.languages import BY_CODE
from fleksjob_site.texts.words import WORDS
from tests.browser.states import page_patterns
from tests.site.test_two_ways import STEPS

NOT_SEARCHED = {
    "home": "what it says is on the pages it leads to",
    "search": "itself",
    "all-pages": "only lists what there is",
    "example": "found by its person",
    "example-large": "found by its person",
    "eligibility:large": "the outcome in large type",
}


def test_every_page_that_a_visit_can_start_on_is_searched() -> None:
    assert page_patterns() - STEPS.keys() - NOT_SEARCHED.keys() == set(PAGES)


@pytest.mark.parametrize("code", BY_CODE)
def test_every_entry_has_a_title_a_text_and_a_place_of_its_own(code: str) -> None:
    with override(code):
        found = list(entries())
    assert {each.key for each in found if not each.title} == set()
    assert {each.key for each in found if not each.texts and not each.section} == set()
    assert sum(each.kind is Kind.WORD for each in found) == len(WORDS)
    assert sum(each.kind is Kind.QUESTION for each in found) == len(QUESTIONS)
    # Without an anchor a section leads to the top of its page.
    unanchored = [each.key for each in found if each.kind is Kind.PAGE and each.section and "#" not in each.url]
    assert unanchored == []


@pytest.mark.parametrize("code", BY_CODE)
def test_texts_are_read_as_they_stand_without_what_is_around_them(code: str) -> None:
    with override(code):
        texts = [text for each in entries() for text in each.texts]
    for text in texts:
        assert not re.search(r"<\w|\]\(\w+:|\*\*|\{\w+\}", text)
        assert text == text.strip()


def test_a_page_is_taken_apart_by_its_headings() -> None:
    html = """<header><p>menu</p></header><main class="x"><nav><p>chapters</p></nav><h1>Title <b>of</b> it</h1>
    <p>First<br>line <span class="sr-only">unseen</span></p><h2 id="a">One</h2><ul><li>a</li><li>b <i>c</i></li></ul>
    <details class="law"><p>source</p></details><h2 class="alert-heading">f</h2>
    <h2>Two</h2><svg><title>d</title><path/></svg><input><p>e</p></main>
    <footer><p>foot</p></footer>"""
    page = read_page(html)
    assert page.title == "Title of it"
    assert [(each.anchor, each.heading, each.texts) for each in page.sections] == [
        ("", "", ["First line"]),
        ("a", "One", ["a", "b c", "f"]),
        ("", "Two", ["e"]),
    ]
