"""What a visitor does on a page to bring it into one of its states."""

from collections.abc import Callable

from playwright.sync_api import Page

Act = Callable[[Page], object]


def press(selector: str) -> Act:
    """Press a button or follow a link, and wait for the page it leads to."""

    def act(page: Page) -> None:
        with page.expect_navigation():
            page.locator(selector).first.click()

    return act


def filled(values: dict[str, str]) -> Act:
    """Write into fields and press the form's first button."""

    def act(page: Page) -> None:
        for name, value in values.items():
            page.locator(f"[name='{name}']").first.fill(value)
        press("#main form .button-primary")(page)

    return act


def open_a_definition(page: Page) -> None:
    page.locator(".word-toggle").first.click()
    page.locator(".word-note:popover-open").wait_for()


def typed(values: dict[str, str]) -> Act:
    """Write into fields until the page answers by itself."""

    def act(page: Page) -> None:
        for name, value in values.items():
            page.locator(f"[name='{name}']").first.fill(value)
        page.locator("[data-announce]").wait_for()

    return act


def choose_a_wrong_day(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    page.locator("[name=day]").fill("1900-01-01")
    press("form:has([name=day]) button")(page)


def send_without_token(page: Page) -> None:
    page.locator("[name=csrfmiddlewaretoken]").first.evaluate("field => { field.value = 'old' }")
    press("#main form .button-primary")(page)
