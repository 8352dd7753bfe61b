"""The public API: the same code path as the pages, without cookies, in the caller's language."""

from datetime import date
from functools import lru_cache
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.renderers import BaseRenderer
from pydantic_core import to_json

from eligibility.law.questions import BY_KEY
from fleksjob_site import VERSION
from fleksjob_site.api import (
    batch,
    curve,
    dates,
    eligibility,
    employer,
    goal,
    income,
    letter,
    margin,
    own_business,
    payout,
    questions,
    rates,
    year,
)
from fleksjob_site.api.account import TaxIn
from fleksjob_site.api.answers import EligibilityIn
from fleksjob_site.api.batch import BatchIn
from fleksjob_site.api.caching import cacheable
from fleksjob_site.api.case import IncomeIn, PayIn
from fleksjob_site.api.dates import DatesIn
from fleksjob_site.api.description import API_DESCRIPTION, EXTRA, Call, add_examples_and_enums
from fleksjob_site.api.employer import CeilingLinesIn, EmployerIn
from fleksjob_site.api.gate import DecimalParser
from fleksjob_site.api.goal import GoalIn
from fleksjob_site.api.letter import LetterIn
from fleksjob_site.api.margin import MarginIn
from fleksjob_site.api.own_business import AccountingYearIn, OwnBusinessIn
from fleksjob_site.api.paid import PayoutCheckIn
from fleksjob_site.api.paid_month import PaidMonthIn
from fleksjob_site.api.refusals import not_json, too_large
from fleksjob_site.api.wrong import api_errors
from fleksjob_site.api.year_body import YearIn
from fleksjob_site.api.year_parts import ChangeIn, EventIn
from fleksjob_site.serving.api import errors


class Renderer(BaseRenderer):
    """Renders responses with pydantic's JSON encoder, which is faster than the standard library's."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        return to_json(data)


@require_safe
@cacheable
def describe(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """The description of the API for this host; its texts and examples are in English."""
    here = [{"url": f"{request.scheme}://{request.get_host()}", "description": "This site"}]
    return JsonResponse({**description_on(localdate()), "servers": here})


@lru_cache(maxsize=1)
def description_on(day: date) -> dict[str, Any]:
    """Made once a day, since it names the day."""
    return add_examples_and_enums(api.get_openapi_schema(), calls_by_path(), {"QuestionKey": list(BY_KEY)})


def calls_by_path() -> dict[str, Call]:
    """The examples of every call."""
    return {f"/api/v1{path}": call for part in _PARTS for path, call in part.CALLS.items()}


api = NinjaAPI(
    title="Fleksjob",
    version=VERSION,
    description=API_DESCRIPTION,
    urls_namespace="api",
    parser=DecimalParser(),
    renderer=Renderer(),
    openapi_extra=EXTRA,
    # django-ninja's interactive documentation needs inline scripts, which the site's CSP forbids.
    docs_url=None,
    docs_decorator=lambda view: describe,
)
_PARTS = (
    income, curve, goal, margin, batch, year, own_business, employer, payout, rates, questions, eligibility,
    dates, letter,
)  # fmt: skip
for part in _PARTS:
    api.add_router("", part.router)


@api.exception_handler(ValidationError)
def refused(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """A body that is valid JSON but fails validation."""
    fields = FIELDS[request.path.rpartition("/")[2]]
    return _refuse(request, HTTPStatus.UNPROCESSABLE_ENTITY, api_errors(error.errors, fields))


FIELDS = {
    "income": {"body": IncomeIn.names(), "body.tax": TaxIn.names()},
    "year": {
        "body": YearIn.names(),
        "body.tax": TaxIn.names(),
        "body.changes": ChangeIn.names(),
        "body.events": EventIn.names(),
    },
    "own-business": {"body": OwnBusinessIn.names(), "body.years": AccountingYearIn.names()},
    "employer": {"body": EmployerIn.names(), "body.ceiling_lines": CeilingLinesIn.names()},
    "payout-check": {"body": PayoutCheckIn.names(), "body.months": PaidMonthIn.names()},
    "eligibility": {"body": EligibilityIn.names()},
    "curve": {"body": PayIn.names(), "body.tax": TaxIn.names()},
    "goal": {"body": GoalIn.names(), "body.tax": TaxIn.names()},
    "margin": {"body": MarginIn.names(), "body.tax": TaxIn.names()},
    "batch": {"body": BatchIn.names(), "body.incomes": IncomeIn.names(), "body.incomes.tax": TaxIn.names()},
    "dates": {"body": DatesIn.names()},
    "letter": {"body": LetterIn.names(), "body.income": IncomeIn.names(), "body.income.tax": TaxIn.names()},
}


@api.exception_handler(HttpError)
def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    """A body that is not JSON."""
    return _refuse(request, HTTPStatus.BAD_REQUEST, not_json())


@api.exception_handler(RequestDataTooBig)
def beyond_limits(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    """A body far larger than any case or walk."""
    return _refuse(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, too_large())


def _refuse(request: HttpRequest, status: HTTPStatus, listed: list[dict[str, Any]]) -> HttpResponse:
    return api.create_response(request, errors(listed), status=status)
