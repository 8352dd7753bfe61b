"""Metadata of every API response, and errors from before the API's own code runs."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from http import HTTPStatus
from typing import Any

from django.http import JsonResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from fleksjob_site import VERSION
from fleksjob_site.kernel.text import N_
from fleksjob_site.texts.sources import RULES_CHECKED

Limit = int | float | str | None


class HttpCode(StrEnum):
    """What went wrong before a body was checked; callers hold these codes, so none is renamed."""

    BAD_REQUEST = "bad-request"
    NOT_JSON = "not-json"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not-found"
    METHOD_NOT_ALLOWED = "method-not-allowed"
    TOO_SLOW = "too-slow"
    TOO_LARGE = "too-large"
    ADDRESS_TOO_LONG = "address-too-long"
    TOO_MANY_REQUESTS = "too-many-requests"
    HEADERS_TOO_LONG = "headers-too-long"
    SERVER_ERROR = "server-error"
    UNAVAILABLE = "unavailable"


ERRORS = {
    HTTPStatus.BAD_REQUEST: (HttpCode.BAD_REQUEST, N_("The request can't be read.")),
    HTTPStatus.FORBIDDEN: (HttpCode.FORBIDDEN, N_("The request is not allowed.")),
    HTTPStatus.NOT_FOUND: (
        HttpCode.NOT_FOUND,
        N_("There is nothing at this address. The description of the API lists all addresses."),
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: (HttpCode.METHOD_NOT_ALLOWED, N_("This address does not accept this method.")),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: (HttpCode.TOO_LARGE, N_("The request is too large.")),
    HTTPStatus.REQUEST_URI_TOO_LONG: (HttpCode.ADDRESS_TOO_LONG, N_("The address is too long.")),
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: (HttpCode.HEADERS_TOO_LONG, N_("The headers are too long.")),
    HTTPStatus.INTERNAL_SERVER_ERROR: (
        HttpCode.SERVER_ERROR,
        N_("Something went wrong on our side. The same request may work later."),
    ),
    HTTPStatus.SERVICE_UNAVAILABLE: (
        HttpCode.UNAVAILABLE,
        N_("Many letters are being made right now. Send the same request again in a few seconds."),
    ),
}


def about(on: date | None = None) -> dict[str, str]:
    """When the rules were last read, the day that the answer is for (today if not given), and the release."""
    return {
        "rules_verified": RULES_CHECKED.isoformat(),
        "on": (on or localdate()).isoformat(),
        "version": VERSION,
    }


def limits(
    *, minimum: Limit = None, maximum: Limit = None, values: Sequence[str | bool] | None = None
) -> dict[str, Any]:
    """What can be given instead, as data: whatever lies between two limits, both included, or is one of the values."""
    return {"minimum": minimum, "maximum": maximum, "values": None if values is None else list(values)}


def error(
    code: str, message: str, *, field: str = "", allowed: str = "", limits: dict[str, Any] | None = None
) -> dict[str, Any]:
    """One error as the API writes it."""
    return {"field": field, "code": code, "message": message, "allowed": allowed, "limits": limits}


def errors(listed: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The body of an error response."""
    return {"errors": list(listed), **about()}


def refused(status: HTTPStatus, *, allowed: str = "", limits: dict[str, Any] | None = None) -> JsonResponse:
    """The error response of a status code that needs no further detail."""
    code, message = ERRORS[status]
    return JsonResponse(errors([error(code, _(message), allowed=allowed, limits=limits)]), status=status)
