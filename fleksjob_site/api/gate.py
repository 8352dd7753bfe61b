"""Parsing and validation of request bodies: JSON with exact decimals, and all errors of a body at once."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar, Self, cast

from django.http import HttpRequest
from ninja.parser import Parser
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PrivateAttr,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError

from fleksjob_site.api.wrong import Code, raised_again, refuse
from fleksjob_site.serving.api import limits

# Far beyond any amount here. Formatting a number with a huge exponent would take gigabytes.
_LARGEST_EXPONENT = 30
_SMALLEST = Decimal(1).scaleb(-_LARGEST_EXPONENT)


def _decimal(written: str) -> Decimal | str:
    value = Decimal(written)
    if value.adjusted() > _LARGEST_EXPONENT:
        return "out of range"
    if value.adjusted() >= -_LARGEST_EXPONENT:
        return value
    # Not rounded to 0: an integer field must still reject it, and a minimum of 0 must still see its sign.
    return _SMALLEST.copy_sign(value) if value else Decimal(0)


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
        return read_json(request.body)


def read_json(written: str | bytes) -> Any:
    """JSON as a body is read: numbers are exact, and an object names each key once. ValueError if it is not JSON."""
    return json.loads(written, parse_float=_decimal, parse_constant=str, object_pairs_hook=_strict_object)


class Body(BaseModel):
    """A request body: a field that does not exist is an error, and all errors are found at once."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    checks: ClassVar[tuple["Check", ...]] = ()
    """What must hold of several fields together."""
    parts: ClassVar[dict[str, type["Body"]]] = {}
    """The fields that are lists of bodies: if some items can't be read, checks still run on the others."""
    _unreadable: frozenset[str] = PrivateAttr(frozenset())

    @property
    def unreadable(self) -> frozenset[str]:
        """The names of the fields that can't be read, in a body that is only checked for further errors."""
        return self._unreadable

    @classmethod
    def names(cls) -> list[str]:
        """The names of the fields as callers write them."""
        return [field.alias or name for name, field in cls.model_fields.items()]

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The schema with defaults as text: client generators treat a field with a `default` as always present."""
        schema: dict[str, Any] = handler(core)
        for field in handler.resolve_ref_schema(schema)["properties"].values():
            default = field.pop("default", None)
            if default is not None:
                field["description"] += f" Default: {str(default).lower()}."
        return schema

    @model_validator(mode="wrap")
    @classmethod
    def _with_every_error(cls, given: Any, read: ModelWrapValidatorHandler[Self]) -> Self:
        try:
            body, found = read(given), []
        except ValidationError as error:
            if not isinstance(given, dict):
                raise
            found = [raised_again(one) for one in error.errors(include_url=False)]
            body = cls._readable_part(given)
        unreadable = body.unreadable
        found += [
            InitErrorDetails(type=wrong, loc=(), input=None)
            for check in cls.checks
            if unreadable.isdisjoint(check.fields)
            for wrong in check.find(body)
        ]
        if found:
            raise ValidationError.from_exception_data(cls.__name__, found)
        return body

    @classmethod
    def _readable_part(cls, given: dict[str, Any]) -> Self:
        """What can be read of a body; the fields that can't are None."""
        read: dict[str, Any] = {}
        unreadable = set()
        for name, field in cls.model_fields.items():
            written = field.alias or name
            try:
                if written in given:
                    read[name] = _reader(cls, name).validate_python(given[written])
            except ValidationError:
                read[name] = cls._readable_items(name, given[written])
                unreadable.add(name)
            if written not in given and field.is_required():
                read[name] = None
                unreadable.add(name)
        body = cast(Self, cls.model_construct(**read))
        body._unreadable = frozenset(unreadable)
        return body

    @classmethod
    def _readable_items(cls, name: str, given: Any) -> list["Body | None"] | None:
        if name not in cls.parts or not isinstance(given, list):
            return None
        part = cls.parts[name]
        return [part._readable_part(item) if isinstance(item, dict) else None for item in given]


@cache
def _reader(body: type[Body], name: str) -> TypeAdapter[Any]:
    """Reads one field as the whole body would."""
    return TypeAdapter(type_of(body.model_fields[name]))


def type_of(field: FieldInfo) -> Any:
    """The type of a field with all that reads and describes it."""
    kind: Any = field.annotation
    return Annotated[kind, *field.metadata] if field.metadata else kind


def key_of(keys: type[StrEnum]) -> tuple[BeforeValidator, WithJsonSchema]:
    """One of the keys of an enum; inlined in the OpenAPI document."""
    values = [key.value for key in keys]

    def read(value: object) -> StrEnum:
        if isinstance(value, str) and value in values:
            return keys(value)
        raise refuse(Code.WRONG_FORM, allowed=", ".join(values), limits=limits(values=values))

    return BeforeValidator(read), WithJsonSchema({"type": "string", "enum": values})


@dataclass(frozen=True, slots=True)
class Check:
    """A check across several fields; runs only if each of them can be read."""

    fields: tuple[str, ...]
    find: Callable[[Any], Iterable[PydanticCustomError]]


def at_most_one_of(one: str, other: str, *, unless: Callable[[Any], bool] = lambda body: False) -> Check:
    """Refuses two fields that say the same in two ways."""

    def find(body: Any) -> Iterator[PydanticCustomError]:
        if getattr(body, one) is not None and getattr(body, other) is not None and not unless(body):
            yield refuse(Code.ONE_OF_TWO, field=other, allowed=f"{one} / {other}", limits=limits(values=[one, other]))

    return Check((one, other), find)


def required_with(name: str, other: str) -> Check:
    """Requires the field `name` if `other` is given."""

    def find(body: Any) -> Iterator[PydanticCustomError]:
        if getattr(body, other) is not None and getattr(body, name) is None:
            yield refuse(Code.MISSING, field=name)

    return Check((name, other), find)


def add_conditions(schema: dict[str, Any], *conditions: dict[str, Any]) -> None:
    """Add conditions across fields to the schema of a body, without changing generated clients.

    Clients are generated from `properties` and `required`, and an `anyOf` next to them gives a class for each branch.
    Generators ignore `if` and `then`, and validators apply them. The `if` here is always true.
    """
    schema["if"] = {"type": "object"}
    schema["then"] = {"allOf": list(conditions)} if len(conditions) > 1 else conditions[0]
