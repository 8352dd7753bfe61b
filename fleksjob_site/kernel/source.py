"""The source of a rule or figure in law, cited as it was numbered on a given day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Protocol, TypeVar

from fleksjob_site.kernel.concordance import cited_on, repealed_on
from fleksjob_site.kernel.document import Document
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Text


@dataclass(frozen=True, slots=True)
class Source:
    """The document, the paragraph as Danish law writes it, and how sure the rule or figure is.

    The code cites the numbering that applied when a source was read. `on` gives that of another `day`, and `remark`
    says if the law of that day was not read.
    """

    document: Document
    paragraph: str
    status: Status = Status.LAW
    day: date | None = None

    def __hash__(self) -> int:
        # Sources are looked up hundreds of times a page, and few of different documents share a paragraph.
        return hash(self.paragraph)

    def on(self, day: date) -> Source:
        """The same source under its name on that day; a source that already has a day keeps it."""
        return self if self.day else _on(self.document, self.paragraph, self.status, day)

    @property
    def url(self) -> str:
        return self.document.url

    @property
    def place(self) -> str:
        """`LAB § 123, stk. 1`: the document, and the paragraph where one is named."""
        return f"{self.document.short} {self.paragraph}".strip()

    @property
    def remark(self) -> Text | None:
        """A caveat if the law of the day was not read, so that another version is cited."""
        since, until = self.document.since, repealed_on(self.document)
        if self.day and since and self.day < since:
            return Text(N_("in force since {since}; we have not read what applied before"), {"since": since})
        if self.day and until and until <= self.day:
            return Text(N_("repealed on {until}; we have not read what applies now"), {"until": until})
        return None


@cache
def _on(document: Document, paragraph: str, status: Status, day: date) -> Source:
    return Source(*cited_on(document, paragraph, day), status, day)


class Citing(Protocol):
    """Anything that has sources."""

    @property
    def sources(self) -> tuple[Source, ...]: ...


C = TypeVar("C", bound=Citing)


def on_day(statement: C, day: date) -> C:
    """The same statement with its sources under their names on that day."""
    changes: dict[str, Any] = {"sources": tuple(source.on(day) for source in statement.sources)}
    return replace(statement, **changes)  # type: ignore[type-var]  # everything with sources is a dataclass
