"""Error responses of the API: their schemas, and which of them a call can get."""

from http import HTTPStatus
from typing import Annotated, Any

from django.conf import settings
from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict, ValidationError, WithJsonSchema

from fleksjob_site.api.shapes import AnswerOut, Out
from fleksjob_site.api.wrong import Code, api_errors
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
    # The load balancer's errors have neither `version` nor `rules_verified`.
    schema["required"] = ["errors"]


class RefusedOut(AnswerOut):
    """What is wrong with a request: everything that was found."""

    model_config = ConfigDict(json_schema_extra=_only_the_errors)

    errors: list[ErrorOut]


LOAD_BALANCER_RESPONSES: dict[int, type[RefusedOut]] = {
    HTTPStatus.TOO_MANY_REQUESTS: RefusedOut,
    HTTPStatus.SERVICE_UNAVAILABLE: RefusedOut,
}
"""The error responses that any call may get from the load balancer."""
BODY_ERROR_RESPONSES: dict[int, type[RefusedOut]] = {
    HTTPStatus.BAD_REQUEST: RefusedOut,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: RefusedOut,
    HTTPStatus.UNPROCESSABLE_ENTITY: RefusedOut,
    **LOAD_BALANCER_RESPONSES,
}
"""The error responses of every endpoint with a request body."""
NOT_MODIFIED_RESPONSE: dict[int, None] = {HTTPStatus.NOT_MODIFIED: None}
"""The response to a call without a body if the caller has the current version already."""


def errors_of(body: type[BaseModel], given: dict[str, Any]) -> list[dict[str, Any]]:
    """The errors of a body."""
    try:
        body.model_validate(given)
    except ValidationError as wrong:
        return errors_in(wrong, {})
    return []


def errors_in(wrong: ValidationError, fields: dict[str, list[str]]) -> list[dict[str, Any]]:
    """What was found in a body that was read outside a request; `fields` as in `api_errors`."""
    found = [{**one, "loc": ("body", "body", *one["loc"])} for one in wrong.errors(include_url=False)]
    return api_errors(found, fields)


def not_json() -> list[dict[str, Any]]:
    """The errors of a body that is not JSON."""
    return [error(HttpCode.NOT_JSON, _("The body of the request can't be read as JSON."), allowed="application/json")]


def too_large() -> list[dict[str, Any]]:
    """The errors of a body far larger than any case or walk."""
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    message = _("The body of the request is too large.")
    return [error(HttpCode.TOO_LARGE, message, allowed=f"≤ {most} B", limits=limits(maximum=most))]
