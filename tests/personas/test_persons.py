"""Every example person is a case: the outcome and the amounts are those the data expects, and all kinds are there."""

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from pydantic import ValidationError

from eligibility.law.outcome import Outcome
from eligibility.law.pension_age import pension_month
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.personas.persons import AS_ON, PERSONS, Person, data_of, example_of, neighbours
from salary.law.calculation import Result
from salary.law.payout.check import Verdict as PayoutVerdict
from salary.law.rates import rates_for
from salary.law.zones import subsidy_rule
from tests.texts.readability import grade, lix

THIS_MONTH = Month.of(AS_ON)

each_person = pytest.mark.parametrize("person", PERSONS.values(), ids=PERSONS)


def birth_of(person: Person) -> Month:
    return Month.parse(person.answers["birth-month"])


def age_of(person: Person) -> int:
    """Whole years, for somebody whose birthday is not in the month of the examples."""
    months = birth_of(person).months_until(THIS_MONTH)
    assert months % 12
    return months // 12


def figures_in(text: str) -> list[str]:
    return sorted(re.findall(r"\d+", text.replace(".", "").replace(",", "")))


def results() -> Iterator[Result]:
    for person in PERSONS.values():
        if (result := example_of(person).result) is not None:
            yield result


@each_person
def test_a_person_has_the_outcome_and_the_amounts_that_are_expected(person: Person) -> None:
    example, expected = example_of(person), person.expect
    assert example.assessment.outcome == expected.outcome
    if example.result is None:
        assert expected.wage_month is expected.subsidy_month is expected.total_month is None
        return
    assert example.result.case.month == THIS_MONTH
    assert example.result.wage.month.quantize(Decimal("0.01")) == expected.wage_month
    assert example.result.subsidy.rounded == expected.subsidy_month
    assert example.result.total_month.quantize(Decimal("0.01")) == expected.total_month


@each_person
def test_a_payout_is_judged_as_expected(person: Person) -> None:
    check = example_of(person).check
    assert bool(check) == bool(person.payout) == bool(person["da"].payout) == bool(person["en"].payout)
    for checked, payout in zip(check.months if check else (), person.payout, strict=True):
        expected = payout.expect
        assert checked.verdict == expected.verdict
        assert checked.difference_month == expected.difference_month
        # An example shows one reason, and never one of several that fit as well.
        assert [reason.key for reason in checked.reasons] == ([expected.reason] if expected.reason else [])
        assert checked.can_be_corrected


@each_person
def test_what_the_text_says_of_a_payout_are_its_own_figures(person: Person) -> None:
    check = example_of(person).check
    amounts = {Decimal(text) for payout in person.payout for text in payout.typed.values() if text.isdecimal()}
    for checked in check.months if check else ():
        amounts |= {checked.difference_month, checked.due.least, checked.paid.pension_month}
        amounts |= {checked.due.wage + checked.due.least, checked.ceiling_that_fits_month or Decimal(0)}
        told = (value for reason in checked.reasons for value in reason.text.values.values())
        amounts |= {value for value in told if isinstance(value, Decimal)}
    assert {Decimal(figure) for figure in figures_in(person["en"].payout or "")} <= amounts


def test_there_are_payouts_of_every_kind_worth_showing() -> None:
    expected = [payout.expect for person in PERSONS.values() for payout in person.payout]
    not_shown = {PayoutVerdict.TOO_MUCH, PayoutVerdict.UNSURE}
    assert {payout.verdict for payout in expected} == set(PayoutVerdict) - not_shown
    assert {payout.reason for payout in expected if payout.reason} == {
        "pension-counted-twice", "ceiling-from-reduced-wage", "wrong-year", "benefit-and-wage",
    }  # fmt: skip


@each_person
def test_all_answers_of_a_person_count_and_none_is_missing(person: Person) -> None:
    example = example_of(person)
    assert example.walk.complete
    assert set(example.walk.answers) == set(person.answers)


@each_person
def test_an_income_is_worked_out_where_one_is_typed_and_only_where_it_fits(person: Person) -> None:
    example = example_of(person)
    assert bool(example.result) == bool(person.income)
    if person.income:
        assert example.assessment.subsidy_applies
        for asked, typed in (("hours-per-week", "hours_per_week"), ("pace-percent", "efficiency_percent")):
            assert person.answers.get(asked) in (None, person.income.get(typed))


@each_person
def test_the_text_fits_the_data_in_both_languages(person: Person) -> None:
    for telling in (person["da"], person["en"]):
        assert re.match(rf"{person.name}, {age_of(person)}, ", telling.heading)
        assert re.fullmatch(r"[^.!?]+\.", telling.summary), "one sentence"
    assert figures_in(person["da"].story) == figures_in(person["en"].story)
    assert figures_in(person["da"].payout or "") == figures_in(person["en"].payout or "")


def test_there_are_examples_of_every_outcome_and_situation() -> None:
    assert len(PERSONS) >= 12
    assert {person.expect.outcome for person in PERSONS.values()} == set(Outcome)
    situations = {person.answers.get("situation") for person in PERSONS.values()}
    own = {"self-employed", "in-fleksjob", "in-fleksjob-before-2013"}
    assert situations >= own | {"employee", "on-sick-leave", "without-work"}


def test_there_are_examples_of_every_age_that_matters() -> None:
    ages = [age_of(person) for person in PERSONS.values()]
    assert min(ages) < 25
    assert sum(age < 40 for age in ages) >= 3
    assert sum(age >= 40 for age in ages) >= 3
    left = [pension_month(birth_of(person)) for person in PERSONS.values()]
    assert any(limit < THIS_MONTH for limit in left), "past state pension age"
    assert any(THIS_MONTH < limit <= THIS_MONTH.plus(years=3) for limit in left), "near it"
    assert any(THIS_MONTH.plus(years=3) < limit <= THIS_MONTH.plus(years=6) for limit in left), "six years or fewer"


def test_there_are_examples_in_every_zone_of_the_income_curve() -> None:
    def zone(result: Result) -> str:
        if not result.wage.month:
            return "no-wage"
        rule = subsidy_rule(rates_for(result.case.month), result.wage.ceiling_month)
        return rule.zone_at(result.subsidy.all_wage).key

    assert {zone(result) for result in results()} == {
        "below-threshold", "above-threshold", "ceiling", "no-subsidy", "no-wage",
    }  # fmt: skip
    without = [result for result in results() if result.wage.month and not result.subsidy.rounded]
    assert any(not result.subsidy.before_ceiling for result in without), "the subsidy is gone below the ceiling"
    assert any(result.wage.ceiling_month == result.subsidy.all_wage for result in without), (
        "the wage alone is at the ceiling"
    )
    assert {result.wage.ceiling_assumed for result in results() if result.subsidy.ceiling_cut} == {True, False}


def test_there_are_examples_of_every_kind_of_wage_and_of_wages_low_and_high() -> None:
    typed = [person.income for person in PERSONS.values() if person.income]
    assert {income["wage_kind"] for income in typed} == {"hourly", "full-time", "month"}
    wages = [result.wage.month for result in results()]
    assert min(wage for wage in wages if wage) < 5_000
    assert max(wages) > 45_000


def test_neighbours_follow_the_order_of_the_data() -> None:
    order = list(PERSONS.values())
    assert neighbours(order[0]) == (None, order[1])
    assert neighbours(order[3]) == (order[2], order[4])
    assert neighbours(order[-1]) == (order[-2], None)
    outcomes = [person.expect.outcome for person in order]
    assert len(list(dict.fromkeys(outcomes))) == sum(
        place == 0 or outcome != outcomes[place - 1] for place, outcome in enumerate(outcomes)
    ), "each outcome in one run, as the gallery groups them"


@pytest.mark.parametrize(
    "changed",
    [{"nickname": "Ami"}, {"key": "Amina"}, {"answers": {"hours-per-week": 15}}, {"expect": {"outcome": "yes"}}],
)
def test_a_file_that_cannot_be_used_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Person.model_validate(PERSONS["amina"].model_dump() | changed)


def test_nothing_of_a_person_can_be_changed_by_a_visitor() -> None:
    data_of(PERSONS["amina"]).answers["hours-per-week"] = "1"
    assert PERSONS["amina"].answers["hours-per-week"] == "15"


def test_the_examples_are_easy_to_read() -> None:
    for person in PERSONS.values():
        danish, english = (lix([t.heading, t.summary, t.story, t.payout or ""]) for t in (person["da"], person["en"]))
        assert danish <= 40, person.key
    danish = lix(
        [
            text
            for person in PERSONS.values()
            for text in (person["da"].summary, person["da"].story, person["da"].payout or "")
        ]
    )
    english = grade(
        [
            text
            for person in PERSONS.values()
            for text in (person["en"].summary, person["en"].story, person["en"].payout or "")
        ]
    )
    assert danish <= 35
    assert english <= 9
