"""The days on which the law changed or is expected to, and the days whose rules the site knows."""

from datetime import date

from fleksjob_site.kernel.text import N_

FIRST_DAY = date(2020, 1, 1)
"""The first day whose rules are known: since then LAB has its present paragraphs, and § 119 its six-year exception."""

LAST_DAY = date(2100, 12, 31)
"""The last day that can be chosen, so that every date of a timeline exists; the rules are those known today."""

EARLY_PENSION_FROM = date(2022, 1, 1)
"""Tidlig pension was paid from this day at the earliest (lov 2202/2020; the day is named by STAR)."""

REPAYMENT_IN_GOOD_FAITH = date(2024, 3, 11)
"""From this day the subsidy for a business can be reclaimed even from those in good faith (BEK 233/2024 § 15)."""

MUNICIPALITY_INSTEAD_OF_JOB_CENTRE = date(2026, 2, 1)
"""From this day municipalities need not have a job centre (lov 1750/2025; the two days are named by STAR)."""

DESCRIPTION_INSTEAD_OF_PLAN = date(2026, 7, 1)
"""From this day the overall description replaces the rehabilitation plan and the team; the day is inferred."""

NEW_ACT_EXPECTED = date(2027, 1, 1)
"""A new main act is expected from this day; rules read before it may then be out of date."""

ANNOUNCED = {NEW_ACT_EXPECTED: "a new main act on employment (LAB)"}
"""Announced changes by their day: `manage.py check` asks to follow up on them once the day has come."""

DATED = {
    EARLY_PENSION_FROM: N_("early pension (tidlig pension) could be paid"),
    REPAYMENT_IN_GOOD_FAITH: N_("new rules on paying back the subsidy for self-employed people"),
    MUNICIPALITY_INSTEAD_OF_JOB_CENTRE: N_("municipalities no longer need to have a job centre"),
    DESCRIPTION_INSTEAD_OF_PLAN: N_(
        "the municipality writes an overall description, and there is no rehabilitation team (the day is our reading)"
    ),
}
"""What changed on each of these days (message ids)."""


def known_day(day: date) -> bool:
    """Whether the site knows the rules of the day."""
    return FIRST_DAY <= day <= LAST_DAY
