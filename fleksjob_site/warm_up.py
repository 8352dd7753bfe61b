"""Warm-up: requests every kind of page in every language before the first visitor comes."""

import io
import re
import sys
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.cookies import SimpleCookie
from itertools import product
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import got_request_exception
from django.template.loader import get_template
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver
from django.utils.translation import override

from eligibility.law.questions import QUESTIONS
from fleksjob_site.letter.views import TO_THE_MUNICIPALITY
from fleksjob_site.personas.persons import PERSONS, Person
from fleksjob_site.serving.host_files import host_files
from fleksjob_site.texts.languages import LANGUAGES
from fleksjob_site.texts.ready import READY_TEXTS

API_CASE = b'{"month": "2024-05", "paid_hours_per_week": 18, "hourly_wage": 200}'
API_YEAR = b'{"from": "2026-12", "paid_hours_per_week": 18, "hourly_wage": 200}'
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')


def warm_up(handler: WSGIHandler) -> None:
    """Request every page in every language; raises the first error."""
    visitor = _Visitor(handler)
    got_request_exception.connect(visitor.record_error)
    try:
        for language in LANGUAGES:
            with override(language.code):
                home, example = reverse("home"), reverse("use-example", kwargs={"person": _example_person()})
                letter = reverse("payout-letter", kwargs={"variant": TO_THE_MUNICIPALITY[0]})
                pages, search = list(_urls()), reverse("search")
            visitor.ask(home)
            # From here on there are answers, an income and payouts to show.
            visitor.send(example, {"payout": "1", "replace": "1"})
            visitor.send(letter, {})
            for page in pages:
                visitor.ask(page)
            # After the pages, which the index of the search is made from.
            visitor.send(search, {"q": "fleksjob"})
            with override(language.code):
                _read_templates()
        visitor.ask("/api/v1/income", API_CASE, "application/json")
        visitor.ask("/api/v1/year", API_YEAR, "application/json")
    finally:
        got_request_exception.disconnect(visitor.record_error)


def _read_templates() -> None:
    """Compile all templates, including those that no ordinary request renders, such as error pages."""
    folder = settings.BASE_DIR / "templates"
    for file in folder.rglob("*.html"):
        get_template(str(file.relative_to(folder)))


def _example_person() -> Person:
    """An example person with an outcome, an income and payouts, so that each page has something to show."""
    return next(person for person in PERSONS.values() if person.payout and person.income and person.answers)


def _urls() -> Iterator[str]:
    """The URL of every pattern except the API's, with every question of the walk."""
    places: dict[str, list[Any]] = {
        "question": list(QUESTIONS),
        "person": [_example_person()],
        "variant": [TO_THE_MUNICIPALITY[-1]],
        "key": [READY_TEXTS[0].key],
        "rest": ["v1.damaged"],
        "name": [file.name for file in host_files()],
    }
    for name, needed in patterns(get_resolver()):
        if name.startswith("api:"):
            continue
        for given in product(*(places[place] for place in needed)):
            yield reverse(name, kwargs=dict(zip(needed, given, strict=True)))


def patterns(resolver: URLResolver, space: str = "", outer: tuple[str, ...] = ()) -> Iterator[tuple[str, list[str]]]:
    """The name of each pattern, and the parameters in its URL."""
    for pattern in resolver.url_patterns:
        places = (*outer, *pattern.pattern.converters)
        if isinstance(pattern, URLPattern):
            yield space + str(pattern.name), list(places)
        else:
            yield from patterns(pattern, f"{pattern.namespace}:" if pattern.namespace else space, places)


class _Visitor:
    """A client with a cookie jar that calls the WSGI application directly."""

    def __init__(self, handler: WSGIHandler) -> None:
        self.handler = handler
        self.cookies: dict[str, str] = {}
        self.page = b""
        self.form = reverse("income")
        """A page with a form."""
        self.error: BaseException | None = None
        self.host = settings.ALLOWED_HOSTS[0].lstrip(".")

    def record_error(self, **_: Any) -> None:
        """Receiver of `got_request_exception`."""
        self.error = sys.exc_info()[1]

    def send(self, address: str, fields: dict[str, str]) -> None:
        """Post a form, with the token of a page that has one."""
        self.ask(self.form)
        found = TOKEN.search(self.page)
        token = {"csrfmiddlewaretoken": found[1].decode()} if found else {}
        self.ask(address, urlencode(fields | token).encode(), "application/x-www-form-urlencoded")

    def ask(self, address: str, body: bytes | None = None, kind: str = "") -> None:
        scheme = "https" if settings.SECURE_SSL_REDIRECT else "http"
        environ = {
            "REQUEST_METHOD": "GET" if body is None else "POST",
            "PATH_INFO": address.encode().decode("latin-1"),
            "SERVER_NAME": self.host,
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": self.host,
            "HTTP_ORIGIN": f"{scheme}://{self.host}",
            "HTTP_X_FORWARDED_PROTO": scheme,
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "CONTENT_LENGTH": str(len(body or b"")),
            "CONTENT_TYPE": kind,
            "wsgi.input": io.BytesIO(body or b""),
            "wsgi.url_scheme": scheme,
        }
        status = ""

        def start(said: str, headers: list[tuple[str, str]], failed: Any = None) -> Callable[[bytes], object]:
            nonlocal status
            status = said
            for name, value in headers:
                if name == "Set-Cookie":
                    self.cookies |= {key: morsel.value for key, morsel in SimpleCookie(value).items()}
            return io.BytesIO().write

        answer = self.handler(environ, start)
        self.page = b"".join(answer)
        getattr(answer, "close", bool)()
        if self.error:
            raise self.error
        # An error here would hit every visitor.
        if int(status.split()[0]) >= HTTPStatus.BAD_REQUEST:
            raise RuntimeError(f"{status} from {address}")
