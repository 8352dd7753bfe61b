"""The calculators as other websites show them in a frame: the same forms and rules, no session and no cookie.

Everything a visitor has entered is in the fields of the form, which the page posts to itself. So it works in browsers
that block cookies in frames, and nothing is left behind.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from fleksjob_site.embed.script import SCRIPT
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.serving.security import embeddable, never_stored, sessionless
from fleksjob_site.take_along.link import parsable, write
from fleksjob_site.texts.sources import RULES_CHECKED
from fleksjob_site.visitor import VisitorData
from salary.law.payout.check import check
from salary.law.payout.judging import CANNOT_JUDGE
from salary.law.payout.month import last_paid_for
from salary.pages.forms import IncomeForm
from salary.pages.income_context import income_context
from salary.pages.pay_form import sent_by_button
from salary.pages.payout_forms import BLANK, PayoutForm
from salary.pages.payout_kept import CONFIRM_FIELDS, pack
from salary.pages.start import with_initial_values

View = Callable[[HttpRequest], HttpResponse]


def in_a_frame(view: View) -> View:
    """A calculator for other websites: never stored, never indexed, and without a form token, as nothing is changed."""

    @embeddable
    @never_stored
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def framed(request: HttpRequest) -> HttpResponse:
        response = view(request)
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return framed


@in_a_frame
def income(request: HttpRequest) -> HttpResponse:
    """The form of the income page and what it gives."""
    today, sent = Month.of(localdate()), request.method == "POST"
    data = request.POST if sent else with_initial_values({}, today)
    form = IncomeForm(data, require_all=sent and sent_by_button(data))
    hidden = {field.html_name: field.value() for field in form.hidden_fields() if field.value()}
    context = {
        **income_context(form, today),
        "page_fields": hidden,
        "keeping": "",
        "is_framed": True,
        "has_side_business": False,
        **_whole_page("income", VisitorData(income=form.typed()) if sent else VisitorData()),
    }
    return render(request, "embed/income.html", context)


@in_a_frame
def payout(request: HttpRequest) -> HttpResponse:
    """The form of the payout check for one month, and the answer to it."""
    today, sent = localdate(), request.method == "POST"
    data: Any = request.POST if sent else BLANK
    form = PayoutForm(data, require_all=sent and sent_by_button(data), last_month=last_paid_for(today))
    paid, typed = form.paid_month(), form.typed()
    now = check((paid,), today).months[0] if paid else None
    context = {
        "form": form,
        "now": now,
        "typed": typed,
        "confirm_field": CONFIRM_FIELDS[now.question.key] if now and now.question else None,
        "cannot_judge": CANNOT_JUDGE,
        "rules_checked": RULES_CHECKED,
        **_whole_page("payout", VisitorData(payouts=(tuple(pack(typed)),)) if paid else VisitorData()),
    }
    return render(request, "embed/payout.html", context)


def _whole_page(name: str, entered: VisitorData) -> dict[str, Any]:
    """The address of the page itself, with what has been entered in its fragment, which browsers do not send."""
    carried = parsable(entered, localdate()) if entered else entered
    address = f"{reverse('open-link')}#{write(carried)}" if carried else reverse(name)
    return {"whole_page": address, "is_carried": bool(carried)}


@sessionless
@require_safe
def script(request: HttpRequest) -> HttpResponse:
    """The script that other websites load; each version stays as it is, at an address of its own."""
    headers = {
        "Cache-Control": "public, max-age=31536000, immutable",
        # Other websites check its integrity, for which they must be allowed to read it.
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    return HttpResponse(SCRIPT, content_type="text/javascript; charset=utf-8", headers=headers)
