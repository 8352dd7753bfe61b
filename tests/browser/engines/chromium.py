"""Chromium by Playwright, through the same interface as the others."""

from playwright.sync_api import Browser, Error

from tests.browser.engines.engine import Engine, EngineError, Window


class Chromium(Engine):
    name = "chromium"

    def __init__(self, browser: Browser, *, scripts: bool) -> None:
        self._browser = browser
        self._scripts = scripts

    def window(self) -> "ChromiumWindow":
        return ChromiumWindow(self._browser, scripts=self._scripts)

    def quit(self) -> None:
        """Nothing: the browser belongs to the whole session."""


class ChromiumWindow(Window):
    def __init__(self, browser: Browser, *, scripts: bool) -> None:
        self._context = browser.new_context(java_script_enabled=scripts)
        self._page = self._context.new_page()

    def open(self, url: str) -> None:
        self._page.goto(url)

    def size(self, width: int, height: int) -> None:
        self._page.set_viewport_size({"width": width, "height": height})

    def back(self) -> None:
        # An error page of the browser is no response.
        try:
            self._page.go_back(wait_until="commit")
        except Error as error:
            raise AssertionError(f"Back leads to the browser's error page: {error.message}") from None

    def press_mouse(self, selector: str) -> None:
        self._page.locator(selector).first.click(force=True, no_wait_after=True)

    def keys(self, *keys: str) -> None:
        for key in keys:
            self._page.keyboard.press(key)

    def evaluate(self, expression: str) -> str:
        try:
            return str(self._page.evaluate(expression))
        except Error as error:
            raise EngineError(error.message) from None

    def screenshot(self) -> bytes:
        return self._page.screenshot()

    def close(self) -> None:
        self._context.close()
