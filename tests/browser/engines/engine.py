"""What each engine can do for a test: one interface to Firefox, WebKitGTK and Chromium."""

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

PHONE, DESK = (375, 700), (1280, 900)
# Long enough for the slowest machine; only waits as long as needed.
PATIENCE = 30.0
# Firefox shows an empty page for a moment before some pages.
LOADED = "document.readyState === 'complete' && document.URL !== 'about:blank'"
SELECT = "document.querySelector({selector})"
# A document restored from the back/forward cache has the origin of its own first load.
DOCUMENT = "[performance.timeOrigin, document.URL.split('#')[0]]"

# Where an element is, once a click in its middle would hit it or the label that draws it; else it is scrolled to.
IN_REACH = """(element => {
  const box = element?.getBoundingClientRect();
  const hit = box && document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  if (hit && (element.contains(hit) || [...element.labels ?? []].some(label => label.contains(hit)))) {
    return [scrollX, scrollY, box.left, box.top];
  }
  element?.scrollIntoView({block: "center", behavior: "instant"});
})(document.querySelector(%s))"""


class EngineError(Exception):
    """What the engine answered instead of doing what it was asked to do."""


class Window(ABC):
    """A window of its own in an engine, with no cookies of any other."""

    @abstractmethod
    def open(self, url: str) -> None: ...

    @abstractmethod
    def size(self, width: int, height: int) -> None:
        """Set the size of the page in CSS pixels."""

    @abstractmethod
    def back(self) -> None:
        """Go back in the history, without waiting for the page."""

    @abstractmethod
    def press_mouse(self, selector: str) -> None:
        """Click the middle of the first element that the selector finds, which is in sight."""

    @abstractmethod
    def keys(self, *keys: str) -> None:
        """Press keys one after the other: characters, or names such as Tab. "Control+a" is both at once."""

    @abstractmethod
    def evaluate(self, expression: str) -> str:
        """The value of an expression, which is a string."""

    @abstractmethod
    def screenshot(self) -> bytes:
        """The page as far as the window shows it, as PNG."""

    @abstractmethod
    def close(self) -> None: ...

    def click(self, selector: str) -> None:
        """Scroll to an element and click it, as soon as nothing covers it and it has come to rest.

        Firefox, for one, scrolls to the caret a frame after something is typed.
        """
        ends = time.monotonic() + PATIENCE
        before = None
        while True:
            missed = EngineError(f"nothing to click, or something covers it: {selector}")
            try:
                now = self.script(IN_REACH % json.dumps(selector))
                if now and now == before:
                    return self.press_mouse(selector)
                before = now
            except EngineError as error:
                missed = error
            if time.monotonic() > ends:
                raise missed
            time.sleep(0.05)

    def script(self, expression: str) -> Any:
        """The value of an expression; it runs also where the page's own scripts are switched off."""
        return json.loads(self.evaluate(f"JSON.stringify(({expression}) ?? null)"))

    def until(self, expression: str) -> None:
        """Wait until an expression is true; a page that is just being replaced has no value."""
        ends = time.monotonic() + PATIENCE
        while True:
            try:
                if self.script(f"!!({expression})"):
                    return
            except EngineError as error:
                if time.monotonic() > ends:
                    raise AssertionError(f"{expression}: {error}") from error
            if time.monotonic() > ends:
                raise AssertionError(f"never true at {self.url}: {expression}\n{self.text('body')[:600]}")
            time.sleep(0.03)

    def leads_on(self, act: Callable[[], None]) -> None:
        """Do something that leads to another page, or to the same one again, and wait until that has loaded."""
        before = json.dumps(self.script(DOCUMENT))
        act()
        self.until(f"JSON.stringify({DOCUMENT}) !== {json.dumps(_compact(before))} && {LOADED}")

    def follow(self, selector: str) -> None:
        """Follow a link or press a button."""
        self.leads_on(lambda: self.click(selector))

    def go_back(self) -> None:
        self.leads_on(self.back)

    def type(self, selector: str, text: str) -> None:
        """Type into a field, instead of what stands there."""
        focused = f"{SELECT.format(selector=json.dumps(selector))} === document.activeElement"
        self.click(selector)
        time.sleep(0.05)
        if not self.script(focused):
            # An answer that came between may have moved the field from under the mouse.
            self.click(selector)
        self.until(focused)
        self.keys("Control+a", "Delete", *text)

    @property
    def url(self) -> str:
        return str(self.script("document.URL"))

    def count(self, selector: str) -> int:
        return int(self.script(f"document.querySelectorAll({json.dumps(selector)}).length"))

    def property(self, selector: str, name: str) -> Any:
        """A property of the first element that the selector finds, such as `value` or `checked`."""
        return self.script(f"{SELECT.format(selector=json.dumps(selector))}?.{name}")

    def text(self, selector: str) -> str:
        """The text as it is shown, with plain spaces."""
        return " ".join(str(self.property(selector, "innerText") or "").split())

    def picture(self, path: Path) -> None:
        path.write_bytes(self.screenshot())


def _compact(text: str) -> str:
    """JSON as JavaScript writes it."""
    return json.dumps(json.loads(text), separators=(",", ":"), ensure_ascii=False)


class Engine(ABC):
    """A browser that is running, with or without JavaScript in its pages."""

    name: str

    @abstractmethod
    def window(self) -> Window:
        """Open a window of its own."""

    @abstractmethod
    def quit(self) -> None: ...
