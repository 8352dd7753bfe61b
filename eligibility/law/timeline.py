"""The dates of a grant and of a life in the scheme, each with what happens and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from eligibility.law.grant import GRANT_YEARS, Duration, Grant, forty, pension_limit
from eligibility.law.pension_age import AGE_MAY_RISE_FROM, cohort_of, pension_month
from eligibility.law.questions.question import Answers
from eligibility.law.questions.workplace import six_years_left
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import BEK_SELF_EMPLOYED, LAB, LSP, Source, Status
from fleksjob_site.kernel.text import N_, Text


class EventKey(StrEnum):
    """What happens in a month; callers of the API and calendar files hold these keys."""

    START = "start"
    FOLLOW_UP = "follow-up"
    STATUS = "status"
    END = "end"
    FORTY = "forty"
    SIX_YEARS_LEFT = "six-years-left"
    PENSION_AGE = "pension-age"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens in a month."""

    key: EventKey
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
    events = sorted((*_of_the_grant(answers, granted, on), *_of_a_life(answers, granted, on)), key=lambda e: e.month)
    return Timeline(tuple(events), _spans(answers, granted, on))


def _of_the_grant(answers: Answers, granted: Grant, on: date) -> Iterator[Event]:
    start, limit = granted.start, pension_limit(answers)
    if start is None or granted.now == Duration.OLD_TERMS or (limit and limit <= start):
        return
    own_business, running = answers.get("situation") == "self-employed", answers.get("situation") == "in-fleksjob"
    follow_up = Source(BEK_SELF_EMPLOYED, "§ 5") if own_business else Source(LAB, "§ 121, stk. 1")
    begins = N_("Start") if running else N_("Start, if it is granted and a job is found")
    yield Event(EventKey.START, start, Text(N_("Start, if it is granted") if own_business else begins), (follow_up,))

    def ahead(month: Month) -> bool:
        """Neither past nor after state pension age."""
        return month >= Month.of(on) and (limit is None or month < limit)

    months = next((count for count in range(30, 1200, 30) if start.plus(months=count) >= Month.of(on)), 30)
    if ahead(start.plus(months=months)):
        yield Event(
            EventKey.FOLLOW_UP, start.plus(months=months), Text(_follow_up_text(months, own_business)), (follow_up,)
        )
    still_to_come = granted.now == Duration.FIVE_YEARS
    if still_to_come and ahead(start.plus(months=54)):
        again = N_(
            "Status after 4½ years: the municipality looks at whether the subsidy can be granted for five years more."
        )
        stay = N_("Status after 4½ years: the municipality looks at whether you can go over to ordinary work or stay.")
        status = Source(BEK_SELF_EMPLOYED, "§ 5, stk. 3") if own_business else Source(LAB, "§ 121, stk. 3")
        yield Event(EventKey.STATUS, start.plus(months=54), Text(again if own_business else stay), (status,))
    if still_to_come and ahead(start.plus(years=GRANT_YEARS)):
        over = N_("The five years are over. You stay in the scheme until the municipality has decided what follows.")
        employee = (Source(LAB, "§ 120, stk. 1"), Source(LAB, "§ 121, stk. 4"))
        sources = (Source(LAB, "§ 126, stk. 4"),) if own_business else employee
        yield Event(EventKey.END, start.plus(years=GRANT_YEARS), Text(over), sources)


def _follow_up_text(months: int, own_business: bool) -> str:
    if own_business:
        return N_(
            "Follow-up after 2½ years: a talk with the municipality about how it goes and whether the conditions are "
            "still met."
        )
    if months > 30:
        return N_("The next follow-up: there is one every 2½ years, in a permanent flexi-job too.")
    return N_(
        "Follow-up after 2½ years: a talk with the municipality about how it goes and whether the conditions are "
        "still met. After that, there is a follow-up in a flexi-job every 2½ years."
    )


def _of_a_life(answers: Answers, granted: Grant, on: date) -> Iterator[Event]:
    birth, turns_40 = answers["birth-month"], forty(answers)
    if not isinstance(birth, Month) or turns_40 is None:
        return
    situation, begins = answers.get("situation"), granted.start or Month.of(on)
    asks_for_a_fleksjob = situation not in {"self-employed", "in-fleksjob", "in-fleksjob-before-2013"}
    permanence_matters = granted.now != Duration.OLD_TERMS and situation != "self-employed"
    if permanence_matters and turns_40 >= max(begins, Month.of(on)):
        yield Event(
            EventKey.FORTY,
            turns_40,
            Text(N_("You turn 40. After your first flexi-job the next can be permanent.")),
            (Source(LAB, "§ 120, stk. 2", Status.READING),),
        )
    if six_years_left(birth) >= Month.of(on):
        yield _six_years(six_years_left(birth), answers.get("benefit"), asks_for_a_fleksjob)
    yield _pension(birth, situation, granted)


# Whoever has one of these can't be granted senior pension, or has it already (LSP § 26 a, stk. 5).
NO_SENIOR_PENSION = {"disability-pension", "disability-pension-at-rest", "senior-pension"}


def _six_years(month: Month, benefit: object, asks_for_a_fleksjob: bool) -> Event:
    senior, workplace = Source(LSP, "§ 26 a, stk. 1"), Source(LAB, "§ 119, stk. 1")
    if benefit in NO_SENIOR_PENSION:
        text = N_(
            "Six years to state pension age. A flexi-job at the workplace you have no longer needs twelve months on "
            "special terms first."
        )
        return Event(EventKey.SIX_YEARS_LEFT, month, Text(text), (workplace,))
    if not asks_for_a_fleksjob:
        text = N_(
            "Six years to state pension age. From here one can get senior pension (seniorpension), which has "
            "conditions of its own. One can apply up to six months before."
        )
        return Event(EventKey.SIX_YEARS_LEFT, month, Text(text), (senior,))
    text = N_(
        "Six years to state pension age. From here one can get senior pension (seniorpension), which has "
        "conditions of its own. One can apply up to six months before. And a flexi-job at the workplace you have "
        "no longer needs twelve months on special terms first."
    )
    return Event(EventKey.SIX_YEARS_LEFT, month, Text(text), (senior, workplace))


def _pension(birth: Month, situation: object, granted: Grant) -> Event:
    ends = Source(LAB, "§ 116, stk. 1", Status.READING)
    if granted.now == Duration.OLD_TERMS:
        ends = Source(LAB, "§ 133, stk. 6")
    elif situation == "self-employed":
        ends = Source(LAB, "§ 126, stk. 1, nr. 3", Status.READING)
    text = N_("You reach state pension age. As we read the law, the scheme ends for you then.")
    may_rise = N_(
        "You reach state pension age. As we read the law, the scheme ends for you then. A later act may still raise "
        "that age."
    )
    shown = may_rise if birth >= AGE_MAY_RISE_FROM else text
    return Event(EventKey.PENSION_AGE, pension_month(birth), Text(shown), (ends, cohort_of(birth).source))


def _spans(answers: Answers, granted: Grant, on: date) -> tuple[Span, ...]:
    """One grant after another, as far as they can be foreseen, to state pension age or one grant ahead."""
    limit = pension_limit(answers)
    start = granted.start
    if start is None or granted.now == Duration.MUNICIPALITY or (limit and limit <= start):
        return ()
    far_end = limit or start.plus(years=2 * GRANT_YEARS)
    if granted.now in {Duration.PERMANENT, Duration.OLD_TERMS}:
        return (Span(granted.now, max(start, Month.of(on)) if granted.now == Duration.OLD_TERMS else start, far_end),)
    end = min(start.plus(years=GRANT_YEARS), far_end)
    spans = [Span(Duration.FIVE_YEARS, start, end)]
    if granted.then and end < far_end:
        next_end = far_end if granted.then == Duration.PERMANENT else min(end.plus(years=GRANT_YEARS), far_end)
        spans.append(Span(granted.then, end, next_end))
    return tuple(spans)
