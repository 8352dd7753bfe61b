"""Messages about a text that a field can't read: the part that is wrong, and how to write it."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from fleksjob_site.kernel.text import N_
from fleksjob_site.kernel.typed import Reason, Refused
from fleksjob_site.kernel.typed_units import Per, Unit
from fleksjob_site.texts.writing import fill

_NUMBER = {
    Reason.TOO_LONG: N_("This is too long."),
    Reason.WORD: N_("“{part}” can't be used here."),
    Reason.UNIT: N_("“{part}” doesn't fit this field."),
    Reason.RANGE: N_("Enter only one number."),
    Reason.SEPARATORS: N_("The points, commas or spaces are in the wrong place."),
    Reason.UNFINISHED: N_("The digits after the point or comma are missing."),
}
"""Followed by the field's own message, which shows a number."""

_WHOLE_MESSAGE = {
    Reason.DECIMALS: N_("Enter at most two digits after the point or comma."),
    Reason.AMBIGUOUS: N_("This could be read as two different numbers. Enter at most two decimals."),
    Reason.MINUTES: N_("Enter minutes with two digits, from 00 to 59, as in 7:30."),
}

_PERIODS = {
    (Unit.KRONER, frozenset({Per.MONTH})): N_("Enter the amount for a month, not “{part}”."),
    (Unit.KRONER, frozenset({Per.HOUR})): N_("Enter the amount for an hour, not “{part}”."),
    (Unit.KRONER, frozenset({Per.YEAR})): N_("Enter the amount for a year, not “{part}”."),
    (Unit.KRONER, frozenset({Per.HOUR, Per.MONTH})): N_("Enter the amount for an hour or a month, not “{part}”."),
    (Unit.HOURS, frozenset({Per.WEEK})): N_("Enter the hours for a week, not “{part}”."),
    (Unit.HOURS, frozenset({Per.MONTH})): N_("Enter the hours for a month, not “{part}”."),
}

_DATE = {
    Reason.NOT_A_MONTH: N_("“{part}” is not a month. Enter a month from 1 to 12, or its name."),
    Reason.NO_SUCH_MONTH: N_("“{part}” is not a month. Enter a month from 1 to 12, or its name."),
    Reason.NO_SUCH_DAY: N_("That month has no day {part}. Enter a day that is in the month."),
    Reason.DAY_MISSING: N_("Enter the day too."),
    Reason.MONTH_MISSING: N_("Enter the month too."),
    Reason.YEAR_MISSING: N_("Enter the year too."),
    Reason.TWO_DAYS: N_("There are two different days here. Enter only one."),
    Reason.TWO_MONTHS: N_("There are two different months here. Enter only one."),
    Reason.TWO_YEARS: N_("There are two different years here. Enter only one."),
}


def about_number(refused: Refused, otherwise: str, units: Collection[Unit], pers: Collection[Per]) -> str:
    """The message about a number; `otherwise` is what the field says of any text that is not one."""
    if refused.reason is Reason.PERIOD:
        unit = Unit.HOURS if Unit.HOURS in units else Unit.KRONER
        return fill(_(_PERIODS[unit, frozenset(pers)]), part=refused.part)
    if refused.reason in _WHOLE_MESSAGE:
        return _(_WHOLE_MESSAGE[refused.reason])
    if refused.reason in _NUMBER:
        return f"{fill(_(_NUMBER[refused.reason]), part=refused.part)} {otherwise}"
    return otherwise


def about_date(refused: Refused, otherwise: str, example_year: int) -> str:
    """The message about a month or a day; `example_year` is near the years that are likely here."""
    if refused.reason is Reason.SHORT_YEAR:
        return fill(_("Do you mean {year}? Enter all four digits."), year=str(likely_year(refused.part, example_year)))
    if refused.reason is Reason.YEAR_DIGITS:
        return fill(_("Enter the year with four digits, for example {year}."), year=str(example_year))
    return fill(_(_DATE[refused.reason]), part=refused.part) if refused.reason in _DATE else otherwise


def likely_year(two_digits: str, near: int) -> int:
    """The year that ends in these digits and is nearest to another one."""
    century = near // 100 * 100
    return min((century + offset + int(two_digits) for offset in (-100, 0, 100)), key=lambda year: abs(year - near))


def month_example(year: int) -> str:
    """How a month is written in two boxes."""
    return str(_("Enter a month from 1 to 12 and a year with four digits: 5 and {year}.")).format(year=year)
