"""What a condition is, and what the answers can say about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from eligibility.law.questions import BY_KEY
from eligibility.law.questions.question import Choices
from eligibility.law.situation import Situation
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_, Text, Value


class Verdict(StrEnum):
    """What the answers say about a condition; only an indication, since the municipality decides."""

    MET = "met"
    NOT_MET = "not-met"
    MUNICIPALITY = "municipality"

    def words(self, *, decides: bool) -> str:
        """The verdict in words (message id): on a condition, or on a rule that is not one (`decides` False)."""
        return (_ON_CONDITIONS if decides else _ON_OTHER_RULES)[self]


_ON_CONDITIONS = {
    Verdict.MET: N_("Your answer fits this condition"),
    Verdict.NOT_MET: N_("Your answer does not fit this condition"),
    Verdict.MUNICIPALITY: N_("The municipality must find out"),
}
_ON_OTHER_RULES = {
    Verdict.MET: N_("Noted"),
    Verdict.NOT_MET: N_("Not yet"),
    Verdict.MUNICIPALITY: N_("The municipality must find out"),
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, its reason in terms of the answers, and what would change it."""

    verdict: Verdict
    reason: Text
    change: Text | None = None
    sources: tuple[Source, ...] = ()
    """Sources of this verdict, where they differ from those of the condition."""
    brief: Text | None = None
    """The reason in one sentence, where it is longer."""

    brief_change: Text | None = None
    """What would change it in one sentence, where that is longer."""

    @property
    def in_brief(self) -> Text:
        """The reason in one sentence."""
        return self.brief or self.reason

    @property
    def change_in_brief(self) -> Text | None:
        """What would change the verdict, in one sentence."""
        return self.brief_change or self.change


Judge = Callable[[Situation], Judgement | None]
"""What a situation says about a condition; None where it makes the condition irrelevant."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A condition of the law, or a rule shown with the conditions (`decides` is False)."""

    key: str
    title: str
    questions: tuple[str, ...]
    """Keys of the questions whose answers it reads."""
    sources: tuple[Source, ...]
    judge: Judge
    decides: bool = True
    """False for a rule on the job itself, which is not a condition of the grant."""
    own_business_sources: tuple[Source, ...] = ()
    """Sources of the condition for the subsidy to self-employed people, where they differ."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A criterion and what the answers say about it."""

    criterion: Criterion
    judgement: Judgement
    sources: tuple[Source, ...]


def by_answer(question: str, judgements: Mapping[str, Judgement]) -> Judge:
    """Look up the verdict by the key of one answer; ValueError if the keys don't match the question's choices."""
    answers = BY_KEY[question].answer
    if not isinstance(answers, Choices) or judgements.keys() != {choice.key for choice in answers.choices}:
        raise ValueError(f"{question}: not the choices of the question")

    def judge(situation: Situation) -> Judgement | None:
        answer = situation.answers.get(question)
        return None if answer is None else judgements[str(answer)]

    return judge


def met(reason: str, values: Mapping[str, Value] | None = None) -> Judgement:
    """The answers meet the condition."""
    return Judgement(Verdict.MET, Text(reason, values or {}))


def not_met(
    reason: str,
    change: str,
    values: Mapping[str, Value] | None = None,
    sources: tuple[Source, ...] = (),
    brief: tuple[str, str] = ("", ""),
) -> Judgement:
    """The answers do not fit the condition; `change` says what would change that. For `brief`, see _judgement()."""
    return _judgement(Verdict.NOT_MET, (reason, change, *brief), values, sources)


def for_the_municipality(
    reason: str,
    change: str,
    values: Mapping[str, Value] | None = None,
    sources: tuple[Source, ...] = (),
    brief: tuple[str, str] = ("", ""),
) -> Judgement:
    """The answers leave the condition open; `change` says what would settle it. For `brief`, see _judgement()."""
    return _judgement(Verdict.MUNICIPALITY, (reason, change, *brief), values, sources)


def _judgement(
    verdict: Verdict, texts: tuple[str, str, str, str], values: Mapping[str, Value] | None, sources: tuple[Source, ...]
) -> Judgement:
    """`texts`: reason, change, short reason, short change; a short one is "" if the long one is one sentence."""
    reason, change, brief, brief_change = texts
    values = values or {}
    return Judgement(
        verdict=verdict,
        reason=Text(reason, values),
        change=Text(change),
        sources=sources,
        brief=Text(brief, values) if brief else None,
        brief_change=Text(brief_change) if brief_change else None,
    )
