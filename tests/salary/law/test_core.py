"""The subsidy in bare numbers of May 2024: at most 19.952 kr., a threshold of 16.323 kr."""

from decimal import Decimal

import pytest

from fleksjob_site.kernel.calendar import Month
from salary.law.core import Subsidy, ceiling_cut, reduction_of, subsidy_of
from salary.law.rates import rates_for

MAY = rates_for(Month(2024, 5))


def subsidy(wage: str, ceiling: str | None = None, **others: str) -> Subsidy:
    amounts = {name: Decimal(value) for name, value in others.items()}
    return subsidy_of(MAY, Decimal(wage), None if ceiling is None else Decimal(ceiling), **amounts)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        # 30 % of 9.000 kr. off 19.952 kr.
        ({"wage": "9000"}, 17252),
        ({"wage": "9000", "benefit": "1000"}, 16252),
        ({"wage": "9000", "lost_benefit": "1000"}, 16252),
        ({"wage": "9000", "benefit": "1000", "lost_benefit": "500"}, 15752),
        # Up to the ceiling count wage, other wage and the benefit that was paid.
        ({"wage": "9000", "benefit": "1000", "ceiling": "20000"}, 10000),
        ({"wage": "9000", "lost_benefit": "1000", "ceiling": "20000"}, 11000),
        ({"wage": "9000", "other_wage": "2000", "benefit": "1000", "ceiling": "20000"}, 8000),
        ({"wage": "9000", "benefit": "1000", "ceiling": "10001"}, 1),
        ({"wage": "9000", "benefit": "1000", "ceiling": "10000"}, 0),
        ({"wage": "9000", "benefit": "1000", "ceiling": "9999"}, 0),
        # There is a subsidy beside a wage or a benefit only, paid or lost; other wage is neither.
        ({"wage": "0"}, 0),
        ({"wage": "0", "other_wage": "1000"}, 0),
        ({"wage": "0.01"}, 19952),
        ({"wage": "0", "benefit": "1000"}, 18952),
        ({"wage": "0", "lost_benefit": "1000"}, 18952),
        ({"wage": "0", "benefit": "19951"}, 1),
        ({"wage": "0", "benefit": "19953"}, 0),
        # Half a krone is rounded up.
        ({"wage": "9001.67"}, 17251),
        ({"wage": "9001.66"}, 17252),
    ],
)
def test_the_subsidy_by_wage_benefit_and_ceiling(given: dict[str, str], expected: int) -> None:
    assert subsidy(**given).rounded == expected


@pytest.mark.parametrize(
    ("wage", "share", "reduction"),
    [
        ("16323", "1", "4896.9"),
        ("16324", "1", "4897.45"),
        # A third of the month uses a third of the threshold, 5.441 kr.
        ("5441", "0.3333333333333333333333333333", "1632.3"),
        ("5442", "0.3333333333333333333333333333", "1632.85"),
        ("5442", "1", "1632.6"),
        ("1000", "0", "550"),
        ("0", "1", "0"),
    ],
)
def test_only_so_much_of_the_threshold_is_used_as_its_share(wage: str, share: str, reduction: str) -> None:
    assert reduction_of(Decimal(wage), MAY, threshold_share=Decimal(share)) == Decimal(reduction)


@pytest.mark.parametrize(
    ("before", "income", "ceiling", "cut"),
    [
        (10000, 9000, None, 0),
        (10000, 9000, 19001, 0),
        (10000, 9000, 19000, 0),
        (10000, 9000, 18999, 1),
        (10000, 9000, 9001, 9999),
        (10000, 9000, 9000, 10000),
        (10000, 9000, 8999, 10000),
        (0, 9000, 8000, 0),
    ],
)
def test_a_ceiling_takes_what_is_above_it_and_never_more_than_there_is(
    before: int, income: int, ceiling: int | None, cut: int
) -> None:
    assert ceiling_cut(Decimal(before), Decimal(income), None if ceiling is None else Decimal(ceiling)) == cut
