"""The letters as downloads."""

from collections.abc import Callable
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from eligibility.pages.day import day_of
from fleksjob_site.letter.content import letter_pdf
from fleksjob_site.letter.full_time_wage import full_time_wage_pdf
from fleksjob_site.letter.payout import payout_letter_pdf
from fleksjob_site.letter.payout_sheet import payout_sheet_pdf
from fleksjob_site.letter.pdf import Busy
from fleksjob_site.letter.ready_text import ready_text_pdf
from fleksjob_site.serving.errors import busy
from fleksjob_site.serving.parts import Entry
from fleksjob_site.serving.security import sessionless
from fleksjob_site.serving.views import personal_file, personal_form
from fleksjob_site.take_along.link_views import share_link
from fleksjob_site.take_along.qr import qr_picture
from fleksjob_site.texts.languages import LANGUAGES, LAW_LANGUAGE, OTHER_LANGUAGES
from fleksjob_site.texts.ready import READY_TEXTS
from fleksjob_site.visitor import visitor_data
from salary.law.payout.check import check
from salary.law.payout.month import last_paid_for
from salary.pages.payout_kept import kept_months
from salary.pages.stated_form import kept_stated_wage

VARIANTS = {language.code: (language.code,) for language in LANGUAGES} | {
    language.two_language_variant: (LAW_LANGUAGE.code, language.code) for language in OTHER_LANGUAGES
}
"""The languages of each variant of a letter, by the name of its file."""
TO_THE_MUNICIPALITY = tuple(variant for variant, languages in VARIANTS.items() if languages[0] == LAW_LANGUAGE.code)
"""The variants of a letter that is sent: the municipality reads Danish."""


@personal_file
def letter(request: HttpRequest, variant: str) -> HttpResponse:
    """The letter in one language or in two side by side, generated on request and not stored."""
    if variant not in VARIANTS:
        raise Http404
    carried, on, today = visitor_data(request), day_of(request), localdate()
    if not (carried.assessment(on) or carried.income_cases(today)):
        return redirect("take-along")
    name = gettext("for-the-meeting") + f"-{variant}.pdf"
    code = qr_picture(share_link(request, replace(carried, payouts=(), employer={}), on))
    return _download(request, lambda: letter_pdf(carried, on, today, VARIANTS[variant], code), name)


@personal_form
def payout_letter(request: HttpRequest, variant: str) -> HttpResponse:
    """The letter about the months of a check; its options are posted, so that they don't appear in a URL."""
    if variant not in TO_THE_MUNICIPALITY:
        raise Http404
    today = localdate()
    months = tuple(paid for _typed, paid in kept_months(request.session, last_paid_for(today)))
    if request.method != "POST" or not months:
        return redirect("payout")
    recalculate, name = "recalculate" in request.POST, gettext("about-my-subsidy") + f"-{variant}.pdf"
    return _download(
        request,
        lambda: payout_letter_pdf(check(months, today), today, VARIANTS[variant], recalculate=recalculate),
        name,
    )


@personal_file
def payout_sheet(request: HttpRequest) -> HttpResponse:
    """The sheet that the sender of that letter keeps, in the language of the page."""
    name = gettext("for-yourself") + ".pdf"
    return _download(request, lambda: payout_sheet_pdf(localdate(), get_language()), name)


@personal_file
def full_time_wage(request: HttpRequest, variant: str) -> HttpResponse:
    """The page with the full-time wage for the employer to sign."""
    if variant not in TO_THE_MUNICIPALITY:
        raise Http404
    stated = kept_stated_wage(request.session.get(Entry.STATED_WAGE, {}))
    if stated is None:
        return redirect("employer-full-time-wage")
    name = gettext("full-time-wage") + f"-{variant}.pdf"
    return _download(request, lambda: full_time_wage_pdf(stated, localdate(), VARIANTS[variant]), name)


@sessionless
@require_safe
def ready_text(request: HttpRequest, key: str, variant: str) -> HttpResponse:
    """A text to send, the same for everybody."""
    text = next((text for text in READY_TEXTS if text.key == key), None)
    if text is None or variant not in TO_THE_MUNICIPALITY:
        raise Http404
    return _download(request, lambda: ready_text_pdf(text, localdate(), VARIANTS[variant]), f"{key}-{variant}.pdf")


def _download(request: HttpRequest, make: Callable[[], bytes], name: str) -> HttpResponse:
    try:
        pdf = make()
    except Busy:
        return busy(request)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)
