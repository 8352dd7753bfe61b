"""The calendar file, parsed by another library: dates, reminders and texts, and nothing personal in its ids."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject
from django.utils.translation import override

from eligibility.law.amounts import Amounts
from eligibility.law.assessment import assess
from eligibility.law.flow import walk
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.take_along.calendar import SUMMARIES, calendar_file
from tests.eligibility.law.answering import FITTING, ON, every_way
from tests.take_along.telling import FILES, TAKE_ALONG, walked
from tests.visitor import Visitor, in_boxes

DATES = {
    "start": date(2026, 11, 1),
    "follow-up": date(2029, 5, 1),
    "status": date(2031, 5, 1),
    "end": date(2031, 11, 1),
    "six-years-left": date(2044, 5, 1),
    "pension-age": date(2050, 5, 1),
}
MADE = datetime(2026, 11, 21, 12, tzinfo=UTC)
NINE = timedelta(hours=9)
DECIDED, LAST_DAY = "2026-11-20", date(2026, 12, 18)


def entries(content: bytes) -> dict[str, Any]:
    """The events of a file by the key that their id begins with."""
    read = vobject.readOne(content.decode())
    found = {event.uid.value.rpartition("-")[0]: event for event in read.vevent_list}
    assert len({event.uid.value.rpartition("-")[2] for event in read.vevent_list}) == 1
    assert len(found) == len(read.vevent_list)
    return found


def starting(language: str, **changed: str) -> Visitor:
    """A visitor who has also said when a flexi-job may start."""
    client = walked(language, **changed)
    client.tells(eligibility=client.session["eligibility"] | {"fleksjob-may-start": "2026-11"})
    return client


def downloaded(language: str, decided: str = "") -> dict[str, Any]:
    answer = starting(language).post(FILES["calendar"][language], {"decided": decided})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return entries(answer.content)


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_date_of_the_timeline_is_an_all_day_event(language: str) -> None:
    found = downloaded(language)
    assert {key: event.dtstart.value for key, event in found.items()} == DATES
    for event in found.values():
        assert type(event.dtstart.value) is date
        assert event.dtend.value == event.dtstart.value + timedelta(days=1)
        assert event.dtstamp.value.isoformat().startswith("2026-11-21T11:00")
        assert event.transp.value == "TRANSPARENT"


@pytest.mark.parametrize("language", ["da", "en"])
def test_follow_up_status_and_appeal_are_reminded_of_in_the_morning(language: str) -> None:
    found = downloaded(language, DECIDED)
    alarms = {key: event.valarm.trigger.value for key, event in found.items() if hasattr(event, "valarm")}
    before = {"follow-up": 30, "status": 60, "appeal": 7}
    assert alarms == {key: NINE - timedelta(days=days) for key, days in before.items()}
    assert all(found[key].valarm.action.value == "DISPLAY" for key in before)


@pytest.mark.parametrize(
    ("language", "summary", "told", "guidance"),
    [
        ("da", "Opfølgning med kommunen", "Kun måneden er kendt", "kommunen"),
        ("en", "Follow-up with the municipality", "Only the month is known", "the municipality decides"),
    ],
)
def test_an_event_explains_itself_with_its_source_in_the_language_of_the_page(
    language: str, summary: str, told: str, guidance: str
) -> None:
    event = downloaded(language)["follow-up"]
    assert event.summary.value == summary
    description = event.description.value
    assert told in description
    assert "LAB § 121, stk. 1 (" in description
    assert "https://www.retsinformation.dk/eli/lta/2024/280" in description
    assert guidance in description


def test_the_last_day_to_appeal_is_four_weeks_after_the_decision() -> None:
    event = downloaded("en", DECIDED)["appeal"]
    assert event.dtstart.value == LAST_DAY
    description = event.description.value
    assert "The municipality must have your appeal by 18 December 2026." in description
    assert "We count the date of the letter as the day you got it." in description
    assert "RSL § 67" in description
    assert "The four weeks are over" not in description


def test_a_last_day_that_has_passed_says_what_to_do_and_does_not_remind() -> None:
    event = downloaded("en", "2026-10-01")["appeal"]
    assert event.dtstart.value == date(2026, 10, 29)
    assert not hasattr(event, "valarm")
    assert "Appeal all the same, and say why you are late." in event.description.value


def test_ids_are_stable_for_the_same_dates_and_differ_between_persons() -> None:
    def ids(**changed: str) -> set[str]:
        content = starting("en", **changed).post(FILES["calendar"]["en"], {"decided": ""}).content
        return {event.uid.value for event in vobject.readOne(content.decode()).vevent_list}

    assert ids() == ids()
    assert not ids() & ids(birth_month="1985-02")


def test_dates_that_depend_on_an_assumed_start_are_left_out_and_the_page_says_so() -> None:
    client = walked("en")
    found = entries(client.post(FILES["calendar"]["en"], {"decided": ""}).content)
    assert found.keys() == {"six-years-left", "pension-age"}
    assert "Choose a month, and they are included" in client.get(TAKE_ALONG["en"]).content.decode()
    assert "Choose a month" not in starting("en").get(TAKE_ALONG["en"]).content.decode()


def test_past_dates_are_left_out() -> None:
    told = FITTING | {"situation": "in-fleksjob", "fleksjob-started": "2023-08"}
    found = assess(walk(told, ON).answers, ON, Amounts()).timeline
    assert found
    assert "start" in {event.key for event in found.events}
    assert "start" not in entries(calendar_file(found.events, MADE))


def test_the_same_answers_on_the_same_day_give_the_same_file() -> None:
    found = assess(walk(FITTING, ON).answers, ON, Amounts()).timeline
    assert found
    with override("en"):
        assert calendar_file(found.events, MADE) == calendar_file(found.events, MADE)


def test_every_kind_of_event_has_an_entry() -> None:
    timelines = (assess(walk(stored, ON).answers, ON, Amounts()).timeline for stored in every_way())
    ahead = Month.of(ON)
    events = {
        event.key: event for timeline in timelines if timeline for event in timeline.events if event.month >= ahead
    }
    assert events.keys() == SUMMARIES.keys() - {"appeal", "fund", "own-accounts"}
    for language in ("da", "en"):
        with override(language):
            assert entries(calendar_file(events.values(), MADE)).keys() == events.keys()


@pytest.mark.parametrize(
    "decided",
    [("22", "11", "2026"), ("1", "1", "2030"), ("20", "11", "2025"), ("1", "11", "1026"), ("31", "02", "2026"),
     ("a", "week", "ago")],
)  # fmt: skip
@pytest.mark.parametrize("language", ["da", "en"])
def test_an_invalid_day_gives_an_error_at_the_field_and_in_the_summary_and_stays_typed(
    language: str, decided: tuple[str, str, str]
) -> None:
    answer = walked(language).post(FILES["calendar"][language], in_boxes("decided", *decided), follow=True)
    html = answer.content.decode().replace("\u00a0", " ")
    if decided[0] == "a":
        words = {"da": "»a« er ikke en måned.", "en": "“a” is not a month."}[language]
    elif decided[1] == "02":
        words = {
            "da": "Måneden har ingen dag 31. Skriv en dag, der findes i måneden.",
            "en": "That month has no day 31. Enter a day that is in the month.",
        }[language]
    else:
        words = {
            "da": "Skriv en dato fra den 21. november 2025 til den 21. november 2026.",
            "en": "Enter a date from 21 November 2025 to 21 November 2026.",
        }[language]
    assert html.count(words) == 2
    assert all(f'value="{text}"' in html for text in decided)
    assert 'href="#id_decided"' in html
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("decided", ["2026-11-21", "2025-11-21", "20-11-2026", "20/11/2026", "20.11.2026"])
def test_the_first_and_the_last_day_and_danish_date_formats_are_accepted(decided: str) -> None:
    assert "appeal" in downloaded("en", decided)


def test_the_day_of_the_decision_is_never_stored_and_a_wrong_one_only_until_it_is_mended() -> None:
    client = walked("en")
    before = dict(client.session.items())
    client.post(FILES["calendar"]["en"], {"decided": DECIDED})
    assert dict(client.session.items()) == before
    client.post(FILES["calendar"]["en"], {"decided": "2030-01-01"})
    assert dict(client.session.items()) != before
    client.post(FILES["calendar"]["en"], {"decided": DECIDED})
    assert dict(client.session.items()) == before
    assert DECIDED not in json.dumps(before)


def test_the_page_shows_the_day_that_staff_have_chosen() -> None:
    client = walked("en")
    client.post("/en/target-group/outcome/another-day/", {"day": "2027-02-01"})
    assert "As of 1\u00a0February 2027" in client.get(TAKE_ALONG["en"]).content.decode().replace("1 Feb", "1\u00a0Feb")
