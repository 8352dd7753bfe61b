"""A visitor in the tests: a client whose session spans several cookies."""

from collections.abc import Mapping
from typing import Any

from django.http import SimpleCookie
from django.middleware.csrf import CSRF_SESSION_KEY
from django.test import Client

from fleksjob_site.serving.parts import Part, part_of
from fleksjob_site.serving.seal import seal
from fleksjob_site.serving.sessions import Session, session_id

FORM_TOKEN = "a" * 32


def in_boxes(name: str, day: str, month: str, year: str) -> dict[str, str]:
    """A day as it is sent: in three boxes of the field."""
    return {f"{name}-day": day, f"{name}-month": month, f"{name}-year": year}


def session_of(cookies: "SimpleCookie[str]") -> Session:
    """What a browser with these cookies has told."""
    return Session({name: morsel.value for name, morsel in cookies.items()})


def cookies_of(told: Mapping[str, Any]) -> dict[str, str]:
    """The cookies of a visitor who has told this; with "lost" a cookie that can't be opened."""
    if "lost" in told:
        return {Part.TOKEN.cookie: "x" * 200}
    parts: dict[Part, dict[str, Any]] = {Part.TOKEN: {}}
    for name, value in told.items():
        if name != CSRF_SESSION_KEY:
            parts.setdefault(part_of(name) or Part.INCOME, {})[name] = value
    head = {part: FORM_TOKEN if part is Part.TOKEN else session_id(FORM_TOKEN) for part in parts}
    return {part.cookie: seal(head[part], content) or "" for part, content in parts.items()}


class Visitor(Client):
    """Django's client, with a session of our kind."""

    @property
    def session(self) -> Session:
        return session_of(self.cookies)

    def tells(self, **told: Any) -> None:
        """Hold this besides what the session holds; dashes of an entry's name are underscores."""
        session = self.session
        session.update({name.replace("_", "-"): value for name, value in told.items()})
        for name, value in session.cookies_after_form().items():
            self.cookies[name] = value or ""
