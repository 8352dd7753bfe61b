"""Speed in a browser: live updates in Chromium, and Lighthouse's emulated phone on a slow network."""

import statistics

from playwright.sync_api import Page, sync_playwright

from tests.bench.serving import served
from tests.bench.table import Table
from tests.browser.conftest import CHROMIUM, MISSING, SWITCHES
from tests.browser.test_lighthouse import look

KEYSTROKES = 100
VISITS = 3

# From the request to the new total in the page, as the page itself sees it.
WATCH = """
window.times = [];
document.addEventListener("htmx:beforeRequest", () => { window.sent = performance.now(); });
document.addEventListener("htmx:afterSwap", () => { window.times.push(performance.now() - window.sent); });
"""


def measure() -> list[Table]:
    if not CHROMIUM:
        return [Table(MISSING, ("nothing measured",))]
    with served() as server:
        return [_live(server.url), _lighthouse(server.url)]


def _live(url: str) -> Table:
    table = Table(
        "The live answer in Chromium", (f"request to new total, {KEYSTROKES} changes", "median, ms", "p95, ms")
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        page = browser.new_page()
        page.goto(f"{url}/en/income/")
        page.fill("#id_hours_per_week", "12")
        page.fill("#id_wage", "150")
        page.wait_for_selector("[data-result]")
        table.add("income", *_times(page, "#id_wage"))
        page.click("#main form[data-live] .button-primary")
        page.goto(f"{url}/en/income/year/")
        page.click("#year-more summary")
        page.select_option("#id_change1_month", index=4)
        page.select_option("#id_event1_kind", "free-choice")
        page.select_option("#id_event1_month", index=6)
        table.add("year", *_times(page, "#id_event1_number"))
        browser.close()
    return table


def _times(page: Page, field: str) -> tuple[str, str]:
    """Median and 95th percentile of the answers while a field changes, ms."""
    page.evaluate(WATCH)
    for count in range(KEYSTROKES):
        page.fill(field, str(150 + count))
        page.wait_for_function("count => window.times.length > count", arg=count)
    times = sorted(page.evaluate("window.times"))
    return f"{statistics.median(times):.0f}", f"{times[int(KEYSTROKES * 0.95) - 1]:.0f}"


def _lighthouse(url: str) -> Table:
    table = Table("Lighthouse", (f"median of {VISITS}", "performance, aim 98", "largest paint, s"))
    for name, (address, cookie) in _pages(url).items():
        reports = [look(address, cookie, "performance") for _ in range(VISITS)]
        scores = [100 * report["categories"]["performance"]["score"] for report in reports]
        paints = [report["audits"]["largest-contentful-paint"]["numericValue"] / 1000 for report in reports]
        table.add(name, f"{statistics.median(scores):.0f}", f"{statistics.median(paints):.1f}")
    return table


def _pages(url: str) -> dict[str, tuple[str, str]]:
    """Address and cookie of each page, by what it is."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        page = browser.new_page()
        page.goto(f"{url}/en/income/")
        page.fill("#id_hours_per_week", "12")
        page.fill("#id_wage", "150")
        page.click("#main form[data-live] .button-primary")
        page.wait_for_selector("[data-result]")
        told = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in page.context.cookies())
        page.goto(f"{url}/en/target-group/")
        page.click("#main a.button")
        question = page.url
        browser.close()
    return {
        "home": (f"{url}/", ""),
        "a question": (question, ""),
        "income with a result": (f"{url}/en/income/", told),
        "a guide": (f"{url}/saadan-virker-det/", ""),
    }
