"""What the income page answers: the headlines, what more work leaves, and the steps to the account."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from fleksjob_site.kernel.money import whole_kroner
from fleksjob_site.kernel.source import on_day
from fleksjob_site.kernel.text import N_, Kroner, Text, Value
from salary.law.band import Band, band
from salary.law.calculation import Result, calculate
from salary.law.case import ZERO
from salary.law.curve import Curve, curve_of
from salary.law.kept import Account
from salary.law.net import Net, Paid, net_of
from salary.law.net_steps import account_step, net_steps
from salary.law.step import Step
from salary.pages.forms import IncomeForm


@dataclass(frozen=True, slots=True)
class Span:
    """An amount a month, or the least and the most of it where hours or pace are not known exactly."""

    least: Kroner
    most: Kroner

    @property
    def is_range(self) -> bool:
        """Whether the ends differ in whole kroner, as they are shown."""
        return whole_kroner(self.least) != whole_kroner(self.most)

    @property
    def shown(self) -> Value:
        """The amount to the øre, or the range in whole kroner."""
        if not self.is_range:
            return self.least
        ends: dict[str, Value] = {"least": Kroner(whole_kroner(self.least)), "most": Kroner(whole_kroner(self.most))}
        return Text(N_("{least} to {most}"), ends)

    @classmethod
    def of(cls, amounts: Iterable[Decimal]) -> Span:
        found = list(amounts)
        return cls(Kroner(min(found)), Kroner(max(found)))


@dataclass(frozen=True, slots=True)
class Headlines:
    """The total, what of it reaches the account, and what is left with a tax card; None where that is not known."""

    total: Span
    account: Span | None
    after_tax: Span | None


def headlines(points: Iterable[tuple[Decimal, Decimal, Decimal]], account: Account | None) -> Headlines:
    """The headlines of one month or of the months that a range spans: wage, other wage and subsidy of each."""
    known = list(points)
    paid = [account.paid(wage, subsidy) for wage, _, subsidy in known] if account else []
    card = account.card if account else None
    return Headlines(
        total=Span.of(sum(amounts, ZERO) for amounts in known),
        account=Span.of(one.account_before_tax for one in paid) if paid else None,
        after_tax=Span.of(net_of(one, card).net for one in paid) if card else None,
    )


def headlines_of(form: IncomeForm) -> Headlines | None:
    """The headlines of a form that can be calculated, by themselves."""
    pay, case, hours_range = form.pay, form.case, form.hours_and_pace_range()
    if pay is None:
        return None
    curve = curve_of(pay, hours_known=case is not None) if hours_range else None
    spread = band(curve, *hours_range) if curve and hours_range else None
    points = points_of(calculate(case) if case else None, spread, curve)
    return headlines(points, form.account) if points else None


def points_of(result: Result | None, band: Band | None, curve: Curve | None) -> list[tuple[Decimal, Decimal, Decimal]]:
    """Where the headlines can have their ends: a single month, or the ends of a range and every kink within it."""
    if band and curve:
        inside = [kink.point for kink in curve.kinks if band.least.hours < kink.point.hours < band.most.hours]
        return [(point.wage, point.other_wage, point.subsidy_month) for point in (band.least, *inside, band.most)]
    if result:
        return [(result.wage.month, result.total_month - result.wage.month - result.subsidy.rounded,
                 result.subsidy.rounded)]  # fmt: skip
    return []


def steps_to_account(result: Result, paid: Paid | None, net: Net | None) -> tuple[Step, ...]:
    """The steps that follow the total, with their sources as they are numbered in the month."""
    steps = (*((account_step(result, paid),) if paid else ()), *(net_steps(net) if net else ()))
    return tuple(on_day(step, result.case.month.first_day) for step in steps)
