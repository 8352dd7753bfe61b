"""What Firefox or WebKit alone does to the pages: hyphens, sheets of paper, and notes that it can't place."""

import io

import pytest
from django.urls import reverse
from django.utils.translation import override
from pypdf import PdfReader

from tests.browser.conftest import Server
from tests.browser.engines.engine import Window
from tests.browser.engines.firefox import FirefoxWindow
from tests.browser.visiting import WORDS

PAGES = ("home", "your-rights", "the-job", "words", "trust", "income", "payout", "year")
# The words of headings and labels that stand on two lines, with a bar where they are cut.
CUT = """[...document.querySelectorAll("h1, h2, h3, legend, label, .way-in strong, th")].flatMap(element => {
  const cut = [], walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const lines = (text, from, to) => {
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    return new Set([...range.getClientRects()].filter(box => box.width > 1).map(box => Math.round(box.top))).size;
  };
  while (element.getBoundingClientRect().width > 20 && walk.nextNode()) {
    for (const { 0: word, index } of walk.currentNode.data.matchAll(/\\p{L}+/gu)) {
      if (lines(walk.currentNode, index, index + word.length) < 2) continue;
      let first = 1;
      while (lines(walk.currentNode, index, index + first + 1) < 2) first++;
      cut.push(`${word.slice(0, first)}|${word.slice(first)}`);
    }
  }
  return cut;
})"""


def only(name: str, **options: object) -> pytest.MarkDecorator:
    """In one engine, with scripts and these options."""
    return pytest.mark.parametrize(
        "engine", [pytest.param((name, {"scripts": True} | options), id=name)], indirect=True
    )


# WebKitGTK has no Danish hyphens.
@only("firefox")
def test_no_everyday_word_of_a_heading_or_label_is_cut(window: Window, server: Server) -> None:
    cut: set[str] = set()
    for page in PAGES:
        window.open(server.url + reverse(page))
        window.script("document.querySelectorAll('details').forEach(details => { details.open = true })")
        cut |= set(window.script(CUT))
    assert cut, "long words are cut, so that no page is wider than a phone"
    assert {word for word in cut if len(word) < 13 or min(map(len, word.split("|"))) < 5} == set()


@only("firefox")
@pytest.mark.parametrize("page", ["the-job", "words", "your-rights"])
def test_no_heading_is_the_last_line_of_a_sheet(window: FirefoxWindow, server: Server, page: str) -> None:
    window.open(server.url + reverse(page))
    selector = "h1, h2, h3, summary"
    found = window.script(f"[...document.querySelectorAll('{selector}')].map(element => element.textContent)")
    headings = {" ".join(heading.split()) for heading in found}
    sheets = PdfReader(io.BytesIO(window.printed())).pages
    assert len(sheets) > 4
    last = [
        [*filter(None, (" ".join(line.split()) for line in sheet.extract_text().splitlines()))][-1:] for sheet in sheets
    ]
    assert [line for lines in last for line in lines if line in headings] == []


@only("firefox", preferences={"layout.css.details-content.enabled": False})
def test_explanations_are_printed_where_no_style_can_open_them(window: FirefoxWindow, server: Server) -> None:
    window.open(server.url + "/en/your-rights/")
    assert window.script("CSS.supports('selector(::details-content)')") is False
    texts = window.script("[...document.querySelectorAll('details:not([open]) .source-list a')].map(link => link.href)")
    assert len(texts) > 5
    printed = "".join("".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(window.printed())).pages).split())
    assert [text for text in texts if text not in printed] == []
    assert window.count("details[open]") == 0


# Safari from 17, which has no anchor positioning before 26.
@only("webkit", without=("anchors",))
@pytest.mark.parametrize("size", [(375, 700), (667, 320), (320, 480)], ids=str)
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_note_stays_inside_the_window_where_it_cannot_be_anchored(
    window: Window, server: Server, size: tuple[int, int], language: str
) -> None:
    window.size(*size)
    window.open(server.url + WORDS[language]["income"])
    assert window.script("CSS.supports('position-area: block-end')") is False
    # Text of twice the size, as a visitor may have set it.
    window.script("document.documentElement.style.fontSize = '125%'")
    for number in range(2):
        selector = f".word-toggle[popovertarget='{window.script(TOGGLES)[number]}']"
        window.click(selector)
        window.until("document.querySelector('.word-note:popover-open')")
        box = window.script("(note => { const { left, top, right, bottom } = note.getBoundingClientRect();"
                            " return [left, top, right, bottom, note.scrollWidth - note.clientWidth]; })"
                            "(document.querySelector('.word-note:popover-open'))")  # fmt: skip
        left, top, right, bottom, sideways = box
        assert (left >= 0, top >= 0, right <= size[0], bottom <= size[1], sideways) == (True, True, True, True, 0), box
        window.keys("Escape")
        window.until("!document.querySelector('.word-note:popover-open')")


TOGGLES = "[...document.querySelectorAll('main .word-toggle')].map(toggle => toggle.getAttribute('popovertarget'))"


@only("webkit", without=("popover", "anchors"))
def test_without_popovers_a_word_leads_to_the_word_list(window: Window, server: Server) -> None:
    window.open(server.url + "/en/income/")
    assert window.script("CSS.supports('selector(:popover-open)')") is False
    shown = (
        "[...document.querySelectorAll('.word-toggle, .word-note')].filter(element => element.checkVisibility()).length"
    )
    assert window.script(shown) == 0
    assert window.script("document.documentElement.scrollWidth") <= 375
    with override("en"):
        words = reverse("words")
    window.follow(f"main a[href^='{words}#']")
    assert words in window.url
