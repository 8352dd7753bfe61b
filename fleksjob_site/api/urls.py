"""The public API: the same code path as the pages, without cookies, in the caller's language."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.renderers import BaseRenderer
from pydantic_core import to_json

from fleksjob_site.api import eligibility, income, payout
from fleksjob_site.api.answers import EligibilityIn
from fleksjob_site.api.case import IncomeIn
from fleksjob_site.api.gate import DecimalParser, error_messages
from fleksjob_site.api.paid import PayoutCheckIn
from fleksjob_site.api.paid_month import PaidMonthIn
from fleksjob_site.api.shapes import Out, PeriodOut, described, period_out
from salary.law.rates import periods


class Renderer(BaseRenderer):
    """Renders responses with pydantic's JSON encoder, which is faster than the standard library's."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        return to_json(data)


api = NinjaAPI(
    title="Fleksjob",
    version="1",
    description="Eligibility, income and payouts in a flexi-job. Guidance only: the municipality decides.",
    urls_namespace="api",
    parser=DecimalParser(),
    renderer=Renderer(),
    # django-ninja's interactive documentation needs inline scripts, which the site's CSP forbids.
    docs_url=None,
    # The OpenAPI document is read-only.
    docs_decorator=require_safe,
)
api.add_router("", income.router)
api.add_router("", payout.router)
api.add_router("", eligibility.router)


class RatesOut(Out):
    """All rates, oldest first."""

    periods: list[PeriodOut]


@api.get(
    "/rates",
    url_name="rates",
    response={HTTPStatus.OK: RatesOut},
    openapi_extra=described(HTTPStatus.OK),
)
def rates(request: HttpRequest) -> RatesOut:
    """The rates of every period since 2013, each figure with its source and how certain it is."""
    return RatesOut(periods=[period_out(period) for period in periods()])


@api.exception_handler(ValidationError)
def refused(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """A body that is valid JSON but fails validation."""
    fields = _FIELDS[request.path.rpartition("/")[2]]
    return api.create_response(request, {"errors": error_messages(error.errors, fields)}, status=422)


_FIELDS = {
    "income": {"body": list(IncomeIn.model_fields)},
    "payout-check": {"body": list(PayoutCheckIn.model_fields), "body.months": list(PaidMonthIn.model_fields)},
    "eligibility": {"body": list(EligibilityIn.model_fields)},
}


@api.exception_handler(HttpError)
def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    """A body that is not JSON."""
    return _refuse_body(request, HTTPStatus.BAD_REQUEST, _("The body of the request can't be read as JSON."))


@api.exception_handler(RequestDataTooBig)
def too_large(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    """A body far larger than any case or walk."""
    return _refuse_body(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _("The body of the request is too large."))


def _refuse_body(request: HttpRequest, status: HTTPStatus, message: str) -> HttpResponse:
    errors = [{"field": "", "message": message, "allowed": "application/json"}]
    return api.create_response(request, {"errors": errors}, status=status)
