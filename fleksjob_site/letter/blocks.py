"""The pieces that a letter is made of, in the active language."""

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

    Tables have `heads` and `rows`: "pairs" and "answers" two columns, "ticks" a line, yes or no and an amount,
    "figures" a name and three amounts. "sources" and "documents" have `urls` for their `items`. "blanks" are lines
    to fill in by hand, one for each of `items`, and "fields" the same in one line, with `level` more room above.
    "lines" is ruled space for handwriting, `level` lines of it, or the rest of the page if that is 0. "paragraph"
    is part of a text that the visitor sends, and "break" starts a page.
    """

    kind: str
    text: str = ""
    level: int = 0
    items: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    svg: str = ""
    urls: tuple[str, ...] = ()


def sources_block(sources: Iterable[Source], *, show_status: bool = True) -> Block:
    """The sources, each once and in the order given; `rows` keeps the documents for the list at the end.

    A status other than "read in the law" is added to the source, unless `show_status` is False, as in text that
    citizens send in their own name.
    """
    once = dict.fromkeys(map(cited, sources))
    places = {f"{source.place}{_status_note(source) if show_status else ''}": source.url for source in once}
    documents = dict.fromkeys((source.document.short, source.document.title, source.url) for source in once)
    return Block("sources", items=tuple(places), rows=tuple(documents), urls=tuple(places.values()))


def _status_note(source: Source) -> str:
    status = [] if source.status == Status.LAW else [_(source.status.label)]
    remark = [say(source.remark)] if source.remark else []
    return f" ({'; '.join([*status, *remark])})" if status or remark else ""


def documents_of(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The full names of the cited documents, linked to where they can be read."""
    cited = sorted({row for block in blocks if block.kind == "sources" for row in block.rows})
    if cited:
        yield Block("heading", _("What the short names stand for"), level=2)
        names, urls = tuple(f"{short}: {title}" for short, title, _url in cited), tuple(url for _s, _t, url in cited)
        yield Block("documents", items=names, urls=urls)
