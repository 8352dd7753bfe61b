"""Unemployment allowance (ledighedsydelse) of a month, less 30% and 55% of the last month's income (BEK 4/2026).

Computed for a whole month. Not computed: single days and weeks, sanctions, holiday, voluntary and building work, ATP,
and tax.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import ALL, LAS
from fleksjob_site.kernel.money import exact, whole_kroner
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_, Kroner
from salary.law.case import ZERO
from salary.law.figure import Figure, NamedFigure
from salary.law.neighbours import ledighedsydelse_month
from salary.law.rates import Rates, month_of_rates, periods, rates_for

BELOW_PERCENT = Decimal(30)
"""Taken off the allowance, of income up to the threshold (LAS § 74 d, stk. 3, BEK 4/2026 § 14)."""
ABOVE_PERCENT = Decimal(55)
"""Taken off the allowance, of income above the threshold (LAS § 74 d, stk. 3, BEK 4/2026 § 14)."""
THRESHOLD_LABEL = N_("The threshold: more is taken off the allowance for income above it")
_OWN_ORDERS = {"BEK 4/2026", "BEK 1264/2020"}
MORE_WAGE = Kroner(1000)
"""The rise in wage whose effect is shown, kr. a month."""


class Level(StrEnum):
    """The amount somebody gets without other income (LAS § 74 a, stk. 2-3)."""

    HIGHER = "higher"
    PARENT = "parent"
    OTHER = "other"


LEVEL_LABELS = {
    Level.HIGHER: N_("The high rate"),
    Level.PARENT: N_("The lower rate, with a duty to support a child"),
    Level.OTHER: N_("The lower rate, without a duty to support a child"),
}
_FIGURES = {Level.PARENT: "ledighedsydelse_parent_month", Level.OTHER: "ledighedsydelse_other_month"}
LEVEL_SOURCES: dict[Level, tuple[Source, ...]] = {
    Level.HIGHER: (Source(LAS, "§ 74 a, stk. 2"), Source(ALL, "§ 47")),
    Level.PARENT: (Source(LAS, "§ 74 a, stk. 3, nr. 1"), Source(LAS, "§ 109, stk. 2")),
    Level.OTHER: (Source(LAS, "§ 74 a, stk. 3, nr. 2"), Source(LAS, "§ 109, stk. 2")),
}


@dataclass(frozen=True, slots=True)
class AllowanceCase:
    """The income of one whole month without a fleksjob, kr. before tax; it is taken off the next month's allowance.

    `wage_month` includes the person's own pension contribution, `employer_pension_month` comes on top (BEK 4/2026 § 1,
    stk. 1). `instead_of_wage_month` is income in the place of wage (§ 5), `paid_pension_month` a pension from a former
    job (§ 11). A side business counts by its hours and the conversion rate (§§ 4 and 15). `owed_month` is subsidy paid
    too much that is taken off here (§ 16).
    """

    month: Month
    level: Level
    wage_month: Decimal = ZERO
    employer_pension_month: Decimal = ZERO
    instead_of_wage_month: Decimal = ZERO
    paid_pension_month: Decimal = ZERO
    side_hours_month: Decimal = ZERO
    conversion_rate_hour: Decimal = ZERO
    owed_month: Decimal = ZERO

    @property
    def rates(self) -> Rates:
        """The rates of the month of the income, which the threshold is taken from."""
        return rates_for(self.month)

    @property
    def paid_for(self) -> Month:
        """The month whose allowance the income is taken off (BEK 4/2026 § 19, stk. 1)."""
        return self.month.plus(months=1)

    @property
    def month_of_rate(self) -> Month:
        """The month whose rate the allowance has: `paid_for`, or the newest with rates where that has none yet."""
        return month_of_rates(self.paid_for, assume_newest=True)

    @property
    def paid_rates(self) -> Rates:
        """The rates of the allowance itself, which are set for each calendar month (BEK 4/2026 § 2)."""
        return rates_for(self.month_of_rate)

    @property
    def side_business_month(self) -> Kroner:
        """What a side business counts with, whatever it earns, kr. a month."""
        return Kroner(self.side_hours_month * self.conversion_rate_hour)

    @property
    def money_month(self) -> Kroner:
        """What is paid beside the allowance, pension included and a side business left out, kr. a month."""
        parts = (self.wage_month, self.employer_pension_month, self.instead_of_wage_month, self.paid_pension_month)
        return Kroner(sum(parts, ZERO))

    @property
    def income_month(self) -> Kroner:
        """All that reduces the allowance, kr. a month."""
        return Kroner(self.money_month + self.side_business_month)


@dataclass(frozen=True)
class Allowance:
    """The allowance step by step, kr. before tax.

    `reduction` is what the formula takes off and can exceed `full`. `owed_taken` is what is paid back of it this month.
    """

    case: AllowanceCase
    full: Kroner
    reduction: Kroner
    before_owed: Kroner
    owed_taken: Kroner
    unrounded: Kroner
    rounded: Kroner

    @property
    def threshold(self) -> NamedFigure:
        """The income up to which the lower percentage is taken off, which is that of the subsidy.

        A note that the order is about another benefit is for the subsidy, so it is left out.
        """
        figure = self.case.rates.threshold_month
        if self.threshold_is_own:
            figure = Figure(**{name: of for name, of in figure if not name.startswith("note")})
        return NamedFigure("threshold_month", THRESHOLD_LABEL, Kroner(figure.amount), figure)

    @property
    def threshold_is_own(self) -> bool:
        """Whether the source of the threshold is an order of the allowance, not of the subsidy."""
        return self.case.rates.threshold_month.law in _OWN_ORDERS

    @property
    def owed_left(self) -> Kroner:
        """What is still owed and taken off in later months (BEK 4/2026 § 16)."""
        return Kroner(self.case.owed_month - self.owed_taken)

    @property
    def total_month(self) -> Kroner:
        """The allowance and the money alongside it, kr. before tax."""
        return Kroner(self.rounded + self.case.money_month)

    @property
    def gone_from_income(self) -> Kroner:
        """The income of a month from which nothing is left of the allowance."""
        return gone_from(self.full, self.threshold.value)

    @cached_property
    def lost_with_more_wage(self) -> Kroner:
        """What the allowance falls by with `MORE_WAGE` more, as long as nothing is paid back."""
        richer = allowance(replace(self.case, wage_month=self.case.wage_month + MORE_WAGE))
        return Kroner(self.before_owed - richer.before_owed)

    @property
    def kept_with_more_wage(self) -> Kroner:
        """What is left of `MORE_WAGE`, kr. before tax."""
        return Kroner(MORE_WAGE - self.lost_with_more_wage)


def full_allowance(level: Level, rates: Rates) -> Kroner | None:
    """The allowance without other income, kr. a month; None where the act gave the level no amount yet."""
    if level is Level.HIGHER:
        return ledighedsydelse_month(rates)
    figure = getattr(rates, _FIGURES[level])
    return Kroner(figure.amount) if figure else None


def level_figures(level: Level, rates: Rates) -> tuple[NamedFigure, ...]:
    """The figures that the amount of a level rests on."""
    if level is not Level.HIGHER:
        return (rates.named(_FIGURES[level]),)
    highest = "highest_dagpenge_month" if rates.highest_dagpenge_month else "highest_dagpenge_day"
    return rates.named("ledighedsydelse_percent"), rates.named(highest)


def first_month_of(level: Level) -> Month:
    """The first month that has an amount for the level."""
    return next(rates.valid_from for rates in periods() if full_allowance(level, rates) is not None)


def gone_from(full: Decimal, threshold: Decimal) -> Kroner:
    """The income from which nothing is left of `full`, kr. a month."""
    below = full * 100 / BELOW_PERCENT
    if below <= threshold:
        return Kroner(exact(below))
    return Kroner(exact(threshold + (full - threshold * BELOW_PERCENT / 100) * 100 / ABOVE_PERCENT))


def allowance(case: AllowanceCase) -> Allowance:
    """The allowance for a month's income, rounded once (BEK 4/2026 § 2, §§ 14-16); ValueError without an amount."""
    full = full_allowance(case.level, case.paid_rates)
    if full is None:
        raise ValueError(f"no amount for {case.level} in {case.paid_for}")
    threshold = case.rates.threshold_month.amount
    below = min(case.income_month, threshold) * BELOW_PERCENT
    above = max(ZERO, case.income_month - threshold) * ABOVE_PERCENT
    reduction = exact((below + above) / 100)
    before = max(ZERO, full - reduction)
    taken = min(case.owed_month, before)
    numbers = (full, reduction, before, taken, before - taken, whole_kroner(before - taken))
    return Allowance(case, *map(Kroner, numbers))
