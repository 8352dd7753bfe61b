"""The link that carries a whole case: making it, and opening it, which asks before it replaces anything."""

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from eligibility.law.questions import BY_KEY
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.serving.security import sessionless
from fleksjob_site.serving.views import SWITCH, personal_form, render_personal
from fleksjob_site.take_along.link import BadLink, Fault, Link, parsable, read, write
from fleksjob_site.take_along.made import made
from fleksjob_site.texts.forms import ChoiceField, DecimalField
from fleksjob_site.texts.writing import say
from fleksjob_site.visitor import VisitorData, has_entered_something, replace_data
from salary.law.cases import compare
from salary.pages.employer import EmployerForm
from salary.pages.forms import IncomeForm
from salary.pages.pay_form import PayForm

MAX_FILE_NAME = 255


def share_link(request: HttpRequest, visitor: VisitorData, on: date) -> str:
    """The URL that carries the visitor's data; it opens in the language of the current page.

    Answers that do not count on the day `on` are left out, since whoever has the link can read it.
    """
    counting = replace(visitor, answers={key: visitor.answers[key] for key in visitor.walk(on).answers})
    fragment = write(parsable(counting, localdate()), made(counting, localdate()))
    return f"{request.build_absolute_uri(reverse('open-link'))}#{fragment}"


class LinkForm(forms.Form):
    """A pasted link or a saved file; cleans to what the link holds."""

    link = forms.CharField(
        label=_("The link"),
        help_text=_("Paste the whole link, with everything that follows the # in it."),
        required=False,
    )
    file = forms.FileField(
        label=_("Or a file you have saved here"), required=False, max_length=MAX_FILE_NAME, allow_empty_file=True
    )

    def clean(self) -> dict[str, Any]:
        """Set `link` to what was given; a chosen file takes precedence over pasted text."""
        file, text = self.cleaned_data.get("file"), self.cleaned_data.get("link") or ""
        name, faults = ("file", _FAULTS | _FAULTS_OF_A_FILE) if file is not None else ("link", _FAULTS)
        if file is not None:
            text = file.read().decode("utf-8", "replace")
        if name == "link" and not text:
            self.add_error(name, gettext("Paste a link, or choose a file."))
        elif not self.errors:
            try:
                self.cleaned_data["link"] = read(text, localdate())
            except BadLink as bad:
                self.add_error(name, faults[bad.fault])
        return self.cleaned_data


@personal_form
def open_link(request: HttpRequest) -> HttpResponse:
    """Show what is in a link; nothing is stored until the visitor agrees."""
    form = LinkForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if SWITCH in request.POST:
        form.errors.clear()
    if SWITCH in request.POST or not form.is_valid():
        return render_personal(request, "take_along/open_link.html", {"form": form})
    link: Link = form.cleaned_data["link"]
    new, today, fragment = link.visitor, localdate(), link.written()
    step = new.walk(today)
    # The other language of this page opens the same link; the fragment is never sent.
    # A request takes attributes of our own, which Django's types do not know.
    request.fragment = f"#{fragment}"  # type: ignore[attr-defined]
    context = {
        "link": fragment,
        "has_own": has_entered_something(request),
        "made": link.made,
        "changed": link.changed_since(today),
        "answers": [(BY_KEY[key], answer) for key, answer in step.answers.items()],
        "complete": step.complete,
        "income": _rows(IncomeForm(new.income, require_all=False)),
        "cases": compare(new.income_cases(today)) if new.cases else (),
        "months": [paid.month for _typed, paid in new.paid_months(today)],
        "employer": _rows(EmployerForm(new.employer, require_all=False)),
        "year": new.planned_year(today) if new.year else None,
    }
    return render_personal(request, "take_along/confirm_link.html", context)


@never_cache
@sessionless
@require_safe
def damaged_link(request: HttpRequest, rest: str) -> HttpResponse:
    """A link whose fragment ended up in the path: redirect to a URL without it, where it can be pasted."""
    return redirect("open-link")


@personal_form
def use_link(request: HttpRequest) -> HttpResponse:
    """Replace the visitor's data with that of a link, and go to the page where it continues."""
    if request.method != "POST":
        return redirect("open-link")
    form = LinkForm(request.POST)
    if not form.is_valid():
        return render_personal(request, "take_along/open_link.html", {"form": form})
    link: Link = form.cleaned_data["link"]
    new = link.visitor
    replace_data(request, new)
    step = new.walk(localdate())
    if step.complete:
        return redirect("eligibility:outcome")
    if new.income or new.cases:
        return redirect("income")
    if step.answers or not (new.payouts or new.employer):
        return redirect("eligibility:question", question=step.next)
    return redirect("payout" if new.payouts else "employer-income")


def _rows(form: PayForm) -> list[tuple[str, str]]:
    """Every field of a form that the link fills in, with its label and formatted in the page's language."""
    form.is_valid()
    rows = ((str(field.label), _shown(form, name, field)) for name, field in form.fields.items())
    return [(label, text) for label, text in rows if text]


def _shown(form: PayForm, name: str, field: forms.Field) -> str:
    match field, form.cleaned_data[name]:
        case _, None | "" | False:
            return ""
        case DecimalField(), value:
            return field.shown(value)
        case ChoiceField(), value:
            return field.label_of(value)
        case _, Month() as month:
            return say(month)
        case _:
            return gettext("Yes")


_FAULTS = {
    Fault.FOREIGN: _("There are no answers from this site in it. Give the whole link, also what follows the #."),
    Fault.DAMAGED: _("Something is missing or changed in the link. Copy all of it once more, from where you got it."),
    Fault.TOO_NEW: _("The link is made by a newer version of this site. Open it on the site that made it."),
    Fault.TOO_LONG: _("The link is too long to be from this site. Paste one link and nothing else."),
    Fault.EMPTY: _("There is nothing in this link that can be used here today."),
}
_FAULTS_OF_A_FILE = {
    Fault.FOREIGN: _("This file was not saved here. Choose the one you saved on this site."),
    Fault.DAMAGED: _("The file has been changed or is incomplete. Save it again, or use the link."),
    Fault.TOO_LONG: _("The file is too long to have been saved here. Choose the one you saved on this site."),
}
