"""The request body of a payout check: several months, and checks across them."""

from datetime import date
from typing import Self

from django.utils.timezone import localdate
from pydantic import Field, model_validator

from fleksjob_site.api.answers import DayIn
from fleksjob_site.api.gate import Body, refuse
from fleksjob_site.api.paid_month import PaidMonthIn
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import N_
from salary.law.payout.month import MAX_MONTHS, PaidMonth, last_paid_for


class PayoutCheckIn(Body):
    """Up to twelve months, in any order."""

    months: list[PaidMonthIn] = Field(min_length=1, max_length=MAX_MONTHS)
    on: DayIn = Field(default_factory=localdate)
    """The day from which the twelve months that can be corrected are counted back; today if omitted."""

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
        """The validated months as the law code takes them, and the day."""
        return tuple(given.paid() for given in self.months), self.on
