"""The page of the wage ceiling: its parts added up, and the sum carried to the income page or the check of payouts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.serving.after_form import Show, show, shows
from fleksjob_site.serving.parts import Entry
from fleksjob_site.serving.two_pages import page_fields, store_form, was_changed
from fleksjob_site.serving.views import SWITCH, personal_form, render_personal
from fleksjob_site.texts.ready import READY_TEXTS
from fleksjob_site.texts.sources import RULES_CHECKED
from fleksjob_site.texts.writing import number
from salary.law.full_time_wage import PART_LABELS, SOURCES, FullTimeSum
from salary.pages.ceiling_form import BLANK, CeilingForm
from salary.pages.pay_form import sent_by_button
from salary.pages.payout_forms import BLANK as BLANK_MONTH
from salary.pages.start import with_initial_values

_QUESTION = next(text for text in READY_TEXTS if text.key == "full-time-wage")


@personal_form
def wage_ceiling(request: HttpRequest) -> HttpResponse:
    """The parts and their sum; the same page live and by the button, and two more buttons carry the sum on."""
    stored = request.session.get(Entry.FULL_TIME_WAGE, {})
    if request.method == "POST":
        form = CeilingForm(request.POST, require_all=sent_by_button(request.POST))
        typed = {**form.fields_of_newer_release(stored), **form.typed()}
        # Without empty fields, so that everything fits into the cookie.
        store_form(request, Entry.FULL_TIME_WAGE, {name: text for name, text in typed.items() if text})
        if SWITCH in request.POST:
            return redirect("wage-ceiling")
        if form.require_all:
            full_time = form.full_time()
            return _go_on(request, full_time) if full_time else show(request, Show.ERRORS)
    else:
        wrong = shows(request, Show.ERRORS) and Entry.FULL_TIME_WAGE in request.session
        form = CeilingForm({**BLANK, **stored}, require_all=wrong)
    full_time = form.full_time()
    context = {
        "form": form,
        "page_fields": {**form.fields_of_newer_release(stored), **page_fields(request, Entry.FULL_TIME_WAGE)},
        "notices": {"changed": was_changed(request, Entry.FULL_TIME_WAGE)},
        "full_time": full_time,
        "missing": [PART_LABELS[part] for part in full_time.missing] if full_time else [],
        "sources": SOURCES,
        "question": _QUESTION,
        "rules_checked": RULES_CHECKED,
    }
    return render_personal(request, "salary/wage_ceiling.html", context)


def _go_on(request: HttpRequest, full_time: FullTimeSum) -> HttpResponse:
    """Carry the sum to the page whose button was pressed, or reload this one."""
    amount = number(full_time.month, grouped=False)
    match request.POST.get("carry"):
        case "income":
            typed = with_initial_values(request.session.get(Entry.INCOME, {}), Month.of(localdate()))
            added_up = "" if full_time.from_employer else amount
            request.session[Entry.INCOME] = {**typed, "ceiling_month": amount, "ceiling_added_up": added_up}
            return redirect("income")
        case "payout":
            typed = request.session.get(Entry.OPEN_PAYOUT, BLANK_MONTH)
            kind = "stated" if full_time.from_employer else "added-up"
            # A confirmation was for the ceiling that was there before.
            known = {name: text for name, text in typed.items() if name != "ceiling_ok"}
            request.session[Entry.OPEN_PAYOUT] = {**known, "ceiling_kind": kind, "ceiling": amount}
            return redirect(reverse("payout") + "#month")
    return redirect(reverse("wage-ceiling") + ("" if was_changed(request, Entry.FULL_TIME_WAGE) else "#result"))
