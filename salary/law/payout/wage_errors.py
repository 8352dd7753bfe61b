"""Wage that was left out or counted twice, and what was counted but is not wage, as reasons for a payout."""

from __future__ import annotations

from collections.abc import Iterator

from fleksjob_site.kernel.law import BEK_SUBSIDY, LAB
from fleksjob_site.kernel.practice import DECISION_39_19
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Kroner, Text, Value
from salary.law.payout.reason import Reason, ReasonKey
from salary.law.payout.trial import Trial


def wage_errors(month: Trial) -> Iterator[Reason]:
    """Errors in what is counted as the wage of the month."""
    yield from _pension(month)
    yield from _several_months(month)
    yield from _holiday(month)
    yield from _goods(month)


def _pension(month: Trial) -> Iterator[Reason]:
    own, employers = month.paid.own_pension_month, month.paid.employer_pension_month
    sources = (Source(LAB, "§ 123, stk. 2"), Source(BEK_SUBSIDY, "§ 1, stk. 1, nr. 1-2"))
    shares = [
        (own + employers, N_("All the pension, {pension}, was left out of the wage."), _ALL_TWICE),
        (own, N_("Your own share of the pension, {pension}, was left out of the wage."), _OWN_TWICE),
        (employers, N_("The employer's share of the pension, {pension}, was left out of the wage."), _EMPLOYERS_TWICE),
    ]
    for pension, left_out, twice in shares:
        if pension:
            values: dict[str, Value] = {"pension": Kroner(pension)}
            less, more = month.wage - pension, month.wage + pension
            if less >= 0:
                yield month.reason(ReasonKey.PENSION_LEFT_OUT, Text(left_out, values), sources, wage=less)
            yield month.reason(ReasonKey.PENSION_COUNTED_TWICE, Text(twice, values), sources, wage=more)


_ALL_TWICE = N_("All the pension, {pension}, was counted twice.")
_OWN_TWICE = N_("Your own share of the pension, {pension}, was counted twice.")
_EMPLOYERS_TWICE = N_("The employer's share of the pension, {pension}, was counted twice.")


def _several_months(month: Trial) -> Iterator[Reason]:
    if month.paid.several_months_pay:
        yield month.reason(
            ReasonKey.SEVERAL_MONTHS_AT_ONCE,
            Text(
                N_("Pay for several months, {pay}, was counted in this month alone, and not spread over them."),
                {"pay": Kroner(month.paid.several_months_pay)},
            ),
            (Source(BEK_SUBSIDY, "§ 3, stk. 4"),),
            wage=month.wage + month.paid.several_months_pay - month.paid.share_of_several_months,
        )


def _holiday(month: Trial) -> Iterator[Reason]:
    if month.paid.holiday_earned_month:
        yield month.reason(
            ReasonKey.HOLIDAY_MONEY_WHEN_EARNED,
            Text(
                N_("Holiday money, {earned}, was counted when you earned it, and not when you take the holiday."),
                {"earned": Kroner(month.paid.holiday_earned_month)},
            ),
            (Source(BEK_SUBSIDY, "§ 6, stk. 1-2"),),
            wage=month.wage + month.paid.holiday_earned_month,
        )


def _goods(month: Trial) -> Iterator[Reason]:
    if month.paid.taxed_goods_month:
        yield month.reason(
            ReasonKey.GOODS_COUNTED,
            Text(
                N_("Taxed benefits in kind, {goods}, were counted as wage. A phone, a car or insurance is not wage."),
                {"goods": Kroner(month.paid.taxed_goods_month)},
            ),
            (Source(DECISION_39_19, "", Status.PRACTICE), Source(BEK_SUBSIDY, "§ 1, stk. 1, nr. 1")),
            wage=month.wage + month.paid.taxed_goods_month,
        )
