"""The income page: hours, pace and wage in; wage, subsidy and total out, with every step explained."""

import hashlib
import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.serving.parts import Entry
from fleksjob_site.serving.two_pages import page_fields, store_form, was_changed
from fleksjob_site.serving.views import SWITCH, personal_form, render_personal
from fleksjob_site.texts.sources import RULES_CHECKED
from salary.law.band import band
from salary.law.calculation import calculate
from salary.law.case import Case
from salary.law.cases import MAX_CASES, compare
from salary.law.curve import curve_of
from salary.law.goal import goal
from salary.law.margin import one_more_hour, raise_by
from salary.law.neighbours import neighbours
from salary.law.rates import rates_for
from salary.law.wage import wage_of, wage_steps
from salary.pages.chart import chart
from salary.pages.employer import BLANK, EmployerForm
from salary.pages.forms import IncomeForm
from salary.pages.pay_form import PayForm, sent_by_button
from salary.pages.start import no_rates_message, starting_month, with_initial_values
from salary.pages.table import table


@personal_form
def income(request: HttpRequest) -> HttpResponse:
    """The form, and the result as soon as enough is filled in; the same page live and by the button."""
    if request.method == "POST":
        form = IncomeForm(request.POST, require_all=sent_by_button(request.POST))
        store_form(request, Entry.INCOME, _typed(request, Entry.INCOME, form))
        if SWITCH in request.POST:
            return redirect("income")
        if form.require_all and form.pay:
            # A redirect lets Back and reload work.
            return _go_on(request, form)
    else:
        form = IncomeForm(
            with_initial_values(request.session.get(Entry.INCOME, {}), Month.of(localdate())), require_all=False
        )
    return render_personal(request, "salary/income.html", _context(request, form))


def _go_on(request: HttpRequest, form: IncomeForm) -> HttpResponse:
    """Store the case for comparison if its button was pressed, and reload the page."""
    if "keep" not in request.POST:
        return redirect(_shown_at(request, Entry.INCOME, "income"))
    kept, case = kept_cases(request), form.case
    if case is None or len(kept) >= MAX_CASES:
        return redirect(reverse("income") + "#keep")
    if case not in [other for _, other in kept]:
        # Without empty fields, so that all cases fit into the cookie.
        new = {name: typed for name, typed in request.session[Entry.INCOME].items() if typed}
        request.session[Entry.CASES] = [*request.session.get(Entry.CASES, []), new]
    return redirect(reverse("income") + "#cases")


@personal_form
def drop_case(request: HttpRequest) -> HttpResponse:
    """Take one of the kept cases away, and offer to put it back."""
    stored = request.session.get(Entry.CASES, [])
    dropped = [typed for typed in stored if request.method == "POST" and key_of(typed) == request.POST.get("case")]
    if not dropped:
        return redirect(reverse("income") + "#cases")
    request.session[Entry.CASES] = [typed for typed in stored if typed not in dropped]
    form = IncomeForm(
        with_initial_values(request.session.get(Entry.INCOME, {}), Month.of(localdate())), require_all=False
    )
    return render_personal(request, "salary/income.html", _context(request, form) | {"dropped": dropped[0]})


@personal_form
def put_case_back(request: HttpRequest) -> HttpResponse:
    """Keep a case again that was taken away."""
    if request.method == "POST":
        form, kept = IncomeForm(request.POST, require_all=True), kept_cases(request)
        case = form.case
        if case and len(kept) < MAX_CASES and case not in [other for _, other in kept]:
            typed = {name: text for name, text in {**form.fields_of_newer_release({}), **form.typed()}.items() if text}
            request.session[Entry.CASES] = [*request.session.get(Entry.CASES, []), typed]
    return redirect(reverse("income") + "#cases")


@personal_form
def employer(request: HttpRequest) -> HttpResponse:
    """What a job costs the employer, and the full-time wage to state; the same page live and by the button."""
    if request.method == "POST":
        form = EmployerForm(request.POST, require_all=sent_by_button(request.POST))
        store_form(request, Entry.EMPLOYER, _typed(request, Entry.EMPLOYER, form))
        if SWITCH in request.POST:
            return redirect("employer-income")
        if form.require_all and form.is_valid():
            return redirect(_shown_at(request, Entry.EMPLOYER, "employer-income"))
    else:
        form = EmployerForm({**BLANK, **request.session.get(Entry.EMPLOYER, {})}, require_all=False)
    case = form.case(Month.of(localdate()))
    wage = wage_of(case) if case else None
    context: dict[str, Any] = {
        "form": form,
        "page_fields": _page_fields(request, Entry.EMPLOYER, form),
        "notices": {"changed": was_changed(request, Entry.EMPLOYER)},
        "wage": wage,
        "steps": tuple(wage_steps(case, wage)) if case and wage else (),
        "rules_checked": RULES_CHECKED,
    }
    return render_personal(request, "salary/employer.html", context)


def _context(request: HttpRequest, form: IncomeForm) -> dict[str, Any]:
    today, case, pay = Month.of(localdate()), form.case, form.pay
    result = calculate(case) if case else None
    # A wage of the month without pay says nothing of hours, so there is no curve and no hour to add.
    curve = curve_of(pay, hours_known=case is not None) if pay else None
    wanted, today_total, hours_range = (
        form.amount("goal_month"),
        form.amount("today_month"),
        form.hours_and_pace_range(),
    )
    kept = kept_cases(request)
    return {
        "form": form,
        "page_fields": _page_fields(request, Entry.INCOME, form),
        "notices": {"changed": was_changed(request, Entry.INCOME)},
        "no_rates_yet": no_rates_message() if starting_month(today) != today else None,
        "rules_checked": RULES_CHECKED,
        "result": result,
        "paid": form.paid(result) if result else None,
        "gets": today_total,
        "band": band(curve, *hours_range) if curve and hours_range else None,
        "chart": chart(curve) if curve else None,
        "rows": table(curve) if curve else (),
        "hour": one_more_hour(curve, curve.here.hours) if curve and curve.here else None,
        "raise": raise_by(curve) if curve else None,
        "goal": goal(curve, wanted) if curve and wanted is not None else None,
        "goal_needs_pay": bool(pay and not curve and wanted is not None),
        "cases": compare(tuple(case for _, case in kept)),
        "case_keys": [key_of(typed) for typed, _ in kept],
        "keeping": "full" if len(kept) >= MAX_CASES else "unsure" if pay and not case else "possible",
        "neighbours": neighbours(pay.month, rates_for(pay.month)) if pay else (),
    }


def _shown_at(request: HttpRequest, entry: Entry, page: str) -> str:
    """The URL to redirect to: the result, or the top of the page if it shows a notice about another tab."""
    return reverse(page) + ("" if was_changed(request, entry) else "#result")


def _page_fields(request: HttpRequest, entry: Entry, form: PayForm) -> dict[str, str]:
    """The hidden fields of a form, with those of a newer release, since one of its nodes may handle the form."""
    hidden = {field.html_name: field.value() for field in form.hidden_fields() if field.value()}
    return {**hidden, **form.fields_of_newer_release(request.session.get(entry, {})), **page_fields(request, entry)}


def _typed(request: HttpRequest, entry: Entry, form: PayForm) -> dict[str, str]:
    return {**form.fields_of_newer_release(request.session.get(entry, {})), **form.typed()}


def key_of(typed: dict[str, str]) -> str:
    """Identifies a kept case, even after the order has changed."""
    return hashlib.sha256(json.dumps(typed, sort_keys=True).encode()).hexdigest()[:12]


def kept_cases(request: HttpRequest) -> list[tuple[dict[str, str], Case]]:
    """The cases kept side by side, each as typed and as a Case, as far as they still can be calculated."""
    cases = ((typed, IncomeForm(typed, require_all=True).case) for typed in request.session.get(Entry.CASES, []))
    return [(typed, case) for typed, case in cases if case]
