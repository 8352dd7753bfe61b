"""An act, an executive order or a decision, and when it is in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

READ = date(2026, 3, 8)
"""The day of the public copy of retsinformation.dk that most acts and executive orders were read in."""


@dataclass(frozen=True, slots=True)
class Document:
    """An act, order or decision: short name, Danish title, and the address where it was read.

    `verified` is the day that its text was last read. `since` is the first day on which its paragraphs hold under
    these numbers, `until` the day on which it is repealed without a successor that `concordance` names; None where
    the day does not matter or is not known.
    """

    short: str
    title: str
    url: str
    verified: date | None = None
    since: date | None = None
    until: date | None = None

    def __hash__(self) -> int:
        # Sources are looked up hundreds of times a page, and the URL identifies a document.
        return hash(self.url)


def act(
    short: str,
    title: str,
    year: int,
    number: int,
    *,
    since: date | None = None,
    until: date | None = None,
    verified: date = READ,
) -> Document:
    """An act or order of retsinformation.dk, by its year and number there."""
    url = f"https://www.retsinformation.dk/eli/lta/{year}/{number}"
    return Document(short, title, url, verified, since, until)
