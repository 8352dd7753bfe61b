"""The person's own business: the conditions of the subsidy for self-employed people (LAB § 126, BEK 1794/2025 § 1)."""

from datetime import date

from eligibility.law.questions.person import SELF_EMPLOYED
from eligibility.law.questions.question import DONT_KNOW, YES_NO, Answers, Asked, Choice, Choices, Number, Question
from fleksjob_site.kernel.law import BEK_SELF_EMPLOYED, LAB
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_, Months


def _first_grant(answers: Answers, on: date) -> bool:
    return SELF_EMPLOYED.test(answers, on) and answers["business-subsidy-before"] != "yes"


FIRST_GRANT = Asked(N_("self-employed people who have not had the subsidy before"), _first_grant)

BUSINESS_BENEFIT = Question(
    key="business-benefit",
    slug=N_("business-benefit"),
    text=N_("Do you get partial pension (delpension) or the former support for self-employed people (§ 73 j)?"),
    why=N_("The subsidy for self-employed people can't be paid together with either of them."),
    example=N_("The support under § 73 j was granted under rules that no longer exist; some people still get it."),
    answer=Choices(
        (
            Choice("none", N_("Neither")),
            Choice("delpension", N_("Partial pension (delpension)")),
            Choice("former-support", N_("The former support under § 73 j")),
            DONT_KNOW,
        )
    ),
    sources=(Source(BEK_SELF_EMPLOYED, "§ 1, stk. 1, nr. 6"),),
    asked=SELF_EMPLOYED,
)

BUSINESS_CAPACITY = Question(
    key="business-capacity",
    slug=N_("business-capacity"),
    text=N_("Is your capacity for the work in your own business permanently and substantially reduced?"),
    why=N_(
        "For self-employed people, only the work in their own business counts, and not every kind of work. The "
        "reduction must be permanent and substantial. The law gives no figure."
    ),
    example=N_("A farmer who can permanently manage only half of the work on the farm."),
    answer=Choices(YES_NO),
    sources=(Source(LAB, "§ 126, stk. 1, nr. 1"), Source(BEK_SELF_EMPLOYED, "§ 1, stk. 1, nr. 1")),
    asked=SELF_EMPLOYED,
)

BUSINESS_FULL_USE = Question(
    key="business-full-use",
    slug=N_("business-full-use"),
    text=N_("Do you use all the capacity you have in the business?"),
    why=N_("The subsidy is for those who work as much in their business as they are able to."),
    example=N_("You can work 15 hours a week and work 15 hours in the business: choose yes."),
    answer=Choices(YES_NO),
    sources=(Source(LAB, "§ 126, stk. 1, nr. 2"), Source(BEK_SELF_EMPLOYED, "§ 1, stk. 1, nr. 2")),
    asked=SELF_EMPLOYED,
)

BUSINESS_IN_DENMARK = Question(
    key="business-in-denmark",
    slug=N_("business-in-denmark"),
    text=N_("Will the business be your main occupation in Denmark the whole time?"),
    why=N_(
        "The business must be your main occupation (hovedbeskæftigelse) in Denmark for as long as you get the subsidy."
    ),
    example=N_("A small web shop alongside a job is not a main occupation."),
    answer=Choices(YES_NO),
    sources=(Source(LAB, "§ 126, stk. 1"), Source(BEK_SELF_EMPLOYED, "§ 1, stk. 1, nr. 3")),
    asked=SELF_EMPLOYED,
)

BUSINESS_SUBSIDY_BEFORE = Question(
    key="business-subsidy-before",
    slug=N_("business-subsidy-before"),
    text=N_("Have you had the subsidy for self-employed people before?"),
    why=N_(
        "Before the first grant you must have run the business for some time. That is not required for later grants."
    ),
    example=N_("Your five years with the subsidy are nearly over: choose yes."),
    answer=Choices(YES_NO),
    sources=(Source(LAB, "§ 126, stk. 1, nr. 5"),),
    asked=SELF_EMPLOYED,
)

BUSINESS_MONTHS = Question(
    key="business-months",
    slug=N_("business-months"),
    text=N_("In how many of the last 24 months have you worked at least 30 hours a week in the business?"),
    why=N_(
        "Before the first grant it must be at least 12 months. Up to two years with sickness or maternity benefit, or "
        "with support for caring for a sick child or for somebody close to you who is dying, are left out. The 24 "
        "months are extended accordingly."
    ),
    example=N_("You have run the business full time for three years: enter 24."),
    answer=Number(Months(0), Months(24)),
    sources=(Source(BEK_SELF_EMPLOYED, "§ 1, stk. 1, nr. 5"), Source(BEK_SELF_EMPLOYED, "§ 1, stk. 2")),
    asked=FIRST_GRANT,
)
