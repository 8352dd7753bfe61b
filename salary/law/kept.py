"""What reaches the account of more wage, before tax and after it, with a person's own pension and tax card."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from fleksjob_site.kernel.money import exact
from fleksjob_site.kernel.text import Kroner
from salary.law.calculation import Result
from salary.law.contributions import atp_of
from salary.law.curve import Point
from salary.law.margin import OneMoreHour, Raise
from salary.law.net import Paid, TaxCard, net_of
from salary.law.rates import Rates
from salary.law.zones import subsidy_rule

FURTHER_WAGE = Kroner(100)
"""The amount of further gross wage that the page answers for: enough for øre to show."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is left of a change, kr. a month; `after_tax` is None without a tax card.

    `fills_deduction`: more is left after tax than before, as the wage fills a deduction that nothing was set against.
    """

    before_tax: Kroner
    after_tax: Kroner | None
    fills_deduction: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """How a wage with all pension is divided: pensions in per cent of the gross wage, own ATP in kr. a month."""

    rates: Rates
    employer_pension_percent: Decimal
    own_pension_percent: Decimal
    own_atp: Decimal
    card: TaxCard | None = None

    def paid(self, wage: Decimal, subsidy: Decimal) -> Paid:
        """What the payers pay for a wage that counts, with the employer's pension and without own ATP."""
        gross = exact((wage + self.own_atp) * 100 / (100 + self.employer_pension_percent))
        return Paid(
            gross_wage=gross,
            subsidy=subsidy,
            subsidy_atp=atp_of(Kroner(subsidy), self.rates),
            own_pension=exact(gross * self.own_pension_percent / 100),
            own_atp=self.own_atp,
            rates=self.rates,
        )

    def change(self, before: tuple[Decimal, Decimal], after: tuple[Decimal, Decimal]) -> Kept:
        """What reaches the account from one wage and subsidy to another."""
        first, second = self.paid(*before), self.paid(*after)
        rise = Kroner(second.account_before_tax - first.account_before_tax)
        if self.card is None:
            return Kept(rise, None)
        first_net, second_net = net_of(first, self.card), net_of(second, self.card)
        after_tax = Kroner(second_net.net - first_net.net)
        fills = after_tax > rise and second_net.deduction_unused < first_net.deduction_unused
        return Kept(rise, after_tax, fills)

    def of_further_wage(self, result: Result, further: Decimal = FURTHER_WAGE) -> Kept | None:
        """What is left of this much more gross wage under the same ceiling; None where no wage is paid yet."""
        wage, other = result.wage.month, result.case.other_income_month
        if not wage:
            return None
        rule = subsidy_rule(self.rates, result.wage.ceiling_month)
        more = wage + further * (100 + self.employer_pension_percent) / 100
        return self.change((wage, rule.subsidy(wage + other)), (more, rule.subsidy(more + other)))


@dataclass(frozen=True, slots=True)
class Gains:
    """How much of one more hour, a pay rise and a higher wage reaches the account; None where that is not known."""

    hour: Kept | None
    rise: Kept | None
    further_wage: Kept | None


def gains(account: Account | None, result: Result | None, hour: OneMoreHour | None, end: Point | None,
          rise: Raise | None) -> Gains:  # fmt: skip
    """`end` is the point of the curve after the hour."""
    if account is None:
        return Gains(None, None, None)

    def change(before: Point, after: Point) -> Kept:
        return account.change((before.wage, before.subsidy), (after.wage, after.subsidy))

    return Gains(
        hour=change(hour.start, end) if hour and end else None,
        rise=change(rise.before, rise.reported.after) if rise else None,
        further_wage=account.of_further_wage(result) if result else None,
    )
