"""The employer's list as a page, with the dates and their calendar file."""

import re

import pytest
from django.test import Client
from icalendar import Calendar

from salary.law.employer_steps import EMPLOYER_STEPS

ADDRESSES = {"da": "/indkomst/arbejdsgivers-trin/", "en": "/en/income/employer-steps/"}
FILES = {"da": "/tag-med/arbejdsgiver.ics", "en": "/en/take-along/employer.ics"}
START = {"first_day-day": "31", "first_day-month": "1", "first_day-year": "2027"}


@pytest.mark.parametrize("language", ADDRESSES)
def test_each_step_can_be_ticked_off_and_no_tick_is_sent(client: Client, language: str) -> None:
    html = client.get(ADDRESSES[language]).content.decode()
    boxes = re.findall(r'<input type="checkbox"[^>]*>', html)
    assert len(boxes) == len(EMPLOYER_STEPS)
    assert not any(" name=" in box for box in boxes)


@pytest.mark.parametrize("language", ADDRESSES)
def test_the_dates_come_with_the_first_day_and_as_a_file(client: Client, language: str) -> None:
    assert client.get(FILES[language]).headers["Location"] == ADDRESSES[language]
    assert client.post(ADDRESSES[language], START).headers["Location"] == f"{ADDRESSES[language]}#result"
    html = client.get(ADDRESSES[language]).content.decode()
    assert FILES[language] in html
    served = client.get(FILES[language], follow=True)
    events = Calendar.from_ical(served.content).walk("VEVENT")
    assert [event.decoded("dtstart").isoformat() for event in events][:2] == ["2027-01-31", "2027-03-31"]
    assert len({event["uid"] for event in events}) == len(events)
    words = " ".join(str(event["summary"]) for event in events).lower()
    assert "fleks" not in words
    assert "flexi" not in words
    assert not re.search(r"\]\(|\*", " ".join(str(event["description"]) for event in events))


@pytest.mark.parametrize(
    ("typed", "message"),
    [({}, "Enter the first day at work."), (START | {"first_day-day": "32"}, "There is a problem")],
)
def test_a_wrong_day_says_what_to_enter(client: Client, typed: dict[str, str], message: str) -> None:
    shown = client.post(ADDRESSES["en"], typed, follow=True).content.decode()
    assert "Error: From the first talk to the first years" in shown
    assert message in shown
