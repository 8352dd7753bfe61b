"""Where the walk once answered wrongly: what it answers now, and the sources."""

from datetime import date

import pytest

from eligibility.law.amounts import Amounts
from eligibility.law.assessment import Assessment, assess
from eligibility.law.criteria.criterion import Finding
from eligibility.law.flow import walk
from tests.eligibility.law.answering import FITTING, places

ON = date(2026, 11, 27)
BASE = FITTING | {
    "birth-month": "1985-01",
    "situation": "without-work",
    "measures": "placement",
    "earlier-fleksjob": "first",
}
IN_SCHEME = FITTING | {"situation": "in-fleksjob"}


def assessed(answers: dict[str, str], on: date = ON) -> Assessment:
    return assess(walk(answers, on).answers, on, Amounts())


def finding(assessment: Assessment, key: str) -> Finding:
    return next(finding for finding in assessment.findings if finding.criterion.key == key)


@pytest.mark.parametrize(
    ("hours", "pace", "outcome"),
    [
        ("15", "50", "must-clarify"),
        ("0", "100", "must-clarify"),
        ("37", "87", "must-clarify"),
        ("32", "100", "must-clarify"),
        ("36,9", "100", "must-clarify"),
        ("80", "50", "must-clarify"),
        ("37", "100", "not-with-these-answers"),
        ("40", "100", "not-with-these-answers"),
    ],
)
def test_hours_and_pace_give_no_no_below_the_full_norm_at_full_pace(hours: str, pace: str, outcome: str) -> None:
    answers = BASE | {"hours-per-week": hours, "pace-percent": pace, "capacity-may-grow": "no"}
    assert assessed(answers).outcome.value == outcome


def test_whether_a_capacity_may_grow_is_asked_at_the_threshold_of_another_benefit_and_cited_as_practice() -> None:
    asked = walk(BASE | {"hours-per-week": "15", "pace-percent": "50"}, ON).answers
    assert "capacity-may-grow" in asked
    assert "capacity-may-grow" not in walk(BASE | {"hours-per-week": "15", "pace-percent": "51"}, ON).answers
    judged = finding(
        assessed(BASE | {"hours-per-week": "15", "pace-percent": "50", "capacity-may-grow": "no"}), "may-grow"
    )
    assert judged.judgement.verdict.value == "municipality"
    assert any(source.place == "12-19" and source.status.name == "PRACTICE" for source in judged.sources)


@pytest.mark.parametrize("started", ["2019-01", "2023-01"])
def test_a_second_flexi_job_begun_past_40_is_permanent_however_long_ago_if_the_conditions_were_met(
    started: str,
) -> None:
    answers = IN_SCHEME | {"birth-month": "1970-05", "fleksjob-started": started, "first-fleksjob": "no"}
    granted = assessed(answers).grant
    assert granted
    assert (granted.now.value, granted.then) == ("permanent", None)
    assert places(granted.sources) >= {"LAB § 120, stk. 2", "Krifa"}


@pytest.mark.parametrize("started", ["2019-01", "2024-06", "unknown"])
def test_somebody_can_say_that_the_grant_is_permanent(started: str) -> None:
    answers = IN_SCHEME | {"birth-month": "1990-05", "fleksjob-started": started, "first-fleksjob": "permanent"}
    assessment = assessed(answers)
    assert assessment.grant
    assert (assessment.grant.now.value, assessment.grant.then) == ("permanent", None)
    assert places(assessment.grant.sources) >= {"LAB § 120, stk. 2", "LAB § 121, stk. 1"}
    assert assessment.timeline
    keys = {event.key.value for event in assessment.timeline.events}
    assert not keys & {"status", "end", "forty"}
    assert ("follow-up" in keys) == (started != "unknown")


def test_living_abroad_comes_with_the_rules_on_which_municipality_decides() -> None:
    judged = finding(assessed(BASE | {"lives-in-denmark": "no"}), "lives-in-denmark")
    assert places(judged.sources) == {"RSL § 9, stk. 2-8", "BEK 861/2025 §§ 8-10"}
    assert judged.judgement.change


@pytest.mark.parametrize(("born", "valid"), [("2011-12", False), ("2020-01", False), ("2011-11", True)])
def test_a_birth_within_the_last_15_years_is_not_an_answer(born: str, *, valid: bool) -> None:
    assert ("birth-month" in walk(BASE | {"birth-month": born}, ON).answers) == valid


@pytest.mark.parametrize(
    ("on", "paid_by"), [(date(2026, 6, 30), "BEK 47/2026 § 4"), (date(2026, 7, 1), "BEK 861/2025 § 17, stk. 1")]
)
def test_who_pays_for_a_doctors_statement_is_cited_by_the_order_of_the_day(on: date, paid_by: str) -> None:
    process = assessed(BASE, on).process
    assert process
    (statement,) = [step for step in process.steps if "RSL § 10" in places(step.sources)]
    assert paid_by in places(statement.sources)
    lasting = finding(assessed(BASE | {"limitation-lasting": "unknown"}, on), "lasting")
    assert "BEK 861/2025 § 17, stk. 1" in places(lasting.sources)
    remarks = [source.place for step in process.steps for source in step.sources if source.remark]
    assert "BEK 47/2026 § 4" not in remarks


def test_the_health_coordinators_advice_must_be_asked_for_as_the_minister_said() -> None:
    process = assessed(BASE).process
    assert process
    (step,) = [step for step in process.steps if "LOB § 15 a" in places(step.sources)]
    statuses = {source.place: source.status.name for source in step.sources}
    assert statuses["LOB § 15 a"] == "LAW"
    assert statuses["Ministeren om L 66"] == "PRACTICE"


def test_the_appeal_has_the_rules_on_urgent_cases_and_on_a_partial_win() -> None:
    process = assessed(BASE).process
    assert process
    cited = [places(piece.sources) for piece in process.appeal]
    assert {"BEK 861/2025 § 11, stk. 5"} in cited
    assert {"BEK 861/2025 § 12"} in cited


def test_disputes_about_pay_and_terms_go_to_the_labour_court_system() -> None:
    process = assessed(IN_SCHEME).process
    assert process
    assert len([piece for piece in process.appeal if "LAB § 122, stk. 3-4" in places(piece.sources)]) == 1
    assert all("LAB § 122, stk. 3-4" not in places(piece.sources) for piece in assessed(BASE).process.appeal)  # type: ignore[union-attr]


def test_senior_pension_is_decided_within_six_months() -> None:
    elsewhere = assessed(BASE | {"birth-month": "1962-03"}).elsewhere
    (senior,) = [piece for piece in elsewhere if "LSP § 26 a" in places(piece.sources)]
    assert "LSP § 26 d, stk. 2" in places(senior.sources)


def test_a_business_has_the_rules_on_years_that_count_yearly_statement_and_repayment_in_good_faith() -> None:
    own = FITTING | {"situation": "self-employed"}
    process = assessed(own).process
    assert process
    cited = {place for piece in process.steps for place in places(piece.sources)}
    good_faith = "§ 15, stk. 2, nr. 1"
    assert cited >= {"BEK 1794/2025 § 9", "BEK 1794/2025 § 11, stk. 6", f"BEK 1794/2025 {good_faith}"}
    for day, applies in ((date(2024, 3, 10), False), (date(2024, 3, 11), True)):
        found = assessed(own, day).process
        assert found
        cited_then = {source.paragraph for piece in found.steps for source in piece.sources}
        assert (good_faith in cited_then) is applies
