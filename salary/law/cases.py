"""Cases side by side: each named by what makes it different from the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fleksjob_site.kernel.text import N_, Hours, Kroner, Percent, Text
from salary.law.calculation import Result, calculate
from salary.law.case import Case

MAX_CASES = 3
_MAX_DIFFERENCES = 2
"""How many differences a name holds; more would not fit over a column."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A case with its name, its result, and by how much its total exceeds the first case's, kr. a month before tax."""

    name: Text
    result: Result
    difference_to_first: Kroner


def compare(cases: tuple[Case, ...]) -> tuple[Compared, ...]:
    """The cases in the order they were kept."""
    results = [calculate(case) for case in cases]
    return tuple(
        Compared(_name(case, number, cases), result, Kroner(result.total_month - results[0].total_month))
        for number, (case, result) in enumerate(zip(cases, results, strict=True), start=1)
    )


def _name(case: Case, number: int, cases: tuple[Case, ...]) -> Text:
    """The first things in which the cases differ, or just a number where they are all alike."""
    values = [_values(other) for other in cases]
    own = _values(case)
    differing = [key for key in _WORDS if len({other[key] for other in values}) > 1]
    known = [key for key in differing if own[key] is not None][:_MAX_DIFFERENCES]
    if not known:
        return Text(N_("Case {number}"), {"number": number})
    parts = tuple(_part(key, own[key]) for key in known)
    return parts[0] if len(parts) == 1 else Text(N_("{one}, {other}"), {"one": parts[0], "other": parts[1]})


def _values(case: Case) -> dict[str, Any]:
    return case.fields | {"month": case.month}


def _part(key: str, value: Any) -> Text:
    words, unit = _WORDS[key]
    return Text(words, {"value": unit(value) if unit else value})


# In the order in which people would name them.
_WORDS: dict[str, tuple[str, type | None]] = {
    "hours_week": (N_("{value} at work"), Hours),
    "pace_percent": (N_("pace {value}"), Percent),
    "hourly_wage": (N_("{value} an hour"), Kroner),
    "full_time_wage_month": (N_("{value} for full time"), Kroner),
    "wage_month": (N_("{value} for the month"), Kroner),
    "ceiling_month": (N_("ceiling {value}"), Kroner),
    "other_wage_month": (N_("other wage {value}"), Kroner),
    "side_business_month": (N_("side business {value}"), Kroner),
    "supplements_full_time_month": (N_("supplements {value}"), Kroner),
    "pension_on_top_percent": (N_("pension {value}"), Percent),
    "month": (N_("{value}"), None),
    "full_time_hours_week": (N_("full time {value}"), Hours),
}
