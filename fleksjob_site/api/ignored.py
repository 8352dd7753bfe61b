"""Answers that a caller gave and that do not count, each with why."""

from collections.abc import Iterable
from typing import Literal

from django.utils.translation import gettext as _

from eligibility.law.flow import Walk
from eligibility.law.questions import BY_KEY, QUESTIONS
from fleksjob_site.api.questions import QuestionKey
from fleksjob_site.api.shapes import Out
from fleksjob_site.texts.writing import fill


class IgnoredOut(Out):
    """An answer that does not count."""

    key: QuestionKey
    why: Literal["not-asked", "not-reached"]
    """Earlier answers skip it ("not-asked"), or an earlier question has no answer yet ("not-reached")."""
    reason: str
    """The same in words."""


def ignored(given: Iterable[str], step: Walk) -> list[IgnoredOut]:
    """The answers that are no part of the walk, in the order of the questions."""
    left_out = [question for question in QUESTIONS if question.key in set(given) - set(step.answers)]
    stop = QUESTIONS.index(step.next) if step.next else len(QUESTIONS)
    return [
        _not_reached(question.key) if QUESTIONS.index(question) > stop else _not_asked(question.key)
        for question in left_out
    ]


def _not_asked(key: str) -> IgnoredOut:
    reason = _("The other answers leave this question out. It is asked of: {whom}.")
    return IgnoredOut(key=key, why="not-asked", reason=fill(reason, whom=_(BY_KEY[key].asked.of)))


def _not_reached(key: str) -> IgnoredOut:
    return IgnoredOut(key=key, why="not-reached", reason=_("An earlier question has no answer yet."))
