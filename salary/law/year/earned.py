"""What one month of a plan gives: the wage that counts and is paid, benefits, and the subsidy for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.money import exact, whole_kroner
from fleksjob_site.kernel.text import Kroner
from salary.law.case import DAYS_OF_MONTH, ZERO, Case
from salary.law.neighbours import ledighedsydelse_day
from salary.law.one_month import MonthDue, MonthIncome, month_due
from salary.law.rates import Rates, month_of_rates, rates_for
from salary.law.wage import Wage
from salary.law.year.plan import Event, EventKind, Plan, Terms


@dataclass(frozen=True, slots=True)
class Earned:
    """One month of the job, kr. before tax.

    `income` is what counts for the subsidy, `gross_wage` and `own_pension` what the employer pays and keeps back; both
    are None where the employer's pension is not known. `subsidy` is a range where the rules leave something open.
    `from_municipality` is sickness benefit and ledighedsydelse, `from_others` parental benefit.
    """

    terms: Terms
    income: MonthIncome
    subsidy: MonthDue
    rates: Rates
    rates_month: Month
    gross_wage: Decimal | None
    own_pension: Decimal
    own_atp: Decimal
    from_municipality: Decimal
    from_others: Decimal

    @property
    def ordinary_subsidy(self) -> MonthDue:
        """The subsidy of a whole month of these terms without events."""
        wage = self.terms.wage
        return month_due(_income(self.terms.case, self.income.month, wage.month, wage.ceiling_month), self.rates)


def earned_in(month: Month, plan: Plan) -> Earned:
    """What a month gives, by the newest rates where it has none; NoRates before the first."""
    rates_month = month_of_rates(month, assume_newest=True)
    rates, terms, events = rates_for(rates_month), plan.terms_in(month), plan.events_in(month)
    case, wage = terms.case, terms.wage
    days_in_job = plan.days_in_job(month)
    share = _share(plan, month, days_in_job, events)
    own_atp = case.own_atp_month if share else ZERO
    on_top = _sum(events, EventKind.HOLIDAY_SUPPLEMENT, EventKind.FREE_CHOICE)
    # Own ATP is withheld whole, also from a lower wage.
    counted = exact(max(ZERO, (wage.month + case.own_atp_month) * share - own_atp) + on_top)
    income = replace(
        _income(case, month, counted, wage.ceiling_month)
        if plan.is_in_job(month)
        else MonthIncome(month=month, wage=ZERO),
        benefit=_sum(events, EventKind.SICKNESS_BENEFIT, EventKind.PARENTAL_BENEFIT),
        holiday_days=_days(events, EventKind.HOLIDAY_WITH_UNEMPLOYMENT_ALLOWANCE),
        days_in_job=days_in_job,
    )
    employer_pension = terms.employer_pension_month
    allowance = income.holiday_days * ledighedsydelse_day(rates)
    return Earned(
        terms=terms,
        income=income,
        subsidy=_subsidy(income, case, wage, events, rates),
        rates=rates,
        rates_month=rates_month,
        gross_wage=None
        if employer_pension is None
        else (wage.month + case.own_atp_month - employer_pension) * share + on_top,
        own_pension=terms.own_pension_month * share,
        own_atp=own_atp,
        from_municipality=_sum(events, EventKind.SICKNESS_BENEFIT) + allowance,
        from_others=_sum(events, EventKind.PARENTAL_BENEFIT),
    )


def _share(plan: Plan, month: Month, days_in_job: int | None, events: tuple[Event, ...]) -> Decimal:
    """The share of a month's wage that is paid: an average month has DAYS_OF_MONTH working days."""
    if not plan.is_in_job(month):
        return ZERO
    in_job = Decimal(1) if days_in_job is None else min(Decimal(1), days_in_job / DAYS_OF_MONTH)
    without_wage = _days(events, *(kind for kind in EventKind if kind.counts_days))
    return max(ZERO, in_job - without_wage / DAYS_OF_MONTH)


def _income(case: Case, month: Month, wage: Decimal, ceiling: Decimal | None) -> MonthIncome:
    return MonthIncome(month=month, wage=wage, other_wage=case.other_income_month, ceiling=ceiling)


def _subsidy(income: MonthIncome, case: Case, wage: Wage, events: tuple[Event, ...], rates: Rates) -> MonthDue:
    dues = [month_due(replace(income, ceiling=ceiling), rates) for ceiling in set(_ceilings(case, wage, events))]
    # The act gives a subsidy in holiday with pay or holiday money; on holiday without it is silent (LAB § 124, stk. 1).
    unpaid = max(ZERO, 1 - _days(events, EventKind.HOLIDAY_UNPAID) / DAYS_OF_MONTH)
    least = min(due.least for due in dues)
    return MonthDue(Kroner(whole_kroner(least * unpaid)), max(due.most for due in dues))


def _ceilings(case: Case, wage: Wage, events: tuple[Event, ...]) -> Iterator[Decimal | None]:
    """The ceilings that a month can have: pay that comes once raises it by what full time would get.

    BEK 227/2024 § 12, stk. 4, says so of free-choice and public-holiday pay only; of ferietillæg it is open.
    """
    ceiling = wage.ceiling_month
    if ceiling is None:
        yield None
        return
    once, supplement = _sum(events, EventKind.FREE_CHOICE), _sum(events, EventKind.HOLIDAY_SUPPLEMENT)
    to_full_time = _to_full_time(case, wage)
    if (once or supplement) and to_full_time is None:
        # Full time gets at least as much; how much more is not known.
        yield ceiling + once
        yield None
        return
    ratio = to_full_time or ZERO
    yield exact(ceiling + once * ratio)
    yield exact(ceiling + (once + supplement) * ratio)


def _to_full_time(case: Case, wage: Wage) -> Decimal | None:
    """How many times the own wage full time pays; None where hours and pay are not known."""
    if wage.paid_hours_week:
        return case.full_time_hours_week / wage.paid_hours_week
    if wage.full_time_month is not None and wage.month:
        return wage.full_time_month / wage.month
    return None


def _sum(events: tuple[Event, ...], *kinds: EventKind) -> Kroner:
    return Kroner(sum((event.amount for event in events if event.kind in kinds), ZERO))


def _days(events: tuple[Event, ...], *kinds: EventKind) -> int:
    return sum(event.days for event in events if event.kind in kinds)
