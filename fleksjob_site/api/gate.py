"""Validation of API requests, with error messages of our own."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Schema
from ninja.parser import Parser
from pydantic import ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from fleksjob_site.kernel.text import N_

MAX_DECIMALS = 15

# A decimal in a string has the format of a JSON number without an exponent.
PLAIN_DECIMAL = re.compile(rf"-?(0|[1-9][0-9]{{0,14}})(\.[0-9]{{1,{MAX_DECIMALS}}})?")

# Far beyond any amount here. Formatting a number with a huge exponent would take gigabytes.
_LARGEST_EXPONENT = 30
_NEXT_TO_NOTHING = Decimal(1).scaleb(-_LARGEST_EXPONENT)


def _decimal(written: str) -> Decimal | str:
    value = Decimal(written)
    if value.adjusted() > _LARGEST_EXPONENT:
        return "out of range"
    if value.adjusted() >= -_LARGEST_EXPONENT:
        return value
    # Next to nothing is not nought: a field for whole numbers refuses it, and its sign counts.
    return _NEXT_TO_NOTHING.copy_sign(value) if value else Decimal(0)


def _strict_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys are unique and encodable as UTF-8; ValueError otherwise."""
    for key, _value in pairs:
        key.encode()
    if len(dict(pairs)) < len(pairs):
        raise ValueError("duplicate key")
    return dict(pairs)


class DecimalParser(Parser):
    """JSON with numbers as Decimal; NaN and Infinity, which are not JSON, become strings and are rejected later."""

    def parse_body(self, request: HttpRequest) -> Any:
        return json.loads(request.body, parse_float=_decimal, parse_constant=str, object_pairs_hook=_strict_object)


class Body(Schema):
    """A request body: a field that does not exist is an error."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


def refuse(message: str, *, field: str | None = None, allowed: str = "") -> PydanticCustomError:
    """An error of our own; `message` is a message id, and `field` names the field when the whole body is checked."""
    return PydanticCustomError("ours", "{message}", {"message": message, "field": field, "allowed": allowed})


@dataclass(frozen=True, slots=True)
class Between:
    """Metadata of a Decimal: a JSON number or a plain decimal string between two whole limits, both included."""

    minimum: Decimal | int
    """0 or 1."""
    maximum: Decimal | int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return decimal_schema(self.minimum, self.maximum)

    def _read(self, value: object) -> Decimal:
        allowed = f"{self.minimum} - {self.maximum}"
        if isinstance(value, str) and PLAIN_DECIMAL.fullmatch(value):
            value = Decimal(value)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise refuse(N_("This is not a plain decimal number."), allowed=allowed)
        if not self.minimum <= value <= self.maximum:
            raise refuse(N_("The number is outside the limits."), allowed=allowed)
        # Adding 0 turns -0 into 0.
        return Decimal(value) + 0


def decimal_schema(minimum: Decimal | int, maximum: Decimal | int, decimals: int = MAX_DECIMALS) -> dict[str, Any]:
    """The JSON Schema of a number between two whole limits; `minimum` is 0 or 1."""
    lowest, highest = int(minimum), int(maximum)
    limits = {"minimum": lowest, "maximum": highest, "pattern": _pattern_between(lowest, highest, decimals)}
    step = {} if decimals == MAX_DECIMALS else {"multipleOf": 10**-decimals}
    return {"type": ["number", "string"], **limits, **step}


def _pattern_between(minimum: int, maximum: int, decimals: int) -> str:
    """A regular expression that matches exactly the plain decimal strings between the limits."""
    assert minimum in (0, 1)
    whole = "|".join([*(["0"] if minimum == 0 else []), *_from_one_to_below(str(maximum))])
    digits, noughts = (f"(\\.{digit}{{1,{decimals}}})?" if decimals else "" for digit in ("[0-9]", "0"))
    ends = f"-?0|{maximum}" if minimum == 0 else str(maximum)
    return f"^(({whole}){digits}|({ends}){noughts})$"


def _from_one_to_below(maximum: str) -> Iterator[str]:
    if len(maximum) > 1:
        yield f"[1-9][0-9]{{0,{len(maximum) - 2}}}"
    for place, digit in enumerate(maximum):
        lowest = 0 if place else 1
        if int(digit) > lowest:
            yield f"{maximum[:place]}[{lowest}-{int(digit) - 1}][0-9]{{{len(maximum) - place - 1}}}"


MAX_ERRORS = 20
MAX_FIELD_LENGTH = 120
"""Longest field name that an error repeats, since callers can invent field names."""

_MESSAGES = {
    "missing": N_("This field is missing."),
    "extra_forbidden": N_("There is no such field."),
    "too_short": N_("There must be at least one."),
    "too_long": N_("There are too many."),
    "bool_type": N_("This is not true or false."),
}


def error_messages(errors: list[dict[str, Any]], fields: dict[str, list[str]]) -> list[dict[str, str]]:
    """The first errors of a body: field, message and what is allowed; `fields` maps each object to its field names."""
    listed = [_error_message(error, fields) for error in errors[:MAX_ERRORS]]
    if len(errors) > MAX_ERRORS:
        more = _("There are more errors. Only the first {count} are listed.").format(count=MAX_ERRORS)
        listed.append({"field": "", "message": more, "allowed": ""})
    return listed


def _error_message(error: dict[str, Any], fields: dict[str, list[str]]) -> dict[str, str]:
    # The place starts with ("body", name of the view's argument).
    place = [str(part) for part in error["loc"][1:]]
    context = error.get("ctx", {})
    if error["type"] == "ours":
        field = ".".join([*place[1:], *([context["field"]] if context["field"] else [])])
        message = context["message"]
        return {"field": field[:MAX_FIELD_LENGTH], "message": _(message), "allowed": context["allowed"]}
    message = _MESSAGES.get(error["type"], N_("This does not have the right form."))
    within = ".".join(part for part in place[:-1] if not part.isdigit())
    allowed = {
        "extra_forbidden": ", ".join(fields.get(within, [])),
        "too_long": f"≤ {context.get('max_length')}",
        "bool_type": "true, false",
    }.get(error["type"], "")
    return {"field": ".".join(place[1:])[:MAX_FIELD_LENGTH], "message": _(message), "allowed": allowed}
