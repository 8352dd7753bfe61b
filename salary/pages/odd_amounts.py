"""Questions about amounts that are more likely those of an hour, a month or a year than of what was chosen."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fleksjob_site.kernel.text import Kroner
from fleksjob_site.texts.forms import Label
from fleksjob_site.texts.writing import fill
from salary.law.limits import (
    LIKELY_A_MONTHLY_WAGE,
    LIKELY_A_YEARLY_OWN_WAGE,
    LIKELY_A_YEARLY_WAGE,
    LIKELY_AN_HOURLY_OWN_WAGE,
    LIKELY_AN_HOURLY_WAGE,
    LIKELY_PER_PAID_HOUR,
)

_AN_HOUR = _("Is {amount} a wage for one hour? Enter the wage for {month}, or choose “{hourly}”.")
_A_YEAR = _("Is {amount} a wage for a whole year? Enter the wage for {month}.")
_A_FULL_TIME_MONTH = _("Is {amount} your wage for full time? Then choose “{full_time}”.")
_CEILING_AN_HOUR = _(
    "Is {amount} a wage for one hour? Enter the full-time wage for a month, or leave the field empty if you don't know "
    "it."
)
_CEILING_A_YEAR = _("Is {amount} a wage for a whole year? Enter the full-time wage for a month.")
_A_MONTHLY_WAGE = _(
    "Is this a monthly wage? An hourly wage here is at most {most}. Choose “{first}”, or enter the hourly wage."
)
_A_MONTHLY_WAGE_OF_TWO = _(
    "Is this a monthly wage? An hourly wage here is at most {most}. Choose “{first}” or “{second}”, or enter the "
    "hourly wage."
)
_AN_HOURLY_WAGE = _(
    "Is this an hourly wage? A full-time wage for a month is more than {most}. Choose “{hourly}”, or enter the "
    "full-time wage for a month."
)
NOT_AN_HOUR = _(
    "You entered an amount for an hour, but chose a wage for a month. Choose the hourly wage, or enter the wage for a "
    "month."
)
NOT_A_MONTH = _(
    "You entered an amount for a month, but chose the hourly wage. Choose a wage for a month, or enter the hourly wage."
)
_A_MONTH = _("one month")
_FULL_TIME = _("one full-time month")


def questions(given: Mapping[str, Any], hourly: Label, full_time: Label) -> dict[str, tuple[str, str]]:
    """By the name of the field that is asked about: the question, and the field that confirms the amount.

    Here and below, `hourly`, `full_time` and `monthly` are the labels of the choices that a question names.
    """
    asked = {
        "wage": (question_about_wage(given, hourly, full_time), "wage_confirmed"),
        "ceiling_month": (question_about_ceiling(given), "ceiling_confirmed"),
    }
    return {name: (question, confirms) for name, (question, confirms) in asked.items() if question}


def question_about_wage(given: Mapping[str, Any], hourly: Label, full_time: Label) -> str | None:
    """What to ask about a month's wage that is surely odd; None for a likely one, and for none at all."""
    wage, kind = given.get("wage"), given.get("wage_kind")
    if not wage:
        return None
    if kind == "full-time":
        return _question(wage, LIKELY_AN_HOURLY_WAGE, LIKELY_A_YEARLY_WAGE, _AN_HOUR, _A_YEAR, _FULL_TIME, hourly)
    if kind == "month":
        likely = LIKELY_AN_HOURLY_OWN_WAGE, LIKELY_A_YEARLY_OWN_WAGE
        asked = _question(wage, *likely, _AN_HOUR, _A_YEAR, _A_MONTH, hourly)
        return asked or _question_about_paid_hours(wage, given, full_time)
    return None


def _question_about_paid_hours(wage: Decimal, given: Mapping[str, Any], full_time: Label) -> str | None:
    """What to ask about a month's own wage that is more likely for full time; None where hours or pace are not known.

    A range counts with the most hours and the highest pace.
    """
    hours = given.get("hours_up_to") or given.get("hours_per_week")
    pace = given.get("efficiency_up_to") or given.get("efficiency_percent")
    if given.get("hours_unknown") or given.get("efficiency_unknown") or not hours or not pace:
        return None
    if wage * 12 * 100 <= LIKELY_PER_PAID_HOUR * hours * pace * 52:
        return None
    return fill(str(_A_FULL_TIME_MONTH), amount=Kroner(wage), full_time=str(full_time))


def question_about_ceiling(given: Mapping[str, Any]) -> str | None:
    """What to ask about a stated ceiling that is surely odd; None for a likely one, and for none at all."""
    ceiling = given.get("ceiling_month")
    if ceiling is None:
        return None
    return _question(ceiling, LIKELY_AN_HOURLY_WAGE, LIKELY_A_YEARLY_WAGE, _CEILING_AN_HOUR, _CEILING_A_YEAR)


def question_about_hourly(amount: Decimal | None, monthly: Sequence[Label]) -> str | None:
    """What to ask about an hourly wage that is more likely a monthly one; `monthly` are one or two labels."""
    if amount is None or amount <= LIKELY_A_MONTHLY_WAGE:
        return None
    named = dict(zip(("first", "second"), map(str, monthly), strict=False))
    text = _A_MONTHLY_WAGE if len(named) == 1 else _A_MONTHLY_WAGE_OF_TWO
    return fill(str(text), most=Kroner(LIKELY_A_MONTHLY_WAGE), **named)


def question_about_full_time(amount: Decimal, hourly: Label) -> str | None:
    """What to ask about a full-time wage that is surely an hourly one."""
    if amount > LIKELY_A_MONTHLY_WAGE:
        return None
    return fill(str(_AN_HOURLY_WAGE), most=Kroner(LIKELY_A_MONTHLY_WAGE), hourly=str(hourly))


def _question(
    amount: Decimal,
    least: Decimal,
    most: Decimal,
    low: Promise,
    high: Promise,
    month: Promise | str = "",
    hourly: Label = "",
) -> str | None:
    if least <= amount <= most:
        return None
    return fill(str(low if amount < least else high), amount=Kroner(amount), month=str(month), hourly=str(hourly))
