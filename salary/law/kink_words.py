"""What the sentences on the curve call the pay that counts: the wage alone, or with a surplus or other income."""

from __future__ import annotations

from enum import StrEnum

from fleksjob_site.kernel.text import N_
from salary.law.case import Case


class Earned(StrEnum):
    """What counts as wage in a case besides that from the flexi-job (BEK 227/2024 § 3, stk. 5)."""

    WAGE = "wage"
    SURPLUS = "surplus"
    OTHER = "other"

    @property
    def column(self) -> str:
        """The name of its column (message id)."""
        return _COLUMNS[self]

    @property
    def besides(self) -> str:
        """The name of what comes besides the wage, in a legend (message id)."""
        return N_("Surplus of a side business") if self is Earned.SURPLUS else N_("Other income")


def earned(case: Case) -> Earned:
    """What to call the pay of a case."""
    if case.other_wage_month:
        return Earned.OTHER
    return Earned.SURPLUS if case.side_business_month else Earned.WAGE


_COLUMNS = {
    Earned.WAGE: N_("Wage"),
    Earned.SURPLUS: N_("Wage and surplus"),
    Earned.OTHER: N_("Wage and other income"),
}
THRESHOLD = {
    Earned.WAGE: N_(
        "At {hours} a week your wage reaches the threshold of {threshold} a month before tax. From there more is "
        "taken off the subsidy: you keep {kept} øre of each extra krone."
    ),
    Earned.SURPLUS: N_(
        "At {hours} a week your wage and surplus together reach the threshold of {threshold} a month before tax. From "
        "there more is taken off the subsidy: you keep {kept} øre of each extra krone."
    ),
    Earned.OTHER: N_(
        "At {hours} a week your wage and other income together reach the threshold of {threshold} a month before tax. "
        "From there more is taken off the subsidy: you keep {kept} øre of each extra krone."
    ),
}
CEILING_FROM = {
    Earned.WAGE: N_(
        "At {hours} a week wage and subsidy reach the wage ceiling of {ceiling} a month before tax "
        "together. From there more hours change nothing."
    ),
    Earned.SURPLUS: N_(
        "At {hours} a week wage, surplus and subsidy reach the wage ceiling of {ceiling} a month before tax together. "
        "From there more hours change nothing."
    ),
    Earned.OTHER: N_(
        "At {hours} a week wage, other income and subsidy reach the wage ceiling of {ceiling} a month before tax "
        "together. From there more hours change nothing."
    ),
}
CEILING_TO_NAMES = {
    Earned.WAGE: N_("The wage alone reaches the ceiling"),
    Earned.SURPLUS: N_("Wage and surplus reach the ceiling"),
    Earned.OTHER: N_("Wage and other income reach the ceiling"),
}
CEILING_TO = {
    Earned.WAGE: N_(
        "At {hours} a week your wage alone reaches the wage ceiling of {ceiling} a month before tax. From there "
        "you get no subsidy and keep all of each extra krone."
    ),
    Earned.SURPLUS: N_(
        "At {hours} a week your wage and surplus together reach the wage ceiling of {ceiling} a month before tax. From "
        "there you get no subsidy and keep all of each extra krone."
    ),
    Earned.OTHER: N_(
        "At {hours} a week your wage and other income together reach the wage ceiling of {ceiling} a month before tax. "
        "From there you get no subsidy and keep all of each extra krone."
    ),
}
SUBSIDY_GONE = {
    Earned.WAGE: N_(
        "At {hours} a week your wage is so high that no subsidy is left. From there you keep all of each extra "
        "krone, before tax."
    ),
    Earned.SURPLUS: N_(
        "At {hours} a week your wage and surplus are so high that no subsidy is left. From there you keep all of each "
        "extra krone, before tax."
    ),
    Earned.OTHER: N_(
        "At {hours} a week your wage and other income are so high that no subsidy is left. From there you keep all of "
        "each extra krone, before tax."
    ),
}
NO_SUBSIDY_LEFT = {
    Earned.WAGE: N_("Your wage is so high that the reduction leaves no subsidy."),
    Earned.SURPLUS: N_("Your wage and surplus are so high that the reduction leaves no subsidy."),
    Earned.OTHER: N_("Your wage and other income are so high that the reduction leaves no subsidy."),
}
REACHES_CEILING = {
    Earned.WAGE: N_("Your wage alone reaches the wage ceiling, so there is no subsidy."),
    Earned.SURPLUS: N_("Your wage and surplus reach the wage ceiling, so there is no subsidy."),
    Earned.OTHER: N_("Your wage and other income reach the wage ceiling, so there is no subsidy."),
}
