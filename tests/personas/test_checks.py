"""Django's check finds a person who does not finish the walk, and names the question."""

from collections.abc import Callable
from dataclasses import replace
from io import StringIO

import pytest
from django.core.checks import CheckMessage, run_checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from eligibility.law import flow
from eligibility.law.questions import BY_KEY
from eligibility.law.questions.person import ON_THE_EMPLOYEE_ROUTE
from fleksjob_site.personas.persons import PERSONS

Break = Callable[[pytest.MonkeyPatch], None]


def remove_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(PERSONS["amina"].answers, "limitation-scope")


def invalid_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PERSONS["amina"].answers, "limitation-scope", "some-work")


def answer_to_removed_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PERSONS["amina"].answers, "shoe-size", "42")


def answer_to_question_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PERSONS["amina"].answers, "business-months", "24")


def add_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same as `lives-in-denmark`, under another name, in the middle of the walk."""
    new = replace(BY_KEY["lives-in-denmark"], key="made-up", asked=ON_THE_EMPLOYEE_ROUTE)
    monkeypatch.setitem(BY_KEY, new.key, new)
    monkeypatch.setattr(flow, "QUESTIONS", (*flow.QUESTIONS[:20], new, *flow.QUESTIONS[20:]))


def errors() -> list[CheckMessage]:
    return [found for found in run_checks() if str(found.id).startswith("fleksjob_site.")]


def test_all_example_persons_pass() -> None:
    assert errors() == []


@pytest.mark.parametrize(
    ("break_it", "question"),
    [
        (remove_answer, "no valid answer to the question 'limitation-scope'"),
        (invalid_answer, "no valid answer to the question 'limitation-scope'"),
        (answer_to_removed_question, "to 'shoe-size' does not count"),
        (answer_to_question_of_others, "to 'business-months' does not count"),
    ],
)
def test_the_check_names_the_person_and_the_question(
    monkeypatch: pytest.MonkeyPatch, break_it: Break, question: str
) -> None:
    break_it(monkeypatch)
    found = errors()
    assert {error.id for error in found} == {"fleksjob_site.E001"}
    assert all("erson 'amina'" in error.msg for error in found)
    assert any(question in error.msg for error in found)


def test_a_new_question_fails_the_command_for_everybody_who_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [person for person in PERSONS.values() if "measures" in person.answers]
    add_question(monkeypatch)
    assert len(errors()) == len(asked)
    with pytest.raises(SystemCheckError) as refused:
        call_command("check", stdout=StringIO(), stderr=StringIO())
    for person in asked:
        assert f"{person.key!r} has no valid answer to the question 'made-up'" in str(refused.value)
    assert "Valid: yes, no, unknown." in str(refused.value)


def test_a_renamed_answer_is_said_to_be_missing_and_not_to_count(monkeypatch: pytest.MonkeyPatch) -> None:
    remove_answer(monkeypatch)
    answer_to_removed_question(monkeypatch)
    missing, unused = errors()
    assert "'limitation-scope'" in missing.msg
    assert "'shoe-size'" in unused.msg
