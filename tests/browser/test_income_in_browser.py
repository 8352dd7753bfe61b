"""The income page in a real browser: by button and live, with slow answers, in both languages."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.visiting import WORDS, OpenPage, fill_official_example, follow


@pytest.mark.parametrize("scripts", [True, False], ids=["with-javascript", "without-javascript"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_income_page_calculates_by_button(open_page: OpenPage, language: str, scripts: bool) -> None:
    page = open_page(WORDS[language]["income"], java_script_enabled=scripts)
    fill_official_example(page)
    follow(page, "#main form[data-live] .button-primary")
    expect(page.locator("[data-result]")).to_have_text(WORDS[language]["total_less_atp"].replace(" ", "\u00a0"))
    page.locator("#id_wage").fill("1.23.4")
    follow(page, "#main form[data-live] .button-primary")
    summary = page.locator("[data-module=error-summary]")
    expect(summary).to_be_visible()
    summary.locator("a").click()
    expect(page.locator("#id_wage")).to_be_focused() if scripts else expect(
        page.locator("#id_wage:target")
    ).to_be_visible()
    expect(page.locator("#id_wage")).to_have_value("1.23.4")


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_income_page_updates_while_typing_and_announces_the_total_once(open_page: OpenPage, language: str) -> None:
    page = open_page(WORDS[language]["income"])
    fill_official_example(page)
    total = WORDS[language]["total_less_atp"].replace(" ", "\u00a0")
    expect(page.locator("[data-result]")).to_have_text(total)
    named = {"da": "I alt før skat: {} Til din konto før skat: ", "en": "Total before tax: {}. To your account "}[
        language
    ]
    expect(page.locator("#live")).to_contain_text(named.format(WORDS[language]["total_less_atp"]))
    expect(page.locator("#id_month-year")).to_be_focused()


@pytest.mark.parametrize("language", ["da", "en"])
def test_typing_slowly_during_slow_responses_loses_no_digit(open_page: OpenPage, server: Any, language: str) -> None:
    page = open_page(WORDS[language]["income"])
    page.locator("#id_hours_per_week").fill("12")
    page.locator("input[name=wage_kind][value=full-time]").check()
    page.locator("#more summary").click()
    server.delay = 0.6
    wage = page.locator("#id_wage")
    wage.focus()
    for key in "21092,50":
        page.keyboard.type(key)
        page.wait_for_timeout(250)
        assert wage.input_value() == "21092,50"[: len(wage.input_value())]
    expect(wage).to_have_value("21092,50")
    # A month of 12 hours of 37 at this wage, less own ATP, in either number format.
    expect(page.locator(".result-panel")).to_contain_text(re.compile(r"6[.,]808"))
    expect(wage).to_have_value("21092,50")
    expect(wage).to_be_focused()
    assert wage.evaluate("field => field.selectionStart") == len("21092,50")
    expect(page.locator("#more")).to_have_attribute("open", "")


def test_moving_to_the_next_field_before_the_response_loses_neither_input(open_page: OpenPage, server: Any) -> None:
    page = open_page("/en/income/")
    server.delay = 0.5
    page.locator("#id_hours_per_week").press_sequentially("18")
    page.wait_for_timeout(300)
    page.locator("#id_hours_per_week").press_sequentially(".5")
    page.keyboard.press("Tab")
    page.locator("#id_wage").press_sequentially("210")
    expect(page.locator("[data-result]")).to_be_visible()
    expect(page.locator("#id_hours_per_week")).to_have_value("18.5")
    expect(page.locator("#id_wage")).to_have_value("210")


@pytest.mark.parametrize(("language", "written"), [("da", "12,5"), ("en", "12.5")])
def test_a_slider_writes_its_number_in_the_format_of_the_language(
    open_page: OpenPage, language: str, written: str
) -> None:
    page = open_page(WORDS[language]["income"])
    page.locator("#id_hours_per_week-slider").fill("12.5")
    expect(page.locator("#id_hours_per_week")).to_have_value(written)


def test_a_slider_follows_what_the_server_reads_and_nothing_else(open_page: OpenPage) -> None:
    page = open_page("/en/income/")
    field, slider = page.locator("#id_efficiency_percent"), page.locator("#id_efficiency_percent-slider")
    for typed, place in (
        ("50", "50"), ("33,5", "34"), ("33.5 %", "34"), ("\u200b60\u00a0%", "60"), ("1.234", "60"), ("6 0", "60"),
        ("7:30", "60"), ("", "60"), ("70,", "60"), ("70 timer", "70"),
    ):  # fmt: skip
        field.fill(typed)
        assert slider.input_value() == place, typed


def test_a_slider_follows_what_only_the_server_reads_and_the_field_then_shows_the_number(open_page: OpenPage) -> None:
    page = open_page("/en/income/", viewport={"width": 360, "height": 740})
    hours, pace = page.locator("#id_hours_per_week-slider"), page.locator("#id_efficiency_percent-slider")
    page.locator("#id_wage").fill("200")
    for typed, place, said in (
        ("12 hrs a week", "12", "12 hours"), ("7:30", "7.5", "7.5 hours"), ("20 t/uge", "20", "20 hours"),
    ):  # fmt: skip
        page.locator("#id_hours_per_week").fill(typed)
        expect(hours).to_have_js_property("value", place)
        expect(hours).to_have_attribute("aria-valuetext", said)
    page.locator("#id_efficiency_percent").fill("60 percent")
    expect(pace).to_have_js_property("value", "60")
    expect(page.locator("#id_efficiency_percent")).to_have_value("60 percent")
    follow(page, "#main form[data-live] .button-primary")
    expect(page.locator("#id_hours_per_week")).to_have_value("20")
    expect(page.locator("#id_efficiency_percent")).to_have_value("60")
    expect(hours).to_have_js_property("value", "20")
    expect(pace).to_have_attribute("aria-valuetext", "60%")


@pytest.mark.parametrize(
    ("language", "one", "many", "per_cent"),
    [("da", "1 time", "12,5 timer", "40\u00a0%"), ("en", "1 hour", "12.5 hours", "40%")],
)
def test_a_slider_says_its_value_in_words(
    open_page: OpenPage, language: str, one: str, many: str, per_cent: str
) -> None:
    page = open_page(WORDS[language]["income"])
    hours, pace = page.locator("#id_hours_per_week-slider"), page.locator("#id_efficiency_percent-slider")
    hours.fill("1")
    expect(hours).to_have_attribute("aria-valuetext", one)
    page.locator("#id_hours_per_week").fill("12.5")
    expect(hours).to_have_attribute("aria-valuetext", many)
    pace.fill("40")
    page.locator("#id_wage").fill("200")
    expect(page.locator("[data-result]")).to_be_visible()
    expect(pace).to_have_attribute("aria-valuetext", per_cent)
    expect(hours).to_have_attribute("aria-valuetext", many)


def test_a_slider_keeps_its_place_while_dragged_during_a_slow_response(open_page: OpenPage, server: Any) -> None:
    page = open_page("/indkomst/", viewport={"width": 1280, "height": 900})
    fill_official_example(page)
    expect(page.locator("[data-result]")).to_be_visible()
    server.delay = 0.5
    slider = page.locator("#id_efficiency_percent-slider")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] - 8, middle)
    page.mouse.down()
    for share in (0.9, 0.8, 0.7, 0.6):
        page.mouse.move(box["x"] + box["width"] * share, middle)
        page.wait_for_timeout(100)
    held = slider.input_value()
    page.wait_for_timeout(1200)
    assert slider.input_value() == held
    page.mouse.move(box["x"] + box["width"] * 0.5, middle)
    page.mouse.up()
    moved = slider.input_value()
    assert moved != held
    expect(page.locator("#id_efficiency_percent")).to_have_value(moved)
    paid = f"{18 * int(moved) / 100:g}".replace(".", ",")
    expect(page.locator("#steps ~ .amounts").last).to_contain_text(f"{paid} timer")


def test_a_session_that_ended_while_the_page_was_open_asks_to_submit_again(open_page: OpenPage) -> None:
    page = open_page("/en/income/", expected_fault="status of 403")
    fill_official_example(page)
    expect(page.locator("[data-result]")).to_be_visible()
    page.context.clear_cookies()
    follow(page, "#main form[data-live] .button-primary")
    expect(page.locator("h1")).to_have_text("Please send it again")
    follow(page, "#main form .button-primary")
    expect(page.locator("[data-result]")).to_have_text("DKK\u00a030,826")


@pytest.mark.parametrize("width", [360, 1280])
def test_after_an_error_the_summary_has_the_focus_and_is_in_view(open_page: OpenPage, width: int) -> None:
    page = open_page("/en/income/", viewport={"width": width, "height": 780})
    page.locator("#id_wage").fill("1.23.4")
    follow(page, "#main form[data-live] .button-primary")
    summary = page.locator("[data-module=error-summary]")
    expect(summary).to_be_focused()
    expect(summary).to_be_in_viewport()


def test_back_and_reload_work_after_calculating(open_page: OpenPage) -> None:
    page = open_page("/en/income/")
    fill_official_example(page)
    follow(page, "#main form[data-live] .button-primary")
    expect(page.locator("#result")).to_be_in_viewport()
    page.reload()
    expect(page.locator("[data-result]")).to_have_text("DKK\u00a030,826")
    page.locator(".language-switcher-header button[lang=da]").click()
    expect(page.locator("[data-result]")).to_have_text("30.826\u00a0kr.")
    page.go_back()
    expect(page.locator("[data-result]")).to_have_text("DKK\u00a030,826")


def test_a_session_that_ends_while_typing_leads_to_the_page_that_says_so(open_page: OpenPage) -> None:
    page = open_page("/en/income/", expected_fault="status of 403")
    fill_official_example(page)
    expect(page.locator("[data-result]")).to_be_visible()
    page.context.clear_cookies()
    page.locator("#id_wage").press_sequentially("1")
    expect(page.locator("h1")).to_have_text("Please send it again")
    expect(page.locator("h1")).to_be_focused()


@pytest.mark.parametrize("language", ["da", "en"])
def test_without_javascript_no_old_total_is_shown_with_new_numbers(open_page: OpenPage, language: str) -> None:
    page = open_page(WORDS[language]["income"], viewport={"width": 360, "height": 700}, java_script_enabled=False)
    fill_official_example(page)
    follow(page, "#main form[data-live] .button-primary")
    expect(page.locator(".total-in-sight")).to_have_count(1)
    expect(page.locator(".total-in-sight")).to_be_hidden()
