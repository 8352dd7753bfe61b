"""Ways to answer for tests: a person whom every condition fits, and every way through the questions; their outcome."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import product

from eligibility.law.amounts import Amounts
from eligibility.law.assessment import Assessment, assess
from eligibility.law.flow import walk
from eligibility.law.questions import BY_KEY
from eligibility.law.questions.question import UNKNOWN, Choices
from fleksjob_site.kernel.source import Source

ON = date(2026, 11, 21)

FITTING = {
    "birth-month": "1980-05",
    "lives-in-denmark": "yes",
    "benefit": "none",
    "early-pension": "no",
    "situation": "employee",
    "fleksjob-started": "2023-08",
    "first-fleksjob": "yes",
    "business-benefit": "none",
    "business-capacity": "yes",
    "business-full-use": "yes",
    "business-in-denmark": "yes",
    "business-subsidy-before": "no",
    "business-months": "24",
    "limitation-lasting": "lasting",
    "limitation-scope": "any-work",
    "hours-per-week": "12",
    "pace-percent": "100",
    "capacity-may-grow": "yes",
    "measures": "adapted,placement",
    "alternatives": "tried",
    "why-pointless": "illness",
    "present-workplace": "no",
    "special-terms": "yes",
    "written-agreement": "yes",
    "real-attempt": "yes",
    "acute": "yes",
    "pointless-there": "yes",
    "earlier-fleksjob": "first",
}

# One of each kind that any rule treats differently, on the day above: not known, past pension age, reaching it this
# month, near it, around six years before it, within ten years, over 40, 40 within five years, exactly at their end,
# younger.
BIRTH_MONTHS = (
    UNKNOWN,
    "1950-01",
    "1959-11",
    "1962-03",
    "1964-10",
    "1964-11",
    "1964-12",
    "1966-05",
    "1980-05",
    "1989-02",
    "1991-11",
    "1995-07",
)
CLASSES = {
    "birth-month": BIRTH_MONTHS,
    "hours-per-week": (UNKNOWN, "0", "7,5", "8", "18.5", "19", "31,9", "32", "168"),
    "pace-percent": (UNKNOWN, "1", "50", "100"),
    "fleksjob-started": (UNKNOWN, "2012-12", "2013-01", "2023-08"),
    "business-months": (UNKNOWN, "0", "11", "12", "24"),
    "measures": ("none", "unknown", "adapted", "moved,mentor"),
    "fleksjob-may-start": (UNKNOWN, "2026-11", "2029-01"),
}

# Questions whose answers decide what is asked next, or how other answers are judged, by part of the walk.
PARTS = (
    ("birth-month", "situation", "lives-in-denmark"),
    ("birth-month", "hours-per-week", "pace-percent", "capacity-may-grow"),
    ("birth-month", "benefit", "early-pension", "situation"),
    ("limitation-lasting", "limitation-scope", "measures", "alternatives", "why-pointless"),
    (
        "birth-month",
        "present-workplace",
        "special-terms",
        "written-agreement",
        "real-attempt",
        "acute",
        "pointless-there",
    ),
    ("birth-month", "earlier-fleksjob", "fleksjob-may-start"),
    ("business-besides", "spouses-business"),
)
SITUATIONS = {
    "in-fleksjob": (
        ("birth-month", "fleksjob-started", "first-fleksjob", "benefit"),
        ("fleksjob-started", "business-besides", "spouses-business"),
    ),
    "self-employed": (
        ("benefit", "business-benefit", "business-capacity", "business-full-use"),
        ("birth-month", "business-in-denmark", "business-subsidy-before", "business-months", "fleksjob-may-start"),
    ),
}


def choices_of(key: str) -> tuple[str, ...]:
    """One answer of every kind to a question."""
    answer = BY_KEY[key].answer
    return tuple(choice.key for choice in answer.choices) if isinstance(answer, Choices) else CLASSES[key]


@cache
def every_way() -> tuple[dict[str, str], ...]:
    """For every part of the walk, every combination of its answers; all else is answered as fitting."""
    distinct = {}
    for stored in _combinations():
        distinct[tuple(walk(stored, ON).answers.items())] = stored
    return tuple(distinct.values())


def _combinations() -> Iterator[dict[str, str]]:
    for situation, parts in (("employee", PARTS), *SITUATIONS.items()):
        for part in parts:
            for answers in product(*(choices_of(key) for key in part)):
                yield FITTING | {"situation": situation} | dict(zip(part, answers, strict=True))


# For every condition of the grant, answers that give each verdict it can have.
VERDICTS = (
    ({"birth-month": "1962-03"}, {"birth-month": "1959-11"}),
    ({"lives-in-denmark": "yes"}, {"lives-in-denmark": "no"}),
    tuple(
        {"benefit": b} for b in ("none", "disability-pension", "disability-pension-at-rest", "efterlon", "fleksydelse")
    ),
    tuple({"early-pension": answer} for answer in ("no", "yes", "unknown")),
    tuple({"limitation-lasting": answer} for answer in ("lasting", "passing", "unknown")),
    tuple({"limitation-scope": answer} for answer in ("any-work", "present-work-only", "unknown")),
    (
        {"hours-per-week": "12"},
        {"hours-per-week": "5", "capacity-may-grow": "yes"},
        {"hours-per-week": "5", "capacity-may-grow": "no"},
        {"hours-per-week": "5", "capacity-may-grow": "unknown"},
        {"hours-per-week": "unknown"},
        {"hours-per-week": "20", "pace-percent": "unknown"},
        {"hours-per-week": "37"},
    ),
    ({"alternatives": "tried"}, {"alternatives": "not-yet"}),
)


def every_combination_of_verdicts() -> Iterator[dict[str, str]]:
    """Answers for every combination of the verdicts of the grant's conditions, below state pension age."""
    for answers in product(*VERDICTS):
        yield FITTING | {key: answer for part in answers for key, answer in part.items()}


def assessed(on: date = ON, **changed: str) -> Assessment:
    """The assessment of the fitting person with some answers changed (keys with underscores or hyphens)."""
    step = walk(FITTING | {key.replace("_", "-"): answer for key, answer in changed.items()}, on)
    assert step.complete
    return assess(step.answers, on, Amounts())


def months_of(found: Assessment) -> dict[str, str]:
    """The month of each event, by its key."""
    assert found.timeline
    return {event.key.value: str(event.month) for event in found.timeline.events}


def places(sources: Iterable[Source]) -> set[str]:
    return {source.place for source in sources}
