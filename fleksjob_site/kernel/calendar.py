"""Months and ages, for rules that look at a month or know only the month somebody was born in."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month, ordered by time and written as `2024-05`."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (1 <= self.month <= 12 and 1 <= self.year <= 9999):
            raise ValueError(f"no such month: {self.year}-{self.month}")

    @classmethod
    def of(cls, day: date) -> Self:
        """The month that `day` lies in."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2024-05`; anything else is a ValueError."""
        year, dash, month = text.partition("-")
        plain = text.isascii() and year.isdigit() and month.isdigit()
        if not (plain and dash and len(year) == 4 and len(month) == 2):
            raise ValueError(f"not a month: {text!r}")
        return cls(int(year), int(month))

    def plus(self, *, years: int = 0, months: int = 0) -> Self:
        """The month that many years and months later (earlier if negative)."""
        count = (self.year + years) * 12 + self.month - 1 + months
        return type(self)(count // 12, count % 12 + 1)

    def months_until(self, later: Month) -> int:
        """Number of months from this one to `later`; negative if it is earlier."""
        return (later.year - self.year) * 12 + later.month - self.month

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"
