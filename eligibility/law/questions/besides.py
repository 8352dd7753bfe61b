"""A business besides the job: one's own as a side business, or the spouse's, worked in as an employee."""

from datetime import date

from eligibility.law.questions.person import ON_THE_EMPLOYEE_ROUTE
from eligibility.law.questions.question import DONT_KNOW, Answers, Asked, Choice, Choices, Question
from eligibility.law.questions.scheme import IN_FLEKSJOB_SINCE_2013
from fleksjob_site.kernel.law import BEK_SELF_EMPLOYED, BEK_SUBSIDY, LAB
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_


def _an_employee(answers: Answers, on: date) -> bool:
    return ON_THE_EMPLOYEE_ROUTE.test(answers, on) or IN_FLEKSJOB_SINCE_2013.test(answers, on)


def _in_the_spouses_business(answers: Answers, on: date) -> bool:
    return _an_employee(answers, on) and answers.get("business-besides") == "spouse"


AN_EMPLOYEE = Asked(N_("people who ask for a flexi-job or work in one begun in 2013 or later"), _an_employee)
IN_THE_SPOUSES_BUSINESS = Asked(N_("people who work in their spouse's business"), _in_the_spouses_business)

BUSINESS_BESIDES = Question(
    key="business-besides",
    slug=N_("business-besides"),
    text=N_("Do you have a side business, or work in your spouse's business?"),
    why=N_(
        "The surplus of a small business of your own counts like wage. If you work in your spouse's business, you "
        "count as self-employed unless certain conditions are met."
    ),
    example=N_("You sell honey from your garden and have a job as well: choose the first answer."),
    answer=Choices(
        (
            Choice("side-business", N_("I have a small business of my own that is not my main occupation")),
            Choice("spouse", N_("I work, or will work, in my spouse's business")),
            Choice("none", N_("Neither")),
            DONT_KNOW,
        )
    ),
    sources=(
        Source(LAB, "§ 126, stk. 1"),
        Source(BEK_SELF_EMPLOYED, "§ 3, stk. 1"),
        Source(BEK_SUBSIDY, "§ 3, stk. 5"),
    ),
    asked=AN_EMPLOYEE,
    optional=True,
)

SPOUSES_BUSINESS = Question(
    key="spouses-business",
    slug=N_("spouses-business"),
    text=N_("Which of these applies to your work in your spouse's business?"),
    why=N_(
        "With a flexi-job granted to you as an employee, you can work there if three things are true. You have a wage "
        "agreement that counts for tax, or a contract with the company. You own no part of the company where the two "
        "of you control it. And both of you take part in running the business. Otherwise you count as self-employed."
    ),
    example=N_("You work in your spouse's shop and nothing is agreed on wages: one of the three is missing."),
    answer=Choices(
        (
            Choice(
                "yes",
                N_("All three: a wage agreement or contract, no part of the company is mine, and we both take part"),
            ),
            Choice("no", N_("At least one of the three is missing")),
            DONT_KNOW,
        )
    ),
    sources=(Source(BEK_SELF_EMPLOYED, "§ 3, stk. 1, nr. 1-4"),),
    asked=IN_THE_SPOUSES_BUSINESS,
    optional=True,
)
