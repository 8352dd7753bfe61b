"""The rates as a table for a spreadsheet."""

from decimal import Decimal

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from fleksjob_site.kernel.text import Percent
from fleksjob_site.texts.spreadsheet import Cell, as_csv
from salary.law.figure import NamedFigure
from salary.law.rates import Rates, periods


def rates_table() -> str:
    """A line for each figure of each period, as CSV."""
    value = [_("from"), _("to"), _("rate"), _("amount"), _("unit")]
    origin = [_("source"), _("section"), _("how sure"), _("read on"), _("address")]
    lines = (_line(rates, named) for rates in periods() for named in rates.figures())
    return as_csv([[*value, *origin, _("note")], *lines])


def _line(rates: Rates, named: NamedFigure) -> list[Cell]:
    figure = named.figure
    unit = "%" if isinstance(named.value, Percent) else _("DKK")
    value: list[Cell] = [str(rates.valid_from), str(rates.valid_to), _(named.label), Decimal(figure.amount), unit]
    read_on = figure.checked.isoformat() if figure.checked else ""
    origin = [figure.law, figure.paragraph, _(figure.status.label), read_on, figure.url]
    return [*value, *origin, figure.note_in(get_language())]
