"""Tables as CSV files that spreadsheets open as numbers and text, in the language of the page."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

from fleksjob_site.texts.writing import number, page_language

Cell = str | Decimal | None
"""A text, a number, or nothing."""

# Characters that start a formula in a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(rows: Iterable[Iterable[Cell]]) -> str:
    """The rows as spreadsheets of the language read them: semicolons and decimal commas in Danish."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=page_language().cell_separator, lineterminator="\r\n")
    writer.writerows([_written(cell) for cell in row] for row in rows)
    # The byte order mark tells spreadsheets that the text is UTF-8.
    return "\ufeff" + file.getvalue()


def _written(cell: Cell) -> str:
    """A number without grouping, so that formulas can use it; a text escaped so that it is never a formula."""
    if isinstance(cell, Decimal):
        return number(cell, grouped=False)
    text = cell or ""
    return f"'{text}" if text.startswith(_FORMULA) else text
