"""How long a grant lasts: five years, then permanent from 40."""

import pytest

from eligibility.law.flow import walk
from eligibility.law.grant import grant
from eligibility.law.situation import situation_of
from tests.eligibility.law.answering import FITTING, ON


@pytest.mark.parametrize(
    ("born", "earlier", "now", "then"),
    [
        # The five years end in November 2031.
        ("1980-05", "first", "five-years", "permanent"),
        ("1991-10", "first", "five-years", "permanent"),
        ("1991-11", "first", "five-years", "municipality"),
        ("1991-12", "first", "five-years", "five-years"),
        ("unknown", "first", "five-years", "municipality"),
        # After a first fleksjob the age now decides.
        ("1986-10", "earlier", "permanent", None),
        ("1986-11", "earlier", "municipality", None),
        ("1986-12", "earlier", "five-years", "permanent"),
        ("1995-01", "earlier", "five-years", "five-years"),
        ("1980-05", "unknown", "municipality", None),
    ],
)
def test_the_first_grant_is_for_five_years_and_from_40_the_next_is_permanent(
    born: str, earlier: str, now: str, then: str | None
) -> None:
    granted = grant(situation_of(walk(FITTING | {"birth-month": born, "earlier-fleksjob": earlier}, ON).answers, ON))
    assert (granted.now.value, granted.then and granted.then.value) == (now, then)


@pytest.mark.parametrize(
    ("born", "start", "now", "then"),
    [
        # 67 in March 2029, before the five years that begin in 2026-11 are over.
        ("1962-03", "2029-02", "five-years", None),
        ("1962-03", "2029-03", "municipality", None),
        ("1962-03", "2029-04", "municipality", None),
        # 68 in November and in December 2031: at the end of the five years, and a month later.
        ("1963-11", "2026-11", "five-years", None),
        ("1963-12", "2026-11", "five-years", "permanent"),
        # This month is that of pension age.
        ("1959-11", "2026-11", "municipality", None),
    ],
)
@pytest.mark.parametrize("earlier", ["first", "unknown"])
def test_no_grant_goes_beyond_pension_age_and_none_begins_in_its_month(
    earlier: str, born: str, start: str, now: str, then: str | None
) -> None:
    if earlier == "unknown" and then:
        now, then = "municipality", None
    answers = {"birth-month": born, "fleksjob-may-start": start, "earlier-fleksjob": earlier}
    granted = grant(situation_of(walk(FITTING | answers, ON).answers, ON))
    assert (granted.now.value, granted.then and granted.then.value, str(granted.start)) == (now, then, start)


@pytest.mark.parametrize(
    ("start", "now"), [("2028-01", "permanent"), ("2029-02", "permanent"), ("2029-03", "municipality")]
)
def test_after_a_first_fleksjob_the_next_is_permanent_until_pension_age(start: str, now: str) -> None:
    answers = {"birth-month": "1962-03", "fleksjob-may-start": start, "earlier-fleksjob": "earlier"}
    assert grant(situation_of(walk(FITTING | answers, ON).answers, ON)).now.value == now


@pytest.mark.parametrize(
    ("born", "then", "limit"),
    [("1963-11", None, "2031-11"), ("1963-10", None, "2031-10"), ("1963-12", "five-years", None)],
)
def test_the_subsidy_to_a_business_goes_on_where_pension_age_is_later_than_five_years_away(
    born: str, then: str | None, limit: str | None
) -> None:
    granted = grant(situation_of(walk(FITTING | {"birth-month": born, "situation": "self-employed"}, ON).answers, ON))
    assert (granted.then and granted.then.value) == then
    assert (str(granted.text.values["limit"]) if granted.text.values else None) == limit


@pytest.mark.parametrize(
    ("started", "now"), [("2021-10", "municipality"), ("2021-11", "municipality"), ("2021-12", "five-years")]
)
def test_five_years_are_over_in_their_last_month(started: str, now: str) -> None:
    answers = {"situation": "in-fleksjob", "fleksjob-started": started}
    granted = grant(situation_of(walk(FITTING | answers, ON).answers, ON))
    assert (granted.now.value, str(granted.start)) == (now, started)


@pytest.mark.parametrize(
    ("born", "past"), [("1965-05", True), ("1986-10", True), ("1986-11", False), ("1990-05", False)]
)
def test_that_40_is_still_ahead_is_said_to_nobody_who_has_turned_it(born: str, past: bool) -> None:
    answers = walk(FITTING | {"birth-month": born}, ON).answers
    text = grant(situation_of(answers, ON)).text.message
    assert ("You have turned 40." in text) == past
    assert ("You will have turned 40" in text) == (not past)
