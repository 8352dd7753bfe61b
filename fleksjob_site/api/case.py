"""The request body with one month of one person: its fields, and which of them can be combined."""

from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, ConfigDict, WithJsonSchema, model_validator

from fleksjob_site.api.gate import Between, Body, decimal_schema, refuse
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import N_
from salary.law.case import FULL_TIME_HOURS_WEEK, Case
from salary.law.limits import (
    HIGHEST_AMOUNT,
    HIGHEST_EFFICIENCY,
    HIGHEST_HOURS_WEEK,
    HIGHEST_OWN_ATP,
    HIGHEST_PENSION_PERCENT,
    LIKELY_A_MONTHLY_WAGE,
    LOWEST_EFFICIENCY,
    MIN_FULL_TIME_HOURS_WEEK,
)
from salary.law.rates import NoRates, periods, rates_for


def _month_with_rates(value: object) -> Month:
    try:
        month = Month.parse(value) if isinstance(value, str) else None
    except ValueError:
        month = None
    if month is None:
        raise refuse(N_("This is not a month written like 2024-05."), allowed=_periods_with_rates())
    try:
        rates_for(month)
    except NoRates:
        raise refuse(N_("There are no rates for this month."), allowed=_periods_with_rates()) from None
    return month


def _periods_with_rates() -> str:
    return ", ".join(f"{rates.valid_from} - {rates.valid_to}" for rates in periods())


def _months_with_rates() -> dict[str, Any]:
    months = []
    for rates in periods():
        month = rates.valid_from
        while month <= rates.valid_to:
            months.append(str(month))
            month = month.plus(months=1)
    return {"type": "string", "enum": months}


MonthIn = Annotated[Month, BeforeValidator(_month_with_rates), WithJsonSchema(_months_with_rates())]
AmountIn = Annotated[Decimal, Between(0, HIGHEST_AMOUNT)]
HoursIn = Annotated[Decimal, Between(0, HIGHEST_HOURS_WEEK)]
# A larger one gets an error message of its own, see `refuse_a_monthly_wage`.
HourlyWageIn = Annotated[AmountIn, WithJsonSchema(decimal_schema(0, LIKELY_A_MONTHLY_WAGE))]
FullTimeIn = Annotated[Decimal, Between(MIN_FULL_TIME_HOURS_WEEK, HIGHEST_HOURS_WEEK)]
EfficiencyIn = Annotated[Decimal, Between(LOWEST_EFFICIENCY, HIGHEST_EFFICIENCY)]


def refuse_a_monthly_wage(hourly_wage: Decimal | None) -> None:
    """Raise where an hourly wage is more likely a month's wage in the wrong field."""
    if hourly_wage is not None and hourly_wage > LIKELY_A_MONTHLY_WAGE:
        raise refuse(N_("Is this a monthly wage?"), field="hourly_wage", allowed=f"0 - {LIKELY_A_MONTHLY_WAGE}")


_WAGE_COMBINATIONS = (
    ("wage_month",),
    ("wage_month", "hourly_wage"),
    ("wage_month", "full_time_wage_month"),
    ("hours_per_week", "efficiency_percent", "hourly_wage"),
    ("hours_per_week", "efficiency_percent", "full_time_wage_month"),
    ("paid_hours_per_week", "hourly_wage"),
    ("paid_hours_per_week", "full_time_wage_month"),
)
"""Every valid combination of wage fields; fields outside the combination must be absent or null."""


def _wage_combinations(schema: dict[str, Any]) -> None:
    names = list(dict.fromkeys(name for combination in _WAGE_COMBINATIONS for name in combination))
    schema["anyOf"] = [
        {
            "required": list(combination),
            "properties": {name: {"type": ["number", "string"] if name in combination else "null"} for name in names},
        }
        for combination in _WAGE_COMBINATIONS
    ]
    no_percent = {"properties": {"pension_on_top_percent": {"enum": [0, "0"]}}}
    schema["allOf"] = [{"anyOf": [no_percent, {"properties": {"pension_on_top_month": {"type": "null"}}}]}]


class IncomeIn(Body):
    """One month of one person; DKK a month before tax unless the name says otherwise."""

    model_config = ConfigDict(json_schema_extra=_wage_combinations)

    month: MonthIn
    """The month of the wage, whose rates are used."""
    wage_month: AmountIn | None = None
    """The gross wage of the payslip: before own pension, own ATP and AM-bidrag. The pension on top is added to it."""
    hours_per_week: HoursIn | None = None
    """Hours at work."""
    efficiency_percent: EfficiencyIn | None = None
    """Pace compared with an ordinary one (arbejdsintensitet)."""
    paid_hours_per_week: HoursIn | None = None
    """Paid hours (løntimer): hours at work × pace."""
    hourly_wage: HourlyWageIn | None = None
    """DKK an hour."""
    full_time_wage_month: AmountIn | None = None
    """The wage of a full-time month."""
    pension_on_top_percent: Annotated[Decimal, Between(0, HIGHEST_PENSION_PERCENT)] = Decimal(0)
    """The employer's pension contribution on top of the gross wage, in per cent of it."""
    pension_on_top_month: AmountIn | None = None
    """The same in DKK a month, instead of per cent."""
    own_atp_month: Annotated[Decimal, Between(0, HIGHEST_OWN_ATP)] = Decimal(0)
    """Own ATP, which is in the gross wage and does not count as wage. 0 gives the figures of other calculators."""
    supplements_full_time_month: AmountIn = Decimal(0)
    """Supplements of a full-time month, with pension."""
    other_wage_month: AmountIn = Decimal(0)
    """Wage from other work, with pension."""
    ceiling_month: AmountIn | None = None
    """The full-time wage that the employer has stated (lønloft); computed where it is not given."""
    full_time_hours_per_week: FullTimeIn = FULL_TIME_HOURS_WEEK
    """Full time at the workplace."""

    @model_validator(mode="after")
    def _one_way_to_the_wage(self) -> Self:
        for one, other in _ALTERNATIVES:
            if self._has(one) and self._has(other):
                raise refuse(N_("Give one of two alternatives, not both."), field=other, allowed=f"{one} / {other}")
        refuse_a_monthly_wage(self.hourly_wage)
        if self.pension_on_top_month is not None and self.pension_on_top_percent:
            alternatives = "pension_on_top_percent / pension_on_top_month"
            raise refuse(
                N_("Give one of two alternatives, not both."), field="pension_on_top_month", allowed=alternatives
            )
        if self._has("wage_month"):
            return self
        for needed in _NEEDED:
            if not any(self._has(name) for name in needed):
                raise refuse(N_("This field is missing."), field=needed[0], allowed=" / ".join(needed))
        return self

    def _has(self, name: str) -> bool:
        return getattr(self, name) is not None

    def case(self) -> Case:
        """The validated body as a case of the law code."""
        case = Case.from_fields(
            self.month,
            hours_week=self.hours_per_week,
            pace_percent=self.efficiency_percent,
            paid_hours_week=self.paid_hours_per_week,
            hourly_wage=self.hourly_wage,
            full_time_wage_month=self.full_time_wage_month,
            wage_month=self.wage_month,
            ceiling_month=self.ceiling_month,
            pension_on_top_percent=self.pension_on_top_percent,
            supplements_full_time_month=self.supplements_full_time_month,
            other_wage_month=self.other_wage_month,
            full_time_hours_week=self.full_time_hours_per_week,
            own_atp_month=self.own_atp_month,
        )
        return case if self.pension_on_top_month is None else case.with_pension_on_top(self.pension_on_top_month)


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
