"""The parts of a session: what it can hold, which cookie holds what, and what of it a newer release has written.

While a release is rolled out, a node meets sessions of the next one. What it does not know it keeps and writes back
unchanged: a cookie's other entries, and within an entry the values and items of another shape. So a newer release may
add entries, keys and items, but an entry stays the mapping or the list that it is; anything else needs a new name.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, NamedTuple

from django.conf import settings
from pydantic import AfterValidator, TypeAdapter, ValidationError


class Part(StrEnum):
    """A cookie of its own: an answer that comes late can't overwrite what another part holds."""

    TOKEN = ""
    """The form token alone. A page sets this cookie, so it must hold nothing that a visitor has told."""
    WALK = "walk"
    INCOME = "income"
    PAYOUTS = "payouts"

    @property
    def cookie(self) -> str:
        """The name of its cookie."""
        return "-".join(filter(None, (settings.SESSION_COOKIE_NAME, self.value)))


class Entry(StrEnum):
    """What a session can hold. The names are in visitors' cookies and never change, whatever the code calls them."""

    WALK = "eligibility"
    DAY = "as-on"
    INCOME = "income"
    CASES = "income-cases"
    EMPLOYER = "employer"
    PAYOUTS = "payouts"
    OPEN_PAYOUT = "payout-open"
    """The month that is being typed; there only while one is open."""
    PAGES = "pages"
    """The page that wrote each of the forms last, by the form's entry."""
    CHANGED = "changed"
    """The page that wrote over what another page or tab had changed since it was opened, until another page writes."""


FULL = "full"
"""Set in a part that had no room for what was sent last, until something fits."""
LOST = "lost"
"""Release 0.1 set this in a session that followed a lost one."""


class _Shape(NamedTuple):
    """What an entry is, and for a mapping or a list what each of its values is."""

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
    Entry.INCOME: _Shape(Part.INCOME, dict, _TEXT),
    Entry.CASES: _Shape(Part.INCOME, list, _TEXTS),
    Entry.EMPLOYER: _Shape(Part.INCOME, dict, _TEXT),
    Entry.PAGES: _Shape(Part.INCOME, dict, _TEXT),
    Entry.CHANGED: _Shape(Part.INCOME, str, _TEXT),
    Entry.PAYOUTS: _Shape(Part.PAYOUTS, list, _ROW),
    Entry.OPEN_PAYOUT: _Shape(Part.PAYOUTS, dict, _TEXT),
}


def part_of(name: str) -> Part | None:
    """The part that an entry belongs to; None for one that this release does not know."""
    return _SHAPES[name].part if name in _SHAPES else None


class Split(NamedTuple):
    """An entry as this release understands it (None: not at all), and what in it is of another shape."""

    known: Any
    beyond: Any


def split(name: str, raw: Any) -> Split:
    """Take apart what a cookie holds for an entry; join() is its reverse."""
    shape = _SHAPES[name]
    if shape.kind is dict and isinstance(raw, dict):
        known = {key: value for key, value in raw.items() if _fits(shape, value)}
        return Split(known, {key: value for key, value in raw.items() if key not in known})
    if shape.kind is list and isinstance(raw, list):
        return Split([item for item in raw if _fits(shape, item)], [item for item in raw if not _fits(shape, item)])
    return Split(raw, None) if shape.kind is str and _fits(shape, raw) else Split(None, raw)


def join(name: str, known: Any, beyond: Any) -> Any:
    """An entry with what only a newer release understands. What is new here takes the place of an unknown shape."""
    kind = _SHAPES[name].kind
    if kind is dict and isinstance(beyond, dict):
        return {**beyond, **known}
    return [*known, *beyond] if kind is list and isinstance(beyond, list) else known


def _fits(shape: _Shape, value: Any) -> bool:
    try:
        shape.value.validate_python(value, strict=True)
    except ValidationError:
        return False
    return True
