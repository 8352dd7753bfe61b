"""The seal on a cookie: authenticated encryption, in a length that tells little of the content."""

import base64
import json
import zlib
from functools import lru_cache
from typing import Any, NamedTuple

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.middleware.csrf import CSRF_SECRET_LENGTH
from pydantic import TypeAdapter

MAX_COOKIE = 4096
"""Bytes of name, value and attributes. Browsers drop a larger cookie without a word."""
MAX_JSON = 16 * 1024
"""Bytes of JSON: far more than a journey tells, and little enough to unpack for anyone."""
_STEP = 128
# 23 steps come out of the seal as 4004 characters; the longest name and the attributes take 64.
_MAX_PACKED = 23 * _STEP - 1
# Room for the mark that there is no room.
_SPARE = 32
_CONTENT = TypeAdapter(dict[str, Any])


class Unsealed(NamedTuple):
    """A cookie of ours, opened."""

    head: str
    """The form token in its own cookie, the id of the session in the others."""
    content: dict[str, Any]
    sealed_at: int
    """Seconds since 1970, by the clock of the node that sealed it."""


class Unreadable(ValueError):
    """Not from here, damaged, too old, or sealed by an unknown key."""


def seal(head: str, content: dict[str, Any], spare: int = _SPARE) -> str | None:
    """A cookie that holds this; None where it is too much.

    Zipping before sealing lets the length tell something of the content. That is sound here: the form token, the one
    secret that others could use, stands outside; nobody else can put text beside a visitor's answers, since every form
    needs the token and a link replaces what it brings; and the steps leave some twenty lengths in all.
    """
    text = json.dumps(content, separators=(",", ":"), ensure_ascii=False).encode()
    packed = head.ljust(CSRF_SECRET_LENGTH).encode() + zlib.compress(text)
    if len(text) > MAX_JSON or len(packed) > _MAX_PACKED - spare:
        return None
    return _keys().encrypt(packed + bytes(-(len(packed) + 1) % _STEP)).decode()


def unseal(sealed: str) -> Unsealed:
    """What a cookie holds; Unreadable where it is none of ours."""
    if len(sealed) > MAX_COOKIE:
        raise Unreadable
    try:
        packed = _keys().decrypt(sealed.encode(), ttl=settings.SESSION_COOKIE_AGE)
        head = packed[:CSRF_SECRET_LENGTH].decode("ascii").strip()
        # A few bytes can unpack to gigabytes, so no more is unpacked than could have been packed.
        content = _CONTENT.validate_json(zlib.decompressobj().decompress(packed[CSRF_SECRET_LENGTH:], MAX_JSON))
    except (InvalidToken, ValueError, zlib.error):
        raise Unreadable from None
    # A version byte, and then the time.
    return Unsealed(head, content, int.from_bytes(base64.urlsafe_b64decode(sealed)[1:9]))


def _keys() -> MultiFernet:
    return _keys_from(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)


@lru_cache(maxsize=4)
def _keys_from(*secrets: str) -> MultiFernet:
    return MultiFernet([Fernet(_derive_key(secret)) for secret in secrets])


def _derive_key(secret: str) -> bytes:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"fleksjob session").derive(secret.encode())
    return base64.urlsafe_b64encode(key)
