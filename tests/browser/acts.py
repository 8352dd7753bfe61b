"""Actions of a visitor that bring a page into one of its states."""

from collections.abc import Callable

from playwright.sync_api import Page

Act = Callable[[Page], object]


def press(selector: str) -> Act:
    """Press a button or follow a link, and wait for the page it leads to."""

    def act(page: Page) -> None:
        with page.expect_navigation():
            page.locator(selector).first.click()

    return act


def filled(values: dict[str, str], button: str = "#main form .button-primary") -> Act:
    """Fill in fields and press the form's first button, or another."""

    def act(page: Page) -> None:
        for name, value in values.items():
            page.locator(f"[name='{name}']").first.fill(value)
        press(button)(page)

    return act


def open_a_definition(page: Page) -> None:
    page.locator(".word-toggle").first.click()
    page.locator(".word-note:popover-open").wait_for()


def open_the_papers(page: Page) -> None:
    """Unfold the drawn papers, where they are not in sight already."""
    summary = page.locator("#papers > summary")
    if summary.is_visible():
        summary.click()
    page.locator(".paper").first.wait_for()


def typed(values: dict[str, str]) -> Act:
    """Type into fields and wait for the live update."""

    def act(page: Page) -> None:
        for name, value in values.items():
            page.locator(f"[name='{name}']").first.fill(value)
        page.locator("[data-result]").wait_for()

    return act


def leave_an_error(page: Page) -> None:
    """Type what is no amount and go on to the next field, so that the result is older than what is typed."""
    page.locator("#id_wage").fill("1.23.4")
    page.locator("#id_wage").press("Tab")
    page.locator("p[data-old-note=changed]").wait_for()


def choose_a_wrong_day(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    for part, text in (("day", "1"), ("month", "1"), ("year", "1900")):
        page.locator(f"[name=day-{part}]").fill(text)
    press("form:has([name=day-day]) button")(page)


def delete_in_another_tab(page: Page) -> None:
    """Delete everything in another tab, and then submit this page."""
    other = page.context.new_page()
    other.goto(page.url)
    press(".flow-tools a")(other)
    press("#main .button-warning")(other)
    other.close()
    press("#income-form .button-primary")(page)


def change_in_another_tab(page: Page) -> None:
    """Submit the same form with another wage in another tab, and then submit this page."""
    other = page.context.new_page()
    other.goto(page.url)
    for tab, wage in ((other, "210"), (page, "220")):
        tab.locator("#id_wage").fill(wage)
        press("#income-form .button-primary")(tab)
    other.close()


def leave_a_question_out_in_another_tab(page: Page) -> None:
    """Change an answer in another tab so that the question of this page is not asked, and then submit this page."""
    other = page.context.new_page()
    other.goto(page.url)
    while other.locator("#id_answer-year").count() == 0:
        press(".back-link")(other)
    other.locator("#id_answer-year").fill("1940")
    press("#answer-form .button-primary")(other)
    other.close()
    press("#answer-form .button-primary")(page)


def send_without_token(page: Page) -> None:
    page.locator("[name=csrfmiddlewaretoken]").first.evaluate("field => { field.value = 'old' }")
    press("#main form .button-primary")(page)
