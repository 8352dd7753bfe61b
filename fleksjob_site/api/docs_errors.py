"""The errors of the API as its documentation shows them: each code with its status and its sentence, and a sample."""

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.utils.translation import gettext as _

from fleksjob_site.api.docs_programs import written
from fleksjob_site.api.refusals import not_json
from fleksjob_site.api.wrong import MAX_ERRORS, SENTENCES, Code
from fleksjob_site.kernel.text import N_
from fleksjob_site.serving.api import ERRORS, HttpCode


@dataclass(frozen=True, slots=True)
class ErrorDoc:
    """A code with the status that it comes with."""

    status: int
    code: str
    sentence: str


# The load balancer and the server say these in both languages at once.
_BEFORE_A_NODE = (
    (HTTPStatus.REQUEST_TIMEOUT, HttpCode.TOO_SLOW, N_("The request did not arrive in time.")),
    (HTTPStatus.TOO_MANY_REQUESTS, HttpCode.TOO_MANY_REQUESTS, N_("Too many requests came from your address.")),
)


def error_docs() -> list[ErrorDoc]:
    """Every code, by status."""
    return sorted(_error_docs(), key=lambda error: error.status)


def _error_docs() -> Iterator[ErrorDoc]:
    for status, (code, sentence) in ERRORS.items():
        yield ErrorDoc(status.value, code, _(sentence))
    (unreadable,) = not_json()
    yield ErrorDoc(HTTPStatus.BAD_REQUEST.value, HttpCode.NOT_JSON, unreadable["message"])
    for status, code, sentence in _BEFORE_A_NODE:
        yield ErrorDoc(status.value, code, _(sentence))
    for wrong in Code:
        yield ErrorDoc(HTTPStatus.UNPROCESSABLE_ENTITY.value, wrong, _(SENTENCES[wrong]).format(count=MAX_ERRORS))


def sample_refused(description: dict[str, Any]) -> str:
    """What a body with errors gets, from the description."""
    responses = description["paths"]["/api/v1/income"]["post"]["responses"]
    answer = responses[HTTPStatus.UNPROCESSABLE_ENTITY]["content"]["application/json"]["example"]
    return written({"errors": answer["errors"][:1]})
