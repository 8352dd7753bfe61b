"""A side business and work in a spouse's business: what the law says of them, and that neither decides on the grant."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from eligibility.law.amounts import Amounts
from eligibility.law.assessment import assess
from eligibility.law.criteria import CRITERIA, findings
from eligibility.law.criteria.criterion import Finding, Verdict
from eligibility.law.flow import walk
from eligibility.law.in_short import MAX_SENTENCES
from eligibility.law.questions import BY_KEY
from eligibility.law.situation import situation_of
from fleksjob_site.texts.writing import say
from tests.eligibility.law.answering import FITTING, ON, assessed, every_combination_of_verdicts, places
from tests.texts.readability import sentences_of

ROUTES = [{"situation": situation} for situation in ("employee", "on-sick-leave", "without-work", "in-fleksjob")]
OTHERS = [
    {"situation": "self-employed"},
    {"situation": "in-fleksjob-before-2013"},
    {"situation": "in-fleksjob", "fleksjob-started": "2012-12"},
    {"birth-month": "1950-01"},
]


def found(key: str, on: date = ON, **changed: str) -> Finding | None:
    answers = walk(FITTING | {name.replace("_", "-"): answer for name, answer in changed.items()}, on).answers
    return next((finding for finding in findings(situation_of(answers, on)) if finding.criterion.key == key), None)


@pytest.mark.parametrize("route", ROUTES)
def test_employees_can_say_it_and_nobody_has_to(route: dict[str, str]) -> None:
    step = walk(FITTING | route, ON)
    assert step.complete
    assert BY_KEY["business-besides"] in step.optional_open
    assert BY_KEY["spouses-business"] not in step.optional_open
    assert BY_KEY["spouses-business"] in walk(FITTING | route | {"business-besides": "spouse"}, ON).optional_open


@pytest.mark.parametrize("other", OTHERS)
def test_nobody_else_is_asked(other: dict[str, str]) -> None:
    step = walk(FITTING | other | {"business-besides": "spouse", "spouses-business": "yes"}, ON)
    assert not {"business-besides", "spouses-business"} & step.answers.keys()


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("business", ["side-business", "spouse", "none", "unknown"])
@pytest.mark.parametrize("holds", ["yes", "no", "unknown"])
def test_neither_changes_the_outcome_or_the_verdict_on_a_condition(
    route: dict[str, str], business: str, holds: str
) -> None:
    bare = assessed(**route)
    told = assessed(**route, business_besides=business, spouses_business=holds)
    assert (told.outcome, told.grant) == (bare.outcome, bare.grant)
    assert replace(told.in_short, at_spouse=None) == bare.in_short
    new = {"side-business", "spouses-business"}
    assert [finding for finding in told.findings if finding.criterion.key not in new] == list(bare.findings)


def test_a_side_business_counts_like_wage_and_is_for_the_municipality_to_judge() -> None:
    finding = found("side-business", business_besides="side-business")
    assert finding
    assert finding.judgement.verdict == Verdict.MUNICIPALITY
    assert {"BEK 227/2024 § 1, stk. 1, nr. 3", "BEK 227/2024 § 3, stk. 5", "LAB § 126, stk. 1"} <= places(
        finding.sources
    )
    assert not found("spouses-business", business_besides="side-business", spouses_business="yes")


@pytest.mark.parametrize(
    ("holds", "verdict"),
    [("yes", Verdict.MET), ("no", Verdict.NOT_MET), ("unknown", Verdict.MUNICIPALITY), ("", Verdict.MUNICIPALITY)],
)
def test_in_a_spouses_business_three_things_and_the_grant_make_an_employee(holds: str, verdict: Verdict) -> None:
    finding = found("spouses-business", business_besides="spouse", spouses_business=holds)
    assert finding
    assert (finding.judgement.verdict, places(finding.sources)) == (verdict, {"BEK 1794/2025 § 3"})
    assert not found("side-business", business_besides="spouse", spouses_business=holds)


def test_without_a_business_nothing_is_said_of_one() -> None:
    assert not found("side-business", business_besides="none")
    assert not found("spouses-business", business_besides="none")


@pytest.mark.parametrize("route", ROUTES)
def test_who_does_not_know_gets_the_rules_of_both_as_open(route: dict[str, str]) -> None:
    finding = found("side-business", **route, business_besides="unknown")
    assert finding
    assert finding.judgement.verdict == Verdict.MUNICIPALITY
    assert {"BEK 227/2024 § 3, stk. 5", "BEK 1794/2025 § 3, stk. 1"} <= places(finding.sources)


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("holds", ["yes", "no", "unknown", ""])
def test_that_it_cannot_be_in_the_spouses_business_is_said_in_short(route: dict[str, str], holds: str) -> None:
    told = assessed(**route, business_besides="spouse", spouses_business=holds).in_short
    assert (told.at_spouse is not None) == (holds == "no")
    assert (told.at_spouse in told.sentences()) == (holds == "no")


def test_in_short_stays_within_its_sentences_with_the_spouses_business() -> None:
    answers = {"business-besides": "spouse", "spouses-business": "no"}
    shorts = [
        assess(step.answers, ON, Amounts()).in_short
        for way in Random(23).sample([*every_combination_of_verdicts()], 300)
        if (step := walk({**way, **answers}, ON)).complete
    ]
    assert {short.at_spouse is None for short in shorts} == {True, False}
    for short in shorts:
        assert sentences_of([say(one) for one in short.sentences()]) <= MAX_SENTENCES


def test_they_are_no_conditions_of_the_grant() -> None:
    assert {c.decides for c in CRITERIA if c.key in ("side-business", "spouses-business")} == {False}
