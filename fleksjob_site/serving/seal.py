"""Seals cookies: authenticated encryption, padded so that the length reveals little about the content."""

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
"""Bytes of name, value and attributes. Browsers silently drop a larger cookie."""
MAX_JSON = 16 * 1024
"""Bytes of JSON: far more than a visitor enters, and cheap to decompress."""
_STEP = 128
# 23 steps are sealed into 4004 characters; the longest name and the attributes take 64.
_MAX_PACKED = 23 * _STEP - 1
# Bytes kept free so that FULL always fits.
_SPARE = 32
_CONTENT = TypeAdapter(dict[str, Any])


class Unsealed(NamedTuple):
    """The decrypted content of a cookie."""

    head: str
    """The form token in its own cookie, the id of the session in the others."""
    content: dict[str, Any]
    sealed_at: int
    """Seconds since 1970, by the clock of the node that sealed it."""


class Unreadable(ValueError):
    """Not sealed by this site, damaged, too old, or sealed with an unknown key."""


def seal(head: str, content: dict[str, Any], spare: int = _SPARE) -> str | None:
    """The sealed value of a cookie; None if the content is too large.

    Compressing before encrypting makes the length depend on the content. That is safe here: the form token, the one
    secret of use to others, is not compressed; nobody else can add text to a visitor's answers, since every form needs
    the token and a link replaces them; and padding leaves about twenty different lengths.
    """
    text = json.dumps(content, separators=(",", ":"), ensure_ascii=False).encode()
    packed = head.ljust(CSRF_SECRET_LENGTH).encode() + zlib.compress(text)
    if len(text) > MAX_JSON or len(packed) > _MAX_PACKED - spare:
        return None
    return _keys().encrypt(packed + bytes(-(len(packed) + 1) % _STEP)).decode()


def unseal(sealed: str) -> Unsealed:
    """The content of a sealed cookie; raises Unreadable."""
    if len(sealed) > MAX_COOKIE:
        raise Unreadable
    try:
        packed = _keys().decrypt(sealed.encode(), ttl=settings.SESSION_COOKIE_AGE)
        head = packed[:CSRF_SECRET_LENGTH].decode("ascii").strip()
        # A few bytes can decompress to gigabytes, so the output is limited to what seal() accepts.
        content = _CONTENT.validate_json(zlib.decompressobj().decompress(packed[CSRF_SECRET_LENGTH:], MAX_JSON))
    except (InvalidToken, ValueError, zlib.error):
        raise Unreadable from None
    # A Fernet token starts with a version byte and the time in 8 bytes.
    return Unsealed(head, content, int.from_bytes(base64.urlsafe_b64decode(sealed)[1:9]))


def _keys() -> MultiFernet:
    return _keys_from(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)


@lru_cache(maxsize=4)
def _keys_from(*secrets: str) -> MultiFernet:
    return MultiFernet([Fernet(_derive_key(secret)) for secret in secrets])


def _derive_key(secret: str) -> bytes:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"fleksjob session").derive(secret.encode())
    return base64.urlsafe_b64encode(key)
