"""Maintenance due for the rate files: months without rates, and drafts that await the published figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fleksjob_site.kernel.calendar import Month
from salary.law.drafting import is_drafted
from salary.law.rates import Rates

# The rates of a year are published in December at the latest.
_NEXT_YEAR_FROM_MONTH = 12


@dataclass(frozen=True, slots=True)
class MissingMonth:
    """The first month of a year that no rate file covers."""

    month: Month

    def __str__(self) -> str:
        return f"No rates for {self.month}."


@dataclass(frozen=True, slots=True)
class Draft:
    """A rate file that `draft_rates` wrote and nobody has checked against the published figures."""

    first: Month
    last: Month

    def __str__(self) -> str:
        return f"The rates from {self.first} to {self.last} are drafted, not published."


def upkeep(day: date, known: Sequence[Rates]) -> tuple[MissingMonth | Draft, ...]:
    """Months without rates in the year of `day` (from 1 December in the next one too), and every draft."""
    years = (day.year, day.year + 1) if day.month >= _NEXT_YEAR_FROM_MONTH else (day.year,)
    missing = (_first_month_without_rates(year, known) for year in years)
    drafts = (Draft(rates.valid_from, rates.valid_to) for rates in known if is_drafted(rates))
    return (*(MissingMonth(month) for month in missing if month), *drafts)


def _first_month_without_rates(year: int, known: Sequence[Rates]) -> Month | None:
    # A law may change in the middle of a year, as in 2017, and leave a file that ends there.
    months = (Month(year, number) for number in range(1, 13))
    return next((month for month in months if not any(r.valid_from <= month <= r.valid_to for r in known)), None)
