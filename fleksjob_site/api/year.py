"""The year endpoint: the same months as on the page."""

from http import HTTPStatus
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Router
from pydantic import WithJsonSchema

from fleksjob_site.api.description import Call, described
from fleksjob_site.api.refusals import BODY_ERROR_RESPONSES
from fleksjob_site.api.shapes import (
    Amount,
    AnswerOut,
    MonthOut,
    Out,
    SourceOut,
    sources_out,
    two_decimals,
    two_decimals_or_none,
)
from fleksjob_site.api.year_body import YearIn
from fleksjob_site.kernel.text import Kroner
from fleksjob_site.serving.api import about
from fleksjob_site.texts.writing import say
from salary.law.year.remarks import Remark, RemarkKey, remarks_on
from salary.law.year.rows import Row, Sums, Year, year_of

router = Router(tags=["income"])

RemarkField = Annotated[RemarkKey, WithJsonSchema({"type": "string", "enum": [key.value for key in RemarkKey]})]


class MonthRemarkOut(Out):
    """A sentence about what happens in a month."""

    key: RemarkField
    text: str
    sources: list[SourceOut]


class PaidOut(Out):
    """What is paid, DKK before tax; null where it is not known."""

    wage_month: Amount
    """The wage that counts, with all pension."""
    wage_paid_month: Amount | None
    """The wage without pension and own ATP (AM-indkomst). Null where pension is not known."""
    subsidy_paid_month: Amount
    """The subsidy for the wage of the month before; the least where the rules leave something open."""
    subsidy_paid_most_month: Amount
    """The most that it can be; the same unless the rules leave something open. No other amount builds on it."""
    benefit_paid_month: Amount
    """Sickness and parental benefit, and ledighedsydelse."""
    atp_month: Amount
    """ATP withheld from the subsidy."""
    account_before_tax_month: Amount | None
    """What would reach the account if there were no tax: that wage, the benefit, and the subsidy less its ATP. Other
    wage and a side business are left out."""
    net_month: Amount | None
    """What reaches the account after tax; null without `tax`, or where pension is not known."""


class YearSumsOut(PaidOut):
    """All rows together. Each amount is that of the same name in the rows, added up."""


class YearRowOut(PaidOut):
    """What is paid in a month."""

    month: MonthOut
    subsidy_for: MonthOut
    """The month whose wage sets the subsidy: the one before."""
    rates_month: MonthOut
    """The month whose rates the subsidy is computed by."""
    rates_assumed: bool
    """True when the newest rates stand in for those of `subsidy_for`, which are not known yet."""
    remarks: list[MonthRemarkOut]


class YearOut(AnswerOut):
    """The months in order. Guidance only: the municipality decides."""

    rows: list[YearRowOut]
    poorest_month: MonthOut | None
    """The first month of the job with the least: after tax where there is a card, else to the account, else in all.
    Null where all months are alike."""
    sums: YearSumsOut


_EXAMPLE: dict[str, Any] = {
    "from": "2026-11",
    "months": 3,
    "hours_per_week": 15,
    "efficiency_percent": 60,
    "hourly_wage": 180,
    "pension_on_top_percent": 10,
    "changes": [{"from": "2026-12", "hourly_wage": 186}],
    "events": [{"month": "2026-12", "kind": "free-choice", "amount": 1500}],
}


@router.post(
    "/year",
    url_name="year",
    operation_id="planYear",
    response={HTTPStatus.OK: YearOut, **BODY_ERROR_RESPONSES},
    openapi_extra=described(HTTPStatus.OK, *BODY_ERROR_RESPONSES, example=_EXAMPLE),
)
def year(request: HttpRequest, body: YearIn) -> YearOut:
    """What is paid month by month, by whom and from which wage. Months without rates use the newest, and say so."""
    return _year(body)


def _year(body: YearIn) -> YearOut:
    found = year_of(body.plan())
    return YearOut(
        **about(),
        rows=[_row_out(row, found) for row in found.rows],
        poorest_month=str(found.poorest.month) if found.poorest else None,
        sums=YearSumsOut(**_paid(found.sums, found.sums.net)),
    )


def _row_out(row: Row, found: Year) -> YearRowOut:
    return YearRowOut(
        month=str(row.month),
        subsidy_for=str(row.before.income.month),
        rates_month=str(row.rates_month),
        rates_assumed=row.rates_assumed,
        remarks=[_remark_out(remark) for remark in remarks_on(row, found)],
        **_paid(row, row.net_paid),
    )


def _paid(paid: Row | Sums, net: Kroner | None) -> dict[str, Any]:
    """The fields that rows and sums have in common."""
    return {
        "wage_month": two_decimals(paid.wage),
        "wage_paid_month": two_decimals_or_none(paid.wage_paid),
        "subsidy_paid_month": two_decimals(paid.subsidy_paid),
        "subsidy_paid_most_month": two_decimals(paid.subsidy_paid_most),
        "benefit_paid_month": two_decimals(paid.benefit_paid),
        "atp_month": two_decimals(paid.atp),
        "account_before_tax_month": two_decimals_or_none(paid.account_before_tax),
        "net_month": two_decimals_or_none(net),
    }


def _remark_out(remark: Remark) -> MonthRemarkOut:
    return MonthRemarkOut(key=remark.key, text=say(remark.text), sources=sources_out(remark.sources))


CALLS = {
    "/year": Call(
        lambda: _year(YearIn.model_validate(_EXAMPLE)),
        YearIn,
        _EXAMPLE | {"months": 25, "changes": [{"from": "2026-12", "paid_hours_per_week": 9}]},
    )
}
