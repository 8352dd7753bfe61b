"""Conditions of the subsidy for self-employed people (LAB § 126, BEK 1794/2025 § 1): not a fleksjob, but beside it."""

from datetime import date

from eligibility.law.criteria.criterion import Criterion, Judgement, for_the_municipality, met, not_met
from eligibility.law.questions.question import UNKNOWN, Answers
from fleksjob_site.kernel.law import BEK_SELF_EMPLOYED, LAB, Source
from fleksjob_site.kernel.text import N_, Months

ENOUGH_MONTHS = Months(12)
"""Of the last 24, with at least 30 hours a week in the business (BEK 1794/2025 § 1, stk. 1, nr. 5)."""


def no_benefit_beside(answers: Answers, on: date) -> Judgement | None:
    """None of the benefits that exclude the subsidy; pensions are a condition of their own."""
    if "business-benefit" not in answers:
        return None
    own = {answers["benefit"], answers["business-benefit"]}
    if own & {"efterlon", "fleksydelse", "delpension", "former-support"}:
        return not_met(
            N_("You get a benefit that can't be paid together with the subsidy."),
            N_("If that payment ends, ask the municipality again."),
        )
    if UNKNOWN in own:
        return for_the_municipality(
            N_("You don't know which benefits you get."), N_("The letters about your payments say what they are.")
        )
    return met(N_("You get no benefit that excludes the subsidy."))


def capacity_in_the_business(answers: Answers, on: date) -> Judgement | None:
    """Permanently and substantially reduced for the work in the own business."""
    match answers.get("business-capacity"):
        case None:
            return None
        case "yes":
            return met(
                N_("You say that your capacity for the work in your business is permanently and substantially reduced.")
            )
        case "no":
            return not_met(
                N_(
                    "You say that your capacity for the work in your business is not permanently and substantially "
                    "reduced."
                ),
                N_("If that changes, ask the municipality again."),
            )
        case _:
            return for_the_municipality(
                N_(
                    "You don't know whether your capacity for the work in your business is permanently and "
                    "substantially reduced."
                ),
                N_("The municipality must clarify it."),
            )


def capacity_fully_used(answers: Answers, on: date) -> Judgement | None:
    """The whole remaining capacity is used in the business."""
    match answers.get("business-full-use"):
        case None:
            return None
        case "yes":
            return met(N_("You use all the capacity you have in the business."))
        case "no":
            return not_met(
                N_("You do not use all the capacity you have in the business."),
                N_("If you use all the capacity you have in the business, ask again."),
            )
        case _:
            return for_the_municipality(
                N_("You don't know whether you use all the capacity you have."), N_("The municipality must clarify it.")
            )


def main_occupation_in_denmark(answers: Answers, on: date) -> Judgement | None:
    """The business is the main occupation in Denmark for the whole period."""
    match answers.get("business-in-denmark"):
        case None:
            return None
        case "yes":
            return met(N_("The business will be your main occupation in Denmark the whole time."))
        case "no":
            return not_met(
                N_("The business will not be your main occupation in Denmark the whole time."),
                N_("With a smaller side business you can ask for a flexi-job as an employee instead."),
            )
        case _:
            return for_the_municipality(
                N_("You don't know whether the business will be your main occupation in Denmark the whole time."),
                N_("The municipality must clarify it."),
            )


def run_long_enough(answers: Answers, on: date) -> Judgement | None:
    """At least 30 hours a week in 12 of the last 24 months; asked before the first grant only."""
    months = answers.get("business-months")
    if months is None:
        if answers.get("business-subsidy-before") == "yes":
            return met(N_("You have had the subsidy before, so this is not asked for again."))
        return None
    if isinstance(months, Months) and months >= ENOUGH_MONTHS:
        return met(
            N_("You have worked at least 30 hours a week in the business in {months} of the last 24."),
            {"months": months},
        )
    # Fewer months alone are no "no": periods of illness or leave make the 24 months longer.
    change = N_(
        "Tell the municipality about periods with sickness or maternity benefit, or with support for caring for a "
        "sick child or for somebody close to you who is dying. Up to two years of them are left out, and the 24 "
        "months are made longer."
    )
    if isinstance(months, Months):
        return for_the_municipality(
            N_("You have worked at least 30 hours a week in the business in {months} of the last 24. It takes 12."),
            change,
            {"months": months},
        )
    return for_the_municipality(N_("You don't know how long you have run the business at 30 hours a week."), change)


BUSINESS = (
    Criterion(
        "business-benefit",
        N_("No benefit that excludes the subsidy"),
        ("benefit", "business-benefit"),
        (Source(BEK_SELF_EMPLOYED, "§ 1, stk. 1, nr. 6"),),
        no_benefit_beside,
    ),
    Criterion(
        "business-capacity",
        N_("A permanent and substantial limitation in your own business"),
        ("business-capacity",),
        (Source(LAB, "§ 126, stk. 1, nr. 1"), Source(BEK_SELF_EMPLOYED, "§ 1, stk. 1, nr. 1")),
        capacity_in_the_business,
    ),
    Criterion(
        "business-full-use",
        N_("Your capacity is fully used in the business"),
        ("business-full-use",),
        (Source(LAB, "§ 126, stk. 1, nr. 2"), Source(BEK_SELF_EMPLOYED, "§ 1, stk. 1, nr. 2")),
        capacity_fully_used,
    ),
    Criterion(
        "business-in-denmark",
        N_("Main occupation in Denmark"),
        ("business-in-denmark",),
        (Source(LAB, "§ 126, stk. 1"), Source(BEK_SELF_EMPLOYED, "§ 1, stk. 1, nr. 3")),
        main_occupation_in_denmark,
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
