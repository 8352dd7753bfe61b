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
from salary.law.case import Case
from salary.law.cases import MAX_CASES
from salary.pages.compared import compare_on_account
from salary.pages.forms import IncomeForm
from salary.pages.income_context import income_context
from salary.pages.pay_form import PayForm, sent_by_button
from salary.pages.start import with_initial_values


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
    return {
        **income_context(form, Month.of(localdate())),
        "page_fields": _page_fields(request, Entry.INCOME, form),
        "notices": {"changed": was_changed(request, Entry.INCOME)},
        **_cases(request, form),
    }


def _cases(request: HttpRequest, form: IncomeForm) -> dict[str, Any]:
    """The kept cases, and whether the one of the form can be kept too."""
    kept = kept_forms(request)
    return {
        "cases": compare_on_account([kept_form for _, kept_form in kept]),
        "case_keys": [key_of(typed) for typed, _ in kept],
        "keeping": "full" if len(kept) >= MAX_CASES else "unsure" if form.pay and not form.case else "possible",
        "is_framed": False,
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
