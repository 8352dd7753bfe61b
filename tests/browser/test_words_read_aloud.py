"""Words of the other language are marked as such, so that a voice reads them as what they are."""

import re

import pytest
from playwright.sync_api import expect

from fleksjob_site.pages.guides import GUIDES
from fleksjob_site.pages.words import WORDS as WORD_LIST
from tests.browser.stops import arrive
from tests.browser.test_read_aloud import PAGES
from tests.browser.visiting import OpenPage

# Block by block the text that is read by the voice of the page's own language; what another reads is left out of it.
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
DANISH = {name.lower() for word in WORD_LIST.values() if word.en != word.da for name in (word.da, *word.da_also)}
DANISH |= {"a-indkomst", "am-bidrag", "§ 56-aftale"}
LAW = re.compile(r"\b(stk|nr)\. ?\d|\bLBK\b|\bBEK\b|\bVEJ\b|\blov om\b|bekendtgørelse|cirkulære", re.IGNORECASE)
NOT_MARKED_YET = {
    # In the texts of the law code and in forms, which hold no marks.
    "A flexi-job (fleksjob)", "Appeals Board (Ankestyrelsen)", "at work (personlig assistance)",
    "For A-income (A-indkomst)", "market contribution (AM-bidrag, 8 %)", "on illness (§ 56-aftale)",
    "flexi-wage subsidy (fleksløntilskud)", "for employers (fleksjobbevis)", "for working (samlet beskrivelse)",
    "senior pension (seniorpension)", "the workplace (hjælpemidler)", "unemployment benefit (dagpenge)",
    "unemployment fund (a-kasse)", "wage ceiling (lønloft)", "wage subsidy (løntilskud)",
    "work placement (virksomhedspraktik)",
    # In the notes of the rates.
    "another benefit (ledighedsydelse)",
    # In the heading of the front page, which is its title too.
    "Flexi-job (fleksjob)",
}  # fmt: skip


def danish_in_brackets(text: str) -> set[str]:
    """Two words and the Danish one in brackets after them."""
    found = re.findall(r"((?:[\w-]+ ){1,2})\(([^()]+)\)", text)
    return {
        f"{before}({inside})"
        for before, inside in found
        if re.search("[æøå]", inside) or inside.lower().startswith(tuple(DANISH))
    }


def test_on_english_pages_danish_is_read_as_danish(open_page: OpenPage) -> None:
    unmarked: set[str] = set()
    for name in dict.fromkeys((*PAGES, *(f"guide {guide.key}" for guide in GUIDES))):
        page = arrive(open_page, name, "en")
        for text in page.evaluate(OWN_WORDS):
            assert not LAW.search(text), f"{name}: {text}"
            assert "*" not in text, f"{name}: {text}"
            unmarked |= danish_in_brackets(text)
        page.context.close()
    assert unmarked == NOT_MARKED_YET


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_the_ways_to_the_other_language_are_read_in_it(open_page: OpenPage, name: str, language: str) -> None:
    page = arrive(open_page, name, language)
    expect(page.locator("html")).to_have_attribute("lang", language)
    for code, called in (("da", "Dansk"), ("en", "English")):
        links = page.get_by_role("link", name=called, exact=True)
        expect(links).to_have_count(2)
        assert [link.get_attribute("lang") for link in links.all()] == [code, code]
