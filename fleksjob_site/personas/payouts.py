"""What was paid to an example person: the months as typed, and what the check is expected to say of them."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.personas.reading import STRICT, ZERO, Amount
from fleksjob_site.serving.parts import Entry
from salary.law.payout.check import Verdict
from salary.law.payout.month import PaidMonth
from salary.pages.payout_forms import BLANK
from salary.pages.payout_kept import kept_months, pack


class ExpectedPayout(BaseModel):
    """What the test run holds the site to, kr. before tax; `reason` is the key of the one that explains it."""

    model_config = STRICT

    verdict: Annotated[Verdict, BeforeValidator(Verdict)]
    difference_month: Amount = ZERO
    reason: str | None = None


class Payout(BaseModel):
    """A month of the check as typed, where it is not as the form starts."""

    model_config = STRICT

    typed: dict[str, str]
    expect: ExpectedPayout


def packed(payouts: list[Payout]) -> tuple[tuple[str, ...], ...]:
    """The months as a session keeps them."""
    return tuple(tuple(pack({**BLANK, **payout.typed})) for payout in payouts)


def paid_months(payouts: list[Payout], last_month: Month) -> tuple[PaidMonth, ...]:
    """The months as the check takes them, by time."""
    return tuple(paid for _, paid in kept_months({Entry.PAYOUTS: list(map(list, packed(payouts)))}, last_month))
