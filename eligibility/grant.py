"""How long a grant of a fleksjob lasts (LAB §§ 120-121)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from eligibility.questions.question import Answers
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import LAB, Source, Status
from fleksjob_site.kernel.text import N_, Text


class Duration(StrEnum):
    """How long a grant lasts."""

    FIVE_YEARS = "five-years"
    PERMANENT = "permanent"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Grant:
    """What a grant would be now, what follows when the five years are over, and where it stands."""

    now: Duration
    then: Duration | None
    text: Text
    sources: tuple[Source, ...]


_FIRST = Source(LAB, "§ 120, stk. 1")
_FROM_40 = Source(LAB, "§ 120, stk. 2")
# Which day decides about the age of 40 is our reading of the words "after the first fleksjob".
_FROM_40_DAY = Source(LAB, "§ 120, stk. 2", Status.READING)
_STATUS = Source(LAB, "§ 121")


def grant(answers: Answers, on: date) -> Grant:
    """The grant for somebody who would start a fleksjob on the day `on`; the municipality decides whether at all."""
    birth, start = answers["birth-month"], Month.of(on)
    forty = birth.plus(years=40) if isinstance(birth, Month) else None
    match answers.get("earlier-fleksjob"):
        case "earlier":
            return _after_the_first(forty, start)
        case "first":
            return _first(forty, start)
        case _:
            return Grant(
                Duration.MUNICIPALITY,
                None,
                Text(
                    N_(
                        "A first flexi-job is granted for five years. If the conditions are still met after it, "
                        "somebody who has turned 40 gets a permanent one. Others get five years more."
                    )
                ),
                (_FIRST, _FROM_40),
            )


def _first(forty: Month | None, start: Month) -> Grant:
    end = start.plus(years=5)
    sources = (_FIRST, _FROM_40_DAY, _STATUS)
    if forty is None or forty == end:
        return Grant(
            Duration.FIVE_YEARS,
            Duration.MUNICIPALITY,
            Text(
                N_(
                    "A first flexi-job is granted for five years, whatever your age. If the conditions are still met "
                    "when they are over, the next is permanent if you have turned 40. Otherwise it is for five years "
                    "more."
                )
            ),
            sources,
        )
    if forty < end:
        return Grant(
            Duration.FIVE_YEARS,
            Duration.PERMANENT,
            Text(
                N_(
                    "A first flexi-job is granted for five years, whatever your age. Started now, they end in {end}. "
                    "You will have turned 40 by then, so the next is permanent if the conditions are still met."
                ),
                {"end": end},
            ),
            sources,
        )
    return Grant(
        Duration.FIVE_YEARS,
        Duration.FIVE_YEARS,
        Text(
            N_(
                "A first flexi-job is granted for five years, whatever your age. Started now, they end in {end}. You "
                "turn 40 in {forty}, so the next is for five years more if the conditions are still met."
            ),
            {"end": end, "forty": forty},
        ),
        sources,
    )


def _after_the_first(forty: Month | None, start: Month) -> Grant:
    if forty is None or forty == start:
        return Grant(
            Duration.MUNICIPALITY,
            None,
            Text(
                N_(
                    "If the conditions are still met, somebody who has turned 40 gets a permanent flexi-job after the "
                    "first. Others get five years more."
                )
            ),
            (_FIRST, _FROM_40_DAY),
        )
    if forty < start:
        return Grant(
            Duration.PERMANENT,
            None,
            Text(
                N_(
                    "You have had a flexi-job before and have turned 40, so the next is permanent if the municipality "
                    "finds that ordinary work is no possibility and the conditions are still met. It looks at your "
                    "case every 2½ years all the same."
                )
            ),
            (_FROM_40_DAY, _STATUS),
        )
    return Grant(
        Duration.FIVE_YEARS,
        Duration.FIVE_YEARS if forty > start.plus(years=5) else Duration.PERMANENT,
        Text(
            N_(
                "You have had a flexi-job before and turn 40 in {forty}, so the next is for five years if the "
                "conditions are still met. From 40 it can be permanent."
            ),
            {"forty": forty},
        ),
        (_FIRST, _FROM_40_DAY),
    )
