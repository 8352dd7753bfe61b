"""The page of the subsidy for one's own business: the accounting years and what they give."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate

from fleksjob_site.kernel.text import Percent
from fleksjob_site.serving.after_form import Show, show, shows
from fleksjob_site.serving.parts import Entry
from fleksjob_site.serving.two_pages import page_fields, store_form, was_changed
from fleksjob_site.serving.views import SWITCH, personal_form, render_personal
from fleksjob_site.texts.sources import RULES_CHECKED
from salary.law.own_business import MORE_PROFIT, REDUCTION_PERCENT, next_form_due, own_business
from salary.law.own_business_steps import own_business_notes, own_business_steps
from salary.pages.own_business_form import OwnBusinessForm
from salary.pages.pay_form import sent_by_button


@personal_form
def own_business_page(request: HttpRequest) -> HttpResponse:
    """The form and the subsidy; the same page live and by the button."""
    today = localdate()
    stored = request.session.get(Entry.OWN_BUSINESS, {})
    if request.method == "POST":
        form = OwnBusinessForm(request.POST, today=today.year, require_all=sent_by_button(request.POST))
        store_form(request, Entry.OWN_BUSINESS, {**form.fields_of_newer_release(stored), **form.typed()})
        if SWITCH in request.POST:
            return redirect("own-business")
        if form.require_all:
            if not form.is_valid():
                return show(request, Show.ERRORS)
            changed = was_changed(request, Entry.OWN_BUSINESS)
            return redirect(reverse("own-business") + ("" if changed else "#result"))
    else:
        wrong = shows(request, Show.ERRORS) and Entry.OWN_BUSINESS in request.session
        form = OwnBusinessForm(stored, today=today.year, require_all=wrong)
    case = form.case
    result = own_business(case) if case else None
    context = {
        "form": form,
        "page_fields": {**form.fields_of_newer_release(stored), **page_fields(request, Entry.OWN_BUSINESS)},
        "notices": {"changed": was_changed(request, Entry.OWN_BUSINESS)},
        "result": result,
        "steps": own_business_steps(result) if result else (),
        "result_notes": list(own_business_notes(result)) if result else [],
        "reduction_percent": Percent(REDUCTION_PERCENT),
        "more_profit": MORE_PROFIT,
        "due": next_form_due(today),
        "rules_checked": RULES_CHECKED,
    }
    return render_personal(request, "salary/own_business.html", context)
