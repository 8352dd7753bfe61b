"""What reaches the account, in the body and in the response of the income endpoint: before tax, and after it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic_core import PydanticCustomError

from fleksjob_site.api.decimals import AMOUNT_DECIMALS, Between
from fleksjob_site.api.gate import Body, Check, key_of
from fleksjob_site.api.shapes import Amount, Out, two_decimals
from fleksjob_site.api.steps import StepOut, step_out
from fleksjob_site.api.wrong import Code, refuse
from fleksjob_site.serving.api import limits
from salary.law.calculation import Result
from salary.law.case import ZERO, Case
from salary.law.kept import Account
from salary.law.limits import MAX_AMOUNT, MAX_PENSION_PERCENT
from salary.law.net import MainCard, Paid, TaxCard, net_of, paid_of
from salary.law.net_steps import net_steps


class TaxIn(Body):
    """A person's own tax card (skattekort). Nobody's tax is estimated: without a card nothing after tax is computed."""

    percent: Annotated[Decimal, Between(0, 100)]
    """The withholding percentage (trækprocent); 0 for an exemption card (frikort)."""
    deduction_month: Annotated[Decimal, Between(0, MAX_AMOUNT, AMOUNT_DECIMALS)]
    """The monthly deduction (månedsfradrag)."""
    main_card: Annotated[MainCard, *key_of(MainCard)]
    """Which payer has the main card (hovedkort); "none" where neither has a card, and 55 % is withheld."""

    def card(self) -> TaxCard:
        """The card as the law code takes it."""
        return TaxCard(self.percent, self.deduction_month, self.main_card)


class CardIn(Body):
    """The field for what is left after tax."""

    tax: TaxIn | None = None
    """The person's own tax card, for what is left after tax."""


def percent_or_month(name: str) -> tuple[Check, dict[str, Any]]:
    """The check that an amount is given in per cent or in DKK a month, not both, and the same as a JSON Schema."""
    percent, month = names = (f"{name}_percent", f"{name}_month")

    def find(body: Any) -> Iterator[PydanticCustomError]:
        if getattr(body, month) is not None and getattr(body, percent):
            yield refuse(Code.ONE_OF_TWO, field=month, allowed=" / ".join(names), limits=limits(values=list(names)))

    ways = [{"properties": {percent: {"enum": [0, "0"]}}}, {"properties": {month: {"type": "null"}}}]
    return Check(names, find), {"anyOf": ways}


def _more_pension_than_wage(body: Any) -> Iterator[PydanticCustomError]:
    wage, pension = body.wage_month, body.employer_pension_month
    if wage is not None and pension is not None and pension > wage:
        yield refuse(Code.PARTS_ABOVE_WHOLE, field="employer_pension_month", limits=limits(maximum=wage))


_ONE_OWN_PENSION, ONE_OWN_PENSION_SCHEMA = percent_or_month("own_pension")


class AccountIn(Body):
    """The fields of a month that affect only what reaches the account, not the subsidy."""

    account_checks: ClassVar[tuple[Check, ...]] = (
        _ONE_OWN_PENSION,
        Check(("wage_month", "employer_pension_month"), _more_pension_than_wage),
    )

    own_pension_percent: Annotated[Decimal, Between(0, MAX_PENSION_PERCENT)] = Decimal(0)
    """Own pension in per cent of the agreed wage, where the employer administers the scheme."""
    own_pension_month: Annotated[Decimal, Between(0, MAX_AMOUNT, AMOUNT_DECIMALS)] | None = None
    """The same in DKK a month, instead of per cent."""
    employer_pension_month: Annotated[Decimal, Between(0, MAX_AMOUNT, AMOUNT_DECIMALS)] | None = None
    """The employer's pension in the wage including all pension. It takes the place of the pension on top, and is needed
    with supplements, and with a `wage_month` without pension on top: both may include pension."""

    def employer_pension_of(self, case: Case) -> Decimal | None:
        """The employer's pension in the wage that counts, DKK a month; None if it is not known."""
        return case.employer_pension_month if self.employer_pension_month is None else self.employer_pension_month

    def own_pension_of(self, case: Case) -> Decimal:
        """Own pension, DKK a month."""
        if self.own_pension_month is not None:
            return self.own_pension_month
        return case.gross_wage_month * self.own_pension_percent / 100

    def paid(self, result: Result) -> Paid | None:
        """What employer and municipality pay for the month; None if the employer's pension is not known."""
        return paid_of(result, self.employer_pension_of(result.case), self.own_pension_of(result.case))


def account_of(body: Any, result: Result) -> Account | None:
    """How the month of an income body reaches the account; None where the employer's pension is not known."""
    case = result.case
    employer, own = body.employer_pension_of(case), body.own_pension_of(case)
    if employer is None:
        return None
    gross = result.wage.month + case.own_atp_month - employer
    if body.employer_pension_month is None:
        percents = case.pension_on_top_percent, body.own_pension_percent
    else:
        percents = (employer * 100 / gross, own * 100 / gross) if gross else (ZERO, ZERO)
    if body.own_pension_month is not None:
        percents = percents[0], own * 100 / gross if gross else ZERO
    return Account(result.rates, *percents, case.own_atp_month, body.tax.card() if body.tax else None)


class TaxFiguresOut(Out):
    """What is withheld and what is left after tax, DKK a month; to the øre."""

    am_contribution_month: Amount
    """AM-bidrag, which the employer withholds."""
    wage_tax_month: Amount
    subsidy_tax_month: Amount
    wage_net_month: Amount
    subsidy_net_month: Amount
    net_month: Amount
    main_card_advice_month: Amount
    """What moving the main card to the other payer would bring a month; 0 if nothing."""


class TaxOut(TaxFiguresOut):
    """What is withheld and what is left with the card that was given, DKK a month; to the øre."""

    steps: list[StepOut]


class TaxWithoutStepsOut(TaxFiguresOut):
    """The same, with steps only where they are asked for."""

    steps: list[StepOut] | None


def tax_of(paid: Paid, tax: TaxIn, *, steps: bool = True) -> dict[str, Any]:
    """The figures after tax of what is paid."""
    net = net_of(paid, tax.card())
    return {
        "am_contribution_month": two_decimals(net.am_contribution),
        "wage_tax_month": two_decimals(net.wage_tax),
        "subsidy_tax_month": two_decimals(net.subsidy_tax),
        "wage_net_month": two_decimals(net.wage_net),
        "subsidy_net_month": two_decimals(net.subsidy_net),
        "net_month": two_decimals(net.net),
        "main_card_advice_month": two_decimals(net.main_card_advice),
        "steps": [step_out(step) for step in net_steps(net)] if steps else None,
    }
