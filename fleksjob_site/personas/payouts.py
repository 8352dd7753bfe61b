"""Payouts to an example person: the months as typed, and the expected result of the check."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.personas.reading import STRICT, Amount
from fleksjob_site.serving.parts import Entry
from salary.law.case import ZERO
from salary.law.payout.check import Verdict
from salary.law.payout.month import PaidMonth
from salary.pages.payout_forms import BLANK
from salary.pages.payout_kept import kept_months, pack


class ExpectedPayout(BaseModel):
    """The result that the tests expect, DKK before tax; `reason` is the key of the expected reason."""

    model_config = STRICT

    verdict: Annotated[Verdict, BeforeValidator(Verdict)]
    difference_month: Amount = ZERO
    reason: str | None = None


class Payout(BaseModel):
    """A month of the check; `typed` holds the fields that differ from the blank form."""

    model_config = STRICT

    typed: dict[str, str]
    expect: ExpectedPayout


def packed(payouts: list[Payout]) -> tuple[tuple[str, ...], ...]:
    """The months as a session keeps them."""
    return tuple(tuple(pack({**BLANK, **payout.typed})) for payout in payouts)


def paid_months(payouts: list[Payout], last_month: Month) -> tuple[PaidMonth, ...]:
    """The months as input of the check, in chronological order."""
    return tuple(paid for _, paid in kept_months({Entry.PAYOUTS: list(map(list, packed(payouts)))}, last_month))
