"""What the description of the API (OpenAPI) says beyond what the library finds out by itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.utils.translation import override
from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from fleksjob_site.api.refusals import errors_of, not_json, too_large
from fleksjob_site.serving.api import HttpCode, error, errors
from fleksjob_site.texts.languages import BY_CODE, DEFAULT_LANGUAGE, SOURCE_LANGUAGE

API_DESCRIPTION = """\
Eligibility, income and payouts in a flexi-job (fleksjob). Guidance only: the municipality decides.

* **Amounts** in answers are strings with two decimals and a point, `"15272.00"`, so that no øre is lost. In requests a
  number and a plain decimal string are the same, but an amount in a string has at most two decimals: `"8.000"` is
  refused, since many write 8000 kroner so.
* **Language**: `Accept-Language` chooses Danish or English for all texts. Keys and codes are the same in both.
* **Errors** have a `code` that never changes and a `message`, and give what is allowed as text (`allowed`) and as data
  (`limits`). All errors of a body are listed at once. An unknown address is answered with 404, another method with
  405, both in the same form.
* **Caching**: answers to GET have an `ETag`, and `Cache-Control` lets everybody keep them for an hour.
* **CORS**: any page may call the API from a browser (`Access-Control-Allow-Origin: *`). There are no cookies and no
  sign-up; scripts can read `ETag` and `Retry-After`.
* **Version 1** only grows: fields, keys and codes may be added, and none is removed or renamed.
"""
EXTRA = {
    "info": {"license": {"name": "MIT", "identifier": "MIT"}},
    "security": [],
    "tags": [
        {"name": "income", "description": "Wage, subsidy and total of a month, and a year month by month."},
        {"name": "payouts", "description": "Whether a payout follows the rules."},
        {"name": "rates", "description": "The statutory rates."},
        {"name": "eligibility", "description": "What answers to the questions point to."},
    ],
}

_CODES, _DEFAULT = list(BY_CODE), DEFAULT_LANGUAGE.locale.get_language_name(SOURCE_LANGUAGE.code)
_LANGUAGE = {
    "name": "Accept-Language",
    "in": "header",
    "description": f"The language of all texts: {' or '.join(_CODES)}. {_DEFAULT} where none of them is asked for.",
    "schema": {"type": "string", "examples": _CODES[::-1]},
}
_IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "description": "The ETag of an earlier answer; 304 if it is still the same.",
    "schema": {"type": "string"},
}
_CORS_HEADERS: dict[str, Any] = {
    "Access-Control-Allow-Origin": {
        "description": "Any page may read the answer.",
        "schema": {"type": "string", "const": "*"},
    }
}
_LANGUAGE_HEADERS: dict[str, Any] = {
    "Content-Language": {
        "description": "The language of the texts.",
        "schema": {"type": "string", "enum": _CODES},
        "required": True,
    }
}
_CACHE_HEADERS: dict[str, Any] = {
    "ETag": {"description": "Identifies this version of the response.", "schema": {"type": "string"}, "required": True},
    "Cache-Control": {"description": "How long it may be kept.", "schema": {"type": "string"}, "required": True},
}
_RETRY_HEADERS = {"Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}}}


def described(*statuses: int, example: dict[str, Any] | None = None) -> dict[str, Any]:
    """Headers of the request and of each response; a call without a request body is cacheable."""
    kept: dict[str, Any] = {} if example else _CACHE_HEADERS
    headers: dict[HTTPStatus, dict[str, Any]] = {
        HTTPStatus.OK: _LANGUAGE_HEADERS | kept,
        HTTPStatus.NOT_MODIFIED: kept,
        HTTPStatus.TOO_MANY_REQUESTS: _RETRY_HEADERS,
        HTTPStatus.SERVICE_UNAVAILABLE: _RETRY_HEADERS,
    }
    body = {"requestBody": {"content": {"application/json": {"example": example}}}} if example else {}
    return {
        "parameters": [_LANGUAGE] if example else [_LANGUAGE, _IF_NONE_MATCH],
        "responses": {
            status: {"headers": _CORS_HEADERS | headers.get(HTTPStatus(status), _LANGUAGE_HEADERS)}
            for status in statuses
        },
        **body,
    }


@dataclass(frozen=True, slots=True)
class Call:
    """The examples of an operation: a response, and a body that fails validation. A file has no example."""

    answer: Callable[[], BaseModel] | None
    body: type[BaseModel] | None = None
    refused: dict[str, Any] | None = None


# Copies of the load balancer's responses in deploy/error_pages/, which are in both languages at once.
_FROM_THE_BALANCER = {
    HTTPStatus.TOO_MANY_REQUESTS: (
        HttpCode.TOO_MANY_REQUESTS,
        "Der kom for mange forespørgsler fra din adresse. Vent 10 sekunder. / "
        "Too many requests came from your address. Wait 10 seconds.",
    ),
    HTTPStatus.SERVICE_UNAVAILABLE: (
        HttpCode.UNAVAILABLE,
        "API'et svarer ikke lige nu. Vent 30 sekunder. / The API does not answer right now. Wait 30 seconds.",
    ),
}


def add_examples_and_enums(
    description: dict[str, Any], calls: Mapping[str, Call], enums: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    """The description with named enums, and with examples made by the code that makes the responses."""
    description = _with_names(description, {tuple(values): name for name, values in enums.items()})
    for name, values in enums.items():
        description["components"]["schemas"][name] = {"type": "string", "enum": list(values)}
    with override(SOURCE_LANGUAGE.code):
        for path, call in calls.items():
            (operation,) = description["paths"][path].values()
            for status, response in operation["responses"].items():
                if content := response.get("content", {}).get("application/json"):
                    content["example"] = _example(call, HTTPStatus(status))
    return description


def _with_names(node: Any, names: Mapping[tuple[str, ...], str]) -> Any:
    """Replace each named enum by a reference, so that client generators make one class of it."""
    if isinstance(node, list):
        return [_with_names(item, names) for item in node]
    if not isinstance(node, dict):
        return node
    values = node.get("enum")
    if isinstance(values, list) and tuple(values) in names:
        return {"$ref": f"#/components/schemas/{names[tuple(values)]}"}
    return {key: _with_names(item, names) for key, item in node.items()}


def _example(call: Call, status: HTTPStatus) -> Any:
    match status:
        case HTTPStatus.OK if call.answer:
            return to_jsonable_python(call.answer())
        case HTTPStatus.BAD_REQUEST:
            return errors(not_json())
        case HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            return errors(too_large())
        case HTTPStatus.UNPROCESSABLE_ENTITY if call.body and call.refused is not None:
            return errors(errors_of(call.body, call.refused))
    code, message = _FROM_THE_BALANCER[status]
    return {"errors": [error(code, message)]}
