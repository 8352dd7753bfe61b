"""Field types of a month in a payout check, and which fields can be combined."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import WithJsonSchema

from fleksjob_site.api.case import AmountIn
from fleksjob_site.api.decimals import AMOUNT_DECIMALS, Between, amount_schema, whole_number
from fleksjob_site.api.gate import add_conditions
from fleksjob_site.api.wrong import Code
from salary.law.limits import (
    LIKELY_A_MONTHLY_WAGE,
    MAX_AMOUNT,
    MAX_DAYS_IN_JOB,
    MAX_HOLIDAY_DAYS,
    MAX_OWN_ATP_MONTH,
    MAX_OWN_PENSION_PERCENT,
    MAX_PENSION_PERCENT,
)
from salary.law.payout.month import MAX_MONTHS

MIN_MONTHS_TOGETHER = 2
"""Pay for several months covers at least this many, and at most MAX_MONTHS."""


MonthsTogetherIn = Annotated[int, *whole_number(MIN_MONTHS_TOGETHER, MAX_MONTHS, Code.MONTHS_OUT_OF_RANGE)]
HolidayDaysIn = Annotated[int, *whole_number(0, MAX_HOLIDAY_DAYS, Code.DAYS_OUT_OF_RANGE)]
DaysInJobIn = Annotated[int, *whole_number(0, MAX_DAYS_IN_JOB, Code.DAYS_OUT_OF_RANGE)]


# A ceiling as low as an hourly wage gets an error message of its own.
_NO_HOURLY_WAGE = {
    "exclusiveMinimum": int(LIKELY_A_MONTHLY_WAGE),
    "not": {
        "type": "string",
        "pattern": amount_schema(LIKELY_A_MONTHLY_WAGE)["pattern"],
    },
}
_AMOUNT = {name: value for name, value in amount_schema(MAX_AMOUNT).items() if name != "minimum"}
CeilingIn = Annotated[AmountIn, WithJsonSchema(_AMOUNT | _NO_HOURLY_WAGE)]

PARTS_OF_CEILING = ("ceiling_pension_month", "ceiling_supplements_month", "ceiling_holiday_pay_month")


PARTS_OF_WAGE = (
    "holiday_earned_month",
    "several_months_pay",
    "taxed_goods_month",
    "holiday_supplement_month",
    "once_paid_month",
)
_HOURS = ("paid_hours_per_week", "full_time_hours_per_week")
OwnAtpIn = Annotated[Decimal, Between(0, MAX_OWN_ATP_MONTH, AMOUNT_DECIMALS)]
PensionPercentIn = Annotated[Decimal, Between(0, MAX_PENSION_PERCENT)]
OwnPensionPercentIn = Annotated[Decimal, Between(0, MAX_OWN_PENSION_PERCENT)]


def field_combinations(schema: dict[str, Any]) -> None:
    """Which fields can be combined. A schema can't express limits on sums, or that some zeros count as absent."""
    number, nothing = {"type": ["number", "string"]}, {"type": "null"}
    none = dict.fromkeys(("ceiling_month", *PARTS_OF_CEILING), nothing)
    no_hours = dict.fromkeys(_HOURS, nothing)
    ceilings = [
        {"required": ["ceiling_month"], "properties": {"ceiling_month": number, "hourly_wage": nothing, **no_hours}},
        {"properties": {**none, **no_hours}},
        {"required": ["paid_hours_per_week"], "properties": {**none, "hourly_wage": nothing, _HOURS[0]: number}},
    ]
    several = {
        "required": ["several_months_pay", "several_months"],
        "properties": {"several_months_pay": number, "several_months": {"type": "integer"}},
    }
    usual = {"properties": dict.fromkeys(("several_months_pay", "several_months"), nothing)}
    add_conditions(schema, {"anyOf": ceilings}, {"anyOf": [several, usual]})
    schema["description"] += (
        "\n\nThe ceiling is given as `ceiling_month` (with its parts, if known), or instead `hourly_wage`, or "
        "`paid_hours_per_week` (with `full_time_hours_per_week`), or not at all. `several_months_pay` and "
        "`several_months` go together."
    )
