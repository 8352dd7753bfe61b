"""Stopping before state pension age: what those near it should know (fleksydelse, efterløn).

No question asks whether somebody is in these schemes, so the texts say "if you are in the scheme".
"""

from __future__ import annotations

from collections.abc import Iterator

from eligibility.law.contribution_years import years_needed
from eligibility.law.earliest import earliest, early_pension
from eligibility.law.facts import Benefit, Route
from eligibility.law.fleksydelse_age import fleksydelse_age, fleksydelse_month
from eligibility.law.pension_age import pension_month
from eligibility.law.situation import Situation
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import ALL, BEK_FLEKSYDELSE, BEK_FUND, FLEKSYDELSE, LAS
from fleksjob_site.kernel.practice import PENSION_DK
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.statement import Statement
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Text

NEAR_YEARS = 10
"""How many years before state pension age the dates are shown. Senior pension can be applied for 6½ years before it,
and fleksydelse starts 3 years before it. The rest leaves time to close a gap in the contributions, or to pay the five
years that are enough for some."""


def is_near(situation: Situation) -> bool:
    """Whether at most ten years are left to state pension age."""
    limit = situation.pension_month
    return limit is not None and situation.this_month >= limit.plus(years=-NEAR_YEARS)


def notes(situation: Situation) -> tuple[Statement, ...]:
    """What those near state pension age should know, beside the dates."""
    return tuple(_notes(situation, situation.birth)) if situation.birth and is_near(situation) else ()


def _notes(situation: Situation, birth: Month) -> Iterator[Statement]:
    last = pension_month(birth)
    # Every way to stop earlier ends at state pension age; in that month it is too late to apply for one.
    if situation.this_month > last or (situation.this_month == last and situation.benefit != Benefit.FLEKSYDELSE):
        return
    if situation.benefit == Benefit.FLEKSYDELSE:
        yield Statement(Text(_LAST_MONTH, {"last": last}), (_PAID_UNTIL,))
        return
    yield earliest(situation, birth)
    reached = fleksydelse_month(birth)
    if reached < situation.this_month:
        yield Statement(
            Text(_AGE_IS_REACHED, {"month": reached, "last": last}),
            (fleksydelse_age(birth), *_APPLICATION, _NOT_TOGETHER, _PAID_UNTIL),
        )
    not_in_scheme = not situation.in_fleksjob and not situation.business.had_subsidy_before
    if not_in_scheme:
        yield _TRAP
    yield _WHO_COMES_IN if not_in_scheme else _WHO_IS_IN
    yield from years_needed(situation, birth)
    yield _OPTED_OUT
    if reached >= situation.this_month:
        yield _APPLYING
    if not_in_scheme:
        yield _AFTER_THE_YES
    if situation.route == Route.OWN_BUSINESS:
        yield _CLOSE_THE_BUSINESS
    yield _EFTERLON
    if situation.route != Route.OWN_BUSINESS:
        yield _LEDIGHEDSYDELSE
    yield from early_pension(situation, birth)


_PAID_UNTIL = Source(BEK_FLEKSYDELSE, "§ 56, stk. 1")
_NOT_TOGETHER = Source(FLEKSYDELSE, "§ 20, stk. 1")
_APPLICATION = (Source(FLEKSYDELSE, "§ 15, stk. 2"), Source(BEK_FLEKSYDELSE, "§ 15"))
REACHED = N_(
    "You reach the age for flexible retirement benefit (fleksydelse). If you are in the scheme and meet its "
    "conditions, you can get it from then on, and for the last time for {last}. You can't have it and a flexi-job at "
    "the same time."
)
"""The text of the date; `last` is the month in which state pension age is reached."""
REACHED_SOURCES = (_PAID_UNTIL, _NOT_TOGETHER)

_AGE_IS_REACHED = N_(
    "You reached the age for flexible retirement benefit (fleksydelse) in {month}. If you are in the scheme and meet "
    "its conditions, you can apply in writing to Udbetaling Danmark. The money is paid at the earliest from the month "
    "after it has received your application, and for the last time for {last}. You can't have it and a flexi-job at "
    "the same time."
)
_LAST_MONTH = N_(
    "Flexible retirement benefit (fleksydelse) is paid for the last time for the month in which you reach state "
    "pension age: {last}."
)
_APPLYING = Statement(
    Text(
        N_(
            "You apply for flexible retirement benefit (fleksydelse) in writing to Udbetaling Danmark. It must tell "
            "you about this no later than three months before you reach the age. The money is paid at the earliest "
            "from the month after it has received your application. We have found no rule on how early you can apply."
        )
    ),
    (*_APPLICATION, Source(BEK_FLEKSYDELSE, "§ 14, stk. 2")),
)
_AFTER_THE_YES = Statement(
    Text(
        N_(
            "You can move to flexible retirement benefit at the earliest three months after you were granted a "
            "flexi-job."
        )
    ),
    (Source(FLEKSYDELSE, "§ 15, stk. 1"),),
)
_CLOSE_THE_BUSINESS = Statement(
    Text(N_("You must close your business before you can move to flexible retirement benefit.")),
    (Source(BEK_FLEKSYDELSE, "§ 16, stk. 1"),),
)
_JOINING = (
    Source(FLEKSYDELSE, "§ 4, stk. 2"),
    Source(FLEKSYDELSE, "§ 4, stk. 4"),
    Source(FLEKSYDELSE, "§ 5"),
    Source(BEK_FLEKSYDELSE, "§ 3"),
    Source(BEK_FLEKSYDELSE, "§ 6, stk. 1"),
)
_WHO_IS_IN = Statement(
    Text(
        N_(
            "The rule is that you join the scheme of flexible retirement benefit (fleksydelse) on the first of the "
            "month after you are granted a flexi-job, unless you say no. Ask Udbetaling Danmark whether you are in "
            "it, and for its statement of the years that count."
        )
    ),
    _JOINING,
)
_WHO_COMES_IN = Statement(
    Text(
        N_(
            "You join the scheme of flexible retirement benefit (fleksydelse) on the first of the month after you "
            "are granted a flexi-job, unless you don't want it. You can't if contributions were paid back to you "
            "tax-free, and you are taken out again if you can't reach enough years. Udbetaling Danmark sends you a "
            "statement of the years that count."
        )
    ),
    _JOINING,
)
_TRAP = Statement(
    Text(
        N_(
            "Don't leave your unemployment insurance fund (a-kasse) or stop paying for early retirement benefit "
            "(efterløn) before the first of the month after you are granted a flexi-job. Only then are you in the "
            "scheme of flexible retirement benefit (fleksydelse). A gap before that can cost you the right to it."
        )
    ),
    (Source(BEK_FUND, "§ 30, stk. 4"), Source(FLEKSYDELSE, "§ 4, stk. 2")),
)
_OPTED_OUT = Statement(
    Text(
        N_(
            "If you said no to early retirement benefit (efterløn), but stayed in an a-kasse until you joined "
            "flexible retirement benefit, you can get the right to it under section 3 a of the act. We have not read "
            "that section. Ask Udbetaling Danmark."
        )
    ),
    (Source(BEK_FLEKSYDELSE, "§ 5"),),
)
_EFTERLON = Statement(
    Text(
        N_(
            "Early retirement benefit (efterløn) is a different scheme, run by your a-kasse. It is not paid while the "
            "flexi-job rules cover you. We have not read the section with its age. A table on pension.dk has the same "
            "age as for flexible retirement benefit. Ask your a-kasse."
        )
    ),
    (Source(ALL, "§ 74 c, stk. 5"), Source(PENSION_DK, "", Status.PRINTED_ELSEWHERE)),
)
_LEDIGHEDSYDELSE = Statement(
    Text(
        N_(
            "From the age for flexible retirement benefit, you can get the higher rates of unemployment allowance "
            "(ledighedsydelse) for at most six months in all. After that you get the lowest rate."
        )
    ),
    (Source(LAS, "§ 74 b, stk. 2"),),
)
