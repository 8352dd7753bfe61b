"""What you need to reach a total, in cases that can be checked by hand."""

from decimal import Decimal
from typing import Any

import pytest

from salary.law.goal import Goal, goal
from tests.salary.law.given import curve, numbers_in

ORE = Decimal("0.01")


def solved(wanted: int | str, **given: Any) -> Goal:
    return goal(curve(**given), Decimal(wanted))


def test_a_goal_below_the_threshold_needs_what_70_ore_of_each_krone_make() -> None:
    # 19 952 + 0,70 × 10 400 = 27 232, and 10 400 kr. are 12 hours at 200 kr.
    found = solved(27232, hours_week=20, pace_percent=40, hourly_wage=200, ceiling_month=60000).hours
    assert (found.key, found.reached) == ("hours", True)
    assert found.paid_hours_week.quantize(ORE) == 12
    assert found.hours_at_work_week.quantize(ORE) == 30
    assert found.sentence.values["paid"] == 12
    assert [remark.values.get("at_work") for remark in found.remarks] == [30]


def test_hours_are_rounded_up_so_that_typing_them_in_reaches_the_goal() -> None:
    given = {"hourly_wage": 200, "ceiling_month": 60000}
    found = solved(27000, hours_week=20, pace_percent=40, **given).hours
    assert found.paid_hours_week < found.sentence.values["paid"] == Decimal("11.62")
    assert found.remarks[0].values["at_work"] == Decimal("29.05")
    drawn = curve(**given)
    assert drawn.at(Decimal("11.62")).total >= 27000 > drawn.at(Decimal("11.61")).total


def test_the_tail_of_a_division_does_not_round_whole_hours_up() -> None:
    # 25 hours at 200 kr. are 21 666 2/3 kr., of which 45 % are exactly 9 750.
    found = solved("33782.75", paid_hours_week=10, hourly_wage=200, ceiling_month=60000).hours
    assert found.sentence.values["paid"] == 25


def test_more_hours_at_work_than_full_time_are_said() -> None:
    found = solved(27232, hours_week=20, pace_percent=30, hourly_wage=200, ceiling_month=60000).hours
    assert found.hours_at_work_week.quantize(ORE) == 40
    assert numbers_in(found.remarks[-1]) == {"full_time"}
    # 18,5 hours at 120 kr. are 9 620 kr., and 37 hours at work.
    just = solved(26686, hours_week=20, pace_percent=50, hourly_wage=120, ceiling_month=60000).hours
    assert (just.hours_at_work_week, len(just.remarks)) == (37, 1)


def test_where_more_hours_change_nothing_the_fewest_are_given() -> None:
    drawn = curve(hourly_wage=130)
    found = solved(drawn.rule.ceiling, paid_hours_week=30, hourly_wage=130).hours
    assert found.paid_hours_week == drawn.kinks[0].point.hours
    assert found.hours_at_work_week is None


def test_a_goal_that_only_the_full_time_wage_reaches_needs_exactly_full_time() -> None:
    found = solved("43333.34", paid_hours_week=10, hourly_wage=250, full_time_hours_week=40, ceiling_month=20000)
    assert found.hours.key == "full-time"
    found = solved("32500", paid_hours_week=10, hourly_wage=250, full_time_hours_week=30, ceiling_month=20000)
    assert found.hours.paid_hours_week == 30


def test_a_goal_below_the_first_subsidy_is_met_with_the_first_hour() -> None:
    for wanted in (12000, 19952):
        found = solved(wanted, paid_hours_week=10, hourly_wage=200).hours
        assert (found.key, found.reached, found.paid_hours_week, found.remarks) == ("first-hour", True, None, ())
    assert solved(19953, paid_hours_week=10, hourly_wage=200).hours.key == "hours"


def test_a_goal_that_other_wage_meets_needs_no_hour() -> None:
    found = solved(8000, hours_week=10, pace_percent=50, hourly_wage=200, other_wage_month=8000)
    assert (found.hours.key, found.hours.paid_hours_week, found.hours.hours_at_work_week) == ("no-hour", 0, 0)
    assert found.hours.remarks == ()
    assert found.wage is not None
    assert (found.wage.key, found.wage.hourly_wage) == ("no-hour", None)


def test_a_goal_above_the_ceiling_is_refused_with_what_the_ceiling_holds() -> None:
    found = solved(27000, paid_hours_week=10, hourly_wage=130).hours
    assert (found.key, found.reached, found.paid_hours_week) == ("ceiling", False, None)
    assert found.most.quantize(ORE) == Decimal("20843.33")
    # Full time at 130 kr., and the subsidy that a high ceiling would leave of it.
    assert [remark.values["uncut"].quantize(ORE) for remark in found.remarks] == [Decimal("33412.25")]
    stated = solved(27000, paid_hours_week=10, hourly_wage=130, ceiling_month=21000).hours
    assert (stated.key, stated.most, stated.remarks) == ("ceiling", 21000, ())


@pytest.mark.parametrize(
    "given",
    [
        {"hourly_wage": 130, "ceiling_month": 90000},
        # Here wage alone is above the ceiling, so that it is not the ceiling that holds the total.
        {"hourly_wage": 130, "ceiling_month": 15000},
        {"hourly_wage": 300, "ceiling_month": 90000},
    ],
)
def test_a_goal_above_full_time_is_refused_with_what_full_time_gives(given: dict[str, int]) -> None:
    found = solved(80000, paid_hours_week=10, **given).hours
    assert (found.key, found.reached, found.most) == ("full-time", False, curve(**given).at(Decimal(37)).total)


def test_an_hour_that_pays_nothing_reaches_nothing() -> None:
    found = solved(9000, paid_hours_week=10, hourly_wage=0, other_wage_month=4000)
    assert (found.hours.key, found.hours.reached, found.hours.most) == ("no-wage", False, 4000)


def test_the_wage_for_a_goal_is_as_agreed_without_pension_and_supplements() -> None:
    # 20 hours: 10 400 kr. with 4 % on top is 120 × 20 × 52/12 × 1,04, or 10 816, and 20/37 of 1 110 kr. is 600.
    wanted = 19952 + Decimal("0.7") * (10816 + 600)
    found = solved(
        wanted,
        paid_hours_week=20,
        hourly_wage=100,
        pension_on_top_percent=4,
        supplements_full_time_month=1110,
        ceiling_month=60000,
    ).wage
    assert found is not None
    assert found.key == "wage"
    assert found.hourly_wage.quantize(ORE) == 120
    assert found.full_time_wage_month.quantize(ORE) == 19240
    assert found.sentence.values["hourly"] == 120
    # The goal lies below the stated ceiling, which therefore needs no word.
    assert [numbers_in(remark) for remark in found.remarks] == [set()]


def test_a_wage_is_rounded_up_to_a_whole_ore() -> None:
    found = solved(27000, paid_hours_week=20, hourly_wage=100, ceiling_month=60000).wage
    assert found is not None
    # 7 048 / 0,70 kr. for 20 × 52/12 hours.
    assert found.hourly_wage.quantize(Decimal("0.0001")) == Decimal("116.1758")
    assert found.sentence.values["hourly"] == Decimal("116.18")


def test_an_assumed_ceiling_follows_the_wage_and_a_stated_one_does_not() -> None:
    assumed = solved(30000, paid_hours_week=10, hourly_wage=130).wage
    stated = solved(30000, paid_hours_week=10, hourly_wage=130, ceiling_month=25000).wage
    assert assumed is not None
    assert stated is not None
    # 10 048 / 0,70 kr. for 10 × 52/12 hours; the ceiling of that wage is far above. Stated, only the wage alone helps.
    assert assumed.hourly_wage.quantize(ORE) == Decimal("331.25")
    assert stated.hourly_wage.quantize(ORE) == Decimal("692.31")
    assert [numbers_in(remark) for remark in assumed.remarks] == [set()]
    assert [numbers_in(remark) for remark in stated.remarks] == [{"ceiling"}]
    assert stated.remarks[0].values["ceiling"] == 25000
    # At 30 hours it is the ceiling that decides: 30 000 kr. for 37 × 52/12 hours.
    held = solved(30000, paid_hours_week=30, hourly_wage=130).wage
    assert held is not None
    assert held.hourly_wage.quantize(ORE) == Decimal("187.11")


def test_a_goal_below_the_first_subsidy_is_met_at_any_wage_where_the_ceiling_is_stated() -> None:
    # The highest subsidy is 19.952 kr.
    for wanted in (15000, 19952):
        found = solved(wanted, paid_hours_week=10, hourly_wage=130, ceiling_month=25000).wage
        assert found is not None
        assert (found.key, found.hourly_wage) == ("any-wage", None)
    more = solved("19952.01", paid_hours_week=10, hourly_wage=130, ceiling_month=25000).wage
    assert more is not None
    assert more.key == "wage"


def test_without_hours_no_wage_reaches_a_goal_and_with_unknown_hours_none_is_given() -> None:
    found = solved(15000, paid_hours_week=0, hourly_wage=130).wage
    assert found is not None
    assert (found.key, found.hourly_wage) == ("no-hours", None)
    assert solved(15000, hourly_wage=130).wage is None


def test_a_ceiling_is_not_blamed_for_a_goal_beyond_the_subsidy() -> None:
    # In 2024 the subsidy is gone from a wage of 43 696: only 50 000 kr. of wage are 50 000 kr.
    beyond = solved(50000, paid_hours_week=18, hourly_wage=200, ceiling_month=36000)
    assert beyond.wage is not None
    assert beyond.wage.remarks == ()
    assert beyond.wage.hourly_wage.quantize(ORE) == Decimal("641.03")
    assert beyond.hours.key == "ceiling"
    # 19 952 + 0,70 × 16 323 + 0,45 × (32 066,67 - 16 323).
    assert beyond.hours.remarks[0].values["uncut"].quantize(ORE) == Decimal("38462.75")
    within = solved(37000, paid_hours_week=18, hourly_wage=200, ceiling_month=36000)
    assert within.wage is not None
    assert [numbers_in(remark) for remark in within.wage.remarks] == [{"ceiling"}]
    assert within.hours.remarks == ()


def test_a_full_time_wage_is_answered_with_a_full_time_wage() -> None:
    found = solved(32000, paid_hours_week=20, full_time_wage_month=30000, ceiling_month=60000).wage
    assert found is not None
    assert "full_time_wage" in numbers_in(found.sentence)
    assert found.sentence.values["full_time_wage"] >= found.full_time_wage_month


@pytest.mark.parametrize("own_atp", ["0", "99"])
@pytest.mark.parametrize("other_wage", ["0", "4000"])
@pytest.mark.parametrize("ceiling", [None, "60000"])
@pytest.mark.parametrize("wanted", ["26500", "29000", "31000"])
def test_the_hours_and_the_wage_of_a_goal_give_its_total_with_own_atp_and_other_wage(
    own_atp: str, other_wage: str, ceiling: str | None, wanted: str
) -> None:
    given = {"hours_week": "12", "pace_percent": "100", "other_wage_month": other_wage, "own_atp_month": own_atp}
    given |= {} if ceiling is None else {"ceiling_month": ceiling}
    found = solved(wanted, hourly_wage="200", **given)
    hours, wage = found.hours.paid_hours_week, found.wage and found.wage.hourly_wage
    assert hours
    assert wage
    for reached in (
        curve(**given | {"hours_week": str(hours)}, hourly_wage="200").here,
        curve(**given, hourly_wage=str(wage)).here,
    ):
        assert reached
        assert abs(reached.total - Decimal(wanted)) < Decimal("1E-6")


def test_a_goal_is_beyond_the_ceiling_only_where_it_is_more_than_full_time_gives_without_it() -> None:
    # 37 hours at 130 kr. are 20 843,33 kr.: the ceiling, above which the reduced subsidy would give more.
    drawn = curve(hourly_wage=130)
    uncut = drawn.at_full_time.all_wage + drawn.rule.before_ceiling(drawn.at_full_time.all_wage)
    within, beyond = (goal(drawn, uncut + more).hours for more in (Decimal(0), ORE))
    assert (within.key, beyond.key) == ("ceiling", "ceiling")
    # Both name what full time gives without the ceiling: one as what a higher ceiling could give, one as the most.
    assert [remark.values["uncut"] for found in (within, beyond) for remark in found.remarks] == [uncut, uncut]
    assert within.remarks[0].message != beyond.remarks[0].message


def test_a_higher_ceiling_is_named_only_for_a_goal_above_the_ceiling() -> None:
    for wanted, named in (("25000", False), ("25000.01", True)):
        found = solved(wanted, paid_hours_week=10, hourly_wage=200, ceiling_month=25000)
        assert found.wage
        assert any("ceiling" in numbers_in(remark) for remark in found.wage.remarks) is named
    # From 43.695,91 kr. of wage on there is no subsidy, so that a higher ceiling gives none.
    for wanted, named in (("43695.90", True), ("43695.92", False)):
        found = solved(wanted, paid_hours_week=10, hourly_wage=200, ceiling_month=25000)
        assert found.wage
        assert any("ceiling" in numbers_in(remark) for remark in found.wage.remarks) is named
