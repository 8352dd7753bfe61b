"""A job as its employer sees it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from salary.law.case import Case

WEEKS = 52
"""Of a year, as the rules on flexi-jobs count (BEK 227/2024 § 13, stk. 2)."""
HOLIDAY_WEEKS = 5
"""25 days a year at 2.08 days a month (ferieloven § 5, stk. 1)."""


class Holiday(StrEnum):
    """How holiday is paid (ferieloven § 16)."""

    PAY = "pay"
    """The wage goes on, with a supplement of 1%."""
    MONEY = "money"
    """No wage during holiday, but 12.5% holiday pay."""


@dataclass(frozen=True, slots=True)
class Job:
    """A job as its employer sees it: the wage of an ordinary month, how holiday is paid, and all hours at work a week.

    ATP goes by hours at work; `hours_week` is None where only the paid hours are known, which then stand for them.
    """

    case: Case
    holiday: Holiday
    hours_week: Decimal | None = None

    @property
    def hours_for_atp(self) -> Decimal:
        return self.hours_week if self.hours_week is not None else self.paid_hours_week

    @property
    def paid_hours_week(self) -> Decimal:
        hours = self.case.work.paid_hours_week
        assert hours is not None, "an employer's job has paid hours"
        return hours

    @property
    def paid_weeks(self) -> int:
        """The weeks of a year that the wage is paid for."""
        return WEEKS - (HOLIDAY_WEEKS if self.holiday is Holiday.MONEY else 0)
