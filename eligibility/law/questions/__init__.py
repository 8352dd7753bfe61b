"""Every question of the walk, in the order it is asked."""

from eligibility.law.questions import attempts, besides, business, capacity, person, scheme, workplace
from eligibility.law.questions.question import Question

_IN_FLEKSJOB = (scheme.FLEKSJOB_STARTED, scheme.FIRST_FLEKSJOB)
_SELF_EMPLOYED = (
    business.BUSINESS_BENEFIT,
    business.BUSINESS_CAPACITY,
    business.BUSINESS_FULL_USE,
    business.BUSINESS_IN_DENMARK,
    business.BUSINESS_SUBSIDY_BEFORE,
    business.BUSINESS_MONTHS,
)
_EMPLOYEES = (
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
)

QUESTIONS: tuple[Question, ...] = (
    person.BIRTH_MONTH,
    person.LIVES_IN_DENMARK,
    person.BENEFIT,
    person.EARLY_PENSION,
    person.SITUATION,
    *_IN_FLEKSJOB,
    *_SELF_EMPLOYED,
    *_EMPLOYEES,
    scheme.FLEKSJOB_MAY_START,
    scheme.EARLIER_FLEKSJOB,
    besides.BUSINESS_BESIDES,
    besides.SPOUSES_BUSINESS,
)

ONE_ROUTE = {
    question.key: asked
    for asked, questions in (
        (person.IN_FLEKSJOB, _IN_FLEKSJOB),
        (person.SELF_EMPLOYED, _SELF_EMPLOYED),
        (person.ON_THE_EMPLOYEE_ROUTE, _EMPLOYEES),
    )
    for question in questions
}
"""The widest group a question can be asked of, for questions that belong to one kind of situation."""

BY_KEY = {question.key: question for question in QUESTIONS}
