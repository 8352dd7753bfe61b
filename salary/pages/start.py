"""The initial values of the income form, and the months that it has rates for."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.texts.writing import fill
from salary.law.rates import NoRates, month_of_rates, newest_month_with_rates, periods, rates_for


def starting_month(today: Month) -> Month:
    """This month, or the newest that has rates."""
    try:
        rates_for(today)
    except NoRates:
        return newest_month_with_rates()
    return today


def no_rates_message(month: Month) -> str:
    """That a month has no rates, and which months do; it names the month, so that another one is heard as another."""
    text = gettext("There are no rates for {month}. Enter a month from {first} to {last}.")
    return fill(text, month=month, first=periods()[0].valid_from, last=periods()[-1].valid_to)


def check_rates(month: Month, *, assume_newest: bool = False) -> None:
    """ValidationError for a month without rates, unless it is a later one and the newest must stand for it."""
    try:
        rates_for(month_of_rates(month, assume_newest=assume_newest))
    except NoRates:
        raise ValidationError(no_rates_message(month)) from None


def blank(today: Month) -> dict[str, str]:
    """What the form holds before anything is typed."""
    month = starting_month(today)
    return {
        "efficiency_percent": "100",
        "wage_kind": "hourly",
        "pension_on_top_percent": "0",
        "own_atp_kind": "usual",
        "month-month": str(month.month),
        "month-year": str(month.year),
        "supplements_full_time_month": "0",
        "other_wage_month": "0",
        "side_business_month": "0",
        "full_time_hours_per_week": "37",
    }


def with_initial_values(typed: Mapping[str, str], today: Month) -> dict[str, str]:
    """What was typed, with the form's initial values where a field is missing.

    A form stored before it asked for ATP keeps the amounts it gave: those without ATP.
    """
    without_atp = {"own_atp_kind": ""} if typed else {}
    return {**blank(today), **without_atp, **typed}
