"""The layout of the curve chart: positions of areas, lines, ticks and marks, in the units of an SVG view box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import count

from fleksjob_site.kernel.text import N_, Hours, HoursPaid, Kroner, Text
from fleksjob_site.texts.marks import rows_of_marks
from salary.law.band import Band
from salary.law.curve import Curve, Kink, Point
from salary.law.kink_words import Earned, earned

WIDTH = 320
ROW_HEIGHT = 24
"""Height of a row of numbered marks above the picture."""

_LEFT, _RIGHT = 46, 308
_PLOT_HEIGHT, _SMALL_PLOT_HEIGHT = 190, 84
_BELOW = 32
"""Room under the plot for the ticks of the hours and their name."""
_MAX_HOUR_TICKS, _MAX_KRONER_TICKS, _MAX_SMALL_KRONER_TICKS = 8, 6, 3


class AreaKey(StrEnum):
    """What an area of the curve stands for; also a part of its class in the style sheet."""

    OTHER_WAGE = "other-wage"
    WAGE = "wage"
    SUBSIDY = "subsidy"

    @property
    def label(self) -> str:
        """The name in the legend (message id)."""
        return _LABELS[self]


_LABELS = {
    AreaKey.OTHER_WAGE: N_("Other income"),
    AreaKey.WAGE: N_("Wage from the flexi-job"),
    AreaKey.SUBSIDY: N_("Subsidy"),
}


@dataclass(frozen=True, slots=True)
class Area:
    """A closed shape of the stack; `points` is as SVG writes them."""

    key: AreaKey
    points: str
    label: str
    """The name in the legend (message id)."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of an axis: hours a week across, kr. a month upwards."""

    place: float
    value: Hours | Kroner


@dataclass(frozen=True, slots=True)
class Mark:
    """A kink: its number in the list, its place on the total, and its row, 0 nearest to the picture."""

    number: int
    kink: Kink
    x: float
    y: float
    row: int
    label_y: float


@dataclass(frozen=True, slots=True)
class CurrentPoint:
    """The case itself; its label is to the right of the point (SVG text-anchor "start") or to the left ("end")."""

    point: Point
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Jump:
    """The vertical line at 0 hours: from other wage alone to the total with the first hour."""

    x: float
    y_from: float
    y_to: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything to be drawn in a view box of `width` × `height`; the plot lies between the four edges.

    `areas` are stacked from below, and `total` is the line on top. `here` is None where the hours are not known or
    lie beyond full time; `between` has the ends of a range of hours across. `sentences` say what the picture shows.
    """

    width: int
    height: int
    left: float
    right: float
    top: float
    bottom: float
    areas: tuple[Area, ...]
    pay: Earned
    total: str
    jump: Jump | None
    hour_ticks: tuple[Tick, ...]
    kroner_ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    here: CurrentPoint | None
    between: tuple[float, float] | None
    sentences: tuple[Text, ...]


def chart(curve: Curve, band: Band | None = None, *, small: bool = False) -> Chart:
    """Lay the curve out over 0 to full-time paid hours a week, and 0 to a round amount above the most, kr. a month.

    With a band, its hours are shown in place of the case's own. A small one is flat, without the kinks and sentences.
    """
    height, most_ticks = (_SMALL_PLOT_HEIGHT, _MAX_SMALL_KRONER_TICKS) if small else (_PLOT_HEIGHT, _MAX_KRONER_TICKS)
    highest = ticks(curve.at_full_time.total, most_ticks)[-1]
    rows = [] if small else rows_of_marks([_x(curve, kink.point.hours) for kink in curve.kinks])
    top = float((max(rows, default=-1) + 1) * ROW_HEIGHT + 8)
    bottom = top + height

    a_krone = height / float(highest)

    def y(amount: Decimal) -> float:
        return round(bottom - a_krone * float(amount), 1)

    # With the first hour comes the subsidy, so the pieces begin just above 0 hours and not at 0.
    points = (curve.segments[0].start, *(segment.end for segment in curve.segments))
    places = [_x(curve, point.hours) for point in points]
    heights = {
        AreaKey.OTHER_WAGE: [y(point.other_wage) for point in points],
        AreaKey.WAGE: [y(point.all_wage) for point in points],
        AreaKey.SUBSIDY: [y(point.total) for point in points],
    }
    areas, baseline = [], [y(Decimal(0))] * len(points)
    for key, upper in heights.items():
        if upper != baseline:
            label = earned(curve.case).besides if key is AreaKey.OTHER_WAGE else key.label
            areas.append(Area(key, f"{_line(places, upper)} {_line(places[::-1], baseline[::-1])}", label))
        baseline = upper
    return Chart(
        width=WIDTH,
        height=int(bottom) + _BELOW,
        left=_LEFT,
        right=_RIGHT,
        top=top,
        bottom=bottom,
        areas=tuple(areas),
        pay=earned(curve.case),
        total=_line(places, heights[AreaKey.SUBSIDY]),
        jump=Jump(_LEFT, y(curve.other_wage), y(points[0].total)) if curve.jump else None,
        hour_ticks=tuple(
            Tick(_x(curve, hours), Hours(hours))
            for hours in ticks(curve.full_time_hours, _MAX_HOUR_TICKS)
            if hours <= curve.full_time_hours
        ),
        kroner_ticks=tuple(Tick(y(amount), Kroner(amount)) for amount in ticks(highest, most_ticks)),
        marks=() if small else tuple(_marks(curve, rows, top, y)),
        here=None if band else _here(curve, y),
        between=_between(curve, band),
        sentences=() if small else _sentences(curve),
    )


def _x(curve: Curve, hours: Decimal) -> float:
    return round(_LEFT + (_RIGHT - _LEFT) * float(hours) / float(curve.full_time_hours), 1)


def _line(places: list[float], heights: list[float]) -> str:
    return " ".join(f"{x},{y}" for x, y in zip(places, heights, strict=True))


def ticks(length: Decimal, most: int) -> list[Decimal]:
    """From 0 to the first tick at or beyond the length, in steps of 1, 2, 5, 10, 20 …, at most `most` of them."""
    steps = (Decimal(digit * 10**power) for power in count() for digit in (1, 2, 5))
    step = next(step for step in steps if length <= step * most)
    ticks = [Decimal(0), step]
    while ticks[-1] < length:
        ticks.append(ticks[-1] + step)
    return ticks


def _marks(curve: Curve, rows: list[int], top: float, y: Callable[[Decimal], float]) -> list[Mark]:
    return [
        Mark(
            number=number,
            kink=kink,
            x=_x(curve, kink.point.hours),
            y=y(kink.point.total),
            row=row,
            label_y=top - 8 - ROW_HEIGHT / 2 - row * ROW_HEIGHT,
        )
        for number, (kink, row) in enumerate(zip(curve.kinks, rows, strict=True), start=1)
    ]


def _here(curve: Curve, y: Callable[[Decimal], float]) -> CurrentPoint | None:
    if curve.here is None or curve.here.hours > curve.full_time_hours:
        return None
    x = _x(curve, curve.here.hours)
    return CurrentPoint(curve.here, x, y(curve.here.total), "start" if x < (_LEFT + _RIGHT) / 2 else "end")


def _between(curve: Curve, band: Band | None) -> tuple[float, float] | None:
    if band is None:
        return None
    ends = [_x(curve, min(point.hours, curve.full_time_hours)) for point in (band.least, band.most)]
    return ends[0], ends[1]


def _sentences(curve: Curve) -> tuple[Text, ...]:
    """What the picture shows: its ends, the first hour, and every kink in order."""
    last = curve.at_full_time
    ends = Text(
        N_(
            "The curve shows your total before tax for 0 to {full_time} a week. Without hours it is {least} a "
            "month, and at full time {most}."
        ),
        {"full_time": HoursPaid(curve.full_time_hours), "least": curve.other_wage, "most": last.total_month},
    )
    if not curve.pay:
        return (ends, curve.segments[0].zone.sentence)
    jump = Text(
        N_("The first hour brings a subsidy of up to {jump} a month before tax. Without a wage there is none."),
        {"jump": curve.jump},
    )
    return (ends, *([jump] if curve.jump else []), curve.segments[0].zone.sentence, *(k.sentence for k in curve.kinks))
