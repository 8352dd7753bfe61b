"""The employer's list as a page, with the dates and their calendar file."""

import re
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.utils.translation import gettext, override
from icalendar import Calendar

from fleksjob_site.take_along import views
from fleksjob_site.take_along.employer_calendar import in_a_calendar
from salary.law.employer_step import EmployerStep
from salary.law.employer_steps import EMPLOYER_STEPS
from salary.pages import employer_steps_views

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


@pytest.mark.parametrize("language", ADDRESSES)
@pytest.mark.parametrize("step", EMPLOYER_STEPS, ids=lambda step: step.key)
def test_no_text_in_a_calendar_ends_with_words_that_only_a_link_gave_sense(step: EmployerStep, language: str) -> None:
    with override(language):
        text = gettext(step.text)
        said = in_a_calendar(text)
        assert said.endswith(".")
        for words in re.findall(r"(?<=[.?!] )\[([^]]*)\]\(", text):
            assert words not in said


@pytest.mark.parametrize("language", ADDRESSES)
@pytest.mark.parametrize(
    ("today", "said", "events"),
    [(date(2027, 1, 31), False, 12), (date(2027, 2, 1), True, 11), (date(2032, 2, 1), True, 0)],
)
def test_dates_that_are_over_are_left_out_of_the_file_and_the_page_says_so(
    client: Client, monkeypatch: pytest.MonkeyPatch, language: str, today: date, said: bool, events: int
) -> None:
    monkeypatch.setattr(employer_steps_views, "localdate", lambda: today)
    now = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    monkeypatch.setattr(views, "localtime", lambda: now)
    html = client.post(ADDRESSES[language], START, follow=True).content.decode()
    left_out = {"da": "Datoer før i dag er ikke med i filen.", "en": "Dates before today are not in the file."}[
        language
    ]
    over = {"da": "Alle datoer er passeret", "en": "All the dates have passed"}[language]
    assert (left_out in html) == (said and events > 0)
    assert (over in html) == (not events)
    assert (FILES[language] in html) == (events > 0)
    if events:
        assert len(Calendar.from_ical(client.get(FILES[language]).content).walk("VEVENT")) == events
    else:
        assert client.get(FILES[language]).headers["Location"] == ADDRESSES[language]


@pytest.mark.parametrize(
    ("typed", "message"),
    [({}, "Enter the first day at work."), (START | {"first_day-day": "32"}, "There is a problem")],
)
def test_a_wrong_day_says_what_to_enter(client: Client, typed: dict[str, str], message: str) -> None:
    shown = client.post(ADDRESSES["en"], typed, follow=True).content.decode()
    assert "Error: From the first talk to the first years" in shown
    assert message in shown
