"""The dates of a grant and of a life in the scheme, each with what happens and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from eligibility.grant import GRANT_YEARS, Duration, Grant, forty, pension_limit
from eligibility.pension_age import pension_month
from eligibility.questions.question import Answers
from eligibility.questions.workplace import six_years_left
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import BEK_SELF_EMPLOYED, LAB, LSP, Source, Status
from fleksjob_site.kernel.text import N_, Text


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens in a month."""

    key: str
    month: Month
    text: Text
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time under one grant, both months included; an open grant ends with the scheme."""

    duration: Duration
    first: Month
    last: Month


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events in the order of time, and the grants they lie in."""

    events: tuple[Event, ...]
    spans: tuple[Span, ...]


def timeline(answers: Answers, granted: Grant, on: date) -> Timeline:
    """The dates that follow from the grant and from the month of birth (LAB §§ 119-121, § 126; LSP § 1 a, § 26 a)."""
    events = sorted((*_of_the_grant(answers, granted, on), *_of_a_life(answers, granted)), key=lambda e: e.month)
    return Timeline(tuple(events), _spans(answers, granted))


def _of_the_grant(answers: Answers, granted: Grant, on: date) -> Iterator[Event]:
    if granted.now == Duration.OLD_TERMS:
        return
    start, own_business = granted.start, answers.get("situation") == "self-employed"
    follow_up = Source(BEK_SELF_EMPLOYED, "§ 5") if own_business else Source(LAB, "§ 121, stk. 1")
    begins = N_("Start, if it is granted and a job is found")
    if answers.get("situation") == "in-fleksjob":
        begins = N_("Start")
    elif own_business:
        begins = N_("Start, if it is granted")
    yield Event("start", start, Text(begins), (follow_up,))
    if (limit := pension_limit(answers)) and limit <= start.plus(months=30):
        return
    yield Event(
        "follow-up",
        start.plus(months=30),
        Text(
            N_(
                "Follow-up after 2½ years: a talk with the municipality about how it goes and whether the "
                "conditions are still met. After that, there is a follow-up in a flexi-job every 2½ years."
            )
        ),
        (follow_up,),
    )
    stay = N_("Status after 4½ years: the municipality looks at whether you can go over to ordinary work or stay.")
    again = N_(
        "Status after 4½ years: the municipality looks at whether the subsidy can be granted for five years more."
    )
    if granted.now == Duration.FIVE_YEARS and (limit is None or limit > start.plus(years=GRANT_YEARS)):
        yield Event(
            "status",
            start.plus(months=54),
            Text(again if own_business else stay),
            (Source(BEK_SELF_EMPLOYED, "§ 5, stk. 3") if own_business else Source(LAB, "§ 121, stk. 3"),),
        )
        yield Event(
            "end",
            start.plus(years=5),
            Text(
                N_("The five years are over. You stay in the scheme until the municipality has decided what follows.")
            ),
            (
                (Source(LAB, "§ 126, stk. 4"),)
                if own_business
                else (Source(LAB, "§ 120, stk. 1"), Source(LAB, "§ 121, stk. 4"))
            ),
        )


def _of_a_life(answers: Answers, granted: Grant) -> Iterator[Event]:
    birth, turns_40 = answers["birth-month"], forty(answers)
    if not isinstance(birth, Month) or turns_40 is None:
        return
    permanence_matters = granted.now != Duration.OLD_TERMS and answers.get("situation") != "self-employed"
    if permanence_matters and turns_40 >= granted.start:
        yield Event(
            "forty",
            turns_40,
            Text(N_("You turn 40. After your first flexi-job the next can be permanent.")),
            (Source(LAB, "§ 120, stk. 2", Status.READING),),
        )
    if six_years_left(birth) >= granted.start:
        yield Event(
            "six-years-left",
            six_years_left(birth),
            Text(
                N_(
                    "Six years to state pension age. Senior pension (seniorpension) can be granted from here, and a "
                    "flexi-job at the workplace you have no longer needs twelve months on special terms first."
                )
            ),
            (Source(LSP, "§ 26 a, stk. 1"), Source(LAB, "§ 119, stk. 1")),
        )
    yield Event(
        "pension-age",
        pension_month(birth),
        Text(N_("You reach state pension age, and the scheme ends. A later act may still raise that age.")),
        (Source(LAB, "§ 116, stk. 1", Status.READING), Source(LSP, "§ 1 a")),
    )


def _spans(answers: Answers, granted: Grant) -> tuple[Span, ...]:
    """One grant after another, as far as they can be foreseen, to state pension age or one grant ahead."""
    birth = answers["birth-month"]
    limit = pension_month(birth) if isinstance(birth, Month) else granted.start.plus(years=10)
    edges = [granted.start]
    if granted.now == Duration.FIVE_YEARS:
        edges.append(min(granted.start.plus(years=5), limit))
        if granted.then == Duration.FIVE_YEARS:
            edges.append(min(granted.start.plus(years=10), limit))
    durations = [granted.now, *([granted.then] if granted.then else [])]
    if granted.then == Duration.PERMANENT or granted.now in {Duration.PERMANENT, Duration.OLD_TERMS}:
        edges.append(limit)
    return tuple(
        Span(duration, first, last)
        for duration, (first, last) in zip(durations, pairwise(edges), strict=False)
        if first < last
    )
