"""When a link was made and what it said then, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from pydantic import BaseModel, Field

from eligibility.law.assessment import Assessment
from eligibility.law.changes import DATED, FIRST_DAY
from eligibility.law.comparison import flips
from eligibility.law.outcome import Outcome
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import N_, Kroner, Text, Value
from fleksjob_site.visitor import VisitorData
from salary.law.rates import NoRates, Rates, rates_for


class Made(BaseModel):
    """The day that a link was made on, and the outcome and the total it was made with (DKK a month before tax)."""

    on: date
    outcome: Outcome | None = None
    total: Annotated[int, Field(gt=0, lt=10_000_000)] | None = None

    def is_possible(self, today: date) -> bool:
        """Whether a link can have been made on that day: not before the site knew any rules, and not tomorrow."""
        return FIRST_DAY <= self.on <= today


def made(visitor: VisitorData, on: date) -> Made:
    """What a link made on this day says of itself."""
    total = visitor.total_month(on)
    return Made(on=on, outcome=visitor.outcome(on), total=int(total) if total else None)


@dataclass(frozen=True, slots=True)
class Changed:
    """Something that is different today from when the link was made, and why."""

    sentence: Text
    because: tuple[Text, ...] = ()


def changed_since(then: Made, before: VisitorData, visitor: VisitorData, today: date) -> tuple[Changed, ...]:
    """What of the outcome and the total is different today, each with its reasons.

    `before` has the answers that counted on the day of the link, `visitor` those that count today.
    """
    return tuple(filter(None, (_outcome(then, before, visitor, today), _total(then, visitor, today))))


def _outcome(then: Made, before: VisitorData, visitor: VisitorData, today: date) -> Changed | None:
    if then.outcome is None:
        return None
    now = visitor.assessment(today)
    values: dict[str, Value] = {"then": Text(then.outcome.heading), "day": then.on}
    if now is None:
        return Changed(Text(N_("The outcome was “{then}” on {day}. Today some answers are missing."), values))
    if now.outcome == then.outcome:
        return None
    sentence = N_("The outcome was “{then}” on {day}. Today it is “{now}”.")
    because = tuple(_reasons(then, before, now, today))
    return Changed(Text(sentence, {**values, "now": Text(now.outcome.heading)}), because)


def _reasons(then: Made, before: VisitorData, now: Assessment, today: date) -> Iterator[Text]:
    """Why the same answers give another outcome: conditions, dated rules, or the site itself."""
    judged_then = before.assessment(then.on)
    if judged_then is None or judged_then.outcome != then.outcome:
        yield _CORRECTED
        return
    flipped = [flip for flip in flips(judged_then, now) if flip.criterion.decides and flip.before and flip.now]
    if flipped:
        titles = tuple(Text(flip.criterion.title) for flip in flipped)
        yield Text(N_("your answers now give a different result for: {conditions}"), {"conditions": titles})
    for day, what in DATED.items():
        if then.on < day <= today and before.outcome(day - timedelta(days=1)) != before.outcome(day):
            yield Text(N_("from {day}: {what}"), {"what": Text(what), "day": day})


def _total(then: Made, visitor: VisitorData, today: date) -> Changed | None:
    now, before = visitor.total_month(today), visitor.total_month(then.on)
    if then.total is None or now is None or now == then.total:
        return None
    values: dict[str, Value] = {"then": Kroner(then.total), "day": then.on, "now": now}
    sentence = Text(N_("The total was {then} a month before tax on {day}. Today it is {now}."), values)
    rates = _rates(today)
    new_rates = rates is not None and rates != _rates(then.on)
    if before == then.total and rates and new_rates:
        return Changed(sentence, (Text(N_("new rates apply from {month}"), {"month": rates.valid_from}),))
    return Changed(sentence, (_CORRECTED,))


_CORRECTED = Text(N_("this site calculates or judges it differently now than it did then"))


def _rates(day: date) -> Rates | None:
    try:
        return rates_for(Month.of(day))
    except NoRates:
        return None
