"""The one place where numbers, months and texts of the law code get their written form."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from babel import Locale
from babel.dates import format_date, get_month_names
from babel.lists import format_list
from babel.numbers import get_decimal_symbol, get_group_symbol
from django.conf import settings
from django.utils.translation import get_language, gettext, ngettext

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Hours, Kroner, Months, Percent, Text, Value

NO_BREAK = "\u00a0"
# Reading a locale takes longer than writing by it, and there are only these.
_LOCALES = {"da": Locale("da", "DK"), "en": Locale("en", "GB")}
# A page holds hundreds of numbers. Python writes them with English separators, which are exchanged for the language's.
_SEPARATORS = {
    code: str.maketrans({",": get_group_symbol(locale), ".": get_decimal_symbol(locale)})
    for code, locale in _LOCALES.items()
}
_MONTHS = {code: get_month_names("wide", "stand-alone", locale) for code, locale in _LOCALES.items()}


def _language() -> str:
    return get_language() or str(settings.LANGUAGE_CODE)


def _locale() -> Locale:
    return _LOCALES[_language()]


def number(value: Decimal | int, *, grouped: bool = True) -> str:
    """A bare number with at most two decimals and the separators of the language."""
    written = format(Decimal(value), ",.2f" if grouped else ".2f").rstrip("0").removesuffix(".")
    return written.translate(_SEPARATORS[_language()])


def kroner(value: Decimal) -> str:
    """`21.092,50 kr.` or `DKK 21,092.50`; whole amounts without decimals."""
    language = _language()
    written = format(value, ",.0f" if value == value.to_integral_value() else ",.2f")
    written = written.translate(_SEPARATORS[language])
    return f"{written}{NO_BREAK}kr." if language == "da" else f"DKK{NO_BREAK}{written}"


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
    return f"{_MONTHS[_language()][value.month]} {value.year}"


def day(value: date) -> str:
    """`21. november 2026` or `21 November 2026`."""
    return format_date(value, format="long", locale=_locale())


def listed(values: tuple[Value, ...]) -> str:
    """`Andre opgaver, en mentor og hjælpemidler`: the first as it stands, the others going on in the sentence."""
    first, *others = (say(value) for value in values)
    return format_list([first, *(text[:1].lower() + text[1:] for text in others)], locale=_locale())


def say(value: Value) -> str:
    """A value of the law code in the language of the page, written by its type."""
    return _WRITTEN.get(type(value), str)(value)


def fill(message: str, **values: Value) -> str:
    """A translated message with its places filled; the stop of "kr." serves for the sentence that it ends."""
    return message.format(**{name: say(value) for name, value in values.items()}).replace("kr..", "kr.")


def _text(text: Text) -> str:
    return fill(gettext(text.message), **text.values)


_WRITTEN: dict[type, Callable[[Any], str]] = {
    Text: _text,
    Kroner: kroner,
    Hours: hours,
    Months: months,
    Percent: percent,
    tuple: listed,
    Month: month,
    date: day,
}
