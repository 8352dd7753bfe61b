"""Examples that others have published, recalculated by the site's own code."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.money import whole_kroner
from fleksjob_site.kernel.text import N_, Hours, Kroner, Percent, Text, Value
from fleksjob_site.kernel.working_time import FULL_TIME_HOURS_WEEK
from salary.law.calculation import calculate
from salary.law.case import Case, MonthWage
from salary.law.neighbours import ledighedsydelse_month
from salary.law.rates import rates_for

FILE = Path(__file__).parent / "examples.json"

ROUNDING = Decimal(1)
"""Kr.: many sources round each step, the executive order only the last (BEK 227/2024 § 2, stk. 1)."""


class Example(BaseModel):
    """One example as it was published: what was given, and what it states; `derived` ones are arithmetic of our own."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    kind: Annotated[str, Field(alias="type")]
    year: int | None = None
    official: bool = False
    derived: bool = False
    source_url: str = ""
    inputs: dict[str, Any]
    stated: dict[str, Decimal]

    @model_validator(mode="after")
    def _published_somewhere(self) -> Example:
        if not self.derived and not self.source_url:
            raise ValueError(f"{self.id}: where was it published?")
        return self

    @property
    def publisher(self) -> str:
        """The host name of the source."""
        return self.source_url.split("/")[2].removeprefix("www.")

    @property
    def month(self) -> Month:
        """A month of its year; an example that holds in any year is calculated in 2024."""
        return Month(self.year or int(self.inputs.get("year", 2024)), 3)


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """One figure of an example: what it is, what the source states, and what the site calculates."""

    what: Text
    stated: Value
    ours: Value

    @property
    def difference(self) -> Decimal:
        return Decimal(str(self.ours)) - Decimal(str(self.stated))


def read_examples() -> tuple[Example, ...]:
    """Every example of the file."""
    listed = json.loads(FILE.read_text("utf-8"), parse_float=Decimal, parse_int=Decimal)["examples"]
    return tuple(map(Example.model_validate, listed))


def reproduced(example: Example) -> tuple[ComparedFigure, ...]:
    """Each published figure with ours; empty for what the site does not calculate."""
    return _KINDS[example.kind](example) if example.kind in _KINDS else ()


def _hours(example: Example) -> tuple[ComparedFigure, ...]:
    hours, pace = example.inputs["attendance_hours_week"], example.inputs["efficiency"] * 100
    case = Case.from_fields(example.month, hours_week=hours, pace_percent=pace, hourly_wage=Decimal(150))
    what = Text(
        N_("Paid hours: {hours} a week at {pace} of an ordinary pace"), {"hours": Hours(hours), "pace": Percent(pace)}
    )
    paid = calculate(case).wage.paid_hours_week
    assert paid is not None
    return (ComparedFigure(what, Hours(example.stated["paid_hours_week"]), paid),)


def _subsidy(example: Example) -> tuple[ComparedFigure, ...]:
    given = example.inputs
    result = calculate(
        Case.from_fields(
            example.month,
            paid_hours_week=given["paid_hours_week"],
            hourly_wage=given["hourly_wage_incl_pension"],
            full_time_hours_week=given["fulltime_hours_week"],
        )
    )
    values: dict[str, Value] = {
        "hours": Hours(given["paid_hours_week"]),
        "wage": Kroner(given["hourly_wage_incl_pension"]),
    }
    whats = {
        "wage_month": N_("Wage: {hours} a week at {wage} an hour"),
        "fulltime_wage_month": N_("Wage for full time at {wage} an hour"),
        "reduction": N_("Taken off the subsidy for that wage"),
        "subsidy": N_("Subsidy: {hours} a week at {wage} an hour"),
        "total": N_("Total: {hours} a week at {wage} an hour"),
    }
    assert result.wage.full_time_month is not None
    ours = {
        "wage_month": result.wage.month,
        "fulltime_wage_month": result.wage.full_time_month,
        "reduction": result.subsidy.reduction,
        "subsidy": result.subsidy.rounded,
        "total": result.total_month,
    }
    return tuple(
        ComparedFigure(Text(what, values), Kroner(example.stated[key]), Kroner(ours[key]))
        for key, what in whats.items()
    )


def _raise(example: Example) -> tuple[ComparedFigure, ...]:
    more = example.inputs["wage_increase"]
    before = calculate(Case(example.month, MonthWage(Decimal(9000))))
    after = calculate(Case(example.month, MonthWage(9000 + more)))
    values: dict[str, Value] = {"more": Kroner(more)}
    return (
        ComparedFigure(
            Text(N_("Below the threshold, {more} more in wage: the subsidy goes down by"), values),
            Kroner(example.stated["subsidy_decrease"]),
            Kroner(before.subsidy.unrounded - after.subsidy.unrounded),
        ),
        ComparedFigure(
            Text(N_("Below the threshold, {more} more in wage: the total goes up by"), values),
            Kroner(example.stated["total_increase"]),
            Kroner(after.total_month - before.total_month),
        ),
    )


def _from_dagpenge(example: Example) -> tuple[ComparedFigure, ...]:
    rates, stated = rates_for(example.month), example.stated
    flexi_wage = example.inputs["benefit"] == "flexwage_max"
    month = Kroner(rates.max_subsidy_month.amount) if flexi_wage else ledighedsydelse_month(rates)
    share = (rates.share_of_dagpenge_percent if flexi_wage else rates.ledighedsydelse_percent).amount
    compared = []
    if "per_week" in stated:
        assert rates.highest_dagpenge_day
        week = whole_kroner(share * rates.highest_dagpenge_day.amount / 100) * 5
        text = N_("The highest subsidy a week") if flexi_wage else N_("The higher unemployment allowance a week")
        compared.append(ComparedFigure(Text(text), Kroner(stated["per_week"]), Kroner(week)))
    if "per_month" in stated:
        text = N_("The highest subsidy a month") if flexi_wage else N_("The higher unemployment allowance a month")
        compared.append(ComparedFigure(Text(text), Kroner(stated["per_month"]), month))
    return tuple(compared)


def _worth_an_hour(example: Example) -> tuple[ComparedFigure, ...]:
    an_hour = rates_for(example.month).max_subsidy_month.amount * 12 / (FULL_TIME_HOURS_WEEK * 52)
    what = Text(N_("The highest subsidy, for each hour of full time"))
    return (ComparedFigure(what, Kroner(example.stated["hourly_wage"]), Kroner(whole_kroner(an_hour))),)


def _business_without_subsidy(example: Example) -> tuple[ComparedFigure, ...]:
    rates = rates_for(example.month)
    assert rates.self_employed_year
    # The business subsidy is reduced by 30 per cent of the income whatever its size (LAB § 126, stk. 5).
    profit = whole_kroner(rates.self_employed_year.amount * 100 / rates.reduction_below_percent.amount)
    what = Text(N_("Own business: the subsidy is gone at a yearly income of"))
    return (ComparedFigure(what, Kroner(example.stated["zero_profit_year"]), Kroner(profit)),)


_KINDS: Mapping[str, Callable[[Example], tuple[ComparedFigure, ...]]] = {
    "hours": _hours,
    "subsidy": _subsidy,
    "marginal": _raise,
    "rate_from_dagpenge": _from_dagpenge,
    "hourly_equivalent": _worth_an_hour,
    "self_employed_zero": _business_without_subsidy,
}
