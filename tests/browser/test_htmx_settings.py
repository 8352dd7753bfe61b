"""The settings of htmx come with the scripts, and are there before htmx starts."""

from tests.browser.visiting import WORDS, OpenPage

HELD = """() => htmx.config.historyCacheSize === 0 && htmx.config.allowEval === false && htmx.config.timeout === 10000
    && !document.head.querySelector('style')"""


def test_htmx_starts_with_our_settings(open_page: OpenPage) -> None:
    page = open_page(WORDS["da"]["income"])
    assert page.evaluate(HELD)
