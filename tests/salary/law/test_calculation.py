"""The whole calculation: what is withheld and added, the steps and the notes."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.status import Status
from salary.law.calculation import (
    ALL_WAGE_COUNTS,
    AVERAGE_MONTH,
    MORE_INCOME_IN_CEILING,
    OTHER_WAGE_IN_CEILING,
    PAID_IN_ARREARS,
    RATES_ASSUMED,
    RATES_OF_DECEMBER,
    RULES_OF_TODAY,
    Result,
    calculate,
)
from salary.law.case import Case, MonthWage
from salary.law.rates import NoRates, newest_month_with_rates
from tests.salary.law.given import numbers_in, step

MAY = Month(2024, 5)


def result(month: Month = MAY, **given: Any) -> Result:
    """A result from numbers written as text."""
    return calculate(Case.from_fields(month, **{name: Decimal(value) for name, value in given.items()}))


def test_eighteen_hours_at_200_kroner_in_2024() -> None:
    found = result(paid_hours_week=18, hourly_wage=200)
    assert found.wage.paid_hours_week == 18
    assert found.wage.month == 15600
    assert found.subsidy.reduction == 4680
    assert found.subsidy.rounded == found.subsidy.unrounded == 15272
    assert found.total_month == 30872
    assert not found.subsidy.ceiling_cut
    assert found.wage.ceiling_assumed
    assert found.atp_month == 500
    assert found.payout_month == 14772
    assert found.obligatory_pension_month == 222


@pytest.mark.parametrize(
    ("subsidy", "atp"),
    [(10020, 500), (10000, 500), (9991, 500), (9990, 500), (9989, 499), (9970, 499), (9969, 498), (110, 6), (109, 5)],
)
def test_atp_is_five_per_cent_in_whole_kroner_and_at_most_500(subsidy: int, atp: int) -> None:
    found = result(wage_month=20000, ceiling_month=20000 + subsidy)
    assert found.subsidy.rounded == subsidy
    assert found.atp_month == atp
    assert found.payout_month == subsidy - atp


def test_the_sum_differs_only_where_five_per_cent_are_more_than_500_kroner() -> None:
    below, at, above = (
        step(result(wage_month=20000, ceiling_month=20000 + subsidy), "atp").sum.message
        for subsidy in (9980, 10000, 10010)
    )
    assert below == at != above


@pytest.mark.parametrize(
    ("given", "beside"),
    [
        ({}, None),
        ({"other_wage_month": 2000}, 2000),
        ({"benefit_month": 3000}, 3000),
        ({"other_wage_month": 2000, "benefit_month": 3000}, 5000),
        ({"benefit_month": 3000, "benefit_claimed": False}, None),
    ],
)
def test_the_total_names_what_is_added_to_the_wage(given: dict[str, Any], beside: int | None) -> None:
    found = calculate(Case(MAY, MonthWage(Decimal(9000)), **given))
    total = step(found, "total")
    assert ("other_wage" in numbers_in(total.sum)) is (beside is not None)
    assert total.sum.values["other_wage"] == (beside or 0)
    bare = step(calculate(Case(MAY, MonthWage(Decimal(9000)))), "total")
    paid_benefit = "benefit_month" in given and "benefit_claimed" not in given
    assert (total.sentence.message != bare.sentence.message) is paid_benefit
    assert found.total_month == 9000 + (beside or 0) + found.subsidy.rounded


@pytest.mark.parametrize("ceiling", [29000, 26000])
def test_the_state_adds_its_pension_to_the_subsidy_less_atp(ceiling: int) -> None:
    found = result(wage_month=20000, ceiling_month=ceiling)
    values = step(found, "obligatory-pension").sum.values
    # 1.5% in 2024, of what is left after ATP.
    assert values["unrounded"] == (found.subsidy.rounded - found.atp_month) * Decimal("0.015")


def test_atp_is_said_to_be_unsettled_only_where_the_ceiling_changes_it() -> None:
    for ceiling, unsettled in ((29000, True), (30000, False), (60000, False)):
        atp = step(result(wage_month=20000, ceiling_month=ceiling), "atp")
        assert bool(atp.remarks) is unsettled
        assert any(source.status is Status.READING for source in atp.sources) is unsettled


@pytest.mark.parametrize(
    ("month", "pension"),
    [(Month(2019, 12), 0), (Month(2020, 1), 46), (Month(2024, 5), 247), (Month(2026, 12), 380)],
)
def test_the_state_adds_obligatory_pension_since_2020(month: Month, pension: int) -> None:
    found = result(month, wage_month=10000)
    assert found.obligatory_pension_month == pension
    assert step(found, "obligatory-pension").amount == pension


def test_2017_has_two_amounts() -> None:
    assert result(Month(2017, 6), wage_month=10000).subsidy.rounded == 15027
    assert result(Month(2017, 7), wage_month=10000).subsidy.rounded == 15035


@pytest.mark.parametrize("month", [Month(2012, 12), newest_month_with_rates().plus(months=1)])
def test_a_month_without_rates_is_refused(month: Month) -> None:
    with pytest.raises(NoRates):
        result(month, wage_month=10000)


def test_the_steps_come_in_order_and_are_never_renamed() -> None:
    found = result(hours_week=24, pace_percent=50, hourly_wage=200, other_wage_month=1000)
    assert [step.key for step in found.steps] == [
        "paid-hours",
        "wage",
        "other-wage",
        "max-subsidy",
        "reduction",
        "ceiling",
        "subsidy",
        "atp",
        "payout",
        "obligatory-pension",
        "total",
    ]


def test_a_total_keeps_the_oere_of_the_wage() -> None:
    found = result(wage_month="10000.25", other_wage_month="0.5")
    assert found.total_month == Decimal("10000.75") + found.subsidy.rounded


OLD_RULES = [
    # Each note, and the month from which it is no longer needed.
    (RULES_OF_TODAY, Month(2024, 1)),
    (MORE_INCOME_IN_CEILING, Month(2024, 1)),
    (AVERAGE_MONTH, Month(2022, 4)),
    (OTHER_WAGE_IN_CEILING, Month(2014, 7)),
    (ALL_WAGE_COUNTS, Month(2014, 5)),
]


@pytest.mark.parametrize("beside", [{"other_wage_month": 1}, {"side_business_month": 1}])
@pytest.mark.parametrize(("note", "until"), OLD_RULES)
def test_a_past_month_says_which_rules_of_its_time_are_not_applied(
    note: str, until: Month, beside: dict[str, int]
) -> None:
    for month, is_noted in ((until.plus(months=-1), True), (until, False)):
        notes = [note.message for note in result(month, wage_month=9000, **beside).notes]
        assert (note in notes) is is_noted


def test_a_month_without_other_wage_needs_no_note_on_it() -> None:
    notes = [note.message for note in result(Month(2013, 5), wage_month=9000).notes]
    assert OTHER_WAGE_IN_CEILING not in notes


def test_the_payment_follows_in_the_month_after() -> None:
    note = result(Month(2024, 12), wage_month=9000).notes[0]
    assert note.message == PAID_IN_ARREARS
    assert note.values["next_month"] == Month(2025, 1)


def test_december_says_that_old_or_new_rates_are_unsettled() -> None:
    for month in range(1, 13):
        notes = [note.message for note in result(Month(2024, month), wage_month=9000).notes]
        assert (RATES_OF_DECEMBER in notes) is (month == 12)


def test_the_newest_rates_stand_for_later_months_only_where_asked_for() -> None:
    newest = newest_month_with_rates()
    case = Case.from_fields(newest.plus(months=1), wage_month=Decimal(8000))
    with pytest.raises(NoRates):
        calculate(case)
    found = calculate(replace(case, assume_newest_rates=True))
    assert found.rates_assumed
    assert found.rates_month == newest
    assert RATES_ASSUMED in [note.message for note in found.notes]
    known = calculate(replace(case, month=newest, assume_newest_rates=True))
    assert not known.rates_assumed
    assert known.subsidy == found.subsidy
    with pytest.raises(NoRates):
        calculate(replace(case, month=Month(2012, 12), assume_newest_rates=True))
