"""The questions through the API."""

from http import HTTPStatus
from typing import Annotated, Literal

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Router
from ninja.decorators import decorate_view
from pydantic import WithJsonSchema

from eligibility.law.questions import BY_KEY, QUESTIONS
from eligibility.law.questions.question import Choices, Question, Several
from fleksjob_site.api.answers import limits_of
from fleksjob_site.api.caching import cacheable
from fleksjob_site.api.description import Call, described
from fleksjob_site.api.refusals import LOAD_BALANCER_RESPONSES, NOT_MODIFIED_RESPONSE, LimitsOut
from fleksjob_site.api.shapes import AnswerOut, Out, SourceOut, sources_out
from fleksjob_site.serving.api import about

router = Router(tags=["eligibility"])

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
    limits: LimitsOut
    """The same as data."""
    asked_of: str
    optional: bool
    """True where the walk goes on without an answer."""
    sources: list[SourceOut]


class QuestionsOut(AnswerOut):
    """All questions in order."""

    questions: list[QuestionOut]


@router.get(
    "/eligibility/questions",
    url_name="questions",
    operation_id="listQuestions",
    response={HTTPStatus.OK: QuestionsOut, **NOT_MODIFIED_RESPONSE, **LOAD_BALANCER_RESPONSES},
    openapi_extra=described(HTTPStatus.OK, *NOT_MODIFIED_RESPONSE, *LOAD_BALANCER_RESPONSES),
)
@decorate_view(cacheable)
def questions(request: HttpRequest) -> QuestionsOut:
    """Every question in order, with its choices and of whom it is asked."""
    return QuestionsOut(**about(), questions=[_question_out(question) for question in QUESTIONS])


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
        limits=LimitsOut(**limits_of(question, localdate())),
        asked_of=_(question.asked.of),
        optional=question.optional,
        sources=sources_out(question.sources),
    )


CALLS = {
    "/eligibility/questions": Call(lambda: QuestionsOut(**about(), questions=[_question_out(QUESTIONS[0])])),
}
