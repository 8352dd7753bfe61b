"""Back and forward over errors and successes: a page of the site at every stage, never the browser's own error page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import Page, expect

from eligibility.law.questions import QUESTIONS
from fleksjob_site.personas.persons import PERSONS, data_of
from fleksjob_site.take_along.link import write
from tests.browser.acts import Act, filled, press
from tests.browser.sessions import NOW
from tests.browser.state import browser_cookies
from tests.browser.visiting import OpenPage
from tests.eligibility.law.answering import FITTING

SUMMARY = "[data-module=error-summary]"
SEND = press("#main form .button-primary")
LINK = write(data_of(PERSONS["amina"]))

# Both languages with and without JavaScript.
EACH_WAY = [(language, scripts) for language in ("da", "en") for scripts in (True, False)]
each_way = pytest.mark.parametrize(("language", "scripts"), EACH_WAY)


def address(name: str, language: str, **arguments: Any) -> str:
    with override(language):
        return reverse(name, kwargs=arguments)


def unfold(page: Page, details: str) -> None:
    if page.locator(details).get_attribute("open") is None:
        page.locator(f"{details} > summary").click()


def choose_a_day(day: str, month: str, year: str) -> Act:
    """Choose another day on the outcome page."""

    def act(page: Page) -> None:
        unfold(page, "#another-day")
        for part, text in (("day", day), ("month", month), ("year", year)):
            page.locator(f"[name=day-{part}]").fill(text)
        press("#day-form button")(page)

    return act


def months(kind: str, month: str) -> Act:
    """Choose what happens in the year, and perhaps in which month."""

    def act(page: Page) -> None:
        unfold(page, "#year-more")
        page.locator("[name=event1_kind]").select_option(kind)
        page.locator("[name=event1_month]").select_option(month)
        page.locator("[name=event1_number]").fill("5")
        SEND(page)

    return act


def paid_month(page: Page) -> None:
    page.locator("[name=wage_kind][value=with-pension]").check()
    page.locator("[name=ceiling_kind][value=unknown]").check()
    filled({"month-month": "5", "month-year": "2026", "wage": "15000", "subsidy": "9000"})(page)


def opened(page: Page) -> None:
    """Paste a right link, look at what is in it, and use it."""
    filled({"link": LINK})(page)
    expect(page.locator("input[name=link][type=hidden]:not([data-opens-link])")).to_have_count(1)
    SEND(page)


BORN = {"answer-month": "5", "answer-year": "1980"}
JOB = {"hours_per_week": "18", "wage": "200", "month-month": "5", "month-year": "2024"}
# The month is not looked at: as bday-month asks the browser to remember it, Chromium shows what stood there once.
BORN_AFTER = {"answer-year": "1980"}
START = {"first_day-day": "31", "first_day-month": "1", "first_day-year": "2027"}


def stated(page: Page) -> None:
    """A full-time wage with everything that is asked for."""
    page.locator("[name=holiday]").last.check()
    filled({"wage": "180", "pension_on_top_percent": "10"})(page)


# For each form: its page, what was told before, an error, its mending, and what its page shows afterwards.
FORMS: dict[str, tuple[str, dict[str, Any], Act, Act, dict[str, str]]] = {
    "walk": ("eligibility:question", {}, filled(BORN | {"answer-month": "13"}), filled(BORN), BORN_AFTER),
    "income": ("income", {}, filled(JOB | {"wage": ""}), filled(JOB), JOB),
    "employer": ("employer-income", {}, filled({"wage": ""}),
                 filled({"hours_per_week": "20", "efficiency_percent": "50", "wage": "180"}), {"wage": "180"}),
    "ceiling": ("wage-ceiling", {}, filled({"wage": ""}), filled({"wage": "180"}), {"wage": "180"}),
    "employer steps": ("employer-steps", {}, filled(dict.fromkeys(START, "")), filled(START), START),
    "full-time wage": ("employer-full-time-wage", {}, filled({"wage": ""}),
                       stated, {"wage": "180"}),
    "own business": ("own-business", {}, filled({"year1_result": ""}), filled({"year1_result": "-4000"}),
                     {"year1_result": "-4000"}),
    "allowance": ("allowance", {"unemployment-allowance": {"level": "other"}},
                  filled({"month-month": "", "month-year": ""}),
                  filled({"month-month": "5", "month-year": "2026", "wage": "4000"}), {"wage": "4000"}),
    "payout": ("payout", {}, SEND, paid_month, {}),
    "year": ("year", {"income": NOW}, months("free-choice", ""), months("free-choice", "2027-03"),
             {"event1_number": "5"}),
    "link": ("open-link", {}, filled({"link": "v1.nothing"}), opened, {"link": ""}),
    "day": ("eligibility:outcome", {"eligibility": FITTING}, choose_a_day("1", "1", "1900"),
            choose_a_day("30", "6", "2026"), {"day-day": "30", "day-month": "6", "day-year": "2026"}),
}  # fmt: skip


def begin(open_page: OpenPage, name: str, language: str, *, scripts: bool) -> Page:
    pattern, told, *_ = FORMS[name]
    place = {"question": QUESTIONS[0]} if pattern == "eligibility:question" else {}
    page = open_page(address("home", language), java_script_enabled=scripts)
    page.context.add_cookies(browser_cookies(told, page.url) if told else [])
    page.goto(address(pattern, language, **place))
    return page


def moved(page: Page, move: Callable[[], object]) -> None:
    """Go back or forward; neither of them may end on an error page of the browser."""
    move()
    assert page.url.startswith("http"), page.url
    expect(page.locator("#main")).to_have_count(1)


@each_way
@pytest.mark.parametrize("name", FORMS)
def test_back_and_forward_over_an_error_and_over_its_mending(
    open_page: OpenPage, name: str, language: str, scripts: bool
) -> None:
    _, _, make_an_error, mend, after = FORMS[name]
    page = begin(open_page, name, language, scripts=scripts)
    plain = page.url
    make_an_error(page)
    wrong = page.url
    assert wrong == f"{plain}?show=errors"
    expect(page.locator(SUMMARY)).to_have_count(1)

    moved(page, page.go_back)
    assert page.url == plain
    expect(page.locator(SUMMARY)).to_have_count(0)
    moved(page, page.go_forward)
    assert page.url == wrong
    expect(page.locator(SUMMARY)).to_have_count(1)
    moved(page, page.reload)
    expect(page.locator(SUMMARY)).to_have_count(1)

    mend(page)
    expect(page.locator(SUMMARY)).to_have_count(0)
    done = page.url
    stages: list[str] = []
    while stages[-2:] != [wrong, plain]:
        assert len(stages) < 5, stages
        moved(page, page.go_back)
        expect(page.locator(SUMMARY)).to_have_count(0)
        stages.append(page.url)
    for field, value in after.items():
        expect(page.locator(f"[name='{field}']").first).to_have_value(value)
    for _ in stages:
        moved(page, page.go_forward)
        expect(page.locator(SUMMARY)).to_have_count(0)
    assert page.url == done


@each_way
def test_the_page_after_an_error_link_starts_at_its_top(open_page: OpenPage, language: str, scripts: bool) -> None:
    page = begin(open_page, "walk", language, scripts=scripts)
    SEND(page)
    page.locator(f"{SUMMARY} a").click()
    assert page.url.endswith("#id_answer")
    filled(BORN)(page)
    assert page.url.endswith(address("eligibility:question", language, question=QUESTIONS[1]))
    assert page.evaluate("scrollY") == 0
    SEND(page)
    # Not even the page of the next error.
    assert page.url.endswith("?show=errors")


@each_way
def test_what_is_removed_can_be_put_back_after_reload_and_back(
    open_page: OpenPage, language: str, scripts: bool
) -> None:
    page = begin(open_page, "payout", language, scripts=scripts)
    paid_month(page)
    press("button[name=remove]")(page)
    put_back = page.locator(f"form[action='{address('put-month-back', language)}']")
    for move in (page.reload, page.go_back, page.go_forward):
        moved(page, move)
    expect(put_back).to_have_count(1)
    press(f"form[action='{address('put-month-back', language)}'] button")(page)
    expect(page.locator("button[name=remove]")).to_have_count(1)
    moved(page, page.go_back)
    expect(put_back).to_have_count(0)


@each_way
def test_a_link_waits_until_it_is_declined(open_page: OpenPage, language: str, scripts: bool) -> None:
    page = begin(open_page, "link", language, scripts=scripts)
    filled({"link": LINK})(page)
    asked = page.url
    waiting = page.locator("button[name=decline]")
    for move in (page.reload, page.go_back, page.go_forward):
        moved(page, move)
    expect(waiting).to_have_count(1)
    press("button[name=decline]")(page)
    assert page.url.endswith(address("home", language))
    moved(page, page.go_back)
    assert page.url == asked
    expect(waiting).to_have_count(0)
    expect(page.locator("#id_link")).to_have_value("")


# A browser that keeps pages for Back, as WebKit does, shows one again with this event.
SHOWN_AGAIN = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"


def test_a_page_that_the_browser_kept_shows_no_deleted_answers(open_page: OpenPage) -> None:
    page = begin(open_page, "income", "en", scripts=True)
    filled(JOB)(page)
    page.context.clear_cookies()
    expect(page.locator("#id_wage")).to_have_value("200")
    with page.expect_navigation():
        page.evaluate(SHOWN_AGAIN)
    expect(page.locator("#id_wage")).to_have_value("")


def test_a_kept_page_is_not_loaded_again_over_what_is_typed_and_not_sent(open_page: OpenPage) -> None:
    page = begin(open_page, "walk", "en", scripts=True)
    loaded: list[str] = []
    page.locator("#id_answer").fill("5")
    page.on("framenavigated", lambda frame: loaded.append(frame.url))
    page.evaluate(SHOWN_AGAIN)
    # Once it has been sent, or the way leads to deleting, nothing would be lost.
    SEND(page)
    page.evaluate("document.querySelector('#id_answer').focus()")
    assert len(loaded) == 1
    page.locator("#id_answer").fill("6")
    page.evaluate("document.querySelector('.flow-tools a').addEventListener('click', click => click.preventDefault())")
    page.locator(".flow-tools a").click()
    with page.expect_navigation():
        page.evaluate(SHOWN_AGAIN)
