"""What a screen reader hears of a whole income session and a whole payout session, kept as texts beside this file.

After a change that is meant, `ANNOUNCED=write .venv/bin/pytest tests/browser/test_announced.py` writes them anew.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stops import OPEN_ALL, arrive
from tests.browser.visiting import OpenPage

TEXTS = Path(__file__).parent / "announced"
LOSE, FIND = "(the site can't be reached)", "(the site can be reached)"
INCOME = (
    ("hours_per_week", "34."), ("hours_per_week", "18"), ("wage", "1.23.4"), ("wage", "200"), ("wage", "200,00"),
    ("efficiency_percent", ""), ("efficiency_percent", "100"), ("pension_on_top_percent", "10"),
    (LOSE, ""), ("wage", "205"), ("wage", "206"), (FIND, ""), ("wage", "210"), ("today_month", "29000"),
    ("goal_month", "33000"), ("hours_up_to", "20"), ("hours_up_to", "15"), ("hours_up_to", ""),
    ("tax_percent", "38"), ("tax_deduction_month", "5400"), ("tax_main_card", "municipality"),
    ("month-year", "20"), ("month-year", "2026"), ("month-year", "20"),
)  # fmt: skip
PAYOUT = (
    ("month-month", "5"), ("month-year", "20"), ("month-year", "2026"), ("wage", "8000,5,0"), ("wage", "8000"),
    ("own_pension", "400"), ("employer_pension", "800"), ("subsidy", "18840"), ("ceiling_kind", "unknown"),
    ("ceiling_kind", "stated"), ("ceiling", "340"), ("ceiling", "34000"), ("subsidy", "17000"), ("subsidy", "16000"),
    ("subsidy", "19000"),
    (LOSE, ""), ("subsidy", "18480"), (FIND, ""), ("subsidy", "18840"), ("month-month", "13"), ("month-month", "6"),
)  # fmt: skip
SESSIONS = {"income": ("income empty", INCOME), "payout": ("payout empty", PAYOUT)}
LISTEN = """() => {
  window.said = [];
  const live = document.getElementById("live");
  const note = () => live.textContent && said.push(live.textContent.replace(/\\s+/g, " ").trim());
  new MutationObserver(note).observe(live, { childList: true });
}"""


def come_to_rest(page: Page) -> None:
    """Let the time of the page go on until everything is said and emptied; the server answers in its own."""
    for _ in range(12):
        page.clock.run_for(300)
        expect(page.locator("form.htmx-request")).to_have_count(0)
    page.clock.run_for(6000)
    expect(page.locator("#live")).to_be_empty()


def do(page: Page, name: str, value: str) -> None:
    if name == LOSE:
        page.route("**/*", lambda route: route.fulfill(status=503))
    elif name == FIND:
        page.unroute("**/*")
    elif page.locator(f"[name={name}][type=radio]").count():
        page.locator(f"[name={name}][value={value}]").check(force=True)
    else:
        page.locator(f"[name={name}]").fill(value)
    come_to_rest(page)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("session", SESSIONS)
def test_what_is_said_in_a_session(open_page: OpenPage, session: str, language: str) -> None:
    state, steps = SESSIONS[session]
    page = arrive(lambda url, **options: open_page(url, expected_fault="503", **options), state, language)
    page.clock.install()
    page.evaluate(OPEN_ALL)
    page.evaluate(LISTEN)
    lines = []
    for name, value in steps:
        do(page, name, value)
        lines += [f"{name} {value}".strip(), *(f"    {said}" for said in page.evaluate("said.splice(0)"))]
    text = "\n".join(lines) + "\n"
    kept = TEXTS / f"{session}.{language}.txt"
    if os.environ.get("ANNOUNCED") == "write":
        kept.write_text(text, "utf-8")
    assert text == kept.read_text("utf-8")
