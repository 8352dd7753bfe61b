"""The fleksjob that somebody has, had before, or may start in."""

from datetime import date

from eligibility.law.questions.person import IN_FLEKSJOB, ON_THE_EMPLOYEE_ROUTE, SELF_EMPLOYED
from eligibility.law.questions.question import DONT_KNOW, Answers, Asked, Choice, Choices, MonthAndYear, Question
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import LAB
from fleksjob_site.kernel.practice import OLD_TERMS_FMK, OLD_TERMS_SUNDHED
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_

GRANT_YEARS = 5
"""LAB § 120, stk. 1, § 126, stk. 1."""

PERMANENT_FROM_AGE = 40
"""After the first fleksjob (LAB § 120, stk. 2)."""

OLD_SCHEME_ENDS = Month(2012, 12)
"""Whoever began in a fleksjob in this month or earlier keeps the old terms (LAB § 133, stk. 1)."""

# The act says only who pays whom. That the grant has no time limit, and how long its terms last, is guidance.
OLD_TERMS = (
    Source(LAB, "§§ 133-135"),
    Source(OLD_TERMS_SUNDHED, "", Status.PRACTICE),
    Source(OLD_TERMS_FMK, "", Status.PRACTICE),
)


def began_before_2013(answers: Answers) -> bool:
    """Still in a fleksjob that began before 1 January 2013 (LAB §§ 133-135)."""
    started = answers.get("fleksjob-started")
    before = isinstance(started, Month) and started <= OLD_SCHEME_ENDS
    return answers.get("situation") == "in-fleksjob-before-2013" or before


def _in_fleksjob_since_2013(answers: Answers, on: date) -> bool:
    return IN_FLEKSJOB.test(answers, on) and not began_before_2013(answers)


def _could_be_permanent(answers: Answers, on: date) -> bool:
    """Whoever turns 40 more than five years after the start gets five years, first grant or not (LAB § 120)."""
    birth = answers["birth-month"]
    chosen = answers.get("fleksjob-may-start")
    start = chosen if isinstance(chosen, Month) else Month.of(on)
    below_40_by_then = isinstance(birth, Month) and birth.plus(years=PERMANENT_FROM_AGE) > start.plus(years=GRANT_YEARS)
    return ON_THE_EMPLOYEE_ROUTE.test(answers, on) and not below_40_by_then


def _not_in_a_fleksjob(answers: Answers, on: date) -> bool:
    first_subsidy = SELF_EMPLOYED.test(answers, on) and answers.get("business-subsidy-before") != "yes"
    return ON_THE_EMPLOYEE_ROUTE.test(answers, on) or first_subsidy


IN_FLEKSJOB_SINCE_2013 = Asked(N_("people who work in a flexi-job begun in 2013 or later"), _in_fleksjob_since_2013)
COULD_BE_PERMANENT = Asked(
    N_("people who ask for a flexi-job and turn 40 within five years or have turned 40"), _could_be_permanent
)
NOT_IN_A_FLEKSJOB = Asked(
    N_("people who ask for a flexi-job or for the subsidy for self-employed people"), _not_in_a_fleksjob
)

_DURATION = (Source(LAB, "§ 120"), Source(LAB, "§ 120, stk. 2", Status.READING))

FLEKSJOB_STARTED = Question(
    key="fleksjob-started",
    slug=N_("when-it-started"),
    text=N_("When did you start in your flexi-job?"),
    why=N_(
        "The municipality follows up 2½ years after the start and then every 2½ years. A flexi-job that began before "
        "2013 has rules of its own."
    ),
    example=N_("You started in August 2023: enter 8 and 2023."),
    answer=MonthAndYear(
        N_("Enter a month from 1 to 12 and a year with four digits, from 1998 and not in the future."), Month(1998, 1)
    ),
    sources=(Source(LAB, "§ 121"), Source(LAB, "§ 133, stk. 1")),
    asked=IN_FLEKSJOB,
)

FIRST_FLEKSJOB = Question(
    key="first-fleksjob",
    slug=N_("is-it-your-first"),
    text=N_("Is it your first flexi-job, or is your flexi-job permanent?"),
    why=N_(
        "The first flexi-job is granted for five years. After it, anyone who has turned 40 gets a permanent one if "
        "the conditions are still met."
    ),
    example=N_(
        "You had a flexi-job for two years before this one, and the decision does not say that it is permanent: choose "
        "that you had one before."
    ),
    answer=Choices(
        (
            Choice("yes", N_("Yes, it is my first, granted for five years")),
            Choice("no", N_("No, I had a flexi-job before this one")),
            Choice("permanent", N_("My flexi-job is permanent (permanent fleksjob)")),
            DONT_KNOW,
        )
    ),
    sources=_DURATION,
    asked=IN_FLEKSJOB_SINCE_2013,
)

EARLIER_FLEKSJOB = Question(
    key="earlier-fleksjob",
    slug=N_("earlier-fleksjob"),
    text=N_("Have you had a flexi-job before?"),
    why=N_(
        "The first flexi-job is granted for five years. After it, anyone who has turned 40 gets a permanent one if "
        "the conditions are still met."
    ),
    example=N_("A work placement is not a flexi-job."),
    answer=Choices(
        (
            Choice("first", N_("No, this would be my first")),
            Choice("earlier", N_("Yes, and it has ended")),
            DONT_KNOW,
        )
    ),
    sources=_DURATION,
    asked=COULD_BE_PERMANENT,
)

FLEKSJOB_MAY_START = Question(
    key="fleksjob-may-start",
    slug=N_("when-it-may-start"),
    text=N_("When might you start?"),
    why=N_(
        "The dates in your outcome are counted from the month in which you start. If you don't answer, we use this "
        "month."
    ),
    example=N_("You hope to start in March 2027: enter 3 and 2027."),
    answer=MonthAndYear(
        N_("Enter a month from 1 to 12 and a year with four digits, from this month to ten years ahead."),
        years_ahead=10,
    ),
    sources=(Source(LAB, "§ 121"),),
    asked=NOT_IN_A_FLEKSJOB,
    optional=True,
)
