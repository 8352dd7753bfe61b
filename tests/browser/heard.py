"""A page as a virtual screen reader reads it from top to bottom, as text with a line for each thing; its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from textwrap import dedent

from playwright.sync_api import Page

from tests.browser.node import in_page

EXPORTS = 'export {virtual as reader} from "@guidepup/virtual-screen-reader/browser.js";'
LISTEN = """async () => {
  await heard.reader.start({container: document.body});
  do await heard.reader.next(); while (await heard.reader.lastSpokenPhrase() !== "end of document");
  const phrases = await heard.reader.spokenPhraseLog();
  await heard.reader.stop();
  return phrases;
}"""

MARKS = {
    **dict.fromkeys(("paragraph", "caption", "rowgroup", "document"), ""),
    "listitem": "- ",
    **{role: f"{role}: " for role in ("term", "definition")},
}
"""How a line begins that is no more than what it holds."""
INLINE = ("link", "button", "strong", "emphasis")
"""What stands within a line."""
BLANK = re.compile(r"[\s\u00a0]+")
UNHEARD = re.compile("[\u2060\u00ad\u200b]")


@dataclass(slots=True)
class Said:
    """What is said of one thing, and what is said within it."""

    phrase: str
    within: list[Said] = field(default_factory=list)

    @property
    def role(self) -> str:
        return self.phrase.partition(",")[0]

    @property
    def name(self) -> str:
        """Without the places in lists, which are counted in vain."""
        name = self.phrase.partition(", ")[2]
        return re.sub(r",? ?(level \d+, )?position \d+, set size \d+", "", name)


def heard(page: Page) -> list[str]:
    """All phrases from the top of the page to its end."""
    # Evaluated by the debugger, since the page's CSP forbids foreign scripts.
    page.evaluate(in_page(EXPORTS, "heard"))
    phrases: list[str] = page.evaluate(LISTEN)
    return [BLANK.sub(" ", UNHEARD.sub("", phrase)).strip() for phrase in phrases]


def nested(phrases: list[str]) -> Said:
    """Phrases with an end hold what was said in between."""
    ends = [re.sub(r"^end(, | of )", "", phrase) if phrase.startswith("end") else None for phrase in phrases]
    top = Said("all")
    open_ = [top]
    for at, phrase in enumerate(phrases):
        if ends[at] is not None and any(said.phrase == ends[at] for said in open_):
            while open_.pop().phrase != ends[at]:
                pass
            continue
        said = Said(phrase)
        open_[-1].within.append(said)
        if phrase in ends[at:]:
            open_.append(said)
    return top


def lines(said: Said, depth: int = 0) -> Iterator[str]:
    """What is heard, one line for each thing, further in for each thing around it."""
    line: list[str] = []
    space = "  " * depth
    for part in said.within:
        if (inline := _inline(part)) is not None:
            line += [inline] if inline else []
            continue
        if line:
            yield space + _joined(line)
            line = []
        if part.role in MARKS:
            inner = list(lines(part, depth))
            yield from [space + MARKS[part.role] + inner[0].strip(), *inner[1:]] if inner else []
        elif part.role == "row":
            yield space + " | ".join(_cell(cell) for cell in part.within)
        elif part.role == "heading":
            text, _comma, level = part.name.rpartition(", level ")
            yield f"{space}heading {level}: {text}"
        elif not re.match(ROLES, part.phrase):
            yield space + part.phrase
            yield from lines(part, depth + 1)
        else:
            yield f"{space}{part.role}: {part.name}" if part.name else f"{space}{part.role}"
            yield from lines(part, depth + 1)
    if line:
        yield space + _joined(line)


def _joined(parts: list[str]) -> str:
    """No space before what ends a sentence, and none inside brackets."""
    return re.sub(r"(?<=\() | (?=[).,;:?!])", "", " ".join(parts))


def _cell(cell: Said) -> str:
    return cell.name or " ".join(text for part in cell.within if (text := _inline(part) or part.phrase))


def _inline(said: Said) -> str | None:
    """A thing that is heard within a line, if it is one."""
    if said.role in INLINE and not any(part.role == "heading" for part in said.within):
        if said.role in ("strong", "emphasis"):
            return " ".join(part.phrase for part in said.within)
        return f"[{said.role}: {said.name}]"
    known = re.match(ROLES, said.phrase)
    return None if known or said.within else said.phrase


ROLES = (
    r"(banner|main|contentinfo|navigation|region|form|search|group|radiogroup|list|listitem|table|row|rowgroup|cell|"
    r"columnheader|rowheader|caption|heading|paragraph|term|definition|textbox|radio|checkbox|slider|combobox|option|"
    r"spinbutton|img|status|alert|complementary|article|figure|document|separator|blockquote|link|listbox)(,|$)"
)


AFTER = ("status", "contentinfo")


def written(page: Page, name: str, *, whole: bool = True) -> str:
    """What is heard of the page, or of its main part, under a name."""
    found = list(lines(nested(heard(page))))
    if not whole:
        found = found[found.index("main") + 1 : next(at for at, line in enumerate(found) if line in AFTER)]
    return f"# {name}\n\n" + dedent("\n".join(found)) + "\n"


AMOUNT = re.compile(r"[+−-]?(?:DKK [\d,.]*\d|\d[\d.,]*\d* kr\.)")


NAMED = re.compile(rf"([^.:]+): ({AMOUNT.pattern})")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What must reach the ear: headings with their levels, verdicts in order, and amounts with their names."""

    headings: tuple[str, ...]
    verdicts: tuple[str, ...]
    amounts: tuple[tuple[str, ...], ...]


def meaning(text: str, verdicts: set[str]) -> Meaning:
    """The meaning of a text as `written` makes it."""
    heads: list[str] = []
    said: list[str] = []
    amounts: list[tuple[str, ...]] = []
    before = ""
    for line in (line.strip().removeprefix("- ") for line in text.splitlines()):
        if line.startswith("heading "):
            heads.append(line)
        if line in verdicts:
            said.append(line)
        shown = line.removeprefix("definition: ")
        if " | " in line and AMOUNT.search(line):
            name, *cells = line.split(" | ")
            amounts.append((name, *(found for cell in cells for found in AMOUNT.findall(cell))))
        elif named := NAMED.fullmatch(line):
            amounts.append(named.groups())
        elif AMOUNT.fullmatch(shown):
            amounts.append((before.removeprefix("term: "), shown))
        before = line
    return Meaning(tuple(heads), tuple(said), tuple(amounts))
