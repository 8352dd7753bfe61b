"""How numbers, months and texts are written in both languages."""

from datetime import date
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Hours, HoursPaid, Kroner, Percent, Text
from fleksjob_site.texts.writing import fill, number, say

LOCALES = {"da": Locale("da", "DK"), "en": Locale("en", "GB")}


@pytest.mark.parametrize(
    ("value", "danish", "english"),
    [
        (Kroner("21092.5"), "21.092,50 kr.", "DKK 21,092.50"),
        (Kroner(15272), "15.272 kr.", "DKK 15,272"),
        (Kroner("32066.666666666667"), "32.066,67 kr.", "DKK 32,066.67"),
        (Hours("7.5"), "7,5 timer", "7.5 hours"),
        (Hours(1), "1 time", "1 hour"),
        (Hours(0), "0 timer", "0 hours"),
        (HoursPaid("16.34"), "16,34 timer med løn", "16.34 paid hours"),
        (HoursPaid(1), "1 time med løn", "1 paid hour"),
        (Percent("12.5"), "12,5 %", "12.5%"),
        (Month(2024, 5), "maj 2024", "May 2024"),
        (date(2026, 11, 21), "21. november 2026", "21 November 2026"),
        (67, "67", "67"),
    ],
)
def test_every_value_is_written_by_its_type_and_the_language(value: object, danish: str, english: str) -> None:
    with override("da"):
        assert say(value).replace("\u00a0", " ") == danish
    with override("en"):
        assert say(value).replace("\u00a0", " ") == english


def test_a_text_takes_texts_and_values_into_its_places() -> None:
    inner = Text("{hours}", {"hours": Hours(2)})
    with override("en"):
        assert say(Text("{inner} and {rest}", {"inner": inner, "rest": "more"})) == "2 hours and more"


def test_the_stop_of_kroner_serves_for_the_sentence() -> None:
    with override("da"):
        assert fill("Det er {amount}.", amount=Kroner(5)) == "Det er 5\u00a0kr."


def test_plain_decimals_are_written_in_full() -> None:
    assert say(Decimal("12.50")) == "12.50"


@given(st.decimals(-(10**12), 10**12, places=6) | st.integers(-(10**12), 10**12), st.sampled_from(["da", "en"]))
def test_numbers_are_written_as_the_locale_data_has_them(value: Decimal | int, language: str) -> None:
    assert number(value, language) == format_decimal(value, "#,##0.##", locale=LOCALES[language])
    assert number(value, language, grouped=False) == format_decimal(value, "0.##", locale=LOCALES[language])


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("month", range(1, 13))
def test_months_are_written_as_the_locale_data_has_them(language: str, month: int) -> None:
    written = format_date(date(2024, month, 1), format="LLLL yyyy", locale=LOCALES[language])
    assert say(Month(2024, month), language) == written


def test_a_named_language_goes_before_that_of_the_page() -> None:
    text = Text("Choose one of the answers.")
    with override("en"):
        assert say(text, "da") == "Vælg et af svarene."
        assert say((Hours(1), Kroner("2.5")), "da").replace("\u00a0", " ") == "1 time og 2,50 kr."
        assert say(text) == "Choose one of the answers."
