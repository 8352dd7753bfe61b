"""What the rules give you for a month: the range by the ceilings of the time, the rates that may hold, the steps."""

import pytest

from salary.law.payout.due import readings
from salary.law.payout.month import last_paid_for, spread_into
from salary.law.rates import newest_month_with_rates, periods, rates_for
from tests.salary.law.given import numbers_in
from tests.salary.law.payout.paying import TODAY, checked, paid


@pytest.mark.parametrize(
    ("income", "last_month_without", "first_month_with"),
    [
        ("other_wage_month", "2014-06", "2014-07"),
        ("benefit_month", "2023-12", "2024-01"),
        ("holiday_held_month", "2023-12", "2024-01"),
        ("care_pay_month", "2023-12", "2024-01"),
    ],
)
def test_an_income_counts_against_the_ceiling_from_the_month_in_which_the_orders_say_so(
    income: str, last_month_without: str, first_month_with: str
) -> None:
    # 9.200 kr. of wage and 3.000 kr. of the income leave 7.800 kr. below 20.000 kr.; without the income 10.800 kr.
    given = {"ceiling": "20000", income: "3000"}
    before, after = (paid(month, **given) for month in (last_month_without, first_month_with))
    by_rates_of_the_month = readings(before, (before,))[0]
    assert (by_rates_of_the_month.least, by_rates_of_the_month.most) == (7800, 10800)
    assert [(due.least, due.most) for due in readings(after, (after,))] == [(7800, 7800)]


def test_two_incomes_are_left_out_together_before_they_count() -> None:
    month = paid("2023-11", ceiling="20000", benefit_month="2000", holiday_held_month="1000", other_wage_month="500")
    (due,) = readings(month, (month,))
    # Other wage counts since 2014: 20.000 − 9.200 − 500 kr., and 3.000 kr. less with the other two.
    assert (due.least, due.most) == (7300, 10300)


@pytest.mark.parametrize(
    ("month", "rates"),
    [
        ("2025-11", ["2025-11"]),
        ("2025-12", ["2025-12", "2026-01"]),
        ("2026-01", ["2026-01"]),
        (str(newest_month_with_rates()), [str(newest_month_with_rates())]),
    ],
)
def test_only_the_last_month_of_a_period_can_be_read_by_two_rates(month: str, rates: list[str]) -> None:
    one = paid(month)
    found = readings(one, (one,))
    assert [str(due.rates_month) for due in found] == rates
    assert [due.result.rates for due in found] == [rates_for(due.rates_month) for due in found]


def test_the_steps_lead_from_the_payslip_to_the_subsidy_and_its_atp() -> None:
    month = paid(holiday_earned_month="500", benefit_month="1000")
    (due,) = readings(month, (month,))
    keys = ["wage", "max-subsidy", "reduction", "benefit", "ceiling", "subsidy", "atp"]
    assert [step.key for step in due.steps] == keys
    # 8.000 + 1.200 − 500 kr.
    assert (due.steps[0].amount, due.wage) == (8700, 8700)


@pytest.mark.parametrize(
    ("given", "remarks", "paragraphs"),
    [
        ({}, ["pension"], []),
        ({"pension_included": True}, [], []),
        ({"pension_included": True, "holiday_earned_month": "500"}, ["earned"], ["§ 6"]),
        ({"pension_included": True, "holiday_held_month": "500"}, ["held"], ["§ 6"]),
        ({"pension_included": True, "several_months_pay": "900", "several_months": 3}, ["spread"], ["§ 3, stk. 4"]),
    ],
)
def test_the_step_of_the_wage_says_what_was_added_and_what_was_taken_out(
    given: dict[str, object], remarks: list[str], paragraphs: list[str]
) -> None:
    month = paid(**given)  # type: ignore[arg-type]
    step = readings(month, (month,))[0].steps[0]
    named = [
        [key for key in ("pension", "earned", "held", "spread") if key in numbers_in(remark)] for remark in step.remarks
    ]
    assert named == [[remark] for remark in remarks]
    assert [s.paragraph for s in step.sources] == ["§ 1, stk. 1, nr. 1-2", "§ 123, stk. 2", *paragraphs]


def test_pay_of_a_later_month_counts_in_the_months_it_is_spread_over_too() -> None:
    march, april, may = paid("2026-03"), paid("2026-04"), paid(several_months_pay="3000", several_months=2)
    assert [spread_into(month, (march, april, may)) for month in (march, april, may)] == [0, 1500, 1500]
    wage = checked(april, march, may).steps[0]
    assert wage.amount == 8000 + 1200 + 1500
    assert "§ 3, stk. 4" in [source.paragraph for source in wage.sources]
    assert [remark.values["spread"] for remark in wage.remarks if "spread" in numbers_in(remark)] == [1500]
    assert "§ 3, stk. 4" not in [source.paragraph for source in checked(march, april, may).steps[0].sources]


def test_a_month_is_paid_in_the_month_after() -> None:
    assert str(last_paid_for(TODAY)) == "2026-10"


def test_the_first_period_with_rates_can_be_checked() -> None:
    first = periods()[0]
    month = paid(str(first.valid_from))
    (due,) = readings(month, (month,))
    assert due.most == first.max_subsidy_month.amount - 2760
