"""Months as the API takes them: one that has rates, or one that the newest rates may stand in for."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from fleksjob_site.api.gate import Check
from fleksjob_site.api.wrong import Code, refuse
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.serving.api import limits
from salary.law.limits import MAX_MONTHS_WITHOUT_RATES
from salary.law.rates import NoRates, month_of_rates, newest_month_with_rates, periods, rates_for


def _any_month(value: object) -> Month:
    try:
        return Month.parse(value if isinstance(value, str) else "")
    except ValueError:
        raise _refuse_month(Code.NOT_A_MONTH) from None


def _month_with_rates(value: object) -> Month:
    month = _any_month(value)
    if not _has_rates(month):
        raise _refuse_month(Code.NO_RATES)
    return month


def _has_rates(month: Month) -> bool:
    try:
        rates_for(month)
    except NoRates:
        return False
    return True


def _month_has_rates(body: Any) -> Iterator[PydanticCustomError]:
    month, assume_newest = body.month, body.assume_newest_rates
    used = month_of_rates(month, assume_newest=assume_newest)
    if not _has_rates(used) or used.plus(months=MAX_MONTHS_WITHOUT_RATES) < month:
        yield _refuse_month(Code.NO_RATES, field="month", assume_newest=assume_newest)


def _refuse_month(code: Code, *, field: str = "", assume_newest: bool = False) -> PydanticCustomError:
    rate_periods = periods()
    first, newest = rate_periods[0].valid_from, rate_periods[-1].valid_to
    last = newest.plus(months=MAX_MONTHS_WITHOUT_RATES) if assume_newest else newest
    allowed = [f"{rates.valid_from} - {rates.valid_to}" for rates in rate_periods]
    if assume_newest:
        allowed.append(f"{newest.plus(months=1)} - {last}")
    return refuse(code, field=field, allowed=", ".join(allowed), limits=limits(minimum=str(first), maximum=str(last)))


def month_pattern(first: Month, last: Month) -> str:
    """The months between two, both included. Not an enum, of which client generators would make a class."""
    months_of: dict[int, list[str]] = {}
    month = first
    while month <= last:
        months_of.setdefault(month.year, []).append(f"{month.month:02}")
        month = month.plus(months=1)
    full_years = [str(year) for year, months in months_of.items() if len(months) == 12]
    partial_years = [f"{year}-({'|'.join(m)})" for year, m in months_of.items() if str(year) not in full_years]
    pattern = "|".join([f"({'|'.join(full_years)})-(0[1-9]|1[0-2])", *partial_years])
    return f"^({pattern})$"


_FIRST, _NEWEST = periods()[0].valid_from, newest_month_with_rates()
_LAST_ASSUMED = _NEWEST.plus(months=MAX_MONTHS_WITHOUT_RATES)
_PATTERN_WITH_RATES = month_pattern(_FIRST, _NEWEST)


def _month_schema(pattern: str, words: str) -> dict[str, Any]:
    return {"type": "string", "pattern": pattern, "description": words, "examples": ["2024-05"]}


MonthIn = Annotated[
    Month,
    BeforeValidator(_month_with_rates),
    WithJsonSchema(_month_schema(_PATTERN_WITH_RATES, f"A month from {_FIRST} to {_NEWEST}.")),
]
MonthToAssumeIn = Annotated[
    Month,
    BeforeValidator(_any_month),
    WithJsonSchema(
        _month_schema(
            month_pattern(_FIRST, _LAST_ASSUMED),
            f"A month from {_FIRST} to {_NEWEST}, and to {_LAST_ASSUMED} with `assume_newest_rates`.",
        )
    ),
]
"""A month that may have no rates yet; MONTH_HAS_RATES refuses it unless the newest are to be assumed."""
MONTH_HAS_RATES = Check(("month", "assume_newest_rates"), _month_has_rates)
MONTH_HAS_RATES_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"properties": {"month": {"pattern": _PATTERN_WITH_RATES}}},
        {"required": ["assume_newest_rates"], "properties": {"assume_newest_rates": {"const": True}}},
    ]
}
"""The same check as a JSON Schema."""
