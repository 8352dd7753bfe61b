"""Next year's rates from the index rules of the acts, before anybody has published them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import ALL, BEK_SUBSIDY, LAB, LAS, LSP, SICKNESS
from fleksjob_site.kernel.money import whole_kroner
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from salary.law.figure import Figure
from salary.law.rates import Rates

# The fixed part of the rise is carried over from the year before. Until 2019 there was another index (2.0%,
# LBK 784/2017 §§ 47-47 a) and no obligatory pension.
FIRST_YEAR = 2021

_CARRIED_OVER = (
    "share_of_dagpenge_percent",
    "reduction_below_percent",
    "reduction_above_percent",
    "atp_percent",
    "atp_most_month",
    "am_contribution_percent",
    "tax_without_card_percent",
    "own_atp_full_month",
    "own_atp_two_thirds_month",
    "own_atp_one_third_month",
    "fixed_rise_percent",
    "ledighedsydelse_percent",
)
_LOWER_LEDIGHEDSYDELSE = {
    "ledighedsydelse_parent_month": Source(LAS, "§ 74 a, stk. 3, nr. 1, jf. § 109, stk. 2"),
    "ledighedsydelse_other_month": Source(LAS, "§ 74 a, stk. 3, nr. 2, jf. § 109, stk. 2"),
}
_OTHER_BENEFITS = {
    "sickness_benefit_week": (5, Source(SICKNESS, "§ 50, stk. 1, jf. § 64")),
    "pension_single_year": (12, Source(LSP, "§ 49, stk. 1, nr. 8, jf. stk. 3-4")),
    "pension_couple_year": (12, Source(LSP, "§ 49, stk. 1, nr. 8, jf. stk. 3-4")),
    "pension_free_single_year": (100, Source(LSP, "§ 49, stk. 1, nr. 10, jf. stk. 3-4")),
    "pension_free_couple_year": (100, Source(LSP, "§ 49, stk. 1, nr. 10, jf. stk. 3-4")),
}
"""What each amount is rounded to a multiple of. Nothing has been taken off their index since 2024."""
OTHER_BENEFITS_SINCE = 2025
"""Before, 0.75 points were taken off the index of some of them (sygedagpengeloven § 64, stk. 2, LSP § 49 a)."""


class CannotDraft(ValueError):
    """The index rules give no rates for the year; the message says why."""


@dataclass(frozen=True, slots=True)
class Deduction:
    """What is taken off the index of the unemployment benefit (percentage points), and its source."""

    points: Decimal
    source: str


def known_deduction(year: int) -> Deduction:
    """The deduction of a year in percentage points, as far as the acts settle it (ALL § 47)."""
    if 2020 <= year <= 2023:
        return Deduction(Decimal("0.75"), "ALL § 47, stk. 1, 3. pkt.")
    if year == 2027:
        # An executive order had to choose 2026 or 2027, and 2026 had none, so it must be 2027. We have not seen it.
        return Deduction(
            Decimal("0.45"), "lov 630/2024 (ALL § 47, stk. 4): for 2026 or 2027, and 2026 had none; order not seen"
        )
    return Deduction(Decimal(0), "none known for this year")


def index_percent(rates: Rates) -> Decimal | None:
    """The rise from the year before, in per cent: 1.7 + tilpasningsprocent (LAB § 189 a); None before 2020."""
    if rates.fixed_rise_percent is None or rates.tilpasningsprocent is None:
        return None
    return rates.fixed_rise_percent.amount + rates.tilpasningsprocent.amount


def indexed(amount: Decimal, percent: Decimal) -> Decimal:
    """An amount (kr.) a year later, rounded to the krone; the year after starts from it (ALL § 47, stk. 1)."""
    return whole_kroner(amount * (100 + percent) / 100)


def to_multiple(amount: Decimal, multiple: int) -> Decimal:
    """The nearest amount (kr.) that can be divided by `multiple`, as the acts round some benefits."""
    return whole_kroner(amount / multiple) * multiple


def obligatory_pension(year: int) -> tuple[int, Decimal]:
    """The number in the list of LAB § 138 b and its per cent, for a year since 2020."""
    # The list rises by 0.3 with every number, and its last one, 11, is for 2030 and all years after.
    number = min(year - 2019, 11)
    return number, number * Decimal("0.3")


def is_drafted(rates: Rates) -> bool:
    """Whether any figure of the period is drafted and not yet published."""
    return any(named.figure.status is Status.DRAFTED for named in rates.figures())


def draft(year: int, tilpasningsprocent: Decimal, deduction: Deduction, known: Sequence[Rates]) -> Rates:
    """The rates of `year` from those of the years before, which `known` holds, oldest first.

    CannotDraft before 2021 and without the rates of the December before; a ValueError too where a figure makes
    no sense.
    """
    if year < FIRST_YEAR:
        raise CannotDraft(f"the index rules are carried over from 2020; {year} is too early")
    earlier = [rates for rates in known if rates.valid_to < Month(year, 1)]
    before = next((rates for rates in earlier if rates.valid_to == Month(year - 1, 12)), None)
    if before is None:
        raise CannotDraft(f"there are no rates for {year - 1}-12 to start from")
    # Only files until June 2017 have the daily rate instead, and only those until 2019 no rise.
    assert before.highest_dagpenge_month
    assert before.fixed_rise_percent
    index = before.fixed_rise_percent.amount + tilpasningsprocent
    dagpenge_before = before.highest_dagpenge_month.amount
    dagpenge = indexed(dagpenge_before, index - deduction.points)
    share = before.share_of_dagpenge_percent.amount
    threshold_before = before.threshold_month.amount
    number, pension_percent = obligatory_pension(year)
    # Sources are cited as they are numbered in the year of the draft.
    first_day = Month(year, 1).first_day
    act = Source(LAB, "§ 138 b").on(first_day)
    carried_over = {key: figure for key in _CARRIED_OVER if (figure := getattr(before, key)) is not None}
    figures = {key: _carried_over(figure, year - 1) for key, figure in carried_over.items()} | {
        "max_subsidy_month": _drafted(
            # Derived amounts are taken from the rounded one and rounded again (ALL § 47, stk. 3).
            whole_kroner(share * dagpenge / 100), Source(BEK_SUBSIDY, "§ 2, stk. 1").on(first_day),
            f"{share} % of {dagpenge} kr.",
        ),
        "threshold_month": _drafted(
            indexed(threshold_before, index), Source(LAB, "§ 123, stk. 2, jf. § 189 a").on(first_day),
            f"{threshold_before} kr. of {year - 1} and {index} %.",
        ),
        "highest_dagpenge_month": _drafted(
            dagpenge, Source(ALL, "§ 47, stk. 1").on(first_day),
            f"{dagpenge_before} kr. of {year - 1} and {index} - {deduction.points} %. "
            f"The deduction: {deduction.source}.",
        ),
        "obligatory_pension_percent": Figure(
            amount=pension_percent, law=act.document.short, paragraph=f"{act.paragraph}, nr. {number}", url=act.url,
            status=Status.PRINTED_IN_LAW, checked=act.document.verified, note="Drafted: read from the list in the act.",
        ),
        "tilpasningsprocent": Figure(
            amount=tilpasningsprocent, law=ALL.short, paragraph=f"§ 47, stk. 1, tilpasningsprocenten for {year}",
            url=ALL.url, status=Status.DRAFTED,
            note="Drafted: as given to draft_rates. Put the order's number, address and status here.",
        ),
    }  # fmt: skip
    for key, source in _LOWER_LEDIGHEDSYDELSE.items():
        # The act fixed new levels for 2024, so they can't be computed from 2023.
        if level := getattr(before, key):
            how = f"{level.amount} kr. of {year - 1} and {index} %."
            figures[key] = _drafted(indexed(level.amount, index), source.on(first_day), how)
    for key, (multiple, source) in _OTHER_BENEFITS.items():
        if (figure := getattr(before, key)) and year >= OTHER_BENEFITS_SINCE:
            how = f"{figure.amount} kr. of {year - 1} and {index} %, to the nearest {multiple} kr."
            amount = to_multiple(figure.amount * (100 + index) / 100, multiple)
            figures[key] = _drafted(amount, source.on(first_day), how)
    self_employed = _self_employed(earlier, index, first_day)
    if self_employed is not None:
        figures["self_employed_year"] = self_employed
    return Rates.model_validate({"valid_from": f"{year}-01", "valid_to": f"{year}-12"} | figures)


def _self_employed(earlier: Sequence[Rates], index: Decimal, first_day: date) -> Figure | None:
    """The subsidy for self-employed people, kr. a year (LAB § 126, stk. 5, § 189 a); None where none is known."""
    amount: Decimal | None = None
    for rates in earlier:
        if rates.self_employed_year:
            amount = rates.self_employed_year.amount
        elif amount is not None:
            # The amount rises in a year whose file leaves it out as well; without the index the chain breaks.
            percent = index_percent(rates)
            amount = None if percent is None else indexed(amount, percent)
    if amount is None:
        return None
    note = f"{amount} kr. of the year before and {index} %."
    source = Source(LAB, "§ 126, stk. 5, jf. § 189 a").on(first_day)
    return _drafted(indexed(amount, index), source, note)


def _drafted(amount: Decimal, source: Source, how: str) -> Figure:
    """A figure that the index gives; `checked` is the day its rule was read."""
    return Figure(
        amount=amount, law=source.document.short, paragraph=source.paragraph, url=source.url, status=Status.DRAFTED,
        checked=source.document.verified, note=f"Drafted: {how}",
    )  # fmt: skip


def _carried_over(figure: Figure, year: int) -> Figure:
    # The act as it was read still gives this figure, so it keeps its status and its day.
    same = {name: getattr(figure, name) for name in Figure.model_fields}
    return Figure(**{**same, "note": f"Drafted: carried over from {year}."})
