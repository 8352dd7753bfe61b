"""Changes of the law to the day, limits of answers, and one grant after another."""

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from eligibility.law.amounts import Amounts
from eligibility.law.facts import Route
from eligibility.law.flow import walk
from eligibility.law.pension_age import Cohort
from eligibility.law.process import process
from eligibility.law.questions import BY_KEY
from tests.eligibility.law.answering import FITTING, ON, assessed, months_of

CHANGES = {
    # The municipality instead of the job centre, and the overall description instead of the rehabilitation plan.
    date(2026, 2, 1): (["RSL § 9, stk. 1"], ["RSL § 9, stk. 1", "IDA", "STAR 2026"]),
    date(2026, 7, 1): (
        ["LAB § 118, stk. 1", "BEK 47/2026 §§ 2-3"],
        ["LAB (lov 1750/2025) § 43", "LOB § 15 a", "Ministeren om L 66", "STAR 2026"],
    ),
}


@pytest.mark.parametrize(("change", "sources"), CHANGES.items())
@pytest.mark.parametrize("route", [Route.FLEKSJOB, Route.OWN_BUSINESS])
def test_a_step_applies_until_the_day_before_a_change_and_its_successor_from_that_day(
    change: date, sources: tuple[list[str], list[str]], route: Route
) -> None:
    for day, (given, not_given) in {change - timedelta(days=1): sources, change: sources[::-1]}.items():
        cited = [[source.place for source in advice.sources] for advice in process(route, day, Amounts()).steps]
        assert (given in cited, not_given in cited) == (True, False)


@pytest.mark.parametrize(("measures", "verdict"), [("none", "municipality"), ("adapted", "met")])
def test_what_was_tried_is_noted_and_naming_nothing_is_for_the_municipality(measures: str, verdict: str) -> None:
    found = {finding.criterion.key: finding.judgement for finding in assessed(measures=measures).findings}
    assert found["measures"].verdict == verdict


def test_before_early_pension_was_paid_and_below_its_age_there_is_a_reason_each_not_to_ask() -> None:
    reasons = []
    for day in (date(2021, 12, 31), date(2022, 1, 1)):
        found = {finding.criterion.key: finding.judgement for finding in assessed(day, birth_month="1985-01").findings}
        assert found["early-pension"].verdict == "met"
        reasons.append(found["early-pension"].reason.message)
    assert reasons[0] != reasons[1]


@pytest.mark.parametrize(
    ("years", "months", "fits"), [(60, 0, True), (80, 11, True), (59, 0, False), (81, 0, False), (67, 12, False)]
)
def test_a_state_pension_age_that_makes_no_sense_is_refused(years: int, months: int, fits: bool) -> None:
    entry = {"years": years, "months": months, "law": "LSP", "paragraph": "§ 1 a", "checked": date(2026, 3, 8)}
    if fits:
        assert Cohort.model_validate(entry)
    else:
        with pytest.raises(ValidationError):
            Cohort.model_validate(entry)


@pytest.mark.parametrize(
    ("key", "answer", "valid"),
    [
        ("business-months", "24", True),
        ("business-months", "25", False),
        ("fleksjob-may-start", "2036-11", True),
        ("fleksjob-may-start", "2036-12", False),
        ("birth-month", "2011-11", True),
        ("birth-month", "2011-12", False),
    ],
)
def test_an_answer_at_its_limit_is_taken_and_one_beyond_is_not(key: str, answer: str, valid: bool) -> None:
    if valid:
        assert BY_KEY[key].read(answer, ON)
    else:
        with pytest.raises(ValueError):  # noqa: PT011  # which answer it was is all it says
            BY_KEY[key].read(answer, ON)


@pytest.mark.parametrize(
    # 40 within five years of the start in November 2026, or later.
    ("born", "asked"),
    [("1991-11", True), ("1991-12", False)],
)
def test_whether_there_was_a_fleksjob_before_is_asked_where_it_decides_the_grant(born: str, asked: bool) -> None:
    given = FITTING | {"birth-month": born}
    assert ("earlier-fleksjob" in walk(given, ON).answers) is asked


@pytest.mark.parametrize(
    ("situation", "born", "paragraphs"),
    [
        # Six years left in December 2026. Senior pension is for those who are still at work or ask for a flexi-job.
        ("employee", "1964-12", {("LSP", "§ 26 a, stk. 1"), ("LAB", "§ 119, stk. 1")}),
        ("self-employed", "1964-12", {("LSP", "§ 26 a, stk. 1")}),
    ],
)
def test_six_years_before_state_pension_age_stands_what_begins_and_what_ends(
    situation: str, born: str, paragraphs: set[tuple[str, str]]
) -> None:
    timeline = assessed(birth_month=born, situation=situation).timeline
    assert timeline
    [event] = [event for event in timeline.events if event.key == "six-years-left"]
    assert {(source.document.short, source.paragraph) for source in event.sources} == paragraphs


@pytest.mark.parametrize(
    ("born", "spans"),
    [
        ("1980-05", [("five-years", "2031-11"), ("permanent", "2050-05")]),
        ("1995-07", [("five-years", "2031-11"), ("five-years", "2036-11")]),
        # State pension age comes before the five years are over.
        ("1963-11", [("five-years", "2031-11")]),
    ],
)
def test_grants_follow_on_each_other_until_state_pension_age(born: str, spans: list[tuple[str, str]]) -> None:
    timeline = assessed(birth_month=born).timeline
    assert timeline
    assert [(span.duration.value, str(span.last)) for span in timeline.spans] == spans


def test_a_permanent_grant_has_no_end_and_no_fortieth_birthday_to_wait_for() -> None:
    found = assessed(
        situation="in-fleksjob", fleksjob_started="2019-01", first_fleksjob="permanent", birth_month="1990-05"
    )
    assert found.grant
    assert (found.grant.now, found.grant.then) == ("permanent", None)
    assert not months_of(found).keys() & {"forty", "status", "end"}


@pytest.mark.parametrize(("started", "now"), [("2019-01", "permanent"), ("2023-01", "permanent")])
def test_a_later_fleksjob_over_40_is_permanent_however_long_ago_it_began(started: str, now: str) -> None:
    found = assessed(
        situation="in-fleksjob", fleksjob_started=started, first_fleksjob="no", birth_month="1970-05"
    ).grant
    assert found
    assert found.now == now
