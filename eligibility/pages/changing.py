"""An answer changed from the outcome: the old answers are kept until the walk is complete, then both are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from eligibility.law.assessment import Assessment, assess
from eligibility.law.comparison import Flip, flips
from eligibility.law.flow import walk
from fleksjob_site.serving.parts import Entry
from fleksjob_site.texts.amounts import amounts_on

FROM_OUTCOME = "outcome"
"""The value of `change` in the address of a question that is changed from the outcome."""


@dataclass(frozen=True, slots=True)
class Change:
    """The outcome before and now, and the conditions that flipped."""

    before: Assessment
    now: Assessment
    flips: tuple[Flip, ...]

    @property
    def changes_outcome(self) -> bool:
        return self.before.outcome != self.now.outcome


def remember_change(session: Any, old: Mapping[str, str], new: Mapping[str, str], *, starts: bool) -> None:
    """Store the old values that differ, "" for a missing answer; `starts` is True for the first answer of a change."""
    before = {} if starts else dict(session.get(Entry.BEFORE, {}))
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
