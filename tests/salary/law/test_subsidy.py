"""Reduction, ceiling and rounding, at and around the places where the rules turn."""

from decimal import Decimal
from typing import Any

import pytest

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Kroner
from salary.law.calculation import NO_CEILING, Result, calculate
from salary.law.case import Case
from salary.law.ceiling import ASK_YOUR_EMPLOYER, LOWER_BOUND, NORM_IS_UNSETTLED
from tests.salary.law.given import numbers_in, step

MAX, THRESHOLD = 19952, 16323
WHOLE_SUM = {"max_subsidy", "reduction", "cut", "subsidy"}


def result(**given: Any) -> Result:
    """A result of May 2024, from numbers written as text."""
    return calculate(Case.from_fields(Month(2024, 5), **{name: Decimal(value) for name, value in given.items()}))


@pytest.mark.parametrize(
    ("wage", "reduction", "subsidy"),
    [
        ("0.01", "0.003", "19951.997"),
        ("10000", "3000", "16952"),
        ("16323", "4896.9", "15055.1"),
        ("16324", "4897.45", "15054.55"),
        ("26323", "10396.9", "9555.1"),
        ("43696", "19952.05", "0"),
        ("50000", "23419.25", "0"),
    ],
)
def test_thirty_per_cent_go_up_to_the_threshold_and_fifty_five_above(wage: str, reduction: str, subsidy: str) -> None:
    found = result(wage_month=wage)
    assert found.subsidy.reduction == Decimal(reduction)
    assert found.subsidy.unrounded == Decimal(subsidy)


@pytest.mark.parametrize(("wage", "rest"), [("16323", False), ("16323.01", True)])
def test_only_a_wage_above_the_threshold_has_a_rest_of_which_more_is_taken(wage: str, rest: bool) -> None:
    assert ("rest" in numbers_in(step(result(wage_month=wage), "reduction").sum)) is rest


def test_without_a_wage_from_the_fleksjob_there_is_no_subsidy() -> None:
    for given in (
        {"wage_month": 0},
        {"paid_hours_week": 0, "hourly_wage": 200},
        {"hours_week": 0, "pace_percent": 50, "full_time_wage_month": 30000},
        {"wage_month": 0, "other_wage_month": 8000, "ceiling_month": 30000},
    ):
        found = result(**given)
        assert found.subsidy.unrounded == found.subsidy.rounded == found.payout_month == 0
        assert found.subsidy.ceiling_cut == 0
        assert found.total_month == given.get("other_wage_month", 0)
        assert numbers_in(step(found, "subsidy").sum) == {"subsidy"}


def test_other_wage_reduces_the_subsidy_and_counts_against_the_ceiling() -> None:
    apart = result(wage_month=10000, other_wage_month=8000, ceiling_month=30000)
    together = result(wage_month=18000, ceiling_month=30000)
    assert apart.subsidy.all_wage == 18000
    assert apart.subsidy.reduction == together.subsidy.reduction
    assert apart.subsidy.unrounded == together.subsidy.unrounded == 12000
    assert apart.total_month == together.total_month == 30000
    assert apart.subsidy.ceiling_binds


@pytest.mark.parametrize(
    ("ceiling", "cut", "binds"),
    [("26952", "0", False), ("26951.99", "0.01", True), ("26952.01", "0", False), ("10000", "16952", True)],
)
def test_the_ceiling_takes_what_lies_above_it(ceiling: str, cut: str, binds: bool) -> None:
    found = result(wage_month=10000, ceiling_month=ceiling)
    assert found.subsidy.before_ceiling == 16952
    assert found.subsidy.ceiling_cut == Decimal(cut)
    assert found.subsidy.ceiling_binds is binds


@pytest.mark.parametrize("ceiling", ["0", "9000", "9999.99", "10000"])
def test_a_wage_at_or_above_the_ceiling_leaves_no_subsidy_and_keeps_the_wage(ceiling: str) -> None:
    found = result(wage_month=10000, ceiling_month=ceiling)
    assert found.subsidy.unrounded == 0
    assert found.total_month == 10000


def test_nothing_is_cut_where_the_reduction_left_nothing() -> None:
    found = result(wage_month=50000, ceiling_month=40000)
    assert found.subsidy.ceiling_cut == 0


@pytest.mark.parametrize(
    ("wage", "ceiling", "numbers"),
    [
        # The sums are compared in test_ceiling.py.
        (10000, 30000, {"ceiling", "together"}),
        (10000, 26952, {"ceiling", "together"}),
        (10000, 20000, {"ceiling", "together", "cut"}),
        (10000, 10000, {"ceiling", "together", "cut"}),
        (10000, 9000, {"ceiling", "together", "cut"}),
        (50000, 40000, {"ceiling"}),
    ],
)
def test_the_sentence_on_the_ceiling_names_what_it_compares_and_cuts(
    wage: int, ceiling: int, numbers: set[str]
) -> None:
    assert numbers_in(step(result(wage_month=wage, ceiling_month=ceiling), "ceiling").sentence) == numbers


@pytest.mark.parametrize(
    ("wage", "ceiling", "there_is_one", "numbers"),
    [
        (10000, 30000, True, WHOLE_SUM),
        (16323, 60000, True, WHOLE_SUM | {"unrounded"}),
        (10000, 10001, True, WHOLE_SUM),
        # The ceiling leaves none, the reduction leaves none, and there is no wage.
        (10000, 9000, False, WHOLE_SUM),
        (50000, 60000, False, {"max_subsidy", "reduction", "subsidy"}),
        (50000, 40000, False, {"max_subsidy", "reduction", "subsidy"}),
        (0, 40000, False, {"subsidy"}),
    ],
)
def test_the_subsidy_is_shown_or_why_there_is_none(
    wage: int, ceiling: int, there_is_one: bool, numbers: set[str]
) -> None:
    found = step(result(wage_month=wage, ceiling_month=ceiling), "subsidy")
    assert ("subsidy" in numbers_in(found.sentence)) is there_is_one
    assert numbers_in(found.sum) == numbers


def test_an_unknown_ceiling_cuts_nothing_and_is_said() -> None:
    found = result(wage_month=15000)
    assert found.wage.ceiling_month is None
    assert step(found, "ceiling").amount is None
    assert NO_CEILING in [note.message for note in found.notes]
    assert ASK_YOUR_EMPLOYER in [remark.message for remark in step(found, "ceiling").remarks]


def test_an_assumed_ceiling_is_flagged_as_a_lower_bound_with_what_to_ask() -> None:
    found = result(paid_hours_week=30, hourly_wage=150)
    assert found.wage.ceiling_assumed
    bound, higher, ask = step(found, "ceiling").remarks
    assert (bound.message, ask.message) == (LOWER_BOUND, ASK_YOUR_EMPLOYER)
    assert higher.values == {"before": found.subsidy.before_ceiling}


def test_a_stated_ceiling_has_nothing_to_remark() -> None:
    assert step(result(paid_hours_week=12, hourly_wage=150, ceiling_month=30000), "ceiling").remarks == ()


def test_another_full_time_norm_is_unsettled_where_the_ceiling_is_built_on_it() -> None:
    def is_remarked_on(**given: Any) -> bool:
        remarks = step(result(full_time_hours_week=30, **given), "ceiling").remarks
        return NORM_IS_UNSETTLED in [remark.message for remark in remarks]

    assert is_remarked_on(paid_hours_week=12, hourly_wage=150)
    assert not is_remarked_on(paid_hours_week=12, full_time_wage_month=30000)
    assert not is_remarked_on(paid_hours_week=12, hourly_wage=150, ceiling_month=30000)


@pytest.mark.parametrize(
    ("wage", "unrounded", "rounded"),
    [
        ("5", "19950.5", 19951),
        ("15", "19947.5", 19948),
        ("4.99", "19950.503", 19951),
        ("5.01", "19950.497", 19950),
        ("1", "19951.7", 19952),
    ],
)
def test_half_a_krone_is_rounded_up(wage: str, unrounded: str, rounded: int) -> None:
    found = result(wage_month=wage)
    assert found.subsidy.unrounded == Decimal(unrounded)
    assert found.subsidy.rounded == rounded


def test_a_wage_that_ends_in_thirds_gives_an_exact_half_krone() -> None:
    # 1 × 52/12 × 5 is 21 2/3, and thirty per cent of it is exactly 6,5.
    found = result(paid_hours_week=1, hourly_wage=5, ceiling_month=30000)
    assert found.wage.month == Decimal("21.666666666667")
    assert found.subsidy.unrounded == Decimal("19945.5")
    assert found.subsidy.rounded == 19946


def test_a_ceiling_and_a_wage_that_end_in_thirds_leave_an_exact_half_krone() -> None:
    # 37 × 52/12 × 130 is 20 843 1/3 and 36,85 × 52/12 × 130 is 20 758 5/6.
    found = result(paid_hours_week="36.85", hourly_wage=130)
    assert found.subsidy.unrounded == Decimal("84.5")
    assert found.subsidy.rounded == 85


@pytest.mark.parametrize(
    "given",
    [
        {"wage_month": 10000},
        {"wage_month": 20000, "other_wage_month": 3000, "ceiling_month": 28000},
        {"paid_hours_week": 30, "hourly_wage": 150},
    ],
)
def test_the_steps_carry_the_amounts_of_the_result(given: dict[str, Any]) -> None:
    found = result(**given)
    amounts = {step.key: step.amount for step in found.steps}
    assert amounts["max-subsidy"] == MAX
    assert amounts["reduction"] == found.subsidy.reduction
    assert amounts["ceiling"] == (None if found.wage.ceiling_month is None else found.subsidy.ceiling_cut)
    assert amounts["subsidy"] == found.subsidy.rounded
    assert {named.key: named.value for named in step(found, "reduction").figures}["threshold_month"] == Kroner(
        THRESHOLD
    )


def test_benefit_without_a_wage_and_subsidy_are_the_highest_subsidy_together() -> None:
    found = result(wage_month=0, benefit_month="14000.40")
    assert found.subsidy.unrounded + Decimal("14000.40") == MAX
    assert found.subsidy.rounded == 5952
    assert found.total_month == Decimal("19952.40")


def test_in_a_month_with_wage_and_benefit_both_deductions_are_added() -> None:
    found = result(wage_month=10000, benefit_month=6000)
    assert found.subsidy.reduction == 3000
    assert found.subsidy.rounded == MAX - 3000 - 6000
    assert step(found, "benefit").amount == 6000
    assert {source.place for source in step(found, "benefit").sources} >= {
        "LAB § 124, stk. 3",
        "BEK 227/2024 § 7, stk. 1-2",
    }


def test_benefit_counts_against_the_ceiling_like_a_wage() -> None:
    found = result(wage_month=10000, benefit_month=6000, ceiling_month=20000)
    assert found.subsidy.ceiling_cut == 10000 + 6000 + 10952 - 20000
    assert found.subsidy.rounded == 4000
    assert "LAB § 124, stk. 3" in [source.place for source in step(found, "ceiling").sources]


def test_a_benefit_as_high_as_the_highest_subsidy_leaves_none() -> None:
    found = result(wage_month=5000, benefit_month=19000)
    assert found.subsidy.rounded == found.payout_month == 0
    assert numbers_in(step(found, "subsidy").sum) == {"max_subsidy", "reduction", "subsidy"}
