"""The step of the wage ceiling: which sum it shows, and whether it names an assumption, other wage and benefit."""

from typing import Any

import pytest

from salary.law.calculation import Result, calculate
from salary.law.ceiling import ASK_YOUR_EMPLOYER, LOWER_BOUND, NORM_IS_UNSETTLED
from salary.law.step import Step, StepKey
from tests.salary.law.given import case, numbers_in, step

STATED = {"wage_month": 10000, "ceiling_month": 30000}
ASSUMED = {"paid_hours_week": 10, "hourly_wage": 150}
UNKNOWN = {"wage_month": 10000}

OTHER_WAGE, BENEFIT, ASSUMPTION = "BEK 227/2024 § 3, stk. 5", "LAB § 124, stk. 3", "BEK 227/2024 § 13, stk. 2"


def ceiling_of(given: dict[str, Any]) -> tuple[Result, Step]:
    found = calculate(case(**given))
    return found, step(found, StepKey.CEILING)


@pytest.mark.parametrize(
    ("given", "shown", "amount"),
    [
        (UNKNOWN, set(), None),
        # In May 2024 the highest subsidy is 19.952 kr.; of 10.000 kr. of wage 30 % are taken, so 16.952 kr. are left.
        (STATED, {"all_wage", "before", "together", "ceiling"}, 0),
        (STATED | {"ceiling_month": 26952}, {"all_wage", "before", "together", "ceiling"}, 0),
        (STATED | {"ceiling_month": 26951}, {"all_wage", "before", "ceiling", "cut"}, 1),
        (STATED | {"ceiling_month": 10001}, {"all_wage", "before", "ceiling", "cut"}, 16951),
        (STATED | {"ceiling_month": 10000}, {"all_wage", "before", "ceiling", "cut"}, 16952),
        (STATED | {"ceiling_month": 9999}, {"all_wage", "before", "ceiling", "excess", "cut"}, 16952),
        (STATED | {"wage_month": 60000}, {"all_wage", "before", "together"}, 0),
    ],
)
def test_the_sum_shows_what_the_ceiling_takes_or_why_it_takes_nothing(
    given: dict[str, Any], shown: set[str], amount: int | None
) -> None:
    _, found = ceiling_of(given)
    assert (numbers_in(found.sum), found.amount) == (shown, amount)


def test_the_numbers_of_the_sum_are_wage_with_benefit_and_the_subsidy_before_the_ceiling() -> None:
    _, found = ceiling_of(STATED | {"other_wage_month": 2000, "benefit_month": 3000, "ceiling_month": 14000})
    # 19.952 kr. less 30 % of 12.000 kr. and 3.000 kr.
    values = {"all_wage": 15000, "before": 13352, "together": 28352, "ceiling": 14000, "excess": 14352, "cut": 13352}
    assert found.sum.values == values


@pytest.mark.parametrize(
    ("given", "extra", "named"),
    [
        (STATED, {}, []),
        (STATED, {"other_wage_month": 2000}, [OTHER_WAGE]),
        (STATED, {"side_business_month": 2000}, [OTHER_WAGE]),
        (UNKNOWN, {"side_business_month": 2000}, []),
        (STATED, {"benefit_month": 2000}, [BENEFIT]),
        (STATED, {"other_wage_month": 2000, "benefit_month": 2000}, [OTHER_WAGE, BENEFIT]),
        (UNKNOWN, {"other_wage_month": 2000, "benefit_month": 2000}, []),
        (ASSUMED, {}, [ASSUMPTION]),
        (ASSUMED, {"other_wage_month": 2000}, [ASSUMPTION, OTHER_WAGE]),
    ],
)
def test_other_wage_and_benefit_are_named_where_a_ceiling_is_known_that_they_count_against(
    given: dict[str, Any], extra: dict[str, Any], named: list[str]
) -> None:
    _, bare = ceiling_of(given)
    _, found = ceiling_of(given | extra)
    special = (OTHER_WAGE, BENEFIT, ASSUMPTION)
    assert [source.place for source in found.sources if source.place in special] == named
    # Each has a remark as well, besides those of the ceiling itself.
    said = [remark for remark in found.remarks if remark.message not in {remark.message for remark in bare.remarks}]
    assert len([place for place in named if place != ASSUMPTION]) <= len(said)
    if given is not ASSUMED:
        assert len([place for place in named if place != ASSUMPTION]) == len(said)


@pytest.mark.parametrize(
    ("given", "ask", "higher", "norm"),
    [
        (STATED, False, False, False),
        (STATED | {"ceiling_month": 20000}, False, False, False),
        (UNKNOWN, True, False, False),
        # 150 kr. an hour are 24.050 kr. a month for full time; 6.500 kr. and 18.002 kr. of subsidy are above
        # it, and below the 24.700 kr. of 38 hours.
        (ASSUMED, True, True, False),
        (ASSUMED | {"hourly_wage": 300}, True, False, False),
        (ASSUMED | {"full_time_hours_week": 36}, True, True, True),
        (ASSUMED | {"full_time_hours_week": 38}, True, False, True),
        ({"paid_hours_week": 10, "full_time_wage_month": 24050, "full_time_hours_week": 36}, True, True, False),
    ],
)
def test_what_is_unsettled_about_an_assumed_ceiling_is_remarked_on(
    given: dict[str, Any], ask: bool, higher: bool, norm: bool
) -> None:
    _, found = ceiling_of(given)
    said = {remark.message for remark in found.remarks}
    assert (ASK_YOUR_EMPLOYER in said) == ask
    assert any(numbers_in(remark) == {"before"} for remark in found.remarks) == higher
    assert (NORM_IS_UNSETTLED in said) == norm


@pytest.mark.parametrize(
    ("hours", "only_too_low"), [("36", True), ("36.99", True), ("37", True), ("37.01", False), ("40", False)]
)
def test_an_assumed_ceiling_is_a_lower_bound_unless_full_time_is_more_than_37_hours(
    hours: str, only_too_low: bool
) -> None:
    _, found = ceiling_of(ASSUMED | {"full_time_hours_week": hours})
    assert (found.remarks[0].message == LOWER_BOUND) == only_too_low
