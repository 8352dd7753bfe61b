"""A month planned and a month checked with the same facts agree to the øre, and rows add up to arithmetic done here."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from fleksjob_site.kernel.calendar import Month
from salary.law.case import Case
from salary.law.net import MainCard, TaxCard
from salary.law.payout.due import readings
from salary.law.payout.month import Ceiling, PaidMonth
from salary.law.rates import newest_month_with_rates, rates_for
from salary.law.year.plan import EARLIEST_FIRST, Event, EventKind, Plan, Terms
from salary.law.year.rows import Row, year_of

OLDEST = EARLIEST_FIRST.plus(months=-1)
"""Older months have a range in the check, since the rules differed."""

NOT_IN_A_CHECK = (EventKind.FREE_CHOICE, EventKind.HOLIDAY_SUPPLEMENT, EventKind.HOLIDAY_UNPAID)
"""Events that the check does not know by these names, or asks about in another way."""


def _kroner(most: int) -> st.SearchStrategy[Decimal]:
    return st.integers(0, most * 100).map(lambda ore: Decimal(ore) / 100)


@st.composite
def _plans(draw: st.DrawFn) -> Plan:
    first = OLDEST.plus(months=draw(st.integers(1, OLDEST.months_until(newest_month_with_rates()) - 1)))
    pay, most = draw(st.sampled_from([("hourly_wage", 400), ("full_time_wage_month", 60_000)]))
    case = Case.from_fields(
        first,
        hours_week=Decimal(draw(st.integers(0, 74))) / 2,
        pace_percent=Decimal(draw(st.integers(1, 100))),
        pension_on_top_percent=Decimal(draw(st.integers(0, 20))),
        other_wage_month=draw(st.sampled_from([Decimal(0), Decimal(2500)])),
        side_business_month=draw(st.sampled_from([Decimal(0), Decimal(1200)])),
        own_atp_month=Decimal(draw(st.sampled_from([0, 33, 66, 99]))),
        ceiling_month=draw(st.none() | _kroner(50_000)),
        **{pay: draw(_kroner(most))},
    )
    before = first.plus(months=-1)
    kinds = draw(st.lists(st.sampled_from(EventKind), unique=True, max_size=3))
    events = tuple(
        Event(before, kind, days=draw(st.integers(1, 5)))
        if kind.counts_days
        else Event(before, kind, draw(_kroner(9000)))
        for kind in kinds
    )
    starts = draw(st.none() | st.integers(1, before.last_day.day).map(lambda day: before.first_day.replace(day=day)))
    own_pension = case.gross_wage_month * draw(st.integers(0, 10)) / 100
    card = TaxCard(Decimal(draw(st.integers(0, 100))), draw(_kroner(8000)), draw(st.sampled_from(MainCard)))
    terms = Terms(before, case, case.employer_pension_month, own_pension)
    return Plan(first, (terms,), months=1, events=events, job_starts=starts, card=card)


def _payslip(row: Row) -> PaidMonth:
    """What the payslip of the month says whose wage sets the row's subsidy."""
    plan_case, earned = row.before.terms.case, row.before
    assert earned.gross_wage is not None
    income, stated = earned.income, plan_case.ceiling_month
    return PaidMonth(
        month=income.month,
        wage_month=earned.gross_wage - earned.own_atp - earned.own_pension,
        paid_subsidy_month=row.subsidy_paid,
        own_pension_month=earned.own_pension,
        employer_pension_month=income.wage - (earned.gross_wage - earned.own_atp),
        other_wage_month=income.other_wage,
        benefit_month=income.benefit,
        holiday_unemployment_days=income.holiday_days,
        days_in_job=income.days_in_job,
        ceiling=Ceiling(stated_month=earned.terms.wage.ceiling_month if stated is None else stated),
    )


@given(_plans())
def test_a_month_planned_and_a_month_checked_agree(plan: Plan) -> None:
    (row,) = year_of(plan).rows
    assume(row.before.gross_wage)
    assume(not plan.events_in(row.before.income.month, *NOT_IN_A_CHECK))
    paid = _payslip(row)
    assume(paid.wage_month >= 0)
    (due, *_) = readings(paid, (paid,))
    assert due.income.wage.quantize(Decimal("1E-9")) == row.before.income.wage.quantize(Decimal("1E-9"))
    assert (due.least, due.most) == (row.subsidy_paid, row.subsidy_paid_most)


@given(_plans(), _kroner(9000))
def test_free_choice_pay_planned_and_checked_agree(plan: Plan, amount: Decimal) -> None:
    plan = replace(plan, events=(Event(plan.first.plus(months=-1), EventKind.FREE_CHOICE, amount),), job_starts=None)
    (row,) = year_of(plan).rows
    hours = row.before.terms.wage.paid_hours_week
    assume(row.before.gross_wage and hours)
    paid = replace(_payslip(row), once_paid_month=amount)
    once = amount * plan.terms[0].case.full_time_hours_week / (hours or 1)
    paid = replace(paid, ceiling=replace(paid.ceiling, once_month=once))
    (due, *_) = readings(paid, (paid,))
    assert (due.least, due.most) == (row.subsidy_paid, row.subsidy_paid_most)


@given(_plans())
def test_what_reaches_the_account_is_the_payslip_less_tax(plan: Plan) -> None:
    later = tuple(replace(event, month=plan.first) for event in plan.events)
    (row,) = year_of(replace(plan, events=later, job_starts=None)).rows
    assert plan.card is not None
    assert row.net_paid is not None
    percent, deduction = Fraction(plan.card.percent) / 100, Fraction(plan.card.deduction_month)
    at_employer = deduction if plan.card.main_card is MainCard.EMPLOYER else 0
    at_municipality = deduction if plan.card.main_card is MainCard.MUNICIPALITY else 0
    if plan.card.main_card is MainCard.NONE:
        percent = Fraction(55, 100)
    this = row.this
    income = max(Fraction(0), Fraction(this.gross_wage or 0) - Fraction(this.own_pension) - Fraction(this.own_atp))
    after_am = income * Fraction(92, 100)
    from_municipality = Fraction(row.subsidy_paid) - Fraction(row.atp) + Fraction(this.from_municipality)
    net = after_am - percent * max(Fraction(0), after_am - at_employer)
    net += from_municipality - percent * max(Fraction(0), from_municipality - at_municipality)
    net += Fraction(this.from_others) * (1 - percent)
    assert abs(Fraction(row.net_paid) - net) < Fraction(2, 100), "each payer rounds to the øre"
    assert row.account_before_tax is not None
    before_tax = income + from_municipality + Fraction(this.from_others)
    assert abs(Fraction(row.account_before_tax) - before_tax) < Fraction(1, 10**9), "a Decimal has 28 digits"


def test_the_day_that_a_job_starts_is_the_only_thing_the_check_gets_as_days() -> None:
    case = Case.from_fields(OLDEST, wage_month=Decimal(6500), ceiling_month=Decimal(60_000))
    plan = Plan(Month(2026, 3), (Terms(OLDEST, case, Decimal(0)),), months=2, job_starts=date(2026, 3, 18))
    row = year_of(plan).rows[1]
    (due, *_) = readings(_payslip(row), (_payslip(row),))
    assert due.income.days_in_job == 10
    assert (due.least, due.most) == (row.subsidy_paid, row.subsidy_paid_most) == (9069, 9554)
    assert rates_for(Month(2026, 3)).max_subsidy_month.amount == 21600
