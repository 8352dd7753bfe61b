"""The rates as a table to take along."""

import csv
import io

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from fleksjob_site.kernel.text import Percent
from fleksjob_site.texts.writing import number
from salary.law.rates import periods


def rates_table() -> str:
    """A line for each figure of each period; semicolons and decimal commas in Danish, as Danish spreadsheets read."""
    file = io.StringIO()
    table = csv.writer(file, delimiter=";" if get_language() == "da" else ",", lineterminator="\r\n")
    value = [_("from"), _("to"), _("rate"), _("amount"), _("unit")]
    origin = [_("source"), _("paragraph"), _("how sure"), _("read on"), _("address")]
    table.writerow([*value, *origin, _("note")])
    for rates in periods():
        for named in rates.figures():
            figure = named.figure
            unit = "%" if isinstance(named.value, Percent) else _("DKK")
            amount = number(figure.amount, grouped=False)
            value = [str(rates.valid_from), str(rates.valid_to), _(named.label), amount, unit]
            read_on = figure.checked.isoformat() if figure.checked else ""
            origin = [figure.law, figure.paragraph, _(figure.status.value), read_on, figure.url]
            table.writerow([*value, *origin, figure.note_in(get_language()) or ""])
    # The mark at the start tells spreadsheets that the text is UTF-8.
    return "\ufeff" + file.getvalue()
