"""How much of one more krone of wage is kept: the subsidy as straight lines (LAB § 123, stk. 1-3).

Let A be all wage of the month. The subsidy is the lowest of three straight lines, and never below 0:

    MAX − 30 % of A                    up to the threshold T
    MAX + 25 % of T − 55 % of A        above it
    C − A                              at the wage ceiling C

So every question about the curve is answered by intersecting lines, never by search.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from fleksjob_site.kernel.law import BEK_SUBSIDY, LAB
from fleksjob_site.kernel.money import exact
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_, Kroner, Text, Value
from salary.law.case import ZERO
from salary.law.rates import Rates

_ONE = Decimal(1)

RULE_SOURCES = (Source(LAB, "§ 122, stk. 1"), Source(LAB, "§ 123, stk. 1-3"), Source(BEK_SUBSIDY, "§ 12, stk. 1"))
"""What the lines, the ceiling and everything that is worked out from them rest on."""


@dataclass(frozen=True, slots=True)
class Line:
    """A subsidy of `highest` kr. a month less the share `taken` (0 to 1) of all wage."""

    highest: Decimal
    taken: Decimal

    def subsidy(self, all_wage: Decimal) -> Decimal:
        """The subsidy on this line, kr. a month, through exact() like the amounts of the calculation."""
        return self.highest - exact(self.taken * all_wage)

    def wage_for(self, total: Decimal) -> Decimal:
        """All wage at which wage and subsidy on this line are `total` together, kr. a month."""
        return (total - self.highest) / (_ONE - self.taken)

    def zero_at(self) -> Decimal:
        """All wage from which no subsidy is left on this line, kr. a month."""
        return self.highest / self.taken


class ZoneKey(StrEnum):
    """What decides how much of one more krone of wage is kept."""

    BELOW_THRESHOLD = "below-threshold"
    ABOVE_THRESHOLD = "above-threshold"
    CEILING = "ceiling"
    NO_SUBSIDY = "no-subsidy"
    NO_WAGE = "no-wage"


@dataclass(frozen=True, slots=True)
class Zone:
    """A range of wage in which the same part of each extra krone is kept.

    The zone holds from an all wage of `wage_from` kr. a month until the next begins; `kept` is 0.70 of a krone, 0.45,
    0 or 1.
    """

    key: ZoneKey
    wage_from: Kroner
    kept: Decimal
    sentence: Text

    @property
    def kept_ore(self) -> int:
        """What is kept of one more krone, in øre."""
        return int(self.kept * 100)


@dataclass(frozen=True, slots=True)
class SubsidyRule:
    """The unrounded subsidy as a function of all wage, for the rates of one month and one ceiling; kr. a month.

    It assumes a wage from the fleksjob: without one there is no subsidy (LAB § 122, stk. 1). `ceiling` is None where
    none is known. The first of the `zones` starts at a wage of 0.
    """

    threshold: Kroner
    ceiling: Kroner | None
    below: Line
    above: Line
    zones: tuple[Zone, ...]

    def before_ceiling(self, all_wage: Decimal) -> Kroner:
        """What the reduction leaves of the highest subsidy, kr. a month (LAB § 123, stk. 2)."""
        # Above the threshold more is taken, so on either side of it the lower line applies.
        return Kroner(max(ZERO, min(self.below.subsidy(all_wage), self.above.subsidy(all_wage))))

    def subsidy(self, all_wage: Decimal) -> Kroner:
        """The unrounded subsidy, kr. a month (LAB § 123, stk. 1-3)."""
        left = min(self.below.subsidy(all_wage), self.above.subsidy(all_wage))
        return Kroner(max(ZERO, left if self.ceiling is None else min(left, self.ceiling - all_wage)))

    def zone_at(self, all_wage: Decimal) -> Zone:
        """The zone in which the next krone falls."""
        return next(zone for zone in reversed(self.zones) if zone.wage_from <= all_wage)

    def wage_for(self, total: Decimal) -> Kroner:
        """The least all wage with which wage and subsidy are at least `total` together, kr. a month.

        0 or less where the highest subsidy alone is at least that much.
        """
        # Above the ceiling there is no subsidy, so the wage alone must be `total`.
        if self.ceiling is not None and total > self.ceiling:
            return Kroner(total)
        return Kroner(min(total, self.wage_for_before_ceiling(total)))

    def wage_for_before_ceiling(self, total: Decimal) -> Kroner:
        """All wage with which wage and reduced subsidy are `total` together, kr. a month, ignoring the ceiling."""
        return Kroner(_wage_with_reduction_for(total, self.below, self.above))


def subsidy_rule(rates: Rates, ceiling: Decimal | None) -> SubsidyRule:
    """The rule of a period under a ceiling, kr. a month with all pension (LAB § 123, stk. 1-3)."""
    highest, threshold = rates.max_subsidy_month.amount, rates.threshold_month.amount
    taken_below, taken_above = rates.reduction_below_percent.amount / 100, rates.reduction_above_percent.amount / 100
    below = Line(highest, taken_below)
    # Extended down to a wage of 0, the steeper line starts higher by the extra share that it takes of T.
    above = Line(highest + (taken_above - taken_below) * threshold, taken_above)
    gone = min(below.zero_at(), above.zero_at())
    ends = [threshold, gone] if ceiling is None else [threshold, gone, ceiling]
    stretches = [
        (ZoneKey.BELOW_THRESHOLD, ZERO, _ONE - taken_below),
        (ZoneKey.ABOVE_THRESHOLD, threshold, _ONE - taken_above),
    ]
    if ceiling is not None:
        stretches.append((ZoneKey.CEILING, _wage_with_reduction_for(ceiling, below, above), ZERO))
    stretches.append((ZoneKey.NO_SUBSIDY, min(ends[1:]), _ONE))
    return SubsidyRule(
        threshold=Kroner(threshold),
        ceiling=None if ceiling is None else Kroner(ceiling),
        below=below,
        above=above,
        zones=_in_order(stretches, ceiling),
    )


def _wage_with_reduction_for(total: Decimal, below: Line, above: Line) -> Decimal:
    """All wage with which wage and reduced subsidy are `total` together: the higher one, as the lower line applies."""
    return exact(max(below.wage_for(total), above.wage_for(total)))


def _in_order(stretches: list[tuple[ZoneKey, Decimal, Decimal]], ceiling: Decimal | None) -> tuple[Zone, ...]:
    """Drops stretches of length zero: each ends where the next one starts."""
    zones = []
    begins = [exact(begin) for _, begin, _ in stretches]
    for place, (key, _, kept) in enumerate(stretches):
        start = max(ZERO, begins[place])
        if all(start < later for later in begins[place + 1 :]):
            zones.append(Zone(key, Kroner(start), kept, _zone_sentence(key, kept, ceiling)))
    return tuple(zones)


def _zone_sentence(key: ZoneKey, kept: Decimal, ceiling: Decimal | None) -> Text:
    kept_ore = int(kept * 100)
    values: dict[str, Value] = {"kept": kept_ore, "taken": 100 - kept_ore, "ceiling": Kroner(ceiling or ZERO)}
    if key == ZoneKey.CEILING:
        return Text(
            N_(
                "Wage and subsidy are at the wage ceiling of {ceiling} a month before tax. More hours change nothing: "
                "the subsidy falls by as much as the wage rises."
            ),
            values,
        )
    if key == ZoneKey.NO_SUBSIDY:
        return Text(N_("There is no subsidy left to reduce. You keep every extra krone of wage, before tax."), values)
    return Text(N_("You keep {kept} øre of each extra krone before tax. The subsidy falls by {taken} øre."), values)


def zone_without_wage() -> Zone:
    """Where an hour pays nothing: no wage, and so no subsidy (LAB § 122, stk. 1, § 123, stk. 1)."""
    return Zone(
        key=ZoneKey.NO_WAGE,
        wage_from=Kroner(0),
        kept=ZERO,
        sentence=Text(N_("The subsidy adds to a wage from a flexi-job. Without a wage there is no subsidy.")),
    )
