"""Every question of the walk, in the order it is asked."""

from eligibility.questions import attempts, capacity, person
from eligibility.questions.question import Question

QUESTIONS: tuple[Question, ...] = (
    person.BIRTH_MONTH,
    person.BENEFIT,
    person.EARLY_PENSION,
    person.SITUATION,
    capacity.LIMITATION_LASTING,
    capacity.LIMITATION_SCOPE,
    capacity.HOURS_PER_WEEK,
    capacity.PACE_PERCENT,
    capacity.CAPACITY_MAY_GROW,
    attempts.ALTERNATIVES,
    attempts.EARLIER_FLEKSJOB,
)

BY_KEY = {question.key: question for question in QUESTIONS}
