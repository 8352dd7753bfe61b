"""Sends a request in process, checks the response and the log, and counts both."""

import io
import logging
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import quote_plus, urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from fleksjob_site.serving.seal import seal
from fleksjob_site.serving.sessions import Session
from tests.abuse.hostile import MARK, PATH_MARK
from tests.abuse.judging import faults_of

FORM = "application/x-www-form-urlencoded"


@dataclass(slots=True)
class Tally:
    """Responses by kind and status, and each finding with the first request that showed it."""

    answered: Counter[tuple[str, int]] = field(default_factory=Counter)
    faults: dict[str, str] = field(default_factory=dict)

    def take(self, other: "Tally") -> None:
        """Add the counts of another process."""
        self.answered += other.answered
        self.faults = {**other.faults, **self.faults}


@dataclass(slots=True)
class Visitor:
    """A client that sends requests of one kind; `found` holds the findings."""

    kind: str
    tally: Tally
    log: io.StringIO
    guarded: bool = False
    found: list[str] = field(default_factory=list)
    client: Client = field(init=False)

    def __post_init__(self) -> None:
        self.client = _client(guarded=self.guarded)
        self.client.cookies.clear()

    def holds(self, cookie: str) -> None:
        """Send this cookie from now on, as the bytes that a server lets through."""
        self.client.cookies[settings.SESSION_COOKIE_NAME] = cookie.encode("utf-8", "replace").decode("latin-1")

    def ask(
        self,
        path: str | bytes,
        method: str = "GET",
        body: bytes = b"",
        kind: str = FORM,
        query: str = "",
        **headers: str,
    ) -> HttpResponse | None:
        """Send one request as bytes and follow a redirect once; returns the response, or None if there was none."""
        response = self._send(path, method, body, kind, query, headers)
        if response is not None and response.status_code in (301, 302) and not self.found:
            target = urlsplit(response["Location"])
            self._send(target.path, "GET", b"", FORM, target.query, {})
        return response

    def _send(
        self, path: str | bytes, method: str, body: bytes, kind: str, query: str, headers: dict[str, str]
    ) -> HttpResponse | None:
        told = self.client.cookies.get(settings.SESSION_COOKIE_NAME)
        raw = path.encode("utf-8", "surrogatepass") if isinstance(path, str) else path
        asked = f"{method} {raw!r} ?{query[:300]} {kind!r} {headers} {body[:600]!r} cookie {str(told)[:200]}"
        given = {"PATH_INFO": raw.decode("latin-1"), "QUERY_STRING": query, **headers}
        response, found = None, []
        try:
            response = self.client.generic(method, "/", body, kind, **given)
            found = faults_of(response, asked + str(_opened(told.value if told else "")))
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            found = [f"{type(error).__name__} in {place.filename.rpartition('/')[2]}:{place.lineno} {place.name}"]
        found += self._logged()
        self.tally.answered[self.kind, response.status_code if response is not None else 500] += 1
        for fault in found:
            self.tally.faults.setdefault(f"{self.kind}: {fault}", asked)
        self.found += [f"{fault} -- {asked}" for fault in found]
        return response

    def _logged(self) -> list[str]:
        lines = self.log.getvalue()
        self.log.seek(0)
        self.log.truncate()
        found = ["what was sent stands in a log"] if MARK in lines else []
        if any(PATH_MARK in line and not line.startswith(("WARNING", "ERROR", "{")) for line in lines.splitlines()):
            found.append("an address broke a line of the log")
        return found + (["a stack trace in a log"] if "Traceback" in lines else [])


@cache
def _client(*, guarded: bool) -> Client:
    """Shared, because each client would scan the static files again."""
    return Client(enforce_csrf_checks=guarded)


def _opened(cookie: str) -> object:
    return Session({settings.SESSION_COOKIE_NAME: cookie}).load() if cookie else ""


def sealed(told: dict[str, Any]) -> str:
    """One cookie with all of a visitor's data, as release 0.1 sealed it."""
    return seal("a" * 32, told) or ""


def form_body(pairs: list[tuple[str, str]]) -> bytes:
    """The body of a form as a browser sends it, but with whatever a browser would not send too."""
    encoded = ((quote_plus(part.encode("utf-8", "surrogatepass")) for part in pair) for pair in pairs)
    return "&".join("=".join(pair) for pair in encoded).encode()


@contextmanager
def listening() -> Iterator[io.StringIO]:
    """Everything that the site's own log handlers write meanwhile, without those of the test run."""
    heard = io.StringIO()
    loggers: list[Any] = [logging.getLogger(), *map(logging.getLogger, logging.root.manager.loggerDict)]
    every = {handler for logger in loggers for handler in logger.handlers if isinstance(handler, logging.StreamHandler)}
    handlers = [one for one in every if type(one).__module__.partition(".")[0] in ("logging", "fleksjob_site")]
    assert handlers
    before = [(handler, handler.setStream(heard)) for handler in handlers]
    try:
        yield heard
    finally:
        for handler, stream in before:
            handler.setStream(stream)
