"""The kept cases side by side, each with what reaches the account and the difference to the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fleksjob_site.kernel.text import Kroner, Text
from salary.law.calculation import Result
from salary.law.cases import compare
from salary.law.net import net_of
from salary.pages.forms import IncomeForm


@dataclass(frozen=True, slots=True)
class ComparedCase:
    """A case with its name and amounts, kr. a month; None where an amount, here or in the first, is not known."""

    name: Text
    result: Result
    account: Kroner | None
    after_tax: Kroner | None
    total_difference: Kroner
    account_difference: Kroner | None
    after_tax_difference: Kroner | None


def compare_on_account(forms: Sequence[IncomeForm]) -> tuple[ComparedCase, ...]:
    """The cases of forms that can be calculated, in the order they were kept."""
    compared = compare(tuple(form.case for form in forms if form.case))
    accounts = [_account(form, one.result) for form, one in zip(forms, compared, strict=True)]
    return tuple(
        ComparedCase(
            name=one.name,
            result=one.result,
            account=account,
            after_tax=after_tax,
            total_difference=one.difference_to_first,
            account_difference=_difference(account, accounts[0][0]),
            after_tax_difference=_difference(after_tax, accounts[0][1]),
        )
        for one, (account, after_tax) in zip(compared, accounts, strict=True)
    )


def _account(form: IncomeForm, result: Result) -> tuple[Kroner | None, Kroner | None]:
    """What reaches the account of a case before tax and after it."""
    account = form.account
    if account is None:
        return None, None
    paid = account.paid(result.wage.month, result.subsidy.rounded)
    return paid.account_before_tax, net_of(paid, account.card).net if account.card else None


def _difference(amount: Kroner | None, first: Kroner | None) -> Kroner | None:
    return None if amount is None or first is None else Kroner(amount - first)
