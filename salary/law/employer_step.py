"""One thing that an employer does, and the stage it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_


class Stage(StrEnum):
    """The stages of the list."""

    BEFORE = "before"
    AGREEMENT = "agreement"
    FIRST_WEEKS = "first-weeks"
    FOLLOW_UP = "follow-up"
    CHANGES = "changes"


STAGE_LABELS: Mapping[Stage, str] = {
    Stage.BEFORE: N_("Before you hire"),
    Stage.AGREEMENT: N_("The agreement"),
    Stage.FIRST_WEEKS: N_("The first weeks"),
    Stage.FOLLOW_UP: N_("Talks and follow-up"),
    Stage.CHANGES: N_("When something changes"),
}
"""What each stage is called (message ids)."""


@dataclass(frozen=True, slots=True)
class EmployerStep:
    """One thing to do: a heading and a text (message ids, with links as guides write them), and where it stands.

    `months` are counted from the first day at work; empty for a step without a date of its own.
    """

    key: str
    stage: Stage
    title: str
    text: str
    sources: tuple[Source, ...]
    months: tuple[int, ...] = ()

    def days(self, first_day: date) -> tuple[date, ...]:
        """The days that the step falls on, the last of a month that has no such day."""
        months = (Month.of(first_day).plus(months=later) for later in self.months)
        return tuple(month.first_day.replace(day=min(first_day.day, month.last_day.day)) for month in months)
