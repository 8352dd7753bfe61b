"""The layout of a year's bars: wage below and what the municipality and others pay on top, in SVG units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Kroner
from salary.law.year.rows import Row, Year
from salary.pages.chart import Tick, ticks

WIDTH, HEIGHT = 1108, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 1104, 50, 256
_MAX_TICKS = 4
_GAP = 0.34
"""The share of a month's width that is empty."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One month: `wage_top` and `top` are heights in the picture; `mark` numbers a remark in the table.

    `rates_year` is set where the year's own rates are not known.
    """

    month: Month
    amount: Kroner
    x: float
    middle: float
    wage_top: float
    top: float
    mark: int | None
    is_poorest: bool
    begins_year: bool
    rates_year: str | None


@dataclass(frozen=True, slots=True)
class YearChart:
    """Everything to be drawn; bars show what reaches the account before tax, or the total where that is not known."""

    width: int
    height: int
    left: float
    right: float
    bottom: float
    bar_width: float
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A month as one line for a phone: how much of 1,000 units is wage, and how much is paid in all."""

    wage: int
    all: int


def before_tax(row: Row) -> Kroner:
    """What the pictures show of a month, kr. before tax: to the account where that is known, else with pension."""
    known = row.account_before_tax
    return row.total if known is None else known


def year_chart(year: Year, marks: Sequence[int | None]) -> YearChart:
    """Lay the year out: a bar for each month, from 0 to a round amount above the most."""
    heights = ticks(max((before_tax(row) for row in year.rows), default=Kroner(0)) or Decimal(1), _MAX_TICKS)
    step = (_RIGHT - _LEFT) / len(year.rows)
    width = step * (1 - _GAP)

    def y(amount: Decimal) -> float:
        return round(_BOTTOM - (_BOTTOM - _TOP) * float(amount / heights[-1]), 1)

    bars = [
        Bar(
            month=row.month,
            amount=before_tax(row),
            x=round(_LEFT + number * step + (step - width) / 2, 1),
            middle=round(_LEFT + number * step + step / 2, 1),
            wage_top=y(_wage(row)),
            top=y(before_tax(row)),
            mark=mark,
            is_poorest=row is year.poorest,
            begins_year=number > 0 and row.month.month == 1,
            rates_year=str(row.this.rates_month.year) if row.this.rates_month != row.month else None,
        )
        for number, (row, mark) in enumerate(zip(year.rows, marks, strict=True))
    ]
    return YearChart(
        width=WIDTH,
        height=HEIGHT,
        left=_LEFT,
        right=_RIGHT,
        bottom=_BOTTOM,
        bar_width=round(width, 1),
        bars=tuple(bars),
        ticks=tuple(Tick(y(amount), Kroner(amount)) for amount in heights),
    )


def shares(year: Year) -> tuple[Share, ...]:
    """Each month against the richest."""
    most = max((before_tax(row) for row in year.rows), default=Kroner(0)) or Decimal(1)
    return tuple(Share(int(_wage(row) * 1000 / most), int(before_tax(row) * 1000 / most)) for row in year.rows)


def _wage(row: Row) -> Kroner:
    return row.wage if row.wage_paid is None else row.wage_paid
