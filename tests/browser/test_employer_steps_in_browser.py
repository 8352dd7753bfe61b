"""The employer's list in a browser: its ticks stay while the dates are worked out."""

from functools import partial

from playwright.sync_api import expect

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
