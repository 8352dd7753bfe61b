"""The age for flexible retirement benefit (fleksydelse) by month of birth; each limit is the end of a month."""

from __future__ import annotations

from eligibility.law.pension_age import pension_month
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import FLEKSYDELSE
from fleksjob_site.kernel.source import Source

YEARS_BEFORE_PENSION = 3
"""The age for fleksydelse is so many years below state pension age for those born since 1963 (§ 1 a, stk. 3)."""

_LAST_OF_60 = Month(1953, 12)
_LAST_WITH_OWN_AGE = Month(1962, 12)
_OWN_AGES = (
    (_LAST_OF_60, 60, 0),
    (Month(1954, 6), 60, 6),
    (Month(1954, 12), 61, 0),
    (Month(1955, 6), 61, 6),
    (Month(1955, 12), 62, 0),
    (Month(1956, 6), 62, 6),
    (Month(1958, 12), 63, 0),
    (Month(1959, 6), 63, 6),
    (_LAST_WITH_OWN_AGE, 64, 0),
)
"""The last month of birth of each group with an age of its own, and that age in years and months (§ 1 a, stk. 1-2)."""


def fleksydelse_month(birth: Month) -> Month:
    """The month in which somebody born in this month reaches the age for fleksydelse (§ 1 a)."""
    if birth > _LAST_WITH_OWN_AGE:
        return pension_month(birth).plus(years=-YEARS_BEFORE_PENSION)
    years, months = next((years, months) for born_to, years, months in _OWN_AGES if birth <= born_to)
    return birth.plus(years=years, months=months)


def fleksydelse_age(birth: Month) -> Source:
    """Where the act has the age of those born in this month."""
    if birth > _LAST_WITH_OWN_AGE:
        return Source(FLEKSYDELSE, "§ 1 a, stk. 3")
    return Source(FLEKSYDELSE, "§ 1 a, stk. 2") if birth > _LAST_OF_60 else Source(FLEKSYDELSE, "§ 1 a, stk. 1")
