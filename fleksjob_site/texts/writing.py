"""Formats numbers, months and texts of the law code in a language."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from string import Formatter
from typing import Any

from babel.dates import format_date
from babel.lists import format_list
from django.utils.translation import get_language
from django.utils.translation.trans_real import DjangoTranslation, translation

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.money import whole_kroner
from fleksjob_site.kernel.text import Hours, HoursPaid, Kroner, Months, Percent, Text, Value
from fleksjob_site.kernel.working_time import FULL_TIME_HOURS_WEEK
from fleksjob_site.texts.languages import BY_CODE, DEFAULT_LANGUAGE, Language

NO_BREAK = "\u00a0"


def page_language() -> Language:
    """The active language: that of the page, file or API response."""
    return BY_CODE[_of_page()]


def _of_page() -> str:
    return get_language() or DEFAULT_LANGUAGE.code


def number(value: Decimal | int, language: str | None = None, *, grouped: bool = True) -> str:
    """A bare number with at most two decimals, as the language writes it; without grouping, a program can read it."""
    rules = BY_CODE[language or _of_page()]
    # A page holds hundreds of numbers, and Babel is many times slower.
    written = format(Decimal(value), ",.2f" if grouped else ".2f").rstrip("0").removesuffix(".")
    return rules.with_separators(written) if grouped else written.replace(".", rules.decimal_mark)


def kroner(value: Decimal, language: str | None = None) -> str:
    """`21.092,50 kr.` or `DKK 21,092.50`; whole amounts without decimals, and a minus before the unit."""
    if value < 0:
        return "−" + kroner(-value, language)
    rules = BY_CODE[language or _of_page()]
    written = format(value, ",.2f")
    if written.endswith(".00") and value == value.to_integral_value():
        written = written.removesuffix(".00")
    written = rules.with_separators(written)
    return f"{rules.currency}{NO_BREAK}{written}" if rules.currency_first else f"{written}{NO_BREAK}{rules.currency}"


def whole(value: Decimal, unit: bool = True, language: str | None = None) -> str:
    """An amount in whole kroner, as headlines show it; without the unit where room is scarce."""
    return (kroner if unit else number)(whole_kroner(value), language)


def between(least: Decimal, most: Decimal, language: str | None = None) -> str:
    """`mellem 0 og 18.840 kr.` or `between DKK 0 and DKK 18,840`, both in whole kroner; a dash is not heard."""
    language = language or _of_page()
    first = whole(least, BY_CODE[language].currency_first, language)
    words: str = translation(language).gettext("between {least} and {most}")
    return words.format(least=first, most=whole(most, True, language))


def signed(value: Decimal, language: str | None = None) -> str:
    """A difference in whole kroner with its sign: `+601 kr.` or `−DKK 940`; `0 kr.` for none."""
    difference = whole_kroner(value)
    sign = "+" if difference > 0 else "−" if difference < 0 else ""
    return sign + kroner(abs(difference), language)


def hours(value: Decimal, language: str | None = None) -> str:
    """`7,5 timer` or `7.5 hours`."""
    language = language or _of_page()
    if 0 <= value <= FULL_TIME_HOURS_WEEK and value == int(value):
        # Most of those on a page, since each table of the curve has them all; so few that they can be kept.
        return _whole_hours(int(value), language)
    # Plural forms need a whole number; a part of an hour is plural too.
    words = ngettext("{number} hour", "{number} hours", 2, translation(language))
    return words.format(number=number(value, language))


@cache
def _whole_hours(value: int, language: str) -> str:
    words = ngettext("{number} hour", "{number} hours", value, translation(language))
    return words.format(number=value)


def paid_hours(value: Decimal, language: str | None = None) -> str:
    """`7,5 timer med løn` or `7.5 paid hours`."""
    language = language or _of_page()
    words = ngettext("{number} paid hour", "{number} paid hours", 1 if value == 1 else 2, translation(language))
    return words.format(number=number(value, language))


def months(value: Decimal, language: str | None = None) -> str:
    """`11 måneder` or `11 months`."""
    language = language or _of_page()
    words: str = translation(language).ngettext("{number} month", "{number} months", int(value))
    return words.format(number=number(value, language))


def percent(value: Decimal, language: str | None = None) -> str:
    """`50 %` in Danish, with a no-break space, or `50%` in English."""
    return f"{number(value, language)}{BY_CODE[language or _of_page()].percent_sign}"


def month(value: Month, language: str | None = None) -> str:
    """`maj 2024` or `May 2024`."""
    return f"{BY_CODE[language or _of_page()].months[value.month]} {value.year}"


def short_month(value: Month, language: str | None = None) -> str:
    """`maj` or `May`, `sep` or `Sep`: for pictures, whose year stands elsewhere."""
    return BY_CODE[language or _of_page()].short_months[value.month]


def day(value: date, language: str | None = None) -> str:
    """`21. november 2026` or `21 November 2026`."""
    return format_date(value, format="long", locale=BY_CODE[language or _of_page()].locale)


def listed(values: tuple[Value, ...], language: str | None = None) -> str:
    """`Andre opgaver, en mentor og hjælpemidler`: the first unchanged, the others with a lower-case first letter."""
    language = language or _of_page()
    first, *others = (say(value, language) for value in values)
    return format_list([first, *(text[:1].lower() + text[1:] for text in others)], locale=BY_CODE[language].locale)


def in_a_row(texts: Sequence[str], language: str | None = None) -> str:
    """`maj, august og december`: texts as they are, with the last joined by a word."""
    return format_list(list(texts), locale=BY_CODE[language or _of_page()].locale)


def say(value: Value, language: str | None = None) -> str:
    """A value of the law code formatted by its type, by default in the active language."""
    write = _WRITTEN.get(type(value))
    return write(value, language or _of_page()) if write else str(value)


def fill(message: str, /, **values: Value) -> str:
    """A translated message with its values. A sentence that ends in "kr." gets no second full stop."""
    return _fill(str(message), values, _of_page())


def _fill(message: str, values: Mapping[str, Value], language: str) -> str:
    written = {name: say(values[name], language) for name in places(message)}
    filled, currency = message.format(**written), BY_CODE[language].currency
    return filled.replace(f"{currency}.", currency) if currency.endswith(".") else filled


# Steps pass more values than one message uses; only those with a placeholder are formatted.
# Messages come from the code, so the cache is bounded and holds nothing that anybody has typed.
@cache
def places(message: str) -> frozenset[str]:
    """The names of the placeholders in a message."""
    return frozenset(name for _text, name, _format, _conversion in Formatter().parse(message) if name)


def _text(text: Text, language: str) -> str:
    return _fill(words_of(translation(language), text.message), text.values, language)


# Both look through several catalogs each time. The messages come from the code, and another catalog is another key.
@cache
def words_of(catalog: DjangoTranslation, message: str) -> str:
    """A message in a language."""
    words: str = catalog.gettext(message)
    return words


@cache
def ngettext(one: str, more: str, count: int, catalog: DjangoTranslation) -> str:
    """The same in the singular or the plural; by this name messages are found."""
    words: str = catalog.ngettext(one, more, count)
    return words


NUMBERS: dict[type, Callable[[Any, str], str]] = {
    Kroner: kroner,
    Hours: hours,
    HoursPaid: paid_hours,
    Months: months,
    Percent: percent,
    Month: month,
    date: day,
}
"""Types whose values are written with digits, units and names of months alone."""
_WRITTEN: dict[type, Callable[[Any, str], str]] = {**NUMBERS, Text: _text, tuple: listed}
