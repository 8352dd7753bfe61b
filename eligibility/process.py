"""The way through the municipality, as it is on the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from eligibility.advice import APPEAL, DECISION, IN_SCHEME_STEPS, OLD_TERMS_STEPS, STEPS, TO_BRING, Advice


@dataclass(frozen=True, slots=True)
class Process:
    """The way through the municipality on one day."""

    steps: tuple[Advice, ...]
    to_bring: tuple[Advice, ...]
    decision: tuple[Advice, ...]
    appeal: tuple[Advice, ...]


class Way(Enum):
    """Which way through the municipality somebody is on."""

    APPLY = "asks for a grant"
    IN_SCHEME = "has a grant under the present rules"
    OLD_TERMS = "is in a fleksjob from before 2013"


def process(way: Way, on: date) -> Process:
    """What applies on the day `on` to somebody on that way."""
    steps = {Way.APPLY: STEPS, Way.IN_SCHEME: IN_SCHEME_STEPS, Way.OLD_TERMS: OLD_TERMS_STEPS}[way]
    to_bring = TO_BRING if way == Way.APPLY else ()
    return Process(_on(steps, on), _on(to_bring, on), _on(DECISION, on), _on(APPEAL, on))


def _on(part: tuple[Advice, ...], day: date) -> tuple[Advice, ...]:
    return tuple(advice for advice in part if advice.first_day <= day <= advice.last_day)
