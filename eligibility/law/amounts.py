"""Amounts of the year's rates that the texts quote; the site passes them in, since this package knows no rates."""

from __future__ import annotations

from dataclasses import dataclass

from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import Kroner


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount before tax, with its source."""

    value: Kroner
    source: Source


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of one day; None where there are no rates for it."""

    self_employed_year: Amount | None = None
    """The highest subsidy for self-employed people, kr. a year (LAB § 126, stk. 5)."""
