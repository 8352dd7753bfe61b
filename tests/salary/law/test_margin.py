"""One more paid hour and a raise, in cases that can be checked by hand."""

import re
from decimal import Decimal
from typing import Any

import pytest
from django.utils.translation import override

from fleksjob_site.texts.writing import say
from salary.law.curve import curve_of
from salary.law.margin import OneMoreHour, Raise, one_more_hour, raise_by
from tests.salary.law.given import case, curve, numbers_in

ORE = Decimal("0.01")


def hour(hours: str, **given: Any) -> OneMoreHour:
    return one_more_hour(curve(**given), Decimal(hours))


def more_pay(**given: Any) -> Raise:
    found = raise_by(curve(**given))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("hours", "zone", "total"),
    # An hour a week at 180 kr. is 780 kr. a month.
    [("5", 70, 546), ("25", 45, 351), ("40", 0, 0), ("59", 100, 780)],
)
def test_each_zone_keeps_its_share_of_an_hour(hours: str, zone: int, total: int) -> None:
    found = hour(hours, hourly_wage=180, ceiling_month=35000, full_time_hours_week=60)
    assert (found.wage, found.zone.kept_ore, found.total, found.subsidy) == (780, zone, total, total - 780)
    assert [part.zone for part in found.parts] == [found.zone]


def test_an_hour_over_a_kink_is_shared_out_over_both_zones() -> None:
    # 20,5 hours are 15 990 kr.; the threshold of 16 323 kr. lies 333 kr. further.
    found = hour("20.5", hourly_wage=180, ceiling_month=50000)
    assert [(part.zone.kept_ore, part.wage) for part in found.parts] == [(70, 333), (45, 447)]
    assert found.total == Decimal("434.25")
    assert found.jump == 0
    assert found.next_kink is not None
    assert found.next_kink.key == "threshold"


@pytest.mark.parametrize(
    ("hours", "given", "said"),
    [
        # The threshold of 16 323 kr. is reached after 20,93 hours, and the ceiling of 30 000 kr. after 18,4.
        ("20.5", {"ceiling_month": 50000}, ["Up to 20.93 paid hours", "keep 70 øre", "From 20.93", "keep 45 øre"]),
        ("18", {"ceiling_month": 30000}, ["Up to 18.4 paid hours", "keep 70 øre", "From 18.4", "nothing more"]),
        # The wage alone reaches it after 38,46 hours.
        ("38", {"ceiling_month": 30000}, ["Up to 38.46 paid hours", "does not change", "From 38.46", "all of each"]),
        ("20.5", {"ceiling_month": 31450},
         ["Up to 20.93", "keep 70 øre", "From 20.93", "keep 45 øre", "From 21.13", "nothing more"]),
        # Nothing changes within the hour.
        ("10", {"ceiling_month": 50000}, ["You keep 70 øre", "falls by 30 øre"]),
        ("25", {"ceiling_month": 30000}, ["at the wage ceiling", "change nothing"]),
    ],
)  # fmt: skip
def test_an_hour_over_a_kink_says_up_to_where_what_is_kept(hours: str, given: dict[str, int], said: list[str]) -> None:
    found = hour(hours, hourly_wage=180, full_time_hours_week=60, **given)
    with override("en"):
        words = " ".join(say(sentence) for sentence in found.sentences)
    assert re.search(".*".join(map(re.escape, said)), words), words
    assert len(found.sentences) == len(found.parts)


def test_the_first_hour_brings_the_subsidy_besides_what_is_kept_of_its_wage() -> None:
    found = hour("0", hourly_wage=180, ceiling_month=50000)
    assert (found.jump, found.total, found.subsidy) == (19952, 20498, 19718)
    assert found.zone.kept_ore == 70


def test_an_hour_at_the_ceiling_gives_nothing_and_says_where_that_ends() -> None:
    found = hour("30", hourly_wage=130)
    assert (found.total, found.zone.key) == (0, "ceiling")
    assert found.subsidy == -found.wage
    assert found.next_kink is not None
    assert (found.next_kink.key, found.next_kink.point.hours) == ("ceiling-to", 37)


def test_on_a_kink_the_next_zone_has_begun_and_the_next_change_is_another() -> None:
    found = hour("37", hourly_wage=130)
    assert (found.zone.key, found.next_kink) == ("no-subsidy", None)
    assert found.total == found.wage


def test_an_hour_that_pays_nothing_changes_nothing() -> None:
    for hours in ("0", "12"):
        found = hour(hours, hourly_wage=0, other_wage_month=4000)
        assert (found.wage, found.jump, found.total, found.subsidy, found.parts) == (0, 0, 0, 0, ())
        assert found.zone.key == "no-wage"


def test_a_raise_lifts_an_assumed_ceiling_and_can_give_more_than_itself() -> None:
    found = more_pay(paid_hours_week=20, hourly_wage=130)
    # 5 kr. for 20 hours a week, and for 37.
    assert found.wage.quantize(ORE) == Decimal("433.33")
    assert found.full_time_wage.quantize(ORE) == Decimal("801.67")
    assert found.reported.total.quantize(ORE) == Decimal("801.67")
    assert found.reported.subsidy == found.reported.total - found.wage
    assert found.unreported is None
    assert found.reported.sentence.values["total"] == found.reported.total


def test_a_raise_under_a_stated_ceiling_is_lost_if_the_employer_does_not_report_it() -> None:
    found = more_pay(paid_hours_week=20, hourly_wage=130, ceiling_month=21000, pension_on_top_percent=10)
    assert found.unreported is not None
    assert found.reported.ceiling_month.quantize(ORE) == Decimal("21881.83")
    assert found.reported.total.quantize(ORE) == Decimal("881.83")
    assert (found.unreported.ceiling_month, found.unreported.total) == (21000, 0)
    assert found.unreported.subsidy == -found.wage
    assert numbers_in(found.unreported.sentence) == {"ceiling"}


def test_below_a_stated_ceiling_a_raise_is_kept_the_same_whether_it_is_reported_or_not() -> None:
    found = more_pay(paid_hours_week=10, hourly_wage=200, ceiling_month=40000)
    assert found.unreported is not None
    assert found.reported.total == found.unreported.total
    assert found.reported.total.quantize(ORE) == Decimal("151.67")
    assert numbers_in(found.unreported.sentence) == {"ceiling", "total"}


def test_a_raise_of_a_full_time_wage_is_the_same_raise() -> None:
    by_hour = more_pay(paid_hours_week=20, hourly_wage=150, ceiling_month=27000)
    by_month = more_pay(paid_hours_week=20, full_time_wage_month=24050, ceiling_month=27000)
    assert by_hour.reported.after == by_month.reported.after
    assert by_hour.unreported == by_month.unreported


def test_a_raise_beside_a_wage_from_a_payslip_is_for_the_hours_it_pays_for() -> None:
    found = more_pay(wage_month=8667, hourly_wage=200)
    assert found.before.wage == 8667
    assert found.wage.quantize(Decimal(1)) == 217


def test_without_hours_a_raise_changes_nothing() -> None:
    found = more_pay(paid_hours_week=0, hourly_wage=200)
    assert (found.wage, found.reported.total, found.reported.subsidy) == (0, 0, 0)


def test_a_raise_from_nothing_brings_the_subsidy() -> None:
    found = more_pay(paid_hours_week=12, hourly_wage=0, ceiling_month=30000)
    assert found.before.total == 0
    # 260 kr. of wage, and 30 % of it off the highest subsidy.
    assert found.reported.total == 260 + 19952 - 78


def test_a_case_without_a_pay_or_without_hours_has_no_raise() -> None:
    assert curve_of(case(wage_month=9000)) is None
    assert raise_by(curve(hourly_wage=200)) is None
