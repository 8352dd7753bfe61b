"""The search page. What is typed comes by POST, so that it stands in no address, and is forgotten with the answer."""

from threading import Lock
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.search.entries import Kind, entries
from fleksjob_site.search.index import Index
from fleksjob_site.search.snippets import snippet
from fleksjob_site.serving.security import never_stored, sessionless
from fleksjob_site.serving.views import SWITCH
from fleksjob_site.texts.writing import page_language

MAX_LENGTH = 200
"""Characters of a question; the rest is left out, and the page says so."""

EXAMPLES = (
    _("How long can I be ill?"),
    _("What happens if I am dismissed?"),
    _("Can I go on holiday?"),
    _("What if I move to another municipality?"),
    _("pension"),
)


class SearchForm(forms.Form):
    """The one field. Django takes off the spaces around it."""

    q = forms.CharField(
        label=_("What are you looking for?"), error_messages={"required": _("Enter a word or a question.")}
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        typed = data.get("q", "") if data is not None else ""
        self.was_cut = len(typed) > MAX_LENGTH
        # Control characters are no words; as spaces they do no harm.
        self.typed = "".join(letter if letter.isprintable() else " " for letter in typed[:MAX_LENGTH]).strip()
        super().__init__({"q": self.typed} if data is not None else None)


@sessionless
@never_stored
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """The empty field, or what was found; nothing is changed, so no form token is needed, and no session is read."""
    posted = request.method == "POST"
    # A language button sends the field along, also an empty one.
    form = SearchForm(request.POST if posted and (SWITCH not in request.POST or request.POST.get("q")) else None)
    context: dict[str, Any] = {"form": form, "examples": EXAMPLES, "max_length": MAX_LENGTH, "Kind": Kind}
    if form.is_valid():
        index = current_index()
        context["hits"] = [(hit.entry, snippet(hit, index)) for hit in index.search(form.cleaned_data["q"])]
    return render(request, "search/search.html", context)


_indexes: dict[str, tuple[Month, Index]] = {}
_building = Lock()


def current_index() -> Index:
    """The index of the active language, made once in each process, at the warm-up, and again in each new month.

    Rates and announced changes of the law begin on the first of a month, so the texts of a month are the same on all
    its days. The first to search in a new month waits for about a second.
    """
    language, month = page_language(), Month.of(localdate())
    with _building:
        made_in, index = _indexes.get(language.code, (None, None))
        if index is None or made_in != month:
            index = Index(language, entries())
            _indexes[language.code] = month, index
        return index
