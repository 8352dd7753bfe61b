"""The letter endpoint: the letter for the meeting as a PDF, from a body instead of a session."""

from collections.abc import Iterator
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from ninja import Router
from pydantic import ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from eligibility.law.questions import BY_KEY
from fleksjob_site.api.answers import ANSWER_CHECKS, ANSWERS_SCHEMA, DayIn, limits_of, stored_answers
from fleksjob_site.api.case import IncomeIn
from fleksjob_site.api.description import Call, described
from fleksjob_site.api.gate import Body, Check, add_conditions, key_of
from fleksjob_site.api.refusals import BODY_ERROR_RESPONSES
from fleksjob_site.api.wrong import Code, refuse
from fleksjob_site.letter.content import told_pdf
from fleksjob_site.letter.pdf import Busy
from fleksjob_site.letter.told import Told, total_of
from fleksjob_site.letter.views import VARIANTS
from fleksjob_site.serving.api import limits
from fleksjob_site.serving.errors import busy
from fleksjob_site.texts.languages import OTHER_LANGUAGES
from fleksjob_site.visitor import VisitorData
from salary.law.calculation import calculate
from salary.law.net import net_of
from salary.pages.compared import ComparedCase, case_by_itself

router = Router(tags=["eligibility"])

Variant = StrEnum("Variant", [(variant.upper(), variant) for variant in VARIANTS])  # type: ignore[misc]

_SOMETHING = ("answers", "income")


def _something(schema: dict[str, Any]) -> None:
    kinds = {name: {"required": [name], "properties": {name: {"type": "object"}}} for name in _SOMETHING}
    add_conditions(schema, {"anyOf": list(kinds.values())})


def _nothing_to_say(body: Any) -> Iterator[PydanticCustomError]:
    if body.answers is None and body.income is None:
        yield refuse(Code.MISSING, field="answers", allowed=" / ".join(_SOMETHING), limits=limits(values=_SOMETHING))


def _unfinished(body: Any) -> Iterator[PydanticCustomError]:
    """Answers without an outcome, and no income beside them, make no letter; nor do they on the page."""
    if (
        body.answers is None
        or body.income is not None
        or any(True for check in ANSWER_CHECKS for _wrong in check.find(body))
    ):
        return
    walk = VisitorData(answers=stored_answers(body.answers)).walk(body.on)
    if walk.next:
        question = BY_KEY[walk.next.key]
        allowed, can_be = question.answer.limits(body.on), limits_of(question, body.on)
        yield refuse(Code.MISSING, field=f"answers.{question.key}", allowed=allowed, limits=can_be)


class LetterIn(Body):
    """What the letter is about: the answers of `/eligibility`, the body of `/income`, or both."""

    model_config = ConfigDict(arbitrary_types_allowed=True, json_schema_extra=_something)

    checks = (
        *ANSWER_CHECKS,
        Check(("answers", "income"), _nothing_to_say),
        Check(("answers", "income", "on"), _unfinished),
    )

    answers: Annotated[dict[str, Any], WithJsonSchema(ANSWERS_SCHEMA)] | None = None
    """Answers to the questions. Without an income they must go all the way to an outcome."""
    income: IncomeIn | None = None
    """One month. With `tax` the letter goes on to what is left after it."""
    language: Annotated[Variant, *key_of(Variant)] = Variant(next(iter(VARIANTS)))
    """Danish, English, or both side by side."""
    on: DayIn = Field(default_factory=localdate)

    def told(self) -> Told:
        """The validated body as the letter takes it."""
        visitor = VisitorData(answers=stored_answers(self.answers or {}))
        compared = self._compared() if self.income else None
        return Told(
            walk=visitor.walk(self.on),
            assessment=visitor.assessment(self.on),
            start_is_assumed=visitor.start_is_assumed(self.on),
            cases=(compared,) if compared else (),
            total=total_of(compared) if compared else None,
        )

    def _compared(self) -> ComparedCase:
        assert self.income
        result = calculate(self.income.case())
        paid = self.income.paid(result)
        net = net_of(paid, self.income.tax.card()) if paid and self.income.tax else None
        return case_by_itself(result, paid, net)


_EXAMPLE: dict[str, Any] = {
    "income": {"month": "2026-05", "paid_hours_per_week": 10, "hourly_wage": 180, "ceiling_month": 34000},
    "language": OTHER_LANGUAGES[0].two_language_variant,
    "on": "2026-11-21",
}
_PDF = {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}


def _extra() -> dict[str, Any]:
    extra = described(HTTPStatus.OK, *BODY_ERROR_RESPONSES, example=_EXAMPLE)
    extra["responses"][HTTPStatus.OK] |= {"description": "The letter", "content": _PDF}
    return extra


@router.post(
    "/letter",
    url_name="letter",
    operation_id="makeLetter",
    response=BODY_ERROR_RESPONSES,
    openapi_extra=_extra(),
)
def make_letter(request: HttpRequest, body: LetterIn) -> HttpResponse:
    """The letter for the meeting with the municipality, as an accessible PDF. Nothing of it is kept."""
    languages, today = VARIANTS[body.language], localdate()
    try:
        pdf = told_pdf(body.told, body.on, today, languages)
    except Busy:
        return busy(request)
    name = f"for-the-meeting-{body.language}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


CALLS = {"/letter": Call(None, LetterIn, {"language": "fr", "on": "tomorrow"})}
