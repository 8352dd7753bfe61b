"""The time that the law code and the letter take without a server."""

import statistics
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from timeit import repeat, timeit

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.letter.content import letter_pdf
from fleksjob_site.letter.views import VARIANTS
from fleksjob_site.personas.persons import AS_ON, PERSONS, data_of
from salary.law.calculation import calculate
from salary.law.case import Case, HourlyWage
from salary.law.curve import Curve, curve_of
from salary.law.net import MainCard, TaxCard, net_of, paid_of
from salary.law.net_steps import net_steps
from salary.law.year.plan import Event, EventKind, Plan, Terms
from salary.law.year.rows import year_of
from salary.pages.chart import chart
from tests.bench.table import Table

CASE = Case.from_fields(Month(2024, 5), hours_week=Decimal("12.5"), pace_percent=Decimal(60), hourly_wage=Decimal(185))

CARD = TaxCard(Decimal(38), Decimal(5400), MainCard.MUNICIPALITY)

_FIRST = Month(2026, 2)
YEAR = Plan(
    _FIRST,
    (Terms(_FIRST, CASE, Decimal(0)), Terms(Month(2026, 9), CASE.with_pay(HourlyWage(Decimal(190))), Decimal(0))),
    events=(
        Event(Month(2026, 5), EventKind.HOLIDAY_SUPPLEMENT, Decimal(700)),
        Event(Month(2026, 7), EventKind.HOLIDAY_WITH_UNEMPLOYMENT_ALLOWANCE, days=5),
        Event(Month(2026, 12), EventKind.FREE_CHOICE, Decimal(1500)),
    ),
    card=TaxCard(Decimal(38), Decimal(5400), MainCard.MUNICIPALITY),
)


def measure() -> list[Table]:
    return [_rules(), _letters()]


def _rules() -> Table:
    table = Table("The law code", ("median of 5 × 1000", "ms", "target"))
    table.add("one calculation", f"{_milliseconds(lambda: calculate(CASE)):.3f}", "")
    table.add("one calculation with its steps", f"{_milliseconds(lambda: calculate(CASE).steps):.3f}", "")
    table.add("one calculation and its net, with the steps of the net", f"{_milliseconds(_net_with_steps):.3f}")
    table.add("a year of 13 months, after tax", f"{_milliseconds(lambda: year_of(YEAR)):.3f}", "≤ 1")
    table.add("the whole curve with its picture", f"{_milliseconds(_picture):.3f}", "")
    return table


def _net_with_steps() -> None:
    """From the case, as the page and the API do it."""
    paid = paid_of(calculate(CASE), CASE.employer_pension_month)
    assert paid is not None
    net_steps(net_of(paid, CARD))


def _picture() -> None:
    curve = curve_of(CASE)
    assert isinstance(curve, Curve)
    chart(curve)


def _milliseconds(function: Callable[[], object]) -> float:
    return statistics.median(repeat(function, number=1000, repeat=5))


def _letters() -> Table:
    """Every example person's letter in each variant, after one of each variant to warm up."""
    told = [data_of(person) for person in PERSONS.values()]
    table = Table(f"The letter of {len(told)} persons", ("variant", "median ms", "slowest ms"))
    for languages in VARIANTS.values():
        letter_pdf(told[0], AS_ON, AS_ON, languages)
    for variant, languages in VARIANTS.items():
        times = [timeit(partial(letter_pdf, one, AS_ON, AS_ON, languages), number=1) * 1000 for one in told]
        table.add(variant, f"{statistics.median(times):.0f}", f"{max(times):.0f}")
    return table
