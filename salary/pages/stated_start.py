"""What the form of the full-time wage begins with: what the employer has entered on the page of the cost."""

from collections.abc import Mapping
from decimal import Decimal

from fleksjob_site.texts.writing import number
from salary.law.employer_job import Holiday
from salary.law.full_time_wage import Part
from salary.law.stated_wage import HolidayPaid
from salary.pages.employer import EmployerForm
from salary.pages.stated_form import BLANK, tick_of

_SAME = ("wage_kind", "wage", "full_time_hours_per_week", "pension_on_top_percent")


def first_values(of_cost: Mapping[str, str]) -> dict[str, str]:
    """The form's initial values, with those of the page of the cost where that is filled in without an error.

    Holiday pay is left open: there it is not said who pays it out.
    """
    form = EmployerForm(of_cost, require_all=False)
    if not of_cost or not form.is_complete:
        return BLANK
    given = form.cleaned_data
    paid_hours = given["hours_per_week"] * given["efficiency_percent"] / 100
    values = {name: of_cost[name] for name in _SAME if of_cost.get(name)}
    values["paid_hours_per_week"] = number(Decimal(paid_hours).quantize(Decimal("0.01")).normalize(), grouped=False)
    if given["holiday"] == Holiday.PAY:
        values["holiday"] = HolidayPaid.SUPPLEMENT.value
    if given["supplements_full_time_month"]:
        part = Part.FIXED_SUPPLEMENTS
        values |= {tick_of(part): "on", part.value: of_cost["supplements_full_time_month"]}
    return {**BLANK, **values}
