"""The request body with one month of one person: the fields of a job, and which of them can be combined."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Annotated, Any

from pydantic import ConfigDict, StrictBool, WithJsonSchema
from pydantic_core import PydanticCustomError

from fleksjob_site.api.account import ONE_OWN_PENSION_SCHEMA, AccountIn, CardIn, percent_or_month
from fleksjob_site.api.decimals import AMOUNT_DECIMALS, Between, amount_schema, between
from fleksjob_site.api.gate import Body, Check, add_conditions, at_most_one_of
from fleksjob_site.api.months import MONTH_HAS_RATES, MONTH_HAS_RATES_SCHEMA, MonthToAssumeIn
from fleksjob_site.api.wrong import Code, refuse
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.working_time import FULL_TIME_HOURS_WEEK
from fleksjob_site.serving.api import limits
from salary.law.case import Case
from salary.law.curve import Curve, curve_of
from salary.law.limits import (
    LIKELY_A_MONTHLY_WAGE,
    MAX_AMOUNT,
    MAX_HOURS_WEEK,
    MAX_OWN_ATP_MONTH,
    MAX_PACE_PERCENT,
    MAX_PENSION_PERCENT,
    MIN_FULL_TIME_HOURS_WEEK,
    MIN_PACE_PERCENT,
)
from salary.law.year.plan import Terms

AmountIn = Annotated[Decimal, Between(0, MAX_AMOUNT, AMOUNT_DECIMALS)]
HoursIn = Annotated[Decimal, Between(0, MAX_HOURS_WEEK)]
# A larger one gets an error message of its own, see `_monthly_wage`.
HourlyWageIn = Annotated[AmountIn, WithJsonSchema(amount_schema(LIKELY_A_MONTHLY_WAGE))]
FullTimeIn = Annotated[Decimal, Between(MIN_FULL_TIME_HOURS_WEEK, MAX_HOURS_WEEK)]
EfficiencyIn = Annotated[Decimal, Between(MIN_PACE_PERCENT, MAX_PACE_PERCENT)]


def _monthly_wage(body: Any) -> Iterator[PydanticCustomError]:
    if body.hourly_wage is not None and body.hourly_wage > LIKELY_A_MONTHLY_WAGE:
        yield refuse(Code.MONTHLY_WAGE, field="hourly_wage", **between(0, LIKELY_A_MONTHLY_WAGE))


NO_MONTHLY_WAGE = Check(("hourly_wage",), _monthly_wage)
"""Refuses an hourly wage that is more likely a month's wage in the wrong field."""

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
_WITH_PAY = tuple(combination for combination in _WAGE_COMBINATIONS if combination != ("wage_month",))
"""Those that say what an hour or a full-time month pays."""
_PAYS = ("hourly_wage", "full_time_wage_month")


_ONE_PENSION_ON_TOP, _ONE_PENSION_ON_TOP_SCHEMA = percent_or_month("pension_on_top")


def job_conditions(schema: dict[str, Any]) -> None:
    """Say in the schema of a body how the fields of a job can be combined."""
    _add_job_conditions(schema)


def month_conditions(schema: dict[str, Any]) -> None:
    """The same for one month, which must have rates."""
    _add_job_conditions(schema, MONTH_HAS_RATES_SCHEMA)


def pay_conditions(schema: dict[str, Any]) -> None:
    """The same for a month whose pay must be known."""
    _add_job_conditions(schema, MONTH_HAS_RATES_SCHEMA, combinations=_WITH_PAY)


def _add_job_conditions(
    schema: dict[str, Any], *more: dict[str, Any], combinations: Sequence[tuple[str, ...]] = _WAGE_COMBINATIONS
) -> None:
    names = list(dict.fromkeys(name for combination in _WAGE_COMBINATIONS for name in combination))
    ways = [
        {
            "required": list(combination),
            "properties": {name: {"type": ["number", "string"] if name in combination else "null"} for name in names},
        }
        for combination in combinations
    ]
    add_conditions(schema, {"anyOf": ways}, _ONE_PENSION_ON_TOP_SCHEMA, ONE_OWN_PENSION_SCHEMA, *more)
    listed = "".join(f"\n* {' + '.join(f'`{name}`' for name in way)}" for way in combinations)
    schema["description"] += (
        f"\n\nThe wage is given in one of these ways, without the fields of the others:\n{listed}\n\n"
        "Pension on top, and own pension, are given in per cent or in DKK, not both."
    )


def _one_of(*names: str) -> Check:
    """Demands one of several fields, unless the wage of the month is given."""

    def find(body: Any) -> Iterator[PydanticCustomError]:
        if all(getattr(body, name) is None for name in (*names, "wage_month")):
            yield refuse(Code.MISSING, field=names[0], allowed=" / ".join(names), limits=limits(values=names))

    return Check((*names, "wage_month"), find)


class JobIn(AccountIn):
    """The wage of a job and what else counts each month; DKK a month before tax unless the name says otherwise."""

    checks = (
        at_most_one_of("wage_month", "hours_per_week"),
        at_most_one_of("wage_month", "efficiency_percent"),
        at_most_one_of("wage_month", "paid_hours_per_week"),
        at_most_one_of("hours_per_week", "paid_hours_per_week"),
        at_most_one_of("paid_hours_per_week", "efficiency_percent"),
        at_most_one_of(*_PAYS),
        NO_MONTHLY_WAGE,
        _ONE_PENSION_ON_TOP,
        _one_of("hours_per_week", "paid_hours_per_week", "wage_month"),
        _one_of("efficiency_percent", "paid_hours_per_week"),
        _one_of(*_PAYS),
        *AccountIn.account_checks,
    )

    wage_month: AmountIn | None = None
    """The gross wage of the payslip: before own pension, own ATP and AM-bidrag. The pension on top is added to it."""
    hours_per_week: HoursIn | None = None
    """Hours at work."""
    efficiency_percent: EfficiencyIn | None = None
    """Work pace (arbejdsintensitet), in per cent of an ordinary pace."""
    paid_hours_per_week: HoursIn | None = None
    """Paid hours (løntimer): hours at work × pace."""
    hourly_wage: HourlyWageIn | None = None
    """DKK an hour."""
    full_time_wage_month: AmountIn | None = None
    """The wage of a full-time month."""
    pension_on_top_percent: Annotated[Decimal, Between(0, MAX_PENSION_PERCENT)] = Decimal(0)
    """The employer's pension contribution on top of the gross wage, in per cent of it."""
    pension_on_top_month: AmountIn | None = None
    """The same in DKK a month, instead of per cent."""
    own_atp_month: Annotated[Decimal, Between(0, MAX_OWN_ATP_MONTH, AMOUNT_DECIMALS)] = Decimal(0)
    """Own ATP, in the gross wage but not counted as wage. 0 gives the figures of calculators that ignore it."""
    supplements_full_time_month: AmountIn = Decimal(0)
    """Supplements of a full-time month, including pension."""
    other_wage_month: AmountIn = Decimal(0)
    """Wage from other work, including pension."""
    side_business_month: AmountIn = Decimal(0)
    """The surplus of a side business before interest, including what is taken out for own use. It counts like other
    wage; both are left out of `account_before_tax_month` and `tax`."""
    ceiling_month: AmountIn | None = None
    """The full-time wage that the employer has stated (lønloft); computed where it is not given."""
    full_time_hours_per_week: FullTimeIn = FULL_TIME_HOURS_WEEK
    """Full time at the workplace."""

    def case_in(self, month: Month, *, assume_newest_rates: bool = False) -> Case:
        """The job as a case of the law code."""
        case = Case.from_fields(
            month,
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
            assume_newest_rates=assume_newest_rates,
            side_business_month=self.side_business_month,
        )
        return case if self.pension_on_top_month is None else case.with_pension_on_top(self.pension_on_top_month)

    def terms(self, since: Month) -> Terms:
        """The job from a month on, as a plan takes it."""
        case = self.case_in(since)
        return Terms(since, case, self.employer_pension_of(case), self.own_pension_of(case))


class _OneMonthIn(Body):
    """The month, before the fields of the job in documents and errors."""

    month: MonthToAssumeIn
    """The month of the wage, whose rates are used."""
    assume_newest_rates: StrictBool = False
    """Whether the newest rates stand in for a month that has none yet; `rates_assumed` then says so."""


class IncomeIn(JobIn, CardIn, _OneMonthIn):
    """One month of one person; DKK a month before tax unless the name says otherwise."""

    model_config = ConfigDict(json_schema_extra=month_conditions)

    checks = (MONTH_HAS_RATES, *JobIn.checks)

    def case(self) -> Case:
        """The validated body as a case of the law code."""
        return self.case_in(self.month, assume_newest_rates=self.assume_newest_rates)


def _without_pay(body: Any) -> Iterator[PydanticCustomError]:
    if body.wage_month is not None and all(getattr(body, name) is None for name in _PAYS):
        yield refuse(Code.MISSING, field=_PAYS[0], allowed=" / ".join(_PAYS), limits=limits(values=_PAYS))


class PayIn(IncomeIn):
    """The body of `/income`, with what an hour or a full-time month pays. Own pension and `tax` change nothing here."""

    model_config = ConfigDict(json_schema_extra=pay_conditions)

    checks = (*IncomeIn.checks, Check(("wage_month", *_PAYS), _without_pay))

    def curve(self) -> Curve:
        """The month over all hours."""
        curve = curve_of(self.case())
        assert curve is not None
        return curve
