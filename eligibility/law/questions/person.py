"""Who the person is: age, benefits, and the way into the scheme."""

from collections.abc import Callable
from datetime import date

from eligibility.law.changes import EARLY_PENSION_FROM
from eligibility.law.pension_age import pension_month
from eligibility.law.questions.question import (
    DONT_KNOW,
    EVERYBODY,
    TARGET_GROUP,
    UNKNOWN,
    YES_NO,
    Answers,
    Asked,
    Choice,
    Choices,
    MonthAndYear,
    Question,
)
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import ALL, BEK_APPEAL, BEK_PENSION, FLEKSYDELSE, LAB, LSP, RSL
from fleksjob_site.kernel.practice import IDA_PRACTICE, STAR_EARLY_PENSION
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_


def past_pension_age(answers: Answers, on: date) -> bool:
    """State pension age was reached before this month (LAB § 116, stk. 1; LSP § 1 a)."""
    birth = answers["birth-month"]
    return isinstance(birth, Month) and pension_month(birth) < Month.of(on)


def _below_pension_age(answers: Answers, on: date) -> bool:
    return not past_pension_age(answers, on)


def _early_pension_possible(answers: Answers, on: date) -> bool:
    """Tidlig pension can be taken from three years before state pension age, since 2022 (LSP § 26 g)."""
    if on < EARLY_PENSION_FROM:
        return False
    birth = answers["birth-month"]
    near = not isinstance(birth, Month) or pension_month(birth).plus(years=-3) <= Month.of(on)
    return near and not past_pension_age(answers, on)


def _on_the_employee_route(answers: Answers, on: date) -> bool:
    other_routes = {"self-employed", "in-fleksjob", "in-fleksjob-before-2013"}
    return not past_pension_age(answers, on) and answers["situation"] not in other_routes


def _in_situation(situation: str) -> Callable[[Answers, date], bool]:
    return lambda answers, on: not past_pension_age(answers, on) and answers["situation"] == situation


BELOW_PENSION_AGE = Asked(N_("people below state pension age"), _below_pension_age)
EARLY_PENSION_POSSIBLE = Asked(N_("people with at most three years to state pension age"), _early_pension_possible)
SELF_EMPLOYED = Asked(N_("people with a business of their own as main occupation"), _in_situation("self-employed"))
IN_FLEKSJOB = Asked(N_("people who work in a flexi-job"), _in_situation("in-fleksjob"))
ON_THE_EMPLOYEE_ROUTE = Asked(
    N_("people below state pension age without a flexi-job and without a business of their own"), _on_the_employee_route
)

BIRTH_MONTH = Question(
    key="birth-month",
    slug=N_("birth-month"),
    text=N_("When were you born?"),
    why=N_(
        "A flexi-job (fleksjob) is for people below state pension age (folkepensionsalderen). That age depends "
        "on when you were born. From 40 a later grant can be permanent. We ask for month and year only."
    ),
    example=N_("Born in May 1980: enter 5 and 1980."),
    answer=MonthAndYear(
        N_("Enter the month and year you were born, for example 5 and 1980."),
        Month(1900, 1),
        # The law has no minimum age, but a birth year less than 15 years ago is most likely a typing mistake.
        years_ahead=-15,
        too_early=N_("Check the year: enter 1900 or later."),
        too_late=N_("Check the year: the questions are for people aged 15 or over."),
    ),
    sources=(TARGET_GROUP, Source(LSP, "§ 1 a"), Source(LAB, "§ 120")),
    asked=EVERYBODY,
)

LIVES_IN_DENMARK = Question(
    key="lives-in-denmark",
    slug=N_("where-you-live"),
    text=N_("Do you live in Denmark?"),
    why=N_(
        "The municipality where you live or usually stay decides. There is no citizenship requirement. If you live "
        "abroad and work in Denmark, it is as a rule the municipality where your employer is based."
    ),
    example=N_("You live in Malmö and work in Copenhagen: choose no."),
    answer=Choices(YES_NO),
    sources=(Source(RSL, "§ 9, stk. 1"), Source(RSL, "§ 9, stk. 11"), Source(BEK_APPEAL, "§§ 8-10")),
    asked=BELOW_PENSION_AGE,
)

BENEFIT = Question(
    key="benefit",
    slug=N_("benefit"),
    text=N_("Do you get one of these benefits now?"),
    why=N_(
        "Disability pension and senior pension can't be paid out together with a flexi-job. You can't get early "
        "retirement benefit (efterløn) or flexible retirement benefit (fleksydelse) at the same time either, but "
        "their rules differ."
    ),
    example=N_("A disability pension that stops while you work is “on hold” (hvilende førtidspension)."),
    answer=Choices(
        (
            Choice("none", N_("None of them")),
            Choice("disability-pension", N_("Disability pension (førtidspension), paid out to me")),
            Choice("disability-pension-at-rest", N_("Disability pension on hold (hvilende førtidspension)")),
            Choice("senior-pension", N_("Senior pension (seniorpension)")),
            Choice("efterlon", N_("Early retirement benefit (efterløn)")),
            Choice("fleksydelse", N_("Flexible retirement benefit (fleksydelse), for leaving a flexi-job early")),
            DONT_KNOW,
        )
    ),
    sources=(
        TARGET_GROUP,
        Source(BEK_PENSION, "§ 7"),
        Source(ALL, "§ 74 c, stk. 5"),
        Source(FLEKSYDELSE, "§ 20, stk. 1"),
    ),
    asked=BELOW_PENSION_AGE,
)

EARLY_PENSION = Question(
    key="early-pension",
    slug=N_("early-pension"),
    text=N_("Have you ever been paid early pension (tidlig pension)?"),
    why=N_(
        "Anyone who has used the right to early pension can't get a flexi-job later. Early pension can be taken from "
        "three years before state pension age."
    ),
    example=N_("Early pension is for people with many years at work. It has nothing to do with illness."),
    answer=Choices(
        (
            Choice("no", N_("No, never")),
            Choice("yes", N_("Yes, now or earlier")),
            DONT_KNOW,
        )
    ),
    sources=(TARGET_GROUP, Source(LSP, "§ 26 g"), Source(STAR_EARLY_PENSION, "", Status.PRACTICE)),
    asked=EARLY_PENSION_POSSIBLE,
)

SITUATION = Question(
    key="situation",
    slug=N_("situation"),
    text=N_("What is your situation now?"),
    why=N_(
        "You can get a flexi-job whether you are in work, on sick leave or out of work. Other rules apply to people "
        "with their own business, and to a flexi-job that was started before 2013."
    ),
    example=N_("On sick leave from a job you still have: choose sick leave."),
    answer=Choices(
        (
            Choice("employee", N_("I am employed")),
            Choice("on-sick-leave", N_("I am on sick leave")),
            Choice("without-work", N_("I am out of work")),
            Choice("self-employed", N_("I run my own business as my main occupation")),
            Choice("in-fleksjob", N_("I work in a flexi-job that I started in 2013 or later")),
            Choice("in-fleksjob-before-2013", N_("I work in a flexi-job that I started before 2013 and still have")),
            Choice(UNKNOWN, N_("Something else, or I don't know")),
        )
    ),
    sources=(
        TARGET_GROUP,
        Source(IDA_PRACTICE, "", Status.PRACTICE),
        Source(LAB, "§ 126"),
        Source(LAB, "§§ 133-135"),
    ),
    asked=BELOW_PENSION_AGE,
)
