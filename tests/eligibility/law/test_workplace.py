"""The present workplace (LAB § 119): judged once all that decides is answered; what is missing is the reason."""

import pytest

from eligibility.law.criteria.criterion import Judgement
from eligibility.law.criteria.workplace import at_the_present_workplace
from eligibility.law.flow import walk
from eligibility.law.situation import situation_of
from tests.eligibility.law.answering import FITTING, ON

KEYS = ("special-terms", "written-agreement", "real-attempt", "acute", "pointless-there")


def judged(*said: str) -> Judgement | None:
    """By the first answers about the workplace, in the order of KEYS; "-" is not answered."""
    answers = dict(walk(FITTING | {"present-workplace": "yes"}, ON).answers)
    for key in KEYS:
        answers.pop(key, None)
    answers |= {key: answer for key, answer in zip(KEYS, said, strict=False) if answer != "-"}
    return at_the_present_workplace(situation_of(answers, ON))


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        # In the middle of the walk there is no judgement yet.
        ((), None),
        (("yes",), None),
        (("yes", "yes"), None),
        (("yes", "-", "yes"), None),
        (("yes", "no", "-", "no"), None),
        (("yes", "-", "no", "no"), None),
        (("yes", "yes", "yes"), "met"),
        (("yes", "no", "yes"), None),
        (("yes", "no", "yes", "yes"), None),
        (("yes", "no", "yes", "no"), "not-met"),
        (("no",), None),
        (("no", "-", "-", "yes"), None),
        (("no", "-", "-", "no"), "not-met"),
        (("no", "-", "-", "unknown"), "municipality"),
        (("no", "-", "-", "yes", "yes"), "met"),
        (("no", "-", "-", "yes", "no"), "not-met"),
        (("no", "-", "-", "yes", "unknown"), "municipality"),
        (("unknown",), None),
        (("unknown", "-", "-", "no"), "municipality"),
        (("unknown", "-", "-", "yes", "no"), "municipality"),
        (("unknown", "-", "-", "yes", "yes"), "met"),
        # Twelve months, but no written agreement or no documented attempt; the exception may still apply.
        (("yes", "no", "no", "no"), "not-met"),
        (("yes", "yes", "no", "no"), "not-met"),
        (("yes", "unknown", "no", "no"), "not-met"),
        (("yes", "yes", "unknown", "no"), "municipality"),
        (("yes", "unknown", "yes", "no"), "municipality"),
        (("yes", "no", "no", "unknown"), "municipality"),
        (("yes", "no", "no", "yes", "unknown"), "municipality"),
        (("yes", "no", "no", "yes", "no"), "not-met"),
        (("yes", "no", "no", "yes", "yes"), "met"),
    ],
)
def test_the_workplace_is_judged_when_everything_that_decides_is_answered(
    said: tuple[str, ...], verdict: str | None
) -> None:
    found = judged(*said)
    assert (found and found.verdict) == verdict


def test_each_thing_that_is_missing_has_a_reason_of_its_own() -> None:
    answers = {
        "a written agreement": [("yes", "no", "no", "no"), ("yes", "no", "yes", "no")],
        "a real attempt": [("yes", "yes", "no", "no"), ("yes", "unknown", "no", "no")],
        "twelve months": [("no", "-", "-", "no"), ("no", "-", "-", "yes", "no")],
    }
    reasons = {}
    for missing, ways in answers.items():
        found = [judged(*way) for way in ways]
        (reasons[missing],) = {judgement.reason.message for judgement in found if judgement}
        assert [judgement and judgement.verdict for judgement in found] == ["not-met", "not-met"]
    assert len(set(reasons.values())) == 3


@pytest.mark.parametrize(
    ("born", "asked"), [("1964-10", False), ("1964-11", True), ("1964-12", True), ("unknown", True)]
)
@pytest.mark.parametrize("situation", ["employee", "on-sick-leave"])
def test_the_workplace_is_asked_about_until_the_month_with_six_years_left_is_over(
    situation: str, born: str, asked: bool
) -> None:
    # Born in November 1964: 68 in November 2032.
    assert ("present-workplace" in walk(FITTING | {"birth-month": born, "situation": situation}, ON).answers) == asked


@pytest.mark.parametrize(
    ("born", "verdict"), [("1964-11", "municipality"), ("1964-12", "not-met"), ("unknown", "municipality")]
)
def test_in_that_month_and_without_a_month_of_birth_it_is_open_whether_the_rule_applies(
    born: str, verdict: str
) -> None:
    changed = {"birth-month": born, "present-workplace": "yes", "special-terms": "no", "acute": "no"}
    found = at_the_present_workplace(situation_of(walk(FITTING | changed, ON).answers, ON))
    assert found
    assert found.verdict == verdict
