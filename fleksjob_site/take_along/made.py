"""When a link was made and what it said then, and what has changed since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BaseModel, Field

from eligibility.law.changes import DATED
from eligibility.law.comparison import flips
from eligibility.law.outcome import Outcome
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import N_, Kroner, Text, Value
from fleksjob_site.visitor import VisitorData
from salary.law.rates import NoRates, Rates, rates_for


class Made(BaseModel):
    """The day that a link was made on, and the outcome and the total it was made with (kr. a month before tax)."""

    on: date
    outcome: Outcome | None = None
    total: Annotated[int, Field(gt=0, lt=10_000_000)] | None = None


def made(visitor: VisitorData, on: date) -> Made:
    """What a link made on this day says of itself."""
    assessment, total = visitor.assessment(on), visitor.total_month(on)
    return Made(on=on, outcome=assessment.outcome if assessment else None, total=int(total) if total else None)


@dataclass(frozen=True, slots=True)
class Changed:
    """Something that is another today than when the link was made, and why."""

    sentence: Text
    because: tuple[Text, ...]


def changed_since(then: Made, visitor: VisitorData, today: date) -> tuple[Changed, ...]:
    """What of the outcome and the total is another today, each with its reasons."""
    if then.on > today:
        return ()
    return tuple(filter(None, (_outcome(then, visitor, today), _total(then, visitor, today))))


def _outcome(then: Made, visitor: VisitorData, today: date) -> Changed | None:
    now, before = visitor.assessment(today), visitor.assessment(then.on)
    if then.outcome is None or now is None or now.outcome == then.outcome:
        return None
    because = []
    if before is None or before.outcome != then.outcome:
        because.append(_CORRECTED)
    else:
        titles = tuple(Text(flip.criterion.title) for flip in flips(before, now))
        if titles:
            because.append(Text(N_("your answers now give another result for: {conditions}"), {"conditions": titles}))
        because += [
            Text(N_("from {day}: {what}"), {"what": Text(what), "day": day})
            for day, what in DATED.items()
            if then.on < day <= today
        ]
    sentence = Text(
        N_("The outcome was “{then}” on {day}. Today it is “{now}”."),
        {"then": Text(then.outcome.heading), "day": then.on, "now": Text(now.outcome.heading)},
    )
    return Changed(sentence, tuple(because))


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
