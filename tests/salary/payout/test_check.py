"""What a check says of payouts: right ones, wrong ones, and those that the rules leave open."""

from datetime import date
from decimal import Decimal
from typing import Any

from fleksjob_site.kernel.calendar import Month
from salary.payout.check import Check, Checked, Verdict, check
from salary.payout.month import Ceiling, PaidMonth

TODAY = date(2026, 11, 21)
STATED = Ceiling(stated_month=Decimal(34_000))


def paid(month: str = "2026-05", **given: Any) -> PaidMonth:
    """A month with a wage of 8.000 kr., 1.200 kr. of pension and a ceiling of 34.000 kr., paid as the rules give."""
    usual = {
        "wage_month": Decimal(8000),
        "own_pension_month": Decimal(400),
        "employer_pension_month": Decimal(800),
        "paid_subsidy_month": Decimal(18839),
        "ceiling": STATED,
    }
    return PaidMonth(month=Month.parse(month), **(usual | given))


def checked(*months: PaidMonth) -> Check:
    return check(months, TODAY)


def only(month: PaidMonth) -> Checked:
    (found,) = checked(month).months
    return found


def test_a_right_payout_fits() -> None:
    # 98 % of 22.041 kr., less 30 % of 9.200 kr.
    found = only(paid())
    assert (found.verdict, found.difference_month, found.reasons) == (Verdict.FITS, 0, ())
    assert found.due.result.subsidy_month == 21600 - 2760 == 18840
