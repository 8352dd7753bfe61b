"""How refusals look in answers of the API, and which of them a call can be answered with."""

from http import HTTPStatus
from typing import Annotated, Any

from django.conf import settings
from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict, ValidationError, WithJsonSchema

from fleksjob_site.api.shapes import AnswerOut, Out
from fleksjob_site.api.wrong import Code, in_our_words
from fleksjob_site.serving.api import HttpCode, error, limits

_CODES = ", ".join(f"`{code}`" for code in (*HttpCode, *Code))
_LIMIT = {"type": ["number", "string", "null"], "examples": [168, "2026-12"]}
_CODE = {
    "type": "string",
    "description": f"What is wrong, as a key that never changes. More keys may come. Now: {_CODES}.",
    "examples": [Code.OUT_OF_RANGE.value],
}
LimitOut = Annotated[float | str | None, WithJsonSchema(_LIMIT)]
ValuesOut = Annotated[
    list[str | bool] | None, WithJsonSchema({"type": ["array", "null"], "items": {"type": ["string", "boolean"]}})
]


class LimitsOut(Out):
    """What can be given instead: whatever lies between the two limits, both included, or is one of the values."""

    minimum: LimitOut
    """A number, a month or a day; null where there is none."""
    maximum: LimitOut
    values: ValuesOut
    """Values, names of fields, or methods; null where there is no list."""


class ErrorOut(Out):
    """One thing that is wrong with a request."""

    field: str
    """Name of the field, with a point between the names where it lies within another; empty for the whole request."""
    code: Annotated[str, WithJsonSchema(_CODE)]
    message: str
    """A sentence in the language of the answer."""
    allowed: str
    """What can be given instead, in words; empty where nothing can be said in short."""
    limits: LimitsOut | None
    """The same as data; null where there is nothing to say."""


def _only_the_errors(schema: dict[str, Any]) -> None:
    # The load balancer's own refusals know neither release nor rules.
    schema["required"] = ["errors"]


class RefusedOut(AnswerOut):
    """What is wrong with a request: everything that was found."""

    model_config = ConfigDict(json_schema_extra=_only_the_errors)

    errors: list[ErrorOut]


ALWAYS: dict[int, type[RefusedOut]] = {
    HTTPStatus.TOO_MANY_REQUESTS: RefusedOut,
    HTTPStatus.SERVICE_UNAVAILABLE: RefusedOut,
}
"""What every call can be answered besides; the load balancer answers so."""
OF_A_BODY: dict[int, type[RefusedOut]] = {
    HTTPStatus.BAD_REQUEST: RefusedOut,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: RefusedOut,
    HTTPStatus.UNPROCESSABLE_ENTITY: RefusedOut,
    **ALWAYS,
}
"""The error responses of every endpoint with a request body."""
SAME_AS_BEFORE: dict[int, None] = {HTTPStatus.NOT_MODIFIED: None}
"""What a call without a body is answered when the caller has the answer already."""


def errors_of(body: type[BaseModel], given: dict[str, Any]) -> list[dict[str, Any]]:
    """What a body is refused with."""
    try:
        body.model_validate(given)
    except ValidationError as wrong:
        found = [{**one, "loc": ("body", "body", *one["loc"])} for one in wrong.errors(include_url=False)]
        return in_our_words(found, {})
    return []


def not_json() -> list[dict[str, Any]]:
    """What a body that is no JSON is refused with."""
    return [error(HttpCode.NOT_JSON, _("The body of the request can't be read as JSON."), allowed="application/json")]


def too_large() -> list[dict[str, Any]]:
    """What a body far larger than any case or walk is refused with."""
    can_be = limits(maximum=settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    message = _("The body of the request is too large.")
    return [error(HttpCode.TOO_LARGE, message, allowed="application/json", limits=can_be)]
