"""The way through the questions."""

from itertools import pairwise

import pytest

from eligibility.assessment import Outcome, assess
from eligibility.criteria import CRITERIA
from eligibility.criteria.criterion import Verdict
from eligibility.flow import about_how_many, walk
from eligibility.questions import BY_KEY, QUESTIONS
from eligibility.questions.question import UNKNOWN
from tests.eligibility.answering import FITTING, ON, every_way


def test_every_way_through_the_questions_ends_and_can_be_assessed() -> None:
    outcomes, verdicts, ways = set(), set(), set()
    for stored in every_way():
        step = walk(stored, ON)
        assert step.complete, stored
        assessment = assess(step.answers, ON)
        ways.add(tuple(step.answers))
        outcomes.add(assessment.outcome)
        verdicts |= {(finding.criterion.key, finding.judgement.verdict) for finding in assessment.findings}
        assert assessment.findings
    print(f"{len(ways)} distinct ways")
    assert outcomes == set(Outcome)
    assert {key for key, _ in verdicts} == {criterion.key for criterion in CRITERIA}
    assert {verdict for _, verdict in verdicts} == set(Verdict)


def test_the_walk_stops_at_the_first_question_without_an_answer() -> None:
    assert walk({}, ON).next == QUESTIONS[0]
    without_benefit = {key: answer for key, answer in FITTING.items() if key != "benefit"}
    step = walk(without_benefit, ON)
    assert step.next == BY_KEY["benefit"]
    assert list(step.answers) == ["birth-month"]


@pytest.mark.parametrize("broken", ["2031-01", "1899-12", "80-05", "", 5, None, ["1980-05"], {"a": 1}])
def test_a_stored_answer_that_is_none_does_not_count(broken: object) -> None:
    assert walk(FITTING | {"birth-month": broken}, ON).next == BY_KEY["birth-month"]


def test_a_key_that_is_no_question_is_left_out() -> None:
    assert "shoe-size" not in walk(FITTING | {"shoe-size": "43"}, ON).answers


def test_an_early_answer_drops_only_those_that_no_longer_count() -> None:
    small = FITTING | {"hours-per-week": "5"}
    assert "capacity-may-grow" in walk(small, ON).answers
    assert "capacity-may-grow" not in walk(small | {"hours-per-week": "15"}, ON).answers
    assert set(walk(FITTING, ON).answers) - {"pace-percent"} == set(
        walk(FITTING | {"hours-per-week": "0"}, ON).answers
    ) - {"capacity-may-grow"}


def test_back_and_on_lead_to_the_same_question() -> None:
    for stored in every_way():
        step = walk(stored, ON)
        keys = list(step.answers)
        for earlier, later in pairwise(keys):
            assert step.after(BY_KEY[earlier]) == later
            assert step.before(BY_KEY[later]) == earlier
        assert step.before(BY_KEY[keys[0]]) is None
        assert step.after(BY_KEY[keys[-1]]) is None


def test_only_answered_questions_and_the_next_may_be_visited() -> None:
    step = walk({"birth-month": "1980-05"}, ON)
    assert [question.key for question in QUESTIONS if step.may_visit(question)] == ["birth-month", "benefit"]
    assert step.number_of(BY_KEY["benefit"]) == 2


def test_early_pension_is_asked_only_of_those_who_can_have_had_it() -> None:
    # Born in November 1962 one reaches pension age, 67, in November 2029: three years from the day of the test.
    assert "early-pension" in walk(FITTING | {"birth-month": "1962-11"}, ON).answers
    assert "early-pension" not in walk(FITTING | {"birth-month": "1962-12"}, ON).answers
    assert "early-pension" in walk(FITTING | {"birth-month": UNKNOWN}, ON).answers


def test_the_number_of_questions_is_foreseen_from_the_first_page() -> None:
    assert about_how_many({}, ON) == 9
    assert about_how_many(FITTING, ON) == len(walk(FITTING, ON).answers)


def test_every_question_can_be_answered_with_i_dont_know() -> None:
    assert set(walk(dict.fromkeys(BY_KEY, UNKNOWN), ON).answers.values()) == {UNKNOWN}


def test_keys_of_questions_and_choices_never_change() -> None:
    # Stored sessions and callers of the API hold these. Add to them; never rename.
    keys = {question.key: [choice.key for choice in getattr(question.answer, "choices", ())] for question in QUESTIONS}
    assert keys == {
        "birth-month": [],
        "benefit": ["none", "disability-pension", "disability-pension-at-rest", "senior-pension", "efterlon",
                    "fleksydelse", "unknown"],
        "early-pension": ["no", "yes", "unknown"],
        "situation": ["employee", "on-sick-leave", "without-work", "self-employed", "in-fleksjob",
                      "in-fleksjob-before-2013", "unknown"],
        "limitation-lasting": ["lasting", "passing", "unknown"],
        "limitation-scope": ["any-work", "present-work-only", "unknown"],
        "hours-per-week": [],
        "pace-percent": [],
        "capacity-may-grow": ["yes", "no", "unknown"],
        "alternatives": ["tried", "clearly-pointless", "not-yet", "unknown"],
        "earlier-fleksjob": ["first", "earlier", "unknown"],
    }  # fmt: skip
