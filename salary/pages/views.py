"""The income page: hours, pace and wage in; wage, subsidy and total out, with every step explained."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.serving.sessions import Entry
from fleksjob_site.serving.views import personal_form, render_personal
from fleksjob_site.texts.sources import RULES_CHECKED
from salary.law.band import band
from salary.law.calculation import calculate
from salary.law.case import Case
from salary.law.cases import MOST_CASES, compare
from salary.law.curve import curve_of
from salary.law.goal import goal
from salary.law.margin import one_more_hour, raise_by
from salary.law.neighbours import neighbours
from salary.law.rates import rates_for
from salary.law.wage import wage_of, wage_steps
from salary.pages.chart import chart
from salary.pages.employer import BLANK, EmployerForm
from salary.pages.forms import IncomeForm
from salary.pages.start import no_rates_message, started, starting_month
from salary.pages.table import table


@personal_form
def income(request: HttpRequest) -> HttpResponse:
    """The form, and the result as soon as enough is filled in; the same page live and by the button."""
    if request.method == "POST":
        # A live request comes while somebody is still typing: a field not yet filled in is no error then.
        form = IncomeForm(request.POST, complain="live" not in request.POST)
        request.session[Entry.INCOME] = form.typed()
        if form.complain and form.pay:
            # Going on to a page of its own lets Back and reload work.
            return _go_on(request, form)
    else:
        form = IncomeForm(started(request.session.get(Entry.INCOME, {}), Month.of(localdate())), complain=False)
    return render_personal(request, "salary/income.html", _context(request, form))


def _go_on(request: HttpRequest, form: IncomeForm) -> HttpResponse:
    """Keep the case beside the others when that was the button, and show the page anew."""
    if "keep" not in request.POST:
        return redirect(reverse("income") + "#result")
    kept, case = kept_cases(request), form.case
    if case is None or len(kept) == MOST_CASES:
        return redirect(reverse("income") + "#keep")
    if case not in [other for _, other in kept]:
        # Without empty fields, so that all cases fit into the cookie.
        new = {name: typed for name, typed in form.typed().items() if typed}
        request.session[Entry.CASES] = [*(typed for typed, _ in kept), new]
    return redirect(reverse("income") + "#cases")


@personal_form
def drop_case(request: HttpRequest) -> HttpResponse:
    """Take one of the kept cases away."""
    kept = kept_cases(request)
    if request.method == "POST" and request.POST.get("number", "") in map(str, range(len(kept))):
        dropped = int(request.POST["number"])
        request.session[Entry.CASES] = [typed for number, (typed, _) in enumerate(kept) if number != dropped]
    return redirect(reverse("income") + "#cases")


@personal_form
def employer(request: HttpRequest) -> HttpResponse:
    """What a job costs the employer, and the full-time wage to state; the same page live and by the button."""
    if request.method == "POST":
        form = EmployerForm(request.POST, complain="live" not in request.POST)
        request.session[Entry.EMPLOYER] = form.typed()
        if form.complain and form.is_valid():
            return redirect(reverse("employer-income") + "#result")
    else:
        form = EmployerForm({**BLANK, **request.session.get(Entry.EMPLOYER, {})}, complain=False)
    case = form.case(Month.of(localdate()))
    wage = wage_of(case) if case else None
    steps = tuple(wage_steps(case, wage)) if case and wage else ()
    context = {"form": form, "wage": wage, "steps": steps, "rules_checked": RULES_CHECKED}
    return render_personal(request, "salary/employer.html", context)


def _context(request: HttpRequest, form: IncomeForm) -> dict[str, Any]:
    today, case, pay = Month.of(localdate()), form.case, form.pay
    result = calculate(case) if case else None
    # A wage for the month alone has no hours, and so neither a curve nor an hour to add.
    curve = curve_of(pay, hours_known=case is not None) if pay else None
    wanted, gets, unsure = form.amount("goal_month"), form.amount("today_month"), form.range()
    kept = [case for _, case in kept_cases(request)]
    return {
        "form": form,
        "no_rates_yet": no_rates_message() if starting_month(today) != today else None,
        "rules_checked": RULES_CHECKED,
        "result": result,
        "gets": gets,
        "band": band(curve, *unsure) if curve and unsure else None,
        "chart": chart(curve) if curve else None,
        "rows": table(curve) if curve else (),
        "hour": one_more_hour(curve, curve.here.hours) if curve and curve.here else None,
        "raise": raise_by(curve) if curve else None,
        "goal": goal(curve, wanted) if curve and wanted is not None else None,
        "goal_needs_pay": bool(pay and not curve and wanted is not None),
        "cases": compare(tuple(kept)),
        "keeping": "full" if len(kept) == MOST_CASES else "unsure" if pay and not case else "possible",
        "neighbours": neighbours(pay.month, rates_for(pay.month)) if pay else (),
    }


def kept_cases(request: HttpRequest) -> list[tuple[dict[str, str], Case]]:
    """The cases kept side by side, each as typed and as a Case, as far as they still can be calculated."""
    cases = ((typed, IncomeForm(typed, complain=True).case) for typed in request.session.get(Entry.CASES, []))
    return [(typed, case) for typed, case in cases if case]
