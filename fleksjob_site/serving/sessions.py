"""The sealed session: a visitor's answers live in one encrypted cookie in their own browser, and nowhere else.

The server holds no list of sessions. What that means: a copied cookie opens as long as its original would, until
24 hours after it was sealed, and for 24 hours more whenever it is used. It gives whoever sends it the answers in it and
nothing else. "Delete my answers" deletes them in the browser and can't call back a copy. A cookie that was sealed more
than a minute ahead of a node's clock is refused, so the clocks of all nodes must be kept right.

Room: 2.9 kB of zipped JSON. A walk, an income, three cases and the employer's view take 1.0 kB (2.7 kB of JSON); with
twelve months of payouts besides, every field filled in, 2.2 kB (5.3 kB of JSON).
"""

import base64
import json
import re
import zlib
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.middleware.csrf import CSRF_SECRET_LENGTH, CSRF_SESSION_KEY
from pydantic import AfterValidator, TypeAdapter


class Entry(StrEnum):
    """What a session can hold. The names are in visitors' cookies and never change, whatever the code calls them."""

    WALK = "eligibility"
    DAY = "as-on"
    INCOME = "income"
    CASES = "income-cases"
    EMPLOYER = "employer"
    PAYOUTS = "payouts"
    OPEN_PAYOUT = "payout-open"
    """The month that is being typed; there only while one is open."""
    LOST = "lost"
    """Set in a session that begins because an earlier one was lost, until a page has said so."""
    FULL = "full"
    """Set in a session that had no room for what was sent last, until a page has said so."""


MOST_IN_COOKIE = 4096
"""Bytes of name, value and attributes. Browsers drop a larger cookie without a word."""
MOST_BYTES = 16 * 1024
"""Bytes of JSON: far more than a journey tells, and little enough to unpack for anyone."""
_STEP = 128
# 23 steps come out of the seal as 4004 characters; name and attributes take 56.
_MOST_PACKED = 23 * _STEP - 1
# Room for the mark that there is no room.
_SPARE = 32
_TOKEN = re.compile(rf"[A-Za-z0-9]{{{CSRF_SECRET_LENGTH}}}")

_Texts = dict[str, str]
_Day = Annotated[str, AfterValidator(lambda day: date.fromisoformat(day).isoformat())]

_SHAPES: dict[str, TypeAdapter[Any]] = {
    name: TypeAdapter(shape)
    for name, shape in {
        Entry.WALK: _Texts,
        Entry.DAY: _Day,
        Entry.INCOME: _Texts,
        Entry.CASES: list[_Texts],
        Entry.EMPLOYER: _Texts,
        Entry.PAYOUTS: list[list[str]],
        Entry.OPEN_PAYOUT: _Texts,
        Entry.LOST: bool,
        Entry.FULL: bool,
    }.items()
}
"""What each entry must be. Others are kept as they are: an older node sees those of a release being rolled out."""
_CONTENT = TypeAdapter(dict[str, Any])


class SessionStore(SessionBase):
    """Django's session interface over the cookie itself: what Django calls the session key is the sealed content."""

    def __init__(self, session_key: str | None = None) -> None:
        super().__init__(session_key)
        self._opened: dict[str, Any] = {}
        """What the browser sent, for when there is no room for more."""

    def _validate_session_key(self, key: str | None) -> bool:
        # Django takes a short key for none at all; here it is a damaged cookie, which is to be said.
        return bool(key)

    def load(self) -> dict[str, Any]:
        try:
            data = _open(self.session_key or "")
        except (InvalidToken, ValueError, zlib.error):
            # Too old, damaged, or sealed by an unknown key. The fresh session remembers that until a page has said so.
            data = {Entry.LOST.value: True}
        self._opened = dict(data)
        # Sealing anew on each use lets the 24 hours count from the last page, not from the first.
        self.modified = True
        return data

    def save(self, must_create: bool = False) -> None:
        content = _pack({} if must_create else dict(self.items()))
        if content is None:
            # Too much: what was there before stays, and the next page says so.
            self._session_cache = self._opened | {Entry.FULL.value: True}
            content = _pack(self._session_cache, spare=0)
        if content is not None:
            self._session_key = _seal().encrypt(content).decode()
        # Otherwise a release with more room sealed the cookie: it stays as the browser sent it.

    def is_empty(self) -> bool:
        # Django deletes the cookie of an empty session on any page; one that reads no session says nothing of it.
        return bool(self.accessed and super().is_empty())

    def create(self) -> None:
        self.modified = True

    def exists(self, session_key: str | None = None) -> bool:
        return False

    def delete(self, session_key: str | None = None) -> None:
        self._session_key, self._session_cache, self.modified = None, {}, True

    def cycle_key(self) -> None:
        self.modified = True

    @classmethod
    def clear_expired(cls) -> None:
        """Nothing is kept on the server, so there is nothing to clear."""


def take_notices(session: SessionBase) -> set[Entry]:
    """What a page must tell about the session, Entry.LOST or Entry.FULL, removed so that it is told once."""
    return {notice for notice in (Entry.LOST, Entry.FULL) if session.pop(notice, False)}


def _pack(data: dict[str, Any], spare: int = _SPARE) -> bytes | None:
    """The form token, then everything else as zipped JSON, filled up to a full step; None where it is too much.

    Zipping before sealing lets the length tell something of the content. That is sound here: the token, the one secret
    that others could use, stands outside; nobody else can put text beside a visitor's answers, since every form needs
    the token and a link replaces what it brings; and the steps leave some twenty lengths in all.
    """
    rest = {name: value for name, value in data.items() if name != CSRF_SESSION_KEY}
    content = json.dumps(rest, separators=(",", ":"), ensure_ascii=False).encode()
    token: str = data.get(CSRF_SESSION_KEY, "")
    packed = token.ljust(CSRF_SECRET_LENGTH).encode() + zlib.compress(content)
    if len(content) > MOST_BYTES or len(packed) > _MOST_PACKED - spare:
        return None
    return packed + bytes(-(len(packed) + 1) % _STEP)


def _open(sealed: str) -> dict[str, Any]:
    """What a cookie holds; InvalidToken, ValueError or zlib.error where it is not from here or has another shape."""
    if len(sealed) > MOST_IN_COOKIE:
        raise ValueError("longer than any cookie from here")
    packed = _seal().decrypt(sealed.encode(), ttl=settings.SESSION_COOKIE_AGE)
    token = packed[:CSRF_SECRET_LENGTH].decode("ascii").strip()
    if token and not _TOKEN.fullmatch(token):
        raise ValueError("no form token")
    # A few bytes can unpack to gigabytes, so no more is unpacked than could have been packed.
    content = zlib.decompressobj().decompress(packed[CSRF_SECRET_LENGTH:], MOST_BYTES)
    data: dict[str, Any] = _CONTENT.validate_json(content)
    data = {name: _checked(name, value) for name, value in data.items()}
    # The token has a place of its own; what else bears its name is none.
    data.pop(CSRF_SESSION_KEY, None)
    return data | {CSRF_SESSION_KEY: token} if token else data


def _checked(name: str, value: Any) -> Any:
    shape = _SHAPES.get(name)
    return shape.validate_python(value, strict=True) if shape else value


def _seal() -> MultiFernet:
    return _seal_with(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)


@lru_cache(maxsize=4)
def _seal_with(*secrets: str) -> MultiFernet:
    return MultiFernet([Fernet(_derive_key(secret)) for secret in secrets])


def _derive_key(secret: str) -> bytes:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"fleksjob session").derive(secret.encode())
    return base64.urlsafe_b64encode(key)
