"""What to do now: the next steps by outcome and situation; the first is also part of the summary."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from eligibility.law.facts import Age, Route
from eligibility.law.outcome import Outcome
from eligibility.law.questions.scheme import OLD_TERMS
from eligibility.law.situation import Situation
from fleksjob_site.kernel.law import ADMINISTRATION, BEK_FUND, LAB, LSP, RSL, SICKNESS
from fleksjob_site.kernel.practice import APPEALS_2014
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Text


class NextStepKey(StrEnum):
    """A next step; the site links each to a page."""

    ASK_TO_ASSESS = "ask-to-assess"
    ASK_WHAT_IS_OPEN = "ask-what-is-open"
    ASK_FOR_SUBSIDY = "ask-for-subsidy"
    OTHER_HELP = "other-help"
    STATE_PENSION = "state-pension"
    OLD_TERMS = "old-terms"
    TELL_CHANGES = "tell-changes"
    COLLECT = "collect"
    BRING_SOMEONE = "bring-someone"
    ASK_FOR_DECISION = "ask-for-decision"
    SICKNESS_BENEFIT = "sickness-benefit"
    SPECIAL_TERMS = "special-terms"
    UNEMPLOYMENT_FUND = "unemployment-fund"
    CHECK_PAYOUT = "check-payout"
    FOLLOW_UP = "follow-up"


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something to do now: a title, and what it is about."""

    key: NextStepKey
    title: str
    text: Text
    sources: tuple[Source, ...]


def next_steps(outcome: Outcome, situation: Situation) -> tuple[NextStep, ...]:
    """The steps in their order; the first is the one for this outcome."""
    if situation.age == Age.PAST:
        return (_STATE_PENSION,)
    if situation.route == Route.IN_SCHEME:
        return (_TELL_CHANGES, _CHECK_PAYOUT, _FOLLOW_UP)
    if situation.route == Route.OLD_TERMS:
        return (_BEFORE_A_NEW_JOB, _BRING_SOMEONE)
    if outcome == Outcome.NOT_WITH_THESE_ANSWERS:
        return (_OTHER_HELP, _ASK_FOR_DECISION, *_of_situation(situation))
    return (_first(outcome, situation), _COLLECT, _BRING_SOMEONE, *_of_situation(situation))


def _of_situation(situation: Situation) -> tuple[NextStep, ...]:
    if situation.on_sick_leave:
        return (_SICKNESS_BENEFIT,)
    if situation.is_without_work:
        return (_STAY_IN_FUND,)
    return (_IN_WRITING,) if situation.has_workplace else ()


def _first(outcome: Outcome, situation: Situation) -> NextStep:
    if situation.route == Route.OWN_BUSINESS:
        return _ASK_FOR_SUBSIDY
    key, title, texts, sources = _ASK_OPEN if outcome == Outcome.MUST_CLARIFY else _ASK_ASSESS
    at_work, on_sick_leave, without_work = texts
    text = on_sick_leave if situation.on_sick_leave else without_work if situation.is_without_work else at_work
    return NextStep(key, title, Text(text), sources)


_ASK_ASSESS = (
    NextStepKey.ASK_TO_ASSESS,
    N_("Ask the municipality"),
    (
        N_("Ask your municipality to look at whether you can get a flexi-job."),
        N_("You are on sick leave, so ask your caseworker to look at whether you can get a flexi-job."),
        N_("You are out of work, so ask your caseworker to look at whether you can get a flexi-job."),
    ),
    (Source(RSL, "§ 5"),),
)
_ASK_OPEN = (
    NextStepKey.ASK_WHAT_IS_OPEN,
    N_("Ask how this will be clarified"),
    (
        N_("Ask your municipality how and when it will find this out."),
        N_("You are on sick leave, so ask your caseworker how and when this will be clarified."),
        N_("You are out of work, so ask your caseworker how and when this will be clarified."),
    ),
    (Source(RSL, "§ 10"),),
)
_ASK_FOR_SUBSIDY = NextStep(
    NextStepKey.ASK_FOR_SUBSIDY,
    N_("Ask about the subsidy"),
    Text(N_("You can ask for the help that those who run a business can get.")),
    (Source(RSL, "§ 5"), Source(LAB, "§ 117, stk. 4")),
)
_OTHER_HELP = NextStep(
    NextStepKey.OTHER_HELP,
    N_("Look at other help"),
    Text(N_("Ask what other help you can get.")),
    (Source(RSL, "§ 5"),),
)
_ASK_FOR_DECISION = NextStep(
    NextStepKey.ASK_FOR_DECISION,
    N_("You can still ask"),
    Text(N_("If the municipality refuses to open a flexi-job case, that is a decision you can appeal.")),
    (Source(RSL, "§ 5"), Source(APPEALS_2014, "", Status.PRACTICE)),
)
_STATE_PENSION = NextStep(
    NextStepKey.STATE_PENSION,
    N_("Look at state pension"),
    Text(N_("See how to ask for state pension (folkepension).")),
    (Source(LSP, "§ 1 a"),),
)
_BEFORE_A_NEW_JOB = NextStep(
    NextStepKey.OLD_TERMS,
    N_("Ask before you change jobs"),
    Text(N_("Ask before you take a new job.")),
    OLD_TERMS,
)
_TELL_CHANGES = NextStep(
    NextStepKey.TELL_CHANGES,
    N_("Tell the municipality about changes"),
    Text(N_("Tell the municipality if your hours or pay change.")),
    (Source(RSL, "§ 11, stk. 2"),),
)
_CHECK_PAYOUT = NextStep(
    NextStepKey.CHECK_PAYOUT,
    N_("Check your subsidy"),
    Text(N_("Compare what was paid with what the rules give you, month by month.")),
    (Source(LAB, "§ 123"),),
)
_FOLLOW_UP = NextStep(
    NextStepKey.FOLLOW_UP,
    N_("Know when the municipality follows up"),
    Text(
        N_(
            "It follows up after 2½ years. With a grant for five years there is an assessment (status) after 4½ years, "
            "and you stay in the scheme until it has decided."
        )
    ),
    (Source(LAB, "§ 121"),),
)
_COLLECT = NextStep(
    NextStepKey.COLLECT,
    N_("Collect evidence of what has been tried"),
    Text(N_("Agreements with your workplace, letters from doctors, and your own notes on hours and pace.")),
    (Source(LAB, "§ 118, stk. 2"),),
)
_BRING_SOMEONE = NextStep(
    NextStepKey.BRING_SOMEONE,
    N_("Bring someone to the meeting"),
    Text(N_("Someone to come with you (bisidder) can also help you say what you want to say.")),
    (Source(ADMINISTRATION, "§ 8, stk. 1"),),
)
_IN_WRITING = NextStep(
    NextStepKey.SPECIAL_TERMS,
    N_("Get what is agreed at work in writing"),
    Text(
        N_(
            "A flexi-job at your present workplace normally requires twelve months on special terms first, with a "
            "written agreement."
        )
    ),
    (Source(LAB, "§ 119"),),
)
_SICKNESS_BENEFIT = NextStep(
    NextStepKey.SICKNESS_BENEFIT,
    N_("Keep an eye on your sickness benefit"),
    Text(
        N_(
            "Sickness benefit (sygedagpenge) normally ends after 22 weeks within nine months, unless it is "
            "extended. Ask when yours will be reviewed."
        )
    ),
    (Source(SICKNESS, "§ 24, stk. 1"),),
)
_STAY_IN_FUND = NextStep(
    NextStepKey.UNEMPLOYMENT_FUND,
    N_("Stay in your unemployment insurance fund (a-kasse)"),
    Text(
        N_(
            "Don't leave it before the first of the month after the decision. Leaving may cost you the right "
            "to flexible retirement benefit (fleksydelse)."
        )
    ),
    (Source(BEK_FUND, "§ 30, stk. 4"),),
)
