"""One situation however it is answered, and one place that reads answers."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings

from eligibility.law.facts import Benefit, Route
from eligibility.law.flow import walk
from eligibility.law.questions import QUESTIONS
from eligibility.law.questions.question import UNKNOWN, Choices, Several
from eligibility.law.situation import situation_of
from tests.eligibility.law.answering import FITTING, ON, assessed

LAW = Path(settings.BASE_DIR, "eligibility", "law")

BEFORE_2013 = {"situation": "in-fleksjob-before-2013"}
STARTED = [{"situation": "in-fleksjob", "fleksjob-started": month} for month in ("1998-01", "2010-05", "2012-12")]
PERSONS = [
    {"birth-month": born, "benefit": benefit} for born in ("1955-03", "1963-01", "1990-06") for benefit in Benefit
]


@pytest.mark.parametrize("started", STARTED, ids=lambda started: started["fleksjob-started"])
@pytest.mark.parametrize("person", PERSONS, ids=lambda person: "-".join(person.values()))
def test_a_fleksjob_from_before_2013_gives_the_same_however_it_is_answered(
    person: dict[str, str], started: dict[str, str]
) -> None:
    assert assessed(**person, **started) == assessed(**person, **BEFORE_2013)


@pytest.mark.parametrize("started", STARTED, ids=lambda started: started["fleksjob-started"])
def test_its_situations_differ_in_nothing_but_the_answers(started: dict[str, str]) -> None:
    one, other = (situation_of(walk(FITTING | spelled, ON).answers, ON) for spelled in (started, BEFORE_2013))
    assert one.route == Route.OLD_TERMS
    assert replace(one, answers={}) == replace(other, answers={})


def test_from_january_2013_the_present_rules_apply() -> None:
    assert assessed(situation="in-fleksjob", fleksjob_started="2013-01") != assessed(**BEFORE_2013)


def texts_of_answers() -> set[str]:
    listed = (q.answer.choices for q in QUESTIONS if isinstance(q.answer, Choices | Several))
    return {choice.key for choices in listed for choice in choices} | {UNKNOWN}


def comparisons(tree: ast.AST) -> Iterator[ast.AST]:
    """Where a value is compared with a text, matched against one, or looked up in answers by a question's key."""
    keys = {question.key for question in QUESTIONS}
    for node in ast.walk(tree):
        parts = (part.value for part in ast.walk(node) if isinstance(part, ast.Constant))
        inside = {part for part in parts if isinstance(part, str)}
        match node:
            case ast.Compare() | ast.MatchValue():
                found = inside & (keys | texts_of_answers())
            case ast.Subscript(value=value):
                found = ast.unparse(value).endswith("answers") and inside & keys
            case ast.Call(func=function):
                found = ast.unparse(function).endswith("answers.get") and inside & keys
            case _:
                continue
        if found:
            yield node


@pytest.mark.parametrize(
    "source",
    [
        "answers.get('benefit')",
        "answers['benefit']",
        "said == 'employee'",
        "said in {'yes', 'maybe'}",
        "'situation' in answers",
        "match said:\n case 'no': pass",
    ],
)
def test_a_comparison_is_found(source: str) -> None:
    assert list(comparisons(ast.parse(source)))


def test_nothing_but_the_situation_and_the_questions_compares_an_answer() -> None:
    files = [file for file in LAW.rglob("*.py") if "questions" not in file.parts and file.name != "situation.py"]
    found = [
        f"{file.relative_to(LAW)}:{node.lineno}"  # type: ignore[attr-defined]
        for file in files
        for node in comparisons(ast.parse(file.read_text("utf-8")))
    ]
    assert found == []
