"""The dates that follow from a grant and from the month of birth, each with what happens and its sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from eligibility.law.facts import Benefit, Route
from eligibility.law.fleksydelse_age import fleksydelse_age, fleksydelse_month
from eligibility.law.grant import Duration, Grant
from eligibility.law.pension_age import AGE_MAY_RISE_FROM, cohort_of, pension_month
from eligibility.law.questions.scheme import GRANT_YEARS
from eligibility.law.situation import Situation
from eligibility.law.stopping_early import REACHED, REACHED_SOURCES, is_near, notes
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import BEK_SELF_EMPLOYED, LAB, LSP
from fleksjob_site.kernel.source import Source, on_day
from fleksjob_site.kernel.statement import Statement
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Text

FOLLOW_UP_MONTHS = 30
"""Between follow-ups, counted from the start of a grant (LAB § 121, stk. 1, BEK 1794/2025 § 5)."""
SENIOR_PENSION_AHEAD = 6
"""Months before six years are left, from when senior pension can be applied for (LSP § 26 b)."""
STATUS_MONTHS = 54
"""From the start of a grant to its assessment, "status" (LAB § 121, stk. 3, BEK 1794/2025 § 5, stk. 3)."""


class EventKey(StrEnum):
    """What happens in a month; API clients and calendar files use these keys, so they never change."""

    START = "start"
    FOLLOW_UP = "follow-up"
    STATUS = "status"
    END = "end"
    FORTY = "forty"
    SENIOR_PENSION = "senior-pension"
    SIX_YEARS_LEFT = "six-years-left"
    FLEKSYDELSE = "fleksydelse"
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
    """The time under one grant, until the month the next one starts; a permanent grant ends at state pension age."""

    duration: Duration
    first: Month
    last: Month


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events in order of time, the spans of the grants, and what those near state pension age should know."""

    events: tuple[Event, ...]
    spans: tuple[Span, ...]
    notes: tuple[Statement, ...] = ()


def timeline(situation: Situation, granted: Grant) -> Timeline:
    """The dates that follow from the grant and from the month of birth (LAB §§ 119-121, § 126; LSP § 1 a, § 26 a)."""
    events = sorted((*_grant_events(situation, granted), *_birth_events(situation, granted)), key=lambda e: e.month)
    return Timeline(
        tuple(on_day(event, situation.on) for event in events),
        _spans(situation, granted),
        tuple(on_day(note, situation.on) for note in notes(situation)),
    )


def _grant_events(situation: Situation, granted: Grant) -> Iterator[Event]:
    start, limit = granted.start, situation.pension_month
    if start is None or (limit and limit <= start):
        return
    own_business = situation.route == Route.OWN_BUSINESS
    follow_up = Source(BEK_SELF_EMPLOYED, "§ 5") if own_business else Source(LAB, "§ 121, stk. 1")
    begins = N_("Start") if situation.in_fleksjob else N_("Start, if it is granted and a job is found")
    yield Event(EventKey.START, start, Text(N_("Start, if it is granted") if own_business else begins), (follow_up,))

    def ahead(month: Month) -> bool:
        """Neither past nor after state pension age."""
        return month >= situation.this_month and (limit is None or month < limit)

    months = next(
        months
        for months in count(FOLLOW_UP_MONTHS, FOLLOW_UP_MONTHS)
        if start.plus(months=months) >= situation.this_month
    )
    if ahead(start.plus(months=months)):
        yield Event(
            EventKey.FOLLOW_UP, start.plus(months=months), Text(_follow_up_text(months, own_business)), (follow_up,)
        )
    is_five_years = granted.now == Duration.FIVE_YEARS
    if is_five_years and ahead(start.plus(months=STATUS_MONTHS)):
        again = N_(
            "Assessment after 4½ years (status): the municipality looks at whether the subsidy can be granted for "
            "five years more."
        )
        stay = N_(
            "Assessment after 4½ years (status): the municipality looks at whether you can move to ordinary work or "
            "should stay in the scheme."
        )
        status = Source(BEK_SELF_EMPLOYED, "§ 5, stk. 3") if own_business else Source(LAB, "§ 121, stk. 3")
        yield Event(EventKey.STATUS, start.plus(months=STATUS_MONTHS), Text(again if own_business else stay), (status,))
    if is_five_years and ahead(start.plus(years=GRANT_YEARS)):
        over = N_("The five years are over. You stay in the scheme until the municipality has decided what follows.")
        employee = (Source(LAB, "§ 120, stk. 1"), Source(LAB, "§ 121, stk. 4"))
        sources = (Source(LAB, "§ 126, stk. 4"),) if own_business else employee
        yield Event(EventKey.END, start.plus(years=GRANT_YEARS), Text(over), sources)


def _follow_up_text(months: int, own_business: bool) -> str:
    if own_business:
        return N_(
            "Follow-up after 2½ years: a meeting with the municipality about how things are going and whether the "
            "conditions are still met."
        )
    if months > FOLLOW_UP_MONTHS:
        return N_("The next follow-up: there is one every 2½ years, in a permanent flexi-job too.")
    return N_(
        "Follow-up after 2½ years: a meeting with the municipality about how things are going and whether the "
        "conditions are still met. After that, there is a follow-up in a flexi-job every 2½ years."
    )


def _birth_events(situation: Situation, granted: Grant) -> Iterator[Event]:
    this_month, turns_40, six_years = situation.this_month, situation.turns_40, situation.six_years_left
    if situation.birth is None or turns_40 is None or six_years is None:
        return
    permanence_matters = situation.route in {Route.FLEKSJOB, Route.IN_SCHEME} and granted.now != Duration.PERMANENT
    if permanence_matters and turns_40 >= max(granted.start or this_month, this_month):
        text = Text(N_("You turn 40. After your first flexi-job the next can be permanent."))
        yield Event(EventKey.FORTY, turns_40, text, (Source(LAB, "§ 120, stk. 2", Status.READING),))
    if six_years >= this_month:
        yield _six_years(six_years, situation)
    if is_near(situation):
        yield from _near_events(situation, situation.birth, six_years)
    if pension_month(situation.birth) >= this_month:
        yield _pension(situation.birth, situation.route)


def _senior_has_an_entry(situation: Situation, six_years: Month) -> bool:
    """Whether the month from which senior pension can be applied for is a date of its own."""
    ahead = six_years.plus(months=-SENIOR_PENSION_AHEAD) >= situation.this_month
    return ahead and is_near(situation) and situation.can_get_senior_pension


def _near_events(situation: Situation, birth: Month, six_years: Month) -> Iterator[Event]:
    """From when senior pension can be asked for, and from when until when fleksydelse can be had."""
    asking = six_years.plus(months=-SENIOR_PENSION_AHEAD)
    if _senior_has_an_entry(situation, six_years):
        yield Event(EventKey.SENIOR_PENSION, asking, Text(_SENIOR_PENSION), _SENIOR_PENSION_SOURCES)
    reached = fleksydelse_month(birth)
    if situation.benefit != Benefit.FLEKSYDELSE and reached >= situation.this_month:
        text = Text(REACHED, {"last": pension_month(birth)})
        yield Event(EventKey.FLEKSYDELSE, reached, text, (fleksydelse_age(birth), *REACHED_SOURCES))


_SENIOR_PENSION = N_(
    "From then on you can apply to the Senior Pension Authority (Seniorpensionsenheden) for senior pension "
    "(seniorpension). It takes at least 20 to 25 years at work, and a capacity that is permanently at most 15 hours a "
    "week in your latest job. As a rule it is decided within six months."
)
_SENIOR_PENSION_SOURCES = (Source(LSP, "§ 26 b"), Source(LSP, "§ 26 a, stk. 2"), Source(LSP, "§ 26 d, stk. 2"))


def _six_years(month: Month, situation: Situation) -> Event:
    """Senior pension, and a flexi-job at the workplace one has, unless it may start before, as the person says."""
    senior, workplace = Source(LSP, "§ 26 a, stk. 1"), Source(LAB, "§ 119, stk. 1")
    if not situation.can_get_senior_pension:
        text = N_(
            "Six years to state pension age. A flexi-job at your present workplace no longer requires twelve months "
            "on special terms first."
        )
        return Event(EventKey.SIX_YEARS_LEFT, month, Text(text), (workplace,))
    has_entry = _senior_has_an_entry(situation, month)
    if situation.route != Route.FLEKSJOB or (situation.named_start or month) < month:
        return Event(EventKey.SIX_YEARS_LEFT, month, Text(_SIX_YEARS if has_entry else _SIX_YEARS_APPLY), (senior,))
    text = _SIX_YEARS_WORKPLACE if has_entry else _SIX_YEARS_WORKPLACE_APPLY
    return Event(EventKey.SIX_YEARS_LEFT, month, Text(text), (senior, workplace))


_SIX_YEARS = N_(
    "Six years to state pension age. From then on senior pension (seniorpension) can be granted. It has conditions of "
    "its own."
)
_SIX_YEARS_APPLY = N_(
    "Six years to state pension age. From then on senior pension (seniorpension) can be granted. It has conditions of "
    "its own. You can apply up to six months beforehand."
)
_SIX_YEARS_WORKPLACE = N_(
    "Six years to state pension age. From then on senior pension (seniorpension) can be granted. It has conditions of "
    "its own. If you have no flexi-job by then, one at your present workplace no longer requires twelve months on "
    "special terms first."
)
_SIX_YEARS_WORKPLACE_APPLY = N_(
    "Six years to state pension age. From then on senior pension (seniorpension) can be granted. It has conditions of "
    "its own. You can apply up to six months beforehand. If you have no flexi-job by then, one at your present "
    "workplace no longer requires twelve months on special terms first."
)


def _pension(birth: Month, route: Route | None) -> Event:
    ends = Source(LAB, "§ 116, stk. 1", Status.READING)
    if route == Route.OLD_TERMS:
        ends = Source(LAB, "§ 133, stk. 6")
    elif route == Route.OWN_BUSINESS:
        ends = Source(LAB, "§ 126, stk. 1, nr. 3", Status.READING)
    text = N_("You reach state pension age. As we read the law, the scheme ends for you then.")
    may_rise = N_(
        "You reach state pension age. As we read the law, the scheme ends for you then. A later act may still raise "
        "that age."
    )
    shown = may_rise if birth >= AGE_MAY_RISE_FROM else text
    return Event(EventKey.PENSION_AGE, pension_month(birth), Text(shown), (ends, cohort_of(birth).source))


def _spans(situation: Situation, granted: Grant) -> tuple[Span, ...]:
    """One grant after another, as far as they can be foreseen: to state pension age, or else for ten years."""
    limit = situation.pension_month
    # The old terms have no grant to count from, so their span starts this month.
    start = situation.this_month if granted.now == Duration.OLD_TERMS else granted.start
    if start is None or granted.now == Duration.MUNICIPALITY or (limit and limit <= start):
        return ()
    far_end = limit or start.plus(years=2 * GRANT_YEARS)
    if granted.now in {Duration.PERMANENT, Duration.OLD_TERMS}:
        return (Span(granted.now, start, far_end),)
    end = min(start.plus(years=GRANT_YEARS), far_end)
    spans = [Span(Duration.FIVE_YEARS, start, end)]
    # What follows is known only where pension age comes after the five years.
    if granted.then:
        next_end = far_end if granted.then == Duration.PERMANENT else min(end.plus(years=GRANT_YEARS), far_end)
        spans.append(Span(granted.then, end, next_end))
    return tuple(spans)
