"""The municipality's process under the rules of one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eligibility.law.advice import Advice, in_force
from eligibility.law.amounts import Amounts
from eligibility.law.decision import APPEAL, DECISION, PAY_DISPUTES
from eligibility.law.facts import Route
from eligibility.law.steps import STEPS, TO_BRING, own_business_steps
from eligibility.law.steps_in_scheme import IN_SCHEME_STEPS, OLD_TERMS_STEPS


@dataclass(frozen=True, slots=True)
class Process:
    """The way through the municipality on one day."""

    steps: tuple[Advice, ...]
    to_bring: tuple[Advice, ...]
    decision: tuple[Advice, ...]
    appeal: tuple[Advice, ...]


_STEPS = {
    Route.FLEKSJOB: STEPS,
    Route.IN_SCHEME: IN_SCHEME_STEPS,
    Route.OLD_TERMS: OLD_TERMS_STEPS,
}


def process(route: Route, on: date, amounts: Amounts) -> Process:
    """The steps on the day `on` for somebody on that route, with the amounts of that day."""
    own_business = route is Route.OWN_BUSINESS
    steps = own_business_steps(on.year, amounts.self_employed_year) if own_business else _STEPS[route]
    to_bring = TO_BRING if route in {Route.FLEKSJOB, Route.OWN_BUSINESS} else ()
    appeal = (*APPEAL, PAY_DISPUTES) if route == Route.IN_SCHEME else APPEAL
    return Process(*(in_force(part, on) for part in (steps, to_bring, DECISION, appeal)))
