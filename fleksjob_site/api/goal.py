"""The goal endpoint: what it takes to reach a total, as the income page says it."""

from decimal import Decimal
from http import HTTPStatus
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Router
from pydantic import ConfigDict, Field, WithJsonSchema

from fleksjob_site.api.case import AmountIn, PayIn, pay_conditions
from fleksjob_site.api.curve import OverHoursOut, over_hours
from fleksjob_site.api.description import Call, described
from fleksjob_site.api.refusals import BODY_ERROR_RESPONSES
from fleksjob_site.api.shapes import Amount, Out, two_decimals
from fleksjob_site.serving.api import about
from fleksjob_site.texts.writing import say
from salary.law.goal import HoursGoal, HoursKey, WageGoal, WageKey, goal, rounded_up

router = Router(tags=["income"])

_HoursKeyField = Annotated[HoursKey, WithJsonSchema({"type": "string", "enum": [key.value for key in HoursKey]})]
_WageKeyField = Annotated[WageKey, WithJsonSchema({"type": "string", "enum": [key.value for key in WageKey]})]


class GoalIn(PayIn):
    """The body of `/income` and the total that is wanted. Own pension and `tax` change nothing here."""

    model_config = ConfigDict(json_schema_extra=pay_conditions)

    goal_month: AmountIn = Field()
    """Wage and subsidy together, DKK a month before tax."""


class HoursGoalOut(Out):
    """The fewest hours a week that reach the goal at this pay, or why none do."""

    key: _HoursKeyField
    reached: bool
    sentence: str
    remarks: list[str]
    paid_hours_per_week: Amount | None
    """Rounded up, so that they reach the goal; null where there is no fewest number, or none is enough."""
    hours_per_week: Amount | None
    """The same as hours at work, where the pace is known."""
    most_month: Amount
    """The total at full time."""


class WageGoalOut(Out):
    """The lowest pay that reaches the goal at these hours, without pension on top and supplements; or why none does."""

    key: _WageKeyField
    sentence: str
    remarks: list[str]
    hourly_wage: Amount | None
    """Rounded up; null where no pay is needed, or none is enough."""
    full_time_wage_month: Amount | None
    """The same for a full-time month."""


class GoalOut(OverHoursOut):
    """Two ways to a total: more hours, or a higher wage."""

    goal_month: Amount
    """The total asked for, DKK a month before tax."""
    hours: HoursGoalOut
    wage: WageGoalOut


_EXAMPLE: dict[str, Any] = {
    "month": "2026-05",
    "paid_hours_per_week": 10,
    "hourly_wage": 180,
    "ceiling_month": 34000,
    "goal_month": 28000,
}


@router.post(
    "/goal",
    url_name="goal",
    operation_id="findGoal",
    response={HTTPStatus.OK: GoalOut, **BODY_ERROR_RESPONSES},
    openapi_extra=described(HTTPStatus.OK, *BODY_ERROR_RESPONSES, example=_EXAMPLE),
)
def find_goal(request: HttpRequest, body: GoalIn) -> GoalOut:
    """The hours or the wage that reach a total of wage and subsidy, or why it can't be reached. DKK before tax."""
    return _goal(body)


def _goal(body: GoalIn) -> GoalOut:
    curve = body.curve()
    found = goal(curve, body.goal_month)
    assert found.wage is not None
    return GoalOut(
        **about(),
        **over_hours(curve.case, curve.rule.ceiling, ceiling_assumed=curve.ceiling_assumed),
        goal_month=two_decimals(found.total_month),
        hours=_hours_out(found.hours),
        wage=_wage_out(found.wage),
    )


def _hours_out(found: HoursGoal) -> HoursGoalOut:
    return HoursGoalOut(
        key=found.key,
        reached=found.reached,
        sentence=say(found.sentence),
        remarks=[say(remark) for remark in found.remarks],
        paid_hours_per_week=_at_least(found.paid_hours_week),
        hours_per_week=_at_least(found.hours_at_work_week),
        most_month=two_decimals(found.most),
    )


def _wage_out(found: WageGoal) -> WageGoalOut:
    return WageGoalOut(
        key=found.key,
        sentence=say(found.sentence),
        remarks=[say(remark) for remark in found.remarks],
        hourly_wage=_at_least(found.hourly_wage),
        full_time_wage_month=_at_least(found.full_time_wage_month),
    )


def _at_least(needed: Decimal | None) -> str | None:
    return None if needed is None else two_decimals(rounded_up(needed))


CALLS = {
    "/goal": Call(
        lambda: _goal(GoalIn.model_validate(_EXAMPLE)), GoalIn, {"month": "2026-05", "wage_month": 8000, "goal": 28000}
    )
}
