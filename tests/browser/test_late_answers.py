"""Late responses: what was deleted stays deleted, and what was stored stays stored, whichever comes last.

An answer is held once it is made, with whatever cookies it sets, until something else has been done.
"""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from fleksjob_site.serving.parts import Part
from tests.browser.conftest import Held, Server
from tests.browser.state import browser_cookies
from tests.browser.visiting import OpenPage, fill_official_example, follow
from tests.eligibility.law.answering import FITTING

INCOME, WALK = "/en/income/", "/en/target-group/outcome/"
CALCULATE = "#income-form .button-primary"
KEEP = "#income-form button[name=keep]"
TYPED = {"hours_per_week": "18", "efficiency_percent": "100", "wage_kind": "hourly", "wage": "200",
         "month-month": "5", "month-year": "2024"}  # fmt: skip
TOLD: dict[str, Any] = {"eligibility": FITTING, "income": {"wage": "210"}}


@pytest.fixture
def told(open_page: OpenPage, server: Server) -> Callable[..., Page]:
    """A browser whose session holds this data, on a page."""

    def told(address: str, content: dict[str, Any] = TOLD, **options: Any) -> Page:
        page = open_page("/en/answers-deleted/", **options)
        page.context.add_cookies(browser_cookies(content, server.url))
        page.goto(address)
        return page

    return told


def at(path: str) -> re.Pattern[str]:
    return re.compile(re.escape(path) + "$")


def delete_all(page: Page) -> None:
    page.goto("/en/delete-my-answers/")
    follow(page, "#main form .button-warning")
    expect(page.locator("h1")).to_have_text("Your answers have been deleted")


def arrives(page: Page, held: Held) -> None:
    """Release the response to a form, and wait until the browser has all of it, cookies included."""
    with page.expect_event("requestfinished", lambda request: request.method == "POST"):
        held.release()


def nothing_is_told(page: Page) -> None:
    page.goto(WALK)
    expect(page).to_have_url(at("/en/target-group/question/birth-month/"))
    page.goto(INCOME)
    expect(page.locator("#id_wage")).to_have_value("")


def test_a_letter_that_arrives_after_deleting_restores_nothing(told: Callable[..., Page], server: Server) -> None:
    page = told("/en/take-along/")
    other = page.context.new_page()
    held = server.hold("GET /en/letter/")
    with page.expect_download() as letter:
        page.locator("a[href*='/letter/']").first.click()
        held.wait()
        delete_all(other)
        held.release()
    assert letter.value.path().stat().st_size > 1000
    nothing_is_told(other)


def test_a_change_while_a_letter_is_made_is_kept(told: Callable[..., Page], server: Server) -> None:
    page = told("/en/take-along/")
    other = page.context.new_page()
    held = server.hold("GET /en/letter/")
    with page.expect_download():
        page.locator("a[href*='/letter/']").first.click()
        held.wait()
        other.goto(INCOME)
        fill_official_example(other)
        follow(other, CALCULATE)
        held.release()
    other.goto(INCOME)
    expect(other.locator("#id_wage")).to_have_value("200")


def test_a_live_update_that_arrives_after_deleting_in_another_tab_restores_nothing(
    told: Callable[..., Page], server: Server
) -> None:
    page = told(INCOME)
    other = page.context.new_page()
    held = server.hold("POST /en/income/")
    page.locator("#id_wage").fill("333")
    held.wait()
    delete_all(other)
    arrives(page, held)
    nothing_is_told(other)


def test_a_live_update_is_aborted_at_once_for_a_link_or_a_button(told: Callable[..., Page], server: Server) -> None:
    page = told(INCOME, TOLD | {"income": TYPED})
    expect(page.locator("[data-result]")).to_be_visible()
    for leave, request in ((KEEP, "POST /en/income/"), (".flow-tools a", "GET /en/delete-my-answers/")):
        live = server.hold("POST /en/income/")
        page.locator("#id_wage").fill("333" if leave == KEEP else "334")
        live.wait()
        next_page = server.hold(request)
        # The page is still there, since the next one has not arrived.
        with page.expect_event("requestfailed", lambda given_up: given_up.method == "POST"):
            page.locator(leave).click(no_wait_after=True)
        live.release()
        with page.expect_navigation():
            next_page.wait()
            next_page.release()
    follow(page, "#main form .button-warning")
    nothing_is_told(page)


def test_a_live_update_removes_no_kept_case(told: Callable[..., Page], server: Server) -> None:
    page = told(INCOME, {})
    fill_official_example(page)
    expect(page.locator("[data-result]")).to_be_visible()
    held = server.hold("POST /en/income/")
    page.locator("#id_wage").fill("201")
    held.wait()
    follow(page, KEEP)
    held.release()
    page.goto(INCOME)
    expect(page.locator(".cases-table button")).to_have_count(1)


def test_a_live_update_and_another_tab_do_not_overwrite_each_other(told: Callable[..., Page], server: Server) -> None:
    page = told(INCOME, {"eligibility": {"birth-month": "1980-05"}})
    other = page.context.new_page()
    held = server.hold("POST /en/income/")
    page.locator("#id_wage").fill("333")
    held.wait()
    other.goto("/en/target-group/question/where-you-live/")
    other.locator("input[value=yes]").check()
    follow(other, "#main form .button-primary")
    arrives(page, held)
    other.goto("/en/target-group/question/where-you-live/")
    expect(other.locator("input[value=yes]")).to_be_checked()
    other.goto(INCOME)
    expect(other.locator("#id_wage")).to_have_value("333")


def test_a_first_page_that_arrives_late_deletes_nothing(open_page: OpenPage, server: Server) -> None:
    page = open_page("/en/answers-deleted/")
    other = page.context.new_page()
    held = server.hold("GET /en/income/")
    page.evaluate("location.href = '/en/income/'")
    held.wait()
    other.goto("/en/target-group/question/birth-month/")
    other.locator("#id_answer").fill("5")
    other.locator("#id_answer-year").fill("1980")
    follow(other, "#main form .button-primary")
    held.release()
    expect(page.locator("#id_wage")).to_be_visible()
    other.goto("/en/target-group/question/birth-month/")
    expect(other.locator("#id_answer-year")).to_have_value("1980")


def test_a_page_of_a_deleted_session_says_so_and_saves_only_when_asked(told: Callable[..., Page]) -> None:
    page = told(INCOME, expected_fault="status of 403")
    delete_all(page.context.new_page())
    page.locator("#id_wage").fill("333")
    expect(page.locator("h1")).to_have_text("Please send it again")
    expect(page.locator("h2.alert-heading")).to_have_text("You have deleted your answers")
    expect(page.locator("#main")).not_to_contain_text("24 hours")
    assert not [cookie for cookie in page.context.cookies() if cookie["name"] == Part.INCOME.cookie]


def test_numbers_changed_in_another_tab_give_a_notice(told: Callable[..., Page]) -> None:
    page = told(INCOME)
    other = page.context.new_page()
    other.goto(INCOME)
    for tab, wage in ((page, "200"), (other, "220"), (page, "230")):
        fill_official_example(tab)
        tab.locator("#id_wage").fill(wage)
        follow(tab, CALCULATE)
        expect(tab.locator("#id_wage")).to_have_value(wage)
        expect(tab.locator("h2.alert-heading")).to_have_count(0 if wage == "200" else 1)
        if wage != "200":
            expect(tab.locator("h2.alert-heading")).to_have_text("Also changed on another page")


def test_a_question_left_out_by_another_tab_gives_a_notice(told: Callable[..., Page]) -> None:
    page = told("/en/target-group/question/pace/", {"eligibility": FITTING}, expected_fault="status of 409")
    other = page.context.new_page()
    other.goto("/en/target-group/question/birth-month/")
    other.locator("#id_answer-year").fill("1940")
    follow(other, "#main form .button-primary")
    follow(page, "#main form .button-primary")
    expect(page.locator("h1")).to_have_text("Your answers have changed")


@pytest.mark.parametrize("scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_a_double_click_counts_once(told: Callable[..., Page], scripts: bool) -> None:
    page = told(INCOME, {}, java_script_enabled=scripts)
    for wage in ("200", "210"):
        fill_official_example(page)
        page.locator("#id_wage").fill(wage)
        page.locator(KEEP).dblclick()
        expect(page.locator(".cases-table button")).to_have_count(1 if wage == "200" else 2)
    page.locator(".cases-table button").first.dblclick()
    expect(page.locator("h2.alert-heading")).to_have_text("The case has been removed")
    expect(page.locator(".cases-table button")).to_have_count(1)
    page.locator(".alert-success button").click()
    expect(page.locator(".cases-table button")).to_have_count(2)


@pytest.mark.parametrize("scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_switching_the_language_keeps_unsent_input(told: Callable[..., Page], scripts: bool) -> None:
    page = told("/en/target-group/question/birth-month/", {}, java_script_enabled=scripts)
    page.locator("#id_answer-year").fill("19")
    follow(page, ".language-switcher-header button[lang=da]")
    expect(page.locator("html")).to_have_attribute("lang", "da")
    expect(page.locator("#id_answer-year")).to_have_value("19")
    expect(page.locator(".form-error-message")).to_have_count(0)
    page.locator("#id_answer").fill("5")
    page.locator("#id_answer-year").fill("1980")
    with page.expect_navigation():
        # Enter submits the form and does not switch the language.
        page.locator("#id_answer-year").press("Enter")
    expect(page).to_have_url(at("/maalgruppe/spoergsmaal/bopael/"))


def test_the_language_can_be_switched_during_a_live_update(told: Callable[..., Page], server: Server) -> None:
    page = told(INCOME, {})
    held = server.hold("POST /en/income/")
    page.locator("#id_wage").fill("20")
    held.wait()
    page.locator("#id_wage").fill("205")
    follow(page, ".language-switcher-header button[lang=da]")
    held.release()
    expect(page.locator("#id_wage")).to_have_value("205")
    page.reload()
    expect(page.locator("#id_wage")).to_have_value("205")
