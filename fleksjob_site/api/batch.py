"""The batch endpoint: the income of up to fifty months in one request."""

from http import HTTPStatus
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Router
from pydantic import Field, StrictBool

from fleksjob_site.api.account import TaxWithoutStepsOut
from fleksjob_site.api.case import IncomeIn
from fleksjob_site.api.description import Call, described
from fleksjob_site.api.gate import Body
from fleksjob_site.api.income import FiguresOut, explained, figures_of
from fleksjob_site.api.refusals import BODY_ERROR_RESPONSES
from fleksjob_site.api.shapes import AnswerOut, PeriodOut
from fleksjob_site.api.steps import StepOut
from fleksjob_site.serving.api import about
from salary.law.calculation import calculate

router = Router(tags=["income"])

MAX_INCOMES = 50


class BatchIn(Body):
    """Up to fifty bodies of `/income`."""

    incomes: Annotated[list[IncomeIn], Field(min_length=1, max_length=MAX_INCOMES)]
    """Bodies of `/income`, at least one. Errors are named by the number from 0: `incomes.3.month`."""
    steps: StrictBool = False
    """Whether each answer has its steps, sources and rates."""

    parts = {"incomes": IncomeIn}  # noqa: RUF012  # a ClassVar in the base class


class BatchItemOut(FiguresOut):
    """The result for one month. Steps and rates are null unless they are asked for."""

    tax: TaxWithoutStepsOut | None
    """What is left after tax; null without a card, or where pension is not known."""
    steps: list[StepOut] | None
    rates: PeriodOut | None


class BatchOut(AnswerOut):
    """The results in the order of the request."""

    incomes: list[BatchItemOut]


_EXAMPLE: dict[str, Any] = {
    "incomes": [
        {"month": "2026-05", "paid_hours_per_week": hours, "hourly_wage": 180, "ceiling_month": 34000}
        for hours in (8, 12)
    ]
}


@router.post(
    "/batch",
    url_name="batch",
    operation_id="calculateIncomes",
    response={HTTPStatus.OK: BatchOut, **BODY_ERROR_RESPONSES},
    openapi_extra=described(HTTPStatus.OK, *BODY_ERROR_RESPONSES, example=_EXAMPLE),
)
def batch(request: HttpRequest, body: BatchIn) -> BatchOut:
    """Up to fifty months at once, each as `/income` gives it. One that does not fit refuses them all."""
    return _batch(body)


def _batch(body: BatchIn) -> BatchOut:
    return BatchOut(**about(), incomes=[_item_out(income, steps=body.steps) for income in body.incomes])


def _item_out(income: IncomeIn, *, steps: bool) -> BatchItemOut:
    result = calculate(income.case())
    return BatchItemOut(**figures_of(income, result), **explained(income, result, steps=steps))


CALLS = {
    "/batch": Call(
        lambda: _batch(BatchIn.model_validate(_EXAMPLE)),
        BatchIn,
        {"incomes": [_EXAMPLE["incomes"][0], {"month": "2026-05", "paid_hours_per_week": 169, "hourly_wage": 180}]},
    )
}
