"""The rates of every period, read once from `rates/*.toml`: one self-contained file per period.

All files are read at start-up, so that a bad file stops the start and not a request.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, model_validator

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.data_file import BadFile, read_toml
from fleksjob_site.kernel.money import exact, whole_kroner
from fleksjob_site.kernel.text import Kroner, Percent
from salary.law.case import DAYS_OF_MONTH, Case
from salary.law.figure import STRICT, Figure, NamedFigure
from salary.law.figure_labels import LABELS, NOT_OF_THE_SUBSIDY

FOLDER = Path(__file__).parent / "rates"


class NoRates(LookupError):
    """No file covers the month; `periods` are those that exist, oldest first."""

    def __init__(self, month: Month, periods: tuple[Rates, ...]) -> None:
        existing = ", ".join(f"{rates.valid_from} to {rates.valid_to}" for rates in periods)
        super().__init__(f"no rates for {month}; there are rates for {existing}")
        self.month = month
        self.periods = periods


def _month(value: object) -> Month:
    if not isinstance(value, str):
        raise ValueError('a month is written "2024-01"')
    return Month.parse(value)


class Rates(BaseModel):
    """The rates (satser) of one period, `valid_from` and `valid_to` included.

    A key ends in its unit: `_day`, `_week`, `_month` and `_year` are kr. before tax, `_percent` and `procent` are per
    cent.
    """

    model_config = STRICT

    valid_from: Annotated[Month, BeforeValidator(_month)]
    valid_to: Annotated[Month, BeforeValidator(_month)]
    max_subsidy_month: Figure
    threshold_month: Figure
    highest_dagpenge_month: Figure | None = None
    highest_dagpenge_day: Figure | None = None
    share_of_dagpenge_percent: Figure
    reduction_below_percent: Figure
    reduction_above_percent: Figure
    atp_percent: Figure
    atp_most_month: Figure
    am_contribution_percent: Figure
    tax_without_card_percent: Figure
    own_atp_full_month: Figure | None = None
    own_atp_two_thirds_month: Figure | None = None
    own_atp_one_third_month: Figure | None = None
    obligatory_pension_percent: Figure | None = None
    tilpasningsprocent: Figure | None = None
    fixed_rise_percent: Figure | None = None
    self_employed_year: Figure | None = None
    ledighedsydelse_percent: Figure
    ledighedsydelse_parent_month: Figure | None = None
    ledighedsydelse_other_month: Figure | None = None
    sickness_benefit_week: Figure | None = None
    pension_single_year: Figure | None = None
    pension_couple_year: Figure | None = None
    pension_free_single_year: Figure | None = None
    pension_free_couple_year: Figure | None = None

    @model_validator(mode="after")
    def _is_plausible(self) -> Self:
        if self.valid_from > self.valid_to:
            raise ValueError("valid_to lies before valid_from")
        if (self.highest_dagpenge_month is None) == (self.highest_dagpenge_day is None):
            raise ValueError("give highest_dagpenge_month or highest_dagpenge_day, and only one of them")
        for key, year, why in _NEEDED_SINCE:
            if self.valid_from.year >= year and getattr(self, key) is None:
                raise ValueError(f"{key} is missing; since {year} {why}")
        for named in self.figures():
            # Only the index itself can be negative, as it was in 2022.
            if named.value <= 0 and named.key != "tilpasningsprocent":
                raise ValueError(f"{named.key}.amount must be above 0")
            if isinstance(named.value, Percent) and abs(named.value) > 100:
                raise ValueError(f"{named.key}.amount is above 100 per cent")
        return self

    @cached_property
    def _named(self) -> dict[str, NamedFigure]:
        """Each figure with its label, built once: a calculation asks for a dozen of them."""
        named = {}
        for key, label in LABELS.items():
            figure: Figure | None = getattr(self, key)
            if figure is not None:
                unit = Percent if key.endswith(("percent", "procent")) else Kroner
                named[key] = NamedFigure(key, label, unit(figure.amount), figure)
        return named

    def figures(self) -> tuple[NamedFigure, ...]:
        """Every figure of the period, in the order that pages show them."""
        return tuple(self._named.values())

    def subsidy_figures(self) -> tuple[NamedFigure, ...]:
        """The figures of the flexi-wage subsidy, without those of payslips, other schemes and the next year's rise."""
        return tuple(named for named in self.figures() if named.key not in NOT_OF_THE_SUBSIDY)

    def named(self, key: str) -> NamedFigure:
        """One figure by its key in the file; KeyError where the period has none."""
        return self._named[key]

    def max_subsidy_unrounded(self) -> Decimal:
        """The statutory share of the highest unemployment benefit, kr. a month, unrounded (LAB § 123, stk. 1).

        Until 30 June 2017: 98% of the daily rate, rounded, for 260/12 days (BEK 811/2014 § 2).
        """
        share = self.share_of_dagpenge_percent.amount
        if self.highest_dagpenge_month:
            return share * self.highest_dagpenge_month.amount / 100
        assert self.highest_dagpenge_day
        return exact(whole_kroner(share * self.highest_dagpenge_day.amount / 100) * DAYS_OF_MONTH)


_NEEDED_SINCE = (
    ("tilpasningsprocent", 2020, "every index of the acts needs it"),
    ("fixed_rise_percent", 2020, "every index of the acts needs it"),
    ("ledighedsydelse_parent_month", 2024, "the act sets the lower levels (LAS § 74 a, stk. 3)"),
    ("ledighedsydelse_other_month", 2024, "the act sets the lower levels (LAS § 74 a, stk. 3)"),
    *((f"own_atp_{part}_month", 2024, "BEK 1621/2023 sets it") for part in ("full", "two_thirds", "one_third")),
)
"""Keys that are required from a year on, and why."""


def read_rates(folder: Path) -> tuple[Rates, ...]:
    """Read the rate files of a folder, oldest first; BadFile names the file and the line."""
    files = [(read_toml(path, Rates.model_validate), path.name) for path in folder.glob("*.toml")]
    files.sort(key=lambda file: file[0].valid_from)
    if not files:
        raise BadFile(f"{folder}: no rate files")
    for (earlier, earlier_name), (later, later_name) in pairwise(files):
        follows = earlier.valid_to.plus(months=1)
        if later.valid_from < follows:
            raise BadFile(f"{earlier_name} and {later_name}: both cover {later.valid_from}")
        if later.valid_from > follows:
            raise BadFile(f"{earlier_name} and {later_name}: no rates for {follows}")
    return tuple(rates for rates, _ in files)


_PERIODS = read_rates(FOLDER)


def periods() -> tuple[Rates, ...]:
    """The rates of every period, oldest first."""
    return _PERIODS


@cache
def rates_for(month: Month) -> Rates:
    """The rates for the wage of a month; NoRates when no file covers it, never those of another period."""
    for rates in _PERIODS:
        if rates.valid_from <= month <= rates.valid_to:
            return rates
    raise NoRates(month, _PERIODS)


def newest_rates() -> Rates:
    """The rates of the last period."""
    return _PERIODS[-1]


def newest_month_with_rates() -> Month:
    """The last month that any file covers."""
    return newest_rates().valid_to


def month_of_rates(month: Month, *, assume_newest: bool) -> Month:
    """The month whose rates are used: the newest with rates stands for later ones if `assume_newest`."""
    newest = newest_month_with_rates()
    return newest if assume_newest and month > newest else month


def rates_of(case: Case) -> Rates:
    """The rates that a case is calculated with; NoRates if there are none and the newest must not stand for them."""
    return rates_for(month_of_rates(case.month, assume_newest=case.assume_newest_rates))
