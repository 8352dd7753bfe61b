"""What is asked before a month is judged: about a wage ceiling that is too low, and an amount that looks taxed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fleksjob_site.kernel.text import N_, Kroner, Text, Value
from salary.law.payout.month import PaidMonth, month_ceiling
from salary.law.payout.reason import Reason, ReasonKey


class QuestionKey(StrEnum):
    """What is asked; callers of the API hold these keys."""

    CEILING_BELOW_WAGE = "ceiling-below-wage"
    CEILING_BELOW_FULL_TIME_WAGE = "ceiling-below-full-time-wage"
    AFTER_TAX = "after-tax"


@dataclass(frozen=True, slots=True)
class ConfirmQuestion:
    """A question about what was entered; until it is answered, the month is not judged."""

    key: QuestionKey
    text: Text


def ceiling_question(month: PaidMonth, wage: Kroner, months: tuple[PaidMonth, ...]) -> ConfirmQuestion | None:
    """Asks about a stated ceiling below the month's own wage, or below the person's own full-time wage.

    `wage` is what counts as the month's wage from the fleksjob.
    """
    ceiling = month_ceiling(month)
    if month.ceiling.stated_month is None or month.ceiling.confirmed or ceiling is None:
        return None
    # Where it is not known how much of it is in the ceiling, pay for the whole year is left out on both sides.
    once = month.once_parts_month if month.ceiling.once_month is None else Kroner(0)
    own = Kroner(wage - month.holiday_held_month - once)
    values: dict[str, Value] = {"ceiling": ceiling, "wage": own}
    if ceiling < own:
        return ConfirmQuestion(QuestionKey.CEILING_BELOW_WAGE, Text(_BELOW_WAGE, values))
    full_time = _full_time_wage(month, months)
    if full_time is not None and month.ceiling.stated_month < full_time:
        values |= {"full_time": full_time, "ceiling": Kroner(month.ceiling.stated_month)}
        return ConfirmQuestion(QuestionKey.CEILING_BELOW_FULL_TIME_WAGE, Text(_BELOW_FULL_TIME, values))
    return None


def _full_time_wage(month: PaidMonth, months: tuple[PaidMonth, ...]) -> Kroner | None:
    """The person's own full-time wage, kr. a month: of this month, or of the nearest known one in the same year."""
    known = [
        other
        for other in (month, *months)
        if other.full_time_wage_month is not None and other.month.year == month.month.year
    ]
    nearest = min(known, key=lambda other: abs(month.month.months_until(other.month)), default=None)
    return None if nearest is None else Kroner(nearest.full_time_wage_month or 0)


def before_tax_question(month: PaidMonth, reasons: tuple[Reason, ...]) -> ConfirmQuestion | None:
    """Asks about an amount with øre, or one that is the right payout less tax at a whole percentage.

    Only for a payout that does not fit; `reasons` are those that explain it. A known error that explains a
    whole amount is shown instead.
    """
    if month.before_tax_confirmed:
        return None
    paid = month.paid_subsidy_month
    taxed = next((reason for reason in reasons if reason.key == ReasonKey.AFTER_TAX), None)
    if paid % 1:
        return ConfirmQuestion(QuestionKey.AFTER_TAX, Text(_WITH_ORE, {"paid": Kroner(paid)}))
    if taxed and not any(reason.key.is_known_error for reason in reasons):
        return ConfirmQuestion(QuestionKey.AFTER_TAX, Text(_TAXED, {**taxed.text.values, "paid": Kroner(paid)}))
    return None


_BELOW_WAGE = N_(
    "Is the wage ceiling right? You entered {ceiling}, but your wage for the month is already {wage}. The ceiling is "
    "what full time pays in your job, so it is normally at least as high. Look at what your employer has stated, and "
    "whether pension is included."
)
_BELOW_FULL_TIME = N_(
    "Is the wage ceiling right? You entered {ceiling}, but full time at your own hourly wage gives {full_time}. Look "
    "at what your employer has stated, and whether pension and supplements are included."
)
_WITH_ORE = N_(
    "Is {paid} the amount before tax? The subsidy before tax is always whole kroner. Look at the payment statement for "
    "the amount before tax and before ATP."
)
_TAXED = N_(
    "Is {paid} the amount before tax? It is what {percent} in tax would leave of the right amount. Look at the payment "
    "statement for the amount before tax and before ATP."
)
