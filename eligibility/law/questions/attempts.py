"""What has been tried to keep or get ordinary work, and why trying more would be pointless."""

from datetime import date

from eligibility.law.questions.person import ON_THE_EMPLOYEE_ROUTE
from eligibility.law.questions.question import DONT_KNOW, Answers, Asked, Choice, Choices, Question, Several
from fleksjob_site.kernel.law import COMPENSATION, LAB, RSL, SICKNESS
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_


def _says_pointless(answers: Answers, on: date) -> bool:
    return ON_THE_EMPLOYEE_ROUTE.test(answers, on) and answers.get("alternatives") == "clearly-pointless"


POINTLESS = Asked(N_("people who say that it would clearly be pointless to try more"), _says_pointless)

MEASURES = Question(
    key="measures",
    slug=N_("what-was-tried"),
    text=N_("What has been tried to keep you in ordinary work or get you into it?"),
    why=N_(
        "A flexi-job comes after everything else that is relevant. What is relevant differs from person to person; "
        "nobody needs to have tried all of this. The list helps the municipality to see what you have been through."
    ),
    example=N_("You were given other duties and then a placement in another firm: choose both."),
    answer=Several(
        (
            Choice("adapted", N_("Other duties or fewer hours at the workplace")),
            Choice("moved", N_("Other work at the same workplace")),
            Choice("placement", N_("A work placement (virksomhedspraktik)")),
            Choice("aids", N_("Aids or fittings at the workplace (hjælpemidler)")),
            Choice("assistance", N_("A personal assistant at work (personlig assistance)")),
            Choice("wage-subsidy", N_("A job with wage subsidy (løntilskud)")),
            Choice("section-56", N_("An agreement on illness (§ 56-aftale)")),
            Choice("mentor", N_("A mentor")),
            Choice("none", N_("Nothing yet")),
            DONT_KNOW,
        ),
        exclusive=frozenset({"none", "unknown"}),
    ),
    sources=(Source(LAB, "§ 116, stk. 3"), Source(COMPENSATION, "§§ 3-7"), Source(SICKNESS, "§ 56")),
    asked=ON_THE_EMPLOYEE_ROUTE,
)

ALTERNATIVES = Question(
    key="alternatives",
    slug=N_("what-is-left"),
    text=N_("Has everything relevant been tried to get you into ordinary work, or to keep you in it?"),
    why=N_(
        "A measure need not be tried where it would clearly be pointless (åbenbart formålsløst). The municipality "
        "must make sure that this is looked into."
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
    sources=(Source(LAB, "§ 116, stk. 3"), Source(LAB, "§ 118, stk. 2, nr. 2"), Source(RSL, "§ 10")),
    asked=ON_THE_EMPLOYEE_ROUTE,
)

WHY_POINTLESS = Question(
    key="why-pointless",
    slug=N_("why-pointless"),
    text=N_("Why would it clearly be pointless to try more?"),
    why=N_("The municipality must be able to see the reason in your case. It decides whether the reason is enough."),
    example=N_("After a serious brain injury, a trial in another job would only do harm."),
    answer=Choices(
        (
            Choice("illness", N_("A serious injury or an illness that is far advanced")),
            Choice("tested", N_("It has been tested before, and the result was clear")),
            Choice("other", N_("Something else")),
            DONT_KNOW,
        )
    ),
    sources=(Source(LAB, "§ 116, stk. 3"),),
    asked=POINTLESS,
)
