"""Tables as CSV files that spreadsheets open as numbers and text, by the habits of the page's language or another."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

from fleksjob_site.texts.languages import Language
from fleksjob_site.texts.writing import number, page_language

Cell = str | Decimal | None
"""A text, a number, or nothing."""

# Characters that start a formula in a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(rows: Iterable[Iterable[Cell]], habits: Language | None = None) -> str:
    """The rows as spreadsheets of a language read them: semicolons and decimal commas in Danish.

    The language of the page decides, unless the spreadsheet has other `habits`. A first line `sep=,` would only help
    Excel to tell the columns apart, but not to read 866.67 as a number.
    """
    habits = habits or page_language()
    file = io.StringIO()
    writer = csv.writer(file, delimiter=habits.cell_separator, lineterminator="\r\n")
    writer.writerows([_written(cell, habits) for cell in row] for row in rows)
    # The byte order mark tells spreadsheets that the text is UTF-8.
    return "\ufeff" + file.getvalue()


def _written(cell: Cell, habits: Language) -> str:
    """A number without grouping, so that formulas can use it; a text escaped so that it is never a formula."""
    if isinstance(cell, Decimal):
        return number(cell, habits.code, grouped=False)
    text = cell or ""
    return f"'{text}" if text.startswith(_FORMULA) else text
