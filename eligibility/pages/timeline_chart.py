"""The layout of the timeline chart: positions of marks and bars, in the units of an SVG view box."""

from __future__ import annotations

from dataclasses import dataclass

from eligibility.law.grant import Duration
from eligibility.law.timeline import Event, Timeline
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.statement import Statement
from fleksjob_site.texts.marks import rows_of_marks

_GAP = 1.5
"""SVG units between one grant and the next, so that two of the same kind can be told apart."""

WIDTH = 320
_MARGIN = 14


@dataclass(frozen=True, slots=True)
class Mark:
    """An event: its number in the list, its place along the axis, and its row, 0 nearest to the axis."""

    number: int
    event: Event
    x: float
    row: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A grant along the axis."""

    duration: Duration
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything to be drawn; years are labels at the ends and between."""

    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    years: tuple[tuple[int, float], ...]
    rows: int
    notes: tuple[Statement, ...]
    """What stands beside the dates, without a place on the axis."""


def chart(shown: Timeline) -> Chart:
    """Lay the timeline out along one axis from its first to its last month."""
    months = [event.month for event in shown.events] + [
        edge for span in shown.spans for edge in (span.first, span.last)
    ]
    first, last = min(months), max(months)
    length = max(first.months_until(last), 1)

    def x(month: Month) -> float:
        return round(_MARGIN + (WIDTH - 2 * _MARGIN) * first.months_until(month) / length, 1)

    marks = _marks(shown.events, [x(event.month) for event in shown.events])
    return Chart(
        marks=marks,
        bars=tuple(Bar(s.duration, x(s.first), round(x(s.last) - x(s.first) - _GAP, 1)) for s in shown.spans),
        years=tuple((year, x(Month(year, 1))) for year in _years(first, last)),
        rows=max((mark.row for mark in marks), default=0) + 1,
        notes=shown.notes,
    )


def _marks(events: tuple[Event, ...], places: list[float]) -> tuple[Mark, ...]:
    placed = zip(events, places, rows_of_marks(places), strict=True)
    return tuple(Mark(number, event, place, row) for number, (event, place, row) in enumerate(placed, start=1))


def _years(first: Month, last: Month) -> list[int]:
    """Some round years inside the axis, few enough to be read on a phone."""
    step = next(step for step in (1, 2, 5, 10, 20, 50) if (last.year - first.year) / step <= 5)
    return [year for year in range(first.year + 1, last.year + 1) if year % step == 0]
