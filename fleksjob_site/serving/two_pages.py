"""The same form open on two pages, such as in two tabs: the last submission wins, and the visitor gets a notice.

A form with many fields is stored as a whole, so an older page overwrites what another page has changed since. Each
page has a random name and a digest of what was stored when it was opened, in hidden fields of its form.
"""

import hashlib
import json
import re
import secrets
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from fleksjob_site.serving.parts import Entry

_NAME = re.compile(r"[0-9a-f]{8}")


def page_fields(request: HttpRequest, entry: Entry) -> dict[str, str]:
    """The hidden fields of the form for an entry; the response to a form keeps the name of the page that sent it."""
    sent = request.POST.get("page", "")
    name = sent if _NAME.fullmatch(sent) else secrets.token_hex(4)
    return {"page": name, "seen": _digest(request.session.get(entry, {}))}


def store_form(request: HttpRequest, entry: Entry, new: dict[str, str]) -> None:
    """Store a form, and remember whether that overwrote changes by another page."""
    session, page = request.session, request.POST.get("page", "")
    stored, pages = session.get(entry, {}), session.get(Entry.PAGES, {})
    session[entry] = new
    if not _NAME.fullmatch(page):
        return
    writer = f"{entry} {page}"
    overwrites_another_page = pages.get(entry, page) != page and _digest(stored) != request.POST.get("seen")
    if overwrites_another_page and stored != new:
        session[Entry.CHANGED] = writer
    elif session.get(Entry.CHANGED) != writer:
        session.pop(Entry.CHANGED, None)
    session[Entry.PAGES] = {**pages, entry: page}


def was_changed(request: HttpRequest, entry: Entry) -> bool:
    """Whether the last submission of the form overwrote changes by another page."""
    return str(request.session.get(Entry.CHANGED, "")).startswith(f"{entry} ")


def _digest(stored: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(stored, sort_keys=True).encode()).hexdigest()[:8]
