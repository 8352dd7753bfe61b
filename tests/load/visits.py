"""What each virtual visitor will do and must see, all worked out beforehand with the law code."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import override

from eligibility.law.amounts import Amounts
from eligibility.law.assessment import assess
from eligibility.law.flow import walk
from eligibility.law.questions import BY_KEY
from eligibility.law.questions.question import UNKNOWN, MonthAndYear, Number, Question
from fleksjob_site.texts.writing import say, whole
from fleksjob_site.visitor import VisitorData
from salary.law.calculation import calculate
from tests.eligibility.law.answering import BIRTH_MONTHS, FITTING, choices_of
from tests.eligibility.pages.test_walk import post_of

WAGE_MONTH = ("3", "2025")
"""A fixed month of the past, so that the amounts are the same on every day of a run."""

LETTER_EACH = 8
"""Every eighth visitor who has an outcome or an income also takes the letter along."""


@dataclass(frozen=True)
class Asked:
    """One question: its page, what is sent, what the session then holds, and the page it must lead to."""

    page: str
    post: dict[str, str | list[str]]
    key: str
    stored: str
    leads_to: str


@dataclass(frozen=True)
class Visit:
    """The whole journey of one visitor."""

    number: int
    language: str
    home: str
    start: str
    asked: tuple[Asked, ...]
    check: str
    answers_shown: tuple[str, ...]
    outcome: str
    heading: str
    income_page: str
    income: dict[str, str]
    headline: str
    """The total in whole kroner, as the page shows it first."""
    total: str
    letter: str | None
    delete: str
    deleted: str
    typed: frozenset[str] = field(default_factory=frozenset)
    """The numbers that nobody else types, and that no log may hold."""

    @property
    def pages(self) -> int:
        """About how many pages the journey has."""
        return 2 + 2 * len(self.asked) + 8


def visit(number: int, on: date) -> Visit:
    """The journey of visitor `number`, always the same for that number; every other one is in English."""
    rng = random.Random(number)
    language = ("da", "en")[number % 2]
    with override(language):
        asked, stored, typed = [], {}, set()
        while question := (step := walk(stored, on)).next:
            answer = _answer(question.key, rng, language)
            if isinstance(question.answer, Number) and answer[-3:-2] in (",", "."):
                typed.add(answer)
            page = reverse("eligibility:question", kwargs={"question": question})
            stored[question.key] = kept = _stored(question, answer)
            after = walk(stored, on).next
            leads_to = reverse("eligibility:question", kwargs={"question": after}) if after else _check()
            asked.append(Asked(page, post_of(question, answer), question.key, kept, leads_to))
        income = _income(number, rng, language)
        typed |= {income["hours_per_week"], income["wage"]}
        (case,) = VisitorData(income=income).income_cases(on)
        return Visit(
            number=number,
            language=language,
            home=reverse("home"),
            start=reverse("eligibility:start"),
            asked=tuple(asked),
            check=_check(),
            answers_shown=tuple(say(BY_KEY[key].shown(answer)) for key, answer in step.answers.items()),
            outcome=reverse("eligibility:outcome"),
            heading=say(assess(step.answers, on, Amounts()).heading),
            income_page=reverse("income"),
            income=income,
            headline=whole(calculate(case).total_month),
            total=say(calculate(case).total_month),
            letter=reverse("letter", kwargs={"variant": language}) if number % LETTER_EACH == 0 else None,
            delete=reverse("delete-answers"),
            deleted=reverse("answers-deleted"),
            typed=frozenset(typed),
        )


def _stored(question: Question, typed: str) -> str:
    """What the site keeps of a typed answer: a number in the same form in every language."""
    is_number = isinstance(question.answer, Number) and typed != UNKNOWN
    return Number.stored(Decimal(typed.replace(",", "."))) if is_number else typed


def _check() -> str:
    return reverse("eligibility:check")


def _answer(key: str, rng: random.Random, language: str) -> str:
    if key == "birth-month" and rng.random() < 0.9:
        return f"{rng.randint(1968, 2000)}-{rng.randint(1, 12):02}"
    if isinstance(BY_KEY[key].answer, MonthAndYear):
        return rng.choice(BIRTH_MONTHS if key == "birth-month" else choices_of(key))
    if key == "hours-per-week" and rng.random() < 0.9:
        return _written(rng.randint(401, 3699), language)
    if key == "pace-percent" and rng.random() < 0.9:
        return _written(rng.randint(1001, 9999), language)
    # Half of the answers fit, so that every outcome comes up.
    return FITTING[key] if rng.random() < 0.5 else rng.choice(choices_of(key))


def _income(number: int, rng: random.Random, language: str) -> dict[str, str]:
    """Pay that differs from every other visitor's by at least one øre an hour."""
    return {
        "hours_per_week": _written(rng.randint(401, 3699), language),
        "efficiency_percent": str(rng.randint(20, 100)),
        "wage_kind": "hourly",
        "wage": _written(13001 + number, language),
        "pension_on_top_percent": str(rng.choice((0, 12, 17))),
        "month-month": WAGE_MONTH[0],
        "month-year": WAGE_MONTH[1],
    }


def _written(hundredths: int, language: str) -> str:
    """`187,65` or `187.65`; never with a final nought, which would make a number look like a shorter one."""
    if hundredths % 10 == 0:
        hundredths += 1
    whole, rest = divmod(hundredths, 100)
    return f"{whole}{',' if language == 'da' else '.'}{rest:02}"
