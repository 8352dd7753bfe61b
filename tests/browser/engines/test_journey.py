"""The journey through the site in each engine, with Back at every stage over errors and results."""

from collections.abc import Callable
from itertools import product

import pytest
from django.urls import reverse
from django.utils.translation import override

from tests.browser.conftest import Server
from tests.browser.engines.engine import Engine, Window
from tests.browser.visiting import ASKED, WORDS
from tests.eligibility.law.answering import FITTING


def ways(*combinations: tuple[bool, str]) -> pytest.MarkDecorator:
    """Each engine with scripts or without, in a language."""
    values = [
        pytest.param((name, {"scripts": scripts}), language, id=f"{name}-{language}-{'with' if scripts else 'no'}-js")
        for name, (scripts, language) in product(("firefox", "webkit", "chromium"), combinations)
    ]
    return pytest.mark.parametrize(("engine", "language"), values, indirect=["engine"])


EVERYWHERE = ways(*product((True, False), ("da", "en")))
# Each language and scripts on or off once, for what takes long.
ONCE = ways((True, "en"), (False, "da"))
BUTTON, SUMMARY, TOTAL = "#main form .button-primary", "[data-module=error-summary]", "[data-result]"
LIVE_BUTTON = "#main form[data-live] .button-primary"
RULES = {"da": "18.840 kr.", "en": "DKK 18,840"}
PAID = {"month-month": "5", "month-year": "2026", "wage": "8000", "own_pension": "400", "employer_pension": "800",
        "subsidy": "17910", "ceiling": "34000"}  # fmt: skip

Posts = Callable[[], int]


def address(name: str, language: str) -> str:
    with override(language):
        return reverse(name)


def back(window: Window, server: Server, posts: Posts) -> None:
    """Go back: to a page of the site, which is shown at its top or where it was left, and nothing is sent again."""
    sent = posts()
    window.go_back()
    assert window.url.startswith(server.url), f"Back leads to {window.url}"
    assert window.count("main h1") == 1
    assert posts() == sent, "Back has sent a form again"


def answer(window: Window, key: str) -> None:
    given = FITTING[key]
    if key == "birth-month":
        year, month = given.split("-")
        window.type("#id_answer", month)
        window.type("#id_answer-year", year)
    elif window.count("input[type=radio], input[type=checkbox]"):
        for choice in given.split(","):
            window.click(f"input[value={choice}]")
    else:
        window.type("#id_answer", given)
    window.follow(BUTTON)


@EVERYWHERE
def test_an_error_of_the_walk_is_left_and_mended(window: Window, server: Server, posts: Posts, language: str) -> None:
    window.open(server.url + WORDS[language]["home"])
    window.follow("#main .way-in")
    window.follow("#main a.button")
    question = window.text("h1")
    window.follow(BUTTON)
    assert window.count(SUMMARY) == 1
    back(window, server, posts)
    assert window.text("h1") != question or not window.count(SUMMARY)
    if not window.count("#id_answer"):
        window.follow("#main a.button")
    assert window.text("h1") == question
    # The error again, and this time its link leads to the field, where the month is typed.
    window.follow(BUTTON)
    window.click(f"{SUMMARY} a")
    window.until("location.hash")
    answer(window, ASKED[0])
    assert window.text("h1") != question
    assert window.property("html", "scrollTop") == 0, "the next question opens scrolled past its heading"
    assert "#" not in window.url
    back(window, server, posts)
    assert window.text("h1").endswith(question)
    assert int(window.property("#id_answer", "value")) == 5


@ONCE
def test_the_walk_leads_to_the_outcome_and_back_over_two_answers(
    window: Window, server: Server, posts: Posts, language: str
) -> None:
    window.open(server.url + WORDS[language]["home"])
    window.follow("#main .way-in")
    window.follow("#main a.button")
    for key in ASKED:
        answer(window, key)
    window.follow("#main a.button")
    assert WORDS[language]["outcome"] in window.text("h1")
    for _ in range(3):
        back(window, server, posts)
        assert window.count(SUMMARY) == 0
    given = FITTING[ASKED[-2]].split(",")
    assert all(window.property(f"input[value={choice}]", "checked") for choice in given)


def fill_in_income(window: Window) -> None:
    for field, text in (("hours_per_week", "18"), ("wage", "200"), ("month", "5"), ("month-year", "2024")):
        window.type(f"#id_{field}", text)


@EVERYWHERE
def test_the_income_live_or_by_button_with_an_error_in_between(
    window: Window, server: Server, posts: Posts, engine: Engine, language: str
) -> None:
    window.open(server.url + WORDS[language]["home"])
    window.leads_on(lambda: window.open(server.url + WORDS[language]["income"]))
    scripts = bool(window.script("document.documentElement.classList.contains('js')"))
    fill_in_income(window)
    if scripts:
        window.until(f"document.querySelector('{TOTAL}')")
        assert window.script("document.activeElement.id") == "id_month-year"
    else:
        window.follow(LIVE_BUTTON)
    total = WORDS[language]["total_less_atp"]
    window.until(f"document.querySelector('{TOTAL}').innerText.replace(/\\s/g, ' ') === {total!r}")
    window.type("#id_wage", "1.23.4")
    window.leads_on(lambda: window.keys("Enter"))
    assert window.count(SUMMARY) == 1
    assert window.property("#id_wage", "value") == "1.23.4"
    back(window, server, posts)
    window.type("#id_wage", "210")
    window.leads_on(lambda: window.keys("Enter"))
    assert window.count(SUMMARY) == 0
    assert window.text(TOTAL) not in ("", total)
    if engine.name == "webkit" and not scripts:
        # It takes two results with the same address for one page, and this step for none.
        window.back()
    back(window, server, posts)
    assert window.count(LIVE_BUTTON) == 1


@EVERYWHERE
def test_the_link_is_made_opened_and_everything_deleted(
    window: Window, server: Server, posts: Posts, language: str
) -> None:
    window.open(server.url + WORDS[language]["income"])
    scripts = bool(window.script("document.documentElement.classList.contains('js')"))
    fill_in_income(window)
    window.follow(LIVE_BUTTON)
    window.open(server.url + address("take-along", language))
    link = str(window.property("#link-to-copy", "value"))
    assert "#v1." in link
    window.open(server.url + WORDS[language]["income"])
    delete_everything(window, server, posts)
    back(window, server, posts)
    window.open(server.url + WORDS[language]["income"])
    assert window.property("#id_wage", "value") == ""

    window.open(server.url + address("open-link", language))
    window.type("#id_link", "#v1.nothing")
    window.follow(BUTTON)
    assert window.count(SUMMARY) == 1
    back(window, server, posts)
    window.open(server.url + address("open-link", language))
    if scripts:
        window.script("location.hash = " + repr(link.partition("#")[2]))
        window.until("document.querySelectorAll('#main form:not([hidden]) input[name=link]').length === 1")
    else:
        window.type("#id_link", link)
        window.follow(BUTTON)
    assert "#" not in window.url
    window.follow(BUTTON)
    window.open(server.url + WORDS[language]["income"])
    assert window.text(TOTAL) == WORDS[language]["total_less_atp"]


def delete_everything(window: Window, server: Server, posts: Posts) -> None:
    window.follow(".flow-tools a")
    window.follow("#main .button-warning")


@EVERYWHERE
def test_a_month_of_payout_with_an_error_then_the_result_and_deleted(
    window: Window, server: Server, posts: Posts, language: str
) -> None:
    page = server.url + address("payout", language)
    window.open(server.url + WORDS[language]["home"])
    window.leads_on(lambda: window.open(page))
    scripts = bool(window.script("document.documentElement.classList.contains('js')"))
    window.follow(LIVE_BUTTON)
    assert window.count(SUMMARY) == 1
    back(window, server, posts)
    if window.url != page:
        window.open(page)
    window.click("[name=ceiling_kind]")
    for name, text in PAID.items():
        window.type(f"[name='{name}']", text)
    window.follow(LIVE_BUTTON)
    assert window.count(SUMMARY) == 0
    assert window.count(".payout-month") == 1
    assert RULES[language] in window.text("main")
    back(window, server, posts)
    window.open(page)
    delete_everything(window, server, posts)
    back(window, server, posts)
    back(window, server, posts)
    # Only a script can make a page that WebKit has kept in memory load itself again; over HTTPS none is kept.
    if scripts:
        window.until("!document.querySelector('.payout-month')")
