"""A month recalculated with an error in it: the subsidy that the error gives."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypedDict, Unpack

from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import Kroner, Text
from salary.law.case import ZERO
from salary.law.one_month import MonthIncome, subsidies
from salary.law.payout.due import Due
from salary.law.payout.month import PaidMonth
from salary.law.payout.reason import Reason, ReasonKey
from salary.law.rates import Rates


class _Changed(TypedDict, total=False):
    """The inputs to the subsidy that an error changes."""

    wage: Decimal
    care_pay: Decimal
    benefit: Decimal
    lost_benefit: Decimal
    ceiling: Decimal | None


@dataclass(frozen=True, slots=True)
class Trial:
    """A month to recalculate with one error at a time. In `income`, other wage is part of the wage."""

    paid: PaidMonth
    due: Due
    income: MonthIncome

    @classmethod
    def of(cls, paid: PaidMonth, due: Due) -> Trial:
        """The month by one reading of the rules."""
        income = due.income
        return cls(paid, due, replace(income, wage=income.wage + income.other_wage, other_wage=ZERO))

    @property
    def wage(self) -> Decimal:
        """All wage that counts, kr. a month."""
        return self.income.wage

    @property
    def ceiling(self) -> Decimal | None:
        """The wage ceiling of the month as far as it is known, kr."""
        return self.income.ceiling

    def reason(self, key: ReasonKey, text: Text, sources: tuple[Source, ...], **changed: Unpack[_Changed]) -> Reason:
        """The error as a reason, with the subsidy that it gives."""
        return Reason(key, text, self.subsidy(**changed), sources)

    def subsidy(
        self, *, rates: Rates | None = None, reduction: Decimal | None = None, **changed: Unpack[_Changed]
    ) -> Kroner:
        """The subsidy with the error, kr.; where the rules are unsettled, the amount nearest to what was paid."""
        income = replace(self.income, **changed)
        amounts = subsidies(income, rates or self.due.result.rates, reduction=reduction)
        return min(amounts, key=lambda amount: abs(amount - self.paid.paid_subsidy_month))

    def right_amounts(self) -> tuple[Kroner, ...]:
        """The subsidy without any error by each reading of the rules, kr."""
        return subsidies(self.income, self.due.result.rates)
