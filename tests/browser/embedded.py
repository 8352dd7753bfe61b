"""The calculators for other websites, each in a window by itself; in a frame they are the same."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.browser.acts import Act, filled, press, typed
from tests.browser.state import State

NEEDED = {"hours_per_week": "18", "wage": "200"}
A_MONTH = {
    "month-month": "5", "month-year": "2026", "wage": "8000", "own_pension": "400", "employer_pension": "800",
    "subsidy": "17000",
}  # fmt: skip


def checked(ceiling: str, shown: str) -> Act:
    """Check a month with this stated ceiling; `shown` is what the answer must have."""

    def act(page: Page) -> None:
        page.locator("[name='ceiling_kind'][value='stated']").check()
        filled(A_MONTH | {"ceiling": ceiling})(page)
        page.locator(shown).first.wait_for()

    return act


def embedded() -> Iterator[State]:
    """All their states."""
    yield State("embedded income", "embed-income")
    yield State("embedded income with result", "embed-income", act=filled(NEEDED))
    yield State("embedded income answered while typing", "embed-income", act=typed(NEEDED))
    yield State("embedded income in error", "embed-income", act=filled({"wage": "1.23.4", "hours_per_week": "400"}))
    yield State("embedded payout", "embed-payout")
    yield State("embedded payout in error", "embed-payout", act=press("#main form .button-primary"))
    yield State("embedded payout with an answer", "embed-payout", act=checked("34000", "#answer .amounts"))
    yield State("embedded payout with a question", "embed-payout", act=checked("9000", "#answer button"))
