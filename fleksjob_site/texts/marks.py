"""Numbered marks along the axis of a chart: which row each of them takes."""

from collections.abc import Iterable

MARK_WIDTH = 22
"""Width of a numbered mark, in SVG user units."""


def rows_of_marks(places: Iterable[float]) -> list[int]:
    """For each place along the axis, in order, the lowest row where its mark does not overlap the previous one."""
    last_in_row: list[float] = []
    rows = []
    for place in places:
        row = next((r for r, taken in enumerate(last_in_row) if place - taken >= MARK_WIDTH), len(last_in_row))
        last_in_row[row : row + 1] = [place]
        rows.append(row)
    return rows
