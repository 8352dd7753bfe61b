"""Numbers as the API takes them, between two limits: a decimal is a JSON number or a plain decimal string."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from fleksjob_site.api.wrong import Code, refuse
from fleksjob_site.serving.api import limits

MAX_DECIMALS = 15

# A decimal in a string has the format of a JSON number without an exponent.
PLAIN_DECIMAL = re.compile(rf"-?(0|[1-9][0-9]{{0,14}})(\.[0-9]{{1,{MAX_DECIMALS}}})?")
# As people write amounts in Danish: 8.000,50.
_WITH_COMMA = re.compile(r"-?([0-9]{1,12}|[0-9]{1,3}(\.[0-9]{3}){1,3}),[0-9]{1,4}")

_ONE_ORE = Decimal("0.01")
AMOUNT_DECIMALS = 2


def between(least: Decimal | int, most: Decimal | int) -> dict[str, Any]:
    """The two whole limits of a number, both included, in words and as data."""
    return {"allowed": f"{least} - {most}", "limits": limits(minimum=int(least), maximum=int(most))}


def at_least(least: Decimal, what: str) -> dict[str, Any]:
    """The lower limit of an amount: `what` in words, and how much that is."""
    return {"allowed": f"≥ {what}", "limits": limits(minimum=float(least))}


def above(limit: Decimal, what: str) -> dict[str, Any]:
    """An exclusive lower limit, as text and as data; `what` is its text."""
    return {"allowed": f"> {what}", "limits": limits(minimum=float(limit + _ONE_ORE))}


@dataclass(frozen=True, slots=True)
class Between:
    """Metadata of a Decimal: a JSON number or a plain decimal string between two whole limits, both included."""

    least: Decimal | int
    """Must be 0, 1 or `-most`: `_pattern_between` supports no other lower limit."""
    most: Decimal | int
    decimals: int = MAX_DECIMALS
    """How many a string may have. `"8.000"` is 8000 kroner to many, so an amount in a string has at most two."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return decimal_schema(self.least, self.most, in_strings=self.decimals)

    def _read(self, value: object) -> Decimal:
        if isinstance(value, str) and PLAIN_DECIMAL.fullmatch(value):
            if len(value.partition(".")[2]) > self.decimals:
                raise self._refused(_("{limits}, in a string with at most {count} decimals"), count=self.decimals)
            value = Decimal(value)
        if isinstance(value, str) and _WITH_COMMA.fullmatch(value):
            number = value.replace(".", "").replace(",", ".")
            raise self._refused(_("{limits}, with a decimal point: {number}"), number=number)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise refuse(Code.NOT_A_NUMBER, **between(self.least, self.most))
        if not self.least <= value <= self.most:
            raise refuse(Code.OUT_OF_RANGE, **between(self.least, self.most))
        # Adding 0 turns -0 into 0.
        return Decimal(value) + 0

    def _refused(self, allowed: str, **values: object) -> PydanticCustomError:
        """That a string is no number, with the limits and a word on how it is written, in the caller's language."""
        can_be = between(self.least, self.most)
        written = allowed.format(limits=can_be["allowed"], **values)
        return refuse(Code.NOT_A_NUMBER, **can_be | {"allowed": written})


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def whole_number(minimum: int, maximum: int, code: Code) -> tuple[BeforeValidator, WithJsonSchema]:
    """A whole number between two limits, both included."""

    def read(value: object) -> int:
        if code is Code.OUT_OF_RANGE and not _is_number(value):
            raise refuse(Code.NOT_A_NUMBER)
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            number = int(value)
            if number == value and minimum <= number <= maximum:
                return number
        raise refuse(code, **between(minimum, maximum))

    return BeforeValidator(read), WithJsonSchema({"type": "integer", "minimum": minimum, "maximum": maximum})


def decimal_schema(
    least: Decimal | int, most: Decimal | int, decimals: int = MAX_DECIMALS, *, in_strings: int = MAX_DECIMALS
) -> dict[str, Any]:
    """The JSON Schema of a number between two whole limits; `least` must be 0, 1 or `-most`. A string may be held to
    fewer."""
    pattern = _pattern_between(int(least), int(most), min(decimals, in_strings))
    limits = {"minimum": int(least), "maximum": int(most), "pattern": pattern}
    step = {} if decimals == MAX_DECIMALS else {"multipleOf": 10**-decimals}
    return {"type": ["number", "string"], **limits, **step}


def amount_schema(most: Decimal | int) -> dict[str, Any]:
    """The JSON Schema of an amount up to a whole limit."""
    return decimal_schema(0, most, in_strings=AMOUNT_DECIMALS)


def _pattern_between(least: int, most: int, decimals: int) -> str:
    """A regular expression that matches exactly the plain decimal strings between the limits."""
    assert least in (0, 1, -most)
    whole = "|".join([*([] if least == 1 else ["0"]), *_patterns_from_1_to_below(str(most))])
    fraction, zero_fraction = (f"(\\.{digit}{{1,{decimals}}})?" if decimals else "" for digit in ("[0-9]", "0"))
    if least < 0:
        return f"^-?(({whole}){fraction}|{most}{zero_fraction})$"
    ends = f"-?0|{most}" if least == 0 else str(most)
    return f"^(({whole}){fraction}|({ends}){zero_fraction})$"


def _patterns_from_1_to_below(most: str) -> Iterator[str]:
    if len(most) > 1:
        yield f"[1-9][0-9]{{0,{len(most) - 2}}}"
    for place, digit in enumerate(most):
        lowest = 0 if place else 1
        if int(digit) > lowest:
            yield f"{most[:place]}[{lowest}-{int(digit) - 1}][0-9]{{{len(most) - place - 1}}}"
