"""A likely reason for a wrong payout."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import Kroner, Text


class ReasonKey(StrEnum):
    """What may have gone wrong; callers of the API hold these keys."""

    PENSION_LEFT_OUT = "pension-left-out"
    PENSION_COUNTED_TWICE = "pension-counted-twice"
    CEILING_WITHOUT_PENSION = "ceiling-without-pension"
    CEILING_WITHOUT_SUPPLEMENTS = "ceiling-without-supplements"
    CEILING_WITHOUT_HOLIDAY_PAY = "ceiling-without-holiday-pay"
    CEILING_WITHOUT_SEVERAL_PARTS = "ceiling-without-several-parts"
    CEILING_FROM_REDUCED_WAGE = "ceiling-from-reduced-wage"
    WRONG_YEAR = "wrong-year"
    WRONG_MONTH = "wrong-month"
    SEVERAL_MONTHS_AT_ONCE = "several-months-at-once"
    HOLIDAY_MONEY_WHEN_EARNED = "holiday-money-when-earned"
    BENEFIT_AND_WAGE = "benefit-and-wage"
    AFTER_ATP = "after-atp"


@dataclass(frozen=True, slots=True)
class Reason:
    """An error that explains a payout: what it is, the subsidy it gives (kr. a month before tax), and the rule."""

    key: ReasonKey
    text: Text
    subsidy_month: Kroner
    sources: tuple[Source, ...]
