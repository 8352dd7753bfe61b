"""The parts that API responses share (sources, rates, errors), with their OpenAPI schemas."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from http import HTTPStatus
from typing import Annotated, Any, Literal

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict, WithJsonSchema

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import Percent
from fleksjob_site.texts.languages import BY_CODE, DEFAULT_LANGUAGE, SOURCE_LANGUAGE
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

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


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
    remark: str | None
    """Set if we have not read the law of the day, so that the citation is of another version; null otherwise."""


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
    """How certain the figure is."""
    checked: Day | None
    """The day it was read in the law; null if it comes from another publisher."""
    note: str | None


class PeriodOut(Out):
    """The rates of a period; both months are included."""

    valid_from: MonthOut
    valid_to: MonthOut
    figures: list[FigureOut]


class ErrorOut(Out):
    """One thing that is wrong with a request."""

    field: str
    """The field's name, with dots between nested names; empty for the whole body."""
    message: str
    allowed: str
    """What is valid instead; empty if there is no short answer."""


class ErrorsOut(Out):
    """What is wrong with a request."""

    errors: list[ErrorOut]


ERROR_RESPONSES: dict[int, type[ErrorsOut]] = {
    HTTPStatus.BAD_REQUEST: ErrorsOut,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: ErrorsOut,
    HTTPStatus.UNPROCESSABLE_ENTITY: ErrorsOut,
}
"""The error responses of every endpoint with a request body."""


def described(*statuses: int, example: dict[str, Any] | None = None) -> dict[str, Any]:
    """OpenAPI details that django-ninja can't derive: the requested and the returned language."""
    codes, default = list(BY_CODE), DEFAULT_LANGUAGE.locale.get_language_name(SOURCE_LANGUAGE.code)
    language = {
        "name": "Accept-Language",
        "in": "header",
        "description": f"The language of all texts: {' or '.join(codes)}. {default} where none of them is asked for.",
        "schema": {"type": "string", "examples": codes[::-1]},
    }
    answered = {"schema": {"type": "string", "enum": codes}, "required": True}
    responses = {status: {"headers": {"Content-Language": answered}} for status in statuses}
    body = {"requestBody": {"content": {"application/json": {"example": example}}}} if example else {}
    return {"parameters": [language], "responses": responses, **body}


def two_decimals(amount: Decimal) -> str:
    """An amount as a string in API responses."""
    return str(amount.quantize(Decimal("0.01"), ROUND_HALF_UP))


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
        checked=figure.checked.isoformat() if figure.checked else None,
        note=figure.note_in(language),
    )
