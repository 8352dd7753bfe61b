"""Brings a generated year together, where a schema can't say how changes and events depend on months and job."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from fleksjob_site.api.gate import Body
from fleksjob_site.api.year_parts import LATEST_FIRST, ChangeIn, EventIn
from fleksjob_site.kernel.calendar import Month
from salary.law.year.plan import EARLIEST_FIRST, MAX_MONTHS, ONE_YEAR_LATER

# A whole wage, whatever the job was before.
_WHOLE = {
    "wage_month": 12_000,
    **dict.fromkeys(
        (
            "hours_per_week", "efficiency_percent", "paid_hours_per_week", "hourly_wage", "full_time_wage_month",
            "pension_on_top_percent", "pension_on_top_month", "own_pension_percent", "own_pension_month",
            "employer_pension_month",
        )
    ),
}  # fmt: skip


def bring_year_together(body: dict[str, Any]) -> None:
    """Move changes, events and the start into the year, and let each change fit the job; leave invalid values alone."""
    first, months = _month(body["from"]), body.get("months", ONE_YEAR_LATER)
    if first is None or not EARLIEST_FIRST <= first <= LATEST_FIRST or months not in range(1, MAX_MONTHS + 1):
        return
    shown = [first.plus(months=number) for number in range(-1, int(months))]
    start = _bring_start(body, shown)
    if isinstance(changes := body.get("changes"), list) and len(changes) <= MAX_MONTHS:
        _bring_changes(changes, shown[1:])
    for event in body["events"] if isinstance(body.get("events"), list) else []:
        if _fits(EventIn, event):
            event["month"] = str(min(max(Month.parse(event["month"]), start), shown[-1]))


def _bring_start(body: dict[str, Any], shown: list[Month]) -> Month:
    try:
        day = date.fromisoformat(body["job_starts"])
    except (KeyError, TypeError, ValueError):
        return shown[0]
    if date(2020, 1, 1) <= day <= date(2100, 12, 31):
        day = min(max(day, shown[0].first_day), shown[-1].last_day)
        body["job_starts"] = day.isoformat()
    return max(shown[0], Month.of(day))


def _bring_changes(changes: list[Any], shown: list[Month]) -> None:
    free = [str(month) for month in shown]
    for change in [change for change in changes if _fits(ChangeIn, change)]:
        if not free:
            changes.remove(change)
            continue
        change["from"] = change["from"] if change["from"] in free else free[0]
        free.remove(change["from"])
        if change.keys() & _WHOLE.keys():
            change |= _WHOLE


def _fits(part: type[Body], given: object) -> bool:
    try:
        part.model_validate(json.loads(json.dumps(given), parse_float=Decimal))
    except ValidationError:
        return False
    return True


def _month(written: object) -> Month | None:
    try:
        return Month.parse(written) if isinstance(written, str) else None
    except ValueError:
        return None
