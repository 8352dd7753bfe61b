"""What is the same on every request is rendered once for each language and kept, with holes for what is not.

In a template, all that the block shows is either in the key or comes through a hole:

    {% call(shown) once("number_field", field | field_key, unit, holes=[field.shown]) %}... {{ shown }} ...{% endcall %}

Inside the block a hole holds a mark in place of the value, so it may be written there and nothing else: no condition
and no filter may look at it. No amount or text that a visitor has typed is ever part of a key, only a hole; a month or
a choice, of which there are few, may be. A key of None means that this time nothing is kept. The first argument names
the block. The caches are bounded, and one for each language.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.forms import BoundField
from django.utils.functional import Promise
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

MOST = 3000
"""Pieces kept in a language, each of about 1 kB; the oldest goes first."""

_MARKS = tuple(Markup(f"\ue000{number}\ue001") for number in range(60))
# Characters for private use, which no text of the site holds.
_MARK = re.compile("\ue000(\\d+)\ue001")


def escaped(value: Any) -> str:
    """A value for the output, where it need not be Markup."""
    kind = type(value)
    if kind is float or kind is int:
        return str(value)
    text: str = _escape_inner(value) if kind is str else value if kind is Markup else escape(value)
    return text


class Kept:
    """What the environment of one language has kept: at most so many pieces, or none."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._parts: dict[Any, tuple[list[str], tuple[int, ...]]] = {}

    def text(self, name: str, key: Any, *more: Any, caller: Callable[..., str], holes: Sequence[Any] = ()) -> str:
        """The text of the block for this key, with the values of this request in its holes."""
        if key is None or not self.most:
            return caller(*holes)
        key = name, key, more
        found = self._parts.get(key)
        if found is None:
            found = self._keep(key, caller(*_MARKS[: len(holes)]))
        parts, places = found
        if not places:
            return Markup(parts[0])
        filled = parts.copy()
        for place, hole in enumerate(places):
            filled[2 * place + 1] = escaped(holes[hole])
        return Markup("".join(filled))

    def _keep(self, key: Any, rendered: str) -> tuple[list[str], tuple[int, ...]]:
        parts = _MARK.split(str(rendered))
        while len(self._parts) >= self.most:
            # Another thread may have taken the same one.
            self._parts.pop(next(iter(self._parts), None), None)
        self._parts[key] = kept = parts, tuple(map(int, parts[1::2]))
        return kept


def field_key(field: BoundField, chosen: Any = "") -> tuple[Any, ...] | None:
    """All that a field shows besides what is typed in it; None while it is in error.

    `chosen` is what is chosen of a list.
    """
    form, name, own = field.form, field.name, field.field
    if name in form.errors:
        return None
    required = form.is_required(name) if hasattr(form, "is_required") else own.required
    marked = form.is_marked(name) if hasattr(form, "is_marked") else required
    paper = form.paper_numbers.get(name) if hasattr(form, "paper_numbers") else None
    takes_minus = (getattr(own, "least", None) or 0) < 0
    # A field that the form has made itself has made its texts too, each time anew.
    word = _same if name in getattr(form, "base_fields", ()) else str
    words = word(field.label), word(field.help_text), paper, *_choices(own, chosen, word)
    return form.auto_id, form.prefix, name, required, marked, takes_minus, words


def _choices(field: Any, chosen: Any, word: Callable[[Any], str | int]) -> Iterable[Any]:
    """The choices of a field with their hints and which are chosen; nothing for another field."""
    if not hasattr(field, "hints"):
        return (bool(chosen),)
    ticked = {str(one) for one in (chosen if isinstance(chosen, list) else [chosen])}
    return (
        tuple((value, word(text), str(value) in ticked) for value, text in field.choices),
        tuple((value, word(text)) for value, text in field.hints.items()) if field.hints else (),
    )


_lazy: dict[int, Promise] = {}
_MOST_LAZY = 5000


def _same(text: str | Promise) -> str | int:
    """What stands for a text in a key: a lazy one is not translated, since it is the same object each time.

    It is held, so that no other object gets its id.
    """
    if not isinstance(text, Promise):
        return text
    if id(text) not in _lazy:
        if len(_lazy) >= _MOST_LAZY:
            return str(text)
        _lazy[id(text)] = text
    return id(text)
