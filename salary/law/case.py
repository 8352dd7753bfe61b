"""One month of one person: how the wage is made up, and what else affects the subsidy (LAB §§ 122-124)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Hours
from fleksjob_site.kernel.working_time import FULL_TIME_HOURS_WEEK

ZERO = Decimal(0)

DAYS_OF_MONTH = Decimal(260) / 12
"""Working days of an average month (BEK 227/2024 § 2, stk. 2, and BEK 811/2014 § 2 before it)."""


@dataclass(frozen=True, slots=True)
class HourlyWage:
    """Agreed pay, kr. an hour."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class FullTimeWage:
    """Agreed pay, kr. for a full-time month."""

    amount: Decimal


Pay = HourlyWage | FullTimeWage


@dataclass(frozen=True, slots=True)
class HoursAtWork:
    """Hours at work a week, work pace (arbejdsintensitet) in per cent of an ordinary one, and the agreed pay."""

    hours_week: Decimal
    pace_percent: Decimal
    pay: Pay

    @property
    def paid_hours_week(self) -> Hours:
        """Paid hours (løntimer): hours at work × pace (LAB § 122, stk. 2)."""
        return Hours(self.hours_week * self.pace_percent / 100)


@dataclass(frozen=True, slots=True)
class PaidHours:
    """Paid hours (løntimer) a week, and the agreed pay."""

    paid_hours_week: Hours
    pay: Pay


@dataclass(frozen=True, slots=True)
class MonthWage:
    """The wage of the month, kr.; `pay`, where given, only says what full time would pay."""

    amount: Decimal
    pay: Pay | None = None

    @property
    def paid_hours_week(self) -> None:
        """The wage of a month alone does not say how many hours it pays for."""


@dataclass(frozen=True, slots=True)
class Case:
    """A month to calculate: kr. a month, hours a week, per cent; all before tax.

    `pension_on_top_percent` comes on top of the wage given. `own_atp_month` is included in that wage but does not
    count: the income register leaves it out (BEK 227/2024 § 1, stk. 1, nr. 1, § 14). `benefit_month` is sickness or
    parental benefit of the month, which was not paid where `benefit_claimed` is False. Only a month with a benefit can
    have a subsidy without a wage (LAB § 124, stk. 3-4); the curve and what builds on it leave benefits out.
    `side_business_month` is the surplus of a side business (BEK 227/2024 § 1, stk. 1, nr. 3).
    `assume_newest_rates` calculates a month that has no rates yet with the newest. `ceiling_is_assumed` says that the
    ceiling was added up from a payslip and not stated by the employer.
    """

    month: Month
    work: HoursAtWork | PaidHours | MonthWage
    ceiling_month: Decimal | None = None
    pension_on_top_percent: Decimal = ZERO
    supplements_full_time_month: Decimal = ZERO
    other_wage_month: Decimal = ZERO
    benefit_month: Decimal = ZERO
    full_time_hours_week: Decimal = FULL_TIME_HOURS_WEEK
    own_atp_month: Decimal = ZERO
    benefit_claimed: bool = True
    assume_newest_rates: bool = False
    side_business_month: Decimal = ZERO
    ceiling_is_assumed: bool = False

    @classmethod
    def from_fields(
        cls,
        month: Month,
        *,
        hours_week: Decimal | None = None,
        pace_percent: Decimal | None = None,
        paid_hours_week: Decimal | None = None,
        hourly_wage: Decimal | None = None,
        full_time_wage_month: Decimal | None = None,
        wage_month: Decimal | None = None,
        **rest: Any,
    ) -> Case:
        """A case from separate values, of which those that do not apply are None; ValueError if they do not fit."""
        match hourly_wage, full_time_wage_month:
            case (Decimal() as amount, None):
                pay: Pay | None = HourlyWage(amount)
            case (None, Decimal() as amount):
                pay = FullTimeWage(amount)
            case (None, None):
                pay = None
            case _:
                raise ValueError("give an hourly wage or a full-time wage, not both")
        match wage_month, hours_week, pace_percent, paid_hours_week:
            case (Decimal() as amount, None, None, None):
                return cls(month, MonthWage(amount, pay), **rest)
            case (None, Decimal() as hours, Decimal() as pace, None) if pay:
                return cls(month, HoursAtWork(hours, pace, pay), **rest)
            case (None, None, None, Decimal() as hours) if pay:
                return cls(month, PaidHours(Hours(hours), pay), **rest)
        raise ValueError("give the wage of the month, or hours with a pace or paid hours, and a pay")

    @property
    def fields(self) -> dict[str, Any]:
        """The reverse of `from_fields`, without the month."""
        work, pay = self.work, self.work.pay
        at_work = work if isinstance(work, HoursAtWork) else None
        return {
            "hours_week": at_work and at_work.hours_week,
            "pace_percent": at_work and at_work.pace_percent,
            "paid_hours_week": work.paid_hours_week if isinstance(work, PaidHours) else None,
            "hourly_wage": pay.amount if isinstance(pay, HourlyWage) else None,
            "full_time_wage_month": pay.amount if isinstance(pay, FullTimeWage) else None,
            "wage_month": work.amount if isinstance(work, MonthWage) else None,
            "ceiling_month": self.ceiling_month,
            "pension_on_top_percent": self.pension_on_top_percent,
            "supplements_full_time_month": self.supplements_full_time_month,
            "other_wage_month": self.other_wage_month,
            "benefit_month": self.benefit_month,
            "full_time_hours_week": self.full_time_hours_week,
            "own_atp_month": self.own_atp_month,
            "benefit_claimed": self.benefit_claimed,
            "assume_newest_rates": self.assume_newest_rates,
            "side_business_month": self.side_business_month,
            "ceiling_is_assumed": self.ceiling_is_assumed,
        }

    @property
    def other_income_month(self) -> Decimal:
        """Other wage and a side business, which count like the wage, kr. a month (BEK 227/2024 § 3, stk. 5)."""
        return self.other_wage_month + self.side_business_month

    @property
    def paid_benefit_month(self) -> Decimal:
        """The benefit that was paid, which counts against the ceiling, kr. a month (BEK 227/2024 § 3, stk. 3)."""
        return self.benefit_month if self.benefit_claimed else ZERO

    @property
    def bare_pay_per_weekly_hour(self) -> Decimal | None:
        """The agreed pay, kr. a month for each paid hour a week; None where none is known."""
        match self.work.pay:
            case HourlyWage(amount):
                return 52 * amount / 12
            case FullTimeWage(amount):
                return amount / self.full_time_hours_week
            case None:
                return None

    @property
    def pay_per_weekly_hour(self) -> Decimal | None:
        """The same with pension on top and supplements."""
        pay = self.bare_pay_per_weekly_hour
        if pay is None:
            return None
        with_pension = (100 + self.pension_on_top_percent) / 100
        return pay * with_pension + self.supplements_full_time_month / self.full_time_hours_week

    @property
    def gross_wage_month(self) -> Decimal:
        """What a pension on top is a percentage of: the wage without it and without supplements, kr. a month."""
        match self.work:
            case MonthWage(amount):
                return amount
            case _:
                pay = self.bare_pay_per_weekly_hour
                return ZERO if pay is None else pay * (self.work.paid_hours_week or ZERO)

    @property
    def employer_pension_month(self) -> Decimal | None:
        """The employer's pension in the wage that counts, kr. a month; None where it can't be derived.

        A month's wage may already include it, and supplements include an unknown part.
        """
        known = self.pension_on_top_percent or not isinstance(self.work, MonthWage)
        if not known or self.supplements_full_time_month:
            return None
        return self.gross_wage_month * self.pension_on_top_percent / 100

    def with_pension_on_top(self, kroner_month: Decimal) -> Case:
        """The same case with this pension on top, kr. a month; none without a gross wage to take a percentage of."""
        gross = self.gross_wage_month
        return replace(self, pension_on_top_percent=kroner_month * 100 / gross if gross else ZERO)

    def with_pay(self, pay: Pay) -> Case:
        """The same case at another pay."""
        return replace(self, work=replace(self.work, pay=pay))
