"""The income page: hours, pace and wage in; wage, subsidy and total out, with every step explained."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import RULES_CHECKED
from salary.calculation import calculate
from salary.chart import chart
from salary.curve import curve_of
from salary.forms import IncomeForm, blank, no_rates_message, starting_month
from salary.goal import goal
from salary.margin import one_more_hour, raise_by
from salary.table import table

STORED = "income"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def income(request: HttpRequest) -> HttpResponse:
    """The form, and the result as soon as enough is filled in; the same page live and by the button."""
    if request.method == "POST":
        # A live request comes while somebody is still typing: a field not yet filled in is no error then.
        form = IncomeForm(request.POST, complain="live" not in request.POST)
        request.session[STORED] = form.typed()
        if form.complain and form.case():
            # Going on to a page of its own lets Back and reload work.
            return redirect(reverse("income") + "#result")
    else:
        form = IncomeForm({**blank(Month.of(localdate())), **request.session.get(STORED, {})}, complain=False)
    return render(request, "salary/income.html", _context(form))


def _context(form: IncomeForm) -> dict[str, Any]:
    today, case = Month.of(localdate()), form.case()
    context: dict[str, Any] = {
        "form": form,
        "no_rates_yet": no_rates_message() if starting_month(today) != today else None,
        "rules_checked": RULES_CHECKED,
        "result": calculate(case) if case else None,
    }
    # A wage for the month alone has no hours, and so neither a curve nor an hour to add.
    curve = curve_of(case) if case else None
    wanted = form.goal()
    return context | {
        "chart": chart(curve) if curve else None,
        "rows": table(curve) if curve else (),
        "hour": one_more_hour(curve, curve.here.hours) if curve and curve.here else None,
        "raise": raise_by(case) if case and curve else None,
        "goal": goal(case, wanted) if case and wanted is not None else None,
    }
