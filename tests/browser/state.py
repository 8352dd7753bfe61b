"""One page in one of its states, and the cookies of a visitor with its data."""

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.translation import override

from tests.browser.acts import Act
from tests.visitor import cookies_of


@dataclass(frozen=True, slots=True)
class State:
    """A page in one of its states: which pattern it belongs to, where it lies, and what is done to get there.

    `session` is what the visitor has told before, `start` the pattern of the page that `act` begins on where that is
    another, and `fault` what the console says of the answer's status.
    """

    name: str
    pattern: str
    session: dict[str, Any] = field(default_factory=dict)
    arguments: dict[str, Any] = field(default_factory=dict)
    act: Act | None = None
    start: str | None = None
    address: str | None = None
    fault: str | None = None

    def url(self, language: str) -> str:
        """Its URL in a language."""
        if self.address:
            return ("" if language == "da" else "/en") + self.address
        with override(language):
            return reverse(self.start or self.pattern, kwargs=self.arguments)


def browser_cookies(content: dict[str, Any], url: str) -> list[Any]:
    """The cookies of a visitor with this data, in the format of Playwright."""
    return [{"name": name, "value": value, "url": url} for name, value in cookies_of(content).items()]
