"""The request body of a year: the job, how it changes, and what happens once; and checks across them."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, StrictBool, WithJsonSchema
from pydantic_core import PydanticCustomError

from fleksjob_site.api.account import CardIn
from fleksjob_site.api.answers import DAY_SCHEMA, read_day
from fleksjob_site.api.case import JobIn, job_conditions
from fleksjob_site.api.decimals import whole_number
from fleksjob_site.api.gate import Body, Check
from fleksjob_site.api.wrong import Code, moved, refuse
from fleksjob_site.api.year_parts import LATEST_FIRST, ChangeIn, EventIn, in_months, month_between
from fleksjob_site.kernel.calendar import Month
from salary.law.year.plan import EARLIEST_FIRST, MAX_MONTHS, ONE_YEAR_LATER, Plan, Terms

MAX_EVENTS = 2 * MAX_MONTHS


def _last(body: Any) -> Month:
    month: Month = body.first.plus(months=body.months - 1)
    return month


def _before(body: Any) -> Month:
    """The month whose wage sets the first subsidy."""
    month: Month = body.first.plus(months=-1)
    return month


def _starts_within(body: Any) -> Iterator[PydanticCustomError]:
    first, last = _before(body).first_day, _last(body).last_day
    if body.job_starts is not None and not first <= body.job_starts <= last:
        yield refuse(Code.NOT_A_DAY, field="job_starts", **in_months(first, last))


def _changes_within(body: Any) -> Iterator[PydanticCustomError]:
    for place, change in _in_order(body):
        if not body.first <= change.since <= _last(body):
            within = in_months(body.first, _last(body))
            yield refuse(Code.MONTH_OUT_OF_RANGE, field=f"changes.{place}.from", **within)


def _events_within(body: Any) -> Iterator[PydanticCustomError]:
    first, last = _before(body), _last(body)
    if body.job_starts is not None:
        first = max(first, Month.of(body.job_starts))
    for place, event in enumerate(body.events or ()):
        if event is not None and event.month is not None and not first <= event.month <= last:
            yield refuse(Code.MONTH_OUT_OF_RANGE, field=f"events.{place}.month", **in_months(first, last))


def _twice(body: Any) -> Iterator[PydanticCustomError]:
    seen: set[Month] = set()
    for place, change in _in_order(body):
        if change.since in seen:
            yield refuse(Code.MONTH_TWICE, field=f"changes.{place}.from")
        seen.add(change.since)


def _changes_fit(body: Any) -> Iterator[PydanticCustomError]:
    """What each change makes wrong with the job, by the checks of a job."""
    said = _wrong_with(*_job_of(body))
    for place, job, unreadable in _jobs_from(body):
        now = _wrong_with(job, unreadable)
        # What was wrong before the change has been said there.
        yield from (moved(now[key], f"changes.{place}") for key in now if key not in said)
        said = now


def _wrong_with(job: JobIn, unreadable: frozenset[str]) -> dict[str, PydanticCustomError]:
    """The errors of a job, by code and field."""
    found = (wrong for check in JobIn.checks if unreadable.isdisjoint(check.fields) for wrong in check.find(job))
    return {f"{(wrong.context or {})['code']} {(wrong.context or {})['field']}": wrong for wrong in found}


def _in_order(body: Any) -> list[tuple[int, Any]]:
    """The place of each change whose month can be read, and the change, by month."""
    changes = [(place, change) for place, change in enumerate(body.changes or ()) if change and change.since]
    return sorted(changes, key=lambda numbered: numbered[1].since)


def _job_of(body: Any) -> tuple[JobIn, frozenset[str]]:
    return JobIn.model_construct(**{name: getattr(body, name) for name in JobIn.model_fields}), body.unreadable


def _jobs_from(body: Any) -> Iterator[tuple[int, JobIn, frozenset[str]]]:
    """The place of each change, by month, the job from then on, and the fields of it that can't be read."""
    job, unreadable = _job_of(body)
    for place, change in _in_order(body):
        new = change.new()
        job = job.model_copy(update=new)
        unreadable = unreadable - new.keys() | change.unreadable
        yield place, job, unreadable


class _MonthsIn(Body):
    """The months, before the fields of the job in documents and errors."""

    first: Annotated[Month, *month_between(EARLIEST_FIRST, LATEST_FIRST)] = Field(alias="from")
    """The first month. Its subsidy is that of the wage of the month before."""
    months: Annotated[int, *whole_number(1, MAX_MONTHS, Code.MONTHS_OUT_OF_RANGE)] = ONE_YEAR_LATER
    """How many months."""
    job_starts: Annotated[date, BeforeValidator(read_day), WithJsonSchema(DAY_SCHEMA)] | None = None
    """The day the job starts, within these months or the month before; null where it started earlier."""
    changes: list[ChangeIn] = Field(default_factory=list, max_length=MAX_MONTHS)
    """Each changes the job from its month on, on top of those before it; in any order. The job that they give must fit
    as if it were given whole."""
    events: list[EventIn] = Field(default_factory=list, max_length=MAX_EVENTS)
    """What happens once, in any order."""
    assume_newest_rates: StrictBool = False
    """Changes nothing here: months without rates always use the newest, and `rates_assumed` says so."""


class YearIn(JobIn, CardIn, _MonthsIn):
    """A job and the months to plan; DKK a month before tax unless the name says otherwise."""

    model_config = ConfigDict(json_schema_extra=job_conditions)

    checks = (
        *JobIn.checks,
        Check(("first", "months", "job_starts"), _starts_within),
        Check(("first", "months"), _changes_within),
        Check((), _twice),
        Check((), _changes_fit),
        Check(("first", "months", "job_starts"), _events_within),
    )
    parts = {"changes": ChangeIn, "events": EventIn}  # noqa: RUF012  # a ClassVar in the base class

    def plan(self) -> Plan:
        """The validated body as the law code takes it."""
        return Plan(
            first=self.first,
            terms=tuple(self._terms()),
            months=self.months,
            events=tuple(event.event() for event in self.events),
            job_starts=self.job_starts,
            card=self.tax.card() if self.tax else None,
        )

    def _terms(self) -> Iterator[Terms]:
        yield self.terms(_before(self))
        for place, job, _ in _jobs_from(self):
            yield job.terms(self.changes[place].since)
