"""A month in the request body of a payout check: its fields, and checks across them."""

from decimal import Decimal
from typing import Self

from pydantic import ConfigDict, StrictBool, model_validator

from fleksjob_site.api.case import (
    AmountIn,
    EfficiencyIn,
    FullTimeIn,
    HourlyWageIn,
    HoursIn,
    MonthIn,
    refuse_a_monthly_wage,
)
from fleksjob_site.api.gate import Body, refuse
from fleksjob_site.api.paid_fields import (
    ALTERNATIVES,
    AMOUNTS_IN_KRONER,
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
from fleksjob_site.kernel.text import N_
from salary.law.case import FULL_TIME_HOURS_WEEK, ZERO
from salary.law.limits import (
    LIKELY_A_MONTHLY_WAGE,
)
from salary.law.payout.month import Ceiling, PaidMonth
from salary.law.payout.pension import PensionPercent


class PaidMonthIn(Body):
    """A month's income and what was paid for it; DKK before tax."""

    model_config = ConfigDict(json_schema_extra=field_combinations)

    month: MonthIn
    """The month of the wage, paid for in the month after; not after the day “on”, and each month once."""
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
    """Where no ceiling is stated: DKK an hour at an ordinary pace, which gives a lower bound."""
    paid_hours_per_week: HoursIn | None = None
    """Where neither is known: the paid hours of the payslip, so that a ceiling is assumed from the hourly wage."""
    full_time_hours_per_week: FullTimeIn | None = None
    """Full time at the workplace, with `paid_hours_per_week`; 37 where it is not given."""
    efficiency_percent: EfficiencyIn | None = None
    """Pace compared with an ordinary one (arbejdsintensitet)."""
    paid_subsidy_month: AmountIn
    """The subsidy (fleksløntilskud) that was paid, before tax and ATP."""
    before_tax_confirmed: StrictBool = False
    """True if that amount has been double-checked: it is before tax."""
    paid_atp_month: AmountIn | None = None
    """ATP withheld from it."""

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        refuse_a_monthly_wage(self.hourly_wage)
        for one, other in ALTERNATIVES:
            # For an amount in kroner, 0 counts as absent.
            if self._has(one) and self._has(other) and (one not in AMOUNTS_IN_KRONER or getattr(self, one)):
                raise refuse(N_("Give one of two alternatives, not both."), field=other, allowed=f"{one} / {other}")
        given = [getattr(self, part) for part in PARTS_OF_CEILING if self._has(part)]
        self._needs("ceiling_month", because=bool(given))
        self._needs("several_months", because=self.several_months_pay is not None)
        self._needs("several_months_pay", because=self.several_months is not None)
        self._needs("paid_hours_per_week", because=self.full_time_hours_per_week is not None)
        if self.benefit_not_claimed and not self.benefit_month:
            raise refuse(N_("This field is missing."), field="benefit_month")
        if self.ceiling_month is not None and self.ceiling_month <= LIKELY_A_MONTHLY_WAGE:
            raise refuse(N_("Is this an hourly wage?"), field="ceiling_month", allowed=f"> {LIKELY_A_MONTHLY_WAGE}")
        if given and sum(given) >= (self.ceiling_month or 0):
            allowed = f"> {' + '.join(PARTS_OF_CEILING)}"
            raise refuse(N_("The parts together are not below the whole."), field="ceiling_month", allowed=allowed)
        if sum(getattr(self, part) or 0 for part in PARTS_OF_WAGE) > self.wage_month:
            allowed = f"≥ {' + '.join(PARTS_OF_WAGE)}"
            raise refuse(N_("The parts together are more than the whole."), field="wage_month", allowed=allowed)
        return self

    def _has(self, name: str) -> bool:
        return getattr(self, name) is not None

    def _needs(self, name: str, *, because: bool) -> None:
        if because and not self._has(name):
            raise refuse(N_("This field is missing."), field=name)

    def _pension(self) -> tuple[Decimal, Decimal]:
        """Both shares in DKK; a share given in per cent takes the place of one in DKK."""
        percent = PensionPercent(self.own_pension_percent or ZERO, self.employer_pension_percent or ZERO)
        # Amounts outside the gross wage or paid into a holiday account carry no pension.
        wage = self.wage_month - self.taxed_goods_month - self.holiday_earned_month
        own, employer = percent.in_kroner(wage, pension_is_in=self.pension_included, own_atp=self.own_atp_month)
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
            pension_is_in=self.pension_included,
            own_pension_month=own_pension,
            employer_pension_month=employer_pension,
            other_wage_month=self.other_wage_month,
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
