"""The employer's pages in a browser: ticks stay while the dates are worked out, and all of a page is in sight."""

from functools import partial

import pytest
from playwright.sync_api import expect

from tests.browser.state import browser_cookies
from tests.browser.states import EMPLOYER
from tests.browser.test_back import address
from tests.browser.test_while_typing_in_browser import count_answers, live_answer
from tests.browser.visiting import OpenPage

PAGE = "/en/income/employer-steps/"
TICKS = "#main .tick-list [type=checkbox]"


def test_the_ticks_stay_when_the_dates_come(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    count_answers(page)
    ticks = page.locator(TICKS).all()
    for tick in ticks[::2]:
        tick.check()
    for part, text in {"day": "1", "month": "3", "year": "2030"}.items():
        live_answer(page, partial(page.locator(f"[name=first_day-{part}]").fill, text))
    expect(page.locator("#result li").first).to_be_visible()
    assert [tick.is_checked() for tick in ticks] == [number % 2 == 0 for number in range(len(ticks))]


def test_the_day_is_asked_for_before_the_list_so_that_its_button_costs_no_tick(open_page: OpenPage) -> None:
    page = open_page(PAGE, java_script_enabled=False)
    form, ticks = page.locator("#first-day-form").bounding_box(), page.locator(TICKS).first.bounding_box()
    assert form
    assert ticks
    assert form["y"] < ticks["y"]


def test_the_name_of_a_step_stands_out_and_its_text_begins_below_it(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    found = page.evaluate("""() => [...document.querySelectorAll(".tick-list > li")].map(line => {
      const left = element => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getBoundingClientRect().left;
      };
      const [name, about] = line.querySelectorAll("label, p");
      return [getComputedStyle(name).fontWeight >= 600, left(name) - left(about)];
    })""")
    assert found
    assert all(line == [True, 0] for line in found)


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_phone_shows_every_column_of_the_cost(open_page: OpenPage, language: str) -> None:
    page = open_page(address("home", language), viewport={"width": 360, "height": 740})
    large = EMPLOYER | {"hours_per_week": "37", "efficiency_percent": "100", "wage": "999", "holiday": "money"}
    page.context.add_cookies(browser_cookies({"employer": large}, page.url))
    page.goto(address("employer-income", language))
    right = page.locator(".cost-table").evaluate("table => table.getBoundingClientRect().right")
    assert right <= 360
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("pattern", ["employer-income", "for-employers"])
def test_boxes_that_can_not_be_ticked_are_only_on_paper(open_page: OpenPage, pattern: str) -> None:
    page = open_page(address(pattern, "en"))
    mark = "getComputedStyle(document.querySelector('.checklist > li'), '::before').content"
    assert "☐" not in page.evaluate(mark)
    page.emulate_media(media="print")
    assert "☐" in page.evaluate(mark)
