"""What comes into the API is checked here, and what is wrong with it is said in our own words."""

import json
import re
from decimal import Decimal
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Schema
from ninja.parser import Parser
from pydantic import BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from fleksjob_site.kernel.text import N_

_PLAIN_DECIMAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")


# Far beyond any amount here; a number with a huge exponent would be written out in gigabytes.
_LARGEST_EXPONENT = 30


def _decimal(written: str) -> Decimal | str:
    value = Decimal(written)
    return value if abs(value.adjusted()) <= _LARGEST_EXPONENT else "out of range"


def _object_without_surprises(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys stand once each and can be written back; ValueError otherwise."""
    for key, _value in pairs:
        key.encode()
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


class DecimalParser(Parser):
    """JSON with its numbers kept as decimals; NaN and Infinity, which are no JSON, stay words and are refused later."""

    def parse_body(self, request: HttpRequest) -> Any:
        return json.loads(
            request.body, parse_float=_decimal, parse_constant=str, object_pairs_hook=_object_without_surprises
        )


class Body(Schema):
    """A request body: a field that does not exist is an error."""

    model_config = ConfigDict(extra="forbid")


def refuse(message: str, *, field: str | None = None, allowed: str = "") -> PydanticCustomError:
    """An error of our own; `message` is a message id, and `field` names the field when the whole body is checked."""
    return PydanticCustomError("ours", "{message}", {"message": message, "field": field, "allowed": allowed})


def decimal_between(least: Decimal | int, most: Decimal | int) -> Any:
    """A JSON number or a plain decimal string, between two limits, both included."""

    def read(value: object) -> Decimal:
        allowed = f"{least} - {most}"
        if isinstance(value, str) and _PLAIN_DECIMAL.fullmatch(value):
            value = Decimal(value)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise refuse(N_("This is not a plain decimal number."), allowed=allowed)
        if not least <= value <= most:
            raise refuse(N_("The number is outside the limits."), allowed=allowed)
        # Adding nothing turns minus nought into nought.
        return Decimal(value) + 0

    return Annotated[Decimal, BeforeValidator(read, json_schema_input_type=Decimal | str)]


_WORDS = {
    "missing": N_("This field is missing."),
    "extra_forbidden": N_("There is no such field."),
}


def in_our_words(errors: list[dict[str, Any]], fields: dict[str, list[str]]) -> list[dict[str, str]]:
    """The errors of a body as field, message and what is allowed; `fields` are the known names by body."""
    return [_in_our_words(error, fields) for error in errors]


def _in_our_words(error: dict[str, Any], fields: dict[str, list[str]]) -> dict[str, str]:
    # The place starts with ("body", name of the view's argument).
    place = [str(part) for part in error["loc"][1:]]
    context = error.get("ctx", {})
    if error["type"] == "ours":
        field = context["field"] or ".".join(place[1:])
        message = context["message"]
        return {"field": field, "message": _(message), "allowed": context["allowed"]}
    message = _WORDS.get(error["type"], N_("This does not have the right form."))
    allowed = ", ".join(fields.get(place[0], [])) if error["type"] == "extra_forbidden" and len(place) == 2 else ""
    return {"field": ".".join(place[1:]), "message": _(message), "allowed": allowed}
