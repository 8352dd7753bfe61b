"""The endpoint for employers: what a flexi-job costs, and the full-time wage to state."""

from collections.abc import Iterator
from decimal import Decimal
from http import HTTPStatus
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Router
from pydantic import ConfigDict
from pydantic_core import PydanticCustomError

from fleksjob_site.api.case import NO_MONTHLY_WAGE, AmountIn, FullTimeIn, HourlyWageIn, HoursIn
from fleksjob_site.api.decimals import Between
from fleksjob_site.api.description import Call, described
from fleksjob_site.api.gate import Body, Check, add_conditions, at_most_one_of, key_of
from fleksjob_site.api.months import MonthIn
from fleksjob_site.api.refusals import BODY_ERROR_RESPONSES
from fleksjob_site.api.shapes import (
    Amount,
    AnswerOut,
    Out,
    PeriodOut,
    SourceOut,
    period_out,
    sources_out,
    two_decimals,
    two_decimals_or_none,
)
from fleksjob_site.api.steps import StepOut, step_out
from fleksjob_site.api.wrong import Code, refuse
from fleksjob_site.kernel.text import Hours
from fleksjob_site.kernel.working_time import FULL_TIME_HOURS_WEEK
from fleksjob_site.serving.api import about, limits
from fleksjob_site.texts.writing import say
from salary.law.case import Case, FullTimeWage, HourlyWage, PaidHours
from salary.law.employer_cost import employer_cost, unknown_costs
from salary.law.employer_job import Holiday, Job
from salary.law.full_time_wage import FullTimeSum, Part
from salary.law.limits import MAX_PENSION_PERCENT

router = Router(tags=["income"])

_PAYS = ("hourly_wage", "full_time_wage_month")


def _a_pay(body: Any) -> Iterator[PydanticCustomError]:
    if all(getattr(body, name) is None for name in _PAYS):
        yield refuse(Code.MISSING, field=_PAYS[0], allowed=" / ".join(_PAYS), limits=limits(values=_PAYS))


def _one_pay_schema(schema: dict[str, Any]) -> None:
    given = {"type": ["number", "string"]}
    ways = [
        {"required": [name], "properties": {name: given, other: {"type": "null"}}}
        for name, other in (_PAYS, _PAYS[::-1])
    ]
    add_conditions(schema, {"anyOf": ways})


class CeilingLinesIn(Body):
    """The parts of the full-time wage besides the wage, DKK for a full-time month (BEK 227/2024 § 12, stk. 2).

    0 says that the job has none; a part that is left out is not known.
    """

    performance_pay: AmountIn | None = None
    pension: AmountIn | None = None
    """Pension that is not in `pension_on_top_percent`."""
    free_choice: AmountIn | None = None
    """Free-choice and public-holiday pay, in the months in which it is paid."""
    fixed_supplements: AmountIn | None = None
    other_supplements: AmountIn | None = None
    """Varying and one-off supplements."""
    inconvenience: AmountIn | None = None
    shifts: AmountIn | None = None
    """Supplements for evenings, nights and weekends."""
    bonus: AmountIn | None = None
    holiday_pay: AmountIn | None = None
    """Holiday pay, holiday supplement and holiday difference."""


class EmployerIn(Body):
    """A job as its employer sees it; DKK before tax."""

    model_config = ConfigDict(json_schema_extra=_one_pay_schema)

    checks = (at_most_one_of(*_PAYS), NO_MONTHLY_WAGE, Check(_PAYS, _a_pay))

    month: MonthIn
    """The month of the wage, whose rates are used."""
    paid_hours_per_week: HoursIn
    """Paid hours (løntimer): hours at work × pace."""
    hours_per_week: HoursIn | None = None
    """All hours at work, by which ATP goes. Without it the paid hours stand for them."""
    hourly_wage: HourlyWageIn | None = None
    """DKK an hour."""
    full_time_wage_month: AmountIn | None = None
    """The wage of a full-time month."""
    pension_on_top_percent: Annotated[Decimal, Between(0, MAX_PENSION_PERCENT)] = Decimal(0)
    """The employer's pension contribution on top of the gross wage, in per cent of it."""
    holiday: Annotated[Holiday, *key_of(Holiday)] = Holiday.PAY
    """`pay`: the wage goes on during holiday, with a supplement of 1%. `money`: 12.5% holiday pay instead."""
    full_time_hours_per_week: FullTimeIn = FULL_TIME_HOURS_WEEK
    """Full time at the workplace."""
    ceiling_lines: CeilingLinesIn | None = None
    """What the full-time wage holds besides the wage and the pension on top."""

    @property
    def pay(self) -> HourlyWage | FullTimeWage:
        """The pay that is given."""
        if self.hourly_wage is not None:
            return HourlyWage(self.hourly_wage)
        assert self.full_time_wage_month is not None
        return FullTimeWage(self.full_time_wage_month)

    def job(self) -> Job:
        """The validated body as a job of the law code."""
        case = Case(
            month=self.month,
            work=PaidHours(Hours(self.paid_hours_per_week), self.pay),
            pension_on_top_percent=self.pension_on_top_percent,
            full_time_hours_week=self.full_time_hours_per_week,
        )
        return Job(case, self.holiday, self.hours_per_week)

    def full_time(self) -> FullTimeSum:
        """The full-time wage to state."""
        lines = self.ceiling_lines.model_dump() if self.ceiling_lines else {}
        return FullTimeSum(
            pay=self.pay,
            parts={Part(key): amount for key, amount in lines.items() if amount is not None},
            pension_on_top_percent=self.pension_on_top_percent,
            full_time_hours_week=self.full_time_hours_per_week,
            from_employer=True,
        )


class CostLineOut(StepOut):
    """One part of the cost; `amount` is that of an ordinary month without holiday."""

    year: Amount


class CeilingLineOut(Out):
    """One part of the full-time wage."""

    label: str
    sum: str
    amount: Amount
    sources: list[SourceOut]


class EmployerOut(AnswerOut):
    """The cost of the job and the full-time wage to state, DKK before tax."""

    wage_month: Amount
    """The wage without the employer's pension."""
    cost_month: Amount
    """All parts in an ordinary month without holiday."""
    cost_year: Amount
    """All parts in a year with five weeks' holiday."""
    cost_paid_hour: Amount | None
    """The cost of a year for each hour that is paid for in it; null without paid hours."""
    lines: list[CostLineOut]
    unknown: list[str]
    """What the cost leaves out, and where to find it."""
    contributions_year: int | None
    """The year that the contributions were set for; null where none are known."""
    full_time_wage_month: Amount
    """What the employer states to the municipality: the wage ceiling (lønloft)."""
    ceiling_lines: list[CeilingLineOut]
    ceiling_lines_missing: list[Part]
    """The parts that are not known, by the keys of the request."""
    rates: PeriodOut


_EXAMPLE: dict[str, Any] = {
    "month": "2026-05",
    "paid_hours_per_week": 10,
    "hourly_wage": 180,
    "pension_on_top_percent": 10,
    "holiday": "pay",
    "ceiling_lines": {"fixed_supplements": 1500, "bonus": 0},
}


@router.post(
    "/employer",
    url_name="employer",
    operation_id="calculateEmployerCost",
    response={HTTPStatus.OK: EmployerOut, **BODY_ERROR_RESPONSES},
    openapi_extra=described(HTTPStatus.OK, *BODY_ERROR_RESPONSES, example=_EXAMPLE),
)
def calculate_employer_cost(request: HttpRequest, body: EmployerIn) -> EmployerOut:
    """What a flexi-job costs its employer, line by line, and the full-time wage to state. Amounts in DKK before tax."""
    return _employer(body)


def _employer(body: EmployerIn) -> EmployerOut:
    cost, full_time = employer_cost(body.job()), body.full_time()
    return EmployerOut(
        **about(),
        wage_month=two_decimals(cost.wage),
        cost_month=two_decimals(cost.month),
        cost_year=two_decimals(cost.year),
        cost_paid_hour=two_decimals_or_none(cost.paid_hour),
        lines=[CostLineOut(**step_out(line.step).model_dump(), year=two_decimals(line.year)) for line in cost.lines],
        unknown=[say(text) for text in unknown_costs(cost)],
        contributions_year=cost.contributions_year,
        full_time_wage_month=two_decimals(full_time.month),
        ceiling_lines=[
            CeilingLineOut(
                label=say(line.label),
                sum=say(line.sum),
                amount=two_decimals(line.amount),
                sources=sources_out((line.source,)),
            )
            for line in full_time.lines
        ],
        ceiling_lines_missing=list(full_time.missing),
        rates=period_out(cost.rates),
    )


CALLS = {
    "/employer": Call(
        lambda: _employer(EmployerIn.model_validate(_EXAMPLE)),
        EmployerIn,
        {"month": "2012-01", "paid_hours_per_week": 200, "holiday": "both"},
    )
}
