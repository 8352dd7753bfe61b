"""The curve as a table: every whole hour and every kink, with the amounts of the calculation."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from salary.law.curve import Curve, Kink, Point
from salary.law.zones import Zone


@dataclass(frozen=True, slots=True)
class Row:
    """One number of paid hours a week: its amounts, its zone, and the kink there if any."""

    point: Point
    zone: Zone
    kink: Kink | None
    here: bool


def table(curve: Curve) -> tuple[Row, ...]:
    """The rows at the whole hours, at full time, at each kink and at the case's own hours, in order."""
    kinks = {Decimal(kink.point.hours): kink for kink in curve.kinks}
    whole = {Decimal(hours) for hours in range(int(curve.full_time_hours) + 1)}
    own = Decimal(curve.here.hours) if curve.here else None
    places = whole | kinks.keys() | {Decimal(curve.full_time_hours)}
    if own is not None and own <= curve.full_time_hours:
        places.add(own)
    return tuple(_row(curve, hours, kinks.get(hours), hours == own) for hours in sorted(places))


def _row(curve: Curve, hours: Decimal, kink: Kink | None, here: bool) -> Row:
    point = curve.at(hours)
    zone = curve.rule.zone_at(point.all_wage) if curve.pay else curve.segments[0].zone
    return Row(point, zone, kink, here)
