"""Cases side by side: named by their differences and compared with the first."""

from decimal import Decimal

from fleksjob_site.kernel.calendar import Month
from salary.law.calculation import calculate
from salary.law.case import Case
from salary.law.cases import compare

ONE = Case.from_fields(Month(2024, 5), hours_week=Decimal(18), pace_percent=Decimal(100), hourly_wage=Decimal(200))
LONGER = Case.from_fields(Month(2024, 5), hours_week=Decimal(20), pace_percent=Decimal(100), hourly_wage=Decimal(200))
LATER = Case.from_fields(Month(2026, 5), hours_week=Decimal(20), pace_percent=Decimal(100), hourly_wage=Decimal(200))


def test_cases_are_compared_with_the_first() -> None:
    compared = compare((ONE, LONGER))
    assert [case.difference_to_first for case in compared] == [0, calculate(LONGER).total_month - 30872]


def test_a_case_is_named_by_what_differs() -> None:
    assert [case.name.message for case in compare((ONE, LONGER))] == ["{value} at work", "{value} at work"]
    assert [case.name.values["value"] for case in compare((ONE, LONGER))] == [18, 20]
    names = [case.name for case in compare((ONE, LONGER, LATER))]
    assert [name.message for name in names] == ["{one}, {other}"] * 3
    # Hours first and the month after them.
    parts = [[name.values[part].values["value"] for part in ("one", "other")] for name in names]
    assert parts == [[18, Month(2024, 5)], [20, Month(2024, 5)], [20, Month(2026, 5)]]


def test_cases_that_are_all_alike_are_numbered() -> None:
    assert [case.name.values["number"] for case in compare((ONE, ONE))] == [1, 2]
