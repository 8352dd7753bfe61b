"""The income page: hours, pace and wage in; wage, subsidy and total out, with every step explained."""

import hashlib
import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.serving.after_form import Show, show, shows
from fleksjob_site.serving.parts import Entry
from fleksjob_site.serving.two_pages import page_fields, store_form, was_changed
from fleksjob_site.serving.views import SWITCH, personal_form, render_personal
from fleksjob_site.texts.sources import RULES_CHECKED
from salary.law.band import Band, band
from salary.law.calculation import Result, calculate
from salary.law.case import Case
from salary.law.cases import MAX_CASES
from salary.law.curve import Curve, curve_of
from salary.law.curve_table import table
from salary.law.goal import goal
from salary.law.kept import FURTHER_WAGE, gains
from salary.law.margin import one_more_hour, raise_by
from salary.law.neighbours import neighbours
from salary.law.net import net_of
from salary.law.rates import month_of_rates, rates_for, rates_of
from salary.law.roads import roads
from salary.pages.answer import headlines, points_of, steps_to_account
from salary.pages.chart import chart
from salary.pages.compared import compare_on_account
from salary.pages.forms import IncomeForm
from salary.pages.pay_form import PayForm, sent_by_button
from salary.pages.payslip import example_values
from salary.pages.start import no_rates_message, starting_month, with_initial_values


@personal_form
def income(request: HttpRequest) -> HttpResponse:
    """The form, and the result as soon as enough is filled in; the same page live and by the button."""
    if request.method == "POST":
        form = IncomeForm(request.POST, require_all=sent_by_button(request.POST))
        store_form(request, Entry.INCOME, _typed(request, Entry.INCOME, form))
        request.session.pop(Entry.REMOVED_CASE, None)
        if SWITCH in request.POST:
            return redirect("income")
        if form.require_all:
            return _go_on(request, form) if form.pay else show(request, Show.ERRORS)
    else:
        stored = request.session.get(Entry.INCOME, {})
        wrong = shows(request, Show.ERRORS) and Entry.INCOME in request.session
        form = IncomeForm(with_initial_values(stored, Month.of(localdate())), require_all=wrong)
    context = _context(request, form)
    # The answer in the walk opens the fields: one of them is the surplus.
    context["has_side_business"] = request.session.get(Entry.WALK, {}).get("business-besides") == "side-business"
    if shows(request, Show.REMOVED) and Entry.REMOVED_CASE in request.session:
        context["dropped"] = request.session[Entry.REMOVED_CASE]
    return render_personal(request, "salary/income.html", context)


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
    request.session[Entry.REMOVED_CASE] = dropped[0]
    return show(request, Show.REMOVED, reverse("income"))


@personal_form
def put_case_back(request: HttpRequest) -> HttpResponse:
    """Keep a case again that was taken away."""
    if request.method == "POST":
        request.session.pop(Entry.REMOVED_CASE, None)
        form, kept = IncomeForm(request.POST, require_all=False), kept_cases(request)
        case = form.case
        if case and len(kept) < MAX_CASES and case not in [other for _, other in kept]:
            typed = {name: text for name, text in {**form.fields_of_newer_release({}), **form.typed()}.items() if text}
            request.session[Entry.CASES] = [*request.session.get(Entry.CASES, []), typed]
    return redirect(reverse("income") + "#cases")


def _context(request: HttpRequest, form: IncomeForm) -> dict[str, Any]:
    today, case, pay = Month.of(localdate()), form.case, form.pay
    result = calculate(case) if case else None
    # A wage of the month without pay says nothing of hours, so there is no curve and no hour to add.
    curve = curve_of(pay, hours_known=case is not None) if pay else None
    wanted, hours_range = form.amount("goal_month"), form.hours_and_pace_range()
    spread = band(curve, *hours_range) if curve and hours_range else None
    rates_month = month_of_rates(pay.month, assume_newest=pay.assume_newest_rates) if pay else None
    return {
        "form": form,
        "page_fields": _page_fields(request, Entry.INCOME, form),
        "notices": {"changed": was_changed(request, Entry.INCOME)},
        "paper_example": example_values(),
        "no_rates_yet": no_rates_message(today) if starting_month(today) != today else None,
        "rates_year": str(starting_month(today).year),
        "rules_checked": RULES_CHECKED,
        "result": result,
        "gets": form.amount("today_month"),
        "band": spread,
        "chart": chart(curve, spread) if curve else None,
        "small_chart": chart(curve, spread, small=True) if curve else None,
        "rows": table(curve) if curve else (),
        "goal": goal(curve, wanted) if curve and wanted is not None else None,
        "goal_needs_pay": bool(pay and not curve and wanted is not None),
        "rates_month": rates_month,
        "ceiling_assumed": bool(curve and curve.ceiling_assumed),
        "ceiling": curve.rule.ceiling if curve else None,
        "roads": roads(rates_month, rates_for(rates_month)) if rates_month else (),
        "neighbours": neighbours(pay.month, rates_of(pay)) if pay else (),
        **_account(form, result, spread, curve),
        **_cases(request, form),
    }


def _account(form: IncomeForm, result: Result | None, spread: Band | None, curve: Curve | None) -> dict[str, Any]:
    """What reaches the account, and what is left there of more work."""
    account = form.account
    paid = account.paid(result.wage.month, result.subsidy.rounded) if account and result else None
    net = net_of(paid, account.card) if account and paid and account.card else None
    hour = one_more_hour(curve, curve.here.hours) if curve and curve.here else None
    rise = raise_by(curve) if curve else None
    points = points_of(result, spread, curve)
    return {
        "headlines": headlines(points, account) if points else None,
        "paid": paid,
        "net": net,
        "hour": hour,
        "raise": rise,
        "gains": gains(account, result, hour, curve.at(hour.start.hours + 1) if curve and hour else None, rise),
        "further_wage": FURTHER_WAGE,
        "steps_to_account": steps_to_account(result, paid, net) if result else (),
    }


def _cases(request: HttpRequest, form: IncomeForm) -> dict[str, Any]:
    """The kept cases, and whether the one of the form can be kept too."""
    kept = kept_forms(request)
    return {
        "cases": compare_on_account([kept_form for _, kept_form in kept]),
        "case_keys": [key_of(typed) for typed, _ in kept],
        "keeping": "full" if len(kept) >= MAX_CASES else "unsure" if form.pay and not form.case else "possible",
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
    return [(typed, form.case) for typed, form in kept_forms(request) if form.case]


def kept_forms(request: HttpRequest) -> list[tuple[dict[str, str], IncomeForm]]:
    """The cases kept side by side, each as typed and as a form, as far as they still can be calculated."""
    forms = ((typed, IncomeForm(typed, require_all=False)) for typed in request.session.get(Entry.CASES, []))
    return [(typed, form) for typed, form in forms if form.case]
