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
from fleksjob_site.api.answers import Answering
from fleksjob_site.api.shapes import REFUSALS, Given, MonthOut, SourceGiven, described, sources_given
from fleksjob_site.texts.amounts import amounts_on
from fleksjob_site.texts.writing import say

router = Router()

QuestionKey = Annotated[str, WithJsonSchema({"type": "string", "enum": list(BY_KEY)})]


class ChoiceGiven(Given):
    """One of the answers to choose from."""

    key: str
    text: str


class QuestionGiven(Given):
    """A question of the walk; its key and the keys of its choices never change."""

    key: QuestionKey
    text: str
    why: str
    example: str
    kind: Literal["choice", "several", "month", "hours", "percent", "months"]
    """One choice, one or more choices, a month such as 1980-05, or a number."""
    choices: list[ChoiceGiven]
    """Empty where a month or a number is asked for."""
    allowed: str
    """What can be answered, as of today."""
    asked_of: str
    optional: bool
    """True where the walk goes on without an answer."""
    sources: list[SourceGiven]


class QuestionsGiven(Given):
    """All questions in order."""

    questions: list[QuestionGiven]


class FindingGiven(Given):
    """What the answers say about a condition."""

    criterion: str
    title: str
    verdict: Verdict
    decides: bool
    """False for a rule that is no condition of the grant."""
    reason: str
    change: str | None
    """What would change the verdict."""
    source: SourceGiven
    """The first of the sources."""
    sources: list[SourceGiven]


class GrantGiven(Given):
    """How long a grant would last, and what follows it."""

    now: Duration
    then: Duration | None
    start: MonthOut | None
    """Null where the month is not known."""
    text: str
    sources: list[SourceGiven]


class EventGiven(Given):
    """A month in which something is due."""

    key: str
    month: MonthOut
    text: str
    sources: list[SourceGiven]


class EligibilityGiven(Given):
    """What answers point to. The municipality decides; no outcome says that anybody qualifies."""

    outcome: Outcome | None
    """Null while a question is open."""
    in_short: list[str] | None
    """The outcome in at most eight sentences; null while a question is open."""
    explanation: str | None
    findings: list[FindingGiven]
    """Of the conditions that the answers say something about."""
    grant: GrantGiven | None
    timeline: list[EventGiven] | None
    next_question: QuestionKey | None
    rules_may_have_changed: bool | None
    """True if a change of the law whose text we have not read yet may apply on the day."""


@router.get(
    "/eligibility/questions",
    url_name="questions",
    response={HTTPStatus.OK: QuestionsGiven},
    openapi_extra=described(HTTPStatus.OK),
)
def questions(request: HttpRequest) -> QuestionsGiven:
    """Every question in order, with its choices and of whom it is asked."""
    return QuestionsGiven(questions=[_question_given(question) for question in QUESTIONS])


_EXAMPLE: dict[str, Any] = {"answers": {"birth-month": "1980-05", "hours-per-week": 12}, "on": "2026-11-21"}


@router.post(
    "/eligibility",
    url_name="eligibility",
    response={HTTPStatus.OK: EligibilityGiven, **REFUSALS},
    openapi_extra=described(HTTPStatus.OK, *REFUSALS, example=_EXAMPLE),
)
def eligibility(request: HttpRequest, body: Answering) -> EligibilityGiven:
    """What the answers point to; the municipality decides. The outcome is null while a question is open."""
    step = walk(body.answers, body.on)
    assessment = assess(step.answers, body.on, amounts_on(body.on)) if step.complete else None
    found = assessment.findings if assessment else findings(situation_of(step.answers, body.on))
    timeline = assessment.timeline if assessment else None
    return EligibilityGiven(
        outcome=assessment.outcome if assessment else None,
        in_short=[say(sentence) for sentence in assessment.in_short.sentences()] if assessment else None,
        explanation=say(assessment.explanation.text) if assessment else None,
        findings=[_finding_given(finding) for finding in found],
        grant=_grant_given(assessment.grant) if assessment and assessment.grant else None,
        timeline=[_event_given(event) for event in timeline.events] if timeline else None,
        next_question=step.next.key if step.next else None,
        rules_may_have_changed=assessment.rules_may_have_changed if assessment else None,
    )


def _question_given(question: Question) -> QuestionGiven:
    choices = question.answer.choices if isinstance(question.answer, Choices | Several) else ()
    return QuestionGiven(
        key=question.key,
        text=_(question.text),
        why=_(question.why),
        example=_(question.example),
        kind=question.answer.kind,
        choices=[ChoiceGiven(key=choice.key, text=_(choice.text)) for choice in choices],
        allowed=question.answer.limits(localdate()),
        asked_of=_(question.asked.of),
        optional=question.optional,
        sources=sources_given(question.sources),
    )


def _finding_given(finding: Finding) -> FindingGiven:
    judgement, sources = finding.judgement, sources_given(finding.sources)
    return FindingGiven(
        criterion=finding.criterion.key,
        title=_(finding.criterion.title),
        verdict=judgement.verdict,
        decides=finding.criterion.decides,
        reason=say(judgement.reason),
        change=say(judgement.change) if judgement.change else None,
        source=sources[0],
        sources=sources,
    )


def _grant_given(grant: Grant) -> GrantGiven:
    return GrantGiven(
        now=grant.now,
        then=grant.then,
        start=str(grant.start) if grant.start else None,
        text=say(grant.text),
        sources=sources_given(grant.sources),
    )


def _event_given(event: Event) -> EventGiven:
    return EventGiven(
        key=event.key,
        month=str(event.month),
        text=say(event.text),
        sources=sources_given(event.sources),
    )
