"""Every question of the walk, in the order it is asked."""

from eligibility.law.questions import attempts, business, capacity, person, scheme, workplace
from eligibility.law.questions.question import Question

QUESTIONS: tuple[Question, ...] = (
    person.BIRTH_MONTH,
    person.LIVES_IN_DENMARK,
    person.BENEFIT,
    person.EARLY_PENSION,
    person.SITUATION,
    scheme.FLEKSJOB_STARTED,
    scheme.FIRST_FLEKSJOB,
    business.BUSINESS_BENEFIT,
    business.BUSINESS_CAPACITY,
    business.BUSINESS_FULL_USE,
    business.BUSINESS_IN_DENMARK,
    business.BUSINESS_SUBSIDY_BEFORE,
    business.BUSINESS_MONTHS,
    capacity.LIMITATION_LASTING,
    capacity.LIMITATION_SCOPE,
    capacity.HOURS_PER_WEEK,
    capacity.PACE_PERCENT,
    capacity.CAPACITY_MAY_GROW,
    attempts.MEASURES,
    attempts.ALTERNATIVES,
    attempts.WHY_POINTLESS,
    workplace.PRESENT_WORKPLACE,
    workplace.SPECIAL_TERMS,
    workplace.WRITTEN_AGREEMENT,
    workplace.REAL_ATTEMPT,
    workplace.ACUTE,
    workplace.POINTLESS_AT_WORKPLACE,
    scheme.FLEKSJOB_MAY_START,
    scheme.EARLIER_FLEKSJOB,
)

BY_KEY = {question.key: question for question in QUESTIONS}
