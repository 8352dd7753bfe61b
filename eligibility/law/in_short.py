"""In short: an outcome in at most eight sentences, for the page, the letter, the view in large type and the API."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from eligibility.law.criteria.besides import SPOUSES_BUSINESS
from eligibility.law.criteria.criterion import Finding, Verdict
from eligibility.law.facts import Route
from eligibility.law.next_steps import NextStep
from eligibility.law.outcome import Outcome
from fleksjob_site.kernel.money import whole_kroner
from fleksjob_site.kernel.text import N_, Kroner, Text, Value

MAX_SENTENCES = 8
MAX_IN_FULL = 3
"""How many unsettled conditions get a sentence each; the rest share one."""


@dataclass(frozen=True, slots=True)
class Income:
    """Wage and subsidy before tax, kr. a month: the least and the most of a range, else the same amount twice.

    `limited_by_assumption` says that a wage ceiling that nobody has stated lowers it.
    """

    least: Kroner
    most: Kroner
    limited_by_assumption: bool = False

    @property
    def amount(self) -> Value:
        """The amount in whole kroner, or the range."""
        least, most = Kroner(whole_kroner(self.least)), Kroner(whole_kroner(self.most))
        return least if least == most else Text(N_("{least} to {most}"), {"least": least, "most": most})


@dataclass(frozen=True, slots=True)
class InShort:
    """An outcome in a few sentences; `unsettled` are the conditions that the answers do not fit, then the open ones."""

    suggests: Text
    unsettled: tuple[Finding, ...]
    decides: Text | None
    next_step: NextStep
    outcome: Outcome

    route: Route
    at_spouse: Text | None = None
    """That it can't be in the spouse's business, where the answers say so."""

    @property
    def in_scheme(self) -> bool:
        """Whether the person has a flexi-job now, by the rules of today or of before 2013."""
        return self.route in {Route.IN_SCHEME, Route.OLD_TERMS}

    @property
    def who_decides(self) -> Text:
        if self.in_scheme:
            return Text(N_("It is up to the municipality to decide."))
        return Text(N_("Only the municipality can say yes or no."))

    @property
    def points(self) -> tuple[Text, ...]:
        """Why each condition is unsettled, in terms of the person's answers."""
        return tuple(
            Text(_POINT, {"condition": Text(finding.criterion.title), "why": finding.judgement.in_brief})
            for finding in self.in_full
        )

    @property
    def in_full(self) -> tuple[Finding, ...]:
        """The unsettled conditions that get a sentence each."""
        return self.unsettled[:MAX_IN_FULL]

    @property
    def others(self) -> Text | None:
        """The rest of the unsettled conditions by name; None where there are none."""
        rest = self.unsettled[MAX_IN_FULL:]
        return Text(_OTHERS, {"conditions": tuple(Text(finding.criterion.title) for finding in rest)}) if rest else None

    def amount(self, income: Income | None) -> Text | None:
        """The sentence on wage plus subsidy before tax; None if nothing would be paid or the outcome is negative."""
        if not income or not income.most or self.outcome == Outcome.NOT_WITH_THESE_ANSWERS:
            return None
        if income.limited_by_assumption:
            message = N_("Your pay and the subsidy are about {total} a month before tax, with an assumed wage ceiling.")
            would = N_("If you get it, you get about {total} a month before tax, with an assumed wage ceiling.")
        else:
            message = N_("Your pay and the subsidy are about {total} a month before tax.")
            would = N_("If you get it, you get about {total} a month before tax.")
        return Text(message if self.in_scheme else would, {"total": income.amount})

    def sentences(self, income: Income | None = None) -> tuple[Text, ...]:
        """All of it in order, with the income where it is known."""
        amount = self.amount(income)
        parts = (
            self.suggests,
            *self.points,
            self.others,
            self.decides,
            self.at_spouse,
            self.next_step.text,
            amount,
            self.who_decides,
        )
        return tuple(sentence for sentence in parts if sentence)


_POINT = N_("{condition}: {why}")
_OTHERS = N_("Also unsettled: {conditions}.")


def in_short(outcome: Outcome, route: Route, findings: Iterable[Finding], next_step: NextStep) -> InShort:
    """Sum up an outcome and its findings."""
    findings = list(findings)
    deciding = [finding for finding in findings if finding.criterion.decides]
    unsettled = [
        finding
        for verdict in (Verdict.NOT_MET, Verdict.MUNICIPALITY)
        for finding in deciding
        if finding.judgement.verdict is verdict
    ]
    return InShort(
        suggests=_suggests(outcome, route, [finding.judgement.verdict for finding in deciding]),
        unsettled=tuple(unsettled),
        decides=_decides(outcome, unsettled),
        next_step=next_step,
        outcome=outcome,
        route=route,
        at_spouse=_at_spouse(outcome, findings, unsettled),
    )


def _suggests(outcome: Outcome, route: Route, verdicts: list[Verdict]) -> Text:
    values = {"fits": verdicts.count(Verdict.MET), "conditions": len(verdicts)}
    unsettled = [
        Text(one if count == 1 else several, {"count": count})
        for verdict, one, several in _UNSETTLED
        if (count := verdicts.count(verdict))
    ]
    if unsettled and len(verdicts) == 1:
        return Text(_FIRST_DOES_NOT_FIT)
    if unsettled:
        rest = unsettled[0] if len(unsettled) == 1 else Text(N_("{against}, and {open}"), _against_and_open(unsettled))
        own = N_("You run a business. Your answers fit {fits} of {conditions} conditions: {rest}.")
        message = N_("Your answers fit {fits} of {conditions} conditions: {rest}.")
        return Text(own if route == Route.OWN_BUSINESS else message, {**values, "rest": rest})
    if outcome == Outcome.IN_SCHEME:
        return Text(N_("You have a flexi-job now."))
    if route == Route.OLD_TERMS:
        return Text(N_("Your flexi-job began before 2013, and you keep its terms."))
    if route == Route.OWN_BUSINESS:
        return Text(N_("You run a business. Your answers fit all {conditions} conditions."), values)
    return Text(N_("Your answers fit all {conditions} conditions."), values)


def _against_and_open(unsettled: list[Text]) -> dict[str, Value]:
    against, still_open = unsettled
    return {"against": against, "open": still_open}


MAX_BESIDES = 2
"""How many unsettled conditions leave room for a sentence on the spouse's business."""


def _at_spouse(outcome: Outcome, findings: list[Finding], unsettled: list[Finding]) -> Text | None:
    against = {finding.criterion.key for finding in findings if finding.judgement.verdict == Verdict.NOT_MET}
    if SPOUSES_BUSINESS not in against or outcome == Outcome.NOT_WITH_THESE_ANSWERS or len(unsettled) > MAX_BESIDES:
        return None
    return Text(
        N_(
            "But as things stand, you can't have a flexi-job in your spouse's business: you count as self-employed "
            "there."
        )
    )


_UNSETTLED = (
    (Verdict.NOT_MET, N_("one does not fit"), N_("{count} do not fit")),
    (Verdict.MUNICIPALITY, N_("one is open"), N_("{count} are open")),
)
_FIRST_DOES_NOT_FIT = N_("Your answers do not fit the first condition.")


def _decides(outcome: Outcome, unsettled: list[Finding]) -> Text | None:
    """What decides the outcome; None where too many conditions are unsettled to name each, or none has to be."""
    if not unsettled:
        return Text(N_("Your answers must now be documented.")) if outcome == Outcome.POINTS_TOWARDS else None
    if len(unsettled) == 1:
        return unsettled[0].judgement.change_in_brief
    if len(unsettled) > MAX_IN_FULL:
        return None
    if any(finding.judgement.verdict == Verdict.NOT_MET for finding in unsettled):
        return Text(N_("Ask again if any of this changes."))
    return Text(N_("All of this must be clarified before your case can be decided."))
