"""The income endpoint: the same calculation as on the page."""

from http import HTTPStatus
from operator import attrgetter
from typing import Any

from django.http import HttpRequest
from ninja import Router

from fleksjob_site.api.account import TaxOut, tax_of
from fleksjob_site.api.case import IncomeIn
from fleksjob_site.api.description import Call, described
from fleksjob_site.api.refusals import BODY_ERROR_RESPONSES
from fleksjob_site.api.shapes import (
    Amount,
    AnswerOut,
    MonthOut,
    Out,
    PeriodOut,
    period_out,
    two_decimals,
    two_decimals_or_none,
)
from fleksjob_site.api.steps import StepOut, step_out
from fleksjob_site.serving.api import about
from fleksjob_site.texts.writing import say
from salary.law.calculation import Result, calculate

router = Router(tags=["income"])


class FiguresOut(Out):
    """The figures of a month: hours a week, and amounts in DKK a month before tax; null means not known."""

    paid_hours_per_week: Amount | None
    """Paid hours (løntimer) a week."""
    wage_month: Amount
    """Wage with all pension."""
    full_time_wage_month: Amount | None
    """The wage of a full-time month."""
    ceiling_month: Amount | None
    """The full-time wage that limits wage and subsidy together (lønloft)."""
    reduction_month: Amount
    """The reduction for wage alone, by the formula; it can exceed the subsidy."""
    ceiling_cut_month: Amount
    """The further reduction by the ceiling."""
    subsidy_unrounded: Amount
    """The subsidy before it is rounded."""
    subsidy_month: Amount
    """The flexi-wage subsidy (fleksløntilskud), rounded as the law does."""
    atp_month: Amount
    """ATP withheld from the subsidy."""
    payout_month: Amount
    """The subsidy less ATP."""
    obligatory_pension_month: Amount
    """The state's additional contribution to a pension (obligatorisk pension)."""
    total_month: Amount
    """Wage, other wage, the surplus of a side business, and subsidy."""
    am_income_month: Amount | None
    """The taxable wage (AM-indkomst): without pension and own ATP. Null where pension is not known."""
    account_before_tax_month: Amount | None
    """What would reach the account if there were no tax: that wage, and the subsidy less its ATP. Other wage and a side
    business are left out."""
    ceiling_applied: bool
    """True where a ceiling is known, stated or computed."""
    ceiling_assumed: bool
    """True when the ceiling is computed from the wage, because none is stated."""
    ceiling_binds: bool
    """True where the ceiling takes something of the subsidy."""
    notes: list[str]
    """What to know about the figures, in sentences."""
    rates_month: MonthOut
    """The month whose rates are used: the month itself, or the newest that has rates."""
    rates_assumed: bool
    """True when the newest rates stand in for a month that has none yet."""


class IncomeOut(FiguresOut, AnswerOut):
    """The result for a month: hours a week, and amounts in DKK a month before tax; null means not known."""

    tax: TaxOut | None
    """What is left after tax; null without a card, or where pension is not known."""
    steps: list[StepOut]
    rates: PeriodOut


_EXAMPLE = {"month": "2024-05", "paid_hours_per_week": 18, "hourly_wage": 200}


@router.post(
    "/income",
    url_name="income",
    operation_id="calculateIncome",
    response={HTTPStatus.OK: IncomeOut, **BODY_ERROR_RESPONSES},
    openapi_extra=described(HTTPStatus.OK, *BODY_ERROR_RESPONSES, example=_EXAMPLE),
)
def income(request: HttpRequest, body: IncomeIn) -> IncomeOut:
    """Wage, subsidy, payout and total of one month, with every step and its source. Amounts in DKK before tax."""
    return _income(body)


def _income(body: IncomeIn) -> IncomeOut:
    result = calculate(body.case())
    return IncomeOut(**about(), **figures_of(body, result), **explained(body, result))


def figures_of(body: IncomeIn, result: Result) -> dict[str, Any]:
    """The fields of the figures of a month."""
    paid = body.paid(result)
    return {
        **{name: two_decimals_or_none(attrgetter(attribute)(result)) for name, attribute in _AMOUNTS.items()},
        "am_income_month": two_decimals(paid.am_income) if paid else None,
        "account_before_tax_month": two_decimals(paid.account_before_tax) if paid else None,
        "ceiling_applied": result.wage.ceiling_month is not None,
        "ceiling_assumed": result.wage.ceiling_assumed,
        "ceiling_binds": result.subsidy.ceiling_binds,
        "notes": [say(note) for note in result.notes],
        "rates_month": str(result.rates_month),
        "rates_assumed": result.rates_assumed,
    }


def explained(body: IncomeIn, result: Result, *, steps: bool = True) -> dict[str, Any]:
    """What is left after tax, the steps with their sources, and the rates; without `steps` only the first."""
    paid = body.paid(result) if body.tax else None
    return {
        "tax": tax_of(paid, body.tax, steps=steps) if paid and body.tax else None,
        "steps": [step_out(step) for step in result.steps] if steps else None,
        "rates": period_out(result.rates) if steps else None,
    }


_AMOUNTS = {
    "paid_hours_per_week": "wage.paid_hours_week",
    "wage_month": "wage.month",
    "full_time_wage_month": "wage.full_time_month",
    "ceiling_month": "wage.ceiling_month",
    "reduction_month": "subsidy.reduction",
    "ceiling_cut_month": "subsidy.ceiling_cut",
    "subsidy_unrounded": "subsidy.unrounded",
    "subsidy_month": "subsidy.rounded",
    "atp_month": "atp_month",
    "payout_month": "payout_month",
    "obligatory_pension_month": "obligatory_pension_month",
    "total_month": "total_month",
}

CALLS = {
    "/income": Call(
        lambda: _income(IncomeIn.model_validate(_EXAMPLE)),
        IncomeIn,
        {"month": "2024-13", "paid_hours_per_week": 169, "hourly_wage": 200, "full_time_wage_month": 30000},
    )
}
