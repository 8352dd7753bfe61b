"""The income page: hours, pace and wage in; wage, subsidy and total out, with every step explained."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import RULES_CHECKED
from salary.calculation import calculate
from salary.forms import IncomeForm, blank, no_rates_message, starting_month

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
    case = form.case()
    today = Month.of(localdate())
    context = {
        "no_rates_yet": no_rates_message() if starting_month(today) != today else None,
        "form": form,
        "case": case,
        "result": calculate(case) if case else None,
        "rules_checked": RULES_CHECKED,
    }
    return render(request, "salary/income.html", context)
