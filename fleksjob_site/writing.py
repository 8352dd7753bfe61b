"""The one place where numbers, months and texts of the law code get their written form."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import parse_pattern
from django.conf import settings
from django.utils.translation import get_language, gettext, ngettext

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Hours, Kroner, Months, Percent, Text, Value

NO_BREAK = "\u00a0"
# Reading a locale or a pattern takes longer than writing a number by it, and there are only these few.
_LOCALES = {"da": Locale("da", "DK"), "en": Locale("en", "GB")}
_pattern = cache(parse_pattern)


def _locale() -> Locale:
    return _LOCALES[get_language() or settings.LANGUAGE_CODE]


def number(value: Decimal | int, pattern: str = "#,##0.##") -> str:
    """A bare number with the separators of the language."""
    written: str = _pattern(pattern).apply(value, _locale())
    return written


def kroner(value: Decimal) -> str:
    """`21.092,50 kr.` or `DKK 21,092.50`; whole amounts without decimals."""
    written = number(value, "#,##0" if value == value.to_integral_value() else "#,##0.00")
    return f"{written}{NO_BREAK}kr." if get_language() == "da" else f"DKK{NO_BREAK}{written}"


def hours(value: Decimal) -> str:
    """`7,5 timer` or `7.5 hours`."""
    # Plural forms need a whole number; only exactly one hour is singular.
    return ngettext("{number} hour", "{number} hours", 1 if value == 1 else 2).format(number=number(value))


def months(value: Decimal) -> str:
    """`11 måneder` or `11 months`."""
    return ngettext("{number} month", "{number} months", int(value)).format(number=number(value))


def percent(value: Decimal) -> str:
    """`50 %` in both languages."""
    return f"{number(value)}{NO_BREAK}%"


def month(value: Month) -> str:
    """`maj 2024` or `May 2024`."""
    return format_date(value.first_day, format="LLLL yyyy", locale=_locale())


def day(value: date) -> str:
    """`21. november 2026` or `21 November 2026`."""
    return format_date(value, format="long", locale=_locale())


def listed(values: tuple[Value, ...]) -> str:
    """`Andre opgaver, en mentor og hjælpemidler`: the first as it stands, the others going on in the sentence."""
    first, *others = (say(value) for value in values)
    return format_list([first, *(text[:1].lower() + text[1:] for text in others)], locale=_locale())


def say(value: Value) -> str:
    """A value of the law code in the language of the page, written by its type."""
    return next((write(value) for kind, write in _WRITTEN if isinstance(value, kind)), str(value))


def fill(message: str, **values: Value) -> str:
    """A translated message with its places filled; the stop of "kr." serves for the sentence that it ends."""
    return message.format(**{name: say(value) for name, value in values.items()}).replace("kr..", "kr.")


def _text(text: Text) -> str:
    return fill(gettext(text.message), **text.values)


_WRITTEN: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (Text, _text),
    (Kroner, kroner),
    (Hours, hours),
    (Months, months),
    (Percent, percent),
    (tuple, listed),
    (Month, month),
    (date, day),
)
