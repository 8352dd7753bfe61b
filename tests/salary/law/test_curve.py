"""Where the curve turns, what it keeps between, and the first hour, in cases that can be checked by hand."""

from decimal import Decimal

import pytest

from fleksjob_site.kernel.calendar import Month
from salary.law.calculation import calculate
from salary.law.case import Case
from salary.law.curve import Curve, curve_of
from salary.law.rates import NoRates, rates_for
from salary.law.zones import subsidy_rule
from tests.salary.law.given import curve

MAX, THRESHOLD = 19952, 16323


def keys(found: Curve) -> list[str]:
    return [kink.key for kink in found.kinks]


def zones(found: Curve) -> list[str]:
    return [segment.zone.key for segment in found.segments]


def hours_of(found: Curve, key: str) -> Decimal:
    return next(kink.point.hours for kink in found.kinks if kink.key == key)


@pytest.mark.parametrize(("hourly", "hours"), [(130, "2.2604"), (200, "20.5998")])
def test_a_ceiling_of_37_hours_binds_in_2024_from_the_hours_of_the_domain_notes(hourly: int, hours: str) -> None:
    found = hours_of(curve(hourly_wage=hourly), "ceiling-from")
    assert found.quantize(Decimal("0.0001")) == Decimal(hours)


def test_without_a_ceiling_the_subsidy_is_gone_in_2024_at_a_wage_of_43696_kroner() -> None:
    rule = subsidy_rule(rates_for(Month(2024, 5)), None)
    assert [zone.key for zone in rule.zones] == ["below-threshold", "above-threshold", "no-subsidy"]
    assert rule.zones[-1].wage_from.quantize(Decimal(1)) == 43696
    # 16 323 kr. at 30 %, and the rest of 19 952 kr. at 55 %.
    assert rule.zones[-1].wage_from == Decimal("43695.909090909091")


def test_a_wage_that_rises_to_full_time_passes_threshold_and_ceiling() -> None:
    found = curve(hourly_wage=200)
    assert zones(found) == ["below-threshold", "above-threshold", "ceiling"]
    assert [segment.zone.kept_ore for segment in found.segments] == [70, 45, 0]
    assert keys(found) == ["threshold", "ceiling-from", "ceiling-to"]
    assert found.kinks[0].point.all_wage == THRESHOLD
    assert found.kinks[1].point.total == found.rule.ceiling
    assert found.ceiling_assumed


def test_the_wage_alone_reaches_an_assumed_ceiling_exactly_at_full_time() -> None:
    # 37 × 52/12 × 130 has no end in decimals; the kink must still lie on full time and not a hair beside it.
    for hourly in ("130", "181.37"):
        last = curve(hourly_wage=hourly).kinks[-1]
        assert (last.key, last.point.hours, last.point.subsidy) == ("ceiling-to", 37, 0)


def test_the_first_hour_brings_the_highest_subsidy() -> None:
    found = curve(hourly_wage=200)
    assert found.jump == MAX
    assert (found.at(Decimal(0)).total, found.at(Decimal(0)).subsidy) == (0, 0)
    assert (found.segments[0].start.hours, found.segments[0].start.total) == (0, MAX)
    with_other = curve(hourly_wage=200, other_wage_month=10000)
    assert with_other.jump == MAX - 3000
    assert with_other.at(Decimal(0)).total == 10000


def test_a_higher_stated_ceiling_lets_the_reduction_end_the_subsidy() -> None:
    found = curve(hourly_wage=300, ceiling_month=60000)
    assert keys(found) == ["threshold", "subsidy-gone"]
    assert found.kinks[-1].point.wage == Decimal("43695.909090909091")
    assert zones(found)[-1] == "no-subsidy"
    assert not found.ceiling_assumed


def test_a_ceiling_that_is_not_applied_is_the_most_that_a_higher_one_can_give() -> None:
    free, held = curve(hourly_wage=200, ceiling_applies=False), curve(hourly_wage=200)
    assert keys(free) == ["threshold"]
    assert free.rule.ceiling is None
    assert not free.ceiling_assumed
    assert free.at_full_time.total > held.at_full_time.total


def test_a_ceiling_below_the_highest_subsidy_holds_from_the_first_hour() -> None:
    found = curve(hourly_wage=200, ceiling_month=15000)
    assert zones(found) == ["ceiling", "no-subsidy"]
    assert keys(found) == ["ceiling-to"]
    assert found.jump == 15000
    assert found.kinks[0].point.total == 15000


@pytest.mark.parametrize("ceiling", [0, 1, 15000, MAX, MAX + 1])
def test_the_zones_begin_at_a_wage_of_nothing_and_each_has_a_length(ceiling: int) -> None:
    found = subsidy_rule(rates_for(Month(2024, 5)), Decimal(ceiling)).zones
    starts = [zone.wage_from for zone in found]
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert ("ceiling" in [zone.key for zone in found]) is (ceiling > 0)
    assert ("below-threshold" in [zone.key for zone in found]) is (ceiling > MAX)


def test_a_subsidy_that_were_gone_below_the_threshold_would_turn_once() -> None:
    # No period is like this: 30 % of the threshold is far below the highest subsidy.
    rates = rates_for(Month(2024, 5))
    low = rates.model_copy(
        update={"max_subsidy_month": rates.max_subsidy_month.model_copy(update={"amount": Decimal(3000)})}
    )
    rule = subsidy_rule(low, Decimal(40000))
    assert [(zone.key, zone.wage_from) for zone in rule.zones] == [("below-threshold", 0), ("no-subsidy", 10000)]
    assert [rule.subsidy(Decimal(wage)) for wage in (5000, 10000, 20000)] == [1500, 0, 0]
    assert rule.wage_for(Decimal(8600)) == 8000
    assert rule.wage_for(Decimal(12000)) == 12000


@pytest.mark.parametrize(
    ("given", "expected_zones", "expected_kinks"),
    [
        # Other wage alone is above the threshold: the curve begins beyond that kink.
        (
            {"hourly_wage": 120, "other_wage_month": 20000, "ceiling_month": 40000},
            ["above-threshold", "ceiling"],
            ["ceiling-from"],
        ),
        # Exactly on it: the kink lies at no hours, which is not inside.
        (
            {"hourly_wage": 180, "other_wage_month": THRESHOLD, "ceiling_month": 90000},
            ["above-threshold", "no-subsidy"],
            ["subsidy-gone"],
        ),
        # Above the ceiling, or so high that the reduction left nothing: no subsidy at any hours.
        ({"other_wage_month": 35000, "ceiling_month": 30000}, ["no-subsidy"], []),
        ({"other_wage_month": 50000, "ceiling_month": 90000}, ["no-subsidy"], []),
        ({"ceiling_month": 0}, ["no-subsidy"], []),
    ],
)
def test_other_wage_moves_the_curve_along(
    given: dict[str, int], expected_zones: list[str], expected_kinks: list[str]
) -> None:
    found = curve(**{"hourly_wage": 150} | given)
    assert (zones(found), keys(found)) == (expected_zones, expected_kinks)
    assert (found.jump > 0) is (expected_zones != ["no-subsidy"])


def test_an_hour_that_pays_nothing_draws_a_flat_curve_without_subsidy() -> None:
    found = curve(hourly_wage=0, other_wage_month=5000)
    assert zones(found) == ["no-wage"]
    assert (keys(found), found.jump) == ([], 0)
    assert (found.at(Decimal(20)).total, found.at_full_time.subsidy) == (5000, 0)
    assert found.zone_at(Decimal(3)).key == "no-wage"


def test_supplements_alone_are_a_wage_too() -> None:
    assert curve(hourly_wage=0, supplements_full_time_month=3700).at(Decimal(10)).wage == 1000


def test_a_kink_belongs_to_the_zone_that_it_opens() -> None:
    found = curve(hourly_wage=200)
    for kink in found.kinks:
        assert found.zone_at(kink.point.hours) == kink.after
        assert kink.before != kink.after
    assert found.zone_at(Decimal(40)).key == "no-subsidy"


def test_the_case_itself_lies_on_the_curve_whichever_way_it_is_given() -> None:
    for given in (
        {"paid_hours_week": 12, "hourly_wage": 180, "pension_on_top_percent": 8},
        {"hours_week": 20, "pace_percent": 55, "full_time_wage_month": 31000, "full_time_hours_week": 35},
        {"wage_month": 9000, "hourly_wage": 180, "pension_on_top_percent": 12, "supplements_full_time_month": 900},
    ):
        found = curve(**given)
        expected = calculate(found.case)
        assert found.here is not None
        assert found.here.wage == expected.wage.month
        assert found.here.subsidy == expected.subsidy.unrounded
        assert found.here.total_month == expected.total_month
        assert found.rule.ceiling == expected.wage.ceiling_month
        assert found.ceiling_assumed is expected.wage.ceiling_assumed


def test_a_case_with_a_pay_and_no_hours_has_a_curve_and_no_place_on_it() -> None:
    assert curve(hourly_wage=180).here is None
    assert curve(hourly_wage=0, wage_month=9000).here is None


def test_a_wage_from_a_payslip_without_pay_has_no_curve() -> None:
    assert curve_of(Case.from_fields(Month(2024, 5), wage_month=Decimal(9000))) is None


def test_a_month_without_rates_has_no_curve_either() -> None:
    with pytest.raises(NoRates):
        curve_of(Case.from_fields(Month(2012, 12), paid_hours_week=Decimal(1), hourly_wage=Decimal(180)))


def test_each_kind_of_kink_has_a_sentence_of_its_own_with_its_numbers() -> None:
    found = curve(hourly_wage=200)
    threshold, ceiling, _ = found.kinks
    assert keys(found) == ["threshold", "ceiling-from", "ceiling-to"]
    assert len({kink.sentence.message for kink in found.kinks}) == 3
    assert (threshold.sentence.values["kept"], threshold.sentence.values["threshold"]) == (45, THRESHOLD)
    assert ceiling.sentence.values["hours"] == ceiling.point.hours
    gone = curve(hourly_wage=300, ceiling_month=60000).kinks[-1]
    assert gone.sentence.message not in {kink.sentence.message for kink in found.kinks}
    first = found.segments[0].zone.sentence
    assert (first.values["kept"], first.values["taken"]) == (70, 30)


@pytest.mark.parametrize("ceiling", [12000, 25000, 60000])
def test_every_kink_gives_the_numbers_of_its_sentence(ceiling: int) -> None:
    found = curve(hourly_wage=300, ceiling_month=ceiling)
    assert found.kinks
    for kink in found.kinks:
        numbers = {
            "hours": kink.point.hours,
            "threshold": THRESHOLD,
            "ceiling": ceiling,
            "kept": kink.after.kept_ore,
        }
        assert kink.sentence.values == numbers


@pytest.mark.parametrize("own_atp", [0, 99])
@pytest.mark.parametrize("other_wage", [0, 4000])
def test_the_curve_with_own_atp_begins_where_a_wage_is_left_and_turns_where_its_zones_begin(
    own_atp: int, other_wage: int
) -> None:
    found = curve(hourly_wage=200, own_atp_month=own_atp, other_wage_month=other_wage)
    start = found.segments[0].start
    assert (start.wage, found.pay * start.hours) == (0, pytest.approx(own_atp))
    assert found.kinks
    for kink in found.kinks:
        assert abs(kink.point.all_wage - kink.after.wage_from) < Decimal("1E-6")
        assert abs(found.at(kink.point.hours).all_wage - kink.after.wage_from) < Decimal("1E-6")
