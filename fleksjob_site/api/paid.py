"""Months and what was paid for them as the API takes them: the fields, and what is wrong with them together."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from django.utils.timezone import localdate
from pydantic import BeforeValidator, ConfigDict, Field, StrictBool, WithJsonSchema, model_validator

from fleksjob_site.api.answers import DayIn
from fleksjob_site.api.case import AmountIn, EfficiencyIn, HourlyWageIn, MonthIn, refuse_a_monthly_wage
from fleksjob_site.api.gate import Body, decimal_schema, refuse
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import N_
from salary.law.limits import HIGHEST_AMOUNT, LIKELY_A_MONTHLY_WAGE
from salary.law.payout.month import MOST_MONTHS, Ceiling, PaidMonth, last_paid_for

FEWEST_TOGETHER = 2
"""Pay for several months covers at least so many, and at most MOST_MONTHS."""


def _together(value: object) -> int:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        months = int(value)
        if months == value and FEWEST_TOGETHER <= months <= MOST_MONTHS:
            return months
    raise refuse(N_("The number of months is outside the limits."), allowed=f"{FEWEST_TOGETHER} - {MOST_MONTHS}")


# One as low as an hourly wage is asked about in words of its own.
_NO_HOURLY_WAGE = {
    "exclusiveMinimum": int(LIKELY_A_MONTHLY_WAGE),
    "not": {"type": "string", "pattern": decimal_schema(0, LIKELY_A_MONTHLY_WAGE)["pattern"]},
}
_CeilingIn = Annotated[AmountIn, WithJsonSchema({**decimal_schema(0, HIGHEST_AMOUNT), **_NO_HOURLY_WAGE})]

_PARTS = ("ceiling_pension_month", "ceiling_supplements_month", "ceiling_holiday_pay_month")


def _what_goes_together(schema: dict[str, Any]) -> None:
    """What may stand beside what; how large the parts may be together, a schema can't say."""
    number, nothing = {"type": ["number", "string"]}, {"type": "null"}
    stated = {"required": ["ceiling_month"], "properties": {"ceiling_month": number, "hourly_wage": nothing}}
    other = {"properties": dict.fromkeys(("ceiling_month", *_PARTS), nothing)}
    several = {
        "required": ["several_months_pay", "several_months"],
        "properties": {"several_months_pay": number, "several_months": {"type": "integer"}},
    }
    usual = {"properties": dict.fromkeys(("several_months_pay", "several_months"), nothing)}
    schema["allOf"] = [{"anyOf": [stated, other]}, {"anyOf": [several, usual]}]


class Paid(Body):
    """A month's income and what was paid for it; kr. before tax."""

    model_config = ConfigDict(json_schema_extra=_what_goes_together)

    month: MonthIn
    """The month of the wage, paid for in the month after; not after the day “on”, and each month once."""
    wage_month: AmountIn
    """The A-income subject to AM-bidrag on the payslip."""
    pension_included: StrictBool = False
    """True where `wage_month` is the wage with all pension in it."""
    own_pension_month: AmountIn = Decimal(0)
    """The employee's share of the pension."""
    employer_pension_month: AmountIn = Decimal(0)
    """The employer's share of the pension."""
    other_wage_month: AmountIn = Decimal(0)
    """Wage from other work, with pension."""
    benefit_month: AmountIn = Decimal(0)
    """Sickness or parental benefit."""
    holiday_earned_month: AmountIn = Decimal(0)
    """Part of `wage_month`: holiday money paid into Feriekonto."""
    holiday_held_month: AmountIn = Decimal(0)
    """Holiday money from Feriekonto for holiday held in the month, on top of `wage_month`."""
    several_months_pay: AmountIn | None = None
    """Part of `wage_month`: pay for work of several months."""
    several_months: (
        Annotated[
            int,
            BeforeValidator(_together),
            WithJsonSchema({"type": "integer", "minimum": FEWEST_TOGETHER, "maximum": MOST_MONTHS}),
        ]
        | None
    ) = None
    """How many months that pay is for, up to and with this one."""
    ceiling_month: _CeilingIn | None = None
    """The full-time wage of a month that the employer has stated (lønloft)."""
    ceiling_pension_month: AmountIn | None = None
    """What of `ceiling_month` is known to be pension; all known parts together are below it."""
    ceiling_supplements_month: AmountIn | None = None
    """What of it is known to be supplements."""
    ceiling_holiday_pay_month: AmountIn | None = None
    """What of it is known to be holiday pay."""
    hourly_wage: HourlyWageIn | None = None
    """Where no ceiling is stated: kr. an hour at an ordinary pace, which gives a lower bound."""
    efficiency_percent: EfficiencyIn | None = None
    """Pace compared with an ordinary one (arbejdsintensitet)."""
    paid_subsidy_month: AmountIn
    """The subsidy (fleksløntilskud) that was paid, before tax and ATP."""
    paid_atp_month: AmountIn | None = None
    """ATP withheld from it."""

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        refuse_a_monthly_wage(self.hourly_wage)
        if self.ceiling_month is not None and self.hourly_wage is not None:
            alternatives = "ceiling_month / hourly_wage"
            raise refuse(N_("Give one of two alternatives, not both."), field="hourly_wage", allowed=alternatives)
        given = [getattr(self, part) for part in _PARTS if getattr(self, part) is not None]
        self._needs("ceiling_month", because=bool(given))
        self._needs("several_months", because=self.several_months_pay is not None)
        self._needs("several_months_pay", because=self.several_months is not None)
        if self.ceiling_month is not None and self.ceiling_month <= LIKELY_A_MONTHLY_WAGE:
            raise refuse(N_("Is this an hourly wage?"), field="ceiling_month", allowed=f"> {LIKELY_A_MONTHLY_WAGE}")
        if given and sum(given) >= (self.ceiling_month or 0):
            allowed = f"> {' + '.join(_PARTS)}"
            raise refuse(N_("The parts together are not below the whole."), field="ceiling_month", allowed=allowed)
        if self.holiday_earned_month + (self.several_months_pay or 0) > self.wage_month:
            allowed = "≥ holiday_earned_month + several_months_pay"
            raise refuse(N_("The parts together are more than the whole."), field="wage_month", allowed=allowed)
        return self

    def _needs(self, name: str, *, because: bool) -> None:
        if because and getattr(self, name) is None:
            raise refuse(N_("This field is missing."), field=name)

    def paid(self) -> PaidMonth:
        """The month behind the gate."""
        nothing = Decimal(0)
        return PaidMonth(
            month=self.month,
            wage_month=self.wage_month,
            paid_subsidy_month=self.paid_subsidy_month,
            pension_is_in=self.pension_included,
            own_pension_month=self.own_pension_month,
            employer_pension_month=self.employer_pension_month,
            other_wage_month=self.other_wage_month,
            benefit_month=self.benefit_month,
            holiday_earned_month=self.holiday_earned_month,
            holiday_held_month=self.holiday_held_month,
            several_months_pay=self.several_months_pay or nothing,
            several_months=self.several_months or 1,
            ceiling=Ceiling(
                stated_month=self.ceiling_month,
                hourly_wage=self.hourly_wage,
                pension_part_month=self.ceiling_pension_month or nothing,
                supplements_part_month=self.ceiling_supplements_month or nothing,
                holiday_part_month=self.ceiling_holiday_pay_month or nothing,
            ),
            pace_percent=self.efficiency_percent,
            paid_atp_month=self.paid_atp_month,
        )


class PayoutCheck(Body):
    """Up to twelve months, in any order."""

    months: list[Paid] = Field(min_length=1, max_length=MOST_MONTHS)
    on: DayIn = Field(default_factory=localdate)
    """The day from which the twelve months are counted back that can be corrected; today where it is not given."""

    @model_validator(mode="after")
    def _each_month_once_and_none_to_come(self) -> Self:
        seen: set[Month] = set()
        for place, given in enumerate(self.months):
            field = f"months.{place}.month"
            if given.month in seen:
                raise refuse(N_("This month has been given already."), field=field)
            last = last_paid_for(self.on)
            if given.month > last:
                raise refuse(
                    N_("On the day “on” this month has not been paid for yet."), field=field, allowed=f"≤ {last}"
                )
            seen.add(given.month)
        return self

    def paid(self) -> tuple[tuple[PaidMonth, ...], date]:
        """The months behind the gate, and the day."""
        return tuple(given.paid() for given in self.months), self.on
