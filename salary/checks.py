"""Django's system checks of the rates: they only warn, since the site goes on without the newest rates."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.checks import CheckMessage, Warning
from django.utils.timezone import localdate

from fleksjob_site.kernel.calendar import Month
from salary.drafting import is_drafted
from salary.rates import Rates, periods

# The rates of a year are published in December at the latest.
_NEXT_YEAR_FROM_MONTH = 12


def rates_are_there_and_published(**_options: Any) -> list[CheckMessage]:
    """What is amiss with the rate files today."""
    return amiss_on(localdate(), periods())


def amiss_on(day: date, known: Sequence[Rates]) -> list[CheckMessage]:
    """Warns of months without rates this year, from 1 December also next year, and of every drafted file."""
    found: list[CheckMessage] = []
    missing = _first_month_without_rates(day.year, known)
    if missing:
        found.append(Warning(f"No rates for {missing}.", hint=_how_to_draft(day.year), id="salary.W001"))
    if day.month >= _NEXT_YEAR_FROM_MONTH:
        missing = _first_month_without_rates(day.year + 1, known)
        if missing:
            found.append(Warning(f"No rates for {missing}.", hint=_how_to_draft(day.year + 1), id="salary.W002"))
    # Pages and API offer every month that a file covers, so a drafted one is in use from the day it is there.
    found.extend(
        Warning(
            f"The rates from {rates.valid_from} to {rates.valid_to} are drafted, not published.",
            hint="Put the published figures, their sources and statuses into the file.",
            id="salary.W003",
        )
        for rates in known
        if is_drafted(rates)
    )
    return found


def _first_month_without_rates(year: int, known: Sequence[Rates]) -> Month | None:
    # A law may change in the middle of a year, as in 2017, and leave a file that ends there.
    months = (Month(year, number) for number in range(1, 13))
    return next((month for month in months if not any(r.valid_from <= month <= r.valid_to for r in known)), None)


def _how_to_draft(year: int) -> str:
    return f"Write salary/rates/{year}.toml; manage.py draft_rates {year} --tilpasningsprocent X drafts it."
