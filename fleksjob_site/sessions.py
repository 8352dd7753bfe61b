"""The sealed session: a visitor's answers live in one encrypted cookie in their own browser, and nowhere else."""

import base64
import json
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

LOST = "lost"
"""Set in a session that begins because an earlier one was lost; the page that says so takes it out."""


class SessionStore(SessionBase):
    """Django's session interface over the cookie itself: what Django calls the session key is the sealed content."""

    def load(self) -> dict[str, Any]:
        try:
            content = _seal().decrypt(self.session_key.encode(), ttl=settings.SESSION_COOKIE_AGE)
            data = json.loads(content)
        except (InvalidToken, ValueError):
            # Too old, damaged, or sealed by an unknown key. The fresh session remembers that until a page has said so.
            data = {LOST: True}
        # Sealing anew on each use lets the 24 hours count from the last page, not from the first.
        self.modified = True
        return data

    def save(self, must_create: bool = False) -> None:
        content = json.dumps(self._get_session(no_load=must_create), separators=(",", ":"))
        self._session_key = _seal().encrypt(content.encode()).decode()

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


def _seal() -> MultiFernet:
    return _seal_with(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)


@lru_cache(maxsize=4)
def _seal_with(*secrets: str) -> MultiFernet:
    return MultiFernet([Fernet(_derive_key(secret)) for secret in secrets])


def _derive_key(secret: str) -> bytes:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"fleksjob session").derive(secret.encode())
    return base64.urlsafe_b64encode(key)
