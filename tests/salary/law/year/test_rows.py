"""The rows of a year: what is paid when, and by whose wage and rates."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from fleksjob_site.kernel.calendar import Month
from salary.law.calculation import calculate
from salary.law.case import Case
from salary.law.net import MainCard, TaxCard, net_of, paid_of
from salary.law.rates import NoRates, newest_month_with_rates, periods
from salary.law.year.plan import Event, EventKind, Plan, Terms
from salary.law.year.rows import Row, Year, year_of

FIRST = Month(2026, 2)
MAY, JUNE = Month(2026, 5), Month(2026, 6)
CARD = TaxCard(Decimal(38), Decimal(5400), MainCard.MUNICIPALITY)


def terms(since: Month = FIRST, **given: Any) -> Terms:
    """Terms from numbers written as text."""
    case = Case.from_fields(since, **{name: Decimal(value) for name, value in given.items()})
    return Terms(since, case, case.employer_pension_month or Decimal(0))


JOB = {
    "hours_week": 15,
    "pace_percent": 60,
    "hourly_wage": 180,
    "pension_on_top_percent": 10,
    "own_atp_month": 33,
}


def year(*events: Event, first: Month = FIRST, job: dict[str, Any] = JOB, **rest: Any) -> Year:
    return year_of(Plan(first, rest.pop("terms", (terms(first, **job),)), events=events, **rest))


def event(kind: EventKind, month: Month = MAY, *, amount: int = 0, days: int = 0) -> Event:
    return Event(month, kind, Decimal(amount), days)


def row(found: Year, month: Month) -> Row:
    return next(row for row in found.rows if row.month == month)


def test_rows_are_thirteen_months_and_each_is_paid_by_the_month_before() -> None:
    found = year()
    assert [row.month for row in found.rows] == [FIRST.plus(months=number) for number in range(13)]
    assert all(row.before.income.month.plus(months=1) == row.month for row in found.rows)


def test_an_ordinary_month_is_the_case_of_the_domain_notes() -> None:
    found = row(year(card=CARD), JUNE)
    assert (found.wage, found.wage_paid, found.subsidy_paid, found.atp) == (7689, 6987, 19293, 500)
    assert found.account_before_tax == 6987 + 18793
    assert found.net_paid == Decimal("17689.04")


def test_twelve_rows_where_nothing_changes_are_twelve_single_months() -> None:
    found = year(months=12, first=Month(2025, 2), card=CARD)
    singles = [calculate(replace(terms(**JOB).case, month=row.before.income.month)) for row in found.rows]
    paid = [paid_of(single, Decimal(702)) for single in singles]
    assert found.sums.subsidy_paid == sum(single.subsidy.rounded for single in singles)
    assert found.sums.atp == sum(single.atp_month for single in singles)
    assert found.sums.account_before_tax == sum(one.account_before_tax for one in paid if one)
    assert found.sums.net == sum(net_of(one, CARD).net for one in paid if one)
    assert found.poorest is found.richest is None


def test_a_raise_reaches_the_subsidy_a_month_later() -> None:
    found = year(terms=(terms(**JOB), terms(MAY, **JOB | {"hourly_wage": 186})))
    assert row(found, MAY).wage == Decimal("7946.4")
    assert [row(found, month).subsidy_paid for month in (MAY, JUNE)] == [19293, 19216]


@pytest.mark.parametrize("kind", [EventKind.HOLIDAY_SUPPLEMENT, EventKind.FREE_CHOICE])
def test_pay_that_comes_once_is_paid_in_its_month_and_lowers_the_next_subsidy(kind: EventKind) -> None:
    found = year(event(kind, amount=1000))
    assert [row(found, month).wage_paid for month in (MAY, JUNE)] == [7987, 6987]
    assert [row(found, month).subsidy_paid for month in (MAY, JUNE)] == [19293, 18993]
    assert found.poorest is row(found, JUNE)


def test_free_choice_pay_raises_the_ceiling_by_what_full_time_gets_and_a_holiday_supplement_may() -> None:
    job = {"paid_hours_week": Decimal("18.5"), "full_time_wage_month": 28000, "ceiling_month": 28000}
    ordinary = row(year(job=job), JUNE).subsidy_paid
    assert ordinary == 14000, "half of full time at the ceiling"
    once = row(year(event(EventKind.FREE_CHOICE, amount=1000), job=job), JUNE)
    assert once.subsidy_paid == once.subsidy_paid_most == 28000 + 2000 - 15000
    supplement = row(year(event(EventKind.HOLIDAY_SUPPLEMENT, amount=1000), job=job), JUNE)
    assert (supplement.subsidy_paid, supplement.subsidy_paid_most) == (28000 - 15000, 15000)


def test_once_paid_wage_whose_part_of_full_time_is_unknown_gives_a_range() -> None:
    job = {"wage_month": 14000, "ceiling_month": 22000}
    found = row(year(event(EventKind.FREE_CHOICE, amount=1000), job=job), JUNE)
    assert (found.subsidy_paid, found.subsidy_paid_most) == (8000, 21600 - 4500)


def test_holiday_with_unemployment_allowance_takes_a_share_of_the_next_subsidy() -> None:
    # Five days off make 18,200 kr. the 14,000 of the domain notes.
    job = {"wage_month": 18200, "ceiling_month": 22000}
    found = year(event(EventKind.HOLIDAY_WITH_UNEMPLOYMENT_ALLOWANCE, days=5), job=job)
    assert row(found, MAY).wage == 14000
    assert row(found, MAY).benefit_paid == 5 * 905
    assert row(found, JUNE).subsidy_paid == 6154


@pytest.mark.parametrize("kind", [EventKind.HOLIDAY_UNPAID, EventKind.UNPAID_LEAVE])
def test_days_without_pay_lower_the_wage_and_raise_the_next_subsidy(kind: EventKind) -> None:
    found = year(event(kind, days=13), job={"wage_month": 10000})
    assert row(found, MAY).wage == 4000
    assert row(found, JUNE).subsidy_paid_most == 21600 - 1200
    # Whether there is a subsidy for days of holiday without pay is open: at the least, 13 of 21.67 days have none.
    open_days = kind is EventKind.HOLIDAY_UNPAID
    assert row(found, JUNE).subsidy_paid == (8160 if open_days else 21600 - 1200)
    assert not row(year(event(kind, days=23)), JUNE).subsidy_paid, "a month without any wage has no subsidy"


def test_sickness_benefit_is_deducted_in_full_and_counts_against_the_ceiling() -> None:
    found = year(event(EventKind.SICKNESS_BENEFIT, amount=6000), job={"wage_month": 10000, "ceiling_month": 20000})
    assert row(found, MAY).benefit_paid == 6000
    assert row(found, JUNE).subsidy_paid == 20000 - 10000 - 6000
    free = year(event(EventKind.SICKNESS_BENEFIT, amount=6000), job={"wage_month": 10000, "ceiling_month": 50000})
    assert row(free, JUNE).subsidy_paid == 21600 - 3000 - 6000


def test_benefits_reach_the_account_of_their_month_by_their_payers_card() -> None:
    plain = row(year(card=CARD), MAY)
    sick = row(year(event(EventKind.SICKNESS_BENEFIT, amount=1000), card=CARD), MAY)
    parent = row(year(event(EventKind.PARENTAL_BENEFIT, amount=1000), card=CARD), MAY)
    for found in (sick, parent):
        assert found.account_before_tax == (plain.account_before_tax or 0) + 1000
        assert found.net_paid == (plain.net_paid or 0) + 620
    # With the main card at the municipality its whole deduction is used there already; a third payer has none.
    none = replace(CARD, main_card=MainCard.NONE)
    without = row(year(event(EventKind.PARENTAL_BENEFIT, amount=1000), card=none), MAY)
    assert without.net_paid == (row(year(card=none), MAY).net_paid or 0) + 450


def test_a_job_that_starts_within_a_month() -> None:
    # 16 March 2026 is a Monday: 12 working days are left.
    found = year(first=Month(2026, 3), job={"wage_month": 6500}, job_starts=date(2026, 3, 16))
    march, april, may = found.rows[:3]
    assert march.subsidy_paid == 0
    assert march.wage == 3600
    assert (april.subsidy_paid, april.subsidy_paid_most) == (10883, 11365)
    assert may.subsidy_paid == 21600 - 1950
    assert found.poorest is april, "the month of the start has no subsidy yet and is not compared"


def test_what_happens_before_the_job_starts_does_not_count() -> None:
    sick = event(EventKind.SICKNESS_BENEFIT, Month(2026, 3), amount=5000)
    found = year(sick, first=Month(2026, 3), job={"wage_month": 6500}, job_starts=date(2026, 4, 1))
    assert [(row.benefit_paid, row.subsidy_paid) for row in found.rows[:2]] == [(0, 0), (0, 0)]


def test_the_range_of_a_part_of_a_month_is_that_of_the_domain_notes() -> None:
    # 10 working days of an average month, with a wage of 3,000 kr.
    found = year(first=Month(2026, 3), job={"wage_month": 6500}, job_starts=date(2026, 3, 18))
    assert found.rows[0].wage == 3000
    assert (found.rows[1].subsidy_paid, found.rows[1].subsidy_paid_most) == (9069, 9554)


def test_a_start_on_the_first_working_day_is_a_whole_month() -> None:
    found = year(first=Month(2026, 3), job={"wage_month": 6500}, job_starts=date(2026, 3, 2))
    assert found.rows[0].wage == 6500
    assert found.rows[1].subsidy_paid == 21600 - 1950


def test_months_without_rates_use_the_newest_and_say_so() -> None:
    newest = newest_month_with_rates()
    found = year(first=newest)
    assert [row.rates_assumed for row in found.rows] == [False, False, *[True] * 11]
    assert {row.rates_month for row in found.rows[1:]} == {newest}


def test_the_wage_of_december_meets_the_old_rates() -> None:
    found = year(first=Month(2025, 12), months=3)
    assert [row.rates_month for row in found.rows] == [Month(2025, 11), Month(2025, 12), Month(2026, 1)]
    assert found.rows[0].subsidy_paid == found.rows[1].subsidy_paid != found.rows[2].subsidy_paid


def test_no_year_begins_before_the_rates() -> None:
    first = periods()[0].valid_from
    with pytest.raises(NoRates):
        year(first=first)
    assert year(first=first.plus(months=1), months=1).rows


def test_nothing_reaches_the_account_by_an_unknown_pension() -> None:
    found = year(terms=(Terms(FIRST, terms(wage_month=8000).case, None),), card=CARD)
    assert {(row.paid, row.net, row.account_before_tax, row.net_paid) for row in found.rows} == {(None,) * 4}
    assert found.sums.account_before_tax is found.sums.net is None
    assert found.sums.subsidy_paid > 0


def test_a_side_business_counts_like_other_wage_and_is_in_no_amount_that_is_paid() -> None:
    business, other = (year(job=JOB | {name: 3000}) for name in ("side_business_month", "other_wage_month"))
    assert row(business, JUNE).subsidy_paid == row(other, JUNE).subsidy_paid == 18393
    assert row(business, JUNE).account_before_tax == row(other, JUNE).account_before_tax == 6987 + 18393 - 500
