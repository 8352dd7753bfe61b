"""Sessions: a visitor's answers are stored in encrypted cookies in their own browser, and nowhere else.

The server holds no list of sessions, and responses can arrive in any order, so:

* A page (GET) sets a cookie only if there is none with the form token, or if a seal is more than three hours old. In
  that case all parts are resealed unchanged. A download reseals nothing. So a late response can't undo what was stored.
* A form (POST) sets only the cookies of the parts that it changed.
* Each session has a random id, derived from its form token. Deleting puts the id into a cookie, and from then on all
  cookies with that id are ignored, however late they arrive.

A copied cookie is valid as long as its original: until 24 hours after it was sealed, and for 24 hours more whenever it
is resealed. It gives access to the answers in it and to nothing else. A cookie that was sealed more than a minute ahead
of a node's clock is rejected, so the clocks of all nodes must be right.

Each part holds up to 2.9 kB of compressed JSON.
"""

import base64
import hashlib
import re
import time
from collections.abc import Callable, Iterator, Mapping
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CSRF_SECRET_LENGTH, CSRF_SESSION_KEY, _unmask_cipher_token  # type: ignore[attr-defined]
from django.utils.cache import patch_vary_headers
from django.utils.crypto import get_random_string

from fleksjob_site.serving.parts import FULL, LOST, Entry, Part, entries_of, join, part_of, split
from fleksjob_site.serving.seal import Unreadable, Unsealed, seal, unseal

RESEAL_SECONDS = 3 * 60 * 60
"""Pages reseal older cookies, so that after any page they are valid for at least 21 more hours."""
DELETED_SECONDS = 24 * 60 * 60 + 60
"""How long a deletion is remembered: as long as a cookie sealed before it is valid."""
_DELETED = "deleted"
_MAX_DELETED = 4
_TOKEN = re.compile(rf"[A-Za-z0-9]{{{CSRF_SECRET_LENGTH}}}")
_MASKED = re.compile(rf"[A-Za-z0-9]{{{2 * CSRF_SECRET_LENGTH}}}")
_ID = re.compile(r"[A-Za-z0-9_-]{12}")


class Session(SessionBase):
    """Django's session interface over the cookies of one request."""

    def __init__(self, cookies: Mapping[str, str]) -> None:
        # Django requires a key: without one it loads nothing.
        super().__init__("the cookies")
        self._cookies = cookies
        self._opened: dict[Part, Unsealed] = {}
        self._unknown_values: dict[str, Any] = {}
        """By entry, the values in it whose type this release does not know."""
        self._unreadable_entries: dict[str, Any] = {}
        """Entries of which this release can read nothing."""
        self._flushed = False
        self.lost = False
        """Whether earlier data can no longer be decrypted, and no other part is left."""
        found = cookies.get(deleted_cookie(), "").split(".")
        self.deleted = [id_ for id_ in found if _ID.fullmatch(id_)][:_MAX_DELETED]
        """The ids of the most recently deleted sessions."""

    def load(self) -> dict[str, Any]:
        unreadable = False
        for part in Part:
            try:
                opened = unseal(self._cookies[part.cookie]) if self._cookies.get(part.cookie) else None
            except Unreadable:
                unreadable |= part is Part.TOKEN
                continue
            if opened and _id_in(part, opened) not in self.deleted:
                self._opened[part] = opened
        self.lost = unreadable and not self._opened
        token = self._opened[Part.TOKEN].head if Part.TOKEN in self._opened else ""
        data: dict[str, Any] = {CSRF_SESSION_KEY: token} if _TOKEN.fullmatch(token) else {}
        for name, raw in self._raw_entries():
            known, unknown = split(name, raw)
            if known is None:
                self._unreadable_entries[name] = raw
            else:
                data[name], self._unknown_values[name] = known, unknown
        return data

    def _raw_entries(self) -> Iterator[tuple[str, Any]]:
        """The entries that this release knows. Release 0.1 kept all in one cookie; an entry in its own part wins."""
        for part, opened in self._opened.items():
            for name, raw in opened.content.items():
                home = part_of(name)
                if home and (home is part or name not in self._content(home)):
                    yield name, raw

    def _content(self, part: Part) -> dict[str, Any]:
        return self._opened[part].content if part in self._opened else {}

    @property
    def full(self) -> bool:
        """Whether the last input did not fit into its part."""
        return self.accessed and any(opened.content.get(FULL) for opened in self._opened.values())

    def fits(self, name: Entry, value: Any) -> bool:
        """Whether an entry with this value fits into its part."""
        # Loads the cookies, so that what else is in the part counts.
        self.keys()
        part = part_of(name)
        return part is not None and seal("", {**self._after(part), name.value: value}) is not None

    def was_deleted(self, form_token: str) -> bool:
        """Whether this (masked) token of a form belongs to a session that has since been deleted."""
        return bool(_MASKED.fullmatch(form_token)) and session_id(_unmask_cipher_token(form_token)) in self.deleted

    def flush(self) -> None:
        """Delete the whole session for good."""
        # Loads the cookies, since the ids are in them.
        self.keys()
        ids = [_id_in(part, opened) for part, opened in self._opened.items()]
        self.deleted = list(dict.fromkeys(id_ for id_ in (*ids, *self.deleted) if id_))[:_MAX_DELETED]
        self._opened, self._unknown_values, self._unreadable_entries, self._flushed = {}, {}, {}, True
        self.clear()

    def cookies_after_page(self) -> dict[str, str | None]:
        """The cookies that a page sets: a form token if there is none, and all parts resealed if a seal is old."""
        to_set = self._resealed()
        if self._has_new_token():
            to_set[Part.TOKEN.cookie] = seal(self._token(), self._content(Part.TOKEN), spare=0)
        return to_set

    def cookies_after_form(self, *, reseal: bool = True) -> dict[str, str | None]:
        """The cookies that a form sets: the parts that it changed. None deletes a cookie."""
        if self._flushed:
            to_delete = dict.fromkeys(name for name in self._cookies if _is_part(name))
            return {**to_delete, deleted_cookie(): ".".join(self.deleted) or None}
        to_set = self._resealed() if reseal else {}
        changed = [part for part in Part if self._after(part) != self._before(part)] if self.modified else []
        if changed:
            self[CSRF_SESSION_KEY] = self._token() or get_random_string(CSRF_SECRET_LENGTH)
        if self._has_new_token():
            changed = list(dict.fromkeys([Part.TOKEN, *changed]))
        for part in changed:
            after, is_token = self._after(part), part is Part.TOKEN
            if not after and not is_token:
                to_set[part.cookie] = None
                continue
            head = self._token() if is_token else session_id(self._token())
            # If the content is too large, the old content stays, and the next page says so.
            sealed = seal(head, after) or seal(head, {**self._content(part), FULL: True}, spare=0)
            # If even that does not fit, a release with a higher limit sealed the cookie: leave it as it is.
            if sealed:
                to_set[part.cookie] = sealed
        return to_set

    def _resealed(self) -> dict[str, str | None]:
        if all(time.time() - opened.sealed_at < RESEAL_SECONDS for opened in self._opened.values()):
            return {}
        sealed = {part: seal(opened.head, opened.content, spare=0) for part, opened in self._opened.items()}
        return {part.cookie: value for part, value in sealed.items() if value}

    def _before(self, part: Part) -> dict[str, Any]:
        return {name: raw for name, raw in self._content(part).items() if name not in {FULL, LOST}}

    def _after(self, part: Part) -> dict[str, Any]:
        """The new content of a part: its own entries, and those in its cookie that this release does not know."""
        content = {name: raw for name, raw in self._before(part).items() if part_of(name) is None}
        for name in entries_of(part):
            if name in self:
                content[name.value] = join(name, self[name], self._unknown_values.get(name))
            elif name in self._unreadable_entries:
                content[name.value] = self._unreadable_entries[name]
        return content

    def _has_new_token(self) -> bool:
        return bool(self._token()) and self._token() != self._head(Part.TOKEN)

    def _token(self) -> str:
        return str(self.get(CSRF_SESSION_KEY, ""))

    def _head(self, part: Part) -> str:
        return self._opened[part].head if part in self._opened else ""


def sessions(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give each request its session, and set the cookies on each response."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.session = session = Session(request.COOKIES)
        response = get_response(request)
        if session.accessed:
            patch_vary_headers(response, ["Cookie"])
        is_file = "Content-Disposition" in response.headers
        if session.accessed and response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
            if request.method not in {"GET", "HEAD"}:
                _set(response, session.cookies_after_form(reseal=not is_file))
            elif not is_file:
                _set(response, session.cookies_after_page())
        return response

    return middleware


def _set(response: HttpResponse, cookies: dict[str, str | None]) -> None:
    for name, value in cookies.items():
        # A cookie must be deleted with the same attributes, or browsers reject the __Host- prefix.
        age = 0 if value is None else DELETED_SECONDS if name == deleted_cookie() else None
        secure = settings.SESSION_COOKIE_SECURE
        response.set_cookie(name, value or "", max_age=age, secure=secure, httponly=True, samesite="Lax")


def session_id(token: str) -> str:
    """The id of the session with this form token; the token can't be derived from the id."""
    return base64.urlsafe_b64encode(hashlib.sha256(token.encode()).digest()[:9]).decode()


def deleted_cookie() -> str:
    """The name of the cookie that remembers which sessions were deleted."""
    return f"{settings.SESSION_COOKIE_NAME}-{_DELETED}"


def _id_in(part: Part, opened: Unsealed) -> str:
    if part is not Part.TOKEN:
        return opened.head
    return session_id(opened.head) if opened.head else ""


def _is_part(name: str) -> bool:
    """True also for parts that only a newer release knows."""
    return name == Part.TOKEN.cookie or (name.startswith(f"{Part.TOKEN.cookie}-") and name != deleted_cookie())
