"""What is said of each row of a year."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from fleksjob_site.kernel.calendar import Month
from salary.law.case import Case
from salary.law.rates import newest_month_with_rates
from salary.law.year.plan import Event, EventKind, Plan, Terms
from salary.law.year.remarks import RemarkKey, remarks_on
from salary.law.year.rows import Year, year_of

FIRST = Month(2026, 3)
CASE = Case.from_fields(FIRST, wage_month=Decimal(6500))
PLAN = Plan(FIRST, (Terms(FIRST, CASE, Decimal(0)),), months=4)


def keys(year: Year) -> list[list[RemarkKey]]:
    return [[remark.key for remark in remarks_on(row, year)] for row in year.rows]


def test_an_even_year_says_only_that_the_subsidy_follows_the_month_before() -> None:
    assert keys(year_of(PLAN)) == [[RemarkKey.ARREARS], [], [], []]


def test_a_start_and_its_part_of_a_month_and_the_poorest_month() -> None:
    first, second, *rest = keys(year_of(replace(PLAN, job_starts=date(2026, 3, 18))))
    assert first == [RemarkKey.START]
    assert second == [RemarkKey.PART_OF_MONTH, RemarkKey.OPEN, RemarkKey.POOREST]
    assert rest == [[], []]


def test_a_change_is_said_in_the_month_it_happens() -> None:
    later = Terms(Month(2026, 4), replace(CASE, other_wage_month=Decimal(100)), Decimal(0))
    found = keys(year_of(replace(PLAN, terms=(*PLAN.terms, later))))
    assert [RemarkKey.CHANGE in row for row in found] == [False, True, False, False]


@pytest.mark.parametrize("kind", EventKind)
def test_every_event_is_said_in_its_month_and_its_effect_in_the_next(kind: EventKind) -> None:
    event = Event(Month(2026, 4), kind, days=3) if kind.counts_days else Event(Month(2026, 4), kind, Decimal(500))
    year = year_of(replace(PLAN, events=(event,)))
    found = [remark for remark in remarks_on(year.rows[1], year) if remark.key == RemarkKey.EVENT]
    assert len(found) == 1
    assert found[0].sources
    assert [RemarkKey.FOLLOWS in row for row in keys(year)] == [False, False, True, False]


def test_new_and_assumed_rates_are_said_once() -> None:
    newest = newest_month_with_rates()
    found = keys(year_of(replace(PLAN, first=newest)))
    assert [RemarkKey.NEW_RATES in row for row in found] == [False, True, False, False]
    assert [RemarkKey.RATES_ASSUMED in row for row in found] == [False, False, True, False]
    known = keys(year_of(replace(PLAN, first=Month(2025, 12))))
    assert [RemarkKey.NEW_RATES in row for row in known] == [False, True, False, False]
    assert not any(RemarkKey.RATES_ASSUMED in row for row in known)


def test_a_month_without_any_wage_says_why_there_is_no_subsidy() -> None:
    event = Event(Month(2026, 4), EventKind.UNPAID_LEAVE, days=23)
    year = year_of(replace(PLAN, events=(event,)))
    (remark,) = [remark for remark in remarks_on(year.rows[2], year) if remark.key == RemarkKey.FOLLOWS]
    assert "no wage" in remark.text.message


def test_nothing_is_said_of_rates_before_the_job_starts() -> None:
    newest = newest_month_with_rates()
    found = keys(year_of(replace(PLAN, first=newest, months=5, job_starts=newest.plus(months=3).first_day)))
    assert found[:3] == [[], [], []]
    assert RemarkKey.RATES_ASSUMED in found[4]
