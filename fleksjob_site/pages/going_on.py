"""The page to continue where you left off: what a visitor has started, and where each of it continues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from eligibility.pages.day import day_of
from fleksjob_site.serving.parts import Entry
from fleksjob_site.serving.security import from_another_site
from fleksjob_site.serving.views import personal_page, render_personal
from fleksjob_site.texts.writing import fill, say
from fleksjob_site.visitor import visitor_data


@dataclass(frozen=True, slots=True)
class Begun:
    """Something that a visitor has started: its page, its title and its progress."""

    address: str
    title: str
    state: str


@personal_page
def go_on(request: HttpRequest) -> HttpResponse:
    """Redirect to the only thing started, or let the visitor choose among several."""
    if from_another_site(request):
        # Another site could see where it leads, and so whether something is begun.
        return redirect("home")
    begun = tuple(_begun(request))
    if len(begun) == 1:
        return redirect(begun[0].address)
    return render_personal(request, "pages/go_on.html", {"begun": begun})


def _begun(request: HttpRequest) -> Iterator[Begun]:
    visitor, on = visitor_data(request), day_of(request)
    step, assessment = visitor.walk(on), visitor.assessment(on)
    if assessment:
        yield Begun(reverse("eligibility:outcome"), _("Your outcome"), say(assessment.heading))
    elif step.answers:
        answered = len(step.answers)
        state = ngettext("{count} question answered", "{count} questions answered", answered).format(count=answered)
        address = reverse("eligibility:question", kwargs={"question": step.next})
        yield Begun(address, _("Can I get a flexi-job?"), state)
    if visitor.income or visitor.cases:
        total = visitor.total(localdate())
        state = fill(_("{total} a month before tax"), total=total.amount) if total else _("Not filled in yet")
        yield Begun(reverse("income"), _("What would I live on?"), state)
    if request.session.get(Entry.YEAR):
        yield Begun(reverse("year"), _("Your year, month by month"), _("You have begun"))
    if months := len(request.session.get(Entry.PAYOUTS, [])) or bool(request.session.get(Entry.OPEN_PAYOUT)):
        state = ngettext("{count} month entered", "{count} months entered", months).format(count=int(months))
        yield Begun(reverse("payout"), _("Check my payout"), state)
    if request.session.get(Entry.EMPLOYER):
        yield Begun(reverse("employer-income"), _("What does a flexi-job cost the employer?"), _("You have begun"))
    if request.session.get(Entry.EMPLOYER_START):
        yield Begun(reverse("employer-steps"), _("From the first talk to the first years"), _("You have begun"))
    if request.session.get(Entry.STATED_WAGE):
        yield Begun(reverse("employer-full-time-wage"), _("The full-time wage you must state"), _("You have begun"))
    if request.session.get(Entry.OWN_BUSINESS):
        yield Begun(reverse("own-business"), _("The subsidy for your own business"), _("You have begun"))
    if request.session.get(Entry.ALLOWANCE):
        yield Begun(reverse("allowance"), _("Unemployment allowance and what you earn"), _("You have begun"))
    if request.session.get(Entry.FULL_TIME_WAGE):
        yield Begun(reverse("wage-ceiling"), _("The wage ceiling (lønloft)"), _("You have begun"))
