"""Printed pages: the content alone, everything expanded, and URLs spelled out."""

import io
from typing import Any

import pytest
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.stops import arrive
from tests.browser.visiting import WORDS, OpenPage, fill_official_example, follow

GONE = "header, footer, nav, button, .button, .back-link, .flow-tools, [data-slider], .form-hint, .word-note"
# Expanded contents become visible one frame after the media has changed.
SHOWN = """async selector => {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  return [...document.querySelectorAll(selector)].filter(element => element.checkVisibility())
    .map(element => element.outerHTML.slice(0, 80));
}"""


def printed(page: Page) -> str:
    """The text on all sheets, line by line."""
    return "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)


def shown(page: Page, selector: str) -> list[Any]:
    page.emulate_media(media="print")
    found: list[Any] = page.evaluate(SHOWN, selector)
    page.emulate_media(media="null")
    return found


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_outcome_prints_rules_and_sources_if_they_are_switched_on(open_page: OpenPage, language: str) -> None:
    page = arrive(open_page, "outcome points-towards", language)
    assert shown(page, GONE) == []
    assert shown(page, "form") == []
    assert shown(page, ".rules") == []
    assert "retsinformation" not in printed(page)
    page.locator("label[for=show-rules]").click()
    sheets = printed(page)
    closed = page.locator(".rules .source-list a")
    assert closed.count() > 10
    for text, address in {(link.inner_text(), link.get_attribute("href")) for link in closed.all()}:
        assert "".join(text.split()) in "".join(sheets.split())
        assert str(address) in "".join(sheets.split())


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_income_page_prints_what_was_typed_and_every_step(open_page: OpenPage, language: str) -> None:
    page = open_page(WORDS[language]["income"])
    fill_official_example(page)
    follow(page, "#main form[data-live] .button-primary")
    assert shown(page, GONE) == []
    assert len(shown(page, "form .form-input")) == 7
    assert len(shown(page, "form [type=radio]")) == 1, "the wage that was chosen, and not the others"
    steps = page.locator(".steps > li > details")
    assert len(shown(page, ".steps .sum")) == steps.count() > 5
    sheets = printed(page).replace("\u00a0", " ")
    assert WORDS[language]["total_less_atp"] in sheets
    assert "https://www.retsinformation.dk/eli/lta/2024/280" in sheets


# The list of chapters is for those who can press on it.
PRINTED_DETAILS = "details:not(.d-print-none details) > .details-text"


@pytest.mark.parametrize("name", ["your-rights", "words", "rates", "trust", "take-along"])
def test_other_pages_print_their_content_alone(open_page: OpenPage, name: str) -> None:
    page = open_page(reverse(name))
    assert shown(page, GONE) == []
    assert len(shown(page, "details > .details-text")) == page.locator(PRINTED_DETAILS).count()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 960})
    assert page.evaluate("document.documentElement.scrollWidth") <= 680


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_week_of_the_diary_is_one_sheet_with_room_to_write(open_page: OpenPage, language: str) -> None:
    with override(language):
        page = open_page(reverse("work-trial-diary"))
    assert len(PdfReader(io.BytesIO(page.pdf(format="A4"))).pages) == 1
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 960})
    assert page.evaluate("document.documentElement.scrollWidth") <= 680
    cells = page.evaluate(
        "[...document.querySelectorAll('.diary td')].map(cell => [cell.clientWidth, cell.clientHeight])"
    )
    assert len(cells) == 5 * 6
    # A few words fit on a line (20 mm), and four lines below each other (30 mm).
    assert min(width for width, _ in cells) > 20 / 25.4 * 96
    assert min(height for _, height in cells) > 30 / 25.4 * 96


def test_text_without_a_background_on_paper_is_not_white(open_page: OpenPage) -> None:
    page = open_page("/en/the-way/", color_scheme="dark")
    page.emulate_media(media="print")
    colours = page.evaluate(
        """[...document.querySelectorAll("h1, p, a, .way > li")].flatMap(element => [
          getComputedStyle(element).color, getComputedStyle(element, "::before").color])"""
    )
    assert {sum(map(int, colour[4:-1].split(","))) < 384 for colour in colours} == {True}
