"""The check of payouts: months are entered one at a time, and each is compared with what the rules give."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.serving.after_form import Show, show, shows
from fleksjob_site.serving.parts import Entry
from fleksjob_site.serving.views import SWITCH, personal_form, render_personal
from fleksjob_site.texts.sources import RULES_CHECKED
from salary.law.payout.check import check
from salary.law.payout.judging import CANNOT_JUDGE, TOO_MUCH
from salary.law.payout.month import MAX_MONTHS, last_paid_for
from salary.pages.pay_form import JUST_OPENED, sent_by_button
from salary.pages.payout_forms import BLANK, PayoutForm
from salary.pages.payout_kept import (
    CONFIRM_FIELDS,
    Kept,
    Typed,
    copied,
    free_month,
    kept_months,
    pack,
    read_month,
    with_answer,
    without,
)

_MAX_VALUE_LENGTH = 80


@personal_form
def payout(request: HttpRequest) -> HttpResponse:
    """The form for the open month (also for live updates), or the result for all months if none is open."""
    kept = _kept(request)
    form: PayoutForm | None
    if request.method == "POST":
        form = _form(request.POST, kept, require_all=sent_by_button(request.POST))
        newer = form.fields_of_newer_release(request.session.get(Entry.OPEN_PAYOUT, {}))
        request.session[Entry.OPEN_PAYOUT] = {**newer, **form.typed()}
        request.session.pop(Entry.REMOVED_PAYOUT, None)
        if SWITCH in request.POST:
            return redirect("payout")
        if form.require_all:
            return _keep(request, form) if form.paid_month() else show(request, Show.ERRORS)
    else:
        typed = request.session.get(Entry.OPEN_PAYOUT, None if kept else {})
        # A month that a button has just opened has not been sent, so what it lacks is no error.
        wrong = shows(request, Show.ERRORS) and bool(typed) and JUST_OPENED not in typed
        form = None if typed is None else _form({**BLANK, **typed}, kept, require_all=wrong)
    context = _context(form, kept)
    removed = request.session.get(Entry.REMOVED_PAYOUT) if shows(request, Show.REMOVED) else None
    if removed and (month := read_month(removed, last_paid_for(localdate()))):
        context |= {"removed": [("value", text) for text in removed], "removed_month": month[1].month}
    return render_personal(request, "salary/payout.html", context)


@personal_form
def payout_month(request: HttpRequest) -> HttpResponse:
    """Edit, copy, add, close or remove a month, or answer a question about it."""
    kept = _kept(request)
    months = {str(paid.month): (typed, paid.month) for typed, paid in kept}
    if request.method != "POST":
        return redirect("payout")
    if "add" in request.POST or "close" in request.POST:
        return _open(request, {} if "add" in request.POST else None)
    if request.POST.get("confirm") in months:
        return _confirm(request, months[request.POST["confirm"]][1], kept)
    for name in ("edit", "copy", "remove"):
        if request.POST.get(name) in months:
            typed, month = months[request.POST[name]]
            if name == "remove":
                return _remove(request, str(month))
            to = _free_after(month, kept)
            if name == "edit":
                return _open(request, {**typed, "replaces": str(month)})
            return _open(request, copied(typed, to) if to else None)
    return _open(request, None)


def _remove(request: HttpRequest, month: str) -> HttpResponse:
    """Take a month away, and offer to put it back."""
    rows, removed = without(request.session[Entry.PAYOUTS], {month}, last_paid_for(localdate()))
    request.session[Entry.PAYOUTS], request.session[Entry.REMOVED_PAYOUT] = rows, removed[-1]
    request.session.pop(Entry.OPEN_PAYOUT, None)
    return show(request, Show.REMOVED, reverse("payout"))


@personal_form
def put_month_back(request: HttpRequest) -> HttpResponse:
    """Keep a month again that was taken away, unless the same month is there by now."""
    if request.method == "POST":
        kept = _kept(request)
        row = [text[:_MAX_VALUE_LENGTH] for text in request.POST.getlist("value")]
        month = read_month(row, last_paid_for(localdate()))
        if month and len(kept) < MAX_MONTHS and month[1].month not in [paid.month for _, paid in kept]:
            request.session[Entry.PAYOUTS] = [*request.session.get(Entry.PAYOUTS, []), row]
    return _open(request, None)


def _confirm(request: HttpRequest, month: Month, kept: Kept) -> HttpResponse:
    """Store that what was asked about in a month is right."""
    checked = check(tuple(paid for _, paid in kept), localdate())
    question = next(found.question for found in checked.months if found.paid.month == month)
    if question:
        last_month = last_paid_for(localdate())
        request.session[Entry.PAYOUTS] = [
            with_answer(row, month, CONFIRM_FIELDS[question.key], last_month) for row in request.session[Entry.PAYOUTS]
        ]
    return _open(request, None)


def _open(request: HttpRequest, typed: Typed | None) -> HttpResponse:
    """Reload the page with this month open; None shows the result."""
    request.session.pop(Entry.REMOVED_PAYOUT, None)
    if typed is None:
        request.session.pop(Entry.OPEN_PAYOUT, None)
    else:
        request.session[Entry.OPEN_PAYOUT] = {**typed, JUST_OPENED: "1"} if typed else {}
    return redirect(reverse("payout") + ("#answer" if typed is None else "#month"))


def _keep(request: HttpRequest, form: PayoutForm) -> HttpResponse:
    """Store the month, replacing the one it edits, and continue."""
    typed, month = request.session[Entry.OPEN_PAYOUT], form.cleaned_data["month"]
    replaced = {typed.get("replaces", ""), str(month)}
    others, before = without(request.session.get(Entry.PAYOUTS, []), replaced, last_paid_for(localdate()))
    request.session[Entry.PAYOUTS] = [*others, pack(typed, before[-1] if before else None)]
    to = _free_after(month, _kept(request)) if "next" in request.POST else None
    return _open(request, copied(typed, to) if to else None)


def _kept(request: HttpRequest) -> Kept:
    return kept_months(request.session, last_paid_for(localdate()))


def _free_after(month: Month, kept: Kept) -> Month | None:
    return free_month(month, {paid.month for _, paid in kept}, last_paid_for(localdate()))


def _copied_to(form: PayoutForm, others: list[Month]) -> Month | None:
    """The month that the one being typed would be copied to once it is saved; None while it has no month itself."""
    month = form.cleaned_data.get("month") if form.is_valid() or not form.errors.get("month") else None
    return free_month(month, {*others, month}, last_paid_for(localdate())) if month else None


def _form(data: Any, kept: Kept, *, require_all: bool) -> PayoutForm:
    last_month = last_paid_for(localdate())
    # A form sent twice, as by a double click, is the month that is kept already, and not another one.
    sent = PayoutForm(data, require_all=False, last_month=last_month).typed() | {"replaces": ""}
    others = [paid.month for typed, paid in kept if typed | {"replaces": ""} != sent]
    return PayoutForm(data, require_all=require_all, last_month=last_month, kept=others)


def _context(form: PayoutForm | None, kept: Kept) -> dict[str, Any]:
    months, now = [paid for _, paid in kept], form.paid_month() if form else None
    if form and now:
        months = [other for other in months if str(other.month) not in (form["replaces"].value(), str(now.month))]
    checked = check((*months, *([now] if now else [])), localdate())
    replaced = form["replaces"].value() if form else None
    return {
        "form": form,
        "now": next((month for month in checked.months if month.paid is now), None),
        "number": len(kept) + 1,
        "kept": kept,
        "check": checked,
        "copies": [_free_after(paid.month, kept) for _, paid in kept],
        "copied_to": _copied_to(form, [paid.month for _, paid in kept if str(paid.month) != replaced])
        if form
        else None,
        "is_full": len(kept) >= MAX_MONTHS,
        "cannot_judge": CANNOT_JUDGE,
        "too_much": TOO_MUCH,
        "rules_checked": RULES_CHECKED,
    }
