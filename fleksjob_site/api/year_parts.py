"""What the request body of a year lists: changes of the job from a month on, and events of a month."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema, create_model
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from fleksjob_site.api.case import AmountIn, JobIn
from fleksjob_site.api.decimals import whole_number
from fleksjob_site.api.gate import Body, Check, add_conditions, key_of, type_of
from fleksjob_site.api.months import month_pattern
from fleksjob_site.api.wrong import Code, refuse
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.serving.api import limits
from salary.law.limits import MAX_DAYS_IN_JOB, MAX_MONTHS_WITHOUT_RATES
from salary.law.rates import newest_month_with_rates
from salary.law.year.plan import EARLIEST_FIRST, MAX_MONTHS, Event, EventKind

LATEST_FIRST = newest_month_with_rates().plus(months=MAX_MONTHS_WITHOUT_RATES)
"""The last month that a year can begin with."""
_EARLIEST, _LATEST = EARLIEST_FIRST.plus(months=-1), LATEST_FIRST.plus(months=MAX_MONTHS - 1)
"""The months that can matter to any year: the one before the first sets its subsidy."""
ALL_MONTHS = (_EARLIEST, _LATEST)


def in_months(first: Month | date, last: Month | date) -> dict[str, Any]:
    """Two months or days as limits, both included, in words and as data."""
    return {"allowed": f"{first} - {last}", "limits": limits(minimum=str(first), maximum=str(last))}


def month_between(first: Month, last: Month) -> tuple[BeforeValidator, WithJsonSchema]:
    """A month between two, both included."""

    def read(value: object) -> Month:
        try:
            month = Month.parse(value if isinstance(value, str) else "")
        except ValueError:
            raise refuse(Code.NOT_A_MONTH, **in_months(first, last)) from None
        if not first <= month <= last:
            raise refuse(Code.MONTH_OUT_OF_RANGE, **in_months(first, last))
        return month

    schema = {"type": "string", "pattern": month_pattern(first, last), "examples": ["2026-12"]}
    return BeforeValidator(read), WithJsonSchema(schema)


class _FromIn(Body):
    """The month, before the fields of the job in documents and errors."""

    since: Annotated[Month, *month_between(EARLIEST_FIRST, _LATEST)] = Field(alias="from")
    """The first month of the change: one of the months of the year. Each month once."""


def _optional(field: FieldInfo) -> tuple[Any, Any]:
    return type_of(field) | None, Field(default=None, description=field.description)


_FIELDS_OF_JOB: dict[str, Any] = {name: _optional(field) for name, field in JobIn.model_fields.items()}
_Changed = create_model("_Changed", __base__=_FromIn, **_FIELDS_OF_JOB)


class ChangeIn(_Changed):
    """The fields of the job that change from a month on. The others stay as they were; null clears a field."""

    def new(self) -> dict[str, Any]:
        """The new values of the fields that were given; a cleared one has the value of a field that is left out."""
        given = {name: getattr(self, name) for name in self.model_fields_set & JobIn.model_fields.keys()}
        return {name: JobIn.model_fields[name].default if value is None else value for name, value in given.items()}


_IN_DAYS = [kind.value for kind in EventKind if kind.counts_days]
_IN_DKK = [kind.value for kind in EventKind if not kind.counts_days]


def _fields_of_kind(schema: dict[str, Any]) -> None:
    number, nothing = {"type": ["number", "string"]}, {"type": "null"}
    days = {"kind": {"enum": _IN_DAYS}, "days": {"type": "integer"}, "amount": nothing}
    amount = {"kind": {"enum": _IN_DKK}, "days": nothing, "amount": number}
    ways = [{"required": ["days"], "properties": days}, {"required": ["amount"], "properties": amount}]
    add_conditions(schema, {"anyOf": ways})
    in_days, in_dkk = (", ".join(f"`{kind}`" for kind in kinds) for kinds in (_IN_DAYS, _IN_DKK))
    schema["description"] += f"\n\nGiven in `days`: {in_days}. Given as `amount`: {in_dkk}."


def _fits_kind(event: Any) -> Iterator[PydanticCustomError]:
    needed, other = ("days", "amount") if event.kind.counts_days else ("amount", "days")
    if getattr(event, needed) is None:
        yield refuse(Code.MISSING, field=needed)
    if getattr(event, other) is not None:
        yield refuse(Code.NOT_OF_THIS_KIND, field=other, allowed=needed, limits=limits(values=[needed]))


class EventIn(Body):
    """One thing that happens in a month. Several of the same kind add up."""

    model_config = ConfigDict(json_schema_extra=_fields_of_kind)

    checks = (Check(("kind", "amount", "days"), _fits_kind),)

    month: Annotated[Month, *month_between(*ALL_MONTHS)]
    """One of the months of the year or the month before it, in the job."""
    kind: Annotated[EventKind, *key_of(EventKind)]
    """What happens: holiday supplement (ferietillæg), pay from a free-choice or public-holiday account (fritvalg, SH),
    holiday without pay, holiday with ledighedsydelse, other days without pay, sickness or parental benefit."""
    amount: AmountIn | None = None
    """DKK before tax."""
    days: Annotated[int, *whole_number(1, MAX_DAYS_IN_JOB, Code.DAYS_OUT_OF_RANGE)] | None = None
    """Working days without wage."""

    def event(self) -> Event:
        """The validated event as the law code takes it."""
        if self.amount is None:
            return Event(self.month, self.kind, days=self.days or 0)
        return Event(self.month, self.kind, self.amount)
