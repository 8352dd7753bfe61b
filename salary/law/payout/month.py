"""One month of a payslip and of what the municipality paid for it, and the wage that counts (BEK 227/2024 §§ 1-6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.money import exact
from fleksjob_site.kernel.text import Kroner
from fleksjob_site.kernel.working_time import FULL_TIME_HOURS_WEEK
from salary.law.case import ZERO, Case, FullTimeWage, HourlyWage, MonthWage, Pay
from salary.law.limits import MIN_PAID_HOURS_WEEK
from salary.law.one_month import MonthIncome

MAX_MONTHS = 12
"""How many months a check can have, and how far back a payment can be corrected (BEK 227/2024 § 4, stk. 4)."""


@dataclass(frozen=True, slots=True)
class Ceiling:
    """What is known of the wage ceiling (lønloft), kr. a month before tax.

    `stated_month` is what the employer has stated, and the three parts are those of it known to be pension,
    supplements and holiday pay. `hourly_wage` is the hourly wage at an ordinary pace, and `paid_hours_week` are the
    paid hours of the payslip: either gives a lower bound where no ceiling is stated. `added_up_month` is what the
    visitor has added up, and is taken as a lower bound too. Without any of these, the ceiling is unknown. `once_month`
    is added for this month: what the full-time wage has of pay that is paid once or a few times a year, None where that
    is not known (BEK 227/2024 § 12, stk. 4). `confirmed` says that the visitor has confirmed a low one.
    """

    stated_month: Decimal | None = None
    hourly_wage: Decimal | None = None
    pension_part_month: Decimal = ZERO
    supplements_part_month: Decimal = ZERO
    holiday_part_month: Decimal = ZERO
    paid_hours_week: Decimal | None = None
    full_time_hours_week: Decimal = FULL_TIME_HOURS_WEEK
    once_month: Decimal | None = None
    confirmed: bool = False
    added_up_month: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PaidMonth:
    """A month's income and what was paid for it, kr. before tax.

    The form and the API refuse parts that add up to more than the wage.

    `month`: the month of the wage; the subsidy for it is paid in the next.
    `wage_month`: the AM-income, without own pension and own ATP, unless `pension_included`.
    `pension_included`: `wage_month` includes all pension and `own_atp_month`.
    `holiday_earned_month`: part of the wage, paid into Feriekonto.
    `holiday_held_month`: from Feriekonto, on top of the wage.
    `several_months_pay`: part of the wage, for work in the last `several_months` months including this one.
    `taxed_goods_month`: part of `wage_month` that is not wage.
    `holiday_supplement_month`, `once_paid_month`: parts of the wage that are pay for the whole year.
    `benefit_claimed`: False where `benefit_month` is deducted though it was not paid.
    `care_pay_month`: compensation for lost earnings or care allowance.
    `side_business_month`: the surplus of a side business (BEK 227/2024 § 1, stk. 1, nr. 3).
    `holiday_unemployment_days`: days of holiday with ledighedsydelse in the month.
    `days_in_job`: None for a whole month.
    `before_tax_confirmed`: the visitor has confirmed a doubtful amount.
    `pace_percent`, `paid_atp_month`: None where they are not known.
    """

    month: Month
    wage_month: Decimal
    paid_subsidy_month: Decimal
    pension_included: bool = False
    own_pension_month: Decimal = ZERO
    employer_pension_month: Decimal = ZERO
    other_wage_month: Decimal = ZERO
    benefit_month: Decimal = ZERO
    holiday_earned_month: Decimal = ZERO
    holiday_held_month: Decimal = ZERO
    several_months_pay: Decimal = ZERO
    several_months: int = 1
    ceiling: Ceiling = Ceiling()
    pace_percent: Decimal | None = None
    paid_atp_month: Decimal | None = None
    taxed_goods_month: Decimal = ZERO
    holiday_supplement_month: Decimal = ZERO
    once_paid_month: Decimal = ZERO
    own_atp_month: Decimal = ZERO
    care_pay_month: Decimal = ZERO
    benefit_claimed: bool = True
    holiday_unemployment_days: int = 0
    days_in_job: int | None = None
    before_tax_confirmed: bool = False
    side_business_month: Decimal = ZERO

    @property
    def other_income_month(self) -> Decimal:
        """Other wage, and the surplus of a side business, which counts like it, kr. (BEK 227/2024 § 3, stk. 5)."""
        return self.other_wage_month + self.side_business_month

    @property
    def pension_month(self) -> Decimal:
        """The employee's and the employer's share together, kr. a month."""
        return self.own_pension_month + self.employer_pension_month

    @property
    def pension_to_add_month(self) -> Decimal:
        """The pension that is not yet in `wage_month`, kr. a month."""
        return ZERO if self.pension_included else self.pension_month

    @property
    def atp_in_wage_month(self) -> Decimal:
        """Own ATP as far as it is in `wage_month`: the AM-income is without it."""
        return self.own_atp_month if self.pension_included else ZERO

    @property
    def once_parts_month(self) -> Decimal:
        """What of `wage_month` is pay for the whole year, kr."""
        return self.holiday_supplement_month + self.once_paid_month

    @property
    def not_counted_month(self) -> Decimal:
        """What of `wage_month` does not count as wage in this month, kr. (BEK 227/2024 § 3, stk. 4, § 6)."""
        return self.holiday_earned_month + self.several_months_pay + self.taxed_goods_month

    @property
    def parts_month(self) -> Decimal:
        """All known parts of `wage_month` together, kr."""
        return self.not_counted_month + self.once_parts_month

    @property
    def full_time_wage_month(self) -> Decimal | None:
        """What full time gives by the visitor's sum or the hourly wage of the month, without what is paid once.

        None where it is not known.

        Own ATP is in it: whether it counts in the ceiling is not settled (BEK 227/2024 § 13, stk. 2).
        """
        ceiling = self.ceiling
        if ceiling.added_up_month is not None:
            return exact(ceiling.added_up_month)
        if ceiling.hourly_wage is not None:
            return exact(ceiling.hourly_wage * FULL_TIME_HOURS_WEEK * 52 / 12)
        # In a part of a month, the hours a week don't show the wage of a whole one.
        hours = ceiling.paid_hours_week
        if hours is None or hours < MIN_PAID_HOURS_WEEK or self.days_in_job is not None:
            return None
        ordinary = self.wage_month + self.pension_to_add_month + self.own_atp_month - self.atp_in_wage_month
        return exact((ordinary - self.parts_month) / hours * ceiling.full_time_hours_week)

    @property
    def share_of_several_months(self) -> Decimal:
        """The part of pay for several months that falls on each of them, kr. a month (BEK 227/2024 § 3, stk. 4)."""
        return self.several_months_pay / self.several_months

    def covers(self, month: Month) -> bool:
        """Whether its pay for several months was earned in that month too."""
        first = self.month.plus(months=1 - self.several_months)
        return bool(self.several_months_pay) and first <= month <= self.month


def last_paid_for(today: date) -> Month:
    """The newest month whose subsidy can have been paid: it is paid in the month after (BEK 227/2024 § 4, stk. 1)."""
    return Month.of(today).plus(months=-1)


def spread_into(month: PaidMonth, months: tuple[PaidMonth, ...]) -> Kroner:
    """The share of pay for several months, paid in this month or a later one, that falls on the month, kr."""
    return Kroner(sum((other.share_of_several_months for other in months if other.covers(month.month)), ZERO))


def counted_wage(month: PaidMonth, spread: Decimal) -> Kroner:
    """The wage from the fleksjob that counts, kr. a month with all pension (BEK 227/2024 §§ 1, 3 and 6).

    `spread` is what spread_into() gives.
    """
    wage = month.wage_month + month.pension_to_add_month - month.atp_in_wage_month - month.not_counted_month
    return Kroner(exact(max(ZERO, wage) + month.holiday_held_month + spread))


def month_ceiling(month: PaidMonth) -> Kroner | None:
    """The wage ceiling of the month as stated or assumed, with what is paid once in it, kr.; None where unknown."""
    stated = month.ceiling.stated_month
    ordinary = month.full_time_wage_month if stated is None else stated
    return None if ordinary is None else Kroner(exact(ordinary + (month.ceiling.once_month or ZERO)))


def income_of(month: PaidMonth, spread: Decimal) -> MonthIncome:
    """The month as input to one_month, with the ceiling if it is known."""
    claimed = month.benefit_claimed
    return MonthIncome(
        month=month.month,
        wage=counted_wage(month, spread),
        other_wage=month.other_income_month,
        care_pay=month.care_pay_month,
        benefit=month.benefit_month if claimed else ZERO,
        lost_benefit=ZERO if claimed else month.benefit_month,
        ceiling=month_ceiling(month),
        holiday_days=month.holiday_unemployment_days,
        days_in_job=month.days_in_job,
    )


def case_of(month: PaidMonth, wage: Decimal) -> Case:
    """The month as input to the calculation, with `wage` as the wage that counts, kr."""
    ceiling = month_ceiling(month)
    added_up = month.ceiling.stated_month is None and month.ceiling.added_up_month is not None
    known = month.ceiling.stated_month is not None or added_up
    return Case(
        month=month.month,
        work=MonthWage(wage, None if known else _pay(month, ceiling)),
        other_wage_month=month.other_wage_month + month.care_pay_month,
        side_business_month=month.side_business_month,
        benefit_month=month.benefit_month,
        ceiling_month=ceiling if known else None,
        full_time_hours_week=FULL_TIME_HOURS_WEEK if known else month.ceiling.full_time_hours_week,
        benefit_claimed=month.benefit_claimed,
        ceiling_is_assumed=added_up,
    )


def _pay(month: PaidMonth, ceiling: Decimal | None) -> Pay | None:
    """The pay that gives the assumed ceiling."""
    if ceiling is None:
        return None
    if month.ceiling.hourly_wage is not None and not month.ceiling.once_month:
        return HourlyWage(month.ceiling.hourly_wage)
    return FullTimeWage(ceiling)
