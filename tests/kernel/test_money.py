"""Numbers as they are stored, and the rounding of the law."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fleksjob_site.kernel.money import exact, parse_number, whole_kroner, whole_ore


@pytest.mark.parametrize(
    ("typed", "number"),
    [("12,5", "12.5"), ("12.5", "12.5"), ("37", "37"), ("12,25", "12.25"), ("50 %", "50"), ("50%", "50"),
     ("12,5 timer", "12.5"), ("12.5 hours", "12.5"), ("\u00a012\u00a0", "12"), ("-1", "-1")],
)  # fmt: skip
def test_stored_hours_and_per_cent_take_comma_and_point(typed: str, number: str) -> None:
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["1.234", "1,234", "1.2.3", "", "twelve", "nan", "1e1", "12,", "½"])
def test_stored_hours_and_per_cent_that_can_mean_two_things_are_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        parse_number(typed)


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_a_value_error(typed: str) -> None:
    with suppress(ValueError):
        assert parse_number(typed).is_finite()


@pytest.mark.parametrize(("amount", "rounded"), [("0.5", 1), ("1.5", 2), ("2.5", 3), ("2.4999", 2), ("-0.4", 0)])
def test_half_a_krone_is_rounded_up(amount: str, rounded: int) -> None:
    assert whole_kroner(Decimal(amount)) == rounded


def test_half_a_krone_that_a_division_left_a_tail_on_is_still_rounded_up() -> None:
    third = exact(Decimal("1.5") * 52 / 12)
    assert whole_kroner(third * 3 - 19) == 1
    assert whole_kroner(Decimal("2.499999999999")) == 3
    assert whole_kroner(Decimal("2.49999999")) == 2


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [("0.005", "0.01"), ("0.015", "0.02"), ("0.025", "0.03"), ("0.0249", "0.02"), ("-0.004", "0")],
)
def test_half_an_ore_is_rounded_up(amount: str, rounded: str) -> None:
    assert whole_ore(Decimal(amount)) == Decimal(rounded)


def test_half_an_ore_that_a_division_left_a_tail_on_is_still_rounded_up() -> None:
    assert whole_ore(Decimal("0.024999999999")) == Decimal("0.03")
    assert whole_ore(Decimal("0.02499999")) == Decimal("0.02")
