"""What an employer states: an ordinary month, the months with more, and what a figure that is too low costs."""

from decimal import Decimal

import pytest

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Hours
from salary.law.calculation import calculate
from salary.law.case import Case, FullTimeWage, HourlyWage, PaidHours
from salary.law.full_time_wage import (
    CEILING_LINES,
    LEFT_OUT,
    PART_LABELS,
    PART_MEANINGS,
    PART_SOURCES,
    FullTimeSum,
    Part,
)
from salary.law.stated_wage import PAID_APART, HolidayPaid, StatedWage, TooLow, stated_wage, too_low

D = Decimal
FREE, HOLIDAY = PAID_APART
# 180 × 37 × 52/12 = 28.860, with 10 % pension 31.746, with fixed supplements of 1.000 32.746.
ORDINARY = D(32746)
MONTH = Month(2026, 11)


def stated(**months: set[int]) -> StatedWage:
    parts = {Part.FIXED_SUPPLEMENTS: D(1000), FREE: D(2500), HOLIDAY: D(1500)}
    paid_in = {Part(name): frozenset(numbers) for name, numbers in months.items()}
    return stated_wage(FullTimeSum(HourlyWage(D(180)), parts, D(10)), paid_in)


def test_every_line_of_the_order_has_one_label_one_meaning_and_one_source() -> None:
    assert PART_LABELS.keys() == PART_MEANINGS.keys() == PART_SOURCES.keys() == set(Part)
    assert [line.label for line in CEILING_LINES[1:]] == [PART_LABELS[part] for part in Part]
    numbers = [line.source.paragraph.split("nr. ")[1].split(",")[0] for line in CEILING_LINES]
    assert numbers == ["1-2", *map(str, range(3, 12))]
    assert all(not line.source.paragraph for line in LEFT_OUT)


@pytest.mark.parametrize(
    ("months", "ordinary", "higher"),
    [
        ({}, ORDINARY + 4000, []),
        # Twelve months are each month.
        ({"free_choice": set(range(1, 13))}, ORDINARY + 4000, []),
        ({"free_choice": {12}, "holiday_pay": set()}, ORDINARY + 1500, [((12,), 2500)]),
        ({"free_choice": {6, 12}, "holiday_pay": {5, 8}}, ORDINARY, [((5, 8), 1500), ((6, 12), 2500)]),
        ({"free_choice": {5, 12}, "holiday_pay": {5, 8}}, ORDINARY, [((5,), 4000), ((8,), 1500), ((12,), 2500)]),
        ({"free_choice": {0, 13}, "holiday_pay": {5}}, ORDINARY + 2500, [((5,), 1500)]),
    ],
)
def test_what_is_paid_in_some_months_counts_only_there(
    months: dict[str, set[int]], ordinary: Decimal, higher: list[tuple[tuple[int, ...], int]]
) -> None:
    found = stated(**months)
    assert found.month == ordinary
    assert [(each.months, each.more) for each in found.higher] == higher
    assert all(each.month == ordinary + each.more for each in found.higher)
    assert all(each.more == sum(each.parts.values()) for each in found.higher)


def test_a_line_of_0_makes_no_month_higher() -> None:
    found = stated_wage(FullTimeSum(HourlyWage(D(180)), {FREE: D(0)}), {FREE: {5}})
    assert found.higher == ()
    assert found.month == 28860


@pytest.mark.parametrize(
    ("parts", "may", "august"),
    [
        # 1 % of 28.860 for nine months and for three.
        ({}, "2597.40", "865.80"),
        # 1 % of 29.860. Pension in kroner and free-choice pay are not wage that the supplement goes by.
        ({Part.FIXED_SUPPLEMENTS: 1000, Part.PENSION: 2886, FREE: 500}, "2687.40", "895.80"),
    ],
)
def test_the_holiday_supplement_of_the_act_comes_with_may_and_august(
    parts: dict[Part, int], may: str, august: str
) -> None:
    full_time = FullTimeSum(HourlyWage(D(180)), {part: D(amount) for part, amount in parts.items()})
    found = stated_wage(full_time, {}, HolidayPaid.SUPPLEMENT, compute_supplement=True)
    assert found.month == 28860 + sum(parts.values())
    assert [(each.months, each.more) for each in found.higher] == [((5,), D(may)), ((8,), D(august))]
    assert [line.amount for line in found.supplement_lines] == [D(may), D(august)]
    assert [line.label.message.split()[-1] for line in found.supplement_lines] == ["May", "August"]


def test_no_wage_gives_no_holiday_supplement() -> None:
    found = stated_wage(FullTimeSum(HourlyWage(D(0))), {}, HolidayPaid.SUPPLEMENT, compute_supplement=True)
    assert found.higher == ()
    assert found.supplement_lines == ()


@pytest.mark.parametrize(
    ("full_time", "hours", "lost", "said"),
    [
        # 20/37 of 31.746 are 17.160; with the subsidy 31.746 together, so the ceiling binds and 500 are lost.
        (31746, 20, 500, "cuts the subsidy"),
        # 8.580 and 19.026 are 27.606 together, far below both.
        (31746, 10, 0, "not more than"),
        # Full time at 40.000 leaves no subsidy.
        (40000, 37, 0, "no subsidy"),
    ],
)
def test_too_low_by_500_costs_what_the_calculation_says(full_time: int, hours: int, lost: int, said: str) -> None:
    found = too_low(D(full_time), D(full_time - 500), D(hours), D(37), MONTH)
    assert found.lost == lost
    assert said in found.reason.message


@pytest.mark.parametrize("full_time", range(20_000, 45_000, 2_500))
@pytest.mark.parametrize("hours", [0, 5, 15, 25, 37])
@pytest.mark.parametrize("too_little", [0, 1, 500, 4_000])
def test_the_loss_is_that_of_the_income_page_and_never_more_than_what_is_missing(
    full_time: int, hours: int, too_little: int
) -> None:
    found = too_low(D(full_time), D(full_time - too_little), D(hours), D(37), MONTH)
    work = PaidHours(Hours(D(hours)), FullTimeWage(D(full_time)))
    both = [calculate(Case(MONTH, work, D(each))) for each in (full_time, full_time - too_little)]
    assert (found.subsidy, found.subsidy_stated) == tuple(each.subsidy.rounded for each in both)
    assert 0 <= found.lost <= too_little
    reason = found.reason
    assert {"{lost}", "{left}"} - {f"{{{name}}}" for name in reason.values} == set()
    assert_true_sentence(found)


def assert_true_sentence(found: TooLow) -> None:
    together = found.wage + found.subsidy
    message = found.reason.message
    if "is more than" in message:
        assert together > found.stated
    elif "not more than" in message:
        assert together <= found.stated + 1  # The subsidy is rounded to whole kroner.
    else:
        assert found.subsidy == 0
