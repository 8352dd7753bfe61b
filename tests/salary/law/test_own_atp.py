"""Own ATP and pension: the income calculation and the check of payouts give one amount for one payslip."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fleksjob_site.kernel.calendar import Month
from salary.law.calculation import calculate
from salary.law.case import Case, HourlyWage, HoursAtWork, MonthWage
from salary.law.curve import curve_of
from salary.law.own_atp import usual_own_atp
from salary.law.payout.due import readings
from salary.law.payout.month import Ceiling, PaidMonth
from salary.law.payout.pension import PensionPercent
from salary.law.rates import periods, rates_for

ZERO = Decimal(0)
months = st.sampled_from([month for rates in periods() for month in (rates.valid_from, rates.valid_to)])


@settings(max_examples=60)
@given(
    month=months,
    gross=st.decimals(1500, 30_000, places=2),
    own_percent=st.decimals(0, 10, places=1),
    employer_percent=st.decimals(0, 20, places=1),
    atp=st.sampled_from([ZERO, Decimal(33), Decimal(66), Decimal(99), Decimal("47.35")]),
    ceiling=st.one_of(st.none(), st.decimals(15_000, 45_000, places=0)),
)
def test_one_payslip_gives_one_amount_however_it_is_entered(
    month: Month, gross: Decimal, own_percent: Decimal, employer_percent: Decimal, atp: Decimal, ceiling: Decimal | None
) -> None:
    own, employer = gross * own_percent / 100, gross * employer_percent / 100
    by_percent = Case(month, MonthWage(gross), ceiling, pension_on_top_percent=employer_percent, own_atp_month=atp)
    by_kroner = Case(month, MonthWage(gross), ceiling, own_atp_month=atp).with_pension_on_top(employer)
    wage = gross - atp + employer
    expected = {calculate(by_percent).subsidy.rounded}
    assert calculate(by_percent).wage.month == wage
    assert {calculate(by_kroner).subsidy.rounded} == expected

    am_income, with_pension = gross - own - atp, gross + employer
    percent = PensionPercent(own_percent, employer_percent)
    slips = []
    for typed, pension_included in ((am_income, False), (with_pension, True)):
        shares = percent.in_kroner(typed, pension_included=pension_included, own_atp=atp)
        assert [round(share, 6) for share in shares] == [round(own, 6), round(employer, 6)]
        for own_pension, employer_pension in ((own, employer), shares):
            slips.append(
                PaidMonth(
                    month=month,
                    wage_month=typed,
                    paid_subsidy_month=ZERO,
                    pension_included=pension_included,
                    own_pension_month=own_pension,
                    employer_pension_month=employer_pension,
                    own_atp_month=atp,
                    ceiling=Ceiling(stated_month=ceiling),
                )
            )
    for slip in slips:
        due = readings(slip, ())[0]
        assert round(due.wage, 6) == round(wage, 6)
        # A half krone may fall on either side where a share is cut at the twelfth decimal.
        assert due.most == due.result.subsidy.rounded
        assert {due.result.subsidy.rounded} == expected


@pytest.mark.parametrize(
    ("hours", "atp"), [(0, 0), (8.99, 0), (9, 33), (17.99, 33), (18, 66), (20, 66), (26.99, 66), (27, 99), (37, 99)]
)
def test_the_usual_atp_follows_all_hours_at_work(hours: float, atp: int) -> None:
    for month in (Month(2024, 1), Month(2026, 12)):
        assert usual_own_atp(Decimal(str(hours)), rates_for(month)) == atp


def test_the_usual_atp_of_months_before_2024_is_not_known() -> None:
    assert usual_own_atp(Decimal(37), rates_for(Month(2023, 12))) is None


def test_the_example_of_the_rules_comes_out_with_and_without_atp() -> None:
    # 15 hours at 60 %, 180 kr. an hour and 10 % on top: 7.722 kr., and 33 kr. of ATP.
    work = HoursAtWork(Decimal(15), Decimal(60), HourlyWage(Decimal(180)))
    bare = Case(Month(2026, 11), work, pension_on_top_percent=Decimal(10))
    net = Case(Month(2026, 11), work, pension_on_top_percent=Decimal(10), own_atp_month=Decimal(33))
    assert [calculate(case).wage.month for case in (bare, net)] == [7722, 7689]
    assert [calculate(case).subsidy.rounded for case in (bare, net)] == [19283, 19293]
    # The full-time wage, and so the assumed ceiling, is left gross.
    assert calculate(net).wage.ceiling_month == calculate(bare).wage.ceiling_month


@settings(max_examples=60)
@given(
    hours=st.decimals("0.5", 37, places=2),
    hourly=st.decimals(100, 300, places=0),
    atp=st.sampled_from([Decimal(33), Decimal(66), Decimal(99)]),
    other=st.sampled_from([ZERO, Decimal(4000)]),
)
def test_the_curve_leaves_atp_out_like_the_calculation(
    hours: Decimal, hourly: Decimal, atp: Decimal, other: Decimal
) -> None:
    case = Case(
        Month(2026, 5), HoursAtWork(hours, Decimal(100), HourlyWage(hourly)), other_wage_month=other, own_atp_month=atp
    )
    curve, result = curve_of(case), calculate(case)
    assert curve
    assert curve.here
    assert curve.here.wage == result.wage.month
    assert curve.here.subsidy_month == result.subsidy.rounded
