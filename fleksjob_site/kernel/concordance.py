"""Which act or order replaced which, and how its paragraphs were renumbered.

The code cites paragraphs as they were numbered when they were read. When an act is replaced, one entry here gives the
new number of each paragraph, and every page, letter and API response cites by the day it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fleksjob_site.kernel.document import Document
from fleksjob_site.kernel.law import (
    BEK_SELF_EMPLOYED,
    BEK_SELF_EMPLOYED_2022,
    BEK_SELF_EMPLOYED_2023,
    BEK_SELF_EMPLOYED_2024,
    BEK_SUBSIDY,
    BEK_SUBSIDY_2023,
)


@dataclass(frozen=True, slots=True)
class Replacement:
    """An act that another replaces on its first day, and the new number of each paragraph.

    `paragraphs` maps `§ 123` to `§ 88`; an entry for `§ 123, stk. 2` takes precedence. None where
    every paragraph keeps its number.
    """

    old: Document
    new: Document
    paragraphs: Mapping[str, str] | None = None

    @property
    def since(self) -> date:
        """The first day of the new act."""
        assert self.new.since, f"{self.new.short} has no first day"
        return self.new.since

    def new_number(self, paragraph: str) -> str:
        """The number in the new act of a paragraph of the old one; KeyError if there is no entry."""
        return paragraph if self.paragraphs is None else _renumbered(paragraph, self.paragraphs)

    def old_number(self, paragraph: str) -> str:
        """The reverse of `new_number`."""
        if self.paragraphs is None:
            return paragraph
        return _renumbered(paragraph, {new: old for old, new in self.paragraphs.items()})


CONCORDANCE: tuple[Replacement, ...] = (
    Replacement(BEK_SUBSIDY_2023, BEK_SUBSIDY),
    Replacement(BEK_SELF_EMPLOYED_2022, BEK_SELF_EMPLOYED_2023),
    Replacement(BEK_SELF_EMPLOYED_2023, BEK_SELF_EMPLOYED_2024),
    Replacement(BEK_SELF_EMPLOYED_2024, BEK_SELF_EMPLOYED),
)


def cited_on(document: Document, paragraph: str, day: date) -> tuple[Document, str]:
    """The act in force on the day and the paragraph's number in it; unchanged if no replacement is known."""
    for entry in CONCORDANCE:
        try:
            if entry.old == document and entry.since <= day:
                return cited_on(entry.new, entry.new_number(paragraph), day)
            if entry.new == document and day < entry.since:
                return cited_on(entry.old, entry.old_number(paragraph), day)
        except KeyError:
            continue
    return document, paragraph


def names_of(document: Document, paragraph: str) -> Iterator[tuple[Document, str]]:
    """Every past, present and future name of the paragraph, the given one first."""
    todo, seen = [(document, paragraph)], set()
    while todo:
        place = todo.pop()
        if place in seen:
            continue
        seen.add(place)
        yield place
        for entry in CONCORDANCE:
            try:
                if entry.old == place[0]:
                    todo.append((entry.new, entry.new_number(place[1])))
                if entry.new == place[0]:
                    todo.append((entry.old, entry.old_number(place[1])))
            except KeyError:
                continue


def repealed_on(document: Document) -> date | None:
    """The day on which the document is repealed; None if none is known."""
    return min((entry.since for entry in CONCORDANCE if entry.old == document), default=document.until)


PARAGRAPH_NUMBER = r"\d+(?: [a-zæøå]\b)?"
"""Pattern of `126` and `189 a`."""
_LIST = re.compile(rf"(§§? )({PARAGRAPH_NUMBER}(?:(?:-| og |, ){PARAGRAPH_NUMBER})*)")
_NUMBER = re.compile(PARAGRAPH_NUMBER)


def numbers_in(paragraph: str) -> tuple[str, ...]:
    """The paragraphs that a citation names: `§ 126` and `§ 189 a` of `§ 126, stk. 5, jf. § 189 a`."""
    return tuple(f"§ {number}" for _, listed in _LIST.findall(paragraph) for number in _NUMBER.findall(listed))


def _renumbered(paragraph: str, numbers: Mapping[str, str]) -> str:
    if paragraph in numbers:
        return numbers[paragraph]

    def of_list(found: re.Match[str]) -> str:
        return found[1] + _NUMBER.sub(lambda number: numbers[f"§ {number[0]}"].removeprefix("§ "), found[2])

    return _LIST.sub(of_list, paragraph)
