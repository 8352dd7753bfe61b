"""A piece of advice: something to know or do, where it stands, and the days it holds on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fleksjob_site.kernel.law import Source
from fleksjob_site.kernel.text import Text

MUNICIPALITY_INSTEAD_OF_JOBCENTRE = date(2026, 2, 1)
"""From this day no municipality must have a jobcentre (lov 1750/2025; the two days are named by STAR)."""

DESCRIPTION_INSTEAD_OF_PLAN = date(2026, 7, 1)
"""From this day the overall description replaces the rehabilitation plan and the team; the day is inferred."""

NEW_ACT_EXPECTED = date(2027, 1, 1)
"""A new main act is expected from this day; rules read before it may then be out of date."""


@dataclass(frozen=True, slots=True)
class Advice:
    """Something to know or do, where it stands, and the days it holds on."""

    text: Text
    sources: tuple[Source, ...]
    first_day: date = date.min
    last_day: date = date.max
