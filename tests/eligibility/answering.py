"""Ways to answer for tests: a person whom every condition fits, and every way through the questions."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product

from eligibility.flow import walk
from eligibility.questions import QUESTIONS
from eligibility.questions.question import UNKNOWN, Choices

ON = date(2026, 11, 21)

FITTING = {
    "birth-month": "1980-05",
    "benefit": "none",
    "early-pension": "no",
    "situation": "employee",
    "limitation-lasting": "lasting",
    "limitation-scope": "any-work",
    "hours-per-week": "12",
    "pace-percent": "100",
    "capacity-may-grow": "yes",
    "alternatives": "tried",
    "earlier-fleksjob": "first",
}

# One of each kind that any rule treats differently, on the day above: not known, past pension age, reaching it this
# month, near it, over 40, 40 within five years, on the border of that, and younger.
BIRTH_MONTHS = (UNKNOWN, "1950-01", "1959-11", "1962-03", "1980-05", "1989-02", "1991-11", "1995-07")
HOURS = (UNKNOWN, "0", "7,5", "8", "18.5", "19", "31,9", "32", "168")
PACES = (UNKNOWN, "1", "50", "100")
_CLASSES = {"birth-month": BIRTH_MONTHS, "hours-per-week": HOURS, "pace-percent": PACES}


def choices_of(key: str) -> tuple[str, ...]:
    """One answer of every kind to a question."""
    question = next(question for question in QUESTIONS if question.key == key)
    if isinstance(question.answer, Choices):
        return tuple(choice.key for choice in question.answer.choices)
    return _CLASSES[key]


@cache
def every_way() -> tuple[dict[str, str], ...]:
    """Every combination of the answers that decide what is asked, each with every single other answer."""
    return tuple(_every_way())


def _every_way() -> Iterator[dict[str, str]]:
    routing = ("birth-month", "situation", "hours-per-week", "pace-percent")
    others = [question.key for question in QUESTIONS if question.key not in routing]
    seen = set()
    for combination in product(*(choices_of(key) for key in routing)):
        base = FITTING | dict(zip(routing, combination, strict=True))
        for key in others:
            for choice in choices_of(key):
                answers = walk(base | {key: choice}, ON).answers
                way = tuple(answers.items())
                if way not in seen:
                    seen.add(way)
                    yield base | {key: choice}
