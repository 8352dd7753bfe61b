"""Both calendar files in the form that Outlook, Apple and Google take, by the rules of RFC 5545."""

from datetime import date, timedelta

import pytest
from django.utils.translation import override
from icalendar import Calendar

from fleksjob_site.take_along.calendar import new_calendar
from tests.site.every_address import every_address
from tests.take_along.telling import FILES, calculated
from tests.take_along.test_calendar import DECIDED, starting

NOW = {"month-month": "11", "month-year": "2026", "own_atp_kind": "usual"}


@pytest.fixture(params=["dates", "year"])
def content(request: pytest.FixtureRequest, language: str) -> bytes:
    if request.param == "dates":
        return starting(language).post(FILES["calendar"][language], {"decided": DECIDED}).content
    return calculated(language, NOW).get(every_address(language)["year-calendar"]).content


each_file = pytest.mark.parametrize("language", ["da", "en"])


@each_file
def test_lines_end_and_fold_as_the_standard_says(content: bytes) -> None:
    assert content.startswith(b"BEGIN:VCALENDAR\r\n"), "no byte order mark"
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # No letter is cut in two by a fold.
    assert any(line.startswith(b" ") for line in lines)


@each_file
def test_the_file_says_what_it_is(content: bytes) -> None:
    calendar = Calendar.from_ical(content)
    assert (calendar["VERSION"], calendar["METHOD"], calendar["CALSCALE"]) == ("2.0", "PUBLISH", "GREGORIAN")
    assert calendar["PRODID"]
    assert calendar["X-WR-CALNAME"] == calendar["NAME"]


@each_file
def test_each_entry_is_a_whole_day_with_an_id_and_a_time_of_making(content: bytes) -> None:
    events = Calendar.from_ical(content).events
    assert len(events) > 1
    assert len({str(event["UID"]) for event in events}) == len(events)
    for event in events:
        assert event["DTSTAMP"].to_ical().endswith(b"Z")
        assert event["DTSTART"].params["VALUE"] == event["DTEND"].params["VALUE"] == "DATE"
        assert type(event.start) is date
        assert event.end - event.start == timedelta(days=1)
        assert event["SUMMARY"].strip()


@each_file
def test_a_program_that_writes_the_file_again_writes_the_same(content: bytes) -> None:
    assert Calendar.from_ical(content).to_ical() == content


def test_signs_with_a_meaning_are_escaped() -> None:
    with override("en"):
        calendar = new_calendar("a, b; c\\d", "x@y")
    assert b"X-WR-CALNAME:a\\, b\\; c\\\\d\r\n" in calendar.to_ical()
