"""Pension that is known in per cent of the gross wage, in kroner (BEK 227/2024 § 1, stk. 1, nr. 1-2)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from fleksjob_site.kernel.money import exact
from salary.law.case import ZERO


@dataclass(frozen=True, slots=True)
class PensionPercent:
    """Both shares in per cent of the gross wage: before own pension, own ATP and AM-bidrag."""

    own: Decimal
    employer: Decimal

    def in_kroner(
        self, wage: Decimal, *, pension_included: bool, own_atp: Decimal, without_pension: Decimal = ZERO
    ) -> tuple[Decimal, Decimal]:
        """The employee's and the employer's share, kr. a month.

        `wage` is the AM-income, which is the gross wage less own pension and own ATP; with `pension_included` it is the
        gross wage and what the employer pays on top. `without_pension` is the part of it on which no pension is paid:
        taxed goods, which are not part of the gross wage, and what goes to a holiday account.
        """
        wage -= without_pension
        gross = wage * 100 / (100 + self.employer) if pension_included else (wage + own_atp) * 100 / (100 - self.own)
        return exact(gross * self.own / 100), exact(gross * self.employer / 100)
