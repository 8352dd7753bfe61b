"""Amounts that may have been entered wrongly: after ATP, tax or AM-bidrag. These are not errors of the municipality."""

from __future__ import annotations

from collections.abc import Iterator

from fleksjob_site.kernel.law import AM_CONTRIBUTION, BEK_SUBSIDY, KSL, LAB
from fleksjob_site.kernel.money import exact, whole_kroner
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_, Kroner, Percent, Text, Value
from salary.law.contributions import atp_of
from salary.law.payout.due import TOLERANCE
from salary.law.payout.reason import Reason, ReasonKey
from salary.law.payout.trial import Trial

_PLAUSIBLE_TAX_PERCENTS = range(20, 71)
"""What a tax card without a deduction withholds, whole per cent; a match outside it is more likely a coincidence."""


def entry_errors(month: Trial) -> Iterator[Reason]:
    """Errors of the visitor, tried after those of the municipality."""
    yield from _after_atp(month)
    yield from _a_income(month)
    yield from _after_tax(month)


def _after_atp(month: Trial) -> Iterator[Reason]:
    """The amount that reached the account is after ATP."""
    text = N_(
        "You may have entered the amount after ATP. Before ATP the subsidy is {subsidy}, and {atp} is withheld for "
        "ATP. If so, correct the amount before you send a letter."
    )
    for subsidy in month.right_amounts():
        atp = atp_of(subsidy, month.due.result.rates)
        if atp:
            values: dict[str, Value] = {"subsidy": subsidy, "atp": atp}
            sources = (Source(LAB, "§ 137, stk. 3"),)
            yield Reason(ReasonKey.AFTER_ATP, Text(text, values), Kroner(subsidy - atp), sources)


def _a_income(month: Trial) -> Iterator[Reason]:
    """The A-income of the payslip is the AM-income less AM-bidrag (arbejdsmarkedsbidragsloven § 1)."""
    if month.paid.pension_included or not month.paid.wage_month:
        return
    am_percent = month.due.result.rates.am_contribution_percent.amount
    am_income = exact(month.paid.wage_month * 100 / (100 - am_percent))
    text = N_(
        "You may have entered A-income (A-indkomst), which is after labour market contribution (AM-bidrag). If so, "
        "the AM-income (AM-indkomst) is {am_income}, and the payment fits that. Check your payslip, and correct the "
        "amount before you send a letter."
    )
    yield month.reason(
        ReasonKey.A_INCOME_ENTERED,
        Text(text, {"am_income": Kroner(am_income)}),
        (Source(BEK_SUBSIDY, "§ 1, stk. 1, nr. 1"), Source(AM_CONTRIBUTION, "§ 1")),
        wage=month.wage + am_income - month.paid.wage_month,
    )


def _after_tax(month: Trial) -> Iterator[Reason]:
    """The right subsidy less tax at a whole percentage, before or after ATP; only where the right amount is certain."""
    due = month.due
    if due.least != due.most:
        return
    before_atp, paid = due.most, month.paid.paid_subsidy_month
    after_atp = before_atp - atp_of(before_atp, due.result.rates)
    for amount, message in ((after_atp, _AFTER_ATP_AND_TAX), (before_atp, _AFTER_TAX)):
        for percent in _PLAUSIBLE_TAX_PERCENTS:
            left = exact(amount * (100 - percent) / 100)
            if amount and abs(left - paid) <= TOLERANCE:
                values: dict[str, Value] = {"subsidy": before_atp, "percent": Percent(percent)}
                sources = (Source(KSL, "§ 48, stk. 1"), Source(LAB, "§ 137, stk. 3"))
                yield Reason(ReasonKey.AFTER_TAX, Text(message, values), Kroner(whole_kroner(left)), sources)
                return


_AFTER_TAX = N_(
    "The amount is {subsidy} less {percent} in tax. So it may be what you got after tax. Enter the amount before tax "
    "and before ATP."
)
_AFTER_ATP_AND_TAX = N_(
    "The amount is {subsidy} less ATP and {percent} in tax. So it may be what you got after tax. Enter the amount "
    "before tax and before ATP."
)
