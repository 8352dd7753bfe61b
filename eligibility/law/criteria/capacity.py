"""Conditions on the limitation of working capacity: permanent, in any work, substantial, yet able to develop."""

from eligibility.law.criteria.criterion import Criterion, Judgement, by_answer, for_the_municipality, met, not_met
from eligibility.law.facts import Reply
from eligibility.law.questions.capacity import VERY_SMALL
from eligibility.law.questions.question import TARGET_GROUP, UNKNOWN
from eligibility.law.situation import Situation
from fleksjob_site.kernel.law import BEK_APPEAL, LAB
from fleksjob_site.kernel.practice import APPEALS_2021, DECISION_12_19, DECISION_25_14, ETF_PRACTICE, IDA_PRACTICE
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Hours, HoursPaid, Percent, Value
from fleksjob_site.kernel.working_time import FULL_TIME_HOURS_WEEK

HALF_OF_FULL_TIME = Hours(FULL_TIME_HOURS_WEEK / 2)
"""Hours a week at full pace: up to half of 37, practice says "below 50 %"; the law has no number."""

TOO_MANY_HOURS_IN_2021 = Hours(32)
"""Too much at full pace in a case from 2021 about an existing grant (Ankestyrelsen)."""

FULL_TIME_HOURS, FULL_PACE_PERCENT = Hours(FULL_TIME_HOURS_WEEK), Percent(100)
"""Anyone who can work this much can work on normal terms. Below it, hours and pace alone never mean "not met"."""

_CLARIFY = N_("The municipality must clarify how many hours you can work and at what pace.")


LASTING = {
    "lasting": met(N_("You expect the limitation to last.")),
    "passing": not_met(
        N_("You expect the limitation to pass."),
        N_("If it turns out to last, ask the municipality again."),
    ),
    UNKNOWN: for_the_municipality(
        N_("You don't know whether the limitation will last."),
        N_("The municipality must clarify it, often with a statement from your doctor, which it pays for."),
        brief=("", N_("The municipality must find out, often by asking your doctor.")),
        sources=(TARGET_GROUP, Source(BEK_APPEAL, "§ 17, stk. 1")),
    ),
}
"""The limitation is permanent (varig)."""

IN_ANY_WORK = {
    "any-work": met(N_("You say that the limitation applies to every kind of work.")),
    "present-work-only": not_met(
        N_("You say that you could work on ordinary terms in another job."),
        N_("If other kinds of work turn out not to work either, ask the municipality again."),
    ),
    UNKNOWN: for_the_municipality(
        N_("You don't know whether you could work on ordinary terms in another job."),
        N_("The municipality must find out, perhaps through a work placement."),
    ),
}
"""The person can neither get nor keep ordinary work in any trade."""


def substantial(situation: Situation) -> Judgement | None:
    """The limitation is substantial (væsentlig): hours × pace compared with 37 hours a week, as in practice."""
    capacity = situation.capacity
    if not capacity.is_answered:
        return None
    if capacity.hours is None or capacity.effective is None:
        return for_the_municipality(
            N_("You don't know how many hours you could work."), _CLARIFY, brief=("", _LOOK_AT_HOURS)
        )
    max_effective, pace = Hours(capacity.effective[1]), capacity.pace
    if not max_effective:
        return met(
            N_(
                "You can't work any hours now, so your capacity is below half of 37 hours. Practice says below 50%, "
                "or about half. The law gives no figure."
            )
        )
    if pace is None:
        if max_effective <= HALF_OF_FULL_TIME:
            return met(
                N_(
                    "{hours} a week is at most half of 37 hours, whatever the pace. Practice says below 50%, or about "
                    "half. The law gives no figure."
                ),
                {"hours": max_effective},
            )
        return for_the_municipality(
            N_("You could work {hours} a week, and the pace is not known."), _CLARIFY, {"hours": max_effective}
        )
    values: dict[str, Value] = {"hours": capacity.hours, "pace": pace, "effective": HoursPaid(max_effective)}
    if max_effective <= HALF_OF_FULL_TIME:
        return met(
            N_(
                "{hours} a week at {pace} of an ordinary pace is {effective}. That is at most half of 37 hours. "
                "Practice says below 50%, or about half. The law gives no figure."
            ),
            values,
        )
    if capacity.hours >= FULL_TIME_HOURS and pace >= FULL_PACE_PERCENT:
        return not_met(
            N_("{hours} a week at {pace} of an ordinary pace is full time. So you can work on ordinary terms."),
            N_("If it turns out that you can work fewer hours or only at a slower pace, ask the municipality again."),
            values,
            brief=(N_("{hours} a week at {pace} of an ordinary pace is full time."), ""),
        )
    if max_effective < TOO_MANY_HOURS_IN_2021:
        return for_the_municipality(
            N_(
                "{hours} a week at {pace} of an ordinary pace is {effective}. That is more than half of 37 hours. "
                "Practice says below 50%, but the law gives no figure. So the municipality must judge."
            ),
            _CLARIFY,
            values,
            brief=(_MORE_THAN_HALF, _LOOK_AT_HOURS),
        )
    return for_the_municipality(
        N_(
            "{hours} a week at {pace} of an ordinary pace is {effective}. The law gives no figure. But in 2021 the "
            "National Social Appeals Board (Ankestyrelsen) wrote about a person with a flexi-job who could work 32 "
            "hours a week at an ordinary pace. It found that this was too much. That is one case of practice, not law."
        ),
        _CLARIFY,
        values,
        brief=(_MORE_THAN_HALF, _LOOK_AT_HOURS),
    )


_MORE_THAN_HALF = N_("{hours} a week at {pace} of an ordinary pace is more than half of 37 hours.")
_LOOK_AT_HOURS = N_("The municipality must look at your hours and pace.")
_SEE_IF_IT_GROWS = N_("The municipality must see whether it can grow.")
_CAN_IT_GROW = N_("The municipality must look at whether your capacity can be developed.")
_IF_GROWTH_CANT_BE_RULED_OUT = N_(
    "The municipality must find out whether your capacity can be developed. In practice it is enough that this can't "
    "be ruled out. Otherwise ask about disability pension."
)


def may_grow(situation: Situation) -> Judgement | None:
    """A very limited capacity is enough if it can be developed within a reasonable time (LAB § 116, stk. 2)."""
    effective, grows = situation.capacity.effective, situation.capacity.may_grow
    if effective is None or effective[0] > VERY_SMALL or not situation.capacity.is_answered:
        return None
    if effective[1] > VERY_SMALL:
        return for_the_municipality(
            N_("With a slow pace your capacity may be very small."),
            N_(
                "The municipality must clarify your pace. If your capacity is very small, it must be possible to "
                "develop it."
            ),
            brief=("", N_("The municipality must look at your pace.")),
        )
    values = {"effective": HoursPaid(effective[1])}
    match grows:
        case None:
            return None
        case _ if not effective[1]:
            return _no_hours_now(grows)
        case Reply.YES:
            return met(N_("{effective} a week is very little, but you say that it may grow."), values)
        case Reply.NO:
            return for_the_municipality(
                N_(
                    "{effective} a week is very little, and you say that it can't grow. The law gives no figure. In a "
                    "decision on another benefit (12-19) about 7.5 hours counted as very little. That is practice, "
                    "not law."
                ),
                _IF_GROWTH_CANT_BE_RULED_OUT,
                values,
                brief=(
                    N_("{effective} a week is very little, and you say that it can't grow."),
                    _SEE_IF_IT_GROWS,
                ),
            )
        case _:
            return for_the_municipality(
                N_("{effective} a week is very little, and you don't know whether it may grow."),
                _CAN_IT_GROW,
                values,
                brief=("", _SEE_IF_IT_GROWS),
            )


def _no_hours_now(grows: Reply) -> Judgement:
    match grows:
        case Reply.YES:
            return met(N_("You can't work any hours now, but you say that your capacity may grow."))
        case Reply.NO:
            return for_the_municipality(
                N_("You can't work any hours now, and you say that your capacity can't grow."),
                _IF_GROWTH_CANT_BE_RULED_OUT,
                brief=("", _SEE_IF_IT_GROWS),
            )
        case _:
            return for_the_municipality(
                N_("You can't work any hours now, and you don't know whether your capacity may grow."),
                _SEE_IF_IT_GROWS,
            )


CAPACITY = (
    Criterion(
        "lasting",
        N_("A permanent limitation of working capacity"),
        ("limitation-lasting",),
        (TARGET_GROUP,),
        by_answer("limitation-lasting", LASTING),
    ),
    Criterion(
        "any-work",
        N_("No work on ordinary terms possible"),
        ("limitation-scope",),
        (TARGET_GROUP,),
        by_answer("limitation-scope", IN_ANY_WORK),
    ),
    Criterion(
        "substantial",
        N_("A substantial limitation of working capacity"),
        ("hours-per-week", "pace-percent"),
        (
            TARGET_GROUP,
            Source(IDA_PRACTICE, "", Status.PRACTICE),
            Source(ETF_PRACTICE, "", Status.PRACTICE),
            Source(APPEALS_2021, "", Status.PRACTICE),
        ),
        substantial,
    ),
    Criterion(
        "may-grow",
        N_("Whether a very small capacity can be developed"),
        ("hours-per-week", "pace-percent", "capacity-may-grow"),
        (
            Source(LAB, "§ 116, stk. 2"),
            Source(DECISION_12_19, "", Status.PRACTICE),
            Source(DECISION_25_14, "", Status.PRACTICE),
        ),
        may_grow,
    ),
)
