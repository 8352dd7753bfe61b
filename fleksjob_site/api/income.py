"""Income through the API: the same calculation as the page."""

from decimal import Decimal
from typing import Annotated, Any, Self

from django.http import HttpRequest
from ninja import Router
from pydantic import BeforeValidator, model_validator

from fleksjob_site.api.gate import Body, decimal_between, refuse
from fleksjob_site.api.shapes import rates_shape, source_shape, two_decimals
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import N_
from fleksjob_site.writing import say
from salary.calculation import calculate
from salary.limits import (
    HIGHEST_AMOUNT,
    HIGHEST_EFFICIENCY,
    HIGHEST_HOURS_WEEK,
    HIGHEST_PENSION_PERCENT,
    LIKELY_A_MONTHLY_WAGE,
    LOWEST_EFFICIENCY,
    SHORTEST_FULL_TIME_WEEK,
)
from salary.rates import NoRates, periods, rates_for
from salary.wage import FULL_TIME_HOURS_WEEK, Case, Step

router = Router()


def _month_with_rates(value: object) -> Month:
    existing = ", ".join(f"{rates.valid_from} - {rates.valid_to}" for rates in periods())
    try:
        month = Month.parse(value) if isinstance(value, str) else None
    except ValueError:
        month = None
    if month is None:
        raise refuse(N_("This is not a month written like 2024-05."), allowed=existing)
    try:
        rates_for(month)
    except NoRates:
        raise refuse(N_("There are no rates for this month."), allowed=existing) from None
    return month


AmountIn = decimal_between(0, HIGHEST_AMOUNT)
HoursIn = decimal_between(0, HIGHEST_HOURS_WEEK)


class Income(Body):
    """One month of one person; kr. a month before tax unless the name says otherwise."""

    month: Annotated[Month, BeforeValidator(_month_with_rates, json_schema_input_type=str)]
    wage_month: AmountIn | None = None
    hours_per_week: HoursIn | None = None
    efficiency_percent: decimal_between(LOWEST_EFFICIENCY, HIGHEST_EFFICIENCY) | None = None
    paid_hours_per_week: HoursIn | None = None
    hourly_wage: AmountIn | None = None
    full_time_wage_month: AmountIn | None = None
    pension_on_top_percent: decimal_between(0, HIGHEST_PENSION_PERCENT) = Decimal(0)
    supplements_full_time_month: AmountIn = Decimal(0)
    other_wage_month: AmountIn = Decimal(0)
    ceiling_month: AmountIn | None = None
    full_time_hours_per_week: decimal_between(SHORTEST_FULL_TIME_WEEK, HIGHEST_HOURS_WEEK) = FULL_TIME_HOURS_WEEK

    @model_validator(mode="after")
    def _one_way_to_the_wage(self) -> Self:
        for one, other in _ALTERNATIVES:
            if self._has(one) and self._has(other):
                raise refuse(N_("Give one of two alternatives, not both."), field=other, allowed=f"{one} / {other}")
        if self.hourly_wage is not None and self.hourly_wage > LIKELY_A_MONTHLY_WAGE:
            raise refuse(N_("Is this a monthly wage?"), field="hourly_wage", allowed=f"0 - {LIKELY_A_MONTHLY_WAGE}")
        if self._has("wage_month"):
            return self
        for needed in _NEEDED:
            if not any(self._has(name) for name in needed):
                raise refuse(N_("This field is missing."), field=needed[0], allowed=" / ".join(needed))
        return self

    def _has(self, name: str) -> bool:
        return getattr(self, name) is not None

    def case(self) -> Case:
        """The case behind the gate."""
        return Case(
            month=self.month,
            hours_week=self.hours_per_week,
            efficiency_percent=self.efficiency_percent,
            paid_hours_week=self.paid_hours_per_week,
            hourly_wage=self.hourly_wage,
            full_time_wage_month=self.full_time_wage_month,
            wage_month=self.wage_month,
            ceiling_month=self.ceiling_month,
            pension_on_top_percent=self.pension_on_top_percent,
            supplements_full_time_month=self.supplements_full_time_month,
            other_wage_month=self.other_wage_month,
            full_time_hours_week=self.full_time_hours_per_week,
        )


_ALTERNATIVES = (
    ("wage_month", "hours_per_week"),
    ("wage_month", "efficiency_percent"),
    ("wage_month", "paid_hours_per_week"),
    ("hours_per_week", "paid_hours_per_week"),
    ("paid_hours_per_week", "efficiency_percent"),
    ("hourly_wage", "full_time_wage_month"),
)
_NEEDED = (
    ("hours_per_week", "paid_hours_per_week", "wage_month"),
    ("efficiency_percent", "paid_hours_per_week"),
    ("hourly_wage", "full_time_wage_month"),
)


@router.post("/income", url_name="income")
def income(request: HttpRequest, body: Income) -> dict[str, Any]:
    """Wage, subsidy, payout and total of one month, with every step and its source. Amounts in kr. before tax."""
    result = calculate(body.case())
    amounts = {name: _two_decimals(getattr(result, attribute)) for name, attribute in _AMOUNTS.items()}
    return {
        **amounts,
        "ceiling_applied": result.ceiling_month is not None,
        "ceiling_assumed": result.ceiling_assumed,
        "ceiling_binds": result.ceiling_binds,
        "steps": [_step_shape(step) for step in result.steps],
        "notes": [say(note) for note in result.notes],
        "rates": rates_shape(result.rates),
    }


_AMOUNTS = {
    "paid_hours_per_week": "paid_hours_week",
    "wage_month": "wage_month",
    "full_time_wage_month": "full_time_wage_month",
    "ceiling_month": "ceiling_month",
    "reduction_month": "reduction_month",
    "ceiling_cut_month": "ceiling_cut_month",
    "subsidy_unrounded": "subsidy_unrounded",
    "subsidy_month": "subsidy_month",
    "atp_month": "atp_month",
    "payout_month": "payout_month",
    "obligatory_pension_month": "obligatory_pension_month",
    "total_month": "total_month",
}


def _two_decimals(amount: Decimal | None) -> str | None:
    return None if amount is None else two_decimals(amount)


def _step_shape(step: Step) -> dict[str, Any]:
    return {
        "key": step.key,
        "label": say(step.label),
        "sentence": say(step.sentence),
        "sum": say(step.sum),
        "amount": _two_decimals(step.amount),
        "remarks": [say(remark) for remark in step.remarks],
        "sources": [source_shape(source) for source in (*step.sources, *(f.figure.source for f in step.figures))],
    }
