"""The earliest dates of the ways to stop before state pension age, and early pension (tidlig pension)."""

from __future__ import annotations

from collections.abc import Iterator

from eligibility.law.changes import EARLY_PENSION_FROM
from eligibility.law.fleksydelse_age import fleksydelse_age, fleksydelse_month
from eligibility.law.pension_age import pension_month
from eligibility.law.situation import Situation
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import LAB, LSP
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.statement import Statement
from fleksjob_site.kernel.text import N_, Text, Value

EARLY_PENSION_YEARS = 3
"""Early pension can be had from so many years before state pension age (LSP § 26 g)."""
_SEVEN_YEARS = frozenset({1963, 1964, 1967, 1968})
"""Years of birth that can apply for early pension seven years before, not six (LSP § 26 r)."""


def earliest(situation: Situation, birth: Month) -> Statement:
    """From when each way to stop can be had at the earliest, the first one first."""
    sources = [fleksydelse_age(birth), Source(LSP, "§ 1 a")]
    ways = [(fleksydelse_month(birth), _FLEKSYDELSE, _FLEKSYDELSE_NOW)]
    if situation.can_get_senior_pension and situation.on >= EARLY_PENSION_FROM:
        early = pension_month(birth).plus(years=-EARLY_PENSION_YEARS)
        ways.append((early, _EARLY_PENSION, _EARLY_PENSION_NOW))
        sources.append(Source(LSP, "§ 26 g"))
    if situation.can_get_senior_pension and situation.six_years_left:
        ways.append((situation.six_years_left, _SENIOR_PENSION, _SENIOR_PENSION_NOW))
        sources.append(Source(LSP, "§ 26 a, stk. 1"))
    said = tuple(
        Text(ahead, {"month": month}) if month > situation.this_month else Text(now)
        for month, ahead, now in sorted(ways, key=lambda way: way[0])
    )
    values: dict[str, Value] = {"ways": said, "pension": pension_month(birth)}
    return Statement(Text(_EARLIEST, values), tuple(sources))


def early_pension(situation: Situation, birth: Month) -> Iterator[Statement]:
    """What early pension takes, and that using it closes the scheme; not for those with a pension that excludes it."""
    if situation.can_get_senior_pension and situation.on >= EARLY_PENSION_FROM:
        text = _CAN_APPLY_FROM_SEVEN if birth.year in _SEVEN_YEARS else _CAN_APPLY_FROM_SIX
        yield Statement(Text(text), (Source(LSP, "§ 26 g"), Source(LSP, "§ 26 r"), Source(LAB, "§ 116, stk. 1")))


_EARLIEST = N_(
    "The earliest possible: {ways}. You can get state pension from {pension}. Each has conditions of its own."
)
_SENIOR_PENSION = N_("senior pension (seniorpension) from {month}")
_SENIOR_PENSION_NOW = N_("senior pension (seniorpension) now")
_FLEKSYDELSE = N_("flexible retirement benefit (fleksydelse) from {month}")
_FLEKSYDELSE_NOW = N_("flexible retirement benefit (fleksydelse) now")
_EARLY_PENSION = N_("early pension (tidlig pension) from {month}")
_EARLY_PENSION_NOW = N_("early pension (tidlig pension) now")
_CAN_APPLY_FROM_SIX = N_(
    "Early pension (tidlig pension) is for people with many years at work. You apply to Udbetaling Danmark, from six "
    "years before state pension age. Get advice first: if you use your right to it, you can't get a flexi-job after "
    "that."
)
_CAN_APPLY_FROM_SEVEN = N_(
    "Early pension (tidlig pension) is for people with many years at work. You apply to Udbetaling Danmark, from seven "
    "years before state pension age. Get advice first: if you use your right to it, you can't get a flexi-job after "
    "that."
)
