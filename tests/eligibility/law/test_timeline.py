"""Every date of a timeline on both sides of its limit, on 21 November 2026.

People born from July 1955 to 1962 reach state pension age at 67, until 1966 at 68, until 1970 at 69, and later at 70.
"""

from datetime import date

import pytest

from eligibility.law.timeline import Event, EventKey, Timeline
from tests.eligibility.law.answering import ON, assessed

ASKS = {"birth-month": "1980-05"}
OWN_BUSINESS = ASKS | {"situation": "self-employed"}
IN_FLEKSJOB = ASKS | {"situation": "in-fleksjob"}
OLD_TERMS = IN_FLEKSJOB | {"fleksjob-started": "2012-12"}
AGAIN = ASKS | {"earlier-fleksjob": "earlier"}


def timeline_of(changed: dict[str, str], on: date = ON) -> Timeline:
    found = assessed(on, **changed).timeline
    assert found
    return found


def events_of(changed: dict[str, str]) -> dict[str, Event]:
    return {event.key: event for event in timeline_of(changed).events}


def month_of(key: EventKey, changed: dict[str, str]) -> str | None:
    event = events_of(changed).get(key)
    return str(event.month) if event else None


def started(month: str) -> dict[str, str]:
    return IN_FLEKSJOB | {"fleksjob-started": month}


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2024-06", "2026-12"),
        ("2024-05", "2026-11"),
        ("2024-04", "2029-04"),
        ("2021-12", "2026-12"),
        ("2021-11", "2026-11"),
        ("2021-10", "2029-04"),
        ("2019-05", "2026-11"),
        ("2019-04", "2029-04"),
    ],
)
def test_the_next_follow_up_is_a_whole_number_of_30_months_after_the_start_and_not_past(
    start: str, expected: str
) -> None:
    assert month_of(EventKey.FOLLOW_UP, started(start)) == expected


def test_the_first_follow_up_is_worded_as_the_first_and_every_later_one_as_the_next() -> None:
    first, second, third = (
        events_of(started(start))[EventKey.FOLLOW_UP].text for start in ("2024-05", "2024-04", "2021-10")
    )
    assert first != second == third


@pytest.mark.parametrize(
    ("key", "start", "expected"),
    [
        (EventKey.STATUS, "2022-06", "2026-12"),
        (EventKey.STATUS, "2022-05", "2026-11"),
        (EventKey.STATUS, "2022-04", None),
        (EventKey.END, "2022-01", "2027-01"),
        (EventKey.END, "2021-12", "2026-12"),
        (EventKey.END, "2021-11", None),
    ],
)
def test_status_comes_after_54_months_and_the_end_after_five_years_while_they_are_ahead(
    key: EventKey, start: str, expected: str | None
) -> None:
    assert month_of(key, started(start)) == expected


@pytest.mark.parametrize("key", [EventKey.STATUS, EventKey.END])
def test_a_permanent_grant_and_the_old_terms_have_no_end(key: EventKey) -> None:
    assert month_of(key, AGAIN) is None
    assert month_of(key, OLD_TERMS) is None
    assert month_of(EventKey.FOLLOW_UP, AGAIN) == "2029-05"


@pytest.mark.parametrize(
    ("key", "month", "born_too_early", "born"),
    [
        # 67 in May 2029, 68 in May 2031 and in November 2031.
        (EventKey.FOLLOW_UP, "2029-05", "1962-05", "1962-06"),
        (EventKey.STATUS, "2031-05", "1963-05", "1963-06"),
        (EventKey.END, "2031-11", "1963-11", "1963-12"),
    ],
)
@pytest.mark.parametrize("changed", [ASKS, OWN_BUSINESS], ids=["employee", "business"])
def test_what_falls_into_the_month_of_pension_age_or_later_does_not_happen(
    changed: dict[str, str], key: EventKey, month: str, born_too_early: str, born: str
) -> None:
    assert month_of(key, changed | {"birth-month": born}) == month
    assert month_of(key, changed | {"birth-month": born_too_early}) is None


@pytest.mark.parametrize(
    ("may_start", "events"),
    [
        ("2029-02", ["start", "pension-age"]),
        ("2029-03", ["pension-age"]),
        ("2029-04", ["pension-age"]),
    ],
)
def test_nothing_starts_in_the_month_of_pension_age_or_later(may_start: str, events: list[str]) -> None:
    timeline = timeline_of(ASKS | {"birth-month": "1962-03", "fleksjob-may-start": may_start})
    assert [event.key for event in timeline.events] == events
    assert bool(timeline.spans) == ("start" in events)


@pytest.mark.parametrize(
    ("changed", "born", "expected"),
    [
        (ASKS, "1986-10", None),
        (ASKS, "1986-11", "2026-11"),
        (ASKS | {"fleksjob-may-start": "2027-01"}, "1986-12", None),
        (ASKS | {"fleksjob-may-start": "2027-01"}, "1987-01", "2027-01"),
        (started("2023-08"), "1986-10", None),
        (started("2023-08"), "1986-11", "2026-11"),
        (started("unknown"), "1986-10", None),
        (started("unknown"), "1986-11", "2026-11"),
        (OWN_BUSINESS, "1986-11", None),
        (OLD_TERMS, "1986-11", None),
    ],
)
def test_turning_40_is_shown_from_the_start_on_where_a_grant_can_become_permanent(
    changed: dict[str, str], born: str, expected: str | None
) -> None:
    assert month_of(EventKey.FORTY, changed | {"birth-month": born}) == expected


@pytest.mark.parametrize(
    ("born", "expected"), [("1964-10", None), ("1964-11", "2026-11"), ("1964-12", "2026-12"), ("1971-01", "2035-01")]
)
@pytest.mark.parametrize("changed", [ASKS, IN_FLEKSJOB, OWN_BUSINESS, OLD_TERMS])
def test_the_month_with_six_years_left_is_shown_until_it_is_over(
    changed: dict[str, str], born: str, expected: str | None
) -> None:
    assert month_of(EventKey.SIX_YEARS_LEFT, changed | {"birth-month": born}) == expected


@pytest.mark.parametrize(
    ("changed", "places"),
    [
        (ASKS, ["LSP § 26 a, stk. 1", "LAB § 119, stk. 1"]),
        (ASKS | {"benefit": "disability-pension-at-rest"}, ["LAB § 119, stk. 1"]),
        (IN_FLEKSJOB, ["LSP § 26 a, stk. 1"]),
        (OLD_TERMS, ["LSP § 26 a, stk. 1"]),
        (OWN_BUSINESS, ["LSP § 26 a, stk. 1"]),
    ],
)
def test_six_years_before_pension_age_senior_pension_opens_and_the_rule_of_section_119_ends(
    changed: dict[str, str], places: list[str]
) -> None:
    assert [source.place for source in events_of(changed)[EventKey.SIX_YEARS_LEFT].sources] == places


@pytest.mark.parametrize("born", ["1965-04", "1965-05", "1966-05"])
@pytest.mark.parametrize("start", ["", "2026-12", "2030-01"])
def test_what_has_an_entry_of_its_own_or_lies_behind_is_not_said_again(born: str, start: str) -> None:
    changed = ASKS | {"birth-month": born} | ({"fleksjob-may-start": start} if start else {})
    events = events_of(changed)
    text = events[EventKey.SIX_YEARS_LEFT].text.message
    assert ("You can apply" in text) == (EventKey.SENIOR_PENSION not in events)
    assert ("twelve months" in text) == (start != "2026-12")
    assert "can be granted" in text


@pytest.mark.parametrize(
    ("born", "expected"),
    [("1959-12", "2026-12"), ("1962-12", "2029-12"), ("1963-01", "2031-01"), ("1966-12", "2034-12"),
     ("1967-01", "2036-01"), ("1970-12", "2039-12"), ("1971-01", "2041-01")],
)  # fmt: skip
def test_pension_age_is_reached_in_the_month_that_the_group_gives(born: str, expected: str) -> None:
    assert month_of(EventKey.PENSION_AGE, ASKS | {"birth-month": born}) == expected


def test_pension_age_is_worded_as_open_for_those_born_from_1971_on() -> None:
    settled, last_settled, first_open, later = (
        events_of(ASKS | {"birth-month": born})[EventKey.PENSION_AGE].text
        for born in ("1962-03", "1970-12", "1971-01", "1990-06")
    )
    assert settled == last_settled != first_open == later


BY_ROUTE = {
    "asks for a fleksjob": (
        ASKS,
        {"start": ["LAB § 121, stk. 1"], "follow-up": ["LAB § 121, stk. 1"], "status": ["LAB § 121, stk. 3"],
         "end": ["LAB § 120, stk. 1", "LAB § 121, stk. 4"], "pension-age": ["LAB § 116, stk. 1"]},
    ),
    "is in a fleksjob": (
        IN_FLEKSJOB,
        {"start": ["LAB § 121, stk. 1"], "follow-up": ["LAB § 121, stk. 1"], "status": ["LAB § 121, stk. 3"],
         "end": ["LAB § 120, stk. 1", "LAB § 121, stk. 4"], "pension-age": ["LAB § 116, stk. 1"]},
    ),
    "runs a business": (
        OWN_BUSINESS,
        {"start": ["BEK 1794/2025 § 5"], "follow-up": ["BEK 1794/2025 § 5"], "status": ["BEK 1794/2025 § 5, stk. 3"],
         "end": ["LAB § 126, stk. 4"], "pension-age": ["LAB § 126, stk. 1, nr. 3"]},
    ),
    "keeps the old terms": (OLD_TERMS, {"pension-age": ["LAB § 133, stk. 6"]}),
}  # fmt: skip


@pytest.mark.parametrize(("changed", "places"), BY_ROUTE.values(), ids=BY_ROUTE.keys())
def test_each_date_stands_where_the_rules_of_the_route_put_it(
    changed: dict[str, str], places: dict[str, list[str]]
) -> None:
    events = events_of(changed)
    events.pop(EventKey.SIX_YEARS_LEFT)
    found = {key: [source.place for source in event.sources] for key, event in events.items()}
    # The last source of pension age is the group of the month of birth.
    found["pension-age"].pop()
    found.pop("forty", None)
    assert found == places


def test_a_start_that_is_certain_one_to_be_granted_and_one_that_takes_a_job_are_worded_apart() -> None:
    starts = {events_of(changed)[EventKey.START].text.message for changed in (ASKS, OWN_BUSINESS, IN_FLEKSJOB)}
    assert len(starts) == 3


@pytest.mark.parametrize("key", [EventKey.FOLLOW_UP, EventKey.STATUS])
def test_follow_up_and_status_of_a_business_are_worded_apart_from_those_of_a_fleksjob(key: EventKey) -> None:
    assert events_of(ASKS)[key].text != events_of(OWN_BUSINESS)[key].text
