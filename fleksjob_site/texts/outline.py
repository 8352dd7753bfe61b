"""Whether a form still looks as the page shows it, apart from what is typed: a live answer then leaves it out."""

import re
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from django import forms

from fleksjob_site.texts.date_forms import BoxesField
from fleksjob_site.texts.forms import HoursField, NumberBound, PercentField

# What assets/sliders.js reads by itself; it waits for the answer to move the slider to any other number.
_PLAIN = re.compile(r"\d*(?:[.,]\d{1,2})?")


def outline(form: Any, shown: Iterable[object] = ()) -> str:
    """A digest of all that a PayForm shows besides what is typed; `shown` is what else its part of the page depends on.

    tests/salary/pages/test_live_answers.py compares forms of the same outline.
    """
    parts = [list(form.fields), form.errors, sorted(form.required()), form.for_live_requests, form.is_waiting, *shown]
    for name, field in form.fields.items():
        own = form.base_fields.get(name, field)
        if field.label is not own.label or field.help_text is not own.help_text:
            parts.append((str(field.label), str(field.help_text)))
        if isinstance(field, forms.ChoiceField | forms.BooleanField):
            parts.append(form[name].value())
        elif isinstance(field, BoxesField):
            parts.append(_moved(form[name].value() or {}, name, form.data))
        elif isinstance(field, HoursField | PercentField) and not _PLAIN.fullmatch(form.data.get(name, "")):
            parts.append(_read(form[name]))
    return blake2b(repr(parts).encode(), digest_size=6).hexdigest()


def _moved(value: dict[str, str], name: str, data: Any) -> dict[str, str] | None:
    """What is in the boxes of a date, where it is not what was typed there."""
    return value if any(text != data.get(f"{name}-{box}", "") for box, text in value.items()) else None


def _read(field: Any) -> str | None:
    return field.read if isinstance(field, NumberBound) else None
