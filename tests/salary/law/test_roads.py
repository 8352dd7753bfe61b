"""The other roads: their amounts by the notes and by the index of the acts, and what each says."""

from fractions import Fraction
from math import floor

import pytest

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.status import Status
from salary.law.rates import periods, rates_for
from salary.law.roads import RoadKey, fleksydelse_contribution_year, roads

NOW = Month(2026, 11)
FOUND = {road.key: road for road in roads(NOW, rates_for(NOW))}


@pytest.mark.parametrize(
    ("key", "amounts"),
    [
        (RoadKey.ALLOWANCE, [19_616, 17_736, 13_345]),
        # 5.085 kr. a week × 52 / 12.
        (RoadKey.SICKNESS_BENEFIT, [22_035]),
        (RoadKey.DISABILITY_PENSION, [22_053, 18_745]),
        (RoadKey.SENIOR_PENSION, [22_053, 18_745]),
        (RoadKey.FLEKSYDELSE, [22_035]),
    ],
)
def test_the_amounts_of_the_notes(key: RoadKey, amounts: list[int]) -> None:
    assert [amount.month for amount in FOUND[key].amounts] == amounts


def test_the_contribution_and_what_leaves_a_pension_whole() -> None:
    rates = rates_for(NOW)
    assert fleksydelse_contribution_year(rates) == 7_119
    assert rates.named("pension_free_single_year").value == 94_800
    assert rates.named("pension_free_couple_year").value == 150_400


# From the levels of 2019 in the acts, with 0,75 points off until 2023 where the act says
# so, each year rounded to what the act names.
@pytest.mark.parametrize(
    ("key", "level", "multiple", "taken_off"),
    [
        ("sickness_benefit_week", 4_355, 5, True),
        ("pension_single_year", 226_500, 12, True),
        ("pension_couple_year", 192_528, 12, True),
        ("pension_free_single_year", 78_800, 100, False),
        ("pension_free_couple_year", 125_000, 100, False),
    ],
)
def test_the_figures_follow_from_2019_by_the_index(key: str, level: int, multiple: int, taken_off: bool) -> None:
    amount = Fraction(level)
    for rates in periods():
        year = rates.valid_from.year
        if 2020 <= year <= 2026:
            assert rates.tilpasningsprocent
            off = Fraction(3, 4) if taken_off and year <= 2023 else 0
            index = Fraction("1.7") + Fraction(rates.tilpasningsprocent.amount) - off
            amount = Fraction(floor(amount * (1 + index / 100) / multiple + Fraction(1, 2)) * multiple)
    figure = rates_for(NOW).named(key).figure
    assert figure.amount == amount
    assert figure.status is Status.COMPUTED_BY_LAW
    assert "Not seen printed" in str(figure.note)


def test_each_road_says_who_decides_and_cites_what_it_rests_on() -> None:
    assert list(FOUND) == list(RoadKey)
    for road in FOUND.values():
        assert road.decides.message
        assert road.sources
        assert all(amount.figures for amount in road.amounts)


def test_a_month_without_the_figures_leaves_the_roads_out() -> None:
    assert [road.key for road in roads(Month(2025, 3), rates_for(Month(2025, 3)))] == [RoadKey.ALLOWANCE]
    (road,) = roads(Month(2020, 3), rates_for(Month(2020, 3)))
    assert len(road.amounts) == 1


def test_the_figures_are_no_part_of_the_subsidy() -> None:
    rates = rates_for(NOW)
    of_the_subsidy = {named.key for named in rates.subsidy_figures()}
    assert not {key for key in of_the_subsidy if key.startswith(("sickness", "pension_"))}
