"""What a visitor does in the browser, shared by the tests."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from eligibility.law.flow import walk
from tests.eligibility.law.answering import FITTING, ON

OpenPage = Callable[..., Page]

WORDS: dict[str, dict[str, Any]] = {
    "da": {"home": "/", "walk": "Kan jeg få fleksjob?", "outcome": "Dine svar peger", "income": "/indkomst/",
           "total": "30.872 kr.", "total_less_atp": "30.826 kr."},
    "en": {"home": "/en/", "walk": "Can I get a flexi-job?", "outcome": "Your answers suggest",
           "income": "/en/income/", "total": "DKK 30,872", "total_less_atp": "DKK 30,826"},
}  # fmt: skip

# Each language and JavaScript on or off once: the two don't affect each other.
WAYS = pytest.mark.parametrize(
    ("language", "scripts"), [("da", False), ("en", True)], ids=["da-without-javascript", "en-with-javascript"]
)

# The questions that the fitting person is asked, in order.
ASKED = list(walk(FITTING, ON).answers)


def follow(page: Page, where: str) -> None:
    """Click a link or button to another page, and wait until it has loaded."""
    with page.expect_navigation():
        page.locator(where).click()


def answer(page: Page, key: str) -> None:
    given = FITTING[key]
    if key == "birth-month":
        year, month = given.split("-")
        page.locator("#id_answer").fill(month)
        page.locator("#id_answer-year").fill(year)
    elif page.locator("input[type=radio], input[type=checkbox]").count():
        for choice in given.split(","):
            page.locator(f"input[value={choice}]").check()
    else:
        page.locator("#id_answer").fill(given)
    follow(page, "#main form .button-primary")


def fill_official_example(page: Page) -> None:
    page.locator("#id_hours_per_week").fill("18")
    page.locator("#id_wage").fill("200")
    page.locator("#id_month").fill("5")
    page.locator("#id_month-year").fill("2024")
