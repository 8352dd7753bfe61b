"""The page of unemployment allowance: what is left of it beside a wage, a pension or a side business."""

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
from salary.law.rates import rates_for
from salary.law.unemployment_allowance import MORE_WAGE, Level, allowance, full_allowance
from salary.law.unemployment_allowance_steps import allowance_notes, allowance_steps, rate_note
from salary.pages.allowance_form import AllowanceForm, with_initial_month
from salary.pages.pay_form import sent_by_button
from salary.pages.start import starting_month


@personal_form
def allowance_page(request: HttpRequest) -> HttpResponse:
    """The form and the allowance; the same page live and by the button."""
    today = Month.of(localdate())
    stored = request.session.get(Entry.ALLOWANCE, {})
    if request.method == "POST":
        form = AllowanceForm(request.POST, require_all=sent_by_button(request.POST))
        store_form(request, Entry.ALLOWANCE, {**form.fields_of_newer_release(stored), **form.typed()})
        if SWITCH in request.POST:
            return redirect("allowance")
        if form.require_all:
            if not form.is_valid():
                return show(request, Show.ERRORS)
            changed = was_changed(request, Entry.ALLOWANCE)
            return redirect(reverse("allowance") + ("" if changed else "#result"))
    else:
        wrong = shows(request, Show.ERRORS) and Entry.ALLOWANCE in request.session
        form = AllowanceForm(with_initial_month(stored, today), require_all=wrong)
    case = form.case
    result = allowance(case) if case else None
    month = case.month_of_rate if case else starting_month(today)
    context = {
        "form": form,
        "page_fields": {**form.fields_of_newer_release(stored), **page_fields(request, Entry.ALLOWANCE)},
        "notices": {"changed": was_changed(request, Entry.ALLOWANCE)},
        "result": result,
        "steps": allowance_steps(result) if result else (),
        "rate_note": rate_note(case) if case else None,
        "result_notes": list(allowance_notes(result)) if result else [],
        "more_wage": MORE_WAGE,
        "amounts_month": month,
        "amounts": {level: full_allowance(level, rates_for(month)) for level in Level},
        "rules_checked": RULES_CHECKED,
    }
    return render_personal(request, "salary/allowance.html", context)
