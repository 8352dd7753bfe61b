"""Every example of `examples.json` that speaks of what is built; sources round each step, so within 1 krone."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from fleksjob_site.kernel.working_time import FULL_TIME_HOURS_WEEK
from salary.law.calculation import Result, calculate
from salary.law.case import Case
from salary.law.published import ROUNDING, Example, read_examples, reproduced
from salary.law.rates import rates_for

EXAMPLES = {example.id: example for example in read_examples()}
PUBLISHED = [example for example in EXAMPLES.values() if not example.derived]
NOT_CALCULATED = {"E29": "the scheme from before 2013, which is not calculated"}


@pytest.mark.parametrize("example", PUBLISHED, ids=lambda example: example.id)
def test_what_others_have_published_is_what_the_site_calculates(example: Example) -> None:
    compared = reproduced(example)
    assert bool(compared) == (example.id not in NOT_CALCULATED)
    for figure in compared:
        assert abs(figure.difference) <= ROUNDING, figure


def test_every_stated_figure_of_an_example_is_compared() -> None:
    for example in PUBLISHED:
        if example.id not in NOT_CALCULATED:
            assert [Decimal(str(figure.stated)) for figure in reproduced(example)] == list(example.stated.values())


def test_the_rates_that_examples_start_from_are_those_of_the_files() -> None:
    for example in PUBLISHED:
        given, rates = example.inputs, rates_for(example.month)
        ours = {
            "max_subsidy": rates.max_subsidy_month,
            "threshold": rates.threshold_month,
            "dagpenge_per_day": rates.highest_dagpenge_day,
            "dagpenge_max_month": rates.highest_dagpenge_month,
            "base_year_amount": rates.self_employed_year,
        }
        for name, figure in ours.items():
            if name in given:
                assert figure
                assert figure.amount == given[name], example.id


def test_an_example_that_holds_in_any_year_is_calculated_by_the_rates_of_2024() -> None:
    undated = [example for example in EXAMPLES.values() if example.year is None and "year" not in example.inputs]
    assert undated
    assert {example.month.year for example in undated} == {2024}


def test_a_wrong_figure_would_be_seen() -> None:
    official = EXAMPLES["E01"]
    wrong = official.model_copy(update={"stated": {**official.stated, "subsidy": Decimal(15_270)}})
    assert [figure.difference for figure in reproduced(wrong) if abs(figure.difference) > ROUNDING] == [2]


def least(holds: Callable[[Decimal], bool], most: Decimal) -> Decimal:
    """The least number up to `most` from which something holds, to a millionth, found by halving."""
    below = Decimal(0)
    for _ in range(60):
        middle = (below + most) / 2
        below, most = (below, middle) if holds(middle) else (middle, most)
    return most.quantize(Decimal("1E-6"))


@pytest.mark.parametrize("id", ["D1", "D2"])
def test_the_ceiling_binds_from_so_many_paid_hours(id: str) -> None:
    example = EXAMPLES[id]

    def result(hours: Decimal) -> Result:
        hourly_wage = example.inputs["hourly_wage_incl_pension"]
        return calculate(Case.from_fields(example.month, paid_hours_week=hours, hourly_wage=hourly_wage))

    hours = least(lambda hours: result(hours).subsidy.ceiling_binds, FULL_TIME_HOURS_WEEK)
    assert hours.quantize(Decimal("0.01")) == example.stated["paid_hours_week"]


def test_the_subsidy_is_gone_from_so_high_a_wage() -> None:
    example = EXAMPLES["D3"]

    def gone(wage: Decimal) -> bool:
        return wage > 0 and not calculate(Case.from_fields(example.month, wage_month=wage)).subsidy.unrounded

    # No wage gives no subsidy either; the search starts above it.
    wage = least(gone, Decimal(100_000))
    assert abs(wage - example.stated["wage_month"]) <= ROUNDING


def test_every_derived_example_is_one_of_the_three_above() -> None:
    assert {example.id for example in EXAMPLES.values() if example.derived} == {"D1", "D2", "D3"}
