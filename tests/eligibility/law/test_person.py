"""Conditions on the person: judgements of ages on each side of a limit, and of benefits on each route."""

from datetime import date

import pytest

from eligibility.law.criteria.criterion import Judgement
from eligibility.law.flow import walk
from tests.eligibility.law.answering import FITTING, ON, assessed

AGE_2025 = "lov 703/2025"


def judged(criterion: str, changed: dict[str, str], on: date = ON) -> Judgement | None:
    found = assessed(on, **changed).findings
    return {finding.criterion.key: finding.judgement for finding in found}.get(criterion)


def age(born: str, on: date = ON) -> Judgement:
    judgement = judged("pension-age", {"birth-month": born}, on)
    assert judgement
    return judgement


@pytest.mark.parametrize(
    ("born", "by_the_act_of_2025"),
    [("1962-12", False), ("1963-01", False), ("1966-12", False), ("1967-01", True), ("1970-12", True),
     ("1971-01", True)],
)  # fmt: skip
def test_the_act_of_2025_is_named_to_those_it_changed_the_age_of(born: str, by_the_act_of_2025: bool) -> None:
    sources = age(born).sources
    assert any(AGE_2025 in source.place for source in sources) == by_the_act_of_2025
    assert len(set(sources)) == len(sources)


@pytest.mark.parametrize(("born", "may_rise"), [("1970-12", False), ("1971-01", True)])
def test_only_the_last_group_has_the_reason_that_a_later_act_may_raise_the_age(born: str, may_rise: bool) -> None:
    settled, open_ = (age(other).reason.message for other in ("1962-12", "1990-06"))
    assert settled != open_
    assert age(born).reason.message == (open_ if may_rise else settled)


@pytest.mark.parametrize(
    ("born", "years", "half"),
    [("1953-12", 65, False), ("1954-01", 65, True), ("1954-07", 66, False), ("1955-01", 66, True),
     ("1955-07", 67, False)],
)  # fmt: skip
def test_half_a_year_has_a_reason_of_its_own(born: str, years: int, half: bool) -> None:
    said = age(born, date(2018, 6, 1)).reason
    assert said.values["years"] == years
    whole = age("1953-12", date(2018, 6, 1)).reason
    assert (said.message != whole.message) == half


@pytest.mark.parametrize(("born", "verdict"), [("1959-10", "not-met"), ("1959-11", "municipality"), ("1959-12", "met")])
def test_the_age_is_judged_by_the_month_and_in_it_by_the_municipality(born: str, verdict: str) -> None:
    assert age(born).verdict == verdict


IN_FLEKSJOB = {"situation": "in-fleksjob"}
OLD_TERMS = {"situation": "in-fleksjob-before-2013"}
OWN_BUSINESS = {"situation": "self-employed"}
ASKS = {"situation": "employee"}
PENSIONS = ["disability-pension", "senior-pension"]


@pytest.mark.parametrize("pension", PENSIONS)
def test_a_pension_paid_out_is_not_met_on_every_route_and_has_a_reason_for_each(pension: str) -> None:
    asks, runs, old_terms, business = (
        judged("no-pension", route | {"benefit": pension}) for route in (ASKS, IN_FLEKSJOB, OLD_TERMS, OWN_BUSINESS)
    )
    assert asks
    assert runs == old_terms
    assert runs
    assert business
    assert [judgement.verdict for judgement in (asks, runs, business)] == ["not-met"] * 3
    assert len({found.reason.message for found in (asks, runs, business)}) == 3


def test_before_a_fleksjob_a_disability_pension_and_a_senior_pension_have_reasons_of_their_own() -> None:
    disability, senior = (judged("no-pension", ASKS | {"benefit": pension}) for pension in PENSIONS)
    assert disability
    assert senior
    assert disability.reason.message != senior.reason.message


def test_a_pension_on_hold_is_for_the_municipality_which_must_look_at_the_subsidy_for_a_business() -> None:
    asks, runs, business = (
        judged("no-pension", route | {"benefit": "disability-pension-at-rest"})
        for route in (ASKS, IN_FLEKSJOB, OWN_BUSINESS)
    )
    assert asks
    assert business
    assert asks == runs
    assert (asks.verdict, business.verdict) == ("municipality", "municipality")
    assert asks.change != business.change


@pytest.mark.parametrize("benefit", ["none", "efterlon", "fleksydelse"])
@pytest.mark.parametrize("route", [ASKS, IN_FLEKSJOB, OWN_BUSINESS])
def test_other_benefits_are_no_pension(route: dict[str, str], benefit: str) -> None:
    found = judged("no-pension", route | {"benefit": benefit})
    assert found
    assert found.verdict == "met"


@pytest.mark.parametrize(
    ("route", "benefit", "verdict"),
    [(ASKS, "efterlon", "met"), (ASKS, "fleksydelse", "municipality"), (ASKS, "none", None),
     (IN_FLEKSJOB, "efterlon", "met"), (IN_FLEKSJOB, "fleksydelse", "municipality"), (IN_FLEKSJOB, "none", None),
     (OWN_BUSINESS, "efterlon", None), (OWN_BUSINESS, "fleksydelse", None), (OWN_BUSINESS, "none", None)],
)  # fmt: skip
def test_efterlon_and_fleksydelse_are_judged_for_a_fleksjob_only(
    route: dict[str, str], benefit: str, verdict: str | None
) -> None:
    found = judged("no-early-exit", route | {"benefit": benefit})
    assert (found and found.verdict) == verdict


@pytest.mark.parametrize(
    ("born", "asked"),
    [("1959-10", False), ("1959-11", True), ("1962-11", True), ("1962-12", False)],
)
def test_early_pension_is_asked_of_those_with_at_most_three_years_left(born: str, asked: bool) -> None:
    assert ("early-pension" in walk(FITTING | {"birth-month": born}, ON).answers) == asked


@pytest.mark.parametrize(("on", "asked"), [(date(2026, 2, 28), False), (date(2026, 3, 1), True)])
def test_early_pension_is_asked_from_the_month_in_which_three_years_are_left(on: date, asked: bool) -> None:
    # Born in March 1962: 67 in March 2029.
    assert ("early-pension" in walk(FITTING | {"birth-month": "1962-03"}, on).answers) == asked


@pytest.mark.parametrize(
    ("route", "in_a_fleksjob"), [(ASKS, False), (OWN_BUSINESS, False), (IN_FLEKSJOB, True), (OLD_TERMS, True)]
)
def test_after_early_pension_people_in_a_fleksjob_are_advised_otherwise_than_those_who_ask_for_one(
    route: dict[str, str], in_a_fleksjob: bool
) -> None:
    found = judged("early-pension", route | {"birth-month": "1962-03", "early-pension": "yes"})
    assert found
    assert found.change
    asks = judged("early-pension", ASKS | {"birth-month": "1962-03", "early-pension": "yes"})
    assert asks
    assert (found.verdict, found.change != asks.change) == ("not-met", in_a_fleksjob)
