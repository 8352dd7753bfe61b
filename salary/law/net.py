"""What reaches the bank account: before tax, and after tax with a person's own tax card, kr. a month.

The wage is that of the fleksjob alone: a second job is a third payer, and the surplus of a side business has none, so
both are left out. Nobody's tax is estimated: without a card nothing after tax is calculated.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from fleksjob_site.kernel.money import whole_ore
from fleksjob_site.kernel.text import Kroner
from salary.law.calculation import Result
from salary.law.case import ZERO
from salary.law.rates import Rates, newest_rates


class MainCard(StrEnum):
    """Which payer has the main card (hovedkort), whose deduction is used; callers of the API hold these keys."""

    MUNICIPALITY = "municipality"
    EMPLOYER = "employer"
    NONE = "none"
    """Neither payer has a card."""


@dataclass(frozen=True, slots=True)
class TaxCard:
    """A person's own card: the withholding percentage (trækprocent), the monthly deduction, and who uses it."""

    percent: Decimal
    deduction_month: Decimal
    main_card: MainCard


@dataclass(frozen=True, slots=True)
class Paid:
    """What the two payers pay, kr. a month: the wage before tax less own pension and own ATP, and the subsidy.

    `goods` is the taxed value of goods, which raises the base of AM-bidrag and tax and is not paid out. `rates` are
    those of the month.
    """

    gross_wage: Decimal
    subsidy: Decimal
    subsidy_atp: Decimal
    own_pension: Decimal = ZERO
    own_atp: Decimal = ZERO
    goods: Decimal = ZERO
    rates: Rates = field(default_factory=newest_rates, kw_only=True)

    @property
    def am_income(self) -> Kroner:
        """AM-indkomst: what AM-bidrag is paid from."""
        cash = max(ZERO, self.gross_wage - self.own_pension - self.own_atp)
        return Kroner(cash + self.goods)

    @property
    def subsidy_base(self) -> Kroner:
        """The subsidy less its ATP (LAB § 137)."""
        return Kroner(self.subsidy - self.subsidy_atp)

    @property
    def account_before_tax(self) -> Kroner:
        """What would reach the account if there were no tax."""
        return Kroner(self.am_income - self.goods + self.subsidy_base)


def paid_of(result: Result, employer_pension_month: Decimal | None, own_pension_month: Decimal = ZERO) -> Paid | None:
    """What the payers of a calculated month pay; None where the employer's pension in the wage is not known.

    `own_pension_month` is only what goes through the employer into a scheme that the employer administers.
    """
    if employer_pension_month is None:
        return None
    own_atp = result.case.own_atp_month
    return Paid(
        gross_wage=result.wage.month + own_atp - employer_pension_month,
        subsidy=result.subsidy.rounded,
        subsidy_atp=result.atp_month,
        own_pension=own_pension_month,
        own_atp=own_atp,
        rates=result.rates,
    )


@dataclass(frozen=True, slots=True)
class Net:
    """What is withheld and what is left, kr. a month; `wage_net` and `subsidy_net` to the øre.

    `main_card_advice` is what moving the main card to the other payer would bring a month, 0 if nothing.
    """

    paid: Paid
    card: TaxCard
    am_contribution: Kroner
    wage_tax: Kroner
    subsidy_tax: Kroner
    wage_net: Kroner
    subsidy_net: Kroner
    main_card_advice: Kroner

    @property
    def net(self) -> Kroner:
        return Kroner(self.wage_net + self.subsidy_net)

    @property
    def deduction_unused(self) -> Kroner:
        """The part of the monthly deduction that the payer with the main card has nothing to set against."""
        bases = {
            MainCard.EMPLOYER: self.paid.am_income - self.am_contribution,
            MainCard.MUNICIPALITY: self.paid.subsidy_base,
        }
        base = bases.get(self.card.main_card)
        return Kroner(0 if base is None else max(ZERO, self.card.deduction_month - base))


def net_of(paid: Paid, card: TaxCard) -> Net:
    """What is left after tax as the payers withhold it with this card (KSL §§ 46, 48, 49 A-B)."""
    here = _net(paid, card)
    other = {MainCard.MUNICIPALITY: MainCard.EMPLOYER, MainCard.EMPLOYER: MainCard.MUNICIPALITY}.get(card.main_card)
    if other is None:
        return here
    moved = _net(paid, replace(card, main_card=other))
    return replace(here, main_card_advice=Kroner(max(ZERO, moved.net - here.net)))


def net_of_third_payer(amount: Decimal, card: TaxCard, rates: Rates) -> Kroner:
    """What is left of a benefit from a payer that is neither employer nor municipality, and so has no main card."""
    percent = rates.tax_without_card_percent.amount if card.main_card is MainCard.NONE else card.percent
    return Kroner(whole_ore(amount - amount * percent / 100))


def _net(paid: Paid, card: TaxCard) -> Net:
    am = Kroner(paid.am_income * paid.rates.am_contribution_percent.amount / 100)
    wage_base = paid.am_income - am
    wage_tax = _tax(wage_base, card, MainCard.EMPLOYER, paid.rates)
    subsidy_tax = _tax(paid.subsidy_base, card, MainCard.MUNICIPALITY, paid.rates)
    return Net(
        paid=paid,
        card=card,
        am_contribution=am,
        wage_tax=wage_tax,
        subsidy_tax=subsidy_tax,
        wage_net=Kroner(whole_ore(wage_base - wage_tax - paid.goods)),
        subsidy_net=Kroner(whole_ore(paid.subsidy_base - subsidy_tax)),
        main_card_advice=Kroner(0),
    )


def _tax(base: Decimal, card: TaxCard, payer: MainCard, rates: Rates) -> Kroner:
    """A-skat of one payer: only the one with the main card uses the deduction (KSL § 48, stk. 1, 3 and 8)."""
    if card.main_card is MainCard.NONE:
        return Kroner(base * rates.tax_without_card_percent.amount / 100)
    deduction = card.deduction_month if card.main_card is payer else ZERO
    return Kroner(card.percent * max(ZERO, base - deduction) / 100)
