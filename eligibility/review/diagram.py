"""The walk as a picture: questions, the conditions that read them, and the outcomes, laid out in three columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from statistics import median
from textwrap import wrap

from eligibility.law.assessment import LADDER, Rung
from eligibility.law.criteria import CRITERIA
from eligibility.law.criteria.criterion import Criterion
from eligibility.law.questions import QUESTIONS
from eligibility.law.questions.question import Question
from fleksjob_site.kernel.text import N_, Text, Value

WIDTH = 1290
_QUESTIONS, _CONDITIONS, _OUTCOMES = (10, 550), (670, 270), (990, 290)
"""Left edge and width of each column."""

_TOP = 40
_GAP = 10
_PADDING = 8
_LABEL = 34
"""Room for the number or letter at the left of a box."""

_NO_BREAK = "\u00a0"

# Line height and average width of a letter; wide enough for the broadest of the usual sans-serif fonts.
_SIZES = {"strong": (16, 7.0), "small": (14, 5.6)}

NUMBERS = {question.key: str(number) for number, question in enumerate(QUESTIONS, start=1)}
LETTERS = {criterion.key: chr(ord("A") + place) for place, criterion in enumerate(CRITERIA)}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: `strong` or `small`, and its baseline below the top of the box."""

    text: str
    size: str
    y: int


@dataclass(frozen=True, slots=True)
class Box:
    """A question, a condition or an outcome; `beside` where it does not bear on the outcome or may be left out."""

    label: str
    lines: tuple[Line, ...]
    beside: bool
    x: int
    y: int
    width: int
    height: int

    @property
    def text_x(self) -> int:
        return self.x + _LABEL


@dataclass(frozen=True, slots=True)
class Wire:
    """A line from a question to a condition that reads it."""

    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True, slots=True)
class Diagram:
    """Everything to be drawn, in the units of an SVG view box."""

    questions: tuple[Box, ...]
    conditions: tuple[Box, ...]
    outcomes: tuple[Box, ...]
    wires: tuple[Wire, ...]
    columns: tuple[int, ...]
    width: int
    height: int


def diagram(say: Callable[[Value], str]) -> Diagram:
    """Lay the walk out in the words of a language: boxes one below the other, as high as their text."""
    questions = _stacked([_question(question, say) for question in QUESTIONS])
    at = {question.key: box for question, box in zip(QUESTIONS, questions, strict=True)}
    wanted = [int(median(_middle(at[key]) for key in criterion.questions)) for criterion in CRITERIA]
    conditions = _stacked([_condition(criterion, say) for criterion in CRITERIA], wanted)
    outcomes = _stacked([_outcome(rung, say) for rung in LADDER], gap=30)
    wires = [
        Wire(at[key].x + at[key].width, _middle(at[key]), box.x, _entry(box, place, len(criterion.questions)))
        for criterion, box in zip(CRITERIA, conditions, strict=True)
        for place, key in enumerate(criterion.questions)
    ]
    return Diagram(
        questions,
        conditions,
        outcomes,
        tuple(wires),
        tuple(x for x, _ in (_QUESTIONS, _CONDITIONS, _OUTCOMES)),
        WIDTH,
        max(column[-1].y + column[-1].height for column in (questions, conditions, outcomes)) + _GAP,
    )


def _question(question: Question, say: Callable[[Value], str]) -> Box:
    letters = [LETTERS[criterion.key] for criterion in CRITERIA if question.key in criterion.questions]
    asked = say(Text(N_("Asked of {whom}."), {"whom": Text(question.asked.of)}))
    left_out = [say(Text(N_("May be left out.")))] if question.optional else []
    read_by = [f"→ {', '.join(letters)}".replace(" ", _NO_BREAK)] if letters else []
    small = [" ".join([asked, *left_out, *read_by])]
    return _box(_QUESTIONS, NUMBERS[question.key], say(Text(question.text)), small, beside=question.optional)


def _condition(criterion: Criterion, say: Callable[[Value], str]) -> Box:
    small = [f"← {', '.join(NUMBERS[key] for key in criterion.questions)}"]
    if not criterion.decides:
        small.append(say(Text(N_("Beside the conditions: it does not change the outcome."))))
    return _box(_CONDITIONS, LETTERS[criterion.key], say(Text(criterion.title)), small, beside=not criterion.decides)


def _outcome(rung: Rung, say: Callable[[Value], str]) -> Box:
    read = [NUMBERS[key] for key in rung.questions] + [LETTERS[key] for key in rung.criteria]
    small = [say(Text(rung.when)), *([f"← {', '.join(read)}"] if read else [])]
    return _box(_OUTCOMES, f"{LADDER.index(rung) + 1}.", say(Text(rung.outcome.heading)), small)


def _box(column: tuple[int, int], label: str, strong: str, small: list[str], beside: bool = False) -> Box:
    x, width = column
    lines: list[Line] = []
    y = _PADDING
    for text, size in ((strong, "strong"), *((text, "small") for text in small)):
        height, letter = _SIZES[size]
        for line in wrap(text, int((width - _LABEL - _PADDING) / letter), break_on_hyphens=False):
            y += height
            lines.append(Line(line, size, y - 4))
    return Box(label, tuple(lines), beside, x, 0, width, y + _PADDING)


def _stacked(boxes: list[Box], middles: list[int] | None = None, gap: int = _GAP) -> tuple[Box, ...]:
    """The boxes one below the other, none above the middle that is wanted for it."""
    placed: list[Box] = []
    free = _TOP
    for place, box in enumerate(boxes):
        y = max(free, middles[place] - box.height // 2) if middles else free
        placed.append(replace(box, y=y))
        free = y + box.height + gap
    return tuple(placed)


def _middle(box: Box) -> int:
    return box.y + box.height // 2


def _entry(box: Box, place: int, count: int) -> int:
    """Where a line enters a box at its left, the lines spread over the height."""
    return box.y + box.height * (place + 1) // (count + 1)
