"""The way through the municipality, as it is on the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from eligibility.law.advice import Advice
from eligibility.law.decision import APPEAL, DECISION
from eligibility.law.steps import IN_SCHEME_STEPS, OLD_TERMS_STEPS, OWN_BUSINESS_STEPS, STEPS, TO_BRING


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
    OWN_BUSINESS = "asks for the subsidy to a business"
    OLD_TERMS = "is in a fleksjob from before 2013"


_STEPS = {
    Way.APPLY: STEPS,
    Way.IN_SCHEME: IN_SCHEME_STEPS,
    Way.OWN_BUSINESS: OWN_BUSINESS_STEPS,
    Way.OLD_TERMS: OLD_TERMS_STEPS,
}


def process(way: Way, on: date) -> Process:
    """What applies on the day `on` to somebody on that way."""
    to_bring = TO_BRING if way in {Way.APPLY, Way.OWN_BUSINESS} else ()
    return Process(_on(_STEPS[way], on), _on(to_bring, on), _on(DECISION, on), _on(APPEAL, on))


def _on(part: tuple[Advice, ...], day: date) -> tuple[Advice, ...]:
    return tuple(advice for advice in part if advice.first_day <= day <= advice.last_day)
