"""The subsidy for one's own business: the cases of the notes, random ones by other arithmetic, and its edges."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salary.law.own_business import FIRST_YEAR, LAST_YEAR, AccountingYear, OwnBusiness, own_business
from salary.law.own_business_steps import own_business_notes, own_business_steps
from salary.law.rates import periods
from salary.law.step import StepKey
from tests.salary.law.given import numbers_in

BASES = {
    2013: 127_000, 2014: 129_286, 2015: 131_225, 2016: 133_062, 2017: 135_723, 2018: 138_437, 2019: 141_206,
    2020: 143_889, 2021: 146_767, 2022: 148_088, 2023: 152_086, 2024: 156_953, 2025: 162_603, 2026: 169_920,
}  # fmt: skip

UNUSABLE = AccountingYear(None)


def accounts(*results: int | tuple[int | None, int, int]) -> tuple[AccountingYear, ...]:
    """Years by result alone, or by result, benefits and other income from work."""
    rows = [row if isinstance(row, tuple) else (row, 0, 0) for row in results]
    return tuple(
        AccountingYear(None if result is None else Decimal(result), Decimal(benefits), Decimal(other))
        for result, benefits, other in rows
    )


def of(year: int, *results: int | tuple[int | None, int, int], couple: bool = False) -> OwnBusiness:
    return OwnBusiness(year, accounts(*results), couple=couple)


@pytest.mark.parametrize(
    ("case", "income", "other", "year", "month"),
    [
        (of(2026, 240_000, 180_000, 90_000), 210_000, 0, 106_920, "8910.00"),
        (of(2025, -40_000, (310_000, 0, 24_000), (205_000, 0, 36_000)), 257_500, 30_000, 76_353, "6362.75"),
        (of(2026, 420_000, 500_000, 380_000, couple=True), 230_000, 0, 100_920, "8410.00"),
        # Benefits are added before a loss counts as 0.
        (of(2026, (-40_000, 60_000, 0)), 20_000, 0, 163_920, "13660.00"),
        (of(2026, -40_000, -60_000), 0, 0, 169_920, "14160.00"),
    ],
)
def test_the_cases_of_the_notes(case: OwnBusiness, income: int, other: int, year: int, month: str) -> None:
    found = own_business(case)
    assert (found.income_year, found.other_year, found.subsidy_year) == (income, other, year)
    assert round(found.subsidy_month, 2) == Decimal(month)


@pytest.mark.parametrize("years", [(), (UNUSABLE,), (UNUSABLE,) * 3])
def test_without_a_usable_year_the_subsidy_is_0_and_the_steps_say_so(years: tuple[AccountingYear, ...]) -> None:
    found = own_business(OwnBusiness(2026, years))
    assert (found.subsidy_year, found.subsidy_month, found.income_year, found.other_year) == (0, 0, None, None)
    steps = {step.key: step for step in own_business_steps(found)}
    assert any("§ 9, stk. 4" in source.paragraph for source in steps[StepKey.OWN_BUSINESS_INCOME].sources)
    assert StepKey.OBLIGATORY_PENSION not in steps


@pytest.mark.parametrize("year", BASES)
def test_the_base_amount_of_every_year(year: int) -> None:
    found = own_business(of(year, 0))
    assert found.base_year == found.subsidy_year == BASES[year]
    assert found.base.figure.url


def test_every_year_with_rates_has_a_base_amount() -> None:
    assert {rates.valid_from.year for rates in periods()} == set(BASES) == set(range(FIRST_YEAR, LAST_YEAR + 1))


def test_1000_random_cases_by_other_arithmetic() -> None:
    random = Random(1794)
    for _ in range(1000):
        year, couple = random.choice(list(BASES)), random.random() < 0.3
        rows: list[tuple[int | None, int, int]] = [
            (
                None if random.random() < 0.2 else random.randint(-300_000, 700_000),
                random.choice([0, random.randint(0, 120_000)]),
                random.choice([0, random.randint(0, 150_000)]),
            )
            for _ in range(random.randint(0, 3))
        ]
        found = own_business(of(year, *rows, couple=couple))
        expected = _by_hand(BASES[year], rows, couple=couple)
        assert abs(Fraction(found.subsidy_year) - expected) < Fraction(1, 10**9), (year, rows, couple)
        assert abs(Fraction(found.subsidy_month) * 12 - expected) < Fraction(1, 10**9)


def _by_hand(base: int, rows: list[tuple[int | None, int, int]], *, couple: bool) -> Fraction:
    """The highest pair sum is sought among all, where the code sorts."""
    known = [(result + benefits, other) for result, benefits, other in rows if result is not None]
    if not known:
        return Fraction(0)
    pairs = [(one, two) for place, one in enumerate(known) for two in known[place + 1 :]] or [(known[0], known[0])]
    one, two = max(pairs, key=lambda pair: pair[0][0] + pair[1][0])
    income = Fraction(sum(amount for amount, _ in (one, two) if amount > 0), 4 if couple else 2)
    counted = income + Fraction(one[1] + two[1], 2)
    return max(Fraction(0), base - counted * 3 / 10)


@pytest.mark.parametrize("year", BASES)
def test_it_is_gone_from_the_base_amount_divided_by_30_percent(year: int) -> None:
    gone = own_business(of(year, 0)).gone_from_income
    assert abs(gone * 3 / 10 - BASES[year]) < Decimal("1e-9")
    below, at = (own_business(OwnBusiness(year, (AccountingYear(gone + step),))) for step in (-1, 1))
    assert (below.subsidy_year > 0, at.subsidy_year) == (True, 0)


def test_the_boundaries_of_the_notes() -> None:
    assert own_business(of(2025, 0)).gone_from_income == 542_010
    assert own_business(of(2026, 0)).gone_from_income == 566_400
    assert own_business(of(2026, 566_400)).subsidy_year == 0
    assert own_business(of(2026, (566_390, 0, 10))).subsidy_year == 0
    assert own_business(of(2026, 566_399)).subsidy_year == Decimal("0.3")


results = st.integers(-500_000, 900_000)


@given(st.lists(results, min_size=1, max_size=3), st.integers(0, 2), st.integers(0, 200_000), st.booleans())
def test_more_profit_never_gives_more_subsidy(profits: list[int], place: int, more: int, couple: bool) -> None:
    richer = [profit + more * (number == place % len(profits)) for number, profit in enumerate(profits)]
    one, two = (own_business(of(2026, *years, couple=couple)).subsidy_year for years in (profits, richer))
    assert two <= one
    # And of each krone of profit at least 70 øre are left.
    assert one - two <= more * Decimal("0.3")


@pytest.mark.parametrize(
    ("case", "lost"),
    [
        (of(2026, 240_000, 180_000), 3000),
        (of(2026, 240_000), 3000),
        (of(2026, 420_000, 500_000, couple=True), 1500),
        (of(2026, -20_000, -30_000), 0),
        (of(2026, -20_000, 100_000), 1500),
        (of(2026, 600_000), 0),
        (of(2026, 560_000), 1920),
        (of(2026), 0),
    ],
)
def test_what_more_profit_takes_off_the_subsidy(case: OwnBusiness, lost: int) -> None:
    assert own_business(case).lost_with_more_profit == lost


def test_of_equal_years_the_first_listed_is_used_and_it_is_said_where_it_matters() -> None:
    found = own_business(of(2026, 300_000, (200_000, 0, 10_000), (200_000, 0, 50_000)))
    assert (found.counted, found.other_year, found.tie_was_broken) == ((0, 1), 5_000, True)
    income = next(step for step in own_business_steps(found) if step.key == StepKey.OWN_BUSINESS_INCOME)
    assert [remark.values["number"] for remark in income.remarks] == [2]
    assert not own_business(of(2026, 300_000, 200_000, 200_000)).tie_was_broken
    assert not own_business(of(2026, (200_000, 0, 1), (200_000, 0, 2))).tie_was_broken
    assert not own_business(of(2026, 300_000)).tie_was_broken


SHAPES = [
    of(2026, 240_000, (180_000, 5_000, 0), 90_000),
    of(2026, (240_000, 0, 12_000), (180_000, 5_000, 0), (None, 0, 0)),
    of(2026, (-40_000, 10_000, 0), couple=True),
    of(2026, (420_000, 20_000, 0), 500_000, couple=True),
    of(2026, 900_000),
    of(2013, 240_000, 180_000),
    of(2026),
]


@pytest.mark.parametrize("case", SHAPES)
def test_each_step_has_a_source_and_uses_its_own_numbers(case: OwnBusiness) -> None:
    for step in own_business_steps(own_business(case)):
        assert step.sources
        for text in (step.sentence, step.sum, step.label, *step.remarks):
            assert numbers_in(text) <= set(text.values), text.message


def test_the_steps_end_with_a_twelfth_and_the_pension_on_top() -> None:
    steps = {step.key: step for step in own_business_steps(own_business(SHAPES[0]))}
    assert steps[StepKey.OWN_BUSINESS_MONTH].amount == own_business(SHAPES[0]).subsidy_month
    # 2.1% of 8,847.50 kr.
    assert steps[StepKey.OBLIGATORY_PENSION].amount == 186
    assert StepKey.ATP not in steps


@pytest.mark.parametrize(("year", "said"), [(2013, True), (2023, True), (2024, False), (2026, False)])
def test_years_with_other_rules_say_so(year: int, said: bool) -> None:
    notes = own_business_notes(own_business(of(year, 100_000)))
    assert any("only sickness benefit" in note.message for note in notes) == said


def test_sources_are_those_of_the_year() -> None:
    laws = {
        year: {
            source.document.short for step in own_business_steps(own_business(of(year, 1))) for source in step.sources
        }
        for year in (2022, 2023, 2024, 2025, 2026)
    }
    assert "BEK 1794/2025" in laws[2026]
    assert "BEK 233/2024" in laws[2025]
    assert "BEK 1794/2025" not in laws[2025]
    assert "BEK 247/2022" in laws[2022] & laws[2023]
