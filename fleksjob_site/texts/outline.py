"""How a form looks apart from what is typed in its fields.

A live answer leaves out a form that looks as the page has it, and a form that many have before them is rendered once.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from django import forms

from fleksjob_site.texts.date_forms import BoxesField
from fleksjob_site.texts.forms import HoursField, NumberBound, PercentField
from fleksjob_site.texts.kept import Kept, escaped

MOST_FORMS = 60
"""Forms kept in a language, each of up to 30 kB."""

# What assets/sliders.js reads by itself; it waits for the answer to move the slider to any other number.
_PLAIN = re.compile(r"(?:\d+(?:[.,]\d{1,2})?)?")
# The text of an input, and the number of a slider, which has no name but the id of its field.
_TYPED = re.compile(r'((?:name="([\w-]+)" value|data-slider="([\w-]+)" data-read)=")([^"]*)')
_HOLDS_TYPED = re.compile(r'<input type="text"|<textarea| data-read="')


@dataclass(frozen=True, slots=True)
class Outline:
    """How a form looks."""

    digest: str
    """The same for forms that differ only in what is typed; tests/salary/pages/test_live_answers.py compares them."""
    shows_more: bool
    """Whether what is typed shows in more than its field, such as in the message about an error."""


def outline(form: Any, shown: Iterable[object] = ()) -> Outline:
    """How a PayForm looks; `shown` is what else its part of the page depends on."""
    looks = [list(form.fields), form.errors, sorted(form.required()), form.for_live_requests, form.is_waiting, *shown]
    odd: list[object] = []
    for name, field in form.fields.items():
        own = form.base_fields.get(name, field)
        if field.label is not own.label or field.help_text is not own.help_text:
            looks.append((str(field.label), str(field.help_text)))
        if isinstance(field, forms.ChoiceField | forms.BooleanField):
            looks.append(form[name].value())
        elif isinstance(field, BoxesField):
            odd += _moved(form[name].value() or {}, name, form.data)
        elif isinstance(field, HoursField | PercentField):
            read = form[name].read
            looks.append(read is None)
            if read is not None and not _PLAIN.fullmatch(form.data.get(name, "")):
                odd.append(read)
    digest = blake2b(repr((looks, odd)).encode(), digest_size=16).hexdigest()
    return Outline(digest, bool(odd or form.errors or form.is_waiting))


def _moved(value: Mapping[str, str], name: str, data: Any) -> list[object]:
    """What is in the boxes of a date, where it is not what was typed there."""
    return [value] if any(text != data.get(f"{name}-{box}", "") for box, text in value.items()) else []


def form_text(kept: Kept, form: Any, looks: Outline, path: str, *, caller: Callable[[], str]) -> str:
    """The inside of a form, which must show nothing but what is in its outline, and what is typed in its fields."""
    if looks.shows_more or not kept.most:
        return caller()
    typed = dict(_typed(form))
    key = type(form).__name__, path, looks.digest
    return kept.text(
        "form",
        key,
        caller=lambda *holes: _put_in(caller(), dict(zip(typed, holes, strict=True))),
        holes=[*typed.values()],
    )


def _typed(form: Any) -> Iterable[tuple[str, str]]:
    """What is in the inputs for numbers and dates, and in the sliders beside them."""
    for name, field in form.fields.items():
        if isinstance(field, BoxesField):
            yield from ((f"{name}-{box}", text) for box, text in (form[name].value() or {}).items())
        elif isinstance(bound := form[name], NumberBound):
            yield name, bound.shown
            if isinstance(field, HoursField | PercentField):
                yield bound.auto_id, bound.read or ""


def _put_in(markup: str, texts: Mapping[str, str]) -> str:
    """The markup with these texts in its inputs; ValueError if there is an input whose text is not found."""
    names = [found[2] or found[3] for found in _TYPED.finditer(markup)]
    # What is not taken out would be kept, and shown to others.
    if sum(name in texts for name in names) != len(_HOLDS_TYPED.findall(markup)):
        raise ValueError("an input of a form that is kept has its name and its value in another order, or is unknown")

    def text(found: re.Match[str]) -> str:
        name = found[2] or found[3]
        # Joined, since adding to Markup would escape what stands before it.
        return "".join((found[1], escaped(texts[name]) if name in texts else found[4]))

    return _TYPED.sub(text, markup)
