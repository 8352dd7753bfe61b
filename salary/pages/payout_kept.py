"""The months of a check as the session stores them: as typed, by position, and read back through the form."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.serving.parts import Entry
from salary.law.payout.month import MAX_MONTHS, PaidMonth
from salary.law.payout.questions import QuestionKey
from salary.pages.payout_forms import PayoutForm

NAMES = (
    "month-year", "month-month", "wage_kind", "wage", "own_pension", "employer_pension", "subsidy", "ceiling_kind",
    "ceiling", "atp", "other_wage", "benefit", "holiday_earned", "holiday_held", "several_pay", "several_months",
    "pace", "ceiling_pension", "ceiling_supplements", "ceiling_holiday",
    "taxed_goods", "holiday_supplement", "once_paid", "ceiling_once", "own_atp", "paid_hours", "full_time_hours",
    "pension_unit", "care_pay", "benefit_lost", "holiday_days", "days_in_job", "ceiling_ok", "before_tax_ok",
    "side_business",
)  # fmt: skip
"""What is typed for a month, in the order in which it is kept; new ones come at the end."""

NOT_COPIED = {
    "subsidy", "atp", "benefit", "holiday_earned", "holiday_held", "several_pay", "several_months",
    "holiday_supplement", "once_paid", "ceiling_once", "benefit_lost", "holiday_days", "days_in_job", "ceiling_ok",
    "before_tax_ok",
}  # fmt: skip
"""Fields that usually change from month to month, so they are not copied."""

_MAX_ROWS = 2 * MAX_MONTHS
"""Room for rows of a newer release, which this one can't read, among the others."""

_NAMED = re.compile(r"([a-z][a-z0-9_-]*)=(.*)", re.DOTALL)

Row = list[str]
"""A month as it is kept: values by position, then fields of a newer release as `name=value`."""

Typed = dict[str, str]
Kept = list[tuple[Typed, PaidMonth]]


def pack(typed: Typed, instead_of: Row | None = None) -> Row:
    """A month as a row without trailing empty values; fields of a newer release are copied from `instead_of`."""
    beyond = (instead_of or [])[len(NAMES) :]
    beyond += [f"{name}={text}" for name, text in typed.items() if name not in {*NAMES, "replaces"} and text]
    values = [typed.get(name, "") for name in NAMES] + beyond
    while values and not values[-1]:
        values.pop()
    return values


def unpack(row: Row) -> Typed:
    """What was typed for a month; a field that only a newer release knows keeps the place or the name it has."""
    typed = {name: text for name, text in zip(NAMES, row, strict=False) if text and not _NAMED.fullmatch(text)}
    return typed | {named[1]: named[2] for named in map(_NAMED.fullmatch, row) if named}


def read_month(row: Row, last_month: Month) -> tuple[Typed, PaidMonth] | None:
    """A month as typed and as a PaidMonth; None where it can't be checked by this release."""
    typed = unpack(row)
    paid = PayoutForm(typed, require_all=True, last_month=last_month).paid_month()
    return (typed, paid) if paid else None


def without(rows: list[Row], months: set[str], last_month: Month) -> tuple[list[Row], list[Row]]:
    """The rows of other months, and those of these months; rows that can't be read stay among the others."""
    read = [(row, read_month(row, last_month)) for row in rows]
    taken = [row for row, month in read if month and str(month[1].month) in months]
    return [row for row in rows if row not in taken], taken


def kept_months(session: Mapping[str, Any], last_month: Month) -> Kept:
    """The months kept that can still be checked, in order, each as typed and as a PaidMonth."""
    found: dict[Month, tuple[Typed, PaidMonth]] = {}
    for row in session.get(Entry.PAYOUTS, [])[:_MAX_ROWS]:
        month = read_month(row, last_month)
        if month:
            found[month[1].month] = month
    return [found[month] for month in sorted(found)]


CONFIRM_FIELDS = {
    QuestionKey.CEILING_BELOW_WAGE: "ceiling_ok",
    QuestionKey.CEILING_BELOW_FULL_TIME_WAGE: "ceiling_ok",
    QuestionKey.AFTER_TAX: "before_tax_ok",
}
"""The field that answers a question about a month."""


def with_answer(row: Row, month: Month, field: str, last_month: Month) -> Row:
    """The row with this field ticked if it is the row of this month, else unchanged."""
    read = read_month(row, last_month)
    if not read or read[1].month != month:
        return row
    known = {name: text for name, text in read[0].items() if name in NAMES}
    return pack({**known, field: "1"}, row)


def free_month(after: Month, there: Collection[Month], last_month: Month) -> Month | None:
    """The next month that has not been entered, or the nearest one before; None where no more fit in."""
    if len(there) >= MAX_MONTHS:
        return None
    later = (after.plus(months=step) for step in range(1, MAX_MONTHS + 1))
    earlier = (after.plus(months=-step) for step in range(1, MAX_MONTHS + 1))
    return next((month for month in (*later, *earlier) if month not in there and month <= last_month), None)


def copied(typed: Typed, to: Month) -> Typed:
    """The same entries for another month, without the fields that usually change."""
    same = {name: value for name, value in typed.items() if name in NAMES and name not in NOT_COPIED}
    return {**same, "month-month": str(to.month), "month-year": str(to.year)}
