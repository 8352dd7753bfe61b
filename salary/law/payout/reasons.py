"""Likely reasons for a wrong payout: each error is calculated, and told only where it gives what was paid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import TypedDict, Unpack

from fleksjob_site.kernel.law import BEK_SUBSIDY, LAB
from fleksjob_site.kernel.source import Source, on_day
from fleksjob_site.kernel.text import N_, Kroner, Percent, Text, Value
from salary.law.core import reduction_of, subsidy_of
from salary.law.payout.due import TOLERANCE, Due
from salary.law.payout.month import NOTHING, PaidMonth, counted_wage, spread_into
from salary.law.payout.reason import Reason, ReasonKey
from salary.law.rates import periods


class _Changed(TypedDict, total=False):
    """What an error changes of the numbers that give the subsidy."""

    wage: Decimal
    benefit: Decimal
    ceiling: Decimal | None
    reduction: Decimal | None


@dataclass(frozen=True, slots=True)
class _Month:
    """A month as the errors vary it: all wage that counts, and the ceiling as far as it is known."""

    paid: PaidMonth
    due: Due
    all_wage: Decimal
    ceiling: Decimal | None

    def reason(self, key: ReasonKey, text: Text, sources: tuple[Source, ...], **changed: Unpack[_Changed]) -> Reason:
        """The error as a reason, with the subsidy that it gives."""
        normal: _Changed = {"wage": self.all_wage, "benefit": self.paid.benefit_month, "ceiling": self.ceiling}
        return Reason(key, text, subsidy_of(self.due.result.rates, **(normal | changed)).rounded, sources)


def likely_reasons(paid: PaidMonth, ways: tuple[Due, ...], months: tuple[PaidMonth, ...]) -> tuple[Reason, ...]:
    """Every error that gives what was paid, to within TOLERANCE, and not what is due; one of each kind.

    `ways` are the ways to read the rules: none of them is an error, and an error may be made on top of any.
    """
    fitting: dict[str, Reason] = {}
    for due in ways:
        month = _Month(paid, due, due.result.subsidy.all_wage, due.result.wage.ceiling_month)
        for reason in _errors(month, months):
            explains = abs(reason.subsidy_month - paid.paid_subsidy_month) <= TOLERANCE
            if explains and not any(_is_due(reason.subsidy_month, way) for way in ways):
                fitting.setdefault(reason.key, reason)
    return tuple(on_day(reason, paid.month.first_day) for reason in fitting.values())


def _is_due(subsidy: Kroner, due: Due) -> bool:
    """Whether the rules give this; with a ceiling that is not known, only the most they can give is sure."""
    return abs(subsidy - due.most) <= TOLERANCE


def _errors(month: _Month, months: tuple[PaidMonth, ...]) -> Iterator[Reason]:
    yield from _pension(month)
    yield from _ceiling(month)
    yield from _other_rates(month)
    yield from _other_month(month, months)
    yield from _several_months(month)
    yield from _holiday(month)
    yield from _benefit(month)
    yield from _after_atp(month)


def _pension(month: _Month) -> Iterator[Reason]:
    own, employers = month.paid.own_pension_month, month.paid.employer_pension_month
    sources = (Source(LAB, "§ 123, stk. 2"), Source(BEK_SUBSIDY, "§ 1, stk. 1, nr. 1-2"))
    shares = [
        (own + employers, N_("All pension, {pension}, was left out of the wage."), _ALL_TWICE),
        (own, N_("Your own share of the pension, {pension}, was left out of the wage."), _OWN_TWICE),
        (employers, N_("The employer's share of the pension, {pension}, was left out of the wage."), _EMPLOYERS_TWICE),
    ]
    for pension, left_out, twice in shares:
        if pension:
            values: dict[str, Value] = {"pension": Kroner(pension)}
            less, more = month.all_wage - pension, month.all_wage + pension
            if less >= 0:
                yield month.reason(ReasonKey.PENSION_LEFT_OUT, Text(left_out, values), sources, wage=less)
            yield month.reason(ReasonKey.PENSION_COUNTED_TWICE, Text(twice, values), sources, wage=more)


_ALL_TWICE = N_("All pension, {pension}, was counted twice.")
_OWN_TWICE = N_("Your own share of the pension, {pension}, was counted twice.")
_EMPLOYERS_TWICE = N_("The employer's share of the pension, {pension}, was counted twice.")


def _ceiling(month: _Month) -> Iterator[Reason]:
    """Ceilings that are too low (BEK 227/2024 § 12, stk. 2)."""
    if month.ceiling is None:
        return
    for key, text, sources, ceiling in (*_ceilings_without_parts(month), *_ceilings_by_share(month)):
        values: dict[str, Value] = {**text.values, "ceiling": Kroner(ceiling)}
        yield month.reason(key, Text(text.message, values), sources, ceiling=ceiling)


_Ceiling = tuple[ReasonKey, Text, tuple[Source, ...], Decimal]


def _ceilings_without_parts(month: _Month) -> Iterator[_Ceiling]:
    """Without each known part, and without several of them at once."""
    assert month.ceiling is not None
    known = month.paid.ceiling
    without_pension = Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 4")
    without_supplements = Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 6-9")
    without_holiday_pay = Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 11")
    parts = [
        (ReasonKey.CEILING_WITHOUT_PENSION, N_("pension"), known.pension_part_month, without_pension),
        (ReasonKey.CEILING_WITHOUT_SUPPLEMENTS, N_("supplements"), known.supplements_part_month, without_supplements),
        (ReasonKey.CEILING_WITHOUT_HOLIDAY_PAY, N_("holiday pay"), known.holiday_part_month, without_holiday_pay),
    ]
    there = [part for part in parts if part[2]]
    for count in range(1, len(there) + 1):
        for chosen in combinations(there, count):
            key = chosen[0][0] if count == 1 else ReasonKey.CEILING_WITHOUT_SEVERAL_PARTS
            values: dict[str, Value] = {"parts": tuple(Text(name) for _, name, _, _ in chosen)}
            text = Text(N_("The wage ceiling was put at {ceiling}: something was left out of it ({parts})."), values)
            sources = tuple(source for *_, source in chosen)
            yield key, text, sources, month.ceiling - sum(amount for _, _, amount, _ in chosen)


def _ceilings_by_share(month: _Month) -> Iterator[_Ceiling]:
    """Where no amount is known: less by the share that pension has in the wage, or by the pace."""
    assert month.ceiling is not None
    pension, pace = month.paid.pension_month, month.paid.pace_percent
    with_pension = month.paid.wage_month + (NOTHING if month.paid.pension_is_in else pension)
    for missing, message in ((pension, _LACKS_PENSION), (month.paid.employer_pension_month, _LACKS_EMPLOYERS)):
        if missing and with_pension > missing and not month.paid.ceiling.pension_part_month:
            sources = (Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 4"),)
            lower = month.ceiling * (with_pension - missing) / with_pension
            yield ReasonKey.CEILING_WITHOUT_PENSION, Text(message), sources, lower
    if pace and pace < 100:
        text = Text(
            N_("The wage ceiling was put at {ceiling}: it was built on an hourly wage lowered to your pace, {pace}."),
            {"pace": Percent(pace)},
        )
        sources = (Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 2"),)
        yield ReasonKey.CEILING_FROM_REDUCED_WAGE, text, sources, month.ceiling * pace / 100


_LACKS_PENSION = N_("The wage ceiling was put at {ceiling}: it lacks pension, in the share that your wage has.")
_LACKS_EMPLOYERS = N_(
    "The wage ceiling was put at {ceiling}: it lacks the employer's pension, in the share that your wage has."
)


def _other_rates(month: _Month) -> Iterator[Reason]:
    """The rates of the period before or after."""
    used = periods().index(month.due.result.rates)
    for rates in periods()[max(0, used - 1) : used + 2]:
        if rates is not month.due.result.rates:
            values: dict[str, Value] = {"first": rates.valid_from, "last": rates.valid_to}
            subsidy = subsidy_of(rates, month.all_wage, month.ceiling, benefit=month.paid.benefit_month).rounded
            text = Text(N_("The rates of {first} to {last} were used."), values)
            sources = (Source(LAB, "§ 123, stk. 1-2"), Source(LAB, "§ 189 a"), Source(BEK_SUBSIDY, "§ 4, stk. 1"))
            yield Reason(ReasonKey.WRONG_YEAR, text, subsidy, sources)


def _other_month(month: _Month, months: tuple[PaidMonth, ...]) -> Iterator[Reason]:
    """The income of the month before or after, where it has been entered."""
    for other in months:
        if other.month in (month.paid.month.plus(months=-1), month.paid.month.plus(months=1)):
            wage = counted_wage(other, spread_into(other, months)) + other.other_wage_month
            yield month.reason(
                ReasonKey.WRONG_MONTH,
                Text(N_("The income of {month} was used."), {"month": other.month}),
                (Source(BEK_SUBSIDY, "§ 4, stk. 1"),),
                wage=wage,
                benefit=other.benefit_month,
            )


def _several_months(month: _Month) -> Iterator[Reason]:
    if month.paid.several_months_pay:
        yield month.reason(
            ReasonKey.SEVERAL_MONTHS_AT_ONCE,
            Text(
                N_("Pay for several months, {pay}, was counted in this month alone, and not spread over them."),
                {"pay": Kroner(month.paid.several_months_pay)},
            ),
            (Source(BEK_SUBSIDY, "§ 3, stk. 4"),),
            wage=month.all_wage + month.paid.several_months_pay - month.paid.share_of_several_months,
        )


def _holiday(month: _Month) -> Iterator[Reason]:
    if month.paid.holiday_earned_month:
        yield month.reason(
            ReasonKey.HOLIDAY_MONEY_WHEN_EARNED,
            Text(
                N_("Holiday money, {earned}, was counted when you earned it, and not when you hold the holiday."),
                {"earned": Kroner(month.paid.holiday_earned_month)},
            ),
            (Source(BEK_SUBSIDY, "§ 6, stk. 1-2"),),
            wage=month.all_wage + month.paid.holiday_earned_month,
        )


def _benefit(month: _Month) -> Iterator[Reason]:
    """Wage and benefit in one month: 30 and 55 % of the wage, and all of the benefit (BEK 227/2024 § 7, stk. 2)."""
    benefit, rates = month.paid.benefit_month, month.due.result.rates
    if not benefit:
        return
    sources = (Source(LAB, "§ 124, stk. 3"), Source(BEK_SUBSIDY, "§ 7, stk. 2"), Source(BEK_SUBSIDY, "§ 9, stk. 2"))
    of_both = reduction_of(Kroner(month.all_wage + benefit), rates)
    values: dict[str, Value] = {"benefit": Kroner(benefit), "wage": Kroner(month.all_wage)}
    wrong = [
        (of_both, N_("Your benefit, {benefit}, was counted as wage too, and all of it was taken off as well.")),
        (month.all_wage, N_("All of your wage, {wage}, was taken off beside your benefit, and not a part of it.")),
        (Kroner(of_both - benefit), N_("Your benefit, {benefit}, was counted as wage alone.")),
    ]
    for reduction, message in wrong:
        yield month.reason(ReasonKey.BENEFIT_AND_WAGE, Text(message, values), sources, reduction=reduction)


def _after_atp(month: _Month) -> Iterator[Reason]:
    """No error of the municipality: the amount that reached the account is less ATP and tax."""
    result = month.due.result
    if result.atp_month:
        values: dict[str, Value] = {"subsidy": result.subsidy.rounded, "atp": result.atp_month}
        text = N_(
            "You may have written the amount after ATP. Before ATP the subsidy is {subsidy}, and {atp} is withheld for "
            "ATP. Then change the amount before you send a letter."
        )
        yield Reason(ReasonKey.AFTER_ATP, Text(text, values), result.payout_month, (Source(LAB, "§ 137, stk. 3"),))
