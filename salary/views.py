"""The income page: hours, pace and wage in; wage, subsidy and total out, with every step explained."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import RULES_CHECKED
from salary.calculation import calculate
from salary.forms import IncomeForm, blank

STORED = "income"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def income(request: HttpRequest) -> HttpResponse:
    """The form, and the result as soon as enough is filled in; the same page live and by the button."""
    if request.method == "POST":
        # A live request comes while somebody is still typing: a field not yet filled in is no error then.
        form = IncomeForm(request.POST, complain="live" not in request.POST)
        request.session[STORED] = form.typed()
    else:
        form = IncomeForm({**blank(Month.of(localdate())), **request.session.get(STORED, {})}, complain=False)
    case = form.case()
    context = {"form": form, "case": case, "result": calculate(case) if case else None, "rules_checked": RULES_CHECKED}
    return render(request, "salary/income.html", context)
