"""What came before: everything that was tried, and an earlier fleksjob."""

from eligibility.questions.person import ON_THE_EMPLOYEE_ROUTE
from eligibility.questions.question import DONT_KNOW, Choice, Choices, Question
from fleksjob_site.kernel.law import LAB, Source, Status
from fleksjob_site.kernel.text import N_

ALTERNATIVES = Question(
    key="alternatives",
    slug=N_("what-was-tried"),
    text=N_("Has everything else been tried so that you can get or keep ordinary work?"),
    why=N_(
        "A flexi-job comes after everything else that is relevant: fewer hours or other duties, another job "
        "at the workplace, a work placement (virksomhedspraktik), aids or personal assistance. It need not be "
        "tried where it would clearly be pointless. The municipality must see to it that this is found out."
    ),
    example=N_("You tried other duties and then shorter days, and neither worked."),
    answer=Choices(
        (
            Choice("tried", N_("Yes, everything that makes sense")),
            Choice("clearly-pointless", N_("No, but it would clearly be pointless to try")),
            Choice("not-yet", N_("No, something is left to try or is being tried now")),
            DONT_KNOW,
        )
    ),
    sources=(Source(LAB, "§ 116, stk. 3"), Source(LAB, "§ 118, stk. 2")),
    asked=ON_THE_EMPLOYEE_ROUTE,
)

EARLIER_FLEKSJOB = Question(
    key="earlier-fleksjob",
    slug=N_("earlier-fleksjob"),
    text=N_("Have you had a flexi-job before?"),
    why=N_(
        "The first flexi-job is granted for five years. After it, somebody who has turned 40 gets a permanent "
        "one if the conditions are still met."
    ),
    example=N_("A work placement is not a flexi-job."),
    answer=Choices(
        (
            Choice("first", N_("No, this would be my first")),
            Choice("earlier", N_("Yes, and it has ended")),
            DONT_KNOW,
        )
    ),
    sources=(Source(LAB, "§ 120"), Source(LAB, "§ 120, stk. 2", Status.READING)),
    asked=ON_THE_EMPLOYEE_ROUTE,
)
