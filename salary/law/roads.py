"""What others live on in place of a fleksjob: the amounts of a month, and who decides which road is open."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import FLEKSYDELSE, LAS, LSP, SICKNESS
from fleksjob_site.kernel.money import whole_kroner
from fleksjob_site.kernel.source import Source, on_day
from fleksjob_site.kernel.text import N_, Kroner, Text
from salary.law.drafting import to_multiple
from salary.law.figure import NamedFigure
from salary.law.rates import Rates
from salary.law.unemployment_allowance import LEVEL_LABELS, full_allowance, level_figures


class RoadKey(StrEnum):
    """The roads beside a fleksjob, in the order of the table."""

    ALLOWANCE = "unemployment-allowance"
    SICKNESS_BENEFIT = "sickness-benefit"
    DISABILITY_PENSION = "disability-pension"
    SENIOR_PENSION = "senior-pension"
    FLEKSYDELSE = "flexible-benefit"


@dataclass(frozen=True, slots=True)
class RoadAmount:
    """What a road pays, kr. a month before tax, to whom, and the figures it rests on."""

    who: Text
    month: Kroner
    figures: tuple[NamedFigure, ...]


@dataclass(frozen=True, slots=True)
class Road:
    """One road: its amounts, and who decides whether it is open."""

    key: RoadKey
    label: Text
    amounts: tuple[RoadAmount, ...]
    decides: Text
    sources: tuple[Source, ...]


def sickness_benefit_month(rates: Rates) -> Kroner | None:
    """The highest sickness benefit for a twelfth of 52 weeks, whole kr.; None where it is not known."""
    week = rates.sickness_benefit_week
    return Kroner(whole_kroner(week.amount * 52 / 12)) if week else None


def fleksydelse_month(rates: Rates) -> Kroner | None:
    """The highest fleksydelse: a year of the highest sickness benefit, to whole kr. a month (fleksydelse § 17)."""
    week = rates.sickness_benefit_week
    return Kroner(to_multiple(week.amount * 52, 12) / 12) if week else None


def fleksydelse_contribution_year(rates: Rates) -> Kroner | None:
    """Seven times the highest sickness benefit of a day, of which a week has five (fleksydelse § 8)."""
    week = rates.sickness_benefit_week
    return Kroner(week.amount * 7 / 5) if week else None


def pension_month(rates: Rates, key: str) -> Kroner | None:
    """A twelfth of the pension of a year, which the act makes divisible by 12 (LSP § 49, stk. 4)."""
    figure = getattr(rates, key)
    return Kroner(figure.amount / Decimal(12)) if figure else None


def roads(month: Month, rates: Rates) -> tuple[Road, ...]:
    """Every road with an amount in that month, with its sources as they are numbered then."""
    found = (_allowance(rates), _sickness(rates), *_pensions(rates), _fleksydelse(rates))
    return tuple(on_day(road, month.first_day) for road in found if road.amounts)


def _amounts(rates: Rates, *rows: tuple[str, Kroner | None, str]) -> tuple[RoadAmount, ...]:
    return tuple(RoadAmount(Text(who), amount, (rates.named(key),)) for who, amount, key in rows if amount is not None)


def _allowance(rates: Rates) -> Road:
    amounts = [(who, full_allowance(level, rates), level) for level, who in LEVEL_LABELS.items()]
    return Road(
        RoadKey.ALLOWANCE,
        Text(N_("Unemployment allowance (ledighedsydelse)")),
        tuple(
            RoadAmount(Text(who), amount, level_figures(level, rates))
            for who, amount, level in amounts
            if amount is not None
        ),
        Text(N_("The municipality. You must be assessed for a flexi-job, and available for one.")),
        (Source(LAS, "§§ 74-75"), Source(LAS, "§ 109, stk. 2")),
    )


def _sickness(rates: Rates) -> Road:
    return Road(
        RoadKey.SICKNESS_BENEFIT,
        Text(N_("Sickness benefit (sygedagpenge)")),
        _amounts(rates, (N_("The highest, full time"), sickness_benefit_month(rates), "sickness_benefit_week")),
        Text(N_("The municipality, based on your illness. The law sets when it ends.")),
        (Source(SICKNESS, "§ 7"), Source(SICKNESS, "§ 24"), Source(SICKNESS, "§ 50"), Source(SICKNESS, "§ 64")),
    )


def _pensions(rates: Rates) -> tuple[Road, Road]:
    amounts = _amounts(
        rates,
        (N_("Single"), pension_month(rates, "pension_single_year"), "pension_single_year"),
        (N_("Married or cohabiting"), pension_month(rates, "pension_couple_year"), "pension_couple_year"),
    )
    index = Source(LSP, "§ 49, stk. 1, nr. 8, og stk. 3-4")
    return (
        Road(
            RoadKey.DISABILITY_PENSION,
            Text(N_("Disability pension (førtidspension)")),
            amounts,
            Text(
                N_(
                    "The municipality. Only if you can't support yourself even in a flexi-job. You can't simply choose "
                    "it."
                )
            ),
            (Source(LSP, "§ 16"), Source(LSP, "§§ 17-20"), index),
        ),
        Road(
            RoadKey.SENIOR_PENSION,
            Text(N_("Senior pension (seniorpension)")),
            amounts,
            Text(N_("The Senior Pension Authority (Seniorpensionsenheden). You apply yourself.")),
            (Source(LSP, "§ 26 a"), Source(LSP, "§ 26 b"), Source(LSP, "§ 26 d"), index),
        ),
    )


def _fleksydelse(rates: Rates) -> Road:
    return Road(
        RoadKey.FLEKSYDELSE,
        Text(N_("Flexible retirement benefit (fleksydelse)")),
        _amounts(rates, (N_("The highest"), fleksydelse_month(rates), "sickness_benefit_week")),
        Text(N_("You, if you meet its conditions. Udbetaling Danmark decides whether you do.")),
        (Source(FLEKSYDELSE, "§ 2"), Source(FLEKSYDELSE, "§ 8"), Source(FLEKSYDELSE, "§ 17")),
    )
