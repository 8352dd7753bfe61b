"""The amount that the walk names for self-employed people is the rate of the year of the day."""

from datetime import date
from decimal import Decimal

import pytest

from eligibility.law import steps
from eligibility.law.advice import Advice
from eligibility.law.facts import Route
from eligibility.law.process import process
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import BEK_SELF_EMPLOYED
from fleksjob_site.kernel.status import Status
from fleksjob_site.texts.amounts import amounts_on
from salary.law.own_business import REDUCTION_PERCENT
from salary.law.rates import periods, rates_for


def step_on(day: date) -> Advice:
    """The step that says what the subsidy is."""
    steps = process(Route.OWN_BUSINESS, day, amounts_on(day)).steps
    [found] = [step for step in steps if step.sources[0].paragraph == "§§ 7-8"]
    return found


@pytest.mark.parametrize(
    ("day", "amount"), [(date(2025, 12, 31), 162603), (date(2026, 1, 1), 169920), (date(2026, 11, 21), 169920)]
)
def test_the_sentence_names_the_year_of_the_day_and_its_amount(day: date, amount: int) -> None:
    assert step_on(day).text.values == {"year": day.year, "amount": amount, "percent": 30}


# No file covers these years.
@pytest.mark.parametrize("year", [1, 2012, 2099, 2100, 9999])
def test_without_a_rate_of_the_year_no_amount_is_named(year: int) -> None:
    step = step_on(date(year, 6, 1))
    assert step.text.values == {"year": year, "percent": 30}
    assert [source.paragraph for source in step.sources] == ["§§ 7-8", "§ 126, stk. 5"]


def test_every_year_with_a_rate_names_it_with_its_own_source() -> None:
    for rates in periods():
        if rates.self_employed_year:
            # The order of a year may come within it, and until then the one before is named.
            step = step_on(rates.valid_to.first_day)
            assert step.text.values == {
                "year": rates.valid_from.year,
                "amount": rates.self_employed_year.amount,
                "percent": 30,
            }
            assert step.sources[1].place == rates.self_employed_year.source.place
            assert step.sources[1].status is rates.self_employed_year.status


def test_the_source_of_2026_is_the_order_with_its_title() -> None:
    rate = rates_for(Month(2026, 11)).self_employed_year
    assert rate
    assert rate.amount == Decimal(169920)
    source = step_on(date(2026, 11, 21)).sources[1]
    assert (source.document, source.paragraph) == (BEK_SELF_EMPLOYED, "§ 8")
    assert source.status is Status.PRINTED_IN_LAW


def test_the_share_named_by_the_walk_is_that_of_the_calculation() -> None:
    # The two packages can't import each other.
    assert steps._TAKEN_OFF == REDUCTION_PERCENT
