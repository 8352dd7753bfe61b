"""Months and what lies between them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fleksjob_site.kernel.calendar import Month

MONTHS = st.builds(Month, st.integers(1900, 2100), st.integers(1, 12))


@given(MONTHS)
def test_a_month_is_read_back_from_its_written_form(month: Month) -> None:
    assert Month.parse(str(month)) == month


@pytest.mark.parametrize(
    "text", ["", "2024", "2024-5", "2024-13", "2024-00", "24-05", "2024-05-01", "٢٠٢٤-٠٥", "2024/05"]
)
def test_anything_else_is_no_month(text: str) -> None:
    with pytest.raises(ValueError, match="month"):
        Month.parse(text)


@given(MONTHS, st.integers(-600, 600))
def test_months_added_can_be_taken_off_again(month: Month, count: int) -> None:
    later = month.plus(months=count)
    assert later.plus(months=-count) == month
    assert (later > month) == (count > 0)
    assert month.months_until(later) == count


def test_years_and_months_go_over_new_year() -> None:
    assert Month(2024, 11).plus(months=2) == Month(2025, 1)
    assert Month(1954, 8).plus(years=66, months=6) == Month(2021, 2)


def test_a_month_knows_its_days() -> None:
    assert Month.of(date(2024, 2, 29)) == Month(2024, 2)
    assert (Month(2024, 2).first_day, Month(2024, 2).last_day) == (date(2024, 2, 1), date(2024, 2, 29))
