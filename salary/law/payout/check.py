"""Up to twelve payouts against what the rules give: month by month and in all (BEK 227/2024 §§ 1-14)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import N_, Kroner, Text, Value
from salary.law.contributions import atp_of
from salary.law.payout.due import TOLERANCE, Due, readings
from salary.law.payout.month import MOST_MONTHS, PaidMonth
from salary.law.payout.reason import Reason
from salary.law.payout.reasons import likely_reasons
from salary.law.rates import rates_for
from salary.law.step import Step


class Verdict(StrEnum):
    """How a payout compares with the rules. The value stays the same for callers of the API."""

    FITS = "fits"
    TOO_LITTLE = "too-little"
    TOO_MUCH = "too-much"
    DEPENDS_ON_CEILING = "depends-on-ceiling"

    @property
    def words(self) -> str:
        """The message id that pages show."""
        return _WORDS[self]


_WORDS = {
    Verdict.FITS: N_("It fits the rules"),
    Verdict.TOO_LITTLE: N_("Less than the rules give"),
    Verdict.TOO_MUCH: N_("More than the rules give"),
    Verdict.DEPENDS_ON_CEILING: N_("It depends on the wage ceiling"),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """A month's payout and what is said of it; kr. before tax.

    `difference_month` is what the rules give less what was paid: above 0, too little was paid. It is 0 where the payout
    fits or depends on the ceiling. `ceiling_that_fits_month` is the ceiling by which the payout would be right, where a
    ceiling would explain it and nothing else does. `can_be_corrected` tells whether the month is within twelve months.
    """

    paid: PaidMonth
    due: Due
    verdict: Verdict
    difference_month: Kroner
    reasons: tuple[Reason, ...]
    ceiling_that_fits_month: Kroner | None
    can_be_corrected: bool
    remarks: tuple[Text, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The way to what the rules give."""
        return self.due.steps


@dataclass(frozen=True, slots=True)
class Check:
    """All months by time, and the sums of their differences within the twelve months and before, kr. before tax."""

    months: tuple[Checked, ...]
    within: Kroner
    before: Kroner
    first_correctable: Month

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
    """Check payouts of different months, at most MOST_MONTHS; NoRates for one that no rates cover.

    The order speaks of twelve months and not of which; we count back from the month of `today` (BEK 227/2024 § 4,
    stk. 4).
    """
    ordered = tuple(sorted(months, key=lambda paid: paid.month))
    first = Month.of(today).plus(months=-MOST_MONTHS)
    checked = tuple(_checked(paid, ordered, can_be_corrected=paid.month >= first) for paid in ordered)
    return Check(
        months=checked,
        within=_sum(month.difference_month for month in checked if month.can_be_corrected),
        before=_sum(month.difference_month for month in checked if not month.can_be_corrected),
        first_correctable=first,
    )


def _sum(amounts: Iterable[Decimal]) -> Kroner:
    return Kroner(sum(amounts, Decimal(0)))


def _checked(paid: PaidMonth, months: tuple[PaidMonth, ...], *, can_be_corrected: bool) -> Checked:
    ways = readings(paid, months)
    # Where the rules can be read in two ways, nothing is held against the payout that one of them allows.
    due = min(ways, key=lambda way: abs(_gap(paid, way)))
    verdict = _verdict(paid, due)
    wrong = verdict in (Verdict.TOO_LITTLE, Verdict.TOO_MUCH)
    reasons = () if verdict == Verdict.FITS else likely_reasons(paid, ways, months)
    # A stated ceiling is in doubt only where nothing else explains the amount.
    another_ceiling = paid.ceiling.stated_month is None or not reasons
    return Checked(
        paid=paid,
        due=due,
        verdict=verdict,
        difference_month=_gap(paid, due) if wrong else Kroner(0),
        reasons=reasons,
        ceiling_that_fits_month=_ceiling_that_fits(paid, due, verdict) if another_ceiling else None,
        can_be_corrected=can_be_corrected,
        remarks=tuple(_remarks(paid, ways, verdict)),
    )


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
    # With a ceiling that is not known, a payout that none lowers fits, as far as no low one applies; that is told.
    return Verdict.DEPENDS_ON_CEILING if due.most - paid.paid_subsidy_month > TOLERANCE else Verdict.FITS


def _ceiling_that_fits(paid: PaidMonth, due: Due, verdict: Verdict) -> Kroner | None:
    """The ceiling that gives what was paid (LAB § 123, stk. 3); None where none would, or the payout is right."""
    before = due.result.subsidy.before_ceiling
    if verdict == Verdict.TOO_LITTLE and paid.ceiling.hourly_wage is not None:
        # It would lie below the lowest that there can be.
        return None
    if verdict == Verdict.FITS or not 0 < paid.paid_subsidy_month < before - TOLERANCE:
        return None
    return Kroner(due.result.subsidy.all_wage + paid.benefit_month + paid.paid_subsidy_month)


def _remarks(paid: PaidMonth, ways: tuple[Due, ...], verdict: Verdict) -> list[Text]:
    """What is open about the month's rates and ceiling, and whether ATP fits what was paid."""
    month, remarks = paid.month, []
    values: dict[str, Value] = {"month": month, "next_month": month.plus(months=1)}
    if rates_for(month).valid_to == month:
        remarks.append(Text(_TWO_RATES if len(ways) > 1 else _NEXT_RATES_UNKNOWN, values))
    if ways[0].least < ways[0].most:
        if paid.ceiling.stated_month is not None:
            remarks.append(Text(_OLD_CEILING, values))
        elif verdict == Verdict.FITS:
            remarks.append(Text(_THE_MOST))
    if paid.paid_atp_month is not None:
        by_the_act = atp_of(Kroner(paid.paid_subsidy_month), ways[0].result.rates)
        also_read = atp_of(Kroner(ways[0].result.subsidy.before_ceiling), ways[0].result.rates)
        if all(abs(paid.paid_atp_month - right) > 1 for right in (by_the_act, also_read)):
            remarks.append(Text(_ATP, {"paid": Kroner(paid.paid_atp_month), "atp": by_the_act}))
    return remarks


_TWO_RATES = N_(
    "It is not settled whether the wage of {month} meets the rates of {month} or of {next_month}. A payout by either "
    "of them is not called wrong here."
)
_NEXT_RATES_UNKNOWN = N_(
    "It is not settled whether the wage of {month} meets the rates of {month} or of {next_month}. Those of "
    "{next_month} are not known here, so we use those of {month}."
)
_THE_MOST = N_("This is the most the rules can give. With a low wage ceiling it would be less.")
_OLD_CEILING = N_(
    "In {month} less income counted against the wage ceiling than today: other wage only since July 2014, and benefit "
    "and holiday money only since 2024. By today's rules the subsidy is the lower amount, and by those of the time up "
    "to the higher."
)
_ATP = N_("The ATP withheld, {paid}, does not fit the subsidy that was paid. By the rules it would be {atp}.")
