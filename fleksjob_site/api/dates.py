"""The dates endpoint: how long a grant lasts and what is due when, without the rest of the questions."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Router
from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from eligibility.law.changes import NEW_ACT_EXPECTED
from eligibility.law.grant import Duration, grant
from eligibility.law.questions import BY_KEY
from eligibility.law.questions.question import Answer, Question
from eligibility.law.situation import Situation, situation_of
from eligibility.law.timeline import Event, EventKey, Span, timeline
from fleksjob_site.api.answers import DayIn, limits_of
from fleksjob_site.api.description import Call, described
from fleksjob_site.api.eligibility import GrantOut, NoteOut, grant_out, note_out
from fleksjob_site.api.gate import Body, Check, key_of
from fleksjob_site.api.refusals import BODY_ERROR_RESPONSES
from fleksjob_site.api.shapes import AnswerOut, Day, MonthOut, Out, SourceOut, sources_out
from fleksjob_site.api.wrong import Code, refuse
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.serving.api import about
from fleksjob_site.take_along.calendar import SUMMARIES
from fleksjob_site.texts.writing import say

router = Router(tags=["eligibility"])


class Scheme(StrEnum):
    """What the dates are for; the keys never change."""

    ASKING = "asking"
    """A fleksjob that is asked for."""
    IN_FLEKSJOB = "in-fleksjob"
    """A fleksjob that has begun."""
    OWN_BUSINESS = "own-business"
    """The subsidy to self-employed people."""


class Which(StrEnum):
    """Which grant it is; the keys never change."""

    FIRST = "first"
    LATER = "later"
    PERMANENT = "permanent"
    UNKNOWN = "unknown"


_SITUATIONS = {
    Scheme.ASKING: ("without-work", "fleksjob-may-start", "earlier-fleksjob"),
    Scheme.IN_FLEKSJOB: ("in-fleksjob", "fleksjob-started", "first-fleksjob"),
    Scheme.OWN_BUSINESS: ("self-employed", "fleksjob-may-start", "business-subsidy-before"),
}
"""The answer that stands for each, and the questions about its start and its grant."""
_GRANTS = {
    Scheme.ASKING: {Which.FIRST: "first", Which.LATER: "earlier", Which.UNKNOWN: "unknown"},
    Scheme.IN_FLEKSJOB: {Which.FIRST: "yes", Which.LATER: "no", Which.PERMANENT: "permanent", Which.UNKNOWN: "unknown"},
    Scheme.OWN_BUSINESS: {Which.FIRST: "no", Which.LATER: "yes", Which.UNKNOWN: "unknown"},
}


def _a_month(value: object) -> Month:
    try:
        return Month.parse(value if isinstance(value, str) else "")
    except ValueError:
        raise refuse(Code.NOT_A_MONTH) from None


_MONTH = {"type": "string", "pattern": "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$", "examples": ["1980-05"]}
MonthOfLifeIn = Annotated[Month, BeforeValidator(_a_month), WithJsonSchema(_MONTH)]


def _born(body: Any) -> Iterator[PydanticCustomError]:
    yield from _outside(BY_KEY["birth-month"], "birth_month", body.birth_month, body.on)


def _starts(body: Any) -> Iterator[PydanticCustomError]:
    if body.start is not None:
        yield from _outside(BY_KEY[_SITUATIONS[body.scheme][1]], "start", body.start, body.on)


def _outside(question: Question, field: str, month: Month, on: date) -> Iterator[PydanticCustomError]:
    try:
        question.read(str(month), on)
    except ValueError:
        allowed = limits_of(question, on) | {"values": None}
        yield refuse(
            Code.MONTH_OUT_OF_RANGE,
            field=field,
            allowed=f"{allowed['minimum']} - {allowed['maximum']}",
            limits=allowed,
        )


def _fits_scheme(body: Any) -> Iterator[PydanticCustomError]:
    known = _GRANTS[body.scheme]
    if body.grant not in known:
        yield refuse(Code.NOT_OF_THIS_KIND, field="grant", allowed=", ".join(known), limits={
            "minimum": None, "maximum": None, "values": list(known)})  # fmt: skip


class DatesIn(Body):
    """When somebody was born, and the grant they have or ask for."""

    checks = (
        Check(("birth_month", "on"), _born),
        Check(("start", "scheme", "on"), _starts),
        Check(("scheme", "grant"), _fits_scheme),
    )

    birth_month: MonthOfLifeIn
    """Month and year of birth; a day is never asked for."""
    scheme: Annotated[Scheme, *key_of(Scheme)] = Scheme.ASKING
    """A flexi-job that is asked for, one that has begun, or the subsidy to self-employed people."""
    start: MonthOfLifeIn | None = None
    """When it began, from 1998-01, or may begin, up to ten years ahead. Null: this month for what is asked for, and not
    known for what has begun."""
    grant: Annotated[Which, *key_of(Which)] = Which.FIRST
    """Whether it is the first, a later one, or permanent ("permanent" only with "in-fleksjob")."""
    on: DayIn = Field(default_factory=localdate)

    def situation(self) -> Situation:
        """What is told, as the law code takes it."""
        situation, started, which = _SITUATIONS[self.scheme]
        answers: dict[str, Answer] = {
            "birth-month": self.birth_month,
            "situation": situation,
            which: _GRANTS[self.scheme][self.grant],
        }
        return situation_of(answers | ({started: self.start} if self.start else {}), self.on)


class DueInMonthOut(Out):
    """Something that is due. Only the month is known."""

    key: Annotated[EventKey, WithJsonSchema({"type": "string", "enum": [key.value for key in EventKey]})]
    month: MonthOut
    first_day: Day
    last_day: Day
    title: str
    """A short title that does not mention the scheme, because others may see the calendar."""
    text: str
    sources: list[SourceOut]


class SpanOut(Out):
    """The time under one grant."""

    duration: Annotated[Duration, WithJsonSchema({"type": "string", "enum": [key.value for key in Duration]})]
    first_month: MonthOut
    until: MonthOut
    """The month in which the next begins, or state pension age is reached."""


class DatesOut(AnswerOut):
    """What follows from the grant and the month of birth. Guidance only: the municipality decides."""

    grant: GrantOut
    dates: list[DueInMonthOut]
    """In order of time: the start of the grant, and of the rest what has not passed."""
    spans: list[SpanOut]
    """The grants one after another, as far as they can be foreseen."""
    notes: list[NoteOut]
    """For those near state pension age: what to know about stopping before it."""
    turns_40: MonthOut
    """The month of the 40th birthday."""
    six_years_left: MonthOut
    """The month in which exactly six years are left to state pension age."""
    pension_age: MonthOut
    """The month in which state pension age is reached, by the acts as last read."""
    rules_may_have_changed: bool
    """True if a change of the law whose text we have not read yet may apply on the day."""


_EXAMPLE: dict[str, Any] = {"birth_month": "1984-05", "start": "2027-02", "on": "2026-11-21"}


@router.post(
    "/dates",
    url_name="dates",
    operation_id="findDates",
    response={HTTPStatus.OK: DatesOut, **BODY_ERROR_RESPONSES},
    openapi_extra=described(HTTPStatus.OK, *BODY_ERROR_RESPONSES, example=_EXAMPLE),
)
def dates(request: HttpRequest, body: DatesIn) -> DatesOut:
    """How long a grant lasts, and when follow-up, permanence and state pension age come."""
    return _dates(body)


def _dates(body: DatesIn) -> DatesOut:
    situation = body.situation()
    granted = grant(situation)
    found = timeline(situation, granted)
    return DatesOut(
        **about(body.on),
        grant=grant_out(granted),
        dates=[_due_in_month_out(event) for event in found.events],
        spans=[_span_out(span) for span in found.spans],
        notes=[note_out(note) for note in found.notes],
        turns_40=str(situation.turns_40),
        six_years_left=str(situation.six_years_left),
        pension_age=str(situation.pension_month),
        rules_may_have_changed=body.on >= NEW_ACT_EXPECTED,
    )


def _due_in_month_out(event: Event) -> DueInMonthOut:
    return DueInMonthOut(
        key=event.key,
        month=str(event.month),
        first_day=event.month.first_day.isoformat(),
        last_day=event.month.last_day.isoformat(),
        title=_(SUMMARIES[event.key]),
        text=say(event.text),
        sources=sources_out(event.sources),
    )


def _span_out(span: Span) -> SpanOut:
    return SpanOut(duration=span.duration, first_month=str(span.first), until=str(span.last))


CALLS = {
    "/dates": Call(
        lambda: _dates(DatesIn.model_validate(_EXAMPLE)),
        DatesIn,
        {"birth_month": "2030-01", "grant": "permanent", "on": "2026-11-21"},
    )
}
