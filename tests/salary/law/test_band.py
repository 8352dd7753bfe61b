"""The least and most total of a range, and what it depends on."""

from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from salary.law.band import Band, band
from salary.law.curve import curve_of
from tests.salary.law.any_curve import PERIODS, cases_of
from tests.salary.law.given import curve


def of(hours: tuple[int, int], pace: tuple[int, int], **given: Any) -> Band:
    return band(curve(**given), *(Decimal(value) for value in (*hours, *pace)))


@pytest.mark.parametrize("rates", PERIODS, ids=lambda rates: str(rates.valid_from))
def test_no_hours_and_pace_within_the_range_give_less_than_the_least_or_more_than_the_most(rates: Any) -> None:
    for one in cases_of(rates):
        drawn = curve_of(one)
        assert drawn is not None
        for hours_from, hours_to, pace_from, pace_to in ((0, 37, 1, 100), (6, 20, 30, 60), (25, 45, 80, 100)):
            found = band(drawn, Decimal(hours_from), Decimal(hours_to), Decimal(pace_from), Decimal(pace_to))
            grid = product(range(hours_from, hours_to + 1), range(pace_from, pace_to + 1, 3))
            totals = [drawn.at(Decimal(hours * pace) / 100).total for hours, pace in grid]
            assert found.least.total == totals[0] == min(totals)
            assert max(totals) <= found.most.total == drawn.at(Decimal(hours_to * pace_to) / 100).total
            assert found.width == found.most.total - found.least.total


@pytest.mark.parametrize(
    ("hours", "pace", "key"),
    [((10, 20), (50, 50), "hours"), ((15, 15), (40, 60), "pace"), ((10, 20), (40, 60), "hours-and-pace")],
)
def test_the_band_depends_on_what_is_not_known(hours: tuple[int, int], pace: tuple[int, int], key: str) -> None:
    found = of(hours, pace, hourly_wage=200)
    assert found.key == key
    assert found.width > 0
    assert (found.sentence.values["least"], found.sentence.values["most"]) == (found.least.total, found.most.total)


def test_at_the_ceiling_neither_hours_nor_pace_matter() -> None:
    found = of((10, 30), (40, 100), hourly_wage=130)
    assert (found.key, found.width) == ("ceiling", 0)
    assert found.sentence.values["ceiling"] == found.most.total
    assert found.remarks == ()


def test_a_range_of_one_number_or_without_a_wage_depends_on_nothing() -> None:
    assert of((12, 12), (50, 50), hourly_wage=200).key == "nothing"
    assert of((30, 30), (100, 100), hourly_wage=130).key == "nothing"
    without_hours = of((0, 0), (10, 90), hourly_wage=200)
    assert (without_hours.key, without_hours.remarks) == ("nothing", ())
    assert of((5, 37), (10, 90), hourly_wage=0, other_wage_month=3000).least.total == 3000
    assert of((5, 37), (10, 90), hourly_wage=0, other_wage_month=3000).key == "nothing"


def test_a_range_from_no_hours_says_that_the_first_hour_brings_the_subsidy() -> None:
    found = of((0, 10), (50, 50), hourly_wage=200)
    assert (found.least.total, found.least.subsidy) == (0, 0)
    assert found.remarks[0].values["jump"] == 19952
    assert of((1, 10), (50, 50), hourly_wage=200).remarks == ()
    # Other wage has eaten the subsidy, so that no hour brings one.
    assert of((0, 10), (50, 50), hourly_wage=200, other_wage_month=60000).remarks == ()


def test_a_range_that_runs_into_the_ceiling_says_where() -> None:
    found = of((2, 30), (50, 100), hourly_wage=130)
    assert found.key == "hours-and-pace"
    assert found.remarks == tuple(k.sentence for k in curve(hourly_wage=130).kinks if k.key == "ceiling-from")


def test_a_ceiling_is_reported_only_where_it_begins_or_ends_within_the_range() -> None:
    drawn = curve(hourly_wage=200)
    reached, alone = (kink.point.hours for kink in drawn.kinks if "ceiling" in kink.key)
    full, hair = Decimal(100), Decimal("0.01")
    for first, last, reported in [
        (reached - hair, reached, 0),
        (reached - hair, reached + hair, 1),
        (reached, reached + hair, 0),
        (reached - hair, alone, 1),
        (alone - hair, alone + hair, 1),
        (reached - hair, alone + hair, 2),
    ]:
        assert len(band(drawn, first, last, full, full).remarks) == reported
