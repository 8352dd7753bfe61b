"""The way through the questions, worked out anew from the stored answers each time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from eligibility.questions import QUESTIONS
from eligibility.questions.question import UNKNOWN, Answer, Question


@dataclass(frozen=True, slots=True)
class Walk:
    """Where somebody stands: the answers that count, in order, and the question that comes next."""

    answers: dict[str, Answer]
    next: Question | None

    @property
    def complete(self) -> bool:
        return self.next is None

    def may_visit(self, question: Question) -> bool:
        """True for a question that has been answered and for the one that comes next."""
        return question.key in self.answers or question == self.next

    @property
    def _visited(self) -> list[str]:
        return [*self.answers, *([self.next.key] if self.next else [])]

    def before(self, question: Question) -> str | None:
        """The key of the question before this one, or None at the first."""
        place = self._visited.index(question.key)
        return self._visited[place - 1] if place else None

    def after(self, question: Question) -> str | None:
        """The key of the question after this one, or None when there is none."""
        rest = self._visited[self._visited.index(question.key) + 1 :]
        return rest[0] if rest else None

    def number_of(self, question: Question) -> int:
        """The place of a question that may be visited, from 1."""
        return self._visited.index(question.key) + 1


def walk(stored: Mapping[str, object], on: date) -> Walk:
    """Go through the questions from the first and stop at the first that is asked and has no valid answer.

    What is stored for a question that is not asked, or can't be read, does not count.
    """
    answers: dict[str, Answer] = {}
    for question in QUESTIONS:
        if question.asked.test(answers, on):
            try:
                answers[question.key] = question.read(stored.get(question.key), on)
            except ValueError:
                return Walk(answers, question)
    return Walk(answers, None)


def about_how_many(stored: Mapping[str, object], on: date) -> int:
    """How many questions the walk has when everything still open is answered with "I don't know"."""
    open_ended = dict(stored)
    while question := (step := walk(open_ended, on)).next:
        open_ended[question.key] = UNKNOWN
    return len(step.answers)
