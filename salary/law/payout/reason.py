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
    GOODS_COUNTED = "goods-counted"
    WHOLE_YEAR_PAY_IN_ORDINARY_CEILING = "once-paid-against-ordinary-ceiling"
    A_INCOME_ENTERED = "a-income-entered"
    AFTER_TAX = "after-tax"
    COUNTED_WAGE_TOO_HIGH = "counted-wage-too-high"

    @property
    def is_entry_error(self) -> bool:
        """Whether the visitor entered a wrong amount, which the letter to the municipality leaves out."""
        return self in (ReasonKey.AFTER_ATP, ReasonKey.A_INCOME_ENTERED, ReasonKey.AFTER_TAX)

    @property
    def is_known_error(self) -> bool:
        """Whether it is a known kind of error, and not an amount computed backwards from the payout."""
        return self not in (ReasonKey.AFTER_TAX, ReasonKey.COUNTED_WAGE_TOO_HIGH)


@dataclass(frozen=True, slots=True)
class Reason:
    """An error that explains a payout: what it is, the subsidy it gives (kr. a month before tax), and the rule."""

    key: ReasonKey
    text: Text
    subsidy_month: Kroner
    sources: tuple[Source, ...]
