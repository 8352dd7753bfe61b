"""What happens in the very month of a limit, and in the months on both sides of it."""

from datetime import date

import pytest

from eligibility.law.flow import walk
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import LAB, PENSION_AGE_2025
from tests.eligibility.law.answering import FITTING, ON, assessed, months_of, places


@pytest.mark.parametrize(
    ("born", "now", "then"),
    [
        # State pension age of 67 years, in the month of the day (November 2026) and after it.
        ("1959-11", "municipality", None),
        ("1959-12", "five-years", None),
        # Five years from the day end in November 2031: of the people born around 1963, who reach 68.
        ("1963-11", "five-years", None),
        ("1963-12", "five-years", "permanent"),
    ],
)
def test_no_grant_reaches_beyond_state_pension_age(born: str, now: str, then: str | None) -> None:
    found = assessed(birth_month=born).grant
    assert found
    assert (found.now.value, found.then and found.then.value) == (now, then)


@pytest.mark.parametrize(("born", "now"), [("1959-11", "municipality"), ("1959-12", "permanent")])
def test_a_later_grant_is_permanent_only_where_state_pension_age_is_still_ahead(born: str, now: str) -> None:
    found = assessed(birth_month=born, earlier_fleksjob="earlier").grant
    assert found
    assert found.now == now


@pytest.mark.parametrize(
    ("born", "there"), [("1986-10", False), ("1986-11", True), ("1986-12", True), ("1991-11", True)]
)
def test_the_fortieth_birthday_is_an_event_from_the_month_of_the_start_on(born: str, there: bool) -> None:
    assert ("forty" in months_of(assessed(birth_month=born))) is there


def test_in_a_fleksjob_a_fortieth_birthday_that_has_been_is_no_event() -> None:
    for born, there in [("1986-10", False), ("1986-11", True)]:
        found = assessed(birth_month=born, situation="in-fleksjob", fleksjob_started="2023-08", first_fleksjob="yes")
        assert ("forty" in months_of(found)) is there


@pytest.mark.parametrize(("born", "changed"), [("1966-12", False), ("1967-01", True)])
def test_the_act_of_2025_is_cited_for_those_whose_pension_age_it_changed(born: str, changed: bool) -> None:
    [finding] = [finding for finding in assessed(birth_month=born).findings if finding.criterion.key == "pension-age"]
    assert (PENSION_AGE_2025 in {source.document for source in finding.sources}) is changed


@pytest.mark.parametrize(
    ("answers", "paragraph"),
    [
        ({"situation": "in-fleksjob-before-2013"}, "§ 133, stk. 6"),
        ({"situation": "self-employed"}, "§ 126, stk. 1, nr. 3"),
        ({"situation": "employee"}, "§ 116, stk. 1"),
    ],
)
def test_the_end_at_pension_age_stands_where_the_route_has_it(answers: dict[str, str], paragraph: str) -> None:
    timeline = assessed(**answers).timeline
    assert timeline
    [event] = [event for event in timeline.events if event.key == "pension-age"]
    assert (event.sources[0].document, event.sources[0].paragraph) == (LAB, paragraph)


@pytest.mark.parametrize(
    # Six years to state pension age: in October, November and December 2026.
    ("born", "advised"),
    [("1964-10", False), ("1964-11", True), ("1964-12", True)],
)
def test_the_latest_workplace_is_named_until_six_years_are_left(born: str, advised: bool) -> None:
    elsewhere = assessed(birth_month=born, situation="without-work").elsewhere
    assert ("LAB § 119" in {place for advice in elsewhere for place in places(advice.sources)}) is advised


@pytest.mark.parametrize(
    ("benefit", "advised"), [("disability-pension", True), ("disability-pension-at-rest", False), ("none", False)]
)
def test_putting_a_disability_pension_on_hold_is_advised_to_those_who_get_one(benefit: str, advised: bool) -> None:
    elsewhere = assessed(benefit=benefit).elsewhere
    assert ("BEK 1688/2025 § 7" in {place for advice in elsewhere for place in places(advice.sources)}) is advised


@pytest.mark.parametrize(
    # Started in a fleksjob: follow-up every 30 months, status after 54, five years after 60.
    ("started", "events"),
    [
        ("2021-11", {"follow-up": "2026-11", "end": "2026-11"}),
        ("2021-12", {"follow-up": "2026-12", "end": "2026-12"}),
        ("2022-05", {"follow-up": "2027-05", "status": "2026-11", "end": "2027-05"}),
        ("2022-04", {"follow-up": "2027-04", "end": "2027-04"}),
        ("2024-05", {"follow-up": "2026-11", "status": "2028-11", "end": "2029-05"}),
        ("2024-04", {"follow-up": "2029-04", "status": "2028-10", "end": "2029-04"}),
    ],
)
def test_dates_of_a_grant_are_shown_until_their_month_is_over(started: str, events: dict[str, str]) -> None:
    found = assessed(situation="in-fleksjob", fleksjob_started=started, first_fleksjob="yes", birth_month="1980-05")
    shown = {key: month for key, month in months_of(found).items() if key in {"follow-up", "status", "end"}}
    if Month.parse(started).plus(years=5) <= Month.of(ON):
        events = {key: month for key, month in events.items() if key == "follow-up"}
    assert shown == events


@pytest.mark.parametrize(("on", "asked"), [(date(2021, 12, 31), False), (date(2022, 1, 1), True)])
def test_early_pension_is_asked_about_from_the_first_day_it_was_paid(on: date, asked: bool) -> None:
    near = FITTING | {"birth-month": "1957-01"}
    assert ("early-pension" in walk(near, on).answers) is asked
