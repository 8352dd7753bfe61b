"""Unemployment allowance: hand cases from the order and the notes, random ones by other arithmetic, and its edges."""

import re
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fleksjob_site.kernel.calendar import Month
from salary.law.rates import periods, rates_for
from salary.law.step import StepKey
from salary.law.unemployment_allowance import (
    Allowance,
    AllowanceCase,
    Level,
    allowance,
    first_month_of,
    full_allowance,
)
from salary.law.unemployment_allowance_steps import allowance_notes, allowance_steps, rate_note
from tests.salary.law.given import numbers_in

MAY = Month(2026, 5)
THRESHOLDS = {2024: 16_323, 2025: 16_911, 2026: 17_672}
FULL = {
    2024: {"higher": 18_120, "parent": 16_382, "other": 12_326},
    2025: {"higher": 18_772, "parent": 16_972, "other": 12_770},
    2026: {"higher": 19_616, "parent": 17_736, "other": 13_345},
}


def of(level: str = "higher", month: Month = MAY, **amounts: int | str) -> Allowance:
    return allowance(AllowanceCase(month, Level(level), **{name: Decimal(value) for name, value in amounts.items()}))


@pytest.mark.parametrize("year", FULL)
@pytest.mark.parametrize("level", Level)
def test_without_income_the_whole_amount_is_paid(year: int, level: Level) -> None:
    found = of(level, Month(year, 3))
    assert (found.rounded, found.reduction) == (FULL[year][level], 0)
    assert found.threshold.value == THRESHOLDS[year]


@pytest.mark.parametrize(
    ("found", "income", "reduction", "paid"),
    [
        (of(wage_month=5_000), 5_000, 1_500, 18_116),
        # The pension that the employer pays counts (BEK 4/2026 § 1, stk. 1, nr. 1).
        (of(wage_month=5_000, employer_pension_month=500), 5_500, 1_650, 17_966),
        # 30 % of 17.672 and 55 % of 2.328.
        (of(wage_month=20_000), 20_000, "6582.00", 13_034),
        (of("parent", wage_month=20_000), 20_000, "6582.00", 11_154),
        (of("other", wage_month=20_000), 20_000, "6582.00", 6_763),
        # A pension and income instead of wage count with it, by one threshold (§ 5, § 11, § 14).
        (of(wage_month=9_000, instead_of_wage_month=5_000, paid_pension_month=6_000), 20_000, "6582.00", 13_034),
        (of(paid_pension_month=4_000), 4_000, 1_200, 18_416),
        # 20 hours of 280 kr. (§ 15).
        (of(side_hours_month=20, conversion_rate_hour=280), 5_600, 1_680, 17_936),
        # 30 % of 3.001 is 900,30: rounded once, to 18.716 (§ 2).
        (of(wage_month=3_001), 3_001, "900.30", 18_716),
        (of(wage_month=60_000), 60_000, "28582.00", 0),
        (of(month=Month(2017, 3), wage_month=1_000), 1_000, 300, 16_080),
    ],
)
def test_hand_cases(found: Allowance, income: int, reduction: str, paid: int) -> None:
    assert (found.case.income_month, found.reduction, found.rounded) == (income, Decimal(reduction), paid)


def test_1000_random_cases_by_other_arithmetic() -> None:
    random = Random(4)
    for _ in range(1000):
        year, level = random.choice(list(FULL)), random.choice(["higher", "parent", "other"])
        wage, pension, instead, paid = (random.choice([0, random.randint(0, 30_000)]) for _ in range(4))
        hours, rate = random.choice([(0, 0), (random.randint(1, 60), random.randint(20_000, 32_000))])
        owed = random.choice([0, 0, random.randint(1, 25_000)])
        month = random.randint(1, 12)
        found = of(
            level, Month(year, month), wage_month=wage, employer_pension_month=pension,
            instead_of_wage_month=instead, paid_pension_month=paid, side_hours_month=hours,
            conversion_rate_hour=str(Decimal(rate) / 100), owed_month=owed,
        )  # fmt: skip
        income = wage + pension + instead + paid + Fraction(hours * rate, 100)
        # 55 % of everything less 25 % of what lies below the threshold, where the code adds 30 % and 55 %.
        # December's income meets the next year's rate, and 2027 has none yet.
        left = FULL[min(2026, year + month // 12)][level] - (income * 55 - min(income, THRESHOLDS[year]) * 25) / 100
        expected = max(Fraction(0), max(Fraction(0), left) - owed)
        assert found.rounded == (expected + Fraction(1, 2)).__floor__(), found.case
        assert Fraction(found.owed_left) == max(Fraction(0), owed - max(Fraction(0), left))


@pytest.mark.parametrize("year", THRESHOLDS)
def test_at_the_threshold_the_share_changes(year: int) -> None:
    threshold, month = THRESHOLDS[year], Month(year, 6)
    below, at, above = (of(month=month, wage_month=threshold + step).reduction for step in (-100, 0, 100))
    assert (at - below, above - at) == (30, 55)


@given(st.integers(0, 60_000), st.integers(0, 20_000), st.sampled_from(list(Level)))
def test_more_wage_never_gives_more_allowance_nor_less_in_all(wage: int, more: int, level: Level) -> None:
    one, two = of(level, wage_month=wage), of(level, wage_month=wage + more)
    assert two.rounded <= one.rounded
    # At least 45 øre of each krone are left; each amount is rounded by at most half a krone.
    assert two.total_month - one.total_month >= more * Decimal("0.45") - 1


@pytest.mark.parametrize(("level", "gone"), [("higher", "43698.18"), ("parent", "40280.00"), ("other", "32296.36")])
def test_where_nothing_is_left(level: str, gone: str) -> None:
    found = of(level).gone_from_income
    assert round(found, 2) == Decimal(gone)
    assert of(level, wage_month=str(found - 2)).rounded == 1
    assert of(level, wage_month=str(found + 1)).before_owed == 0


def test_subsidy_paid_too_much_is_taken_last_and_the_rest_waits() -> None:
    one = of(wage_month=5_000, owed_month=1_116)
    assert (one.before_owed, one.owed_taken, one.owed_left, one.rounded) == (18_116, 1_116, 0, 17_000)
    two = of(wage_month=40_000, owed_month=5_000)
    assert (two.rounded, two.owed_taken, two.owed_left) == (0, two.before_owed, 5_000 - two.before_owed)


@pytest.mark.parametrize(
    ("found", "lost"),
    [(of(), 300), (of(wage_month=17_172), 425), (of(wage_month=20_000), 550), (of(wage_month=60_000), 0)],
)
def test_what_more_wage_takes_off(found: Allowance, lost: int) -> None:
    assert (found.lost_with_more_wage, found.kept_with_more_wage) == (lost, 1000 - lost)


def test_the_months_that_each_level_is_known_for() -> None:
    assert first_month_of(Level.HIGHER) == periods()[0].valid_from
    assert first_month_of(Level.PARENT) == first_month_of(Level.OTHER) == Month(2024, 1)
    assert full_allowance(Level.OTHER, rates_for(Month(2023, 12))) is None
    # What was earned in December 2023 is taken off the allowance of January 2024, which has an amount.
    assert of("other", Month(2023, 12)).rounded == 12_326
    with pytest.raises(ValueError, match="no amount"):
        of("other", Month(2023, 11))


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_december_is_taken_off_the_allowance_of_january_at_its_rate(year: int, level: Level) -> None:
    found = of(level, Month(year, 12), wage_month=5_000)
    assert found.full == FULL[year + 1][level]
    assert found.threshold.value == rates_for(Month(year, 12)).threshold_month.amount
    assert rate_note(found.case) is None


def test_every_month_is_taken_off_at_the_rate_of_the_next() -> None:
    for month in (rates.valid_to for rates in periods()[:-1]):
        assert of(month=month).full == full_allowance(Level.HIGHER, rates_for(month.plus(months=1)))


def test_a_rate_that_is_not_known_yet_is_said_to_be_last_years() -> None:
    found = of(month=periods()[-1].valid_to, wage_month=5_000)
    assert found.full == 19_616
    note = rate_note(found.case)
    assert note
    assert note.values == {"month": Month(2027, 1), "used": "2026"}
    assert note in allowance_steps(found)[0].remarks


def test_the_threshold_of_2026_is_the_printed_one_of_the_order() -> None:
    """The order of the allowance is where the subsidy's threshold was read, so it stands in the rates once."""
    figure = of().threshold.figure
    assert (figure.law, figure.paragraph, figure.amount) == ("BEK 4/2026", "§ 14", 17_672)


def test_the_threshold_is_told_as_the_allowances_own() -> None:
    """The figure of the subsidy notes which order is not its own; here it is the other way round."""
    for rates in periods():
        found = of(month=rates.valid_from, wage_month=5_000)
        named, (step,) = found.threshold, [s for s in allowance_steps(found) if s.key == StepKey.ALLOWANCE_REDUCTION]
        assert "allowance" in named.label
        assert named.value == rates.threshold_month.amount
        notes = [named.figure.note_in(code) or "" for code in ("en", "da")]
        assert not any("another benefit" in note or "anden ydelse" in note for note in notes)
        own = named.figure.law in {"BEK 4/2026", "BEK 1264/2020"}
        assert bool(step.remarks) != own


@given(st.integers(0, 60_000), st.integers(0, 20_000), st.integers(0, 30_000))
def test_no_sum_takes_off_nothing(wage: int, side: int, owed: int) -> None:
    for step in allowance_steps(of(wage_month=wage, instead_of_wage_month=side, owed_month=owed)):
        taken_off = re.findall(r"− \{(\w+)\}", step.sum.message)
        assert all(step.sum.values[name] for name in taken_off), step.sum


SHAPES = [
    of(),
    of("parent", wage_month=5_000, employer_pension_month=500, paid_pension_month=300),
    of("other", wage_month=20_001, side_hours_month=10, conversion_rate_hour=280, instead_of_wage_month=1),
    of(wage_month=3_001, employer_pension_month=1, paid_pension_month=1, instead_of_wage_month=1, side_hours_month=1,
       conversion_rate_hour=280, owed_month=100),
    of(wage_month=40_000, owed_month=90_000),
    of(wage_month=90_000),
    of(month=Month(2017, 3)),
    of(month=Month(2026, 12)),
]  # fmt: skip


@pytest.mark.parametrize("found", SHAPES)
def test_each_step_has_a_source_and_uses_its_own_numbers(found: Allowance) -> None:
    steps = allowance_steps(found)
    assert steps[0].key == StepKey.ALLOWANCE_FULL
    assert steps[-1].amount == found.rounded
    for step in steps:
        assert step.sources
        for text in (step.sentence, step.sum, step.label, *step.remarks, *allowance_notes(found)):
            assert numbers_in(text) <= set(text.values), text.message


def test_the_sum_of_the_income_names_each_part() -> None:
    steps = {step.key: step for step in allowance_steps(SHAPES[3])}
    parts = [value for name, value in steps[StepKey.ALLOWANCE_INCOME].sum.values.items() if name.startswith("part")]
    assert parts == [3_001, 1, 1, 1, 280]
    paragraphs = {source.paragraph for source in steps[StepKey.ALLOWANCE_INCOME].sources}
    assert paragraphs >= {"§ 5", "§ 11", "§ 1, stk. 1, nr. 1-2"}


def test_the_income_is_taken_off_the_month_after_and_december_is_open() -> None:
    notes = [list(allowance_notes(of(month=month))) for month in (MAY, Month(2026, 12))]
    assert [group[0].values["after"] for group in notes] == [Month(2026, 6), Month(2027, 1)]
    assert [len(group) for group in notes] == [2, 3]
    assert notes[1][2].values == {"old": "2026", "new": "2027"}


def test_a_side_business_is_marked_as_our_reading_where_the_order_was_not_read() -> None:
    steps = {step.key: step for step in allowance_steps(SHAPES[2])}
    sources = steps[StepKey.ALLOWANCE_SIDE_BUSINESS].sources
    assert sources[0].status == "reading"
    assert sources[-1].document.short == "BEK 111/2021"
    assert "til og med januar 2026" in sources[-1].document.title
