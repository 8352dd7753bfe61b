"""A piece of advice: something to know or do, where it stands, and the days it holds on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fleksjob_site.kernel.source import on_day
from fleksjob_site.kernel.statement import Statement


@dataclass(frozen=True, slots=True)
class Advice(Statement):
    """A statement that holds from the day `since` and no longer on the day `until`.

    What a change of the law replaces stays beside what replaces it.
    """

    since: date = date.min
    until: date = date.max


def that_holds(advice: Iterable[Advice], day: date) -> tuple[Advice, ...]:
    """The advice that holds on the day, its sources as they are called then."""
    return tuple(on_day(piece, day) for piece in advice if piece.since <= day < piece.until)
