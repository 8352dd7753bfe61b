"""The employer's page: what a flexi-job costs."""

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
from salary.law.employer_cost import employer_cost, unknown_costs
from salary.law.employer_cost_lines import NOTHING_TO_AUB
from salary.law.wage import wage_of
from salary.pages.employer import BLANK, EmployerForm
from salary.pages.pay_form import sent_by_button


@personal_form
def employer(request: HttpRequest) -> HttpResponse:
    """What a job costs the employer; the same page live and by the button."""
    stored = request.session.get(Entry.EMPLOYER, {})
    if request.method == "POST":
        form = EmployerForm(request.POST, require_all=sent_by_button(request.POST))
        store_form(request, Entry.EMPLOYER, {**form.fields_of_newer_release(stored), **form.typed()})
        if SWITCH in request.POST:
            return redirect("employer-income")
        if form.require_all:
            if not form.is_valid():
                return show(request, Show.ERRORS)
            changed = was_changed(request, Entry.EMPLOYER)
            return redirect(reverse("employer-income") + ("" if changed else "#result"))
    else:
        wrong = shows(request, Show.ERRORS) and Entry.EMPLOYER in request.session
        form = EmployerForm({**BLANK, **stored}, require_all=wrong)
    job = form.job(Month.of(localdate()))
    cost = employer_cost(job) if job else None
    context = {
        "form": form,
        "page_fields": {**form.fields_of_newer_release(stored), **page_fields(request, Entry.EMPLOYER)},
        "notices": {"changed": was_changed(request, Entry.EMPLOYER)},
        "cost": cost,
        "wage": wage_of(job.case) if job else None,
        "nothing_to_aub": NOTHING_TO_AUB,
        "unknown": list(unknown_costs(cost)) if cost else [],
        "rules_checked": RULES_CHECKED,
    }
    return render_personal(request, "salary/employer.html", context)
