"""The request body of a payout check: several months, and checks across them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.timezone import localdate
from pydantic import Field
from pydantic_core import PydanticCustomError

from fleksjob_site.api.answers import DayIn
from fleksjob_site.api.gate import Body, Check
from fleksjob_site.api.paid_month import PaidMonthIn
from fleksjob_site.api.wrong import Code, refuse
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.serving.api import limits
from salary.law.payout.month import MAX_MONTHS, PaidMonth, last_paid_for


def _months(body: Any) -> Iterator[tuple[str, Month]]:
    """The place and month of each entry whose month can be read, though the rest of the entry may not."""
    for place, entry in enumerate(body.months or ()):
        if entry is not None and entry.month is not None:
            yield f"months.{place}.month", entry.month


def _twice(body: Any) -> Iterator[PydanticCustomError]:
    seen: set[Month] = set()
    for field, month in _months(body):
        if month in seen:
            yield refuse(Code.MONTH_TWICE, field=field)
        seen.add(month)


def _check_already_paid(body: Any) -> Iterator[PydanticCustomError]:
    last = last_paid_for(body.on)
    for field, month in _months(body):
        if month > last:
            yield refuse(Code.NOT_PAID_YET, field=field, allowed=f"≤ {last}", limits=limits(maximum=str(last)))


class PayoutCheckIn(Body):
    """Up to twelve months, in any order."""

    checks = (Check((), _twice), Check(("on",), _check_already_paid))
    parts = {"months": PaidMonthIn}  # noqa: RUF012  # a ClassVar in the base class

    months: list[PaidMonthIn] = Field(min_length=1, max_length=MAX_MONTHS)
    on: DayIn = Field(default_factory=localdate)
    """The day from which the twelve months that can be corrected are counted back; today if omitted."""

    def paid(self) -> tuple[tuple[PaidMonth, ...], date]:
        """The validated months as the law code takes them, and the day."""
        return tuple(given.paid() for given in self.months), self.on
