"""Ledighedsydelse beside the subsidy, by the rule of its time."""

import pytest

from fleksjob_site.kernel.calendar import Month
from salary.law.neighbours import ledighedsydelse_month, neighbours
from salary.law.rates import rates_for


@pytest.mark.parametrize(
    ("month", "kroner"),
    [
        # 89 % of 22.041 kr. (LAS § 74 a); 2017 as municipalities printed it.
        (Month(2026, 1), 19616),
        (Month(2017, 3), 16380),
    ],
)
def test_ledighedsydelse_is_89_per_cent_of_the_highest_unemployment_benefit(month: Month, kroner: int) -> None:
    assert ledighedsydelse_month(rates_for(month)) == kroner


def test_every_neighbour_has_a_source() -> None:
    assert all(neighbour.sources for neighbour in neighbours(Month(2026, 1), rates_for(Month(2026, 1))))
