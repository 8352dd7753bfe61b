"""The settings of htmx, which stand in a file of the scripts, hold on each page before htmx reads them."""

from tests.browser.visiting import WORDS, OpenPage

HELD = """() => htmx.config.historyCacheSize === 0 && htmx.config.allowEval === false && htmx.config.timeout === 10000
    && !document.head.querySelector('style')"""


def test_the_settings_hold_before_htmx_reads_them(open_page: OpenPage) -> None:
    page = open_page(WORDS["da"]["income"])
    assert page.evaluate(HELD)
