"""What somebody expects of the months ahead: the terms of the job, how they change, and what happens once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import N_
from salary.law.calculation import MORE_INCOME_IN_CEILING_FROM
from salary.law.case import ZERO, Case
from salary.law.net import TaxCard
from salary.law.wage import Wage, wage_of

EARLIEST_FIRST = MORE_INCOME_IN_CEILING_FROM.plus(months=1)
"""The first row that forms and API accept: the wage of the month before must meet today's rules."""
MAX_MONTHS = 24
ONE_YEAR_LATER = 13
"""Rows from a month to the same month of the next year, both included."""


class EventKind(StrEnum):
    """What can happen in a month; callers of the API hold these keys."""

    HOLIDAY_SUPPLEMENT = "holiday-supplement"
    FREE_CHOICE = "free-choice"
    HOLIDAY_UNPAID = "holiday-unpaid"
    HOLIDAY_WITH_UNEMPLOYMENT_ALLOWANCE = "holiday-with-unemployment-allowance"
    UNPAID_LEAVE = "unpaid-leave"
    SICKNESS_BENEFIT = "sickness-benefit"
    PARENTAL_BENEFIT = "parental-benefit"

    @property
    def counts_days(self) -> bool:
        """Whether it is given in days without wage, and not in kroner."""
        return self in _IN_DAYS

    @property
    def label(self) -> str:
        """The message id that pages show."""
        return _LABELS[self]


_IN_DAYS = {EventKind.HOLIDAY_UNPAID, EventKind.HOLIDAY_WITH_UNEMPLOYMENT_ALLOWANCE, EventKind.UNPAID_LEAVE}
_LABELS = {
    EventKind.HOLIDAY_SUPPLEMENT: N_("Holiday supplement (ferietillæg)"),
    EventKind.FREE_CHOICE: N_("Free-choice or public-holiday pay, paid out once (fritvalg, SH)"),
    EventKind.HOLIDAY_UNPAID: N_("Holiday without pay"),
    EventKind.HOLIDAY_WITH_UNEMPLOYMENT_ALLOWANCE: N_("Holiday with unemployment allowance (ledighedsydelse)"),
    EventKind.UNPAID_LEAVE: N_("Other days without pay"),
    EventKind.SICKNESS_BENEFIT: N_("Sickness benefit paid to you (sygedagpenge)"),
    EventKind.PARENTAL_BENEFIT: N_("Parental benefit paid to you (barselsdagpenge)"),
}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happens in a month: `amount` in kr. before tax, or `days` of work without wage."""

    month: Month
    kind: EventKind
    amount: Decimal = ZERO
    days: int = 0


@dataclass(frozen=True)
class Terms:
    """The job from a month on, as a case whose own month is not used, and the pension in its wage, kr. a month.

    `employer_pension_month` is None where it is not known; nothing then says what reaches the account.
    """

    since: Month
    case: Case
    employer_pension_month: Decimal | None
    own_pension_month: Decimal = ZERO

    @cached_property
    def wage(self) -> Wage:
        """The wage of a whole month; it does not depend on which."""
        return wage_of(self.case)


@dataclass(frozen=True, slots=True)
class Plan:
    """The months to plan: `months` from `first` on, with the terms in order and at least one of them.

    The first terms apply to the months before them too, back to `job_starts`, where that is given. The wage of the
    month before `first` sets its subsidy, so an event of that month counts as well.
    """

    first: Month
    terms: tuple[Terms, ...]
    months: int = ONE_YEAR_LATER
    events: tuple[Event, ...] = ()
    job_starts: date | None = None
    card: TaxCard | None = None

    def terms_in(self, month: Month) -> Terms:
        """The terms of a month: the last that have begun."""
        return next((terms for terms in reversed(self.terms) if terms.since <= month), self.terms[0])

    def is_in_job(self, month: Month) -> bool:
        """Whether the job has started in that month."""
        return self.job_starts is None or Month.of(self.job_starts) <= month

    def days_in_job(self, month: Month) -> int | None:
        """Working days from the start to the end of the month it starts in; None for a whole month."""
        start = self.job_starts
        if start is None or Month.of(start) != month:
            return None
        days, whole = _weekdays(start, month.last_day), _weekdays(month.first_day, month.last_day)
        return None if days == whole else days

    def events_in(self, month: Month, *kinds: EventKind) -> tuple[Event, ...]:
        """The events of a month in the job, all or only those of some kinds."""
        if not self.is_in_job(month):
            return ()
        return tuple(event for event in self.events if event.month == month and (not kinds or event.kind in kinds))


def _weekdays(first: date, last: date) -> int:
    """Days from Monday to Friday, first and last included; public holidays are not taken out."""
    return sum(date.fromordinal(day).weekday() < 5 for day in range(first.toordinal(), last.toordinal() + 1))
