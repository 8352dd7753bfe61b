"""The letter as a download."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from eligibility.views import day_of
from fleksjob_site.letter.content import letter_pdf
from fleksjob_site.told import told

FORMS = {"da": ("da",), "en": ("en",), "da-en": ("da", "en")}
"""The languages of the letter, by the name of its file."""


@never_cache
@require_safe
def letter(request: HttpRequest, form: str) -> HttpResponse:
    """The letter in one language or in two side by side, made now and kept nowhere."""
    if form not in FORMS:
        raise Http404
    carried, on, today = told(request), day_of(request), localdate()
    if not (carried.assessment(on) or carried.income_cases(today)):
        return redirect("take-along")
    name = _("for-the-meeting") + f"-{form}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(letter_pdf(carried, on, today, FORMS[form]), content_type="application/pdf", headers=headers)
