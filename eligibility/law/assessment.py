"""From findings to an outcome: what the answers suggest, why, how long it would last, and what to do next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from eligibility.law.advice import Advice
from eligibility.law.amounts import Amounts
from eligibility.law.changes import NEW_ACT_EXPECTED
from eligibility.law.criteria import CRITERIA, findings
from eligibility.law.criteria.criterion import Finding, Verdict
from eligibility.law.elsewhere import elsewhere
from eligibility.law.facts import Age, Route
from eligibility.law.grant import Grant, grant
from eligibility.law.in_short import InShort, in_short
from eligibility.law.next_steps import NextStep, next_steps
from eligibility.law.outcome import Outcome
from eligibility.law.process import Process, process
from eligibility.law.questions.question import Answers
from eligibility.law.questions.scheme import OLD_TERMS
from eligibility.law.situation import Situation, situation_of
from eligibility.law.timeline import Timeline, timeline
from eligibility.law.to_ask import to_ask
from fleksjob_site.kernel.law import BEK_SELF_EMPLOYED, LAB, RSL
from fleksjob_site.kernel.source import Source, on_day
from fleksjob_site.kernel.text import N_, Text


@dataclass(frozen=True, slots=True)
class Assessment:
    """The outcome with everything that explains it."""

    outcome: Outcome
    in_short: InShort
    findings: tuple[Finding, ...]
    next_steps: tuple[NextStep, ...]
    to_ask: tuple[Text, ...]
    """What to ask the municipality, in the words of the person who asks."""
    explanation: Advice
    grant: Grant | None
    timeline: Timeline | None
    process: Process | None
    elsewhere: tuple[Advice, ...]
    subsidy_applies: bool
    """Whether the flexi-wage subsidy of LAB § 123 is what the person has or would get."""
    rules_may_have_changed: bool

    @property
    def heading(self) -> Text:
        """The heading shown for the outcome, including the number of open conditions."""
        still_open = [finding.judgement.verdict for finding in self.in_short.unsettled].count(Verdict.MUNICIPALITY)
        if self.outcome != Outcome.MUST_CLARIFY:
            return Text(self.outcome.heading)
        return Text(_ONE_THING) if still_open == 1 else Text(_SEVERAL_THINGS, {"count": still_open})


_ONE_THING = N_("The municipality must find out one thing before it can decide")
_SEVERAL_THINGS = N_("The municipality must find out {count} things before it can decide")


@dataclass(frozen=True, slots=True)
class LadderInput:
    """Input to the ladder: the situation, and the verdicts on the conditions that decide."""

    situation: Situation
    deciding: frozenset[Verdict]


@dataclass(frozen=True, slots=True)
class Rung:
    """An outcome and when it applies, in words and as a test; an earlier rung takes precedence."""

    outcome: Outcome
    when: str
    applies: Callable[[LadderInput], bool]
    questions: tuple[str, ...] = ()
    """Keys of the questions that it looks at."""
    criteria: tuple[str, ...] = ()
    """Keys of the conditions that it looks at."""


_DECIDING = tuple(criterion.key for criterion in CRITERIA if criterion.decides)

LADDER = (
    Rung(
        Outcome.NOT_WITH_THESE_ANSWERS,
        N_("State pension age has been reached."),
        lambda given: given.situation.age == Age.PAST,
        criteria=("pension-age",),
    ),
    Rung(
        Outcome.OTHER_RULES,
        N_("In a flexi-job that began before 2013, or with their own business as their main occupation."),
        lambda given: given.situation.route in {Route.OLD_TERMS, Route.OWN_BUSINESS},
        questions=("situation", "fleksjob-started"),
    ),
    Rung(
        Outcome.IN_SCHEME,
        N_("In a flexi-job."),
        lambda given: given.situation.route == Route.IN_SCHEME,
        questions=("situation",),
    ),
    Rung(
        Outcome.NOT_WITH_THESE_ANSWERS,
        N_("The answers do not fit at least one of the conditions."),
        lambda given: Verdict.NOT_MET in given.deciding,
        criteria=_DECIDING,
    ),
    Rung(
        Outcome.MUST_CLARIFY,
        N_("At least one condition is for the municipality to find out."),
        lambda given: Verdict.MUNICIPALITY in given.deciding,
        criteria=_DECIDING,
    ),
    Rung(Outcome.POINTS_TOWARDS, N_("Everybody else."), lambda given: True),
)
"""The outcomes in their order of precedence: the first that applies is given."""


def assess(answers: Answers, on: date, amounts: Amounts) -> Assessment:
    """Weigh the answers of a complete walk by the rules of the day `on`; `amounts` are those of that day."""
    situation = situation_of(answers, on)
    found = findings(situation)
    deciding = frozenset(finding.judgement.verdict for finding in found if finding.criterion.decides)
    given = LadderInput(situation, deciding)
    outcome = next(rung.outcome for rung in LADDER if rung.applies(given))
    # Past state pension age the situation is not asked about, so there is no route.
    route = situation.route or Route.FLEKSJOB
    steps = tuple(on_day(step, on) for step in next_steps(outcome, situation))
    short = in_short(outcome, route, found, steps[0])
    expected_grant = None if outcome == Outcome.NOT_WITH_THESE_ANSWERS else grant(situation)
    return Assessment(
        outcome=outcome,
        in_short=short,
        findings=found,
        next_steps=steps,
        to_ask=to_ask(short, situation),
        explanation=on_day(_OTHER_RULES[route] if outcome == Outcome.OTHER_RULES else _EXPLANATIONS[outcome], on),
        grant=expected_grant,
        timeline=timeline(situation, expected_grant) if expected_grant else None,
        process=None if situation.age == Age.PAST else process(route, on, amounts),
        elsewhere=elsewhere(situation, {finding.criterion.key: finding.judgement.verdict for finding in found}),
        subsidy_applies=situation.age != Age.PAST and route in {Route.FLEKSJOB, Route.IN_SCHEME},
        rules_may_have_changed=on >= NEW_ACT_EXPECTED,
    )


_TARGET_GROUP = Source(LAB, "§ 116")

_OTHER_RULES = {
    Route.OLD_TERMS: Advice(
        Text(
            N_(
                "Your flexi-job began before 2013. You keep its terms, without a limit of five years, until you start "
                "in a new flexi-job. The municipality pays the subsidy to your employer."
            )
        ),
        OLD_TERMS,
    ),
    Route.OWN_BUSINESS: Advice(
        Text(
            N_(
                "With your own business as your main occupation, the help is a subsidy for self-employed people and "
                "not a flexi-job. Below you see its conditions and what your answers say about each."
            )
        ),
        (Source(LAB, "§ 126"), Source(BEK_SELF_EMPLOYED, "§ 1")),
    ),
}
_EXPLANATIONS = {
    Outcome.POINTS_TOWARDS: Advice(
        Text(
            N_(
                "All of your answers fit the conditions for a flexi-job. But that is not a decision: the municipality "
                "must first have everything documented."
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
                "At least one of your answers does not fit the conditions for a flexi-job. Below you see which, and "
                "what would change it. The municipality must look at all kinds of help, not only at this one."
            )
        ),
        (_TARGET_GROUP, Source(RSL, "§ 5")),
    ),
    Outcome.IN_SCHEME: Advice(
        Text(
            N_(
                "You already work in a flexi-job. The municipality follows up after 2½ years. If your grant is for "
                "five years, there is an assessment after 4½ years (status). You stay in the scheme until the "
                "municipality has decided. Tell it if your hours go down or your terms change."
            )
        ),
        (Source(LAB, "§ 121"),),
    ),
}
