"""Cases derived from the text of the law itself: each rule on both sides of its limit."""

from datetime import date

import pytest

from eligibility.law.amounts import Amounts
from eligibility.law.assessment import Assessment, assess
from eligibility.law.flow import walk
from eligibility.law.questions import BY_KEY, QUESTIONS
from fleksjob_site.kernel.calendar import Month
from tests.eligibility.law.answering import FITTING, ON, places


def assessed(changed: dict[str, str], on: date = ON) -> Assessment:
    step = walk(FITTING | changed, on)
    assert step.complete
    return assess(step.answers, on, Amounts())


def verdicts(changed: dict[str, str], on: date = ON) -> dict[str, str]:
    return {finding.criterion.key: finding.judgement.verdict.value for finding in assessed(changed, on).findings}


HERE = {"present-workplace": "yes"}
WITHOUT_TERMS = HERE | {"special-terms": "no"}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (HERE, "met"),
        (HERE | {"written-agreement": "no", "acute": "no"}, "not-met"),
        (HERE | {"real-attempt": "no", "acute": "no"}, "not-met"),
        (HERE | {"written-agreement": "unknown", "acute": "no"}, "municipality"),
        (HERE | {"real-attempt": "unknown", "acute": "no"}, "municipality"),
        # The exception lifts the agreement too.
        (HERE | {"written-agreement": "no", "acute": "yes", "pointless-there": "yes"}, "met"),
        # Acute and clearly pointless: both must be there.
        (WITHOUT_TERMS | {"acute": "yes", "pointless-there": "yes"}, "met"),
        (WITHOUT_TERMS | {"acute": "yes", "pointless-there": "no"}, "not-met"),
        (WITHOUT_TERMS | {"acute": "no"}, "not-met"),
        (WITHOUT_TERMS | {"acute": "unknown"}, "municipality"),
        (WITHOUT_TERMS | {"acute": "yes", "pointless-there": "unknown"}, "municipality"),
        (HERE | {"special-terms": "unknown", "acute": "no"}, "municipality"),
        ({"present-workplace": "unknown"}, "municipality"),
    ],
)
def test_section_119_on_the_present_workplace(changed: dict[str, str], expected: str) -> None:
    assert verdicts(changed)["present-workplace"] == expected
    # It is not a condition of the grant.
    assert assessed(changed).outcome.value == "points-towards"


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        # Born in May 1967, 69 in May 2036: exactly six years are left in May 2030.
        (date(2030, 4, 30), "not-met"),
        (date(2030, 5, 1), "municipality"),
        (date(2030, 5, 31), "municipality"),
        (date(2030, 6, 1), None),
    ],
)
def test_section_119_ends_six_years_before_pension_age(on: date, expected: str | None) -> None:
    changed = WITHOUT_TERMS | {"birth-month": "1967-05", "acute": "no"}
    assert verdicts(changed, on).get("present-workplace") == expected


@pytest.mark.parametrize(("months", "expected"), [("11", "municipality"), ("12", "met"), ("0", "municipality"),
                                                  ("24", "met"), ("unknown", "municipality")])  # fmt: skip
def test_section_126_asks_for_twelve_of_the_last_24_months(months: str, expected: str) -> None:
    changed = {"situation": "self-employed", "business-months": months}
    assert verdicts(changed)["business-months"] == expected
    assert assessed(changed).outcome.value == "other-rules"


def test_section_126_asks_for_the_months_before_the_first_grant_only() -> None:
    changed = {"situation": "self-employed", "business-subsidy-before": "yes"}
    assert "business-months" not in walk(FITTING | changed, ON).answers
    assert verdicts(changed)["business-months"] == "met"


@pytest.mark.parametrize(
    ("key", "benefit"),
    [("benefit", "efterlon"), ("benefit", "fleksydelse"), ("business-benefit", "delpension"),
     ("business-benefit", "former-support")],
)  # fmt: skip
def test_section_126_is_barred_by_benefits_that_are_no_bar_to_a_fleksjob(key: str, benefit: str) -> None:
    found = verdicts({"situation": "self-employed", key: benefit})
    assert found["business-benefit"] == "not-met"
    assert "no-early-exit" not in found


def test_section_126_has_no_permanence_at_40() -> None:
    granted = assessed({"situation": "self-employed"}).grant
    assert granted
    assert (granted.now.value, granted.then and granted.then.value) == ("five-years", "five-years")


@pytest.mark.parametrize(
    ("started", "outcome", "now"),
    [("2012-12", "other-rules", "old-terms"), ("2013-01", "in-scheme", "municipality"),
     ("2023-08", "in-scheme", "five-years"), ("unknown", "in-scheme", "municipality")],
)  # fmt: skip
def test_a_fleksjob_begun_before_2013_keeps_its_terms(started: str, outcome: str, now: str) -> None:
    assessment = assessed({"situation": "in-fleksjob", "fleksjob-started": started})
    assert assessment.outcome.value == outcome
    assert assessment.grant
    assert assessment.grant.now.value == now


def test_no_grant_goes_beyond_pension_age() -> None:
    # Born in March 1961: 67 in March 2028, before five years are over.
    granted = assessed({"birth-month": "1961-03"}).grant
    assert granted
    assert granted.then is None
    assert granted.text.values == {"limit": Month(2028, 3)}
    timeline = assessed({"birth-month": "1961-03"}).timeline
    assert timeline
    assert [event.key for event in timeline.events] == ["start", "pension-age"]


def test_the_dates_of_a_first_grant() -> None:
    timeline = assessed({"birth-month": "1990-06", "fleksjob-may-start": "2027-01"}).timeline
    assert timeline
    assert [(event.key, str(event.month)) for event in timeline.events] == [
        ("start", "2027-01"),
        ("follow-up", "2029-07"),
        ("forty", "2030-06"),
        ("status", "2031-07"),
        ("end", "2032-01"),
        ("six-years-left", "2054-06"),
        ("pension-age", "2060-06"),
    ]
    assert [(span.duration.value, str(span.first), str(span.last)) for span in timeline.spans] == [
        ("five-years", "2027-01", "2032-01"),
        ("permanent", "2032-01", "2060-06"),
    ]


def test_without_a_month_of_start_no_date_is_made_up() -> None:
    assessment = assessed({"situation": "in-fleksjob", "fleksjob-started": "unknown"})
    assert assessment.grant
    assert assessment.grant.start is None
    assert assessment.timeline
    assert {event.key for event in assessment.timeline.events} == {"six-years-left", "pension-age"}
    assert assessment.timeline.spans == ()


@pytest.mark.parametrize(("started", "next_follow_up"), [("2020-03", "2027-09"), ("2014-03", "2029-03")])
def test_when_five_years_are_over_the_next_follow_up_is_shown_and_no_grant_is_drawn(
    started: str, next_follow_up: str
) -> None:
    assessment = assessed({"situation": "in-fleksjob", "fleksjob-started": started})
    assert assessment.grant
    assert assessment.grant.now.value == "municipality"
    assert assessment.timeline
    dates = {event.key: str(event.month) for event in assessment.timeline.events}
    assert dates["follow-up"] == next_follow_up
    assert "end" not in dates
    assert assessment.timeline.spans == ()


def test_everything_tried_and_nothing_named_is_for_the_municipality() -> None:
    for nothing in ("none", "unknown"):
        assert verdicts({"measures": nothing})["alternatives"] == "municipality"


def test_a_later_start_moves_the_six_years_of_section_119() -> None:
    # Born in May 1966: six years are left in May 2028.
    changed = WITHOUT_TERMS | {"birth-month": "1966-05", "acute": "no", "fleksjob-may-start": "2028-09"}
    assert verdicts(changed)["present-workplace"] == "municipality"
    assert verdicts(changed | {"fleksjob-may-start": "2028-01"})["present-workplace"] == "not-met"


def test_senior_pension_is_not_suggested_to_those_it_is_closed_to() -> None:
    near = {"birth-month": "1962-03"}
    for benefit, suggested in (
        ("none", True), ("senior-pension", False), ("disability-pension", False), ("disability-pension-at-rest", False),
    ):  # fmt: skip
        elsewhere = assessed(near | {"benefit": benefit}).elsewhere
        assert ("LSP § 26 a" in {place for item in elsewhere for place in places(item.sources)}) is suggested


def test_no_question_asks_about_refused_treatment_which_must_not_count() -> None:
    for question in QUESTIONS:
        assert "operation" not in question.text
        assert all("operation" not in choice.text for choice in getattr(question.answer, "choices", ()))
    assert "LAB § 118, stk. 3" in places(BY_KEY["limitation-lasting"].sources)


def test_living_abroad_and_a_pension_at_rest_are_for_the_municipality() -> None:
    assert assessed({"lives-in-denmark": "no"}).outcome.value == "must-clarify"
    assert assessed({"benefit": "disability-pension-at-rest"}).outcome.value == "must-clarify"
    assert assessed({"benefit": "fleksydelse"}).outcome.value == "must-clarify"
    assert assessed({"benefit": "efterlon"}).outcome.value == "points-towards"
