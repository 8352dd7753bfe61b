"""The page of the other roads: what they pay in a month, and who decides which is open."""

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Percent
from fleksjob_site.serving.views import personal_page, render_personal
from fleksjob_site.texts.sources import RULES_CHECKED
from salary.law.rates import rates_for
from salary.law.roads import fleksydelse_contribution_year, roads
from salary.pages.start import starting_month

TAKEN_OFF_PENSION, TAKEN_OFF_WITH_PENSIONER = Percent(30), Percent(15)
"""Of income above what is free (LSP § 32 c, stk. 1)."""
LEAST_LOSS = Percent(15)
"""The smallest loss of earning capacity that is compensated (arbejdsskadesikringsloven § 17, stk. 1)."""
SANCTION_CUT = Percent(10)
"""Of the compensation, while a sanction lasts (arbejdsskadesikringsloven § 17 a, stk. 5)."""


@personal_page
def other_roads(request: HttpRequest) -> HttpResponse:
    """The table, beside the visitor's own fleksjob where one is entered."""
    month = starting_month(Month.of(localdate()))
    rates = rates_for(month)
    found = roads(month, rates)
    named = {figure.key: figure for road in found for amount in road.amounts for figure in amount.figures}
    free = ("pension_free_single_year", "pension_free_couple_year")
    context = {
        "month": month,
        "rates": rates,
        "roads": found,
        "sources": {str(road.key): list(road.sources) for road in found},
        "figures": [*named.values(), *(figure for figure in rates.figures() if figure.key in free)],
        "contribution": fleksydelse_contribution_year(rates),
        "percent": TAKEN_OFF_PENSION,
        "half": TAKEN_OFF_WITH_PENSIONER,
        "least_loss": LEAST_LOSS,
        "sanction_cut": SANCTION_CUT,
        "rules_checked": RULES_CHECKED,
    }
    return render_personal(request, "salary/other_roads.html", context)
