"""A real Chromium against a real server on loopback, whose responses can be delayed."""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from fleksjob_site.wsgi import application
from tests.browser.visited import BESIDE, LOOKS, SAID, last_line, take_over, told

# The headless shell is Chromium without the browser UI, and opens a page in a third of the time.
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"))), None
)
MISSING = "No Chromium found. On Debian: apt-get install chromium-headless-shell"
# Root, in containers and CI, has no sandbox; the other switches keep Chromium from calling home.
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
            # The tests of several engines skip each by itself.
            several = "tests/browser/engines" in item.path.as_posix()
            if not CHROMIUM and not several and not os.environ.get("REQUIRE_BROWSER"):
                item.add_marker(pytest.mark.skip(reason=f"{item.name}: {MISSING}"))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """With several processes, each reports what it has looked at to the main one."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["visited"] = told(LOOKS, BESIDE, SAID)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over the report of a process; a crashed one sends none, and the run has failed then."""
    if "visited" in getattr(node, "workeroutput", {}):
        take_over(node.workeroutput["visited"], LOOKS, BESIDE, SAID)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    """Print the figures below all other summaries, and last what the visits of every page looked at, if any."""
    yield
    for line in sorted(SAID):
        terminalreporter.write_line(line)
    if LOOKS:
        terminalreporter.write_line(last_line(LOOKS, BESIDE))


class Held:
    """A response that is held back until it is released."""

    def __init__(self, request: str) -> None:
        self.request = request
        self.made, self.released = threading.Event(), threading.Event()

    def wait(self) -> None:
        """Wait until the server has made the response."""
        assert self.made.wait(30)

    def release(self) -> None:
        self.released.set()


class Server:
    """The site on a free port; `delay` delays POST responses, in seconds. `log` has all that an access log could."""

    def __init__(self) -> None:
        self.delay = 0.0
        self._held: list[Held] = []
        self.log: list[str] = []
        self._server = ThreadedWSGIServer(("127.0.0.1", 0), _Quiet)
        self._server.set_app(self._slowed)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        # A short poll interval, since each test waits for the server to stop.
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def _slowed(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        known = ("REQUEST_METHOD", "PATH_INFO", "QUERY_STRING", "HTTP_REFERER", "HTTP_ORIGIN", "HTTP_USER_AGENT",
                 "HTTP_HX_REQUEST")  # fmt: skip
        self.log.append(" ".join(environ.get(name, "-") for name in known))
        if self.delay and environ["REQUEST_METHOD"] == "POST":
            time.sleep(self.delay)
        asked = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}"
        held = next((held for held in self._held if asked.startswith(held.request)), None)
        if held is None:
            return application(environ, start_response)
        self._held.remove(held)
        begun: list[tuple[Any, ...]] = []
        made = application(environ, lambda *start: begun.append(start))
        held.made.set()
        held.released.wait()
        start_response(*begun[0])
        return made

    def hold(self, request: str) -> "Held":
        """Keep back the answer to the next request that begins like this ("POST /en/income/"), until it is released."""
        held = Held(request)
        self._held.append(held)
        return held

    def stop(self) -> None:
        for held in self._held:
            held.release()
        self._server.shutdown()
        self._server.server_close()


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Ignored: browsers abort requests."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.fail(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        # Long enough for the slowest machine; only waits as long as needed.
        expect.set_options(timeout=30_000)
        yield browser
        browser.close()


@pytest.fixture
def server() -> Iterator[Server]:
    site = Server()
    yield site
    site.stop()


# htmx reports a live request aborted for a newer one as these two.
ABORTED = ("htmx:sendAbort", "htmx:afterRequest")


@pytest.fixture
def open_page(chromium: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """Open a URL in a fresh browser; any unexpected error on the console fails the test at its end."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []
    expected = [*ABORTED]

    def note(message: ConsoleMessage) -> None:
        if message.type == "error" and not any(text in message.text for text in expected):
            faults.append(message.text)

    def open_page(address: str, *, expected_fault: str | None = None, **options: Any) -> Page:
        expected.extend([expected_fault] if expected_fault else [])
        options = {"viewport": {"width": 360, "height": 780}} | options
        context = chromium.new_context(base_url=server.url, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []
