"""The schema of a session: its entries, the cookie for each, and how data of a newer release is preserved.

During a rollout, a node gets sessions that a newer release has written. It keeps what it does not know and writes it
back unchanged: unknown entries of a cookie, and within an entry the values and items of an unknown type. So a newer
release may add entries, keys and items, but an entry stays a mapping or a list; anything else needs a new name.
"""

from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, NamedTuple

from django.conf import settings
from pydantic import AfterValidator, TypeAdapter, ValidationError


class Part(StrEnum):
    """The parts of the session. Each has its own cookie, so that a late response can't overwrite another part."""

    TOKEN = ""
    """The form token alone. A page sets this cookie, so it must hold nothing that a visitor has entered."""
    WALK = "walk"
    INCOME = "income"
    PAYOUTS = "payouts"
    LINK = "link"
    """A link that somebody opens. It waits apart from the visitor's own answers, and is there only until it is used."""

    @property
    def cookie(self) -> str:
        """The name of its cookie."""
        return "-".join(filter(None, (settings.SESSION_COOKIE_NAME, self.value)))


class Entry(StrEnum):
    """What a session can hold. The names are in visitors' cookies and never change, whatever the code calls them."""

    WALK = "eligibility"
    DAY = "as-on"
    BEFORE = "before"
    """Answers as they were before the last change from the outcome, "" for one that was not there."""
    TYPED = "typed"
    """What was typed into a form of one field and can't be used, or was typed before the language was switched."""
    INCOME = "income"
    CASES = "income-cases"
    REMOVED_CASE = "income-case-removed"
    """The case that was just removed, until the next change."""
    EMPLOYER = "employer"
    EMPLOYER_START = "employer-start"
    """The first day at work that an employer counts dates from, as typed."""
    YEAR = "year"
    OWN_BUSINESS = "own-business"
    """The accounting years of the visitor's own business, as typed."""
    ALLOWANCE = "unemployment-allowance"
    """The month and the income beside unemployment allowance, as typed."""
    FULL_TIME_WAGE = "full-time-wage"
    """The parts of the wage ceiling, as typed."""
    STATED_WAGE = "employer-full-time-wage"
    """The full-time wage that an employer states, line by line, as typed."""
    PAYOUTS = "payouts"
    OPEN_PAYOUT = "payout-open"
    """The month that is being typed; there only while one is open."""
    REMOVED_PAYOUT = "payout-removed"
    """The month that was just removed, until the next change."""
    PAGES = "pages"
    """By the form's entry, the page that last stored it."""
    CHANGED = "changed"
    """The page that overwrote the changes of another page or tab, until another page stores the form."""
    OPENED = "opened"
    """The link that waits to be used, or what was pasted and why it can't be used."""


FULL = "full"
"""Marks a part whose last change was too large for its cookie, until something fits."""
LOST = "lost"
"""Release 0.1 set this in a session that followed a lost one."""


class _Shape(NamedTuple):
    """The type of an entry, and for a mapping or a list the type of its values."""

    part: Part
    kind: type
    value: TypeAdapter[Any]


_TEXT: TypeAdapter[Any] = TypeAdapter(str)
_TEXTS: TypeAdapter[Any] = TypeAdapter(dict[str, str])
_ROW: TypeAdapter[Any] = TypeAdapter(list[str])
_DAY: TypeAdapter[Any] = TypeAdapter(Annotated[str, AfterValidator(lambda day: date.fromisoformat(day).isoformat())])

_SHAPES: dict[str, _Shape] = {
    Entry.WALK: _Shape(Part.WALK, dict, _TEXT),
    Entry.DAY: _Shape(Part.WALK, str, _DAY),
    Entry.BEFORE: _Shape(Part.WALK, dict, _TEXT),
    Entry.TYPED: _Shape(Part.WALK, dict, _TEXT),
    Entry.INCOME: _Shape(Part.INCOME, dict, _TEXT),
    Entry.CASES: _Shape(Part.INCOME, list, _TEXTS),
    Entry.REMOVED_CASE: _Shape(Part.INCOME, dict, _TEXT),
    Entry.EMPLOYER: _Shape(Part.INCOME, dict, _TEXT),
    Entry.EMPLOYER_START: _Shape(Part.INCOME, dict, _TEXT),
    Entry.YEAR: _Shape(Part.INCOME, dict, _TEXT),
    Entry.OWN_BUSINESS: _Shape(Part.INCOME, dict, _TEXT),
    Entry.ALLOWANCE: _Shape(Part.INCOME, dict, _TEXT),
    Entry.FULL_TIME_WAGE: _Shape(Part.INCOME, dict, _TEXT),
    Entry.STATED_WAGE: _Shape(Part.INCOME, dict, _TEXT),
    Entry.PAGES: _Shape(Part.INCOME, dict, _TEXT),
    Entry.CHANGED: _Shape(Part.INCOME, str, _TEXT),
    Entry.PAYOUTS: _Shape(Part.PAYOUTS, list, _ROW),
    Entry.OPEN_PAYOUT: _Shape(Part.PAYOUTS, dict, _TEXT),
    Entry.REMOVED_PAYOUT: _Shape(Part.PAYOUTS, list, _TEXT),
    Entry.OPENED: _Shape(Part.LINK, dict, _TEXT),
}


def part_of(name: str) -> Part | None:
    """The part that an entry belongs to; None for one that this release does not know."""
    return _SHAPES[name].part if name in _SHAPES else None


@cache
def entries_of(part: Part) -> tuple[Entry, ...]:
    """The entries of a part."""
    return tuple(name for name in Entry if part_of(name) is part)


class Split(NamedTuple):
    """The content of an entry that this release knows (None if nothing), and the rest, which has an unknown type."""

    known: Any
    unknown: Any


def split(name: str, raw: Any) -> Split:
    """Split an entry from a cookie into what is known and what is not; join() is the reverse."""
    shape = _SHAPES[name]
    if shape.kind is dict and isinstance(raw, dict):
        known = {key: value for key, value in raw.items() if _fits(shape, value)}
        return Split(known, {key: value for key, value in raw.items() if key not in known})
    if shape.kind is list and isinstance(raw, list):
        return Split([item for item in raw if _fits(shape, item)], [item for item in raw if not _fits(shape, item)])
    return Split(raw, None) if shape.kind is str and _fits(shape, raw) else Split(None, raw)


def join(name: str, known: Any, unknown: Any) -> Any:
    """An entry together with what only a newer release knows. A new value replaces one of an unknown type."""
    kind = _SHAPES[name].kind
    if kind is dict and isinstance(unknown, dict):
        return {**unknown, **known}
    return [*known, *unknown] if kind is list and isinstance(unknown, list) else known


def _fits(shape: _Shape, value: Any) -> bool:
    try:
        shape.value.validate_python(value, strict=True)
    except ValidationError:
        return False
    return True
