"""The rates through the API."""

from http import HTTPStatus

from django.http import HttpRequest
from ninja import Router
from ninja.decorators import decorate_view

from fleksjob_site.api.caching import cacheable
from fleksjob_site.api.description import Call, described
from fleksjob_site.api.refusals import LOAD_BALANCER_RESPONSES, NOT_MODIFIED_RESPONSE
from fleksjob_site.api.shapes import AnswerOut, PeriodOut, period_out
from fleksjob_site.serving.api import about
from salary.law.rates import periods

router = Router(tags=["rates"])


class RatesOut(AnswerOut):
    """All rates, oldest first."""

    periods: list[PeriodOut]


@router.get(
    "/rates",
    url_name="rates",
    operation_id="listRates",
    response={HTTPStatus.OK: RatesOut, **NOT_MODIFIED_RESPONSE, **LOAD_BALANCER_RESPONSES},
    openapi_extra=described(HTTPStatus.OK, *NOT_MODIFIED_RESPONSE, *LOAD_BALANCER_RESPONSES),
)
@decorate_view(cacheable)
def rates(request: HttpRequest) -> RatesOut:
    """The rates of every period since 2013, each figure with its source and how certain it is."""
    return _rates()


def _rates() -> RatesOut:
    return RatesOut(**about(), periods=[period_out(period) for period in periods()])


def _example() -> RatesOut:
    newest = period_out(periods()[-1])
    return RatesOut(**about(), periods=[newest.model_copy(update={"figures": newest.figures[:2]})])


CALLS = {"/rates": Call(_example)}
