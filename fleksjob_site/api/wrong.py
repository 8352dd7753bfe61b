"""Validation errors of a body: a code that never changes, a message, and what is allowed instead."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from fleksjob_site.kernel.text import N_
from fleksjob_site.serving.api import error, limits

MAX_ERRORS = 60
"""Five in each of twelve months."""
MAX_FIELD_LENGTH = 120
"""Longest field name that an error repeats, since callers can invent field names."""


class Code(StrEnum):
    """What is wrong with a body; clients rely on these codes, so never rename one."""

    MISSING = "missing"
    UNKNOWN_FIELD = "unknown-field"
    WRONG_FORM = "wrong-form"
    TOO_FEW = "too-few"
    TOO_MANY = "too-many"
    NOT_A_BOOLEAN = "not-a-boolean"
    NOT_A_NUMBER = "not-a-number"
    OUT_OF_RANGE = "out-of-range"
    DAYS_OUT_OF_RANGE = "days-out-of-range"
    MONTHS_OUT_OF_RANGE = "months-out-of-range"
    NOT_A_MONTH = "not-a-month"
    MONTH_OUT_OF_RANGE = "month-out-of-range"
    NO_RATES = "no-rates"
    NOT_A_DAY = "not-a-day"
    ONE_OF_TWO = "one-of-two"
    NOT_OF_THIS_KIND = "not-of-this-kind"
    MONTHLY_WAGE = "monthly-wage"
    HOURLY_WAGE = "hourly-wage"
    PARTS_NOT_BELOW_WHOLE = "parts-not-below-whole"
    PARTS_ABOVE_WHOLE = "parts-above-whole"
    MONTH_TWICE = "month-twice"
    NOT_PAID_YET = "not-paid-yet"
    UNKNOWN_QUESTION = "unknown-question"
    NOT_AN_ANSWER = "not-an-answer"
    MORE_ERRORS = "more-errors"


SENTENCES = {
    Code.MISSING: N_("This field is missing."),
    Code.UNKNOWN_FIELD: N_("There is no such field."),
    Code.WRONG_FORM: N_("This is not in the right format."),
    Code.TOO_FEW: N_("There must be at least one."),
    Code.TOO_MANY: N_("There are too many."),
    Code.NOT_A_BOOLEAN: N_("This is not true or false."),
    Code.NOT_A_NUMBER: N_("This is not a plain decimal number."),
    Code.OUT_OF_RANGE: N_("The number is outside the limits."),
    Code.DAYS_OUT_OF_RANGE: N_("The number of days is outside the limits."),
    Code.MONTHS_OUT_OF_RANGE: N_("The number of months is outside the limits."),
    Code.NOT_A_MONTH: N_("This is not a month written like 2024-05."),
    Code.MONTH_OUT_OF_RANGE: N_("The month is outside the limits."),
    Code.NO_RATES: N_("There are no rates for this month."),
    Code.NOT_A_DAY: N_("This is not a day written like 2026-11-21, or it is outside the limits."),
    Code.ONE_OF_TWO: N_("Give one of two alternatives, not both."),
    Code.NOT_OF_THIS_KIND: N_("This field is not used with this kind."),
    Code.MONTHLY_WAGE: N_("Is this a monthly wage?"),
    Code.HOURLY_WAGE: N_("Is this an hourly wage?"),
    Code.PARTS_NOT_BELOW_WHOLE: N_("The parts together are not below the whole."),
    Code.PARTS_ABOVE_WHOLE: N_("The parts together are more than the whole."),
    Code.MONTH_TWICE: N_("This month has been given already."),
    Code.NOT_PAID_YET: N_("On the day given in “on”, this month has not been paid for yet."),
    Code.UNKNOWN_QUESTION: N_("There is no such question."),
    Code.NOT_AN_ANSWER: N_("This is not a valid answer to the question."),
    Code.MORE_ERRORS: N_("There are more errors. Only the first {count} are listed."),
}
_OWN_ERROR_TYPE = "ours"


def refuse(
    code: Code, *, field: str = "", allowed: str = "", limits: dict[str, Any] | None = None
) -> PydanticCustomError:
    """An error of our own; `field` names the field where a whole body is checked."""
    context = {"code": code, "field": field, "allowed": allowed, "limits": limits}
    return PydanticCustomError(_OWN_ERROR_TYPE, "{code}", context)


def moved(wrong: PydanticCustomError, place: str) -> PydanticCustomError:
    """The same error of our own, of a field that lies within another."""
    context = wrong.context or {}
    return refuse(**context | {"field": f"{place}.{context['field']}"})


def raised_again(found: ErrorDetails) -> InitErrorDetails:
    """An error that pydantic has listed, to be raised together with others."""
    context = found.get("ctx", {})
    kind = (
        PydanticCustomError(_OWN_ERROR_TYPE, "{code}", context) if found["type"] == _OWN_ERROR_TYPE else found["type"]
    )
    return InitErrorDetails(type=kind, loc=found["loc"], input=found["input"], ctx=context)


def api_errors(found: Sequence[dict[str, Any]], fields: dict[str, list[str]]) -> list[dict[str, Any]]:
    """The first errors of a body as the API writes them; `fields` has the known field names of each nested body."""
    listed = [_api_error(one, fields) for one in found[:MAX_ERRORS]]
    if len(found) > MAX_ERRORS:
        listed.append(error(Code.MORE_ERRORS, _(SENTENCES[Code.MORE_ERRORS]).format(count=MAX_ERRORS)))
    return listed


def _api_error(found: dict[str, Any], fields: dict[str, list[str]]) -> dict[str, Any]:
    # The place starts with ("body", name of the view's argument).
    place, context = [str(part) for part in found["loc"][2:]], found.get("ctx", {})
    if found["type"] == _OWN_ERROR_TYPE:
        code, allowed, can_be = context["code"], context["allowed"], context["limits"]
        place += [context["field"]] if context["field"] else []
    else:
        within = ".".join(part for part in ("body", *place[:-1]) if not part.isdigit())
        code, allowed, can_be = _from_pydantic(found["type"], context, fields.get(within, []))
    field = ".".join(place)[:MAX_FIELD_LENGTH]
    return error(code, _(SENTENCES[code]), field=field, allowed=allowed, limits=can_be)


def _from_pydantic(kind: str, context: dict[str, Any], names: list[str]) -> tuple[Code, str, dict[str, Any] | None]:
    """The code of an error that pydantic itself finds, and what can be given instead in words and as data."""
    match kind:
        case "missing":
            return Code.MISSING, "", None
        case "extra_forbidden":
            return Code.UNKNOWN_FIELD, ", ".join(names), limits(values=names)
        case "too_short":
            return Code.TOO_FEW, "", limits(minimum=context["min_length"])
        case "too_long":
            return Code.TOO_MANY, f"≤ {context['max_length']}", limits(maximum=context["max_length"])
        case "bool_type":
            return Code.NOT_A_BOOLEAN, "true, false", limits(values=[True, False])
    return Code.WRONG_FORM, "", None
