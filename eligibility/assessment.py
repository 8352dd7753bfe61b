"""From findings to an outcome: what the answers point to, why, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from eligibility.criteria import findings
from eligibility.criteria.criterion import Finding, Verdict
from eligibility.grant import Grant, grant
from eligibility.questions.question import Answers
from fleksjob_site.kernel.law import BEK_SELF_EMPLOYED, LAB, RSL, Source
from fleksjob_site.kernel.text import N_, Text

NEW_ACT_EXPECTED = date(2027, 1, 1)
"""A new main act is expected from this day; rules read before it may then be out of date."""


class Outcome(StrEnum):
    """What the answers point to. Never that somebody qualifies: only the municipality decides."""

    NOT_WITH_THESE_ANSWERS = "not-with-these-answers"
    OTHER_RULES = "other-rules"
    IN_SCHEME = "in-scheme"
    MUST_CLARIFY = "must-clarify"
    POINTS_TOWARDS = "points-towards"


@dataclass(frozen=True, slots=True)
class Advice:
    """Something to know or do, and where it stands."""

    text: Text
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """The outcome with everything that explains it."""

    outcome: Outcome
    findings: tuple[Finding, ...]
    grant: Grant | None
    explanation: Advice
    next_steps: tuple[Advice, ...]
    rules_may_have_changed: bool


def assess(answers: Answers, on: date) -> Assessment:
    """Weigh the answers of a complete walk, on the day `on`."""
    found = findings(answers, on)
    outcome = _outcome(answers, {finding.criterion.key: finding.judgement.verdict for finding in found})
    granted = outcome in {Outcome.POINTS_TOWARDS, Outcome.MUST_CLARIFY, Outcome.IN_SCHEME}
    return Assessment(
        outcome=outcome,
        findings=found,
        grant=grant(answers, on) if granted else None,
        explanation=_explanation(outcome, answers),
        next_steps=_NEXT_STEPS,
        rules_may_have_changed=on >= NEW_ACT_EXPECTED,
    )


def _outcome(answers: Answers, verdicts: dict[str, Verdict]) -> Outcome:
    """The first that applies: age, the old scheme, an own business, a fleksjob now, then the conditions."""
    situation = answers.get("situation")
    if verdicts["pension-age"] == Verdict.NOT_MET:
        return Outcome.NOT_WITH_THESE_ANSWERS
    if situation in {"in-fleksjob-before-2013", "self-employed"}:
        return Outcome.OTHER_RULES
    if situation == "in-fleksjob":
        return Outcome.IN_SCHEME
    if Verdict.NOT_MET in verdicts.values():
        return Outcome.NOT_WITH_THESE_ANSWERS
    if Verdict.MUNICIPALITY in verdicts.values():
        return Outcome.MUST_CLARIFY
    return Outcome.POINTS_TOWARDS


def _explanation(outcome: Outcome, answers: Answers) -> Advice:
    if outcome == Outcome.OTHER_RULES:
        return _OLD_SCHEME if answers["situation"] == "in-fleksjob-before-2013" else _OWN_BUSINESS
    return _EXPLANATIONS[outcome]


_TARGET_GROUP = Source(LAB, "§ 116")
_DECIDES = Source(RSL, "§ 9")

_OLD_SCHEME = Advice(
    Text(
        N_(
            "Your flexi-job began before 2013. You keep its terms, without a limit of five years, until you start in a "
            "new flexi-job. The municipality pays the subsidy to your employer."
        )
    ),
    (Source(LAB, "§§ 133-135"),),
)
_OWN_BUSINESS = Advice(
    Text(
        N_(
            "With your own business as your main occupation you don't get a flexi-job, but you may ask for "
            "the subsidy for self-employed people. It has its own conditions: your capacity in your own "
            "business counts. Before the first grant you must have run it for at least 30 hours a week in at "
            "least 12 of the last 24 months. It is granted for five years at a time."
        )
    ),
    (Source(LAB, "§ 126"), Source(BEK_SELF_EMPLOYED, "§ 1")),
)
_EXPLANATIONS = {
    Outcome.POINTS_TOWARDS: Advice(
        Text(
            N_(
                "Your answers fit the conditions in the law. Whether you are in the target group, the municipality "
                "decides when it knows your case."
            )
        ),
        (_TARGET_GROUP, _DECIDES),
    ),
    Outcome.MUST_CLARIFY: Advice(
        Text(
            N_(
                "Your answers alone settle nothing. Something is open, and the municipality must clarify it "
                "before it decides."
            )
        ),
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
                "You work in a flexi-job already. The municipality follows up after 2½ years. If your grant is "
                "for five years, it makes a status after 4½ years. You stay in the scheme until it has decided."
            )
        ),
        (Source(LAB, "§ 121"),),
    ),
}
_NEXT_STEPS = (
    Advice(
        Text(
            N_("Talk with the municipality where you live. You can do it from work, from sick leave or without work.")
        ),
        (_DECIDES,),
    ),
    Advice(
        Text(
            N_(
                "The municipality must see to it that your case is known well enough to decide. You have the right "
                "to take part."
            )
        ),
        (Source(RSL, "§ 10"), Source(RSL, "§ 4")),
    ),
    Advice(
        Text(
            N_(
                "You get a decision in writing. You can appeal it within four weeks. Send the appeal to the "
                "municipality: it looks at its decision again and otherwise sends it on to Ankestyrelsen."
            )
        ),
        (Source(RSL, "§ 66"), Source(RSL, "§ 67")),
    ),
)
