"""The kept cases side by side, each with what reaches the account and the difference to the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fleksjob_site.kernel.text import Kroner, Text
from salary.law.calculation import Result
from salary.law.cases import compare
from salary.law.net import Net, Paid, net_of
from salary.law.step import Step
from salary.pages.answer import Headlines, Span, headlines_of, steps_to_account
from salary.pages.forms import IncomeForm


@dataclass(frozen=True, slots=True)
class ComparedCase:
    """A case with its name, its headlines, and the differences to the first case, kr. a month.

    A difference is None where an amount, here or in the first case, is a range or not known. `steps_to_account` go on
    from the total; with `tax_in_letter` they and the letter go on to what is left after tax.
    """

    name: Text
    result: Result
    headlines: Headlines
    total_difference: Kroner | None
    account_difference: Kroner | None
    after_tax_difference: Kroner | None
    tax_in_letter: bool
    steps_to_account: tuple[Step, ...]


def compare_on_account(forms: Sequence[IncomeForm]) -> tuple[ComparedCase, ...]:
    """The cases of forms that can be calculated, in the order they were kept."""
    calculated = [(form, lines) for form in forms if form.case and (lines := headlines_of(form))]
    compared = compare(tuple(form.case for form, _ in calculated if form.case))
    return tuple(
        _compared(one.name, one.result, form, lines, calculated[0][1])
        for one, (form, lines) in zip(compared, calculated, strict=True)
    )


def case_by_itself(result: Result, paid: Paid | None, net: Net | None) -> ComparedCase:
    """The one case of a caller that has no form."""
    (alone,) = compare((result.case,))
    return ComparedCase(
        name=alone.name,
        result=result,
        headlines=Headlines(
            total=Span.of((result.total_month,)),
            account=Span.of((paid.account_before_tax,)) if paid else None,
            after_tax=Span.of((net.net,)) if net else None,
        ),
        total_difference=None,
        account_difference=None,
        after_tax_difference=None,
        tax_in_letter=net is not None,
        steps_to_account=steps_to_account(result, paid, net),
    )


def _compared(name: Text, result: Result, form: IncomeForm, lines: Headlines, first: Headlines) -> ComparedCase:
    account = form.account
    paid = account.paid(result.wage.month, result.subsidy.rounded) if account else None
    tax_in_letter = bool(form.cleaned_data["tax_in_letter"] and lines.after_tax)
    net = net_of(paid, account.card) if paid and account and account.card and tax_in_letter else None
    return ComparedCase(
        name=name,
        result=result,
        headlines=lines,
        total_difference=_difference(lines.total, first.total),
        account_difference=_difference(lines.account, first.account),
        after_tax_difference=_difference(lines.after_tax, first.after_tax),
        tax_in_letter=tax_in_letter,
        steps_to_account=steps_to_account(result, paid, net),
    )


def _difference(amount: Span | None, first: Span | None) -> Kroner | None:
    if amount is None or first is None or amount.is_range or first.is_range:
        return None
    return Kroner(amount.least - first.least)
