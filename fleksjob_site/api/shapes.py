"""Shared schemas of API responses: sources, rates and amounts."""

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Annotated, Literal

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict, WithJsonSchema

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.money import whole_ore
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import Percent
from fleksjob_site.texts.sources import cited
from fleksjob_site.texts.writing import say
from salary.law.figure import NamedFigure
from salary.law.rates import Rates, rates_for

# These schemas describe without validating: the site does not reject its own output.
Amount = Annotated[
    str, WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+\.[0-9]{2}$", "examples": ["15272.00"]})
]
"""A string with two decimals, so that no øre is lost to the caller's number type."""
MonthOut = Annotated[
    str, WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$", "examples": ["2024-05"]})
]
Day = Annotated[str, WithJsonSchema({"type": "string", "format": "date"})]
Address = Annotated[str, WithJsonSchema({"type": "string", "format": "uri"})]


class Out(BaseModel):
    """Part of an API response; texts are in the language of the response."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, use_enum_values=True)


class AnswerOut(Out):
    """What every answer says about itself."""

    rules_verified: Day
    """The day on which the oldest reading of an act was made: all others were read then or later."""
    on: Day
    """The day that the answer is for: the one asked for, or today."""
    version: Annotated[str, WithJsonSchema({"type": "string", "examples": ["0.1.0"]})]
    """The release that answers."""


class SourceOut(Out):
    """The source of a rule, and how certain it is."""

    law: str
    """The act, order or decision in short."""
    title: str
    """Its Danish title."""
    paragraph: str
    """As Danish law writes it; empty where the whole document is meant."""
    url: Address
    status: str
    """How certain the rule is, in words."""
    status_key: Status
    """The same as a key that never changes."""
    remark: str | None
    """Set if the citation is of another version of the law than that of the day; null otherwise."""


class FigureOut(Out):
    """A rate with its source."""

    key: str
    label: str
    amount: Amount
    unit: Literal["percent", "DKK"]
    law: str
    """The act, order or publisher."""
    paragraph: str
    url: Address
    status: str
    """How sure the figure is, in words."""
    status_key: Status
    """The same as a key that never changes."""
    checked: Day | None
    """The day it was read in the law; null if it comes from another publisher."""
    note: str | None


class PeriodOut(Out):
    """The rates of a period; both months are included."""

    valid_from: MonthOut
    valid_to: MonthOut
    figures: list[FigureOut]


def two_decimals(amount: Decimal) -> str:
    """An amount as a string in API responses."""
    return str(whole_ore(amount))


def two_decimals_or_none(amount: Decimal | None) -> str | None:
    """The same where an amount may be unknown."""
    return None if amount is None else two_decimals(amount)


def sources_out(sources: Iterable[Source]) -> list[SourceOut]:
    """Each source with its document, paragraph, URL and status."""
    language = get_language()
    return [_source_out(cited(source), language) for source in sources]


# Cached: a response has dozens of sources and a period of rates, which depend on the language only.
@cache
def _source_out(source: Source, language: str | None) -> SourceOut:
    return SourceOut(
        law=source.document.short,
        title=source.document.title,
        paragraph=source.paragraph,
        url=source.url,
        status=_(source.status.label),
        status_key=source.status,
        remark=say(source.remark) if source.remark else None,
    )


def period_out(rates: Rates) -> PeriodOut:
    """The rates of a period, each with its source and status."""
    return _period_out(rates.valid_from, get_language())


@cache
def _period_out(month: Month, language: str | None) -> PeriodOut:
    rates = rates_for(month)
    return PeriodOut(
        valid_from=str(rates.valid_from),
        valid_to=str(rates.valid_to),
        figures=[_figure_out(named, language) for named in rates.figures()],
    )


def _figure_out(named: NamedFigure, language: str | None) -> FigureOut:
    figure = named.figure
    return FigureOut(
        key=named.key,
        label=_(named.label),
        amount=two_decimals(figure.amount),
        unit="percent" if isinstance(named.value, Percent) else "DKK",
        law=figure.law,
        paragraph=figure.paragraph,
        url=figure.url,
        status=_(figure.status.label),
        status_key=figure.status,
        checked=figure.checked.isoformat() if figure.checked else None,
        note=figure.note_in(language),
    )
