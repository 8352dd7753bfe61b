"""The endpoint of the subsidy for self-employed people: the same calculation as on the page."""

from collections.abc import Iterator
from decimal import Decimal
from http import HTTPStatus
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Router
from pydantic import ConfigDict, Field, StrictBool
from pydantic_core import PydanticCustomError

from fleksjob_site.api.decimals import AMOUNT_DECIMALS, Between, whole_number
from fleksjob_site.api.description import Call, described
from fleksjob_site.api.gate import Body, Check, add_conditions
from fleksjob_site.api.refusals import BODY_ERROR_RESPONSES
from fleksjob_site.api.shapes import Amount, AnswerOut, PeriodOut, period_out, two_decimals, two_decimals_or_none
from fleksjob_site.api.steps import StepOut, step_out
from fleksjob_site.api.wrong import Code, refuse
from fleksjob_site.serving.api import about
from fleksjob_site.texts.writing import say
from salary.law.case import ZERO
from salary.law.own_business import (
    FIRST_YEAR,
    LAST_YEAR,
    MAX_RESULT,
    MAX_YEARS,
    AccountingYear,
    OwnBusiness,
    own_business,
)
from salary.law.own_business_steps import own_business_notes, own_business_steps

router = Router(tags=["income"])

ResultIn = Annotated[Decimal, Between(-MAX_RESULT, MAX_RESULT, AMOUNT_DECIMALS)]
YearAmountIn = Annotated[Decimal, Between(0, MAX_RESULT, AMOUNT_DECIMALS)]


def _result_is_given(year: Any) -> Iterator[PydanticCustomError]:
    if year.usable and year.result is None:
        yield refuse(Code.MISSING, field="result")


def _result_or_not_usable(schema: dict[str, Any]) -> None:
    given = {"required": ["result"], "properties": {"result": {"type": ["number", "string"]}}}
    not_usable = {"required": ["usable"], "properties": {"usable": {"const": False}}}
    add_conditions(schema, {"anyOf": [given, not_usable]})


class AccountingYearIn(Body):
    """One accounting year, DKK before tax."""

    model_config = ConfigDict(json_schema_extra=_result_or_not_usable)

    checks = (Check(("result", "usable"), _result_is_given),)

    result: ResultIn | None = None
    """The tax result before interest and other financial items, negative for a loss; for a couple that of both. Null
    where the year can't be used."""
    usable: StrictBool = True
    """False where the year can't be used: shorter than 26 weeks, estimated by the tax authority, or the business was
    not the main occupation all year. Its amounts are ignored then."""
    benefits: YearAmountIn = ZERO
    """Sickness, parental and resource benefit of the year; for a couple those of both."""
    other_work_income: YearAmountIn = ZERO
    """What the person earned by other work in the same year."""

    def accounts(self) -> AccountingYear:
        """The validated year as the law code takes it."""
        return AccountingYear(self.result if self.usable else None, self.benefits, self.other_work_income)


class OwnBusinessIn(Body):
    """The calendar year of the subsidy, and up to three accounting years in any order."""

    parts = {"years": AccountingYearIn}  # noqa: RUF012  # a ClassVar in the base class

    year: Annotated[int, *whole_number(FIRST_YEAR, LAST_YEAR, Code.OUT_OF_RANGE)]
    """The calendar year that the subsidy is paid for."""
    years: list[AccountingYearIn] = Field(max_length=MAX_YEARS)
    """The accounting years that closed before 1 November and within the last three years. Empty where there is none:
    the subsidy is 0 then."""
    couple: StrictBool = False
    """Whether both of a couple have the business as their main occupation: half of the income counts for each."""

    def case(self) -> OwnBusiness:
        """The validated body as the law code takes it."""
        return OwnBusiness(self.year, tuple(year.accounts() for year in self.years), couple=self.couple)


class OwnBusinessOut(AnswerOut):
    """The subsidy of a year, DKK before tax, unrounded in law and shown to the øre."""

    base_year: Amount
    """The base amount of the calendar year (grundbeløb)."""
    income_year: Amount | None
    """The mean of the two best years, or the only one. Null where no year can be used."""
    other_year: Amount | None
    """The mean of other work income in those same years. Null where no year can be used."""
    subsidy_year: Amount
    """The subsidy for the year."""
    subsidy_month: Amount
    """A twelfth, as it is paid each month."""
    gone_from_income: Amount
    """The income of business and other work, a year, from which the subsidy is 0."""
    steps: list[StepOut]
    notes: list[str]
    """What to know about the figures, in sentences."""
    rates: PeriodOut
    """The rates of December of the year."""


_EXAMPLE: dict[str, Any] = {
    "year": 2026,
    "years": [{"result": 240000}, {"result": 180000, "other_work_income": 12000}, {"result": None, "usable": False}],
}


@router.post(
    "/own-business",
    url_name="own-business",
    operation_id="calculateOwnBusiness",
    response={HTTPStatus.OK: OwnBusinessOut, **BODY_ERROR_RESPONSES},
    openapi_extra=described(HTTPStatus.OK, *BODY_ERROR_RESPONSES, example=_EXAMPLE),
)
def calculate_own_business(request: HttpRequest, body: OwnBusinessIn) -> OwnBusinessOut:
    """The subsidy for one's own business, with every step and its source. Amounts in DKK before tax."""
    return _own_business(body)


def _own_business(body: OwnBusinessIn) -> OwnBusinessOut:
    result = own_business(body.case())
    return OwnBusinessOut(
        **about(),
        base_year=two_decimals(result.base_year),
        income_year=two_decimals_or_none(result.income_year),
        other_year=two_decimals_or_none(result.other_year),
        subsidy_year=two_decimals(result.subsidy_year),
        subsidy_month=two_decimals(result.subsidy_month),
        gone_from_income=two_decimals(result.gone_from_income),
        steps=[step_out(step) for step in own_business_steps(result)],
        notes=[say(note) for note in own_business_notes(result)],
        rates=period_out(result.rates),
    )


CALLS = {
    "/own-business": Call(
        lambda: _own_business(OwnBusinessIn.model_validate(_EXAMPLE)),
        OwnBusinessIn,
        {"year": 2012, "years": [{"usable": True}], "couple": "yes"},
    )
}
