"""The curve as a table: every whole hour and every kink, with the amounts of the calculation."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from fleksjob_site.kernel.text import Kroner
from salary.law.curve import Curve, Kink, Point


@dataclass(frozen=True, slots=True)
class Row:
    """One number of paid hours a week: its point, and the kink there if any."""

    point: Point
    kink: Kink | None
    here: bool

    @property
    def amounts(self) -> tuple[Kroner, Kroner, Kroner]:
        """Wage, subsidy and total, kr. a month before tax, as they are shown."""
        wage, subsidy = self.point.all_wage, self.point.subsidy_month
        return wage, subsidy, Kroner(wage + subsidy)


def table(curve: Curve) -> tuple[Row, ...]:
    """The rows at the whole hours, at full time, at each kink and at the case's own hours, in order."""
    kinks = {Decimal(kink.point.hours): kink for kink in curve.kinks}
    whole = {Decimal(hours) for hours in range(int(curve.full_time_hours) + 1)}
    own = Decimal(curve.here.hours) if curve.here else None
    places = whole | kinks.keys() | {Decimal(curve.full_time_hours)}
    if own is not None and own <= curve.full_time_hours:
        places.add(own)
    return tuple(Row(curve.at(hours), kinks.get(hours), hours == own) for hours in sorted(places))
