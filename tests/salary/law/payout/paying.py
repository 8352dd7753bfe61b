"""A month of a payslip for tests with round sums: 9.200 kr. of wage with pension, and a ceiling that is stated."""

from datetime import date
from decimal import Decimal
from typing import Any

from fleksjob_site.kernel.calendar import Month
from salary.law.payout.check import CheckedMonth, check
from salary.law.payout.month import Ceiling, PaidMonth

TODAY = date(2026, 11, 21)


def paid(
    month: str = "2026-05", subsidy: str = "0", ceiling: str | Ceiling | None = "34000", **given: Any
) -> PaidMonth:
    """A wage of 8.000 kr. and 1.200 kr. of pension; in 2026 the rules give 21.600 kr. less 30 %, or 18.840 kr.

    What would be asked about is confirmed, unless a Ceiling is given that is not.
    """
    parts = {key: Decimal(given.pop(key)) for key in list(given) if key.endswith("part_month")}
    if not isinstance(ceiling, Ceiling):
        stated = None if ceiling is None else Decimal(ceiling)
        ceiling = Ceiling(stated_month=stated, confirmed=True, **parts)
    usual = {"wage_month": "8000", "own_pension_month": "400", "employer_pension_month": "800"}
    amounts = {key: Decimal(value) if isinstance(value, str) else value for key, value in (usual | given).items()}
    return PaidMonth(
        month=Month.parse(month),
        paid_subsidy_month=Decimal(subsidy),
        ceiling=ceiling,
        **({"before_tax_confirmed": True} | amounts),
    )


def checked(month: PaidMonth, *others: PaidMonth) -> CheckedMonth:
    """What is said of the month, with other months beside it."""
    found = {one.paid: one for one in check((month, *others), TODAY).months}
    return found[month]


def reasons(month: PaidMonth, *others: PaidMonth) -> list[str]:
    """The known errors that explain the payout; a tax or a wage that is turned around until it fits is none."""
    return [reason.key for reason in checked(month, *others).reasons if reason.key.is_known_error]
