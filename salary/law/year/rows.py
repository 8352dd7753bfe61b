"""The rows of a year: what is paid in each month, where the subsidy follows the wage of the month before (§ 4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Kroner
from salary.law.case import ZERO
from salary.law.contributions import atp_of
from salary.law.net import Net, Paid, TaxCard, net_of, net_of_third_payer
from salary.law.year.earned import Earned, earned_in
from salary.law.year.plan import Plan


@dataclass(frozen=True, slots=True)
class Row:
    """What is paid in a month, kr. before tax unless the name says otherwise.

    `this` is the month itself, whose wage and benefits are paid in it, and `before` the month whose wage set the
    subsidy. `subsidy_paid` is the least where the rules leave something open, and `subsidy_paid_most` the most; the
    amounts that build on it use the least. `paid` and `net` are None where the employer's pension is not known, and
    `net` where there is no tax card.
    """

    month: Month
    this: Earned
    before: Earned
    subsidy_paid: Kroner
    subsidy_paid_most: Kroner
    atp: Kroner
    paid: Paid | None
    net: Net | None
    is_in_job: bool

    @property
    def wage(self) -> Kroner:
        """The wage that counts, with all pension."""
        return Kroner(self.this.income.wage)

    @property
    def wage_paid(self) -> Kroner | None:
        """The wage without pension and own ATP (AM-indkomst)."""
        return self.paid.am_income if self.paid else None

    @property
    def benefit_paid(self) -> Kroner:
        """Sickness and parental benefit, and ledighedsydelse."""
        return Kroner(self.this.from_municipality + self.this.from_others)

    @property
    def account_before_tax(self) -> Kroner | None:
        """What would reach the account if there were no tax."""
        return Kroner(self.paid.account_before_tax + self.this.from_others) if self.paid else None

    @property
    def net_paid(self) -> Kroner | None:
        """What reaches the account after tax."""
        if self.net is None:
            return None
        return Kroner(self.net.net + net_of_third_payer(self.this.from_others, self.net.card, self.this.rates))

    @property
    def in_hand(self) -> Kroner:
        """What months are compared by: after tax where there is a card, else the most exact amount that is known."""
        known = (self.net_paid, self.account_before_tax)
        return next((amount for amount in known if amount is not None), self.total)

    @property
    def total(self) -> Kroner:
        """Wage, benefit and subsidy, with all pension."""
        return Kroner(self.wage + self.benefit_paid + self.subsidy_paid)

    @property
    def rates_month(self) -> Month:
        """The month whose rates were used for the subsidy that is paid."""
        return self.before.rates_month

    @property
    def rates_assumed(self) -> bool:
        """Whether the newest rates stood for those of the month whose wage set the subsidy."""
        return self.rates_month != self.before.income.month


@dataclass(frozen=True, slots=True)
class Sums:
    """The rows together, kr. before tax unless the name says otherwise; None where a row has no such amount."""

    wage: Kroner
    wage_paid: Kroner | None
    subsidy_paid: Kroner
    subsidy_paid_most: Kroner
    benefit_paid: Kroner
    atp: Kroner
    account_before_tax: Kroner | None
    net: Kroner | None


@dataclass(frozen=True, slots=True)
class Year:
    """All rows of a plan, in order."""

    plan: Plan
    rows: tuple[Row, ...]

    @property
    def poorest(self) -> Row | None:
        """The first of the months with the least; None where all months are alike."""
        return min(self._compared, key=_in_hand, default=None)

    @property
    def richest(self) -> Row | None:
        """The first of the months with the most; None where all months are alike."""
        return max(self._compared, key=_in_hand, default=None)

    @property
    def _compared(self) -> list[Row]:
        """The months with the wage and the subsidy of the job, where they differ."""
        rows = [row for row in self.rows if self.plan.is_in_job(row.before.income.month)]
        return rows if len({row.in_hand for row in rows}) > 1 else []

    @property
    def sums(self) -> Sums:
        rows = self.rows
        return Sums(
            wage=_sum(row.wage for row in rows),
            wage_paid=_sum_if_known(row.wage_paid for row in rows),
            subsidy_paid=_sum(row.subsidy_paid for row in rows),
            subsidy_paid_most=_sum(row.subsidy_paid_most for row in rows),
            benefit_paid=_sum(row.benefit_paid for row in rows),
            atp=_sum(row.atp for row in rows),
            account_before_tax=_sum_if_known(row.account_before_tax for row in rows),
            net=_sum_if_known(row.net_paid for row in rows),
        )


def year_of(plan: Plan) -> Year:
    """The rows of a plan; months after the newest rates use those, NoRates for one before the first."""
    earned = [earned_in(plan.first.plus(months=number), plan) for number in range(-1, plan.months)]
    return Year(plan, tuple(_row(before, this, plan) for before, this in pairwise(earned)))


def _row(before: Earned, this: Earned, plan: Plan) -> Row:
    subsidy = before.subsidy
    atp = atp_of(subsidy.least, before.rates)
    paid = _paid(this, subsidy.least, atp)
    return Row(
        month=this.income.month,
        this=this,
        before=before,
        subsidy_paid=subsidy.least,
        subsidy_paid_most=subsidy.most,
        atp=atp,
        paid=paid,
        net=_net(paid, plan.card),
        is_in_job=plan.is_in_job(this.income.month),
    )


def _paid(this: Earned, subsidy: Kroner, atp: Kroner) -> Paid | None:
    if this.gross_wage is None:
        return None
    # The municipality pays its benefits with the same tax card, and AM-bidrag is paid on none of them.
    return Paid(
        gross_wage=this.gross_wage,
        subsidy=subsidy + this.from_municipality,
        subsidy_atp=atp,
        own_pension=this.own_pension,
        own_atp=this.own_atp,
        rates=this.rates,
    )


def _net(paid: Paid | None, card: TaxCard | None) -> Net | None:
    return net_of(paid, card) if paid and card else None


def _in_hand(row: Row) -> Kroner:
    return row.in_hand


def _sum(amounts: Iterable[Decimal]) -> Kroner:
    return Kroner(sum(amounts, ZERO))


def _sum_if_known(amounts: Iterable[Decimal | None]) -> Kroner | None:
    known = list(amounts)
    return None if None in known else _sum(amount for amount in known if amount is not None)
