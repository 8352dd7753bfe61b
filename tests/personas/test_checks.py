"""Django's check finds a person who does not finish the walk or has other results, and the pages stay up meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from io import StringIO

import pytest
from django.core.checks import CheckMessage, run_checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.test import Client

from eligibility.law import flow
from eligibility.law.questions import BY_KEY
from eligibility.law.questions.person import ON_THE_EMPLOYEE_ROUTE
from fleksjob_site.personas.persons import PERSONS, Person, neighbours, walk_of
from tests.personas.looking import address, each_language, shown

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


def change_income(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PERSONS["amina"].income, "wage", "170")


def change_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PERSONS["amina"].answers, "limitation-lasting", "passing")


def errors() -> list[CheckMessage]:
    return [found for found in run_checks() if str(found.id).startswith("fleksjob_site.")]


def test_no_person_is_found_fault_with() -> None:
    assert errors() == []


@pytest.mark.parametrize(
    ("break_it", "id", "question"),
    [
        (remove_answer, "E001", "no valid answer to the question 'limitation-scope'"),
        (invalid_answer, "E001", "no valid answer to the question 'limitation-scope'"),
        (answer_to_removed_question, "E001", "to 'shoe-size' does not count"),
        (answer_to_question_of_others, "E001", "to 'business-months' does not count"),
        (change_income, "E002", "expects total_month = 27590.55, the site gives"),
        (change_outcome, "E002", "expects outcome = points-towards, the site gives not-with-these-answers"),
    ],
)
def test_the_check_names_the_person_and_the_question(
    monkeypatch: pytest.MonkeyPatch, break_it: Break, id: str, question: str
) -> None:
    break_it(monkeypatch)
    found = errors()
    assert {error.id for error in found} == {f"fleksjob_site.{id}"}
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


@pytest.mark.parametrize("break_it", [add_question, remove_answer])
@each_language
def test_who_does_not_finish_the_walk_has_no_page_and_the_others_have(
    client: Client, monkeypatch: pytest.MonkeyPatch, language: str, break_it: Break
) -> None:
    break_it(monkeypatch)
    unfinished = PERSONS["amina"]
    left = [person for person in PERSONS.values() if walk_of(person).complete]
    assert unfinished not in left
    gallery = shown(client, "examples", language)
    for person in PERSONS.values():
        assert (f'href="{address("example", language, person)}"' in gallery) == (person in left)
        for name in ("example", "example-large", "use-example"):
            assert client.get(address(name, language, person)).status_code in ((200, 302) if person in left else (404,))
    assert links_of(left) == [*left[1:], None]


def links_of(persons: list[Person]) -> list[Person | None]:
    """To whom the large page of each leads next."""
    return [neighbours(person)[1] for person in persons]
