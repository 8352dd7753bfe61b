"""How sources and rates look in answers of the API."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from fleksjob_site.kernel.law import Source
from fleksjob_site.kernel.text import Percent
from salary.rates import NamedFigure, Rates


def two_decimals(amount: Decimal) -> str:
    """An amount as the API writes it."""
    return str(amount.quantize(Decimal("0.01"), ROUND_HALF_UP))


def source_shape(source: Source) -> dict[str, str]:
    """A source: the document, the paragraph, the address, and how sure it is."""
    return {
        "law": source.document.short,
        "title": source.document.title,
        "paragraph": source.paragraph,
        "url": source.url,
        "status": _(source.status.value),
    }


def rates_shape(rates: Rates) -> dict[str, Any]:
    """The rates of a period, each with its source and status."""
    return {
        "valid_from": str(rates.valid_from),
        "valid_to": str(rates.valid_to),
        "figures": [_figure_shape(named) for named in rates.figures()],
    }


def _figure_shape(named: NamedFigure) -> dict[str, str | None]:
    figure = named.figure
    return {
        "key": named.key,
        "label": _(named.label),
        "amount": two_decimals(figure.amount),
        "unit": "percent" if isinstance(named.value, Percent) else "DKK",
        "law": figure.law,
        "paragraph": figure.paragraph,
        "url": figure.url,
        "status": _(figure.status.value),
        "checked": figure.checked.isoformat() if figure.checked else None,
        "note": figure.note_in(get_language()),
    }
