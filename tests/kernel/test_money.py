"""Numbers as people write them, and the rounding of the law."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fleksjob_site.kernel.money import exact, parse_amount, parse_number, whole_kroner, whole_ore


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("21.092,50", "21092.50"),
        ("21,092.50", "21092.50"),
        ("21092,5", "21092.5"),
        ("21092.5", "21092.5"),
        ("21 092", "21092"),
        ("21\u00a0092", "21092"),
        ("21\u202f092,50 kr.", "21092.50"),
        ("21.092", "21092"),
        ("21,092", "21092"),
        ("1.234.567,89", "1234567.89"),
        ("200,-", "200"),
        ("21.092,- kr.", "21092"),
        ("kr. 200", "200"),
        ("KR 200", "200"),
        ("200kr", "200"),
        ("DKK 21,092.50", "21092.50"),
        ("21092 dkk", "21092"),
        ("\u00a0200\u00a0", "200"),
        ("0", "0"),
        ("0,5", "0.5"),
        ("-5", "-5"),
        ("−5", "-5"),
    ],
)
def test_amounts_are_read_alike_in_both_ways_of_writing(typed: str, amount: str) -> None:
    assert parse_amount(typed) == Decimal(amount)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "1.23.4", "1,2345", "1.234.56", "1,234,56", "12,34,567", "0.123", "1234.567", "21.092,505", "1 23", "nan",
     "NaN", "inf", "Infinity", "1e5", "0x10", "٣", "12a", "kr.", "--5", "5-", ",5", "1" * 60, "200,-,-", "21.092 50"],
)  # fmt: skip
def test_amounts_that_can_mean_two_things_or_nothing_are_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not an amount"):
        parse_amount(typed)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("12,5", "12.5"), ("12.5", "12.5"), ("37", "37"), ("12,25", "12.25"), ("50 %", "50"), ("50%", "50"),
     ("12,5 timer", "12.5"), ("12.5 hours", "12.5"), ("\u00a012\u00a0", "12"), ("-1", "-1")],
)  # fmt: skip
def test_hours_and_per_cent_take_comma_and_point(typed: str, number: str) -> None:
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["1.234", "1,234", "1.2.3", "", "twelve", "nan", "1e1", "12,", "½"])
def test_hours_and_per_cent_that_can_mean_two_things_are_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        parse_number(typed)


@given(st.decimals(min_value=0, max_value=999_999, places=2))
def test_every_amount_is_read_back_from_both_ways_of_writing(amount: Decimal) -> None:
    english = f"{amount:,.2f}"
    danish = english.translate(str.maketrans(",.", ".,"))
    assert parse_amount(english) == amount
    assert parse_amount(danish) == amount


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_a_value_error(typed: str) -> None:
    for parse in (parse_amount, parse_number):
        with suppress(ValueError):
            assert parse(typed).is_finite()


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
