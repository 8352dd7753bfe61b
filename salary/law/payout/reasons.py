"""Likely reasons for a wrong payout: each error is calculated, and shown only if it gives what was paid."""

from __future__ import annotations

from collections.abc import Iterator

from fleksjob_site.kernel.law import BEK_SUBSIDY, LAB
from fleksjob_site.kernel.source import Source, on_day
from fleksjob_site.kernel.text import N_, Kroner, Text, Value
from salary.law.case import ZERO
from salary.law.core import reduction_of
from salary.law.payout.ceiling_errors import ceiling_errors
from salary.law.payout.due import TOLERANCE, Due
from salary.law.payout.entry_errors import entry_errors
from salary.law.payout.month import PaidMonth, counted_wage, spread_into
from salary.law.payout.reason import Reason, ReasonKey
from salary.law.payout.trial import Trial
from salary.law.payout.wage_errors import wage_errors
from salary.law.rates import periods


def likely_reasons(paid: PaidMonth, dues: tuple[Due, ...], months: tuple[PaidMonth, ...]) -> tuple[Reason, ...]:
    """Every error that gives what was paid, to within TOLERANCE, and not what is due; one of each kind.

    `dues` are what is due by each reading of the rules. None of these amounts is an error, and an error may be combined
    with any reading.
    """
    fitting: dict[str, Reason] = {}
    for due in dues:
        month = Trial.of(paid, due)
        for reason in _errors(month, months):
            explains = abs(reason.subsidy_month - paid.paid_subsidy_month) <= TOLERANCE
            if explains and not any(_is_due(reason.subsidy_month, other) for other in dues):
                fitting.setdefault(reason.key, reason)
    return tuple(on_day(reason, paid.month.first_day) for reason in fitting.values())


def _is_due(subsidy: Kroner, due: Due) -> bool:
    """Whether the rules certainly give this amount; with an unknown ceiling, only the most they can give is certain."""
    return due.certain_from - TOLERANCE <= subsidy <= due.most + TOLERANCE


def _errors(month: Trial, months: tuple[PaidMonth, ...]) -> Iterator[Reason]:
    yield from wage_errors(month)
    yield from ceiling_errors(month)
    yield from _other_rates(month)
    yield from _other_month(month, months)
    yield from _benefit(month)
    yield from entry_errors(month)


def _other_rates(month: Trial) -> Iterator[Reason]:
    """The rates of the period before or after."""
    used = periods().index(month.due.result.rates)
    for rates in periods()[max(0, used - 1) : used + 2]:
        if rates is not month.due.result.rates:
            values: dict[str, Value] = {"first": rates.valid_from, "last": rates.valid_to}
            subsidy = month.subsidy(rates=rates)
            text = Text(N_("The rates of {first} to {last} were used."), values)
            sources = (Source(LAB, "§ 123, stk. 1-2"), Source(LAB, "§ 189 a"), Source(BEK_SUBSIDY, "§ 4, stk. 1"))
            yield Reason(ReasonKey.WRONG_YEAR, text, subsidy, sources)


def _other_month(month: Trial, months: tuple[PaidMonth, ...]) -> Iterator[Reason]:
    """The income of the month before or after, where it has been entered."""
    for other in months:
        if other.month in (month.paid.month.plus(months=-1), month.paid.month.plus(months=1)):
            wage = counted_wage(other, spread_into(other, months)) + other.other_income_month
            yield month.reason(
                ReasonKey.WRONG_MONTH,
                Text(N_("The income of {month} was used."), {"month": other.month}),
                (Source(BEK_SUBSIDY, "§ 4, stk. 1"),),
                wage=wage,
                care_pay=other.care_pay_month,
                benefit=other.benefit_month if other.benefit_claimed else ZERO,
                lost_benefit=ZERO if other.benefit_claimed else other.benefit_month,
            )


def _benefit(month: Trial) -> Iterator[Reason]:
    """Wage and benefit in one month: 30 and 55% of the wage, and all of the benefit (BEK 227/2024 § 7, stk. 2)."""
    benefit, rates = month.paid.benefit_month, month.due.result.rates
    all_wage = month.income.all_wage
    if not benefit:
        return
    sources = (Source(LAB, "§ 124, stk. 3"), Source(BEK_SUBSIDY, "§ 7, stk. 2"), Source(BEK_SUBSIDY, "§ 9, stk. 2"))
    of_both = reduction_of(Kroner(all_wage + benefit), rates)
    values: dict[str, Value] = {"benefit": Kroner(benefit), "wage": Kroner(all_wage)}
    wrong = [
        (of_both, N_("Your benefit, {benefit}, was counted as wage too, and all of it was taken off as well.")),
        (
            all_wage,
            N_("All of your wage, {wage}, was taken off as well as your benefit, and not just part of it."),
        ),
        (Kroner(of_both - benefit), N_("Your benefit, {benefit}, was counted as wage alone.")),
    ]
    for reduction, message in wrong:
        subsidy = month.subsidy(reduction=reduction)
        yield Reason(ReasonKey.BENEFIT_AND_WAGE, Text(message, values), subsidy, sources)
