"""The employer's list: every step has a source and a place, and its dates are counted from the first day at work."""

from datetime import date

import pytest

from fleksjob_site.kernel.status import Status
from salary.law.employer_step import STAGE_LABELS, Stage
from salary.law.employer_steps import BY_STAGE, EMPLOYER_STEPS, dated


def test_every_step_has_a_source_a_stage_and_a_key_of_its_own() -> None:
    assert all(step.sources for step in EMPLOYER_STEPS)
    assert len({step.key for step in EMPLOYER_STEPS}) == len(EMPLOYER_STEPS)
    assert [step for steps in BY_STAGE.values() for step in steps] == list(EMPLOYER_STEPS)
    assert all(BY_STAGE[stage] and STAGE_LABELS[stage] for stage in Stage)


@pytest.mark.parametrize(
    ("first_day", "expected"),
    [
        (
            date(2027, 1, 31),
            ["2027-01-31", "2027-03-31", "2027-05-31", "2027-07-31", "2028-01-31", "2028-01-31", "2029-01-31",
             "2029-07-31", "2030-01-31", "2031-01-31", "2031-07-31", "2032-01-31"],
        ),
        # The last day of a month that has no such day, and a leap year.
        (
            date(2026, 12, 30),
            ["2026-12-30", "2027-02-28", "2027-04-30", "2027-06-30", "2027-12-30", "2027-12-30", "2028-12-30",
             "2029-06-30", "2029-12-30", "2030-12-30", "2031-06-30", "2031-12-30"],
        ),
    ],
)  # fmt: skip
def test_the_dates_are_counted_in_months(first_day: date, expected: list[str]) -> None:
    found = dated(first_day)
    assert [day.isoformat() for day, _ in found] == expected
    assert [step.key for _, step in found] == [
        "adapt", "talks", "talks", "talks", "talks", "new-figure", "new-figure", "municipality", "new-figure",
        "new-figure", "status", "municipality",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("grant", "call"),
        ("grant", "contract"),
        ("assessment", "wait"),
        ("wait", "contract"),
        ("wait", "full-time-wage"),
    ],
)
def test_no_agreement_comes_before_the_grant_and_the_assessment(first: str, then: str) -> None:
    order = [step.key for step in EMPLOYER_STEPS]
    assert order.index(first) < order.index(then)


def test_what_the_law_does_not_ask_for_is_not_cited_as_read_in_it() -> None:
    advice = {step for step in EMPLOYER_STEPS if "advi" in step.text}
    assert {step.key for step in advice} == {"new-figure", "wait"}
    assert not any(source.status == Status.LAW for step in advice for source in step.sources)
