"""The dates and notes on senior pension, fleksydelse and efterløn, on 21 November 2026 where no day is named."""

from collections.abc import Iterator
from datetime import date

import pytest

from eligibility.law.fleksydelse_age import fleksydelse_age, fleksydelse_month
from eligibility.law.pension_age import COHORTS, pension_month
from eligibility.law.timeline import EventKey
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.statement import Statement
from fleksjob_site.kernel.status import Status
from tests.eligibility.law.answering import ON, assessed, months_of, places

# What the notes cite, to tell them apart.
TRAP, YES, CLOSE = "BEK 34/2026 § 30, stk. 4", "lov om fleksydelse § 15, stk. 1", "BEK 1187/2020 § 16, stk. 1"
FREE = "lov om fleksydelse § 2 a, stk. 4"
GAP, FIVE_YEARS = "lov om fleksydelse § 2 a, stk. 7", "BEK 1187/2020 § 4"
WAITING = "LAS § 74 b, stk. 2"


def notes_of(on: date = ON, **changed: str) -> tuple[Statement, ...]:
    found = assessed(on, **changed).timeline
    assert found
    return found.notes


def cited(on: date = ON, **changed: str) -> set[str]:
    return {place for note in notes_of(on, **changed) for place in places(note.sources)}


@pytest.mark.parametrize(
    ("born", "reached", "paragraph"),
    [
        ("1953-12", "2013-12", "§ 1 a, stk. 1"), ("1954-01", "2014-07", "§ 1 a, stk. 2"),
        ("1954-06", "2014-12", "§ 1 a, stk. 2"), ("1954-07", "2015-07", "§ 1 a, stk. 2"),
        ("1954-12", "2015-12", "§ 1 a, stk. 2"), ("1955-01", "2016-07", "§ 1 a, stk. 2"),
        ("1955-06", "2016-12", "§ 1 a, stk. 2"), ("1955-07", "2017-07", "§ 1 a, stk. 2"),
        ("1955-12", "2017-12", "§ 1 a, stk. 2"), ("1956-01", "2018-07", "§ 1 a, stk. 2"),
        ("1956-06", "2018-12", "§ 1 a, stk. 2"), ("1956-07", "2019-07", "§ 1 a, stk. 2"),
        ("1958-12", "2021-12", "§ 1 a, stk. 2"), ("1959-01", "2022-07", "§ 1 a, stk. 2"),
        ("1959-06", "2022-12", "§ 1 a, stk. 2"), ("1959-07", "2023-07", "§ 1 a, stk. 2"),
        ("1962-12", "2026-12", "§ 1 a, stk. 2"), ("1963-01", "2028-01", "§ 1 a, stk. 3"),
        ("1966-12", "2031-12", "§ 1 a, stk. 3"), ("1967-01", "2033-01", "§ 1 a, stk. 3"),
        ("1970-12", "2036-12", "§ 1 a, stk. 3"), ("1971-01", "2038-01", "§ 1 a, stk. 3"),
    ],
)  # fmt: skip
def test_the_age_for_fleksydelse_on_both_sides_of_every_limit(born: str, reached: str, paragraph: str) -> None:
    assert str(fleksydelse_month(Month.parse(born))) == reached
    assert fleksydelse_age(Month.parse(born)).paragraph == paragraph


def every_birth() -> Iterator[Month]:
    first = Month(1950, 1)
    yield from (first.plus(months=later) for later in range(40 * 12))


def test_the_age_for_fleksydelse_is_three_to_five_years_before_state_pension_age_and_never_falls() -> None:
    reached = [fleksydelse_month(born) for born in every_birth()]
    assert reached == sorted(reached)
    left = [month.months_until(pension_month(born)) for month, born in zip(reached, every_birth(), strict=True)]
    assert left == sorted(left, reverse=True)
    assert {left[0], left[-1]} == {60, 36}
    assert COHORTS[-1].years - 3 == 67


@pytest.mark.parametrize(
    ("born", "near"),
    # 68 in November 2034, 69 in November and in December 2036.
    [("1963-01", True), ("1966-11", True), ("1967-11", True), ("1967-12", False), ("1980-05", False)],
)
@pytest.mark.parametrize("situation", ["employee", "in-fleksjob", "self-employed"])
def test_the_dates_and_notes_are_told_from_ten_years_before_state_pension_age(
    born: str, near: bool, situation: str
) -> None:
    own = {"birth_month": born, "situation": situation}
    assert ("fleksydelse" in months_of(assessed(**own))) == near
    assert bool(notes_of(**own)) == near


def test_without_a_month_of_birth_nothing_is_told() -> None:
    assert "fleksydelse" not in months_of(assessed(birth_month="unknown"))
    assert notes_of(birth_month="unknown") == ()


@pytest.mark.parametrize(
    ("born", "apply", "six_years", "reached"),
    [
        # 68 in December 2031, 67 in March 2029, 67 in November and December 2029, 68 in May 2034.
        ("1963-12", None, None, "2028-12"),
        ("1962-10", None, None, None),
        ("1962-11", None, None, "2026-11"),
        ("1962-12", None, None, "2026-12"),
        ("1964-11", None, "2026-11", "2029-11"),
        ("1965-04", None, "2027-04", "2030-04"),
        ("1965-05", "2026-11", "2027-05", "2030-05"),
        ("1966-05", "2027-11", "2028-05", "2031-05"),
        ("1967-01", "2029-07", "2030-01", "2033-01"),
    ],
)
def test_each_date_is_shown_until_its_month_is_over(
    born: str, apply: str | None, six_years: str | None, reached: str | None
) -> None:
    months = months_of(assessed(birth_month=born))
    found = [months.get(key) for key in (EventKey.SENIOR_PENSION, EventKey.SIX_YEARS_LEFT, EventKey.FLEKSYDELSE)]
    assert found == [apply, six_years, reached]


def test_the_date_of_fleksydelse_names_its_last_month_and_where_it_stands() -> None:
    timeline = assessed(birth_month="1966-05").timeline
    assert timeline
    event = next(event for event in timeline.events if event.key == EventKey.FLEKSYDELSE)
    assert event.text.values == {"last": Month(2034, 5)}
    assert [source.place for source in event.sources] == [
        "lov om fleksydelse § 1 a, stk. 3", "BEK 1187/2020 § 56, stk. 1", "lov om fleksydelse § 20, stk. 1"
    ]  # fmt: skip


def test_an_age_that_is_reached_is_told_with_its_month() -> None:
    reached = notes_of(birth_month="1962-10")[1]
    applying = [n for n in notes_of(birth_month="1962-11") if "BEK 1187/2020 § 15" in places(n.sources)]
    assert len(applying) == 1
    ahead = applying[0]
    assert reached.text.values == {"month": Month(2026, 10), "last": Month(2029, 10)}
    assert "BEK 1187/2020 § 56, stk. 1" in places(reached.sources)
    assert ahead.text.values == {}
    assert "BEK 1187/2020 § 14, stk. 2" in places(ahead.sources)


@pytest.mark.parametrize("benefit", ["disability-pension-at-rest", "senior-pension"])
def test_who_has_a_pension_that_excludes_senior_pension_gets_no_date_for_it(benefit: str) -> None:
    months = months_of(assessed(birth_month="1966-05", situation="in-fleksjob", benefit=benefit))
    assert "senior-pension" not in months
    assert months["fleksydelse"] == "2031-05"


def test_who_gets_fleksydelse_is_told_its_last_month_only() -> None:
    told = assessed(birth_month="1962-12", benefit="fleksydelse")
    assert "fleksydelse" not in months_of(told)
    assert told.timeline
    (note,) = told.timeline.notes
    assert note.text.values == {"last": Month(2029, 12)}
    assert places(note.sources) == {"BEK 1187/2020 § 56, stk. 1"}


@pytest.mark.parametrize(
    ("on", "born", "paragraph"),
    [
        (date(2025, 11, 21), "1958-12", "§ 2 a, stk. 2"),
        (date(2025, 11, 21), "1959-01", "§ 2 a, stk. 3"),
        (ON, "1964-06", "§ 2 a, stk. 3"),
        (ON, "1964-07", "§ 2 a, stk. 3"),
        (date(2040, 1, 1), "1975-12", "§ 2 a, stk. 3"),
        (date(2040, 1, 1), "1976-01", "§ 2 a, stk. 5"),
        (date(2040, 1, 1), "1977-12", "§ 2 a, stk. 5"),
        (date(2040, 1, 1), "1978-01", "§ 2, stk. 1, nr. 4"),
    ],
)
def test_the_years_that_it_takes_follow_the_month_of_birth(on: date, born: str, paragraph: str) -> None:
    found = cited(on, birth_month=born) - {GAP, FREE}
    years = sorted(
        place for place in found if place.startswith(("lov om fleksydelse § 2 a", "lov om fleksydelse § 2,"))
    )
    main, general = f"lov om fleksydelse {paragraph}", "lov om fleksydelse § 2, stk. 1, nr. 4"
    assert main in years
    # From 1976 the way of § 2 a is the general one, begun two years later: it is not named beside it.
    assert set(years) == {main} | ({general} if born <= "1975-12" else set())
    assert (FREE in cited(on, birth_month=born)) == ("1959-01" <= born <= "1975-12")


def test_twenty_years_can_be_enough_only_for_those_born_before_july_1964() -> None:
    def years(born: str) -> str:
        notes = notes_of(birth_month=born)
        return next(note.text.message for note in notes if "lov om fleksydelse § 2 a, stk. 3" in places(note.sources))

    assert "20 of the last 25" in years("1964-06")
    assert "20 of the last 25" not in years("1964-07")


@pytest.mark.parametrize(
    ("on", "born", "place", "told"),
    [
        (date(2026, 5, 31), "1966-06", FIVE_YEARS, True),
        (date(2026, 5, 31), "1966-07", FIVE_YEARS, False),
        (date(2040, 1, 1), "1975-12", GAP, True),
        (date(2040, 1, 1), "1976-01", GAP, False),
    ],
)
def test_a_way_for_some_years_of_birth_is_told_to_them_only(on: date, born: str, place: str, told: bool) -> None:
    assert (place in cited(on, birth_month=born)) == told


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, {TRAP, YES, WAITING}),
        ({"situation": "without-work"}, {TRAP, YES, WAITING}),
        ({"situation": "in-fleksjob"}, {WAITING}),
        ({"situation": "in-fleksjob", "fleksjob-started": "2012-12"}, {WAITING}),
        ({"situation": "self-employed"}, {TRAP, YES, CLOSE}),
        ({"situation": "self-employed", "business-subsidy-before": "yes"}, {CLOSE}),
    ],
)
def test_the_trap_of_the_a_kasse_is_told_to_those_who_wait_for_a_yes(changed: dict[str, str], told: set[str]) -> None:
    assert cited(birth_month="1966-05", **changed) & {TRAP, YES, CLOSE, WAITING} == told


@pytest.mark.parametrize(
    ("on", "born", "changed", "told"),
    [
        # 65 in June 2031: five years before it must begin in June 2026, after a yes in May.
        (date(2026, 5, 31), "1966-06", {}, True),
        (date(2026, 6, 1), "1966-06", {}, False),
        (ON, "1965-06", {}, False),
        (ON, "1965-06", {"situation": "self-employed"}, False),
        (ON, "1965-06", {"situation": "in-fleksjob"}, True),
        (ON, "1965-06", {"earlier-fleksjob": "earlier"}, True),
        (ON, "1965-06", {"situation": "self-employed", "business-subsidy-before": "yes"}, True),
    ],
)
def test_five_years_are_a_way_only_while_they_are_left(
    on: date, born: str, changed: dict[str, str], told: bool
) -> None:
    assert (FIVE_YEARS in cited(on, birth_month=born, **changed)) == told


def test_what_is_not_read_in_the_law_says_so() -> None:
    notes = notes_of(birth_month="1966-05")
    unread = [note for note in notes if "not read" in note.text.message]
    assert [sorted(places(note.sources)) for note in unread] == [
        ["BEK 1187/2020 § 5"], ["ALL § 74 c, stk. 5", "pension.dk"]
    ]  # fmt: skip
    assert unread[1].sources[1].status == Status.PRINTED_ELSEWHERE


def test_before_september_2020_the_order_says_that_it_was_not_in_force() -> None:
    def remarks(on: date) -> list[bool]:
        notes = notes_of(on, birth_month="1958-05")
        return [bool(s.remark) for note in notes for s in note.sources if s.place.startswith("BEK 1187/2020")]

    assert all(remarks(date(2020, 8, 31)))
    assert not any(remarks(date(2020, 9, 1)))
