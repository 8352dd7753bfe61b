"""What is folded may be missing from an answer while somebody types, but never where it is opened or printed."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Server
from tests.browser.visiting import WORDS, OpenPage, fill_official_example, follow

STEP = "#step-total"


@pytest.fixture
def typed(open_page: OpenPage) -> Page:
    """The income page after a live answer, with nothing open."""
    page = open_page(WORDS["en"]["income"])
    fill_official_example(page)
    expect(page.locator("[data-result]")).to_contain_text("DKK")
    return page


def content(page: Page, details: str) -> Locator:
    return page.locator(f"{details} > .details-text")


@contextmanager
def an_answer_to(page: Page) -> Iterator[None]:
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        yield


def test_nothing_folded_is_in_an_answer_until_it_is_opened(typed: Page) -> None:
    assert typed.locator("details[data-late]").count() > 8
    expect(typed.locator("details[data-late] > .details-text:not(:empty)")).to_have_count(0)
    with an_answer_to(typed):
        typed.locator(f"{STEP} > summary").click()
    expect(content(typed, STEP)).to_contain_text("subsidy")
    # The answer has brought all of it, so the next one is open at once.
    typed.locator("#curve-table > summary").click()
    expect(content(typed, "#curve-table").locator("tr.curve-table-here")).to_have_count(1)


def test_what_is_open_follows_what_is_typed(typed: Page) -> None:
    with an_answer_to(typed):
        typed.locator(f"{STEP} > summary").click()
    expect(content(typed, STEP)).to_contain_text("subsidy")
    before = content(typed, STEP).inner_text()
    with an_answer_to(typed):
        typed.locator("#id_wage").fill("210")
    expect(content(typed, STEP)).not_to_have_text(before, use_inner_text=True)
    expect(content(typed, STEP)).to_contain_text("subsidy")
    typed.locator(f"{STEP} > summary").click()
    with an_answer_to(typed):
        typed.locator("#id_wage").fill("215")
    expect(content(typed, STEP)).to_be_empty()


def test_what_is_opened_while_an_answer_is_on_its_way_is_fetched(typed: Page, server: Server) -> None:
    held = server.hold("POST /en/income/")
    typed.locator("#id_wage").fill("210")
    held.wait()
    typed.locator(f"{STEP} > summary").click()
    held.release()
    expect(content(typed, STEP)).to_contain_text("subsidy")


def test_printing_fetches_what_is_folded(typed: Page) -> None:
    sheets = PdfReader(io.BytesIO(typed.pdf(format="A4"))).pages
    text = " ".join(" ".join(sheet.extract_text().split()) for sheet in sheets)
    assert "Paid hours a week" in text
    for details in typed.locator("details[data-late]").all():
        expect(details.locator("> .details-text")).not_to_be_empty()
    assert "LAB § 123" in text


def test_with_a_page_by_the_button_everything_is_there(typed: Page) -> None:
    follow(typed, "#main form[data-live] .button-primary")
    expect(typed.locator("details[data-late] > .details-text:empty")).to_have_count(0)
    assert typed.locator("details[data-late]").count() > 8


def test_the_form_stays_as_it_is_and_sends_what_nobody_sees_anew(typed: Page) -> None:
    typed.evaluate("window.form = document.getElementById('income-form'); window.field = form.elements.wage")
    seen = typed.locator("#income-form [name=seen]").input_value()
    with an_answer_to(typed):
        typed.locator("#id_wage").fill("210")
    expect(typed.locator("#income-form [name=seen]")).not_to_have_value(seen)
    assert typed.evaluate("form.isConnected && field.isConnected && form.elements.wage.value") == "210"
    # A field in error changes how the form looks, so this answer holds it.
    with an_answer_to(typed):
        typed.locator("#id_wage").fill("1.23.4")
        typed.locator("#id_hours_per_week").focus()
    expect(typed.locator(".form-error-message")).to_have_count(1)
    expect(typed.locator("#id_wage")).to_have_value("1.23.4")


def test_a_slider_stays_at_what_is_typed_after_the_answer(typed: Page) -> None:
    for text, place in (("62", "62"), ("about 40", "40"), ("55", "55")):
        with an_answer_to(typed):
            typed.locator("#id_efficiency_percent").fill(text)
        expect(typed.locator("#id_efficiency_percent-slider")).to_have_js_property("value", place)
        # A second answer comes without the form.
        with an_answer_to(typed):
            typed.locator("#id_wage").fill("2" + place)
        expect(typed.locator("[data-result]")).to_contain_text("DKK")
        expect(typed.locator("#id_efficiency_percent-slider")).to_have_js_property("value", place)


def test_what_is_opened_without_a_result_is_asked_for_once(typed: Page, server: Server) -> None:
    with an_answer_to(typed):
        typed.locator("#id_wage").fill("")
    before = len(server.log)
    with an_answer_to(typed):
        typed.locator(f"{STEP} > summary").click()
    typed.wait_for_timeout(1500)
    assert len(server.log) == before + 1
    with an_answer_to(typed):
        typed.locator("#id_wage").fill("210")
    expect(content(typed, STEP)).to_contain_text("subsidy")
