"""The amounts mentioned in the texts of the walk, from the rates of the day."""

from datetime import date

from eligibility.law.amounts import Amount, Amounts
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import Kroner
from fleksjob_site.texts.sources import LAW
from salary.law.figure import Figure
from salary.law.rates import NoRates, rates_for

_BY_PLACE = {(document.short, document.url): document for document in LAW.values()}


def amounts_on(day: date) -> Amounts:
    """The amounts of that day; those of a month without rates are unknown, and never another year's."""
    try:
        rates = rates_for(Month.of(day))
    except NoRates:
        return Amounts()
    return Amounts(self_employed_year=_amount(rates.self_employed_year))


def _amount(figure: Figure | None) -> Amount | None:
    if figure is None:
        return None
    # A rate file names a document by its short name; a page shows its title too.
    document = _BY_PLACE.get((figure.law, figure.url), figure.source.document)
    return Amount(Kroner(figure.amount), Source(document, figure.paragraph, figure.status))
