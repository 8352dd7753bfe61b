"""A piece of advice: something to know or do, its sources, and when it applies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fleksjob_site.kernel.source import on_day
from fleksjob_site.kernel.statement import Statement


@dataclass(frozen=True, slots=True)
class Advice(Statement):
    """A statement that applies from the day `since` until the day before `until`.

    When the law changes, the old advice is kept for earlier days.
    """

    since: date = date.min
    until: date = date.max


def in_force(advice: Iterable[Advice], day: date) -> tuple[Advice, ...]:
    """The advice that applies on the day, with its sources as they are numbered then."""
    return tuple(on_day(piece, day) for piece in advice if piece.since <= day < piece.until)
