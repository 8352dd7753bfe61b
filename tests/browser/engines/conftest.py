"""The journey's engines, each skipped by name where it is not installed, unless it is required."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.browser.conftest import CHROMIUM, Server
from tests.browser.conftest import MISSING as NO_CHROMIUM
from tests.browser.engines import firefox, webkit
from tests.browser.engines.chromium import Chromium
from tests.browser.engines.engine import PHONE, Engine, Window
from tests.browser.engines.firefox import Firefox
from tests.browser.engines.webkit import WebKit

MISSING = {
    "chromium": None if CHROMIUM else NO_CHROMIUM,
    "firefox": None if firefox.PROGRAM else "No Firefox found. On Debian: apt-get install firefox-esr",
    "webkit": None
    if webkit.DRIVER and webkit.BROWSER and webkit.DISPLAY
    else "No WebKitGTK found. On Debian: apt-get install webkit2gtk-driver xvfb xauth",
}


def start(request: pytest.FixtureRequest, name: str, **options: Any) -> Engine:
    """Start an engine, or skip the test by name where it isn't installed."""
    if missing := MISSING[name]:
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(missing)
        pytest.skip(f"{request.node.name}: {missing}")
    if name == "chromium":
        return Chromium(request.getfixturevalue("chromium"), **options)
    return {"firefox": Firefox, "webkit": WebKit}[name](**options)


@pytest.fixture(scope="session")
def running() -> Iterator[dict[str, Engine]]:
    """The engines that run already, each by its name and options: Firefox takes three seconds to start."""
    engines: dict[str, Engine] = {}
    yield engines
    for each in engines.values():
        each.quit()


@pytest.fixture
def engine(request: pytest.FixtureRequest, running: dict[str, Engine]) -> Engine:
    """The engine of the test's parameter: its name and options."""
    name, options = request.param
    if str(request.param) not in running:
        running[str(request.param)] = start(request, name, **options)
    return running[str(request.param)]


@pytest.fixture
def window(engine: Engine) -> Iterator[Window]:
    """A fresh window of the size of a phone."""
    opened = engine.window()
    opened.size(*PHONE)
    yield opened
    opened.close()


@pytest.fixture
def posts(server: Server) -> Callable[[], int]:
    """How often the server has been sent a form by a button; a live update is marked by htmx."""
    return lambda: sum(line.startswith("POST ") and not line.endswith(" true") for line in server.log)
