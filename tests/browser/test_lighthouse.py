"""What Lighthouse says of two pages on accessibility and best practices; `make bench` measures speed, on four."""

import json
import os
import subprocess
from typing import Any

import pytest
from django.conf import settings

from tests.browser.conftest import CHROMIUM, SWITCHES, Server
from tests.browser.test_every_page import STATES
from tests.browser.visited import SAID
from tests.visitor import cookies_of

LIGHTHOUSE = settings.SITE_DIR / "assets" / "node_modules" / ".bin" / "lighthouse"
# Both languages have the same markup, and the checks of every page are in both.
PAGES = {"home": "da", "income with result": "en"}
CATEGORIES = ("accessibility", "best-practices")


def look(address: str, cookie: str, *categories: str) -> dict[str, Any]:
    """Lighthouse's report on a page on a phone, in a Chromium of its own without outside requests."""
    command = [
        LIGHTHOUSE,
        address,
        "--quiet",
        "--output=json",
        "--no-enable-error-reporting",
        "--disable-full-page-screenshot",
        f"--only-categories={','.join(categories)}",
        f"--extra-headers={json.dumps({'Cookie': cookie} if cookie else {})}",
        f"--chrome-flags={' '.join(['--headless=new', *SWITCHES])}",
    ]
    environment = os.environ | {"CHROME_PATH": str(CHROMIUM)}
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    report: dict[str, Any] = json.loads(said.stdout)
    return report


def faults(report: dict[str, Any], category: str) -> list[str]:
    """The audits that keep a category from 100."""
    audits = [report["audits"][audit["id"]] for audit in report["categories"][category]["auditRefs"] if audit["weight"]]
    lost = [audit for audit in audits if audit["score"] is None or audit["score"] < 1]
    return [f"{audit['id']}: {audit['title']}" for audit in lost if audit["scoreDisplayMode"] != "notApplicable"]


@pytest.mark.parametrize(("name", "language"), PAGES.items())
def test_lighthouse_finds_nothing(server: Server, name: str, language: str) -> None:
    state = next(state for state in STATES if state.name == name)
    cookie = "; ".join(f"{name}={value}" for name, value in cookies_of(state.session).items()) if state.session else ""
    # On localhost a page counts as secure without https.
    address = server.url.replace("127.0.0.1", "localhost") + state.url(language)
    report = look(address, cookie, *CATEGORIES)
    assert report["finalDisplayedUrl"] == address
    scores = {category: round(100 * (report["categories"][category]["score"] or 0)) for category in CATEGORIES}
    SAID.append(f"Lighthouse, {language} {name}: {', '.join(f'{what} {score}' for what, score in scores.items())}")
    assert scores == dict.fromkeys(CATEGORIES, 100), [faults(report, category) for category in CATEGORIES]
