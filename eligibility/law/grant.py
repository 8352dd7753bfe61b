"""How long a grant lasts (LAB §§ 120-121, § 126), and what follows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from eligibility.law.facts import Route
from eligibility.law.questions.scheme import GRANT_YEARS, OLD_TERMS
from eligibility.law.situation import Situation
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import BEK_SELF_EMPLOYED, LAB, LSP
from fleksjob_site.kernel.practice import KRIFA
from fleksjob_site.kernel.source import Source, on_day
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Text


class Duration(StrEnum):
    """How long a grant lasts."""

    FIVE_YEARS = "five-years"
    PERMANENT = "permanent"
    OLD_TERMS = "old-terms"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Grant:
    """What a grant is or would be, what follows when five years are over, and its sources.

    `start` is None where no date follows from it: for a grant since an unknown month, and on the old terms.
    """

    now: Duration
    then: Duration | None
    start: Month | None
    text: Text
    sources: tuple[Source, ...]


_FIRST = Source(LAB, "§ 120, stk. 1")
_FROM_40 = Source(LAB, "§ 120, stk. 2")
# On which day the age of 40 is judged is our reading of the words "after the first fleksjob".
_FROM_40_DAY = Source(LAB, "§ 120, stk. 2", Status.READING)
_STAYS = Source(LAB, "§ 121, stk. 4")
_OWN_BUSINESS = (Source(LAB, "§ 126, stk. 1"), Source(BEK_SELF_EMPLOYED, "§ 4"))
_ENDS_AT_PENSION = (Source(LAB, "§ 116, stk. 1", Status.READING), Source(LSP, "§ 1 a"))


def grant(situation: Situation) -> Grant:
    """The grant that somebody has or would get (LAB §§ 120-121, § 126); the municipality decides whether they do."""
    return on_day(_grant(situation), situation.on)


def _grant(situation: Situation) -> Grant:
    start = situation.start
    if situation.route == Route.OLD_TERMS:
        text = N_(
            "A flexi-job from before 2013 has no limit of five years. You keep its terms until you start in a new "
            "flexi-job."
        )
        return Grant(Duration.OLD_TERMS, None, None, Text(text), OLD_TERMS)
    if situation.route == Route.OWN_BUSINESS:
        return _own_business(start, situation.pension_month)
    if situation.has_permanent_grant:
        return _permanent(start)
    if start is None:
        return _start_unknown()
    turns_40 = situation.turns_40
    permanent_already = situation.is_first_grant is False and turns_40 is not None and turns_40 < start
    if permanent_already and situation.in_fleksjob:
        return Grant(Duration.PERMANENT, None, start, Text(_BEGUN_PAST_40), _AFTER_THE_FIRST)
    if start.plus(years=GRANT_YEARS) <= situation.this_month:
        return _five_years_over(start)
    limit = situation.pension_month
    if limit and limit <= start.plus(years=GRANT_YEARS) and (limit <= start or not permanent_already):
        return _until_pension(start, limit)
    return _fleksjob(situation.is_first_grant, turns_40, start, situation.this_month)


def _own_business(start: Month | None, limit: Month | None) -> Grant:
    if start is None:
        text = N_(
            "The subsidy for self-employed people is granted for five years at a time, at any age. It does not become "
            "permanent at 40. The dates of your present subsidy are in the municipality's decision."
        )
        return Grant(Duration.FIVE_YEARS, Duration.FIVE_YEARS, None, Text(text), _OWN_BUSINESS)
    if limit and limit <= start.plus(years=GRANT_YEARS):
        text = N_(
            "A grant is for five years. You reach state pension age in {limit}, before the five years are over. As we "
            "read the law, the subsidy ends then."
        )
        sources = (*_OWN_BUSINESS, Source(LAB, "§ 126, stk. 1, nr. 3", Status.READING), Source(LSP, "§ 1 a"))
        return Grant(Duration.FIVE_YEARS, None, start, Text(text, {"limit": limit}), sources)
    text = N_(
        "The subsidy for self-employed people is granted for five years at a time, at any age. It does not become "
        "permanent at 40."
    )
    return Grant(Duration.FIVE_YEARS, Duration.FIVE_YEARS, start, Text(text), _OWN_BUSINESS)


def _start_unknown() -> Grant:
    text = N_(
        "We don't know when you started, so we can't give the dates of follow-up and of the assessment after 4½ years"
        " (status). Your contract or the municipality's decision says when it was."
    )
    return Grant(Duration.MUNICIPALITY, None, None, Text(text), (_FIRST, _FROM_40, Source(LAB, "§ 121")))


def _five_years_over(start: Month) -> Grant:
    text = N_(
        "The five years ended in {end}. The municipality should have decided what follows. Check its decision, or "
        "ask. Until it has decided, you stay in the scheme. Anyone who has turned 40 gets a permanent flexi-job after "
        "the first, as we read the law, if ordinary work is still not possible and the conditions are still met."
    )
    values = {"end": start.plus(years=GRANT_YEARS)}
    return Grant(Duration.MUNICIPALITY, None, start, Text(text, values), (_FIRST, _FROM_40_DAY, _STAYS))


def _permanent(start: Month | None) -> Grant:
    text = N_(
        "Your flexi-job is permanent, as you say. It has no limit of five years. But the municipality follows up every "
        "2½ years, and looks at whether you still meet the conditions."
    )
    return Grant(Duration.PERMANENT, None, start, Text(text), (_FROM_40, Source(LAB, "§ 121, stk. 1")))


def _fleksjob(first: bool | None, turns_40: Month | None, start: Month, this_month: Month) -> Grant:
    if first is None:
        text = N_(
            "A first flexi-job is granted for five years. If the conditions are still met after it, anyone who has "
            "turned 40 gets a permanent one. Others get five years more."
        )
        return Grant(Duration.MUNICIPALITY, None, start, Text(text), (_FIRST, _FROM_40))
    return _first(turns_40, start, this_month) if first else _after_the_first(turns_40, start)


def _until_pension(start: Month, limit: Month) -> Grant:
    """A grant that ends at state pension age, before the five years are over."""
    values = {"limit": limit}
    if limit <= start:
        text = N_("You reach state pension age in {limit}. As we read the law, a flexi-job does not go on after that.")
        return Grant(Duration.MUNICIPALITY, None, start, Text(text, values), _ENDS_AT_PENSION)
    text = N_(
        "A flexi-job is at first granted for five years. You reach state pension age in {limit}, before five years "
        "are over. As we read the law, it ends then."
    )
    return Grant(Duration.FIVE_YEARS, None, start, Text(text, values), (_FIRST, *_ENDS_AT_PENSION))


def _first(turns_40: Month | None, start: Month, this_month: Month) -> Grant:
    end = start.plus(years=GRANT_YEARS)
    then = _at_the_end(turns_40, end)
    if turns_40 is not None and turns_40 < this_month:
        return Grant(
            Duration.FIVE_YEARS, then, start, Text(_FIRST_PAST_40, {"end": end}), (_FIRST, _FROM_40_DAY, _STAYS)
        )
    return Grant(
        Duration.FIVE_YEARS, then, start, Text(_FIRST_TEXTS[then], {"end": end}), (_FIRST, _FROM_40_DAY, _STAYS)
    )


def _at_the_end(turns_40: Month | None, end: Month) -> Duration:
    """What follows when five years are over; in the month of the 40th birthday the day decides."""
    if turns_40 is None or turns_40 == end:
        return Duration.MUNICIPALITY
    return Duration.PERMANENT if turns_40 < end else Duration.FIVE_YEARS


_FIRST_PAST_40 = N_(
    "A flexi-job is at first granted for five years, whatever your age. The five years end in {end}. You have turned "
    "40. As we read the law, the next is therefore permanent, if the municipality finds that ordinary work is still "
    "not possible and that the conditions are still met. You stay in the scheme until it has decided."
)
_FIRST_TEXTS = {
    Duration.MUNICIPALITY: N_(
        "A flexi-job is at first granted for five years, whatever your age. The five years end in {end}. If you have "
        "turned 40 by then, the next is permanent, if the municipality finds that ordinary work is still not possible "
        "and that the conditions are still met. Otherwise it is for five years more, if the conditions are still met. "
        "You stay in the scheme until it has decided."
    ),
    Duration.PERMANENT: N_(
        "A flexi-job is at first granted for five years, whatever your age. The five years end in {end}. You will "
        "have turned 40 by then. As we read the law, the next is then permanent, if the municipality finds that "
        "ordinary work is still not possible and that the conditions are still met. You stay in the scheme until it "
        "has decided."
    ),
    Duration.FIVE_YEARS: N_(
        "A flexi-job is at first granted for five years, whatever your age. The five years end in {end}. You will not "
        "have turned 40 by then. As we read the law, the next is then for five years more, if the conditions are "
        "still met. You stay in the scheme until the municipality has decided."
    ),
}


# That a first fleksjob need not have lasted all five years is what a union writes; the act only says "after".
_AFTER_THE_FIRST = (_FROM_40_DAY, Source(KRIFA, "", Status.PRACTICE), Source(LAB, "§ 121, stk. 1"))
_BEGUN_PAST_40 = N_(
    "You had a flexi-job before this one and had turned 40 when it began. As we read the law, it is then permanent if "
    "the municipality found that ordinary work was not possible and that the conditions were still met. Its decision "
    "says whether it is permanent or for five years. The municipality follows up every 2½ years in both cases."
)


def _after_the_first(turns_40: Month | None, start: Month) -> Grant:
    sources = _AFTER_THE_FIRST
    if turns_40 is None or turns_40 == start:
        text = N_(
            "If the conditions are still met, anyone who has turned 40 gets a permanent flexi-job after the first. "
            "Others get five years more."
        )
        return Grant(Duration.MUNICIPALITY, None, start, Text(text), sources)
    if turns_40 < start:
        text = N_(
            "You have had a flexi-job before and have turned 40. As we read the law, a new one is permanent if the "
            "municipality finds that ordinary work is not possible and that the conditions are still met. It follows "
            "up every 2½ years all the same."
        )
        return Grant(Duration.PERMANENT, None, start, Text(text), sources)
    text = N_(
        "You have had a flexi-job before, and you turn 40 in {forty}. Below 40 a grant is for five years. It is not "
        "settled whether a new period of five years starts with a new job. From 40 it can be permanent, if the "
        "conditions are still met."
    )
    then = _at_the_end(turns_40, start.plus(years=GRANT_YEARS))
    below_40 = (Source(LAB, "§ 120, stk. 1", Status.READING), *sources)
    return Grant(Duration.FIVE_YEARS, then, start, Text(text, {"forty": turns_40}), below_40)
