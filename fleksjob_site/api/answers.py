"""The request body with answers to questions, each validated by its question, and the day whose rules apply."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from django.utils.timezone import localdate
from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from eligibility.law.changes import FIRST_DAY, LAST_DAY, known_day
from eligibility.law.questions import BY_KEY, QUESTIONS
from eligibility.law.questions.question import UNKNOWN, Choice, Choices, MonthAndYear, Number, Question, Several
from fleksjob_site.api.decimals import PLAIN_DECIMAL, decimal_schema
from fleksjob_site.api.gate import Body, Check
from fleksjob_site.api.wrong import Code, refuse
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Months
from fleksjob_site.serving.api import limits

# Part of the same pattern, because generated clients can't handle a string that matches one of several schemas.
_UNKNOWN = f"^{UNKNOWN}$"
_DECIMALS = 2
"""Maximum number of decimals in a numeric answer, as on the page."""


def read_day(value: object) -> date:
    """A day that rules are known for; anything else is an error of ours."""
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        day = None
    if day is None or day.isoformat() != value or not known_day(day):
        days = limits(minimum=str(FIRST_DAY), maximum=str(LAST_DAY))
        raise refuse(Code.NOT_A_DAY, allowed=f"{FIRST_DAY} - {LAST_DAY}", limits=days)
    return day


def _schema_of(question: Question) -> dict[str, Any]:
    """The JSON Schema of an answer, for the OpenAPI document."""
    match question.answer:
        case Choices(choices):
            answer: dict[str, Any] = {"type": "string", "enum": _keys(choices)}
        case Several(choices, exclusive):
            keys = [choice.key for choice in choices]
            together = {"items": {"enum": [key for key in keys if key not in exclusive]}}
            one = {"type": "string", "enum": keys}
            several = {"type": "array", "items": one, "minItems": 1, "uniqueItems": True}
            # Client generators ignore `if`, so they make one class of the answer instead of one for each branch.
            answer = {"anyOf": [one, several | {"if": {"minItems": 2}, "then": together}]}
        case MonthAndYear():
            answer = {"type": "string", "pattern": f"^(19|20|21)[0-9]{{2}}-(0[1-9]|1[0-2])$|{_UNKNOWN}"}
        case number:
            decimals = 0 if isinstance(number.least, Months) else _DECIMALS
            answer = decimal_schema(int(number.least), int(number.most), decimals)
            answer["pattern"] += f"|{_UNKNOWN}"
    limits = "" if isinstance(question.answer, Choices | Several) else f" ({_limits(question.answer)})"
    return {"description": question.text + limits, **answer}


def _keys(choices: Sequence[Choice]) -> list[str]:
    """The keys of the choices, and that of not knowing, which is an answer to each question with one choice."""
    return list(dict.fromkeys([*(choice.key for choice in choices), UNKNOWN]))


def _limits(answer: Any) -> str:
    if not isinstance(answer, MonthAndYear):
        return f"{answer.least} - {answer.most}"
    ahead = f" and {answer.years_ahead} years" if answer.years_ahead else ""
    return f"{answer.earliest or 'the month of the day “on”'} - the month of the day “on”{ahead}"


ANSWERS_SCHEMA = {
    "type": "object",
    "properties": {question.key: _schema_of(question) for question in QUESTIONS},
    "additionalProperties": False,
    "description": 'Answers by the keys of the questions; "unknown" is an answer to each of them.',
}
DAY_SCHEMA = {"type": "string", "format": "date", "pattern": "^(20[2-9][0-9]|2100)-"}
"""A day that `read_day` takes."""
_WHOSE_RULES = {"description": f"The day whose rules apply, {FIRST_DAY} - {LAST_DAY}; today if omitted."}


DayIn = Annotated[date, BeforeValidator(read_day), WithJsonSchema(DAY_SCHEMA | _WHOSE_RULES)]


def _wrong_on_any_day(body: Any) -> Iterator[PydanticCustomError]:
    for key, given in (body.answers or {}).items():
        question = BY_KEY.get(key)
        if question is None:
            names = list(BY_KEY)
            field = f"answers.{key[:60]}"
            yield refuse(Code.UNKNOWN_QUESTION, field=field, allowed=", ".join(names), limits=limits(values=names))
        elif not isinstance(question.answer, MonthAndYear):
            # Only MonthAndYear depends on the day, so any day will do here.
            yield from _wrong(question, given, LAST_DAY)


def _wrong_on_this_day(body: Any) -> Iterator[PydanticCustomError]:
    for key, given in (body.answers or {}).items():
        if key in BY_KEY and isinstance(BY_KEY[key].answer, MonthAndYear):
            yield from _wrong(BY_KEY[key], given, body.on)


def _wrong(question: Question, given: object, on: date) -> Iterator[PydanticCustomError]:
    try:
        question.read(_stored(question, given), on)
    except ValueError:
        allowed, can_be = question.answer.limits(on), limits_of(question, on)
        yield refuse(Code.NOT_AN_ANSWER, field=f"answers.{question.key}", allowed=allowed, limits=can_be)


def limits_of(question: Question, on: date) -> dict[str, Any]:
    """What can be answered on a day, as data."""
    match question.answer:
        case Several(choices):
            return limits(values=[choice.key for choice in choices])
        case Choices(choices):
            return limits(values=_keys(choices))
        case MonthAndYear() as asked:
            this = Month.of(on)
            last = this.plus(years=asked.years_ahead)
            return limits(minimum=str(asked.earliest or this), maximum=str(last), values=[UNKNOWN])
        case number:
            return limits(minimum=int(number.least), maximum=int(number.most), values=[UNKNOWN])


ANSWER_CHECKS = (Check(("answers",), _wrong_on_any_day), Check(("answers", "on"), _wrong_on_this_day))
"""Refuse what is no answer to a question, where there are `answers` and a day `on`."""


class EligibilityIn(Body):
    """Answers to any of the questions, in any order."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    checks = ANSWER_CHECKS

    answers: Annotated[dict[str, Any], WithJsonSchema(ANSWERS_SCHEMA)]
    on: DayIn = Field(default_factory=localdate)

    def stored(self) -> dict[str, str]:
        """The validated answers, as the walk stores them."""
        return stored_answers(self.answers)


def stored_answers(answers: Mapping[str, Any]) -> dict[str, str]:
    """Validated answers, as the walk stores them."""
    return {key: _stored(BY_KEY[key], given) for key, given in answers.items()}


def _stored(question: Question, given: object) -> str:
    """An answer as the walk stores it; ValueError if its type does not fit the question."""
    match question.answer, given:
        case Several(), list() if given and all(isinstance(key, str) and "," not in key for key in given):
            return ",".join(given)
        # Comma-separated keys are an internal format of the site, so callers can't use it.
        case Choices() | Several() | MonthAndYear(), str() if "," not in given:
            return given
        case Choices() | Several() | MonthAndYear(), _:
            raise ValueError
        case _, str() if given == UNKNOWN or PLAIN_DECIMAL.fullmatch(given):
            return given
        # A number is read as its digits, so that 12.5 and "12.5" are the same answer.
        case _, int() | Decimal() if not isinstance(given, bool):
            return Number.stored(Decimal(given))
    raise ValueError
