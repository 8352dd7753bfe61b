"""A fleksjob at the present workplace: twelve months on special terms first (LAB § 119)."""

from datetime import date

from eligibility.law.pension_age import pension_month
from eligibility.law.questions.person import past_pension_age
from eligibility.law.questions.question import DONT_KNOW, YES_NO, Answers, Asked, Choice, Choices, Question
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import LAB
from fleksjob_site.kernel.practice import CABI_WORKPLACE
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_

RULE_ENDS_YEARS_BEFORE_PENSION = 6
"""With this many years or fewer to state pension age the twelve months are not required (LAB § 119, stk. 1)."""


def six_years_left(birth: Month) -> Month:
    """The month in which exactly six years are left to state pension age."""
    return pension_month(birth).plus(years=-RULE_ENDS_YEARS_BEFORE_PENSION)


def _has_a_workplace(answers: Answers, on: date) -> bool:
    birth = answers["birth-month"]
    near_pension = isinstance(birth, Month) and six_years_left(birth) < Month.of(on)
    at_work = answers.get("situation") in {"employee", "on-sick-leave"}
    return at_work and not near_pension and not past_pension_age(answers, on)


def _at_present_workplace(answers: Answers, on: date) -> bool:
    return _has_a_workplace(answers, on) and answers["present-workplace"] == "yes"


def _on_special_terms(answers: Answers, on: date) -> bool:
    return _at_present_workplace(answers, on) and answers["special-terms"] == "yes"


def _without_special_terms(answers: Answers, on: date) -> bool:
    special_terms_met = {answers.get(key) for key in ("special-terms", "written-agreement", "real-attempt")} == {"yes"}
    return _at_present_workplace(answers, on) and not special_terms_met


def _acute(answers: Answers, on: date) -> bool:
    return _without_special_terms(answers, on) and answers["acute"] == "yes"


HAS_A_WORKPLACE = Asked(
    N_("people with a job, at work or on sick leave, who are not within six years of state pension age"),
    _has_a_workplace,
)
AT_PRESENT_WORKPLACE = Asked(N_("people who want the flexi-job where they work now"), _at_present_workplace)
ON_SPECIAL_TERMS = Asked(N_("people with twelve months on special terms there"), _on_special_terms)
WITHOUT_SPECIAL_TERMS = Asked(
    N_("people without twelve months on special terms there, under a written agreement and with a real attempt"),
    _without_special_terms,
)
ACUTE_AT_WORKPLACE = Asked(N_("people with an acute injury or illness"), _acute)

PRESENT_WORKPLACE = Question(
    key="present-workplace",
    slug=N_("present-workplace"),
    text=N_("Should the flexi-job be where you work now?"),
    why=N_(
        "At your present workplace, a flexi-job usually comes only after twelve months on special terms. With another "
        "employer there is no such rule. Giving notice does not avoid it: the workplace you had last counts too."
    ),
    example=N_("You are on sick leave from a shop and hope to go back to it in a flexi-job: choose yes."),
    answer=Choices(YES_NO),
    sources=(Source(LAB, "§ 119, stk. 1"), Source(CABI_WORKPLACE, "", Status.PRACTICE)),
    asked=HAS_A_WORKPLACE,
)

SPECIAL_TERMS = Question(
    key="special-terms",
    slug=N_("twelve-months"),
    text=N_("Have you worked there for at least 12 months under a social chapter or on special terms?"),
    why=N_(
        "Social chapters (sociale kapitler) are parts of collective agreements for people with a reduced capacity. "
        "Where there is none, employer and employee can agree on special terms (særlige vilkår)."
    ),
    example=N_("For the last 14 months you have had fewer hours and no heavy lifting under a written agreement."),
    answer=Choices(
        (
            Choice("yes", N_("Yes, at least 12 months")),
            Choice("no", N_("No, or not for that long")),
            DONT_KNOW,
        )
    ),
    sources=(Source(LAB, "§ 119, stk. 1"), Source(LAB, "§ 118, stk. 2, nr. 4")),
    asked=AT_PRESENT_WORKPLACE,
)

WRITTEN_AGREEMENT = Question(
    key="written-agreement",
    slug=N_("written-agreement"),
    text=N_("Is there a written agreement on those terms?"),
    why=N_(
        "It must say which tasks you find hard or can't do, and which considerations you and your employer have "
        "agreed on."
    ),
    example=N_("“Can't lift more than 5 kg. Works from 9 to 12, with a break each hour.”"),
    answer=Choices(YES_NO),
    sources=(Source(LAB, "§ 119, stk. 2"),),
    asked=ON_SPECIAL_TERMS,
)

REAL_ATTEMPT = Question(
    key="real-attempt",
    slug=N_("real-attempt"),
    text=N_("Can your employer show that a lasting job without subsidy was really tried?"),
    why=N_("It is the employer who must document a real attempt. It is not for you to prove."),
    example=N_("Notes from talks, and what was changed and how it went."),
    answer=Choices(YES_NO),
    sources=(Source(LAB, "§ 119, stk. 2"),),
    asked=ON_SPECIAL_TERMS,
)

ACUTE = Question(
    key="acute",
    slug=N_("acute"),
    text=N_("Did an acute injury or illness cause your situation?"),
    why=N_("The twelve months are not required after an acute injury or illness, if they would clearly be pointless."),
    example=N_("A blood clot or an accident, at work or anywhere else."),
    answer=Choices(YES_NO),
    sources=(Source(LAB, "§ 119, stk. 3"),),
    asked=WITHOUT_SPECIAL_TERMS,
)

POINTLESS_AT_WORKPLACE = Question(
    key="pointless-there",
    slug=N_("pointless-there"),
    text=N_("Would it clearly be pointless to try special terms at your workplace first?"),
    why=N_("Both are needed: an acute injury or illness, and clearly no point in trying. The municipality decides."),
    example=N_("You will never again be able to do the tasks there, not even on special terms."),
    answer=Choices(YES_NO),
    sources=(Source(LAB, "§ 119, stk. 3"),),
    asked=ACUTE_AT_WORKPLACE,
)
