"""The states of the search."""

from collections.abc import Iterator

from tests.browser.acts import filled, press
from tests.browser.state import State


def searches() -> Iterator[State]:
    """Nothing typed yet, hits, none, a text that is too long, and an error."""
    yield State("search empty", "search")
    yield State("search with hits", "search", act=filled({"q": "ferie pension"}))
    yield State("search by an example", "search", act=press("#main .link-list button"))
    yield State("search without hits", "search", act=filled({"q": "qqqqqqqq"}))
    yield State("search of a long text", "search", act=filled({"q": "fleksjob " * 30}))
    yield State("search in error", "search", act=filled({"q": ""}))
