"""The link that carries a whole case: making it, and opening it, which asks before it replaces anything.

Until the visitor has decided, the link waits in a cookie of its own, so that the page that asks can be loaded again. A
link that is too long for that cookie is shown in the response to the form; then Back to the page sends the form again.
What was pasted in error waits there too, or only what is wrong with it where it is too long.
"""

from dataclasses import replace
from datetime import date
from typing import Any, cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from eligibility.law.questions import BY_KEY
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.serving.after_form import PARAMETER, Show, show, shows
from fleksjob_site.serving.parts import Entry
from fleksjob_site.serving.security import never_stored, sessionless
from fleksjob_site.serving.sessions import Session
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
        help_text=_("Paste the whole link, including everything after the #."),
        required=False,
    )
    file = forms.FileField(
        label=_("Or a file you have saved here"), required=False, max_length=MAX_FILE_NAME, allow_empty_file=True
    )

    def clean(self) -> dict[str, Any]:
        """Set `link` to what was given; a chosen file takes precedence over pasted text."""
        file, text = self.cleaned_data.get("file"), self.cleaned_data.get("link") or ""
        name = "link" if file is None else "file"
        if file is not None:
            text = file.read().decode("utf-8", "replace")
        if not (self.errors or text or file is not None):
            self.refuse(name, _NOTHING)
        elif not self.errors:
            try:
                self.cleaned_data["link"] = read(text, localdate())
            except BadLink as bad:
                self.refuse(name, bad.fault)
        return self.cleaned_data

    def refuse(self, name: str, fault: str) -> None:
        """Say at a field what is wrong with what was given."""
        of_a_file = _FAULTS_OF_A_FILE if name == "file" else {}
        self.add_error(name, forms.ValidationError({**_FAULTS, **of_a_file}[fault], code=fault))


@personal_form
def open_link(request: HttpRequest) -> HttpResponse:
    """Ask for a link, or show what is in it; the visitor's data stay until they agree."""
    if request.method == "POST":
        return _receive(request)
    waiting: dict[str, str] = request.session.get(Entry.OPENED, {})
    if shows(request, Show.LINK) and _LINK in waiting:
        form = LinkForm({"link": waiting[_LINK]})
        if form.is_valid():
            return _confirm(request, form.cleaned_data["link"], f"?{PARAMETER}={Show.LINK}")
        return render_personal(request, "take_along/open_link.html", {"form": form})
    wrong, typed = shows(request, Show.ERRORS), shows(request, Show.TYPED)
    form = LinkForm({"link": waiting.get(_TYPED, "")} if wrong or typed else None)
    form.errors.clear()
    if wrong and waiting.get(_FAULT) in _FAULTS and waiting.get(_FIELD) in form.fields:
        form.refuse(waiting[_FIELD], waiting[_FAULT])
    return render_personal(request, "take_along/open_link.html", {"form": form})


def _receive(request: HttpRequest) -> HttpResponse:
    form = LinkForm(request.POST, request.FILES)
    if SWITCH in request.POST:
        text = form.data.get("link", "")
        _keep(request, {_TYPED: text} if text else {}, or_else={})
        return show(request, Show.TYPED)
    if not form.is_valid():
        return _refuse(request, form)
    link: Link = form.cleaned_data["link"]
    if _keep(request, {_LINK: link.written()}, or_else={}):
        return show(request, Show.LINK)
    return _confirm(request, link, f"#{link.written()}")


def _refuse(request: HttpRequest, form: LinkForm) -> HttpResponse:
    """Lead to the page that asks for a link, and say there what is wrong with this one."""
    field, errors = next(iter(form.errors.as_data().items()))
    fault = {_FIELD: field, _FAULT: str(errors[0].code)}
    _keep(request, {**fault, _TYPED: form.data.get("link", "")}, or_else=fault)
    return show(request, Show.ERRORS, reverse("open-link"))


def _keep(request: HttpRequest, waiting: dict[str, str], *, or_else: dict[str, str]) -> bool:
    """Let something wait in the cookie of the link if it fits, and say whether it does."""
    fits = cast(Session, request.session).fits(Entry.OPENED, waiting)
    request.session.pop(Entry.OPENED, None)
    if kept := waiting if fits else or_else:
        request.session[Entry.OPENED] = kept
    return fits


def _confirm(request: HttpRequest, link: Link, after_address: str) -> HttpResponse:
    """Show what is in the link. `after_address` opens the same link in the other language."""
    new, today = link.visitor, localdate()
    step = new.walk(today)
    # A request takes attributes of our own, which Django's types do not know.
    request.after_address = after_address  # type: ignore[attr-defined]
    context = {
        "link": link.written(),
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


@never_stored
@sessionless
@require_safe
def damaged_link(request: HttpRequest, rest: str) -> HttpResponse:
    """A link whose fragment ended up in the path: redirect to a URL without it, where it can be pasted."""
    return redirect("open-link")


@personal_form
def use_link(request: HttpRequest) -> HttpResponse:
    """Replace the visitor's data with that of a link, and go to the page where it continues; or leave all as it is."""
    if request.method != "POST":
        return redirect("open-link")
    if "decline" in request.POST:
        request.session.pop(Entry.OPENED, None)
        return redirect("home")
    form = LinkForm(request.POST)
    if not form.is_valid():
        return _refuse(request, form)
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
            return str(field.labels[value])
        case _, Month() as month:
            return say(month)
        case _:
            return gettext("Yes")


_LINK, _TYPED, _FIELD, _FAULT = "link", "typed", "field", "fault"
"""What the session's entry can hold: a link that waits, or what was pasted, at which field and what is wrong."""
_NOTHING = "nothing"
_FAULTS: dict[str, Any] = {
    _NOTHING: _("Paste a link, or choose a file."),
    Fault.FOREIGN: _("It contains no answers from this site. Paste the whole link, including everything after the #."),
    Fault.DAMAGED: _("Something is missing or changed in the link. Copy the whole link again from where you got it."),
    Fault.TOO_NEW: _("The link was made by a newer version of this site. Open it on the site that made it."),
    Fault.TOO_LONG: _("The link is too long to be from this site. Paste one link and nothing else."),
    Fault.EMPTY: _("There is nothing in this link that can be used here today."),
}
_FAULTS_OF_A_FILE: dict[str, Any] = {
    Fault.FOREIGN: _("This file was not saved here. Choose the one you saved on this site."),
    Fault.DAMAGED: _("The file has been changed or is incomplete. Save it again, or use the link."),
    Fault.TOO_LONG: _("The file is too long to have been saved here. Choose the one you saved on this site."),
}
