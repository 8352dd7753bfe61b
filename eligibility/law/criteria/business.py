"""Conditions of the subsidy for self-employed people (LAB § 126, BEK 1794/2025 § 1): an alternative to a fleksjob."""

from eligibility.law.criteria.criterion import Criterion, Judgement, by_answer, for_the_municipality, met, not_met
from eligibility.law.facts import Reply
from eligibility.law.questions.question import UNKNOWN
from eligibility.law.situation import Situation
from fleksjob_site.kernel.law import BEK_SELF_EMPLOYED, LAB
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_, Months

MIN_MONTHS = Months(12)
"""Months out of the last 24 with at least 30 hours a week in the business (BEK 1794/2025 § 1, stk. 1, nr. 5)."""


def no_excluding_benefit(situation: Situation) -> Judgement | None:
    """None of the benefits that exclude the subsidy (§ 1, stk. 1, nr. 6); pensions are a separate condition."""
    match situation.business.excluding_benefit:
        case None:
            return None
        case Reply.YES:
            return not_met(
                N_("You get a benefit that can't be paid together with the subsidy."),
                N_("If that payment ends, ask the municipality again."),
            )
        case Reply.UNKNOWN:
            return for_the_municipality(
                N_("You don't know which benefits you get."), N_("The letters about your payments say what they are.")
            )
        case Reply.NO:
            return met(N_("You get no benefit that excludes the subsidy."))


CAPACITY_IN_THE_BUSINESS = {
    "yes": met(
        N_("You say that your capacity for the work in your business is permanently and substantially reduced.")
    ),
    "no": not_met(
        N_("You say that your capacity for the work in your business is not permanently and substantially reduced."),
        N_("If that changes, ask the municipality again."),
    ),
    UNKNOWN: for_the_municipality(
        N_(
            "You don't know whether your capacity for the work in your business is permanently and "
            "substantially reduced."
        ),
        N_("The municipality must clarify it."),
        brief=(N_("You don't know whether you can do much less in your business, and whether it is permanent."), ""),
    ),
}
"""Capacity is permanently and substantially reduced for the work in the person's own business."""

CAPACITY_FULLY_USED = {
    "yes": met(N_("You use all the capacity you have in the business.")),
    "no": not_met(
        N_("You do not use all the capacity you have in the business."),
        N_("If you use all the capacity you have in the business, ask again."),
    ),
    UNKNOWN: for_the_municipality(
        N_("You don't know whether you use all the capacity you have."), N_("The municipality must clarify it.")
    ),
}
"""The whole remaining capacity is used in the business."""

MAIN_OCCUPATION_IN_DENMARK = {
    "yes": met(N_("The business will be your main occupation in Denmark the whole time.")),
    "no": not_met(
        N_("The business will not be your main occupation in Denmark the whole time."),
        N_("With a smaller side business you can ask for a flexi-job as an employee instead."),
        brief=("", N_("You can ask about a flexi-job as an employee instead.")),
    ),
    UNKNOWN: for_the_municipality(
        N_("You don't know whether the business will be your main occupation in Denmark the whole time."),
        N_("The municipality must clarify it."),
    ),
}
"""The business is the main occupation in Denmark for the whole period."""


def run_long_enough(situation: Situation) -> Judgement | None:
    """At least 30 hours a week in 12 of the last 24 months; asked before the first grant only."""
    business, months = situation.business, situation.business.months
    if not business.months_are_answered:
        if business.had_subsidy_before:
            return met(N_("You have had the subsidy before, so this is not required again."))
        return None
    if months is not None and months >= MIN_MONTHS:
        return met(
            N_("You have worked at least 30 hours a week in the business in {months} of the last 24."),
            {"months": months},
        )
    # Too few months alone never mean "not met": periods of illness or leave extend the 24 months.
    change = N_(
        "Tell the municipality about periods with sickness or maternity benefit, or with support for caring for a "
        "sick child or for somebody close to you who is dying. Up to two years of such periods are left out, and the "
        "24 months are extended accordingly."
    )
    brief_change = N_("Tell the municipality about illness, leave or care in that time.")
    if months is not None:
        return for_the_municipality(
            N_(
                "You have worked at least 30 hours a week in the business in {months} of the last 24. You need at "
                "least 12."
            ),
            change,
            {"months": months},
            brief=(
                N_("You have spent at least 30 hours a week on it in {months} of the last 24."),
                brief_change,
            ),
        )
    return for_the_municipality(
        N_("You don't know how long you have run the business at 30 hours a week."), change, brief=("", brief_change)
    )


BUSINESS = (
    Criterion(
        "business-benefit",
        N_("No benefit that excludes the subsidy"),
        ("benefit", "business-benefit"),
        (Source(BEK_SELF_EMPLOYED, "§ 1, stk. 1, nr. 6"),),
        no_excluding_benefit,
    ),
    Criterion(
        "business-capacity",
        N_("A permanent and substantial limitation in your own business"),
        ("business-capacity",),
        (Source(LAB, "§ 126, stk. 1, nr. 1"), Source(BEK_SELF_EMPLOYED, "§ 1, stk. 1, nr. 1")),
        by_answer("business-capacity", CAPACITY_IN_THE_BUSINESS),
    ),
    Criterion(
        "business-full-use",
        N_("Your capacity is fully used in the business"),
        ("business-full-use",),
        (Source(LAB, "§ 126, stk. 1, nr. 2"), Source(BEK_SELF_EMPLOYED, "§ 1, stk. 1, nr. 2")),
        by_answer("business-full-use", CAPACITY_FULLY_USED),
    ),
    Criterion(
        "business-in-denmark",
        N_("Main occupation in Denmark"),
        ("business-in-denmark",),
        (Source(LAB, "§ 126, stk. 1"), Source(BEK_SELF_EMPLOYED, "§ 1, stk. 1, nr. 3")),
        by_answer("business-in-denmark", MAIN_OCCUPATION_IN_DENMARK),
    ),
    Criterion(
        "business-months",
        N_("The business has been run long enough"),
        ("business-subsidy-before", "business-months"),
        (
            Source(LAB, "§ 126, stk. 1, nr. 5"),
            Source(BEK_SELF_EMPLOYED, "§ 1, stk. 1, nr. 5"),
            Source(BEK_SELF_EMPLOYED, "§ 1, stk. 2"),
        ),
        run_long_enough,
    ),
)
