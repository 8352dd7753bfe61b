"""The pieces that a letter is made of, in the language of the moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.texts.sources import cited
from fleksjob_site.texts.writing import say


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the letter: `text` for headings, paragraphs and a picture's description, `items` for lists.

    Tables have `heads` and `rows`: "pairs" and "answers" two columns, "figures" a name and three amounts.
    "blanks" are lines to fill in by hand, one for each of `items`; "break" begins a page.
    """

    kind: str
    text: str = ""
    level: int = 0
    items: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    svg: str = ""


def sources_block(sources: Iterable[Source], *, sureness: bool = True) -> Block:
    """Where it stands, each place once and in the order given; `rows` keeps the documents for the list at the end.

    How sure a place is stands with it where it was not simply read in the law; never where `sureness` is False, as in
    what a citizen writes in their own name.
    """
    once = dict.fromkeys(map(cited, sources))
    places = dict.fromkeys(f"{source.place}{_sureness(source) if sureness else ''}" for source in once)
    documents = dict.fromkeys((source.document.short, f"{source.document.title}. {source.url}") for source in once)
    return Block("sources", items=tuple(places), rows=tuple(documents))


def _sureness(source: Source) -> str:
    status = [] if source.status == Status.LAW else [_(source.status.label)]
    remark = [say(source.remark)] if source.remark else []
    return f" ({'; '.join([*status, *remark])})" if status or remark else ""


def documents_of(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """What the short names stand for, with addresses."""
    cited = {row for block in blocks if block.kind == "sources" for row in block.rows}
    if cited:
        yield Block("heading", _("What the short names stand for"), level=2)
        yield Block("documents", items=tuple(f"{short}: {title}" for short, title in sorted(cited)))
