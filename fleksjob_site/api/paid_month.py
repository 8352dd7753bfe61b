"""A month in the request body of a payout check: its fields, and checks across them."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pydantic import ConfigDict, StrictBool
from pydantic_core import PydanticCustomError

from fleksjob_site.api.case import (
    NO_MONTHLY_WAGE,
    AmountIn,
    EfficiencyIn,
    FullTimeIn,
    HourlyWageIn,
    HoursIn,
)
from fleksjob_site.api.decimals import above, at_least
from fleksjob_site.api.gate import Body, Check, at_most_one_of, required_with
from fleksjob_site.api.months import MonthIn
from fleksjob_site.api.paid_fields import (
    PARTS_OF_CEILING,
    PARTS_OF_WAGE,
    CeilingIn,
    DaysInJobIn,
    HolidayDaysIn,
    MonthsTogetherIn,
    OwnAtpIn,
    OwnPensionPercentIn,
    PensionPercentIn,
    field_combinations,
)
from fleksjob_site.api.wrong import Code, refuse
from fleksjob_site.kernel.working_time import FULL_TIME_HOURS_WEEK
from salary.law.case import ZERO
from salary.law.limits import LIKELY_A_MONTHLY_WAGE
from salary.law.payout.month import Ceiling, PaidMonth
from salary.law.payout.pension import PensionPercent


def _check_benefit_given(month: Any) -> Iterator[PydanticCustomError]:
    if month.benefit_not_claimed and not month.benefit_month:
        yield refuse(Code.MISSING, field="benefit_month")


def _hourly_ceiling(month: Any) -> Iterator[PydanticCustomError]:
    if month.ceiling_month is not None and month.ceiling_month <= LIKELY_A_MONTHLY_WAGE:
        yield refuse(
            Code.HOURLY_WAGE, field="ceiling_month", **above(LIKELY_A_MONTHLY_WAGE, str(LIKELY_A_MONTHLY_WAGE))
        )


def _parts_not_below_ceiling(month: Any) -> Iterator[PydanticCustomError]:
    parts = _sum(month, PARTS_OF_CEILING)
    if month.ceiling_month is not None and parts >= month.ceiling_month:
        more = above(parts, " + ".join(PARTS_OF_CEILING))
        yield refuse(Code.PARTS_NOT_BELOW_WHOLE, field="ceiling_month", **more)


def _parts_above_wage(month: Any) -> Iterator[PydanticCustomError]:
    parts = _sum(month, PARTS_OF_WAGE)
    if parts > month.wage_month:
        yield refuse(Code.PARTS_ABOVE_WHOLE, field="wage_month", **at_least(parts, " + ".join(PARTS_OF_WAGE)))


def _sum(month: Any, parts: tuple[str, ...]) -> Decimal:
    return sum((getattr(month, part) or ZERO for part in parts), ZERO)


class PaidMonthIn(Body):
    """A month's income and what was paid for it; DKK before tax."""

    model_config = ConfigDict(json_schema_extra=field_combinations)

    checks = (
        NO_MONTHLY_WAGE,
        at_most_one_of("ceiling_month", "hourly_wage"),
        at_most_one_of("ceiling_month", "paid_hours_per_week"),
        at_most_one_of("hourly_wage", "paid_hours_per_week"),
        # A share of 0 kr. is as good as none.
        at_most_one_of("own_pension_month", "own_pension_percent", unless=lambda month: not month.own_pension_month),
        at_most_one_of(
            "employer_pension_month",
            "employer_pension_percent",
            unless=lambda month: not month.employer_pension_month,
        ),
        *(required_with("ceiling_month", part) for part in PARTS_OF_CEILING),
        required_with("several_months", "several_months_pay"),
        required_with("several_months_pay", "several_months"),
        required_with("paid_hours_per_week", "full_time_hours_per_week"),
        Check(("benefit_not_claimed", "benefit_month"), _check_benefit_given),
        Check(("ceiling_month",), _hourly_ceiling),
        Check(("ceiling_month", *PARTS_OF_CEILING), _parts_not_below_ceiling),
        Check(("wage_month", *PARTS_OF_WAGE), _parts_above_wage),
    )

    month: MonthIn
    """The month of the wage, paid for in the month after: by the day “on” at the latest. Each month once."""
    wage_month: AmountIn
    """The AM-income (AM-indkomst) on the payslip, from which own pension and own ATP are already deducted. Not the
    A-income (A-indkomst), which is after AM-bidrag."""
    pension_included: StrictBool = False
    """True where `wage_month` is the gross wage and the employer's pension: all pension and own ATP are in it."""
    own_pension_month: AmountIn = Decimal(0)
    """The employee's share of the pension."""
    employer_pension_month: AmountIn = Decimal(0)
    """The employer's share of the pension."""
    own_pension_percent: OwnPensionPercentIn | None = None
    """The employee's share in per cent of the gross wage, instead of `own_pension_month`."""
    employer_pension_percent: PensionPercentIn | None = None
    """The employer's share in per cent of the gross wage, instead of `employer_pension_month`."""
    own_atp_month: OwnAtpIn = Decimal(0)
    """Own ATP, which is not wage. Deducted from a wage with `pension_included`; an AM-income is already without it."""
    other_wage_month: AmountIn = Decimal(0)
    """Wage from other work, with pension."""
    side_business_month: AmountIn = Decimal(0)
    """Surplus of a side business. Counts like other wage."""
    care_pay_month: AmountIn = Decimal(0)
    """Compensation for lost earnings or care allowance (tabt arbejdsfortjeneste, plejevederlag), besides the wage."""
    benefit_month: AmountIn = Decimal(0)
    """Sickness or parental benefit."""
    benefit_not_claimed: StrictBool = False
    """True where the benefit was lost or asked for too late: `benefit_month` is deducted, though it was not paid."""
    taxed_goods_month: AmountIn = Decimal(0)
    """Part of `wage_month`: the taxed value of goods (phone, car, health insurance), which is not wage."""
    holiday_supplement_month: AmountIn = Decimal(0)
    """Part of `wage_month`: holiday supplement (ferietillæg)."""
    once_paid_month: AmountIn = Decimal(0)
    """Part of `wage_month`: other pay for the whole year paid in this month (free choice, public-holiday accounts)."""
    holiday_unemployment_days: HolidayDaysIn = 0
    """Days of holiday with ledighedsydelse in the month of the wage, which is the month before the payment."""
    days_in_job: DaysInJobIn | None = None
    """Working days in the job where it began or ended within the month; gives a range."""
    holiday_earned_month: AmountIn = Decimal(0)
    """Part of `wage_month`: holiday money paid into Feriekonto."""
    holiday_held_month: AmountIn = Decimal(0)
    """Holiday money from Feriekonto for holiday held in the month, on top of `wage_month`."""
    several_months_pay: AmountIn | None = None
    """Part of `wage_month`: pay for work of several months."""
    several_months: MonthsTogetherIn | None = None
    """How many months that pay is for, up to and with this one."""
    ceiling_month: CeilingIn | None = None
    """The full-time wage of a month that the employer has stated (lønloft)."""
    ceiling_pension_month: AmountIn | None = None
    """The part of `ceiling_month` known to be pension; all known parts together are below it."""
    ceiling_supplements_month: AmountIn | None = None
    """The part known to be supplements."""
    ceiling_holiday_pay_month: AmountIn | None = None
    """The part known to be holiday pay."""
    ceiling_once_month: AmountIn | None = None
    """The part of whole-year pay that belongs to the full-time wage of this month; added to the ceiling."""
    ceiling_confirmed: StrictBool = False
    """True if `ceiling_month` has been double-checked although it is low."""
    hourly_wage: HourlyWageIn | None = None
    """Where no ceiling is stated: DKK an hour at an ordinary pace, which gives a lower bound of the ceiling."""
    paid_hours_per_week: HoursIn | None = None
    """Where neither a ceiling nor an hourly wage is known: the paid hours of the payslip, so that a ceiling
    is assumed from the hourly wage."""
    full_time_hours_per_week: FullTimeIn | None = None
    """Full time at the workplace, with `paid_hours_per_week`; 37 where it is not given."""
    efficiency_percent: EfficiencyIn | None = None
    """Work pace (arbejdsintensitet), in per cent of an ordinary pace."""
    paid_subsidy_month: AmountIn
    """The subsidy (fleksløntilskud) that was paid, before tax and ATP."""
    before_tax_confirmed: StrictBool = False
    """True if `paid_subsidy_month` has been double-checked: it is before tax."""
    paid_atp_month: AmountIn | None = None
    """ATP withheld from it."""

    def _pension(self) -> tuple[Decimal, Decimal]:
        """Both shares in DKK; a share given in per cent takes the place of one in DKK."""
        percent = PensionPercent(self.own_pension_percent or ZERO, self.employer_pension_percent or ZERO)
        own, employer = percent.in_kroner(
            self.wage_month,
            pension_included=self.pension_included,
            own_atp=self.own_atp_month,
            without_pension=self.taxed_goods_month + self.holiday_earned_month,
        )
        return (
            self.own_pension_month if self.own_pension_percent is None else own,
            self.employer_pension_month if self.employer_pension_percent is None else employer,
        )

    def paid(self) -> PaidMonth:
        """The validated month as the law code takes it."""
        own_pension, employer_pension = self._pension()
        return PaidMonth(
            month=self.month,
            wage_month=self.wage_month,
            paid_subsidy_month=self.paid_subsidy_month,
            pension_included=self.pension_included,
            own_pension_month=own_pension,
            employer_pension_month=employer_pension,
            other_wage_month=self.other_wage_month,
            side_business_month=self.side_business_month,
            benefit_month=self.benefit_month,
            holiday_earned_month=self.holiday_earned_month,
            holiday_held_month=self.holiday_held_month,
            several_months_pay=self.several_months_pay or ZERO,
            several_months=self.several_months or 1,
            ceiling=Ceiling(
                stated_month=self.ceiling_month,
                hourly_wage=self.hourly_wage,
                pension_part_month=self.ceiling_pension_month or ZERO,
                supplements_part_month=self.ceiling_supplements_month or ZERO,
                holiday_part_month=self.ceiling_holiday_pay_month or ZERO,
                paid_hours_week=self.paid_hours_per_week,
                full_time_hours_week=self.full_time_hours_per_week or FULL_TIME_HOURS_WEEK,
                once_month=self.ceiling_once_month,
                confirmed=self.ceiling_confirmed,
            ),
            pace_percent=self.efficiency_percent,
            paid_atp_month=self.paid_atp_month,
            taxed_goods_month=self.taxed_goods_month,
            holiday_supplement_month=self.holiday_supplement_month,
            once_paid_month=self.once_paid_month,
            own_atp_month=self.own_atp_month,
            care_pay_month=self.care_pay_month,
            benefit_claimed=not self.benefit_not_claimed,
            holiday_unemployment_days=self.holiday_unemployment_days,
            days_in_job=self.days_in_job,
            before_tax_confirmed=self.before_tax_confirmed,
        )
