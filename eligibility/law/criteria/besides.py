"""Rules on a business besides the job (BEK 1794/2025 § 3, BEK 227/2024 §§ 1 and 3): none decides on the grant."""

from eligibility.law.criteria.criterion import Criterion, Judgement, for_the_municipality, met, not_met
from eligibility.law.facts import Reply
from eligibility.law.situation import Situation
from fleksjob_site.kernel.law import BEK_SELF_EMPLOYED, BEK_SUBSIDY, LAB, RSL
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_

SPOUSES_BUSINESS = "spouses-business"


def side_business(situation: Situation) -> Judgement | None:
    """A business that is not the main occupation: its surplus counts like wage, and LAB § 126 gives nothing for it."""
    if situation.besides.unknown:
        return for_the_municipality(
            N_(
                "You don't know whether you have a business besides your job. The surplus of a side business counts "
                "like wage. In a spouse's business you count as self-employed unless certain conditions are met."
            ),
            N_(
                "Tell the municipality what you do besides the job, who owns the business, and what is agreed on wages."
            ),
        )
    if not situation.besides.side_business:
        return None
    return for_the_municipality(
        N_(
            "The surplus of your side business counts like wage, so it lowers the subsidy to your flexi-job. The "
            "subsidy for self-employed people is only for a business that is your main occupation."
        ),
        N_(
            "The municipality judges whether the business is compatible with your capacity for work. Tell it what you "
            "do there, how many hours it takes, and what it earns."
        ),
    )


def in_the_spouses_business(situation: Situation) -> Judgement | None:
    """Whether somebody can be an employee there, in a flexi-job; if not, they count as self-employed."""
    besides = situation.besides
    if not besides.at_spouse:
        return None
    match besides.spouse_conditions:
        case Reply.YES:
            return met(
                N_(
                    "Your answers fit three of the conditions for a flexi-job in your spouse's business. The fourth is "
                    "that the municipality has granted you a flexi-job as an employee."
                )
            )
        case Reply.NO:
            return not_met(
                N_(
                    "According to your answers, you count as self-employed in your spouse's business, so you can't "
                    "have a flexi-job there."
                ),
                N_(
                    "A flexi-job there requires a wage agreement that counts for tax or a contract with the company. "
                    "You must not own a share of the company yourself, and both of you must take part in running the "
                    "business. You can also have a flexi-job with another employer."
                ),
            )
        case _:
            return for_the_municipality(
                N_("It is open whether you are an employee in your spouse's business or count as self-employed there."),
                N_("The wage agreement or contract, and the papers on who owns the business, show it."),
            )


BESIDES = (
    Criterion(
        "side-business",
        N_("A business besides your job"),
        ("business-besides",),
        (
            Source(BEK_SUBSIDY, "§ 1, stk. 1, nr. 3"),
            Source(BEK_SUBSIDY, "§ 3, stk. 5"),
            Source(LAB, "§ 126, stk. 1"),
            Source(LAB, "§ 116, stk. 1"),
            Source(RSL, "§ 11, stk. 2"),
            Source(BEK_SELF_EMPLOYED, "§ 3, stk. 1"),
        ),
        side_business,
        decides=False,
    ),
    Criterion(
        SPOUSES_BUSINESS,
        N_("Work in your spouse's business"),
        ("business-besides", "spouses-business"),
        (Source(BEK_SELF_EMPLOYED, "§ 3"),),
        in_the_spouses_business,
        decides=False,
    ),
)
