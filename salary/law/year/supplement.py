"""The holiday supplement (ferietillæg) of one per cent, paid with the wage of May and August (ferieloven § 18)."""

from __future__ import annotations

from collections.abc import Iterator

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import HOLIDAY
from fleksjob_site.kernel.money import whole_ore
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import Kroner, Percent
from salary.law.year.plan import Event, EventKind, Plan

SUPPLEMENT_PERCENT = Percent(1)
"""For those paid by the month, with full pay on public holidays and sick days (ferieloven § 16, stk. 1)."""
HOLIDAY_MONEY_PERCENT = Percent("12.5")
"""What others get instead (ferieloven § 16, stk. 2)."""
SOURCES = (Source(HOLIDAY, "§ 16, stk. 1-2"), Source(HOLIDAY, "§ 18"))
"""Who gets which, and when the supplement is paid."""

MONTHS_EARNED = {5: 9, 8: 3}
"""By the month of payment, how many months the supplement is for; § 18 also allows it to come with each holiday."""


def holiday_supplements(plan: Plan) -> tuple[Event, ...]:
    """The supplements within a plan's rows, kr.: of the wage with one's own pension, without the employer's.

    Empty where the pension in the wage is not known. A supplement for months before the job started is left out.
    """
    return tuple(_events(plan))


def _events(plan: Plan) -> Iterator[Event]:
    for month in (plan.first.plus(months=number) for number in range(-1, plan.months)):
        earned = MONTHS_EARNED.get(month.month)
        if not earned:
            continue
        # May closes the year it is in; August pays for June, July and itself.
        wages = [_gross(plan, month.plus(months=-number)) for number in range(earned)]
        if None not in wages:
            amount = whole_ore(sum(wage for wage in wages if wage is not None) * SUPPLEMENT_PERCENT / 100)
            if amount:
                yield Event(month, EventKind.HOLIDAY_SUPPLEMENT, Kroner(amount))


def _gross(plan: Plan, month: Month) -> Kroner | None:
    terms = plan.terms_in(month)
    if terms.employer_pension_month is None:
        return None
    if not plan.is_in_job(month) or plan.days_in_job(month) is not None:
        # A part of a month is left out rather than guessed: the first supplement can be a little higher.
        return Kroner(0)
    return Kroner(terms.wage.month + terms.case.own_atp_month - terms.employer_pension_month)
