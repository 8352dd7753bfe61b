"""The eligibility endpoints: the questions, and what the answers point to."""

from http import HTTPStatus
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Router
from pydantic import WithJsonSchema

from eligibility.law.assessment import assess
from eligibility.law.criteria import findings
from eligibility.law.criteria.criterion import Finding, Verdict
from eligibility.law.flow import walk
from eligibility.law.grant import Duration, Grant
from eligibility.law.outcome import Outcome
from eligibility.law.questions import BY_KEY, QUESTIONS
from eligibility.law.questions.question import Choices, Question, Several
from eligibility.law.situation import situation_of
from eligibility.law.timeline import Event
from fleksjob_site.api.answers import EligibilityIn
from fleksjob_site.api.shapes import ERROR_RESPONSES, MonthOut, Out, SourceOut, described, sources_out
from fleksjob_site.texts.amounts import amounts_on
from fleksjob_site.texts.writing import say

router = Router()

QuestionKey = Annotated[str, WithJsonSchema({"type": "string", "enum": list(BY_KEY)})]


class ChoiceOut(Out):
    """One of the answers to choose from."""

    key: str
    text: str


class QuestionOut(Out):
    """A question of the walk; its key and the keys of its choices never change."""

    key: QuestionKey
    text: str
    why: str
    example: str
    kind: Literal["choice", "several", "month", "hours", "percent", "months"]
    """One choice, one or more choices, a month such as 1980-05, or a number."""
    choices: list[ChoiceOut]
    """Empty where a month or a number is asked for."""
    allowed: str
    """What can be answered, as of today."""
    asked_of: str
    optional: bool
    """True where the walk goes on without an answer."""
    sources: list[SourceOut]


class QuestionsOut(Out):
    """All questions in order."""

    questions: list[QuestionOut]


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


class EligibilityOut(Out):
    """What answers point to. The municipality decides; no outcome says that anybody qualifies."""

    outcome: Outcome | None
    """Null while a question is open."""
    in_short: list[str] | None
    """The outcome in at most eight sentences; null while a question is open."""
    explanation: str | None
    findings: list[FindingOut]
    """Of the conditions that the answers say something about."""
    grant: GrantOut | None
    timeline: list[EventOut] | None
    next_question: QuestionKey | None
    rules_may_have_changed: bool | None
    """True if a change of the law whose text we have not read yet may apply on the day."""


@router.get(
    "/eligibility/questions",
    url_name="questions",
    response={HTTPStatus.OK: QuestionsOut},
    openapi_extra=described(HTTPStatus.OK),
)
def questions(request: HttpRequest) -> QuestionsOut:
    """Every question in order, with its choices and of whom it is asked."""
    return QuestionsOut(questions=[_question_out(question) for question in QUESTIONS])


_EXAMPLE: dict[str, Any] = {"answers": {"birth-month": "1980-05", "hours-per-week": 12}, "on": "2026-11-21"}


@router.post(
    "/eligibility",
    url_name="eligibility",
    response={HTTPStatus.OK: EligibilityOut, **ERROR_RESPONSES},
    openapi_extra=described(HTTPStatus.OK, *ERROR_RESPONSES, example=_EXAMPLE),
)
def eligibility(request: HttpRequest, body: EligibilityIn) -> EligibilityOut:
    """What the answers point to; the municipality decides. The outcome is null while a question is open."""
    step = walk(body.answers, body.on)
    assessment = assess(step.answers, body.on, amounts_on(body.on)) if step.complete else None
    found = assessment.findings if assessment else findings(situation_of(step.answers, body.on))
    timeline = assessment.timeline if assessment else None
    return EligibilityOut(
        outcome=assessment.outcome if assessment else None,
        in_short=[say(sentence) for sentence in assessment.in_short.sentences()] if assessment else None,
        explanation=say(assessment.explanation.text) if assessment else None,
        findings=[_finding_out(finding) for finding in found],
        grant=_grant_out(assessment.grant) if assessment and assessment.grant else None,
        timeline=[_event_out(event) for event in timeline.events] if timeline else None,
        next_question=step.next.key if step.next else None,
        rules_may_have_changed=assessment.rules_may_have_changed if assessment else None,
    )


def _question_out(question: Question) -> QuestionOut:
    choices = question.answer.choices if isinstance(question.answer, Choices | Several) else ()
    return QuestionOut(
        key=question.key,
        text=_(question.text),
        why=_(question.why),
        example=_(question.example),
        kind=question.answer.kind,
        choices=[ChoiceOut(key=choice.key, text=_(choice.text)) for choice in choices],
        allowed=question.answer.limits(localdate()),
        asked_of=_(question.asked.of),
        optional=question.optional,
        sources=sources_out(question.sources),
    )


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


def _grant_out(grant: Grant) -> GrantOut:
    return GrantOut(
        now=grant.now,
        then=grant.then,
        start=str(grant.start) if grant.start else None,
        text=say(grant.text),
        sources=sources_out(grant.sources),
    )


def _event_out(event: Event) -> EventOut:
    return EventOut(
        key=event.key,
        month=str(event.month),
        text=say(event.text),
        sources=sources_out(event.sources),
    )
