"""How long the contributions must have been paid for flexible retirement benefit (fleksydelse), and other ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eligibility.law.fleksydelse_age import fleksydelse_month
from eligibility.law.situation import Situation
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import BEK_FLEKSYDELSE, FLEKSYDELSE
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.statement import Statement
from fleksjob_site.kernel.text import N_, Text


@dataclass(frozen=True, slots=True)
class _Years:
    """The contributions that the act asks those born until `born_to` for."""

    born_to: Month
    text: str
    source: Source


_YEARS = (
    _Years(
        Month(1958, 12),
        N_(
            "For flexible retirement benefit, you have paid enough if you paid for early retirement benefit "
            "(efterløn) without a break since 1 July 1999, and for flexible retirement benefit from the day you "
            "joined it until the age for it. You need 20 of the last 25 years."
        ),
        Source(FLEKSYDELSE, "§ 2 a, stk. 2"),
    ),
    _Years(
        Month(1964, 6),
        N_(
            "For flexible retirement benefit, you have paid enough if you pay for it or for early retirement benefit "
            "(efterløn) without a break from 1 January 2008 until the age for flexible retirement benefit, for at "
            "least 25 years in all. 20 of the last 25 years are enough if you have paid without a break since 1 July "
            "1999."
        ),
        Source(FLEKSYDELSE, "§ 2 a, stk. 3"),
    ),
    _Years(
        Month(1975, 12),
        N_(
            "For flexible retirement benefit, you have paid enough if you pay for it or for early retirement benefit "
            "(efterløn) without a break from 1 January 2008 until the age for flexible retirement benefit, for at "
            "least 25 years in all."
        ),
        Source(FLEKSYDELSE, "§ 2 a, stk. 3"),
    ),
    _Years(
        Month(1977, 12),
        N_(
            "To get flexible retirement benefit, you must have paid for early retirement benefit (efterløn) or "
            "flexible retirement benefit for at least 30 years, and have begun by the age of 32."
        ),
        Source(FLEKSYDELSE, "§ 2 a, stk. 5"),
    ),
    _Years(
        Month(9999, 12),
        N_(
            "To get flexible retirement benefit, you must have paid for early retirement benefit (efterløn) or "
            "flexible retirement benefit for at least 30 years, and have begun by the age of 30."
        ),
        Source(FLEKSYDELSE, "§ 2, stk. 1, nr. 4"),
    ),
)
GENERAL_WAY_IS_NAMED_TO = Month(1975, 12)
"""The last month of birth of those whose way of § 2 a is not simply an easier form of the general one."""
FREE_PERIODS_FROM = Month(1959, 1)
"""The first month of birth of those who need to pay for at most 30 years (§ 2 a, stk. 4)."""
GAP_CAN_BE_OVERLOOKED_TO = Month(1975, 12)
"""The last month of birth of those whose gaps Udbetaling Danmark can overlook (§ 2 a, stk. 7, of stk. 1-4)."""
FIVE_YEARS_CAN_DO_TO = Month(1966, 6)
"""The last month of birth of those for whom five years of contributions can be enough (BEK 1187/2020 § 4)."""


def _five_years_can_do(situation: Situation, birth: Month) -> bool:
    """Whether five years are left, where the first yes is still to come (BEK 1187/2020 § 4, stk. 3-4)."""
    had_a_yes = situation.in_fleksjob or situation.business.had_subsidy_before or situation.is_first_grant is False
    from_next_month = situation.this_month.plus(months=1, years=5)
    return birth <= FIVE_YEARS_CAN_DO_TO and (had_a_yes or from_next_month <= fleksydelse_month(birth))


def years_needed(situation: Situation, birth: Month) -> Iterator[Statement]:
    """How long it takes, and the ways round it."""
    years = next(years for years in _YEARS if birth <= years.born_to)
    yield Statement(Text(years.text), (years.source,))
    if birth <= GENERAL_WAY_IS_NAMED_TO:
        yield _OTHER_YEARS
    if FREE_PERIODS_FROM <= birth <= GENERAL_WAY_IS_NAMED_TO:
        yield _FREE_PERIODS
    if _five_years_can_do(situation, birth):
        yield _FIVE_YEARS_CAN_DO if situation.in_fleksjob else _FIVE_YEARS_CAN_DO_IN_TIME
    if birth <= GAP_CAN_BE_OVERLOOKED_TO:
        yield _GAP


_OTHER_YEARS = Statement(
    Text(N_("Another way is at least 30 years of contributions, begun by the age of 30.")),
    (Source(FLEKSYDELSE, "§ 2, stk. 1, nr. 4"),),
)
_FREE_PERIODS = Statement(
    Text(
        N_(
            "You need to pay for at most 30 years. If you paid before 2008, some months may be free of "
            "contributions later. Ask Udbetaling Danmark in writing before you stop paying."
        )
    ),
    (Source(FLEKSYDELSE, "§ 2 a, stk. 4"), Source(BEK_FLEKSYDELSE, "§ 9")),
)
_FIVE_YEARS_CAN_DO = Statement(
    Text(
        N_(
            "There is another way if your permanent limitation keeps you from reaching those years. You must have had "
            "some ties to the labour market, and pay for flexible retirement benefit without a break from the first "
            "of the month after you were first granted a flexi-job until the age for that benefit, for at least five "
            "years. Ask Udbetaling Danmark."
        )
    ),
    (Source(BEK_FLEKSYDELSE, "§ 4"),),
)
_FIVE_YEARS_CAN_DO_IN_TIME = Statement(
    Text(
        N_(
            "There is another way if your permanent limitation keeps you from reaching those years. You must have had "
            "some ties to the labour market, and pay for flexible retirement benefit without a break from the first "
            "of the month after you were first granted a flexi-job until the age for that benefit, for at least five "
            "years. This way is closed if you were first granted a flexi-job less than five years before that age. "
            "Ask Udbetaling Danmark."
        )
    ),
    (Source(BEK_FLEKSYDELSE, "§ 4"),),
)
_GAP = Statement(
    Text(N_("Is there a gap in your contributions? In rare cases Udbetaling Danmark can overlook it.")),
    (Source(FLEKSYDELSE, "§ 2 a, stk. 7"),),
)
