"""What people type into a field: the table of typed_forms.toml, through the fields themselves, in both languages."""

import tomllib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import cycle
from pathlib import Path
from typing import Any
from unicodedata import category

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.typed import Reason, Refused, clean, shortened
from fleksjob_site.kernel.typed_units import Unit
from fleksjob_site.texts.date_forms import DayField, MonthField
from fleksjob_site.texts.forms import AN_HOUR_OR_A_MONTH, AmountField, CountField, HoursField, PercentField
from fleksjob_site.texts.languages import LANGUAGES
from fleksjob_site.texts.typed_messages import likely_year
from fleksjob_site.texts.writing import day, hours, kroner, month, number, percent, short_month

FIELDS: dict[str, Callable[[], Any]] = {
    "wage": lambda: AmountField(per=AN_HOUR_OR_A_MONTH),
    "amount": AmountField,
    "hours": HoursField,
    "percent": PercentField,
    "days": lambda: CountField(unit=Unit.DAYS, message="whole days"),
    "months": lambda: CountField(unit=Unit.MONTHS, message="whole months"),
    "month": MonthField,
    "day": DayField,
}
TABLE = tomllib.loads(Path(__file__).with_name("typed_forms.toml").read_text("utf-8"))
ROWS = [(kind, text, read) for kind, rows in TABLE.items() for _written_in, text, read in rows]
ON_PAGES = pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
# Not the Latin ones alone: every kind of space and mark that can come along when text is copied.
SPACES = [chr(code) for code in range(0x10000) if category(chr(code)) == "Zs"]
MARKS = [chr(code) for code in range(0xE0080) if category(chr(code)) == "Cf"]


def as_sent(kind: str, text: str) -> Any:
    """What a form gives the field."""
    boxes = getattr(FIELDS[kind](), "boxes", None)
    return dict(zip(boxes, text.split("|"), strict=True)) if boxes else text


def read(kind: str, text: str) -> Any:
    """The value of a text, or the key of the reason why it has none."""
    field, sent = FIELDS[kind](), as_sent(kind, text)
    try:
        return field.clean(sent)
    except ValidationError:
        refused = refusal(field, sent)
        return f"? {refused.reason if refused else 'whole'}"


def refusal(field: Any, sent: Any) -> Refused | None:
    """Why the field can't read this."""
    try:
        field.read(sent)
    except Refused as refused:
        return refused
    return None


NAMES_PART = {
    Reason.WORD, Reason.UNIT, Reason.PERIOD, Reason.NOT_A_MONTH, Reason.NO_SUCH_MONTH, Reason.NO_SUCH_DAY,
    Reason.SHORT_YEAR,
}  # fmt: skip
"""Reasons whose message shows the part of the text that is wrong."""


def test_the_table_is_long_has_every_reason_and_no_row_twice() -> None:
    assert len(ROWS) == len({(kind, text) for kind, text, _ in ROWS}) >= 200
    refused = {read.removeprefix("? ") for _, _, read in ROWS if read.startswith("?")}
    assert refused == {*Reason, "whole"}
    assert {written_in for rows in TABLE.values() for written_in, _, _ in rows} == {"da", "en", "both"}
    assert TABLE.keys() == FIELDS.keys()


@ON_PAGES
@pytest.mark.parametrize(("kind", "text", "expected"), ROWS)
def test_what_is_typed_is_read_as_the_table_says(language: str, kind: str, text: str, expected: str) -> None:
    with override(language):
        found = read(kind, text)
    if isinstance(found, Decimal | int):
        assert found == Decimal(expected)
    else:
        assert str(found if found is not None else "") == expected


@ON_PAGES
@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, text, read in ROWS if read.startswith("?")])
def test_a_message_names_the_part_that_is_wrong(language: str, kind: str, text: str) -> None:
    field, sent = FIELDS[kind](), as_sent(kind, text)
    refused = refusal(field, sent)
    with override(language), pytest.raises(ValidationError) as raised:
        field.clean(sent)
    (message,) = raised.value.messages
    assert message[0].isupper() or message[0] in "“»" or isinstance(field, CountField)
    if refused and refused.reason in NAMES_PART and not isinstance(field, CountField):
        assert refused.part
        assert refused.part in message


AMOUNTS = st.decimals(min_value=0, max_value=999_999, places=2)
QUARTERS = st.integers(0, 4 * 168).map(lambda quarters: Decimal(quarters) / 4)


@ON_PAGES
@given(amount=AMOUNTS)
def test_an_amount_is_read_back_from_every_way_of_writing(language: str, amount: Decimal) -> None:
    with override(language):
        shown = [number(amount), number(amount, grouped=False), kroner(amount)]
        shown += [f"{amount:,.2f}".replace(",", mark) for mark in (",", " ", "'", "\u00a0")]
        shown += [text.replace(".", ",") for text in shown[-3:]]
        shown += [f"{text}{unit}" for text in shown[:2] for unit in (" kr./md.", " kr. om måneden", " DKK a month")]
        for text in shown:
            assert read("amount", text) == amount, text


@ON_PAGES
@given(value=QUARTERS)
def test_hours_are_read_back_from_every_way_of_writing(language: str, value: Decimal) -> None:
    whole, part = int(value), value - int(value)
    sign = {Decimal("0.25"): "¼", Decimal("0.5"): "½", Decimal("0.75"): "¾"}.get(part, "")
    with override(language):
        clock = f"{whole}:{int(part * 60):02}"
        shown = [
            number(value),
            hours(value),
            f"{hours(value)} om ugen",
            f"{number(value)} t/uge",
            clock,
            f"{whole}{sign}",
        ]
        for text in shown:
            assert read("hours", text) == value, text


@ON_PAGES
@given(value=st.decimals(min_value=0, max_value=100, places=1))
def test_per_cent_are_read_back_from_every_way_of_writing(language: str, value: Decimal) -> None:
    with override(language):
        for text in (number(value), percent(value), f"{number(value)} procent", f"{number(value)} per cent"):
            assert read("percent", text) == value, text


@ON_PAGES
@given(value=st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_months_and_days_are_read_back_from_every_way_of_writing(language: str, value: date) -> None:
    wanted = Month.of(value)
    with override(language):
        whole = [value.isoformat(), day(value), f"{value:%d.%m.%Y}", f"{value.day}/{value.month} {value.year}"]
        for text in whole:
            assert read("day", f"{text}||") == value, text
            assert read("day", f"||{text}") == value, text
            assert read("month", f"|{text}") == wanted, text
        for text in (month(wanted), str(wanted), f"{wanted.month}/{wanted.year}", f"{wanted.month:02}-{wanted.year}"):
            assert read("month", f"{text}|") == wanted, text
        assert read("month", f"{short_month(wanted)}|{wanted.year}") == wanted


def test_no_mark_changes_what_is_read_and_no_space_turns_it_into_something_else() -> None:
    marks, spaces = cycle(MARKS), cycle(SPACES)
    for kind, text, expected in ROWS:
        before = read(kind, text)
        for place in range(len(text) + 1):
            assert read(kind, text[:place] + next(marks) + text[place:]) == before
            spaced = read(kind, text[:place] + next(spaces) + text[place:])
            assert spaced == before or str(spaced).startswith("?") or expected.startswith("?")


@pytest.mark.parametrize(
    ("text", "length", "kept"), [("21.092", 6, "21.092"), ("21.092", 5, "21.0…"), ("1" * 9, 4, "111…")]
)
def test_the_beginning_of_a_number_is_not_read_as_one(text: str, length: int, kept: str) -> None:
    assert shortened(text, length) == kept
    assert len(kept) <= length
    assert kept == text or str(read("amount", kept)).startswith("?")


@given(st.text(max_size=90))
def test_any_text_is_read_or_refused(text: str) -> None:
    for kind in FIELDS:
        sent = text.replace("|", "/") + "|" * (len(getattr(FIELDS[kind](), "boxes", "x")) - 1)
        assert read(kind, sent) is None or clean(text)


@pytest.mark.parametrize(
    ("digits", "near", "year"), [("80", 1980, 1980), ("05", 1980, 2005), ("35", 1980, 1935), ("26", 2026, 2026)]
)
def test_a_year_of_two_digits_is_asked_about_as_the_likely_one(digits: str, near: int, year: int) -> None:
    assert likely_year(digits, near) == year


@ON_PAGES
def test_the_question_about_a_year_names_it(language: str) -> None:
    words = {"da": "Mener du 1980? Skriv alle fire cifre.", "en": "Do you mean 1980? Enter all four digits."}
    with override(language), pytest.raises(ValidationError) as raised:
        MonthField().clean({"month": "5", "year": "80"})
    assert raised.value.messages == [words[language]]
