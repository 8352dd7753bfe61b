"""Where a form leads: always to a redirect, so that Back and reload never send it again.

A form with an error leads back to its page, with a parameter that says to show the errors. It says nothing about the
visitor: what was typed is in the session, and the page checks that again. Once it is mended, the same URL shows the
plain page. Files, live updates, a link too long to wait in the session, and the page that asks to send once more are
the only other responses to a form.
"""

from enum import StrEnum
from urllib.parse import urlencode

from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect

from fleksjob_site.serving.parts import Entry
from fleksjob_site.texts.jinja import CHANGE

PARAMETER = "show"
MAX_TEXT = 300
"""Characters kept of a field that was typed wrong: enough for every choice of a question."""
_MAX_FIELDS = 8


class Show(StrEnum):
    """What a page shows after a form, besides what it always shows."""

    ERRORS = "errors"
    TYPED = "typed"
    """What was typed but not sent, when the language was switched."""
    CHANGED = "changed"
    """That nothing was stored, because another tab has changed what the form was about."""
    REMOVED = "removed"
    """What was just removed, to be put back."""
    LINK = "link"
    """What is in the link that waits to be used."""


def shows(request: HttpRequest, what: Show) -> bool:
    """Whether a page is asked to show this."""
    return request.GET.get(PARAMETER) == what


def address(request: HttpRequest, show: Show | None = None, path: str = "") -> str:
    """The URL of the requested page or of another one, with what it is to show."""
    kept = {CHANGE: request.GET[CHANGE]} if CHANGE in request.GET else {}
    query = urlencode(kept | ({PARAMETER: show.value} if show else {}))
    return (path or request.path) + (f"?{query}" if query else "")


def show(request: HttpRequest, what: Show, path: str = "") -> HttpResponse:
    """Lead to a page, this one or another, that shows something."""
    return redirect(address(request, what, path))


def keep_typed(request: HttpRequest, about: str, form: Form) -> None:
    """Keep what a form holds until its next valid submission. `about` identifies the form."""
    sent = [name for name in form.data if name.split("-")[0] in form.fields][:_MAX_FIELDS]
    # A line break separates the choices of a group; no field of one line can contain any.
    typed = {name: "\n".join(request.POST.getlist(name))[:MAX_TEXT] for name in sent}
    request.session[Entry.TYPED] = {"about": about, **typed}


def typed_before(request: HttpRequest, about: str) -> QueryDict | None:
    """What was typed into that form, if its page is asked to show it and it is still there."""
    typed = request.session.get(Entry.TYPED, {})
    if typed.get("about") != about or not (shows(request, Show.ERRORS) or shows(request, Show.TYPED)):
        return None
    data = QueryDict(mutable=True)
    for name, text in typed.items():
        data.setlist(name, text.split("\n"))
    return data


def without_errors_unless_asked(request: HttpRequest, form: Form) -> None:
    """Clear the errors of a form that is only shown."""
    if not shows(request, Show.ERRORS):
        form.errors.clear()


def forget_typed(request: HttpRequest) -> None:
    """Forget what was typed, once something valid has been sent."""
    request.session.pop(Entry.TYPED, None)
