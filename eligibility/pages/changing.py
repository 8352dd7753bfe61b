"""Changing an answer from the outcome page: old answers are kept until the walk is complete, and then compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from eligibility.law.assessment import Assessment, assess
from eligibility.law.comparison import VerdictChange, flips
from eligibility.law.flow import walk
from fleksjob_site.serving.parts import Entry
from fleksjob_site.texts.amounts import amounts_on

FROM_OUTCOME = "outcome"
"""Value of the query parameter `change` when a question was opened from the outcome page."""


@dataclass(frozen=True, slots=True)
class Change:
    """The outcome before and now, and the conditions that flipped."""

    before: Assessment
    now: Assessment
    flips: tuple[VerdictChange, ...]

    @property
    def changes_outcome(self) -> bool:
        return self.before.outcome != self.now.outcome


def remember_change(session: Any, old: Mapping[str, str], new: Mapping[str, str], *, is_first: bool) -> None:
    """Store the old values that differ, "" for a missing answer; `is_first`: the first answer of a change."""
    before = {} if is_first else dict(session.get(Entry.BEFORE, {}))
    for key in {*old, *new}:
        if old.get(key) != new.get(key):
            before.setdefault(key, old.get(key, ""))
    session[Entry.BEFORE] = before


def answers_before(session: Any) -> dict[str, str]:
    """All answers as they were; empty where nothing was changed from the outcome."""
    before = session.get(Entry.BEFORE, {})
    both = {**session.get(Entry.WALK, {}), **before}
    return {key: text for key, text in both.items() if text} if before else {}


def change_of(session: Any, now: Assessment, on: date) -> Change | None:
    """What the last change does; None without one, or where the old answers are no longer a complete walk."""
    step = walk(answers_before(session), on)
    if not session.get(Entry.BEFORE) or not step.complete:
        return None
    before = assess(step.answers, on, amounts_on(on))
    return Change(before, now, flips(before, now))
