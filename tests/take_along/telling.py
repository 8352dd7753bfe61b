"""Visitors of these tests with answers and income."""

from tests.eligibility.law.answering import FITTING
from tests.eligibility.pages.test_walk import answer_all
from tests.salary.pages.test_income import PAGE, TYPED
from tests.visitor import Visitor

TAKE_ALONG = {"da": "/tag-med/", "en": "/en/take-along/"}
FILES = {
    "calendar": {"da": "/tag-med/datoer.ics", "en": "/en/take-along/dates.ics"},
    "cases": {"da": "/tag-med/beloeb.csv", "en": "/en/take-along/amounts.csv"},
    "curve": {"da": "/tag-med/timer.csv", "en": "/en/take-along/hours.csv"},
}


def walked(language: str, **changed: str) -> Visitor:
    """A visitor who has answered every question as a fitting person, except for `changed`."""
    client = Visitor()
    answer_all(client, language, FITTING | {key.replace("_", "-"): answer for key, answer in changed.items()})
    return client


def calculated(language: str, *cases: dict[str, str]) -> Visitor:
    """A visitor who has calculated the official example, or has kept cases that differ from it."""
    client = Visitor()
    for case in cases:
        client.post(PAGE[language], TYPED | case | {"keep": "1"})
    if not cases:
        client.post(PAGE[language], TYPED)
    return client
