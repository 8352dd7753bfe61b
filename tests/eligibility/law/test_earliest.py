"""The earliest dates of the ways to stop, and early pension, on 21 November 2026 where no day is named."""

from datetime import date

import pytest
from django.utils.translation import override

from eligibility.law.facts import Benefit
from eligibility.law.grant import grant
from eligibility.law.pension_age import pension_month
from eligibility.law.situation import situation_of
from eligibility.law.timeline import EventKey, timeline
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.texts.writing import say
from tests.eligibility.law.answering import ON, places
from tests.eligibility.law.test_stopping_early import cited, notes_of


def test_the_earliest_dates_come_first_in_order_of_time() -> None:
    def said(**changed: str) -> str:
        with override("en"):
            return say(notes_of(**changed)[0].text)

    assert said(birth_month="1966-05") == (
        "The earliest possible: senior pension (seniorpension) from May 2028, flexible retirement benefit "
        "(fleksydelse) from May 2031 and early pension (tidlig pension) from May 2031. You can get state pension "
        "from May 2034. Each has conditions of its own."
    )
    assert "senior pension (seniorpension) now, " in said(birth_month="1963-12")
    with_pension = said(birth_month="1966-05", situation="in-fleksjob", benefit="disability-pension-at-rest")
    assert "seniorpension" not in with_pension
    assert "tidlig pension" not in with_pension


@pytest.mark.parametrize(("born", "years"), [("1963-05", "seven"), ("1965-05", "six"), ("1967-05", "seven")])
def test_early_pension_is_told_with_what_it_closes(born: str, years: str) -> None:
    (note,) = [one for one in notes_of(birth_month=born) if "LSP § 26 r" in places(one.sources)]
    assert f"{years} years before state pension age" in note.text.message
    assert "you can't get a flexi-job after that" in note.text.message
    assert "LAB § 116, stk. 1" in places(note.sources)


def test_nothing_is_said_of_early_pension_before_it_could_be_paid() -> None:
    assert "LSP § 26 r" not in cited(date(2021, 12, 31), birth_month="1958-05")


@pytest.mark.parametrize("situation", ["employee", "in-fleksjob"])
def test_who_is_in_the_scheme_is_not_told_to_come_into_it(situation: str) -> None:
    messages = [note.text.message for note in notes_of(birth_month="1966-05", situation=situation)]
    assert any("whether you are in it" in message for message in messages) == (situation == "in-fleksjob")
    assert any(message.startswith("You join the scheme") for message in messages) == (situation == "employee")


@pytest.mark.parametrize("benefit", [None, *Benefit])
@pytest.mark.parametrize("situation", ["employee", "without-work", "in-fleksjob", "self-employed"])
@pytest.mark.parametrize("born", ["1951-05", "1955-05", "1958-02", "1959-10", "1959-11", "1959-12"])
def test_no_way_to_stop_is_told_from_state_pension_age_on(born: str, situation: str, benefit: Benefit | None) -> None:
    answers = {"birth-month": Month.parse(born), "situation": situation} | ({"benefit": benefit} if benefit else {})
    known = situation_of(answers, ON)
    limit = pension_month(Month.parse(born))
    told = timeline(known, grant(known))
    if limit > known.this_month:
        assert told.notes
    elif limit < known.this_month or benefit != Benefit.FLEKSYDELSE:
        assert told.notes == ()
    assert all(event.month >= known.this_month for event in told.events if event.key != EventKey.START)
