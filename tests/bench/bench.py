"""Measures how fast the site is; `make bench` prints the table. Nothing here is asserted."""

import os
import platform
import secrets
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from functools import partial
from pathlib import Path
from timeit import repeat, timeit

import django
from playwright.sync_api import sync_playwright

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.letter.content import letter_pdf
from fleksjob_site.letter.views import FORMS
from fleksjob_site.personas.persons import AS_ON, PERSONS, told_of
from salary.calculation import calculate
from salary.chart import chart
from salary.curve import curve_of
from salary.wage import Case
from tests.browser.test_lighthouse import look

CASE = Case(Month(2024, 5), hours_week=Decimal("12.5"), efficiency_percent=Decimal(60), hourly_wage=Decimal(185))
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
KEYSTROKES = 100

# From the request to the new total in the page, as the page itself sees it.
WATCH = """
window.times = [];
document.addEventListener("htmx:beforeRequest", () => { window.sent = performance.now(); });
document.addEventListener("htmx:afterSwap", () => { window.times.push(performance.now() - window.sent); });
"""


def milliseconds(what: str, function: object) -> None:
    runs = [seconds / 1000 * 1000 for seconds in repeat(function, number=1000, repeat=5)]  # type: ignore[arg-type]
    print(f"{what:60} {statistics.median(runs):8.3f} ms   (median of 5 × 1000)")


@contextmanager
def served() -> Iterator[str]:
    """The production configuration on a free port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"SECRET_KEY": secrets.token_urlsafe(50), "HTTPS": "0", "ALLOWED_HOSTS": "127.0.0.1"}
    granian = Path(sys.executable).with_name("granian")
    command = [granian, "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--no-ws",
               "--blocking-threads", "4", "--no-access-log", "fleksjob_site.wsgi:application"]  # fmt: skip
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def letters() -> None:
    """Every example person's letter in each form, after one of each form to warm up."""
    told = [told_of(person) for person in PERSONS.values()]
    for languages in FORMS.values():
        letter_pdf(told[0], AS_ON, AS_ON, languages)
    for form, languages in FORMS.items():
        times = [timeit(partial(letter_pdf, one, AS_ON, AS_ON, languages), number=1) * 1000 for one in told]
        print(f"{f'letter {form}, median and slowest of {len(times)} persons':60} "
              f"{statistics.median(times):8.1f} ms {max(times):8.1f} ms")  # fmt: skip


def live() -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        print("live answer: no Chromium found (on Debian: apt-get install chromium)")
        return
    with served() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        page = browser.new_page()
        page.goto(f"{url}/en/income/")
        page.fill("#id_hours_per_week", "12")
        page.fill("#id_wage", "150")
        page.wait_for_selector("[data-announce]")
        page.evaluate(WATCH)
        for count in range(KEYSTROKES):
            page.fill("#id_wage", str(150 + count))
            page.wait_for_function("count => window.times.length > count", arg=count)
        times = sorted(page.evaluate("window.times"))
        browser.close()
    print(
        f"{'live answer: request to new total, median':60} {statistics.median(times):8.1f} ms   ({KEYSTROKES} changes)"
    )
    print(f"{'live answer: request to new total, 95th percentile':60} {times[int(KEYSTROKES * 0.95) - 1]:8.1f} ms")


def lighthouse_performance() -> None:
    """Lighthouse's own phone on its own slow network; 98 is what we aim at."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        print("lighthouse: no Chromium found (on Debian: apt-get install chromium)")
        return
    with served() as url:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
            page = browser.new_page()
            page.goto(f"{url}/en/income/")
            page.fill("#id_hours_per_week", "12")
            page.fill("#id_wage", "150")
            page.click("#main form[data-live] .button-primary")
            page.wait_for_selector("[data-announce]")
            told = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in page.context.cookies())
            page.goto(f"{url}/en/target-group/")
            page.click("#main a.button")
            question = page.url
            browser.close()
        pages = {
            "home": (f"{url}/", ""),
            "a question": (question, ""),
            "income with a result": (f"{url}/en/income/", told),
            "a guide": (f"{url}/saadan-virker-det/", ""),
        }
        for name, (address, cookie) in pages.items():
            reports = [look(address, cookie, "performance") for _ in range(3)]
            scores = sorted(round(100 * report["categories"]["performance"]["score"]) for report in reports)
            paints = sorted(report["audits"]["largest-contentful-paint"]["numericValue"] for report in reports)
            print(f"{f'lighthouse performance, {name}':60} {scores[1]:8}      (median of 3; aim 98; largest paint "
                  f"{paints[1] / 1000:.1f} s)")  # fmt: skip


if __name__ == "__main__":
    print(f"{time.strftime('%Y-%m-%d')}, Python {platform.python_version()}, {os.cpu_count()} cores")
    milliseconds("one calculation with its steps", lambda: calculate(CASE))
    milliseconds("the whole curve with its picture", lambda: chart(curve_of(CASE)))  # type: ignore[arg-type]
    django.setup()
    letters()
    live()
    lighthouse_performance()
