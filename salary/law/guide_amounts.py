"""The amounts that guides quote, for a month or for the newest month with rates."""

from __future__ import annotations

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Value
from salary.law.neighbours import ledighedsydelse_month
from salary.law.rates import newest_month_with_rates, rates_for


def guide_amounts(month: Month) -> dict[str, Value]:
    """Kr. a month before tax, or a per cent, unless the name says otherwise, with the year they belong to."""
    rates_month = min(month, newest_month_with_rates())
    rates = rates_for(rates_month)
    figures = {
        name: rates.named(key).value
        for name, key in {
            "max_subsidy": "max_subsidy_month",
            "threshold": "threshold_month",
            "atp_most": "atp_most_month",
            "self_employed_year": "self_employed_year",
            "share_of_dagpenge": "share_of_dagpenge_percent",
            "below": "reduction_below_percent",
            "above": "reduction_above_percent",
            "atp_percent": "atp_percent",
            "obligatory_pension": "obligatory_pension_percent",
            "ledighedsydelse_parent": "ledighedsydelse_parent_month",
            "ledighedsydelse_other": "ledighedsydelse_other_month",
        }.items()
    }
    held = {named.key: named.value for named in rates.figures()}
    return {
        "year": rates_month.year,
        **figures,
        # Not held for every year.
        **{key: held[key] for key in ("sickness_benefit_week",) if key in held},
        "ledighedsydelse_high": ledighedsydelse_month(rates),
    }
