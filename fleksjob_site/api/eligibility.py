"""Eligibility through the API: what answers to the questions point to."""

from datetime import date
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Router

from eligibility.law.assessment import assess
from eligibility.law.criteria import findings
from eligibility.law.criteria.criterion import Finding, Verdict
from eligibility.law.flow import Walk, share_passed, walk
from eligibility.law.grant import Duration, Grant
from eligibility.law.next_steps import NextStep, NextStepKey
from eligibility.law.outcome import Outcome
from eligibility.law.questions import BY_KEY
from eligibility.law.situation import situation_of
from eligibility.law.timeline import Event, EventKey
from fleksjob_site.api.answers import EligibilityIn
from fleksjob_site.api.description import Call, described
from fleksjob_site.api.ignored import IgnoredOut, ignored
from fleksjob_site.api.questions import QuestionKey
from fleksjob_site.api.refusals import BODY_ERROR_RESPONSES
from fleksjob_site.api.shapes import AnswerOut, Day, MonthOut, Out, SourceOut, sources_out
from fleksjob_site.kernel.statement import Statement
from fleksjob_site.serving.api import about
from fleksjob_site.take_along.calendar import SUMMARIES
from fleksjob_site.texts.amounts import amounts_on
from fleksjob_site.texts.writing import say

router = Router(tags=["eligibility"])


class FindingOut(Out):
    """What the answers say about a condition."""

    criterion: str
    title: str
    verdict: Verdict
    decides: bool
    """False for a rule that is not a condition of the grant."""
    reason: str
    change: str | None
    """What would change the verdict."""
    source: SourceOut
    """The first of the sources."""
    sources: list[SourceOut]


class GrantOut(Out):
    """How long a grant would last, and what follows it."""

    now: Duration
    then: Duration | None
    start: MonthOut | None
    """Null where the month is not known."""
    text: str
    sources: list[SourceOut]


class EventOut(Out):
    """A month in which something is due."""

    key: str
    month: MonthOut
    text: str
    sources: list[SourceOut]


class NoteOut(Out):
    """Something to know, without a month of its own."""

    text: str
    sources: list[SourceOut]


class DateOut(Out):
    """When something of the timeline is due, for a calendar: only the month is known."""

    key: EventKey
    title: str
    """A short title that does not mention the scheme, because others may see the calendar."""
    first_day: Day
    last_day: Day


class NextStepOut(Out):
    """Something to do now."""

    key: NextStepKey
    title: str
    text: str
    sources: list[SourceOut]


class ProgressOut(Out):
    """How far the answers go."""

    answered: int
    """Questions answered so far, without optional ones."""
    percent: int
    """Progress, 0-100; questions that will not be asked count as done."""


class EligibilityOut(AnswerOut):
    """What answers point to. The municipality decides; no outcome says that anybody qualifies."""

    outcome: Outcome | None
    """Null while a question is open."""
    in_short: list[str] | None
    """The outcome in at most eight sentences; null while a question is open."""
    explanation: str | None
    """What the outcome means; null before there is one."""
    findings: list[FindingOut]
    """One for each condition that the answers say something about."""
    grant: GrantOut | None
    timeline: list[EventOut] | None
    dates: list[DateOut] | None
    """The days of the timeline's months; null where there is no timeline."""
    timeline_notes: list[NoteOut] | None
    """For those near state pension age: what to know about stopping before it; null where there is no timeline."""
    next_steps: list[NextStepOut] | None
    """What to do now, the first thing first; null while a question is open."""
    progress: ProgressOut
    ignored: list[IgnoredOut]
    """Answers that were given and do not count, each with why."""
    next_question: QuestionKey | None
    """The open question to ask first; null when none is left."""
    rules_may_have_changed: bool | None
    """True if a change of the law whose text we have not read yet may apply on the day."""


_EXAMPLE: dict[str, Any] = {
    "answers": {
        "birth-month": "1980-05",
        "lives-in-denmark": "yes",
        "benefit": "none",
        "situation": "employee",
        "limitation-lasting": "lasting",
        "limitation-scope": "any-work",
        "hours-per-week": 12,
        "pace-percent": 80,
        "measures": ["adapted", "placement"],
        "alternatives": "tried",
        "present-workplace": "no",
        "earlier-fleksjob": "first",
        "fleksjob-may-start": "2027-02",
    },
    "on": "2026-11-21",
}


@router.post(
    "/eligibility",
    url_name="eligibility",
    operation_id="assessEligibility",
    response={HTTPStatus.OK: EligibilityOut, **BODY_ERROR_RESPONSES},
    openapi_extra=described(HTTPStatus.OK, *BODY_ERROR_RESPONSES, example=_EXAMPLE),
)
def eligibility(request: HttpRequest, body: EligibilityIn) -> EligibilityOut:
    """What the answers point to; the municipality decides. The outcome is null while a question is open."""
    return _eligibility(body)


def _eligibility(body: EligibilityIn) -> EligibilityOut:
    stored = body.stored()
    step = walk(stored, body.on)
    assessment = assess(step.answers, body.on, amounts_on(body.on)) if step.complete else None
    found = assessment.findings if assessment else findings(situation_of(step.answers, body.on))
    timeline = assessment.timeline if assessment else None
    return EligibilityOut(
        **about(body.on),
        outcome=assessment.outcome if assessment else None,
        in_short=[say(sentence) for sentence in assessment.in_short.sentences()] if assessment else None,
        explanation=say(assessment.explanation.text) if assessment else None,
        findings=[_finding_out(finding) for finding in found],
        grant=grant_out(assessment.grant) if assessment and assessment.grant else None,
        timeline=[_event_out(event) for event in timeline.events] if timeline else None,
        dates=[_date_out(event) for event in timeline.events] if timeline else None,
        timeline_notes=[note_out(note) for note in timeline.notes] if timeline else None,
        next_steps=[_next_step_out(step) for step in assessment.next_steps] if assessment else None,
        progress=_progress_out(step, body.on),
        ignored=ignored(stored, step),
        next_question=step.next.key if step.next else None,
        rules_may_have_changed=assessment.rules_may_have_changed if assessment else None,
    )


def _progress_out(step: Walk, on: date) -> ProgressOut:
    answered = sum(not BY_KEY[key].optional for key in step.answers)
    return ProgressOut(answered=answered, percent=round(100 * share_passed(step, step.next, on)) if step.next else 100)


def _finding_out(finding: Finding) -> FindingOut:
    judgement, sources = finding.judgement, sources_out(finding.sources)
    return FindingOut(
        criterion=finding.criterion.key,
        title=_(finding.criterion.title),
        verdict=judgement.verdict,
        decides=finding.criterion.decides,
        reason=say(judgement.reason),
        change=say(judgement.change) if judgement.change else None,
        source=sources[0],
        sources=sources,
    )


def grant_out(grant: Grant) -> GrantOut:
    """A grant with its text and sources."""
    return GrantOut(
        now=grant.now,
        then=grant.then,
        start=str(grant.start) if grant.start else None,
        text=say(grant.text),
        sources=sources_out(grant.sources),
    )


def _event_out(event: Event) -> EventOut:
    return EventOut(key=event.key, month=str(event.month), text=say(event.text), sources=sources_out(event.sources))


def note_out(note: Statement) -> NoteOut:
    """A note with its sources."""
    return NoteOut(text=say(note.text), sources=sources_out(note.sources))


def _date_out(event: Event) -> DateOut:
    month = event.month
    return DateOut(
        key=event.key,
        title=_(SUMMARIES[event.key]),
        first_day=month.first_day.isoformat(),
        last_day=month.last_day.isoformat(),
    )


def _next_step_out(step: NextStep) -> NextStepOut:
    return NextStepOut(key=step.key, title=_(step.title), text=say(step.text), sources=sources_out(step.sources))


CALLS = {
    "/eligibility": Call(
        lambda: _eligibility(EligibilityIn.model_validate(_EXAMPLE)),
        EligibilityIn,
        {"answers": {"hours-per-week": 169, "shoe-size": 43}, "on": "tomorrow"},
    )
}
