"""The flexi-wage subsidy as numbers only: highest amount, reduction, ceiling, rounding (LAB § 123, § 124, stk. 3)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from fleksjob_site.kernel.money import exact, whole_kroner
from fleksjob_site.kernel.text import Kroner
from salary.law.case import ZERO
from salary.law.rates import Rates


@dataclass(frozen=True, slots=True)
class Subsidy:
    """The subsidy step by step, kr. a month: after the reduction, what the ceiling cuts, unrounded and rounded.

    `reduction` is what is taken off for wage alone, by the formula, and can exceed the highest subsidy.
    `unrounded` is `before_ceiling` less `ceiling_cut`.
    """

    all_wage: Kroner
    reduction: Kroner
    before_ceiling: Kroner
    ceiling_cut: Kroner
    unrounded: Kroner
    rounded: Kroner

    @property
    def ceiling_binds(self) -> bool:
        """Whether the ceiling takes anything."""
        return self.ceiling_cut > 0


def subsidy_of(
    rates: Rates,
    wage: Decimal,
    ceiling: Decimal | None,
    *,
    other_wage: Decimal = ZERO,
    benefit: Decimal = ZERO,
    lost_benefit: Decimal = ZERO,
) -> Subsidy:
    """The subsidy for a month's wage, other wage and benefit, kr. before tax; rounded once (BEK 227/2024 § 2, stk. 1).

    `ceiling` is None where none is known. `lost_benefit` is taken off too, but was not paid, and so does not count
    against the ceiling (BEK 227/2024 § 7, stk. 3-5).
    """
    all_wage = wage + other_wage
    reduction = reduction_of(all_wage, rates)
    # The subsidy adds to a wage from the fleksjob, or to the benefit that comes instead of one: without either there is
    # none (LAB § 122, stk. 1, § 123, stk. 1, § 124, stk. 3).
    all_benefit = benefit + lost_benefit
    before = max(ZERO, rates.max_subsidy_month.amount - reduction - all_benefit) if wage or all_benefit else ZERO
    cut = ceiling_cut(before, all_wage + benefit, ceiling)
    unrounded = before - cut
    numbers = (all_wage, reduction, before, cut, unrounded, whole_kroner(unrounded))
    return Subsidy(*map(Kroner, numbers))


def reduction_of(all_wage: Decimal, rates: Rates, *, threshold_share: Decimal = Decimal(1)) -> Decimal:
    """The lower percentage of all wage up to the threshold, the higher of the rest, kr. a month (LAB § 123, stk. 2).

    `threshold_share` is less than 1 for a part of a month to which only that share of the threshold applies.
    """
    threshold = rates.threshold_month.amount * threshold_share
    below = min(all_wage, threshold) * rates.reduction_below_percent.amount
    above = max(ZERO, all_wage - threshold) * rates.reduction_above_percent.amount
    # Otherwise a repeating decimal could fall just below a half krone and round the wrong way.
    return exact((below + above) / 100)


def ceiling_cut(before: Decimal, all_income: Decimal, ceiling: Decimal | None) -> Decimal:
    """What the ceiling takes off the subsidy, kr. a month: from 0 to the whole subsidy (LAB § 123, stk. 3)."""
    return ZERO if ceiling is None else max(ZERO, min(before, before + all_income - ceiling))
