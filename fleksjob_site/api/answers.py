"""The request body with answers to questions, each validated by its question, and the day whose rules apply."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from django.utils.timezone import localdate
from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from eligibility.law.changes import FIRST_DAY, LAST_DAY, known_day
from eligibility.law.questions import BY_KEY, QUESTIONS
from eligibility.law.questions.question import UNKNOWN, Choices, MonthOf, Question, Several
from fleksjob_site.api.gate import PLAIN_DECIMAL, Body, decimal_schema, refuse
from fleksjob_site.kernel.text import N_, Months

_DECIMALS = 2
"""Maximum number of decimals in a numeric answer, as on the page."""


def _day(value: object) -> date:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        day = None
    if day is None or day.isoformat() != value or not known_day(day):
        raise refuse(
            N_("This is not a day written like 2026-11-21, or it is outside the limits."),
            allowed=f"{FIRST_DAY} - {LAST_DAY}",
        )
    return day


def _schema_of(question: Question) -> dict[str, Any]:
    """The JSON Schema of an answer, for the OpenAPI document."""
    match question.answer:
        case Choices(choices):
            answer: dict[str, Any] = {"enum": list(dict.fromkeys([*(choice.key for choice in choices), UNKNOWN]))}
        case Several(choices, alone):
            every, together = (
                {"enum": [choice.key for choice in choices if choice.key not in left]} for left in ((), alone)
            )
            several = {"type": "array", "items": together, "minItems": 1, "uniqueItems": True}
            one = {"type": "array", "items": every, "minItems": 1, "maxItems": 1}
            answer = {"anyOf": [every, one, several]}
        case MonthOf():
            month = {"type": "string", "pattern": "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$"}
            answer = {"anyOf": [month, {"const": UNKNOWN}]}
        case number:
            decimals = 0 if isinstance(number.least, Months) else _DECIMALS
            answer = {"anyOf": [decimal_schema(int(number.least), int(number.most), decimals), {"const": UNKNOWN}]}
    limits = "" if isinstance(question.answer, Choices | Several) else f" ({_limits(question.answer)})"
    return {"description": question.text + limits, **answer}


def _limits(answer: Any) -> str:
    if not isinstance(answer, MonthOf):
        return f"{answer.least} - {answer.most}"
    ahead = f" and {answer.years_ahead} years" if answer.years_ahead else ""
    return f"{answer.earliest or 'the month of the day “on”'} - the month of the day “on”{ahead}"


_SCHEMA = {
    "type": "object",
    "properties": {question.key: _schema_of(question) for question in QUESTIONS},
    "additionalProperties": False,
    "description": 'Answers by the keys of the questions; "unknown" is an answer to each of them.',
}
_DAY_SCHEMA = {
    "type": "string",
    "format": "date",
    "pattern": "^(20[2-9][0-9]|2100)-",
    "description": f"The day whose rules apply, {FIRST_DAY} - {LAST_DAY}; today if omitted.",
}


DayIn = Annotated[date, BeforeValidator(_day), WithJsonSchema(_DAY_SCHEMA)]


class EligibilityIn(Body):
    """Answers to any of the questions, in any order."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    answers: Annotated[dict[str, Any], WithJsonSchema(_SCHEMA)]
    on: DayIn = Field(default_factory=localdate)

    @model_validator(mode="after")
    def _known_questions_and_answers(self) -> Self:
        for key, given in self.answers.items():
            if key not in BY_KEY:
                raise refuse(N_("There is no such question."), field=f"answers.{key[:60]}", allowed=", ".join(BY_KEY))
            try:
                self.answers[key] = _stored(BY_KEY[key], given)
                BY_KEY[key].read(self.answers[key], self.on)
            except ValueError:
                raise refuse(
                    N_("This is no answer to the question."),
                    field=f"answers.{key[:60]}",
                    allowed=BY_KEY[key].answer.limits(self.on),
                ) from None
        return self


def _stored(question: Question, given: object) -> str:
    """An answer as the walk stores it; ValueError if its type does not fit the question."""
    match question.answer, given:
        case Several(), list() if given and all(isinstance(key, str) and "," not in key for key in given):
            return ",".join(given)
        # Comma-separated keys are an internal format of the site, so callers can't use it.
        case Choices() | Several() | MonthOf(), str() if "," not in given:
            return given
        case Choices() | Several() | MonthOf(), _:
            raise ValueError
        case _, str() if given == UNKNOWN or PLAIN_DECIMAL.fullmatch(given):
            return given
        # A number is read as its digits, so that 12.5 and "12.5" are the same answer.
        case _, int() | Decimal() if not isinstance(given, bool):
            return format(Decimal(given).normalize(), "f")
    raise ValueError
