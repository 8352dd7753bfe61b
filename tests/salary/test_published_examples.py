"""Every example of `examples.json` that speaks of what is built; sources round each step, so within 1 krone."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.money import whole_kroner
from salary.calculation import Case, Result, calculate
from salary.rates import rates_for
from salary.wage import FULL_TIME_HOURS_WEEK

Example = dict[str, Any]
EXAMPLES: dict[str, Example] = {
    example["id"]: example
    for example in json.loads(
        (Path(__file__).parent / "examples.json").read_text("utf-8"), parse_float=Decimal, parse_int=Decimal
    )["examples"]
}
NOT_COVERED = {
    "E23": "ledighedsydelse, a neighbouring scheme that is not calculated",
    "E25": "ledighedsydelse, a neighbouring scheme that is not calculated",
    "E26": "the subsidy for self-employed people, which comes later",
    "E29": "the scheme from before 2013, which is not calculated",
}
covered: set[str] = set()


def examples(*ids: str) -> Callable[..., Any]:
    """Run a test once for each of these examples, and keep count of them."""
    covered.update(ids)
    return pytest.mark.parametrize("example", [pytest.param(EXAMPLES[name], id=name) for name in ids])


def some_month(example: Example) -> Month:
    return Month(int(example.get("year") or example["inputs"].get("year") or 2024), 3)


def least(holds: Callable[[Decimal], bool], most: Decimal) -> Decimal:
    """The least number up to `most` from which something holds, to a millionth, found by halving."""
    below = Decimal(0)
    for _ in range(60):
        middle = (below + most) / 2
        below, most = (below, middle) if holds(middle) else (middle, most)
    return most.quantize(Decimal("1E-6"))


@examples("S1", "S2", "S3", "E11", "E12")
def test_paid_hours_are_hours_times_efficiency(example: Example) -> None:
    result = calculate(
        Case(
            some_month(example),
            hours_week=example["inputs"]["attendance_hours_week"],
            efficiency_percent=example["inputs"]["efficiency"] * 100,
            hourly_wage=Decimal(150),
        )
    )
    assert result.paid_hours_week == example["stated"]["paid_hours_week"]


@examples("E01")
def test_the_subsidy_is_that_of_the_official_calculator(example: Example) -> None:
    given, stated = example["inputs"], example["stated"]
    result = calculate(
        Case(
            some_month(example),
            paid_hours_week=given["paid_hours_week"],
            hourly_wage=given["hourly_wage_incl_pension"],
            full_time_hours_week=given["fulltime_hours_week"],
        )
    )
    assert result.rates.max_subsidy_month.amount == given["max_subsidy"]
    assert result.rates.threshold_month.amount == given["threshold"]
    assert result.full_time_wage_month is not None
    assert abs(result.wage_month - stated["wage_month"]) <= 1
    assert abs(result.full_time_wage_month - stated["fulltime_wage_month"]) <= 1
    assert abs(result.reduction_month - stated["reduction"]) <= 1
    assert abs(result.subsidy_month - stated["subsidy"]) <= 1
    assert abs(result.total_month - stated["total"]) <= 1


@examples("E08")
def test_of_a_raise_below_the_threshold_seventy_per_cent_is_kept(example: Example) -> None:
    before = calculate(Case(some_month(example), wage_month=Decimal(9000)))
    after = calculate(Case(some_month(example), wage_month=Decimal(9000) + example["inputs"]["wage_increase"]))
    assert before.subsidy_unrounded - after.subsidy_unrounded == example["stated"]["subsidy_decrease"]
    assert after.total_month - before.total_month == example["stated"]["total_increase"]


@examples("E14", "E15", "E16", "E17", "E19", "E20", "E22")
def test_the_highest_subsidy_comes_from_the_unemployment_benefit(example: Example) -> None:
    given, rates = example["inputs"], rates_for(some_month(example))
    share = rates.share_of_dagpenge_percent.amount
    assert given["pct"] * 100 == share
    if "dagpenge_per_day" in given:
        assert rates.highest_dagpenge_day
        assert rates.highest_dagpenge_day.amount == given["dagpenge_per_day"]
        daily = whole_kroner(share * given["dagpenge_per_day"] / 100)
        assert daily * 5 == example["stated"].get("per_week", daily * 5)
    else:
        assert rates.highest_dagpenge_month
        assert rates.highest_dagpenge_month.amount == given["dagpenge_max_month"]
    assert whole_kroner(rates.max_subsidy_unrounded()) == example["stated"]["per_month"]
    assert rates.max_subsidy_month.amount == example["stated"]["per_month"]


@examples("E13")
def test_the_highest_subsidy_is_worth_so_much_an_hour(example: Example) -> None:
    highest = rates_for(some_month(example)).max_subsidy_month.amount
    assert highest == example["inputs"]["max_subsidy"]
    assert whole_kroner(highest * 12 / (FULL_TIME_HOURS_WEEK * 52)) == example["stated"]["hourly_wage"]


@examples("D1", "D2")
def test_the_ceiling_binds_from_so_many_paid_hours(example: Example) -> None:
    def result(hours: Decimal) -> Result:
        hourly_wage = example["inputs"]["hourly_wage_incl_pension"]
        return calculate(Case(some_month(example), paid_hours_week=hours, hourly_wage=hourly_wage))

    hours = least(lambda hours: result(hours).ceiling_binds, FULL_TIME_HOURS_WEEK)
    assert hours.quantize(Decimal("0.01")) == example["stated"]["paid_hours_week"]


@examples("D3")
def test_the_subsidy_is_gone_from_so_high_a_wage(example: Example) -> None:
    def gone(wage: Decimal) -> bool:
        return wage > 0 and not calculate(Case(some_month(example), wage_month=wage)).subsidy_unrounded

    # No wage gives no subsidy either; the search starts above it.
    wage = least(gone, Decimal(100_000))
    assert abs(wage - example["stated"]["wage_month"]) <= 1


def test_every_example_is_covered_or_listed_with_a_reason() -> None:
    assert covered | set(NOT_COVERED) == set(EXAMPLES)
    assert not covered & set(NOT_COVERED)
