"""All documents that can be cited: those of the law code, and more from sources.toml."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from django.utils.timezone import localdate
from pydantic import BaseModel, ConfigDict, TypeAdapter

from fleksjob_site.kernel import law, practice
from fleksjob_site.kernel.concordance import repealed_on
from fleksjob_site.kernel.data_file import read_toml
from fleksjob_site.kernel.document import Document
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status

FILE = Path(__file__).parent / "sources.toml"

LAW = {name: value for name, value in vars(law).items() if isinstance(value, Document)}
"""The acts and orders by name."""


class _Entry(BaseModel):
    """A document as the file has it."""

    model_config = ConfigDict(strict=True, extra="forbid")

    short: str
    title: str
    url: str
    verified: date | None = None


PRACTICE = {name: value for name, value in vars(practice).items() if isinstance(value, Document)} | {
    name: Document(**vars(entry))
    for name, entry in read_toml(FILE, TypeAdapter(dict[str, _Entry]).validate_python).items()
}
"""Documents about the law and the scheme that are not law, by name."""


DOCUMENTS = LAW | PRACTICE
assert len(DOCUMENTS) == len(LAW) + len(PRACTICE), "two documents have one name"


RULES_CHECKED = min(document.verified for document in LAW.values() if document.verified)
"""The day on which the oldest reading of an act was made."""

_day: ContextVar[date | None] = ContextVar("day", default=None)


@contextmanager
def as_on(day: date) -> Iterator[None]:
    """Within this context, sources without a day of their own are cited by their names on `day`."""
    token = _day.set(day)
    try:
        yield
    finally:
        _day.reset(token)


def cited(source: Source) -> Source:
    """The source under its name on its own day, or on the day of `as_on`, or today."""
    return source if source.day else source.on(_day.get() or _today())


def all_cited(sources: Iterable[Source]) -> tuple[Source, ...]:
    """The same for several."""
    return tuple(map(cited, sources))


def _today() -> date:
    return _date_in(int(time.time() // 60))


# Every source of a page asks, and it takes a while. A day ends with a minute.
@lru_cache(maxsize=1)
def _date_in(_minute: int) -> date:
    return localdate()


def source(document: str, paragraph: str = "", status: str = "law", *, history: bool = False) -> Source:
    """A source as a template names it: the document, the paragraph, and how certain the rule is; KeyError if unknown.

    With `history`, the page describes past law: a repealed document is cited as of its last day.
    """
    named = Source(DOCUMENTS[document], paragraph, Status(status))
    until = repealed_on(named.document)
    return named.on(until - timedelta(days=1)) if history and until else named
