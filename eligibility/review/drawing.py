"""The walk as a document for a lawyer: sample answers, and every judgement of every condition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import groupby

from eligibility.law.criteria import CRITERIA
from eligibility.law.criteria.business import MIN_MONTHS
from eligibility.law.criteria.capacity import FULL_TIME_HOURS, HALF_OF_FULL_TIME, TOO_MANY_HOURS_IN_2021
from eligibility.law.criteria.criterion import Criterion, Judgement, Verdict
from eligibility.law.pension_age import cohort_of, pension_month
from eligibility.law.questions import BY_KEY, QUESTIONS
from eligibility.law.questions.capacity import VERY_SMALL
from eligibility.law.questions.person import EARLY_PENSION_POSSIBLE
from eligibility.law.questions.question import UNKNOWN, Answer, Choices, MonthAndYear, Number, Question, Several
from eligibility.law.questions.workplace import six_years_left
from eligibility.law.situation import situation_of
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_, Text, Value

NUMBERS = {question.key: str(number) for number, question in enumerate(QUESTIONS, start=1)}
"""What the document calls each question."""
LETTERS = {criterion.key: chr(ord("A") + place) for place, criterion in enumerate(CRITERIA)}
"""What the document calls each condition."""


@dataclass(frozen=True, slots=True)
class QuestionAnswers:
    """A question and some of its answers, or with `anything_but` all except these."""

    question: Question
    answers: tuple[Value, ...]
    anything_but: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A judgement and each way of answering that leads to it; None where the condition says nothing."""

    judgement: Judgement | None
    sources: tuple[Source, ...]
    ways: tuple[tuple[QuestionAnswers, ...], ...]


Point = tuple[Answer | None, ...]
"""An answer to each question that a condition reads, None where the question is not asked."""

Box = tuple[frozenset[Answer | None], ...]
"""All points in the product of these sets of answers."""

Way = tuple[tuple[int, frozenset[Answer | None]], ...]
"""The places of a box that matter, with their answers."""

# Each threshold of hours is also doubled: at half pace, it takes twice the hours to reach it.
_THRESHOLDS: dict[str, tuple[Decimal, ...]] = {
    "hours-per-week": (
        Decimal("0.01"),
        *(
            factor * threshold + offset
            for threshold in (VERY_SMALL, HALF_OF_FULL_TIME, TOO_MANY_HOURS_IN_2021, FULL_TIME_HOURS)
            for factor in (1, 2)
            for offset in (Decimal("-0.01"), Decimal(0), Decimal("0.01"))
        ),
    ),
    "pace-percent": (Decimal(50), Decimal(100)),
    "business-months": (MIN_MONTHS - 1, MIN_MONTHS, MIN_MONTHS + 1),
}


def samples(question: Question, on: date) -> tuple[Answer, ...]:
    """Answers that the law treats differently: all choices, and numbers and months around every threshold."""
    match question.answer:
        case Choices(choices=choices):
            return tuple(choice.key for choice in choices)
        case Several(choices=choices, exclusive=exclusive):
            return (*((choice.key,) for choice in choices), tuple(c.key for c in choices if c.key not in exclusive))
        case Number(least=least, most=most):
            numbers = sorted({Decimal(least), *_THRESHOLDS.get(question.key, ()), Decimal(most)})
            return (*(type(least)(number) for number in numbers), UNKNOWN)
        case MonthAndYear(earliest=earliest, years_ahead=ahead):
            this = Month.of(on)
            return (*_edges(earliest or this, this.plus(years=ahead), on), UNKNOWN)


@cache
def _edges(first: Month, last: Month, on: date) -> tuple[Month, ...]:
    """The first and the last month of every span of birth months that the law treats alike on that day."""
    this = Month.of(on)

    def kind(birth: Month) -> tuple[object, ...]:
        sides = [(limit < this, limit == this) for limit in (pension_month(birth), six_years_left(birth))]
        return cohort_of(birth), sides, EARLY_PENSION_POSSIBLE.test({"birth-month": birth}, on)

    count = first.months_until(last) + 1
    spans = [list(span) for _, span in groupby((first.plus(months=number) for number in range(count)), kind)]
    return tuple(dict.fromkeys(month for span in spans for month in (span[0], span[-1])))


@cache
def judgements(criterion: Criterion, on: date) -> tuple[Row, ...]:
    """Everything the condition can say on that day, found by asking it about sample answers.

    Judgements with the same verdict, sentences and sources share a row, with the values of one of them.
    """
    judged = _judged(criterion, on)
    groups: dict[object, list[Point]] = defaultdict(list)
    for point, judgement in judged.items():
        groups[_row_key(judgement)].append(point)
    rows = []
    for row_key, points in groups.items():
        outside = [point for other, others in groups.items() if other != row_key for point in others]
        found = dict.fromkeys(_without_irrelevant(criterion, box, outside) for box in _merged(points))
        judgement = judged[points[(len(points) - 1) // 2]]
        # Leaves out the trivial case: no question asked, no judgement.
        ways = [way for way in found if judgement or any(answers != {None} for _, answers in way)]
        if ways:
            sources = (judgement and judgement.sources) or criterion.sources
            rows.append(Row(judgement, sources, tuple(_in_words(criterion, way, on) for way in ways)))
    order = [Verdict.MET, Verdict.MUNICIPALITY, Verdict.NOT_MET]
    return tuple(sorted(rows, key=lambda row: order.index(row.judgement.verdict) if row.judgement else len(order)))


def _judged(criterion: Criterion, on: date) -> dict[Point, Judgement | None]:
    """The condition's judgement for every walk through the questions that differs in the answers it reads."""
    varied = {"birth-month", "situation", *criterion.questions}
    walks: list[dict[str, Answer]] = [{}]
    for question in QUESTIONS:
        if question.key in varied:
            given = samples(question, on)
        else:
            given = () if question.optional else (question.read(UNKNOWN, on),)
        walks = [
            answers | {question.key: answer} if asked else answers
            for answers in walks
            for asked in [bool(given) and question.asked.test(answers, on)]
            for answer in (given if asked else (UNKNOWN,))
        ]
    judged: dict[Point, Judgement | None] = {}
    for answers in walks:
        point = tuple(answers.get(key) for key in criterion.questions)
        judged[point] = criterion.judge(situation_of(answers, on)) or judged.get(point)
    return judged


def _row_key(judgement: Judgement | None) -> object:
    if judgement is None:
        return None
    change = judgement.change.message if judgement.change else None
    return judgement.verdict, judgement.reason.message, change, judgement.sources


def _merged(points: Sequence[Point]) -> list[Box]:
    """Merge the points into few boxes: question by question, those that differ in one answer only."""
    places = range(len(points[0]))
    found = []
    for order in (places, reversed(places)):
        boxes: Iterable[Box] = [tuple(frozenset([answer]) for answer in point) for point in points]
        for place in order:
            together: dict[Box, frozenset[Answer | None]] = defaultdict(frozenset)
            for box in boxes:
                together[box[:place] + box[place + 1 :]] |= box[place]
            boxes = [(*rest[:place], answers, *rest[place:]) for rest, answers in together.items()]
        found.append(list(boxes))
    return min(found, key=len)


def _without_irrelevant(criterion: Criterion, box: Box, outside: Sequence[Point]) -> Way:
    """Drop the questions that make no difference, those not asked first; numeric questions are always kept."""
    kept = dict(enumerate(box))
    for place in sorted(kept, key=lambda place: kept[place] != {None}):
        named = isinstance(BY_KEY[criterion.questions[place]].answer, Number) and kept[place] != {None}
        rest = {other: answers for other, answers in kept.items() if other != place}
        if not named and rest and not any(all(p[other] in a for other, a in rest.items()) for p in outside):
            kept = rest
    return tuple(kept.items())


def _in_words(criterion: Criterion, way: Way, on: date) -> tuple[QuestionAnswers, ...]:
    return tuple(_question_answers(BY_KEY[criterion.questions[place]], answers, on) for place, answers in way)


def _question_answers(question: Question, answers: frozenset[Answer | None], on: date) -> QuestionAnswers:
    known = samples(question, on)
    not_asked = (Text(N_("not asked")),) if None in answers else ()
    if isinstance(question.answer, Choices | Several):
        given = [question.shown(answer) for answer in known if answer in answers]
        others = [question.shown(answer) for answer in known if answer not in answers]
        if 0 < len(others) < len(given) > 3 and not not_asked:
            return QuestionAnswers(question, tuple(others), anything_but=True)
        return QuestionAnswers(question, (*given, *not_asked))
    spans: list[Value] = []
    for (inside, unknown), run in groupby(known, lambda answer: (answer in answers, answer == UNKNOWN)):
        first, *others = [question.shown(answer) for answer in run]
        if inside:
            ends = {"first": first, "last": others[-1] if others else first}
            spans.append(Text(N_("{first} to {last}"), ends) if others and not unknown else first)
    return QuestionAnswers(question, (*spans, *not_asked))
