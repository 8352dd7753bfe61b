"""Eligibility through the API: the questions, and what answers to them point to."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Router
from pydantic import BeforeValidator, Field, model_validator

from eligibility.assessment import assess
from eligibility.criteria import findings
from eligibility.criteria.criterion import Finding
from eligibility.flow import walk
from eligibility.grant import Grant
from eligibility.questions import BY_KEY, QUESTIONS
from eligibility.questions.question import Choices, Question, Several
from eligibility.timeline import Timeline
from fleksjob_site.api.gate import Body, refuse
from fleksjob_site.api.shapes import source_shape
from fleksjob_site.kernel.text import N_
from fleksjob_site.writing import say

router = Router()

# The scheme in its present form began in 2013; the far end keeps every date of a timeline a real one.
_FIRST_DAY, _LAST_DAY = date(2013, 1, 1), date(2100, 12, 31)


def _day(value: object) -> date:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        day = None
    if day is None or day.isoformat() != value or not _FIRST_DAY <= day <= _LAST_DAY:
        raise refuse(
            N_("This is not a day written like 2026-11-21, or it is outside the limits."),
            allowed=f"{_FIRST_DAY} - {_LAST_DAY}",
        )
    return day


def _text(value: object) -> str:
    # A list is several keys, and a number is read as its digits, so that 12.5 and "12.5" are the same answer.
    if isinstance(value, list) and all(isinstance(key, str) for key in value):
        return ",".join(value)
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise refuse(N_("An answer is a text or a number."))
    return format(value, "f") if isinstance(value, Decimal) else str(value)


class Answering(Body):
    """Answers by the keys of the questions; "unknown" is an answer to each of them."""

    answers: dict[str, Annotated[str, BeforeValidator(_text, json_schema_input_type=str | Decimal)]]
    on: Annotated[date, BeforeValidator(_day)] = Field(default_factory=localdate)

    @model_validator(mode="after")
    def _known_questions_and_answers(self) -> Self:
        for key, answer in self.answers.items():
            if key not in BY_KEY:
                raise refuse(N_("There is no such question."), field=f"answers.{key[:60]}", allowed=", ".join(BY_KEY))
            try:
                BY_KEY[key].read(answer, self.on)
            except ValueError:
                raise refuse(
                    N_("This is no answer to the question."),
                    field=f"answers.{key[:60]}",
                    allowed=BY_KEY[key].answer.limits(self.on),
                ) from None
        return self


@router.get("/eligibility/questions", url_name="questions")
def questions(request: HttpRequest) -> dict[str, Any]:
    """Every question in order, with its choices and of whom it is asked."""
    return {"questions": [_question_shape(question) for question in QUESTIONS]}


@router.post("/eligibility", url_name="eligibility")
def eligibility(request: HttpRequest, body: Answering) -> dict[str, Any]:
    """What the answers point to; the municipality decides. The outcome is null while a question is open."""
    step = walk(body.answers, body.on)
    assessment = assess(step.answers, body.on) if step.complete else None
    found = assessment.findings if assessment else findings(step.answers, body.on)
    return {
        "outcome": assessment.outcome.value if assessment else None,
        "explanation": say(assessment.explanation.text) if assessment else None,
        "findings": [_finding_shape(finding) for finding in found],
        "grant": _grant_shape(assessment.grant) if assessment and assessment.grant else None,
        "timeline": _timeline_shape(assessment.timeline) if assessment and assessment.timeline else None,
        "next_question": step.next.key if step.next else None,
        "rules_may_have_changed": assessment.rules_may_have_changed if assessment else None,
    }


def _question_shape(question: Question) -> dict[str, Any]:
    choices = question.answer.choices if isinstance(question.answer, Choices | Several) else ()
    return {
        "key": question.key,
        "text": _(question.text),
        "why": _(question.why),
        "example": _(question.example),
        "kind": question.answer.kind,
        "choices": [{"key": choice.key, "text": _(choice.text)} for choice in choices],
        "allowed": question.answer.limits(localdate()),
        "asked_of": _(question.asked.of),
        "optional": question.optional,
        "sources": [source_shape(source) for source in question.sources],
    }


def _finding_shape(finding: Finding) -> dict[str, Any]:
    judgement, sources = finding.judgement, [source_shape(source) for source in finding.sources]
    return {
        "criterion": finding.criterion.key,
        "title": _(finding.criterion.title),
        "verdict": judgement.verdict.value,
        "decides": finding.criterion.decides,
        "reason": say(judgement.reason),
        "change": say(judgement.change) if judgement.change else None,
        "source": sources[0],
        "sources": sources,
    }


def _grant_shape(grant: Grant) -> dict[str, Any]:
    return {
        "now": grant.now.value,
        "then": grant.then.value if grant.then else None,
        "start": str(grant.start) if grant.start else None,
        "text": say(grant.text),
        "sources": [source_shape(source) for source in grant.sources],
    }


def _timeline_shape(timeline: Timeline) -> list[dict[str, Any]]:
    return [
        {
            "key": event.key,
            "month": str(event.month),
            "text": say(event.text),
            "sources": [source_shape(source) for source in event.sources],
        }
        for event in timeline.events
    ]
