"""The months of a check as the sealed session keeps them: as typed, by position, and read back through the form."""

from collections.abc import Mapping
from typing import Any

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.serving.sessions import Entry
from salary.law.payout.month import MOST_MONTHS, PaidMonth
from salary.law.payout.questions import QuestionKey
from salary.pages.payout_forms import PayoutForm

NAMES = (
    "month-year", "month-month", "wage_kind", "wage", "own_pension", "employer_pension", "subsidy", "ceiling_kind",
    "ceiling", "atp", "other_wage", "benefit", "holiday_earned", "holiday_held", "several_pay", "several_months",
    "pace", "ceiling_pension", "ceiling_supplements", "ceiling_holiday",
    "taxed_goods", "holiday_supplement", "once_paid", "ceiling_once", "own_atp", "paid_hours", "full_time_hours",
    "pension_unit", "care_pay", "benefit_lost", "holiday_days", "days_in_job", "ceiling_ok", "before_tax_ok",
)  # fmt: skip
"""What is typed for a month, in the order in which it is kept; new ones come at the end."""

OF_ONE_MONTH = {
    "subsidy", "atp", "benefit", "holiday_earned", "holiday_held", "several_pay", "several_months",
    "holiday_supplement", "once_paid", "ceiling_once", "benefit_lost", "holiday_days", "days_in_job", "ceiling_ok",
    "before_tax_ok",
}  # fmt: skip
"""Fields that usually change from month to month, so they are not copied."""

Typed = dict[str, str]
Kept = list[tuple[Typed, PaidMonth]]


def pack(typed: Typed) -> list[str]:
    """What is kept of a month: its values by position, without the empty ones at the end."""
    values = [typed.get(name, "") for name in NAMES]
    while values and not values[-1]:
        values.pop()
    return values


def kept_months(session: Mapping[str, Any], last_month: Month) -> Kept:
    """The months kept, by time, each as typed and as a PaidMonth, as far as they still can be checked."""
    found: dict[Month, tuple[Typed, PaidMonth]] = {}
    for values in session.get(Entry.PAYOUTS, [])[:MOST_MONTHS]:
        typed = {name: value for name, value in zip(NAMES, values, strict=False) if value}
        paid = PayoutForm(typed, complain=True, last_month=last_month).paid_month()
        if paid:
            found[paid.month] = typed, paid
    return [found[month] for month in sorted(found)]


ANSWERS = {
    QuestionKey.CEILING_BELOW_WAGE: "ceiling_ok",
    QuestionKey.CEILING_BELOW_FULL_TIME_WAGE: "ceiling_ok",
    QuestionKey.AFTER_TAX: "before_tax_ok",
}
"""The field that answers a question about a month."""


def free_month(after: Month, kept: Kept, last_month: Month) -> Month | None:
    """The next month that is not there yet, or the nearest one before; None where no more fit in."""
    there = {paid.month for _, paid in kept}
    if len(there) >= MOST_MONTHS:
        return None
    later = (after.plus(months=step) for step in range(1, MOST_MONTHS + 1))
    earlier = (after.plus(months=-step) for step in range(1, MOST_MONTHS + 1))
    return next((month for month in (*later, *earlier) if month not in there and month <= last_month), None)


def copied(typed: Typed, to: Month) -> Typed:
    """The same month once more for another one, without what is mostly another then."""
    same = {name: value for name, value in typed.items() if name in NAMES and name not in OF_ONE_MONTH}
    return {**same, "month-month": str(to.month), "month-year": str(to.year)}
