"""Words in another language are marked as such, so that screen readers pronounce them right."""

import re

import pytest
from playwright.sync_api import Page, expect

from fleksjob_site.texts.words import WORDS as WORD_LIST
from tests.browser.stops import arrive
from tests.browser.visiting import OpenPage

# Block by block the text in the page's own language, without text marked as another language.
OWN_WORDS = """() => {
  const blocks = new Map(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const {parentElement, textContent} = walker.currentNode;
    let block = parentElement;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    const own = parentElement.closest("[lang]") === document.documentElement;
    blocks.set(block, (blocks.get(block) ?? "") + (own ? textContent : ""));
  }
  return [...blocks.values()].map(text => text.replace(/\\s+/g, " "));
}"""
DIFFERING = [word.in_law for word in WORD_LIST.values() if word.terms["en"].word != word.in_law.word]
DANISH = {name.lower() for term in DIFFERING for name in (term.word, *term.also)}
DANISH |= {"a-indkomst", "am-bidrag", "am-indkomst", "delpension", "folkepension", "fritvalg", "plejevederlag",
           "søgnehelligdage", "tabt arbejdsfortjeneste", "tilpasningsprocent", "udbetalingsspecifikation",
           "§ 56-aftale"}  # fmt: skip
# English words as well.
DANISH -= {"status", "tempo"}
# A single term in any sentence.
TERM = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, DANISH))})(?![\w-])", re.IGNORECASE)
LAW = re.compile(r"\b(stk|nr)\. ?\d|\bLBK\b|\bBEK\b|\bVEJ\b|\blov om\b|bekendtgørelse|cirkulære", re.IGNORECASE)


def danish_in_brackets(text: str) -> set[str]:
    """Two words and the Danish one in brackets after them."""
    found = re.findall(r"((?:[\w-]+ ){1,2})\(([^()]+)\)", text)
    return {
        f"{before}({inside})"
        for before, inside in found
        if re.search("[æøå]", inside) or inside.lower().startswith(tuple(DANISH))
    }


def read_wrongly(page: Page) -> list[str]:
    """Danish text or stray markup that an English voice would read; every English page must have none."""
    found: list[str] = []
    for text in page.evaluate(OWN_WORDS):
        found += danish_in_brackets(text)
        found += TERM.findall(text)
        found += [text] if LAW.search(text) or "*" in text else []
    return [f"read by an English voice: {text[:100]}" for text in found]


@pytest.mark.parametrize(
    "said", ["A flexi-job (fleksjob)", "See LBK 280", "Work and *pause*", "the board (nævnet)", "Stop efterløn"]
)
def test_danish_for_an_english_voice_is_found(open_page: OpenPage, said: str) -> None:
    page = arrive(open_page, "home", "en")
    page.evaluate("said => { document.querySelector('#main p').textContent = said }", said)
    assert read_wrongly(page)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", ["home", "outcome points-towards", "guide the-job"])
def test_the_ways_to_the_other_language_are_read_in_it(open_page: OpenPage, name: str, language: str) -> None:
    page = arrive(open_page, name, language)
    expect(page.locator("html")).to_have_attribute("lang", language)
    for code, called in (("da", "Dansk"), ("en", "English")):
        # On a page with a form the way to the other language is a button.
        links = page.get_by_role("link", name=called, exact=True).or_(
            page.get_by_role("button", name=called, exact=True)
        )
        # The header names the other language alone, the foot of the page both.
        count = 1 if code == language else 2
        expect(links).to_have_count(count)
        assert [link.get_attribute("lang") for link in links.all()] == [code] * count
