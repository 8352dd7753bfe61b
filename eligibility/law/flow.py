"""The walk through the questions, recomputed from the stored answers each time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from eligibility.law.questions import BY_KEY, ONE_ROUTE, QUESTIONS
from eligibility.law.questions.person import SITUATION
from eligibility.law.questions.question import UNKNOWN, Answer, Question


@dataclass(frozen=True, slots=True)
class Walk:
    """Progress through the questions: the answers that count, in order, the next question, and open optional ones."""

    answers: dict[str, Answer]
    next: Question | None
    optional_open: tuple[Question, ...] = ()
    """Optional questions without an answer, once all others have one."""

    @property
    def complete(self) -> bool:
        return self.next is None

    def may_visit(self, question: Question) -> bool:
        """True for a question that has been answered, for the one that comes next, and for what may be added."""
        return question.key in self.answers or question == self.next or question in self.optional_open

    @property
    def _visited(self) -> list[Question]:
        """The questions on the way so far, without the optional ones."""
        asked = [BY_KEY[key] for key in self.answers] + ([self.next] if self.next else [])
        return [question for question in asked if not question.optional]

    @property
    def last(self) -> Question:
        return self._visited[-1]

    def before(self, question: Question) -> Question | None:
        """The question before this one, or None at the first."""
        place = self._visited.index(question)
        return self._visited[place - 1] if place else None

    def after(self, question: Question) -> Question | None:
        """The question after this one, or None when there is none."""
        rest = self._visited[self._visited.index(question) + 1 :]
        return rest[0] if rest else None


def walk(stored: Mapping[str, object], on: date) -> Walk:
    """Go through the questions from the first and stop at the first that is asked and has no valid answer.

    Stored answers that can't be read, or to questions that are not asked, don't count. Optional ones don't
    block the walk.
    """
    answers: dict[str, Answer] = {}
    optional_open = []
    for question in QUESTIONS:
        if question.asked.test(answers, on):
            try:
                answers[question.key] = question.read(stored.get(question.key), on)
            except ValueError:
                if question.optional:
                    optional_open.append(question)
                else:
                    return Walk(answers, question)
    return Walk(answers, None, tuple(optional_open))


def comes_later(question: Question, stored: Mapping[str, object], on: date) -> bool:
    """Whether the walk reaches this question once each open one before it is answered with "I don't know"."""
    known = dict(stored)
    while not (progress := walk(known, on)).may_visit(question):
        if not progress.next:
            return False
        known[progress.next.key] = UNKNOWN
    return True


def share_passed(step: Walk, question: Question, on: date) -> Fraction:
    """How far along the walk a question is, above 0 and below 1; it never falls, whatever is answered.

    Every question that may still come counts; once the situation is known, those of other situations don't.
    """
    route_is_known = SITUATION.key in step.answers
    passed = [key for key in step.answers if key in _PLACES and _PLACES[key] < _PLACES[question.key]]
    to_come = [
        key
        for key, place in _PLACES.items()
        if place > _PLACES[question.key]
        and not (route_is_known and key in ONE_ROUTE and not ONE_ROUTE[key].test(step.answers, on))
    ]
    return Fraction(len(passed) + 1, len(passed) + 2 + len(to_come))


_PLACES = {question.key: place for place, question in enumerate(QUESTIONS) if not question.optional}
