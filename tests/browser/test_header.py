"""The header: one row, at most 72 px high and the same on all pages, with a menu that needs no script."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import WORDS, OpenPage
from tests.site.every_address import every_address

WIDTHS = (320, 349, 350, 360, 414, 768, 991, 992, 1024, 1280, 1920)
KEYS = ("home", "income", "eligibility:start", "words", "go-on", "examples")
MEASURED = """() => {
  const header = document.querySelector(".header"), box = header.getBoundingClientRect();
  const shown = [...header.querySelectorAll("a:not(.skipnav), button, summary")]
    .filter(part => part.checkVisibility()).map(part => part.getBoundingClientRect());
  return {
    height: box.height,
    rows: new Set(shown.map(({ top, height }) => Math.round(top + height / 2))).size,
    small: shown.filter(({ width, height }) => width < 44 || height < 44).length,
    over: shown.some((one, place) => shown.slice(place + 1).some(({ left, right, top, bottom }) =>
      left < one.right && one.left < right && top < one.bottom && one.top < bottom)),
    scrolls: document.documentElement.scrollWidth > innerWidth,
  };
}"""
LARGE = "document.documentElement.style.fontSize = '20px'"


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_header_is_one_row_and_the_same_on_all_pages(open_page: OpenPage, language: str) -> None:
    page = open_page(WORDS[language]["home"])
    places = every_address(language)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        found = {}
        for key in KEYS if width in (320, 360, 992) else KEYS[:2]:
            page.goto(places[key])
            at = page.evaluate(MEASURED)
            assert (at["rows"], at["small"], at["over"], at["scrolls"]) == (1, 0, False, False), f"{key} at {width} px"
            found[key] = at["height"]
        assert len(set(found.values())) == 1, found
        assert max(found.values()) <= 72, f"{found} at {width} px"


def links(page: Page) -> list[str]:
    """The links of the header that are displayed."""
    return [link.inner_text() for link in page.locator(".header a:visible, .header button:visible").all()]


@pytest.mark.parametrize("key", ["home", "income"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_link_is_there_once_at_every_width_without_a_script(open_page: OpenPage, language: str, key: str) -> None:
    page = open_page(every_address(language)[key], java_script_enabled=False)
    page.set_viewport_size({"width": 1280, "height": 740})
    wide = links(page)
    assert len(wide) == len(set(wide)) >= 9
    for width in (320, 349, 350, 768, 991):
        page.set_viewport_size({"width": width, "height": 740})
        assert len(links(page)) < 5
        summary = page.locator(".menu summary")
        summary.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".menu nav")).to_be_visible()
        assert sorted(links(page)) == sorted(wide), f"at {width} px"
        page.keyboard.press("Enter")
        expect(page.locator(".menu nav")).to_be_hidden()


@pytest.mark.parametrize("language", ["da", "en"])
def test_letters_twice_as_large_neither_overlap_nor_scroll(open_page: OpenPage, language: str) -> None:
    for width in (320, 360, 992, 1280):
        page = open_page(WORDS[language]["home"], viewport={"width": width, "height": 740})
        page.evaluate(LARGE)
        for opened in (False, True):
            page.evaluate(f"document.querySelector('.menu').open = {str(opened).lower()}")
            at = page.evaluate(MEASURED)
            assert (at["over"], at["scrolls"]) == (False, False), f"at {width} px, open: {opened}"


@pytest.mark.parametrize("language", ["da", "en"])
def test_both_main_ways_in_are_on_the_first_screen_of_a_phone(open_page: OpenPage, language: str) -> None:
    page = open_page(WORDS[language]["home"], viewport={"width": 360, "height": 740})
    ends = page.evaluate("[...document.querySelectorAll('.way-in')].map(way => way.getBoundingClientRect().bottom)")
    assert len(ends) == 3
    assert ends[1] <= 740
    page.set_viewport_size({"width": 1280, "height": 800})
    tops = page.evaluate(
        "[...document.querySelectorAll('.way-in, .example-card')].map(part => part.getBoundingClientRect())"
    )
    assert len({part["top"] for part in tops[:3]}) == 1
    assert max(part["bottom"] for part in tops) <= 800


def test_the_example_changes_while_somebody_types_and_the_page_stays(open_page: OpenPage) -> None:
    page = open_page(WORDS["en"]["home"])
    address, before = page.url, page.locator("[data-result]").inner_text()
    page.locator("#id_wage").fill("240")
    expect(page.locator("[data-result]")).not_to_have_text(before)
    assert page.url == address
    assert page.context.cookies() == []
    expect(page.locator("#id_wage")).to_be_focused()
