"""Every condition of the law for a fleksjob: its text, its source, and what the answers say about it."""

from datetime import date

from eligibility.criteria.attempts import ATTEMPTS
from eligibility.criteria.capacity import CAPACITY
from eligibility.criteria.criterion import Criterion, Finding
from eligibility.criteria.person import PERSON
from eligibility.questions.question import Answers

CRITERIA: tuple[Criterion, ...] = (*PERSON, *CAPACITY, *ATTEMPTS)


def findings(answers: Answers, on: date) -> tuple[Finding, ...]:
    """Every condition that the answers touch, in the order of the law."""
    judged = ((criterion, criterion.judge(answers, on)) for criterion in CRITERIA)
    return tuple(Finding(criterion, judgement) for criterion, judgement in judged if judgement)
