"""What a virtual screen reader says of six pages means what the texts in `read_aloud` mean, which people can read.

After a change that is meant, `KEEP_READINGS=1 .venv/bin/pytest tests/browser/test_kept_readings.py` writes them anew.
"""

import os
from pathlib import Path

import pytest
from django.utils.translation import gettext, override
from playwright.sync_api import Page

from eligibility.law.criteria.criterion import Verdict
from salary.law.payout.check import Verdict as PaidVerdict
from tests.browser.heard import AMOUNT, Meaning, meaning, written
from tests.browser.stops import OPEN_ALL, arrive
from tests.browser.visiting import WORDS, OpenPage

KEPT = Path(__file__).parent / "read_aloud"
HOME = "home"
PAGES = (HOME, "hours-per-week empty", "outcome points-towards", "outcome not-with-these-answers", "income with result",
         "payout with each verdict", "outcome in large type", "example ingrid large")  # fmt: skip
LANGUAGES = pytest.mark.parametrize("language", ["da", "en"])
VERDICTS = [verdict.words(decides=decides) for verdict in Verdict for decides in (True, False)]
VERDICTS += [verdict.words for verdict in PaidVerdict]


def meant(text: str, language: str) -> Meaning:
    with override(language):
        return meaning(text, set(map(gettext, VERDICTS)))


def text_of(page: Page, name: str) -> str:
    page.evaluate(OPEN_ALL)
    return written(page, name, whole=name == HOME)


@LANGUAGES
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_aloud_with_the_headings_verdicts_and_amounts_of_the_kept_text(
    open_page: OpenPage, name: str, language: str
) -> None:
    read = text_of(arrive(open_page, name, language), name)
    file = KEPT / f"{name.replace(' ', '-')}.{language}.txt"
    if os.environ.get("KEEP_READINGS"):
        file.write_text(read, "utf-8")
    assert meant(read, language) == meant(file.read_text("utf-8"), language)


@LANGUAGES
def test_the_kept_texts_hold_each_verdict_and_the_total_under_its_name(language: str) -> None:
    texts = {name: (KEPT / f"{name.replace(' ', '-')}.{language}.txt").read_text("utf-8") for name in PAGES}
    found = {name: meant(text, language) for name, text in texts.items()}
    assert all(page.headings[0].startswith("heading 1: ") for page in found.values())
    with override(language):
        shown = {gettext(verdict.words) for verdict in PaidVerdict if verdict is not PaidVerdict.UNSURE}
        assert set(found["payout with each verdict"].verdicts) == shown
        against = gettext(Verdict.NOT_MET.words(decides=True))
        total = (gettext("Total before tax"), WORDS[language]["total"])
    assert against in found["outcome not-with-these-answers"].verdicts
    assert total in found["income with result"].amounts


@pytest.mark.parametrize(
    ("broken", "part"),
    [
        ("document.querySelectorAll('.verdict').forEach(said => said.setAttribute('aria-hidden', true))", "verdicts"),
        ("document.querySelectorAll('main th').forEach(name => name.replaceChildren())", "amounts"),
        ("document.querySelectorAll('main h2').forEach(heading => heading.setAttribute('role', 'none'))", "headings"),
    ],
)
def test_what_is_no_longer_heard_is_noticed(open_page: OpenPage, broken: str, part: str) -> None:
    page = arrive(open_page, "payout with each verdict", "en")
    before = meant(text_of(page, "payout"), "en")
    page.evaluate(broken)
    assert getattr(meant(text_of(page, "payout"), "en"), part) != getattr(before, part)


def test_other_words_for_the_same_mean_the_same(open_page: OpenPage) -> None:
    page = arrive(open_page, "outcome points-towards", "en")
    before = meant(text_of(page, "outcome"), "en")
    page.evaluate("document.querySelectorAll('main p:not(:has(*))').forEach(said => said.append(' Indeed.'))")
    assert meant(text_of(page, "outcome"), "en") == before


@pytest.mark.parametrize("text", ["DKK 30,872", "DKK 866.67", "30.872 kr.", "8 kr.", "+DKK 571", "−273 kr."])
def test_amounts_are_found_in_both_languages(text: str) -> None:
    assert AMOUNT.fullmatch(text)
