"""What pages call each figure of the rates, and which of them are no part of the flexi-wage subsidy."""

from __future__ import annotations

from fleksjob_site.kernel.text import N_

LABELS = {
    "max_subsidy_month": N_("The highest subsidy a month"),
    "threshold_month": N_("The threshold: more is taken off the subsidy for wage above it"),
    "highest_dagpenge_month": N_("The highest unemployment benefit (dagpenge) a month"),
    "highest_dagpenge_day": N_("The highest unemployment benefit (dagpenge) a day"),
    "share_of_dagpenge_percent": N_("The highest subsidy as a share of the highest unemployment benefit"),
    "reduction_below_percent": N_("Taken off the subsidy for wage up to the threshold"),
    "reduction_above_percent": N_("Taken off the subsidy for wage above the threshold"),
    "atp_percent": N_("ATP on the subsidy"),
    "atp_most_month": N_("The highest ATP on the subsidy a month"),
    "am_contribution_percent": N_("Labour market contribution (AM-bidrag) on the wage"),
    "tax_without_card_percent": N_("Tax withheld by a payer that has no tax card"),
    "own_atp_full_month": N_("Own ATP on the wage a month, from 117 hours"),
    "own_atp_two_thirds_month": N_("Own ATP on the wage a month, from 78 hours"),
    "own_atp_one_third_month": N_("Own ATP on the wage a month, from 39 hours"),
    "obligatory_pension_percent": N_("Obligatory pension on the subsidy less ATP"),
    "tilpasningsprocent": N_("The index for the year (tilpasningsprocent)"),
    "fixed_rise_percent": N_("The fixed part of the yearly rise, to which the index is added"),
    "self_employed_year": N_("The subsidy for self-employed people a year"),
    "ledighedsydelse_percent": N_(
        "The higher unemployment allowance (ledighedsydelse) as a share of the highest unemployment benefit"
    ),
    "ledighedsydelse_parent_month": N_(
        "The lower unemployment allowance (ledighedsydelse) a month, with a child to support"
    ),
    "ledighedsydelse_other_month": N_(
        "The lower unemployment allowance (ledighedsydelse) a month, without a child to support"
    ),
    "sickness_benefit_week": N_("The highest sickness benefit (sygedagpenge) a week"),
    "pension_single_year": N_("Disability pension and senior pension a year, single"),
    "pension_couple_year": N_("Disability pension and senior pension a year, married or cohabiting"),
    "pension_free_single_year": N_("Income a year that does not reduce these pensions, single"),
    "pension_free_couple_year": N_("Income a year that does not reduce these pensions, married or cohabiting"),
}
NOT_OF_THE_SUBSIDY = {
    "am_contribution_percent",
    "tax_without_card_percent",
    "own_atp_full_month",
    "own_atp_two_thirds_month",
    "own_atp_one_third_month",
    "fixed_rise_percent",
    "self_employed_year",
    "ledighedsydelse_percent",
    "ledighedsydelse_parent_month",
    "ledighedsydelse_other_month",
    "sickness_benefit_week",
    "pension_single_year",
    "pension_couple_year",
    "pension_free_single_year",
    "pension_free_couple_year",
}
