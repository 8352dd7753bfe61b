"""A visitor in the tests: a client whose session spans several cookies."""

from collections.abc import Mapping
from typing import Any

from django.http import SimpleCookie
from django.middleware.csrf import CSRF_SESSION_KEY
from django.test import Client

from fleksjob_site.serving.sessions import Session

FORM_TOKEN = "a" * 32


def session_of(cookies: "SimpleCookie[str]") -> Session:
    """What a browser with these cookies has told."""
    return Session({name: morsel.value for name, morsel in cookies.items()})


def cookies_of(told: Mapping[str, Any]) -> dict[str, str]:
    """The cookies of a visitor who has told this."""
    session = Session({})
    session.update({CSRF_SESSION_KEY: FORM_TOKEN, **told})
    return {name: value for name, value in session.cookies_after_form().items() if value}


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
