"""Up to twelve payouts compared with what the rules give: month by month and in total (BEK 227/2024 §§ 1-14)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import N_, Kroner, Text
from salary.law.payout.due import TOLERANCE, Due, readings
from salary.law.payout.fitting import ceiling_that_fits, counted_wage_too_high, wage_that_fits
from salary.law.payout.month import MAX_MONTHS, PaidMonth
from salary.law.payout.questions import ConfirmQuestion, before_tax_question, ceiling_question
from salary.law.payout.reason import Reason
from salary.law.payout.reasons import likely_reasons
from salary.law.payout.remarks import remarks_on
from salary.law.step import Step


class Verdict(StrEnum):
    """How a payout compares with the rules. The value stays the same for callers of the API."""

    FITS = "fits"
    TOO_LITTLE = "too-little"
    TOO_MUCH = "too-much"
    DEPENDS_ON_CEILING = "depends-on-ceiling"
    UNSURE = "unsure"

    @property
    def words(self) -> str:
        """The message id that pages show."""
        return _WORDS[self]


_WORDS = {
    Verdict.FITS: N_("In line with the rules"),
    Verdict.TOO_LITTLE: N_("Less than the rules give you"),
    Verdict.TOO_MUCH: N_("More than the rules give you"),
    Verdict.DEPENDS_ON_CEILING: N_("It depends on the wage ceiling"),
    Verdict.UNSURE: N_("Answer a question first"),
}


@dataclass(frozen=True, slots=True)
class CheckedMonth:
    """A month's payout and the result of checking it; kr. before tax.

    `difference_month` is what the rules give less what was paid: above 0, too little was paid. It is 0 where the payout
    fits, depends on the ceiling, or waits for an answer to `question`. `ceiling_that_fits_month` is the ceiling by
    which the payout would be right, and `counted_wage_that_fits_month` the wage, where no known error explains it.
    `can_be_corrected` says whether the month is within the twelve months that can be corrected (§ 4, stk. 4).
    """

    paid: PaidMonth
    due: Due
    verdict: Verdict
    difference_month: Kroner
    reasons: tuple[Reason, ...]
    ceiling_that_fits_month: Kroner | None
    counted_wage_that_fits_month: Kroner | None
    question: ConfirmQuestion | None
    can_be_corrected: bool
    remarks: tuple[Text, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The calculation of what the rules give."""
        return self.due.steps


@dataclass(frozen=True, slots=True)
class Check:
    """All months in order, and the sums of their differences within the twelve months and before, kr. before tax."""

    months: tuple[CheckedMonth, ...]
    correctable_difference: Kroner
    earlier_difference: Kroner
    first_correctable: Month

    @property
    def is_a_whole_year(self) -> bool:
        """Whether all of the last twelve months were given; only then is a sum that of a year."""
        return sum(month.can_be_corrected for month in self.months) == MAX_MONTHS

    @property
    def paid(self) -> Kroner:
        """What was paid in all months."""
        return _sum(month.paid.paid_subsidy_month for month in self.months)

    @property
    def least(self) -> Kroner:
        """What the rules give in all months, by the lowest ceilings that are possible."""
        return _sum(month.due.least for month in self.months)

    @property
    def most(self) -> Kroner:
        """What the rules give in all months, by the highest ceilings that are possible."""
        return _sum(month.due.most for month in self.months)


def check(months: tuple[PaidMonth, ...], today: date) -> Check:
    """Check payouts of different months, at most MAX_MONTHS; NoRates for one that no rates cover.

    The executive order says twelve months and not from when; we count back from the month of `today` (BEK 227/2024
    § 4, stk. 4).
    """
    ordered = tuple(sorted(months, key=lambda paid: paid.month))
    first = Month.of(today).plus(months=-MAX_MONTHS)
    checked = tuple(_checked(paid, ordered, can_be_corrected=paid.month >= first) for paid in ordered)
    return Check(
        months=checked,
        correctable_difference=_sum(month.difference_month for month in checked if month.can_be_corrected),
        earlier_difference=_sum(month.difference_month for month in checked if not month.can_be_corrected),
        first_correctable=first,
    )


def _sum(amounts: Iterable[Decimal]) -> Kroner:
    return Kroner(sum(amounts, Decimal(0)))


def _checked(paid: PaidMonth, months: tuple[PaidMonth, ...], *, can_be_corrected: bool) -> CheckedMonth:
    dues = readings(paid, months)
    # Where the rules can be read in two ways, a payout that is right by either of them is right.
    due = min(dues, key=lambda due: abs(_gap(paid, due)))
    verdict = _verdict(paid, due)
    wrong = verdict in (Verdict.TOO_LITTLE, Verdict.TOO_MUCH)
    reasons = () if verdict == Verdict.FITS else likely_reasons(paid, dues, months)
    question = ceiling_question(paid, due.wage, months)
    if question is None and verdict != Verdict.FITS:
        question = before_tax_question(paid, reasons)
    checked = CheckedMonth(
        paid=paid,
        due=due,
        verdict=verdict,
        difference_month=_gap(paid, due) if wrong else Kroner(0),
        reasons=reasons,
        ceiling_that_fits_month=None,
        counted_wage_that_fits_month=None,
        question=question,
        can_be_corrected=can_be_corrected,
        remarks=tuple(remarks_on(paid, dues, fits=verdict == Verdict.FITS)),
    )
    if question:
        return replace(checked, verdict=Verdict.UNSURE, difference_month=Kroner(0), reasons=())
    return checked if verdict == Verdict.FITS else _with_what_fits(checked)


def _with_what_fits(checked: CheckedMonth) -> CheckedMonth:
    """Add the ceiling and the counted wage that would explain the payout, unless a known error explains it."""
    paid, due = checked.paid, checked.due
    explained = any(reason.key.is_known_error for reason in checked.reasons)
    too_little = checked.verdict == Verdict.TOO_LITTLE
    # An assumed ceiling is the lowest possible, so a lower one is not shown. Where no ceiling is stated, the one that
    # fits is shown even if a known error explains the payout.
    below_the_lowest = too_little and paid.ceiling.stated_month is None and due.income.ceiling is not None
    ceiling = None if below_the_lowest else ceiling_that_fits(due, paid.paid_subsidy_month)
    if explained:
        return replace(checked, ceiling_that_fits_month=None if paid.ceiling.stated_month is not None else ceiling)
    wage = None if checked.verdict == Verdict.TOO_MUCH else wage_that_fits(due, paid.paid_subsidy_month)
    reasons = checked.reasons
    if wage is not None:
        reasons = (*reasons, counted_wage_too_high(due, wage, paid.paid_subsidy_month))
    return replace(checked, reasons=reasons, ceiling_that_fits_month=ceiling, counted_wage_that_fits_month=wage)


def _gap(paid: PaidMonth, due: Due) -> Kroner:
    """What is due at the least less what was paid, or at the most where more than that was paid; 0 in between."""
    subsidy = paid.paid_subsidy_month
    return Kroner(min(max(subsidy, due.least), due.most) - subsidy)


def _verdict(paid: PaidMonth, due: Due) -> Verdict:
    gap = _gap(paid, due)
    if gap > TOLERANCE:
        return Verdict.TOO_LITTLE
    if gap < -TOLERANCE:
        return Verdict.TOO_MUCH
    # A smaller payout is right only with a lower ceiling than is known.
    return Verdict.DEPENDS_ON_CEILING if due.certain_from - paid.paid_subsidy_month > TOLERANCE else Verdict.FITS
