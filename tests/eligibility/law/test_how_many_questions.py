"""How many questions the walk is said to have, before it is walked."""

from eligibility.law.flow import about_how_many, walk
from eligibility.law.questions.question import UNKNOWN
from tests.eligibility.law.answering import FITTING, ON, every_way


def test_the_number_of_questions_is_foreseen_from_the_first_page() -> None:
    assert about_how_many({}, ON) == 12
    assert about_how_many(FITTING, ON) == len(walk(FITTING, ON).answers)


def test_the_number_of_questions_is_that_of_most_peoples_answers_from_here_on() -> None:
    for answers in every_way()[::50]:
        for told in range(len(answers) + 1):
            stored = dict(list(answers.items())[:told]) | {"pace-percent": "not a number"}
            going_on = dict(stored)
            while question := (step := walk(going_on, ON)).next:
                going_on[question.key] = "15" if question.key == "hours-per-week" else UNKNOWN
            assert about_how_many(stored, ON) == step.number_of(step.last)
