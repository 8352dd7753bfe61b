"""Questions about amounts that are more likely those of an hour or a year than of a month."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fleksjob_site.kernel.text import Kroner
from fleksjob_site.texts.writing import fill
from salary.law.limits import (
    LIKELY_A_YEARLY_OWN_WAGE,
    LIKELY_A_YEARLY_WAGE,
    LIKELY_AN_HOURLY_OWN_WAGE,
    LIKELY_AN_HOURLY_WAGE,
)

_AN_HOUR = _("Is {amount} a wage for one hour? Enter the wage for {month}, or choose “Hourly wage”.")
_A_YEAR = _("Is {amount} a wage for a whole year? Enter the wage for {month}.")
_CEILING_AN_HOUR = _(
    "Is {amount} a wage for one hour? Enter the full-time wage for a month, or leave the field empty if you don't know "
    "it."
)
_CEILING_A_YEAR = _("Is {amount} a wage for a whole year? Enter the full-time wage for a month.")
_A_MONTH = _("one month")
_FULL_TIME = _("one full-time month")


def questions(given: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """By the name of the field that is asked about: the question, and the field that confirms the amount."""
    asked = {
        "wage": (question_about_wage(given), "wage_confirmed"),
        "ceiling_month": (question_about_ceiling(given), "ceiling_confirmed"),
    }
    return {name: (question, confirms) for name, (question, confirms) in asked.items() if question}


def question_about_wage(given: Mapping[str, Any]) -> str | None:
    """What to ask about a month's wage that is surely odd; None for a likely one, and for none at all."""
    wage, kind = given.get("wage"), given.get("wage_kind")
    if not wage:
        return None
    if kind == "full-time":
        return _question(wage, LIKELY_AN_HOURLY_WAGE, LIKELY_A_YEARLY_WAGE, _AN_HOUR, _A_YEAR, _FULL_TIME)
    if kind == "month":
        return _question(wage, LIKELY_AN_HOURLY_OWN_WAGE, LIKELY_A_YEARLY_OWN_WAGE, _AN_HOUR, _A_YEAR, _A_MONTH)
    return None


def question_about_ceiling(given: Mapping[str, Any]) -> str | None:
    """What to ask about a stated ceiling that is surely odd; None for a likely one, and for none at all."""
    ceiling = given.get("ceiling_month")
    if ceiling is None:
        return None
    return _question(ceiling, LIKELY_AN_HOURLY_WAGE, LIKELY_A_YEARLY_WAGE, _CEILING_AN_HOUR, _CEILING_A_YEAR)


def _question(
    amount: Decimal, least: Decimal, most: Decimal, low: Promise, high: Promise, month: Promise | str = ""
) -> str | None:
    if least <= amount <= most:
        return None
    return fill(str(low if amount < least else high), amount=Kroner(amount), month=str(month))
