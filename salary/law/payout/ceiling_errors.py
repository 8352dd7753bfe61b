"""Ceilings that are too low, as reasons for a payout (BEK 227/2024 § 12)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from fleksjob_site.kernel.law import BEK_SUBSIDY
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Kroner, Percent, Text, Value
from salary.law.case import ZERO
from salary.law.payout.reason import Reason, ReasonKey
from salary.law.payout.trial import Trial


def ceiling_errors(month: Trial) -> Iterator[Reason]:
    """Ceilings that are too low (BEK 227/2024 § 12, stk. 2 and 4)."""
    if month.ceiling is None:
        return
    yield from _once_paid(month)
    for key, text, sources, ceiling in (*_ceilings_without_parts(month), *_ceilings_by_share(month)):
        values: dict[str, Value] = {**text.values, "ceiling": Kroner(ceiling)}
        yield month.reason(key, Text(text.message, values), sources, ceiling=ceiling)


def _once_paid(month: Trial) -> Iterator[Reason]:
    """The ordinary ceiling, in a month in which something is paid for the whole year."""
    once, parts = month.paid.ceiling.once_month, month.paid.once_parts_month
    if month.ceiling is not None and (once or parts):
        text = N_(
            "In this month you got pay for the whole year, {once}, but the ordinary wage ceiling of {ceiling} was "
            "used. Any such pay in the full-time wage belongs in the ceiling of that month. For holiday supplement "
            "(ferietillæg) that is practice: decision 51-16, as others report it."
        )
        ceiling = month.ceiling - (once or ZERO)
        values: dict[str, Value] = {"once": Kroner(parts or once or ZERO), "ceiling": Kroner(ceiling)}
        sources = (Source(BEK_SUBSIDY, "§ 12, stk. 4"), Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 11", Status.PRACTICE))
        key = ReasonKey.WHOLE_YEAR_PAY_IN_ORDINARY_CEILING
        yield month.reason(key, Text(text, values), sources, ceiling=ceiling)


_Ceiling = tuple[ReasonKey, Text, tuple[Source, ...], Decimal]


def _ceilings_without_parts(month: Trial) -> Iterator[_Ceiling]:
    """The ceiling without each known part, and without several of them at once."""
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
    known_parts = [part for part in parts if part[2]]
    for count in range(1, len(known_parts) + 1):
        for chosen in combinations(known_parts, count):
            key = chosen[0][0] if count == 1 else ReasonKey.CEILING_WITHOUT_SEVERAL_PARTS
            values: dict[str, Value] = {"parts": tuple(Text(name) for _, name, _, _ in chosen)}
            text = Text(N_("The wage ceiling was put at {ceiling}: something was left out of it ({parts})."), values)
            sources = tuple(source for *_, source in chosen)
            yield key, text, sources, month.ceiling - sum(amount for _, _, amount, _ in chosen)


def _ceilings_by_share(month: Trial) -> Iterator[_Ceiling]:
    """Where no amount is known: the ceiling reduced by the share of pension in the wage, or by the work pace."""
    assert month.ceiling is not None
    pension, pace = month.paid.pension_month, month.paid.pace_percent
    with_pension = month.paid.wage_month + month.paid.pension_to_add_month
    for missing, message in ((pension, _LACKS_PENSION), (month.paid.employer_pension_month, _LACKS_EMPLOYERS)):
        if missing and with_pension > missing and not month.paid.ceiling.pension_part_month:
            sources = (Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 4"),)
            lower = month.ceiling * (with_pension - missing) / with_pension
            yield ReasonKey.CEILING_WITHOUT_PENSION, Text(message), sources, lower
    if pace and pace < 100:
        text = Text(
            N_("The wage ceiling was put at {ceiling}: it was based on an hourly wage lowered to your pace, {pace}."),
            {"pace": Percent(pace)},
        )
        sources = (Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 2"),)
        yield ReasonKey.CEILING_FROM_REDUCED_WAGE, text, sources, month.ceiling * pace / 100


_LACKS_PENSION = N_("The wage ceiling was put at {ceiling}: it lacks pension, in the same proportion as in your wage.")
_LACKS_EMPLOYERS = N_(
    "The wage ceiling was put at {ceiling}: it lacks the employer's pension, in the same proportion as in your wage."
)
