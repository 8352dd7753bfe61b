"""The employer's list from the first talk to the first years, with dates and a calendar file."""

from datetime import date
from typing import ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from fleksjob_site.serving.after_form import Show, show, shows
from fleksjob_site.serving.parts import Entry
from fleksjob_site.serving.two_pages import page_fields, store_form, was_changed
from fleksjob_site.serving.views import SWITCH, personal_form, render_personal
from fleksjob_site.texts.date_forms import DayField
from fleksjob_site.texts.sources import RULES_CHECKED
from salary.law.employer_step import STAGE_LABELS
from salary.law.employer_steps import BY_STAGE, dated
from salary.pages.pay_form import PayForm, sent_by_button


class FirstDayForm(PayForm):
    """The first day at work, from which the dates are counted."""

    max_length = 40
    required_messages: ClassVar = {"first_day": _("Enter the first day at work.")}

    first_day = DayField(label=_("The first day at work"), help_text=_("Known or planned. For example 1-3-2027."))

    @property
    def day(self) -> date | None:
        """The day; None while it is empty or wrong."""
        return self.cleaned_data["first_day"] if self.is_complete else None


@personal_form
def employer_steps(request: HttpRequest) -> HttpResponse:
    """The list, and the dates as soon as the first day at work is known."""
    stored = request.session.get(Entry.EMPLOYER_START, {})
    if request.method == "POST":
        form = FirstDayForm(request.POST, require_all=sent_by_button(request.POST))
        store_form(request, Entry.EMPLOYER_START, {**form.fields_of_newer_release(stored), **form.typed()})
        if SWITCH in request.POST:
            return redirect("employer-steps")
        if form.require_all:
            if not form.day:
                return show(request, Show.ERRORS)
            changed = was_changed(request, Entry.EMPLOYER_START)
            return redirect(reverse("employer-steps") + ("" if changed else "#result"))
    else:
        wrong = shows(request, Show.ERRORS) and Entry.EMPLOYER_START in request.session
        form = FirstDayForm(stored, require_all=wrong)
    dates = dated(form.day) if form.day else ()
    ahead = [day for day, _step in dates if day >= localdate()]
    context = {
        "form": form,
        "page_fields": {**form.fields_of_newer_release(stored), **page_fields(request, Entry.EMPLOYER_START)},
        "notices": {"changed": was_changed(request, Entry.EMPLOYER_START)},
        "stages": [(STAGE_LABELS[stage], steps) for stage, steps in BY_STAGE.items()],
        "dates": dates,
        "has_dates_ahead": bool(ahead),
        "has_dates_before": len(ahead) < len(dates),
        "rules_checked": RULES_CHECKED,
    }
    return render_personal(request, "salary/employer_steps.html", context)


def first_day_of(request: HttpRequest) -> date | None:
    """The first day at work that this visitor has entered."""
    return FirstDayForm(request.session.get(Entry.EMPLOYER_START, {}), require_all=False).day
