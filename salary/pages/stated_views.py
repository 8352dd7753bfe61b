"""The page of the full-time wage that an employer must state: added up line by line, in a text, and to sign."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language, override

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.serving.after_form import Show, show, shows
from fleksjob_site.serving.parts import Entry
from fleksjob_site.serving.two_pages import page_fields, store_form, was_changed
from fleksjob_site.serving.views import SWITCH, personal_form, render_personal
from fleksjob_site.texts.languages import LAW_LANGUAGE
from fleksjob_site.texts.sources import RULES_CHECKED
from salary.law.full_time_wage import PART_LABELS, Part
from salary.law.stated_wage import STATED_SOURCES, TOO_LOW_SOURCES, StatedWage, too_low
from salary.pages.pay_form import sent_by_button
from salary.pages.stated_form import BLANK, StatedWageForm
from salary.pages.stated_start import first_values
from salary.pages.stated_text import higher_in_words, stated_text


@personal_form
def stated_wage_page(request: HttpRequest) -> HttpResponse:
    """The form and the sum; the same page live and by the button."""
    stored = request.session.get(Entry.STATED_WAGE, {})
    if request.method == "POST":
        form = StatedWageForm(request.POST, require_all=sent_by_button(request.POST))
        typed = {**form.fields_of_newer_release(stored), **form.typed()}
        # Without empty fields, so that everything fits into the cookie.
        store_form(request, Entry.STATED_WAGE, {name: text for name, text in typed.items() if text})
        if SWITCH in request.POST:
            return redirect("employer-full-time-wage")
        if form.require_all:
            if not form.is_valid():
                return show(request, Show.ERRORS)
            changed = was_changed(request, Entry.STATED_WAGE)
            return redirect(reverse("employer-full-time-wage") + ("" if changed else "#result"))
    else:
        wrong = shows(request, Show.ERRORS) and Entry.STATED_WAGE in request.session
        first = BLANK if stored else first_values(request.session.get(Entry.EMPLOYER, {}))
        form = StatedWageForm({**first, **stored}, require_all=wrong)
    stated = form.stated()
    context = {
        "form": form,
        "page_fields": {
            **form.fields_of_newer_release(stored),
            **page_fields(request, Entry.STATED_WAGE),
            **form.page_fields,
        },
        "is_carried": not stored and bool(form.data.get("wage")),
        "notices": {"changed": was_changed(request, Entry.STATED_WAGE)},
        "stated": stated,
        "sources": STATED_SOURCES,
        "too_low_sources": TOO_LOW_SOURCES,
        "rules_checked": RULES_CHECKED,
        **(_result(form, stated) if stated else {}),
    }
    return render_personal(request, "salary/stated_wage.html", context)


def _result(form: StatedWageForm, stated: StatedWage) -> dict[str, Any]:
    hours = form.cleaned_data["paid_hours_per_week"]
    not_entered = [*([Part.PENSION] if Part.PENSION in stated.ordinary.missing else []), *form.without_amount]
    low = None
    if hours is not None:
        full_time = stated.ordinary.full_time_hours_week
        low = too_low(stated.month, form.too_low_figure(stated.month), hours, full_time, Month.of(localdate()))
    with override(LAW_LANGUAGE.code):
        text_in_danish = stated_text(stated)
    return {
        "higher": [
            {"months": months, "month": each.month, "parts": parts} for each, months, parts in higher_in_words(stated)
        ],
        "not_entered": [PART_LABELS[part] for part in not_entered],
        "too_low": low,
        "text_in_danish": text_in_danish,
        "text": stated_text(stated) if get_language() != LAW_LANGUAGE.code else (),
    }
