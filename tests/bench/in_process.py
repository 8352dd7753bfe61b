"""The processor time of a request through the whole of Django, without a server and its sockets."""

import io
import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.test.utils import override_settings

from fleksjob_site.start import spare_what_is_loaded
from salary.law.calculation import calculate
from tests.bench import bare_settings
from tests.bench.asking import TYPED, Request, address, cookie_of, single_pages
from tests.bench.rules import CASE
from tests.bench.table import Table

ROUNDS, TIMES = 9, 100
PAGES = {
    "question": ("a question", "≤ 1.2"),
    "outcome": ("outcome with timeline", "≤ 3.2"),
    "page": ("income, whole page with result", "≤ 3.6"),
    "income": ("income, live answer", "≤ 2.5"),
    "api": ("API income", "≤ 0.9"),
}


def measure() -> list[Table]:
    """The lowest of several medians, since others use the same cores."""
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    spare_what_is_loaded()
    heads = (f"lowest of {ROUNDS} medians of {TIMES}", "processor ms", "target", "of a bare page")
    table = Table("A request in process, without server", heads)
    with override_settings(ROOT_URLCONF=bare_settings.ROOT_URLCONF, TEMPLATES=bare_settings.TEMPLATES):
        bare = _lowest({"bare": [_sent(Request("/", "<h1"))]})["bare"]
    table.add("a bare page", f"{bare:.2f}", "", "1.00")
    pages = single_pages()
    told = cookie_of(income=TYPED)
    pages["page"] = [Request(address("income", language), "curve-table", told) for language in ("da", "en")]
    asked: dict[str, list[Callable[[], object]]] = {name: [_sent(one) for one in pages[name]] for name in PAGES}
    asked["calculation"] = [partial(calculate, CASE)]
    asked["with steps"] = [lambda: calculate(CASE).steps]
    found = _lowest(asked)
    for name, (title, target) in PAGES.items():
        table.add(title, f"{found[name]:.2f}", target, f"{bare / found[name]:.2f}")
    table.add("one calculation", f"{found['calculation']:.3f}", "", "")
    table.add("one calculation with its steps", f"{found['with steps']:.3f}", "", "")
    return [table]


def _lowest(asked: dict[str, list[Callable[[], object]]]) -> dict[str, float]:
    """The rounds take turns, so that a busy minute meets all alike."""
    medians: dict[str, list[float]] = {name: [] for name in asked}
    for _round in range(ROUNDS):
        for name, calls in asked.items():
            # Each language has a median of its own.
            one_each = [statistics.median(_milliseconds(call) for _ in range(TIMES // len(calls))) for call in calls]
            medians[name].append(statistics.mean(one_each))
    return {name: min(found) for name, found in medians.items()}


def _milliseconds(call: Callable[[], object]) -> float:
    began = time.process_time_ns()
    call()
    return (time.process_time_ns() - began) / 1e6


def _sent(request: Request) -> Callable[[], bytes]:
    """A function that sends the request as a browser would, compressed; tried once, that no error page is measured."""
    application = get_wsgi_application()
    body = request.body.encode()
    environ = {
        "REQUEST_METHOD": "POST" if body else "GET",
        "PATH_INFO": request.path,
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_TYPE": request.kind,
        "CONTENT_LENGTH": str(len(body)),
        "HTTP_HOST": "127.0.0.1",
        "HTTP_COOKIE": request.cookie,
        "wsgi.url_scheme": "http",
        "wsgi.errors": io.StringIO(),
    }

    def send(encodings: str = "gzip, deflate, br") -> bytes:
        headers = {"HTTP_ACCEPT_ENCODING": encodings, "wsgi.input": io.BytesIO(body)}
        response: Any = application({**environ, **headers}, lambda *_: None)
        content = b"".join(response)
        response.close()
        return content

    if request.answers_with.encode() not in send(""):
        raise ValueError(f"{request.path} answers with something else than “{request.answers_with}”")
    return send
