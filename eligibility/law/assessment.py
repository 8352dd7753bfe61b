"""From findings to an outcome: what the answers point to, why, how long it would last, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from eligibility.law.advice import NEW_ACT_EXPECTED, Advice
from eligibility.law.criteria import findings
from eligibility.law.criteria.criterion import Finding, Verdict
from eligibility.law.elsewhere import elsewhere
from eligibility.law.grant import Grant, grant
from eligibility.law.process import Process, Way, process
from eligibility.law.questions.person import past_pension_age
from eligibility.law.questions.question import Answers
from eligibility.law.questions.scheme import OLD_TERMS, began_before_2013
from eligibility.law.timeline import Timeline, timeline
from fleksjob_site.kernel.law import BEK_SELF_EMPLOYED, LAB, RSL, Source
from fleksjob_site.kernel.text import N_, Text


class Outcome(StrEnum):
    """What the answers point to. Never that somebody qualifies: only the municipality decides."""

    NOT_WITH_THESE_ANSWERS = "not-with-these-answers"
    OTHER_RULES = "other-rules"
    IN_SCHEME = "in-scheme"
    MUST_CLARIFY = "must-clarify"
    POINTS_TOWARDS = "points-towards"

    @property
    def heading(self) -> str:
        """What stands over it (message id)."""
        return _HEADINGS[self]


_HEADINGS = {
    Outcome.POINTS_TOWARDS: N_("Your answers point towards the target group"),
    Outcome.MUST_CLARIFY: N_("The municipality must clarify something first"),
    Outcome.NOT_WITH_THESE_ANSWERS: N_("Not with these answers"),
    Outcome.OTHER_RULES: N_("Another set of rules applies to you"),
    Outcome.IN_SCHEME: N_("You are already in the scheme"),
}


@dataclass(frozen=True, slots=True)
class Assessment:
    """The outcome with everything that explains it."""

    outcome: Outcome
    findings: tuple[Finding, ...]
    explanation: Advice
    grant: Grant | None
    timeline: Timeline | None
    process: Process | None
    elsewhere: tuple[Advice, ...]
    income_fits: bool
    """True where the subsidy of LAB § 123 is what somebody would get."""
    rules_may_have_changed: bool


def assess(answers: Answers, on: date) -> Assessment:
    """Weigh the answers of a complete walk, on the day `on`."""
    found = findings(answers, on)
    verdicts = {finding.criterion.key: finding.judgement.verdict for finding in found}
    deciding = {finding.judgement.verdict for finding in found if finding.criterion.decides}
    outcome = _outcome(answers, verdicts["pension-age"], deciding)
    way, too_old = _way(answers), past_pension_age(answers, on)
    granted = None if outcome == Outcome.NOT_WITH_THESE_ANSWERS else grant(answers, on)
    return Assessment(
        outcome=outcome,
        findings=found,
        explanation=_explanation(outcome, answers),
        grant=granted,
        timeline=timeline(answers, granted, on) if granted else None,
        process=None if too_old else process(way, on),
        elsewhere=elsewhere(answers, verdicts, on),
        income_fits=not too_old and way in {Way.APPLY, Way.IN_SCHEME},
        rules_may_have_changed=on >= NEW_ACT_EXPECTED,
    )


def _outcome(answers: Answers, pension_age: Verdict, deciding: set[Verdict]) -> Outcome:
    """The first that applies: age, the old scheme, an own business, a fleksjob now, then the conditions."""
    situation = answers.get("situation")
    if pension_age == Verdict.NOT_MET:
        return Outcome.NOT_WITH_THESE_ANSWERS
    if began_before_2013(answers) or situation == "self-employed":
        return Outcome.OTHER_RULES
    if situation == "in-fleksjob":
        return Outcome.IN_SCHEME
    if Verdict.NOT_MET in deciding:
        return Outcome.NOT_WITH_THESE_ANSWERS
    if Verdict.MUNICIPALITY in deciding:
        return Outcome.MUST_CLARIFY
    return Outcome.POINTS_TOWARDS


def _way(answers: Answers) -> Way:
    if began_before_2013(answers):
        return Way.OLD_TERMS
    return {"in-fleksjob": Way.IN_SCHEME, "self-employed": Way.OWN_BUSINESS}.get(
        str(answers.get("situation")), Way.APPLY
    )


def _explanation(outcome: Outcome, answers: Answers) -> Advice:
    if outcome == Outcome.OTHER_RULES:
        return _OLD_SCHEME if began_before_2013(answers) else _OWN_BUSINESS
    return _EXPLANATIONS[outcome]


_TARGET_GROUP = Source(LAB, "§ 116")

_OLD_SCHEME = Advice(
    Text(
        N_(
            "Your flexi-job began before 2013. You keep its terms, without a limit of five years, until you start in "
            "a new flexi-job. The municipality pays the subsidy to your employer."
        )
    ),
    OLD_TERMS,
)
_OWN_BUSINESS = Advice(
    Text(
        N_(
            "With your own business as your main occupation, the help is a subsidy for self-employed people and not "
            "a flexi-job. Below you see its conditions and what your answers say about each."
        )
    ),
    (Source(LAB, "§ 126"), Source(BEK_SELF_EMPLOYED, "§ 1")),
)
_EXPLANATIONS = {
    Outcome.POINTS_TOWARDS: Advice(
        Text(
            N_(
                "None of your answers speaks against a flexi-job. But they are no decision: the municipality must "
                "first have everything documented."
            )
        ),
        (_TARGET_GROUP, Source(LAB, "§ 118, stk. 2"), Source(RSL, "§ 9, stk. 1")),
    ),
    Outcome.MUST_CLARIFY: Advice(
        Text(N_("Something is still open. The municipality must clarify it before it decides.")),
        (_TARGET_GROUP, Source(RSL, "§ 10")),
    ),
    Outcome.NOT_WITH_THESE_ANSWERS: Advice(
        Text(
            N_(
                "At least one of your answers speaks against a flexi-job. Below you see which, and what would change "
                "it. The municipality must look at all kinds of help, not only at this one."
            )
        ),
        (_TARGET_GROUP, Source(RSL, "§ 5")),
    ),
    Outcome.IN_SCHEME: Advice(
        Text(
            N_(
                "You work in a flexi-job already. The municipality follows up after 2½ years. If your grant is for "
                "five years, it makes a status after 4½ years. You stay in the scheme until it has decided. Tell it "
                "if your hours go down or your terms change."
            )
        ),
        (Source(LAB, "§ 121"),),
    ),
}
