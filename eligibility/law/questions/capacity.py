"""What the person can do: whether the limitation lasts and covers every kind of work, and hours × pace."""

from datetime import date
from decimal import Decimal

from eligibility.law.questions.person import ON_THE_EMPLOYEE_ROUTE
from eligibility.law.questions.question import (
    DONT_KNOW,
    TARGET_GROUP,
    UNKNOWN,
    Answers,
    Asked,
    Choice,
    Choices,
    Number,
    Question,
)
from fleksjob_site.kernel.law import LAB
from fleksjob_site.kernel.practice import CABI_CAPACITY, DECISION_12_19, DECISION_25_14, RANDERS
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Hours, Percent

VERY_SMALL = Hours("7.5")
"""Hours a week at full pace up to which we ask whether the capacity may grow. The law has no number; in decision 12-19,
on another benefit, so few hours counted as very limited."""


def effective_hours(answers: Answers) -> tuple[Decimal, Decimal] | None:
    """The least and the most that hours × pace can be, in hours a week; None when the hours are not known.

    An unknown pace lies between 1 and 100 per cent. LAB § 122, stk. 2 names hours and work pace (arbejdsintensitet).
    """
    hours, pace = answers.get("hours-per-week"), answers.get("pace-percent", UNKNOWN)
    if not isinstance(hours, Hours):
        return None
    if isinstance(pace, Percent):
        return hours * pace / 100, hours * pace / 100
    return hours / 100, Decimal(hours)


def _works_some_hours(answers: Answers, on: date) -> bool:
    hours = answers.get("hours-per-week")
    return ON_THE_EMPLOYEE_ROUTE.test(answers, on) and isinstance(hours, Hours) and hours > 0


def _capacity_very_small(answers: Answers, on: date) -> bool:
    effective = effective_hours(answers)
    return ON_THE_EMPLOYEE_ROUTE.test(answers, on) and effective is not None and effective[1] <= VERY_SMALL


WORKS_SOME_HOURS = Asked(N_("people who have said that they could work some hours"), _works_some_hours)
CAPACITY_VERY_SMALL = Asked(N_("people whose hours and pace give at most 7.5 paid hours a week"), _capacity_very_small)

LIMITATION_LASTING = Question(
    key="limitation-lasting",
    slug=N_("how-long"),
    text=N_("Will the limitation of your working capacity last?"),
    why=N_(
        "A flexi-job requires a permanent limitation of your working capacity (arbejdsevnen). The limitation may have "
        "physical, mental or social causes. The law does not ask for a diagnosis. If you say no to an operation or to "
        "prescribed medicine, it must not count against you."
    ),
    example=N_("A broken leg heals. The after-effects of a brain injury may stay for life."),
    answer=Choices(
        (
            Choice("lasting", N_("Yes, it is expected to last")),
            Choice("passing", N_("No, it will pass")),
            DONT_KNOW,
        )
    ),
    sources=(TARGET_GROUP, Source(LAB, "§ 118, stk. 3"), Source(RANDERS, "", Status.PRACTICE)),
    asked=ON_THE_EMPLOYEE_ROUTE,
)

LIMITATION_SCOPE = Question(
    key="limitation-scope",
    slug=N_("which-work"),
    text=N_("Does the limitation apply to every kind of work?"),
    why=N_(
        "The municipality looks at the whole labour market and not only at your own trade. If you can work on "
        "ordinary terms in another job, that counts against a flexi-job. In practice a job with special "
        "considerations under a collective agreement's social chapter (socialt kapitel) counts as ordinary terms too."
    ),
    example=N_("A bricklayer with a bad back who can work full time at a desk is limited only in the present trade."),
    answer=Choices(
        (
            Choice("any-work", N_("Yes, every kind of work")),
            Choice("present-work-only", N_("No, I could work on ordinary terms in another job")),
            DONT_KNOW,
        )
    ),
    sources=(TARGET_GROUP, Source(CABI_CAPACITY, "", Status.PRACTICE)),
    asked=ON_THE_EMPLOYEE_ROUTE,
)

HOURS_PER_WEEK = Question(
    key="hours-per-week",
    slug=N_("hours"),
    text=N_("How many hours a week could you work in a job that suits you?"),
    why=N_(
        "The law sets no upper or lower limit on hours. The municipality looks at hours and pace together, in a job "
        "with the considerations you need. If you can work only very little, it must be possible to develop your "
        "capacity."
    ),
    example=N_("Three hours a day on four days: enter 12."),
    answer=Number(Hours(0), Hours(168)),
    sources=(
        TARGET_GROUP,
        Source(LAB, "§ 122, stk. 2"),
        Source(LAB, "§ 116, stk. 2"),
        Source(DECISION_25_14, "", Status.PRACTICE),
    ),
    asked=ON_THE_EMPLOYEE_ROUTE,
)

PACE_PERCENT = Question(
    key="pace-percent",
    slug=N_("pace"),
    text=N_("How much could you get done in those hours, compared with an ordinary pace?"),
    why=N_("The law calls it work pace (arbejdsintensitet). The municipality assesses it together with the hours."),
    example=N_("You get half as much done in an hour as others do: enter 50."),
    answer=Number(Percent(1), Percent(100)),
    sources=(Source(LAB, "§ 122, stk. 2"),),
    asked=WORKS_SOME_HOURS,
)

CAPACITY_MAY_GROW = Question(
    key="capacity-may-grow",
    slug=N_("may-it-grow"),
    text=N_("Could your working capacity improve within a reasonable time?"),
    why=N_(
        "Anyone who can work only very little now may still get a flexi-job, if the capacity can be developed within "
        "a reasonable time. The law does not say how little that is. We ask this question if your answers give at "
        "most 7.5 paid hours a week: a decision on another benefit (12-19) saw that as very little. That is practice, "
        "not law."
    ),
    example=N_("You start with two hours a week and hope for more when you are used to the job."),
    answer=Choices(
        (
            Choice("yes", N_("Yes, that is possible")),
            Choice("no", N_("No, it can't")),
            DONT_KNOW,
        )
    ),
    sources=(Source(LAB, "§ 116, stk. 2"), Source(DECISION_12_19, "", Status.PRACTICE)),
    asked=CAPACITY_VERY_SMALL,
)
