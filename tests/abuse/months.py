"""Brings generated months of a check of payouts together, where a schema can't say how they depend on each other."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate

from fleksjob_site.api.decimals import PLAIN_DECIMAL
from fleksjob_site.kernel.calendar import Month
from salary.law.payout.month import MAX_MONTHS
from salary.law.rates import periods

# What is part of what; the whole comes first.
_WHOLES = (
    (
        "wage_month",
        "holiday_earned_month",
        "several_months_pay",
        "taxed_goods_month",
        "holiday_supplement_month",
        "once_paid_month",
    ),
    ("ceiling_month", "ceiling_pension_month", "ceiling_supplements_month", "ceiling_holiday_pay_month"),
)

_WITH_RATES = [
    str(Month(year, month))
    for year in range(periods()[0].valid_from.year, periods()[-1].valid_to.year + 1)
    for month in range(1, 13)
]


def bring_months_together(body: dict[str, Any]) -> None:
    """Make all months different and already paid for, and no part larger than its whole; leave invalid values alone."""
    months = [given for given in body["months"] if isinstance(given, dict) and given.get("month") in _WITH_RATES]
    if len(body["months"]) > MAX_MONTHS:
        return
    _tell_apart(months)
    _let_the_day_come(months, body)
    for given in months:
        for whole, *parts in _WHOLES:
            there = [part for part in parts if number_of(given.get(part)) is not None]
            limit = number_of(given.get(whole))
            if limit is not None and sum(number_of(given[part]) or 0 for part in there) >= limit:
                given.update(dict.fromkeys(there, 0))
        if given.get("benefit_not_claimed") is True and number_of(given.get("benefit_month", 0)) == 0:
            given["benefit_month"] = 1
        for share in ("own", "employer"):
            if given.get(f"{share}_pension_percent") is not None and number_of(given.get(f"{share}_pension_month")):
                given[f"{share}_pension_month"] = 0


def _tell_apart(months: list[dict[str, Any]]) -> None:
    seen: set[str] = set()
    for given in months:
        if given["month"] in seen:
            given["month"] = next(month for month in _WITH_RATES if month not in seen)
        seen.add(given["month"])


def _let_the_day_come(months: list[dict[str, Any]], body: dict[str, Any]) -> None:
    try:
        on = date.fromisoformat(body["on"]) if "on" in body else localdate()
    except (TypeError, ValueError):
        return
    last = max((Month.parse(given["month"]) for given in months), default=Month.of(on))
    if last >= Month.of(on):
        body["on"] = last.plus(months=1).first_day.isoformat()


def number_of(value: object) -> Decimal | None:
    """A number as the API reads it, from JSON or from a string; None for anything else."""
    match value:
        case bool():
            return None
        case int() | float():
            return Decimal(str(value))
        case str() if PLAIN_DECIMAL.fullmatch(value):
            return Decimal(value)
    return None
