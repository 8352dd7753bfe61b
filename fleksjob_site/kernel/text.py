"""Texts of the law code: an English message id and the raw values that belong in it.

Words come from the catalogs and formatting from texts/writing.py, so law code never sees a language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from fleksjob_site.kernel.calendar import Month


def N_(message: str) -> str:
    """Mark a text for translation and return it unchanged."""
    return message


class Kroner(Decimal):
    """An amount in kroner, shown as money."""


class Hours(Decimal):
    """A number of hours, shown with at most two decimals."""


class HoursPaid(Decimal):
    """A number of hours with pay, shown as `16.34 paid hours`."""


class Percent(Decimal):
    """A percentage: Percent(50) is one half."""


class Months(Decimal):
    """A whole number of months."""


@dataclass(frozen=True, slots=True)
class Text:
    """A message with `{named}` placeholders and their values; the type of a value decides how it is shown."""

    message: str
    values: Mapping[str, Value] = field(default_factory=dict)


Value = str | int | Kroner | Hours | HoursPaid | Percent | Months | Month | date | Text | tuple["Value", ...]
