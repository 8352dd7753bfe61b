"""No page fails, whatever a browser sends as its session cookies and whatever a sealed cookie holds."""

from django.test import Client
from hypothesis import given, strategies
from hypothesis import settings as profile

import salary.pages.views as salary
from eligibility.law.questions import QUESTIONS
from fleksjob_site.serving.after_form import Show
from fleksjob_site.serving.parts import Entry
from salary.pages.ceiling_form import CeilingForm
from tests.serving.test_sessions_attacked import NAME, READING_A_SESSION, sealed

SHOWING = [f"{address}?show={what.value}" for address in READING_A_SESSION for what in Show]
SOME_PAGE = strategies.sampled_from([*READING_A_SESSION, *SHOWING, "/en/letter/da-en.pdf"])


@profile(max_examples=60)
@given(strategies.text(strategies.characters(codec="latin-1"), max_size=300), SOME_PAGE)
def test_no_cookie_value_is_an_error(value: str, address: str) -> None:
    answer = Client().get(address, headers={"cookie": f"{NAME}={value}"})
    assert answer.status_code in {200, 302}


JUNK = strategies.recursive(
    strategies.none() | strategies.booleans() | strategies.integers() | strategies.text(max_size=20),
    lambda inner: strategies.lists(inner, max_size=3) | strategies.dictionaries(strategies.text(max_size=9), inner),
    max_leaves=8,
)
VALUES = strategies.text(max_size=20) | strategies.sampled_from(
    ["5", "2024", "2026", "month", "hourly", "30000", "1e9", "NaN", "unknown", "2026-05", "2026-12-14", "free-choice"]
)
YEAR = (
    "first", "job_starts", "job_starts-day", "job_starts-year", "supplement", "change1_month", "change1_wage",
    "event1_kind", "event1_month", "event1_number",
)  # fmt: skip
TEXTS = strategies.dictionaries(
    strategies.sampled_from(
        [*salary.IncomeForm.base_fields, *CeilingForm.base_fields, *YEAR, "month-month", "month-year", "x"]
    )
    | strategies.sampled_from([question.key for question in QUESTIONS]),
    VALUES,
)
AS_TYPED = strategies.fixed_dictionaries(
    {"about": strategies.sampled_from([*(question.key for question in QUESTIONS), "another-day", "decision", "x"])},
    optional=dict.fromkeys(("answer", "answer-month", "answer-year", "day", "decided"), VALUES),
)
OPENED = strategies.fixed_dictionaries({}, optional={
    "link": VALUES | strategies.just("v1.damaged"), "typed": VALUES,
    "field": strategies.sampled_from(["link", "file", "x"]),
    "fault": strategies.sampled_from(["damaged", "empty", "x"]),
})  # fmt: skip
WELL_SHAPED = strategies.fixed_dictionaries({}, optional={
    "eligibility": TEXTS, "income": TEXTS, "income-cases": strategies.lists(TEXTS, max_size=5), "employer": TEXTS,
    "payout-open": TEXTS, "year": TEXTS, "full-time-wage": TEXTS, "own-business": TEXTS, "employer-start": TEXTS,
    "income-case-removed": TEXTS, "unemployment-allowance": TEXTS, "employer-full-time-wage": TEXTS,
    "typed": AS_TYPED, "payout-removed": strategies.lists(VALUES, max_size=25),
    "payouts": strategies.lists(strategies.lists(VALUES, max_size=25), max_size=14), "opened": OPENED,
    "as-on": strategies.dates().map(str), "lost": strategies.booleans(),
})  # fmt: skip
BADLY_SHAPED = strategies.dictionaries(strategies.sampled_from([*(entry.value for entry in Entry), "other"]), JUNK)


@profile(max_examples=60)
@given(WELL_SHAPED | BADLY_SHAPED | JUNK, SOME_PAGE)
def test_no_content_of_a_sealed_cookie_is_an_error(content: object, address: str) -> None:
    client = Client()
    client.cookies[NAME] = sealed(content)
    assert client.get(address).status_code in {200, 302}
