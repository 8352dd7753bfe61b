"""The form of the income page: everything typed, checked once, turned into a Case."""

from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from fleksjob_site.texts.forms import TickField
from fleksjob_site.texts.writing import fill
from salary.law.case import ZERO, Case, MonthWage
from salary.law.kept import Account
from salary.law.limits import (
    MAX_PACE_PERCENT,
    MIN_PACE_PERCENT,
)
from salary.law.own_atp import usual_own_atp
from salary.law.rates import month_of_rates, newest_month_with_rates, rates_for, rates_of
from salary.pages.income_fields import IncomeFields
from salary.pages.odd_amounts import questions
from salary.pages.pay_form import case_given
from salary.pages.start import check_rates
from salary.pages.tax_card import NAMES as CARD_NAMES
from salary.pages.tax_card import card_given, needed_for_card

Range = tuple[Decimal, Decimal, Decimal, Decimal]
"""Hours at work a week from and to, pace in per cent from and to."""


class IncomeForm(IncomeFields):
    """One month of one person."""

    marked_together = frozenset(CARD_NAMES)

    def __init__(self, data: Any, *, require_all: bool) -> None:
        super().__init__(data, require_all=require_all)
        self._confirms: dict[str, str] = {}
        newest = str(newest_month_with_rates().year)
        self.fields["assume_newest_rates"] = TickField(label=fill(gettext("Use the rates of {year}"), year=newest))

    @property
    def offered(self) -> set[str]:
        """The boxes that confirm or allow what was typed, as far as one is needed by now."""
        self.is_valid()
        return {box for name, box in self._confirms.items() if name not in self._withheld}

    def clean(self) -> None:
        given = self.cleaned_data
        self._confirms = {}
        self._check_month()
        if given.get("wage_kind"):
            self.refuse_other_period("wage", an_hour=given["wage_kind"] == "hourly")
        if given.get("wage_kind") == "hourly":
            self.refuse_monthly("wage", "wage_kind", "full-time", "month")
        hourly, full_time = (self.choice("wage_kind", key) for key in ("hourly", "full-time"))
        for name, (question, confirms) in questions(given, hourly, full_time).items():
            self._confirms[name] = confirms
            if not given[confirms]:
                self.add_error(name, question)
        for least, most in (("hours_per_week", "hours_up_to"), ("efficiency_percent", "efficiency_up_to")):
            low, high = given.get(least), given.get(most)
            if low is not None and high is not None and high < low:
                self.add_error(most, gettext("Enter the same number as above, or more."))
        self._check_pension()
        super().clean()

    def _check_month(self) -> None:
        """A month needs rates, or a later one the choice to use the newest."""
        month = self.cleaned_data.get("month")
        if month and month > newest_month_with_rates():
            self._confirms["month"] = "assume_newest_rates"
        try:
            if month:
                check_rates(month, assume_newest=self.cleaned_data["assume_newest_rates"])
        except ValidationError as error:
            self.add_error("month", error)

    def _check_pension(self) -> None:
        """Pension is given in kroner or in per cent, not both; in kroner it needs the gross wage to be converted."""
        given = self.cleaned_data
        if given.get("own_pension_month") and given.get("own_pension_percent"):
            self.add_error("own_pension_month", gettext("Enter pension as a percentage or in kroner, not both."))
        if not given.get("pension_on_top_month"):
            return
        if given.get("pension_on_top_percent"):
            self.add_error("pension_on_top_month", gettext("Enter pension as a percentage or in kroner, not both."))
        elif given.get("wage_kind") != "month" and (given.get("hours_unknown") or given.get("efficiency_unknown")):
            self.add_error(
                "pension_on_top_month", gettext("Enter pension as a percentage when you don't know your hours.")
            )

    def required(self) -> list[str]:
        """Wage and month; hours and pace only where they are known and used."""
        needed = ["wage_kind", "wage", "month"]
        if self.cleaned_data.get("wage_kind") != "month":
            unknown = {"hours_per_week": "hours_unknown", "efficiency_percent": "efficiency_unknown"}
            needed += [name for name, box in unknown.items() if not self.cleaned_data.get(box)]
        if self.cleaned_data.get("own_atp_kind") == "other":
            needed.append("own_atp_month")
        return needed + needed_for_card(self.cleaned_data)

    def blanks(self) -> list[str]:
        """A card that is half typed only leaves out what is after tax."""
        return [name for name in super().blanks() if name not in CARD_NAMES]

    @cached_property
    def pay(self) -> Case | None:
        """What is paid, as a case whose hours need not be known; None while something is still empty or wrong."""
        if not self.is_complete:
            return None
        given = self.cleaned_data
        hours, pace = given["hours_per_week"] or ZERO, given["efficiency_percent"] or ZERO
        case = replace(
            case_given(given["month"], given, hours=hours, pace=pace),
            ceiling_month=given["ceiling_month"],
            other_wage_month=given["other_wage_month"] or ZERO,
            side_business_month=given["side_business_month"] or ZERO,
            own_atp_month=self._own_atp(hours),
            ceiling_is_assumed=given["ceiling_month"] is not None
            and given["ceiling_month"] == given["ceiling_added_up"],
            assume_newest_rates=given["assume_newest_rates"],
        )
        pension = given["pension_on_top_month"]
        return case.with_pension_on_top(pension) if pension else case

    def _own_atp(self, hours: Decimal) -> Decimal:
        """Own ATP, kr. a month; 0 for a form stored before it asked for ATP."""
        match self.cleaned_data["own_atp_kind"]:
            case "usual":
                # Not known before 2024; a note of the calculation says so.
                month = month_of_rates(self.cleaned_data["month"], assume_newest=True)
                return usual_own_atp(hours, rates_for(month)) or ZERO
            case "other":
                return self.cleaned_data["own_atp_month"] or ZERO
            case _:
                return ZERO

    @property
    def case(self) -> Case | None:
        """The case of a form without errors; None while something is still empty, or hours or pace are not known."""
        pay, given = self.pay, self.cleaned_data
        if pay is None or isinstance(pay.work, MonthWage):
            return pay
        return None if given["hours_unknown"] or given["efficiency_unknown"] else pay

    @cached_property
    def account(self) -> Account | None:
        """How the month reaches the account; None where supplements or unknown hours leave a pension unknown."""
        case, given = self.pay, self.cleaned_data
        if case is None or case.supplements_full_time_month:
            return None
        own_percent = given["own_pension_percent"] or ZERO
        if own_month := given["own_pension_month"]:
            gross = case.gross_wage_month
            if not gross or self.case is None:
                return None
            own_percent = own_month * 100 / gross
        # Not the case's own employer_pension_month: this page asks for pension on top, so 0 means that there is none.
        return Account(rates_of(case), case.pension_on_top_percent, own_percent, case.own_atp_month, card_given(given))

    def hours_and_pace_range(self) -> Range | None:
        """Hours and pace from-to, where one of them is uncertain; "I don't know" stands for all possible values."""
        pay, given = self.pay, self.cleaned_data
        unsure = ("hours_up_to", "hours_unknown", "efficiency_up_to", "efficiency_unknown")
        if pay is None or isinstance(pay.work, MonthWage) or not any(given[name] for name in unsure):
            return None
        hours = given["hours_per_week"], given["hours_up_to"] or given["hours_per_week"]
        pace = given["efficiency_percent"], given["efficiency_up_to"] or given["efficiency_percent"]
        if given["hours_unknown"]:
            hours = ZERO, pay.full_time_hours_week
        if given["efficiency_unknown"]:
            pace = MIN_PACE_PERCENT, MAX_PACE_PERCENT
        return (*hours, *pace)

    def amount(self, name: str) -> Decimal | None:
        """The amount in an optional field of a form without errors, kr."""
        written: Decimal | None = self.cleaned_data[name] if self.is_valid() else None
        return written

    @property
    def range_is_used(self) -> bool:
        """True when one of the fields for uncertain hours or pace is filled in or has an error."""
        names = ("hours_up_to", "hours_unknown", "efficiency_up_to", "efficiency_unknown")
        return any(name in self.errors or self.cleaned_data[name] for name in names)

    @property
    def compare_is_used(self) -> bool:
        """True when today's amount or a goal is filled in or has an error."""
        names = ("today_month", "goal_month")
        return any(name in self.errors or self.cleaned_data[name] is not None for name in names)

    @property
    def more_is_used(self) -> bool:
        """True when a field behind "more" has an error or differs from its initial value."""
        usual: dict[str, object] = {
            "supplements_full_time_month": 0,
            "other_wage_month": 0,
            "side_business_month": 0,
            "full_time_hours_per_week": 37,
            "pension_on_top_month": 0,
            "own_pension_percent": 0,
            "own_pension_month": 0,
            "own_atp_month": 0,
            "own_atp_kind": "usual",
        }
        given = self.cleaned_data
        return any(name in self.errors or given[name] not in (None, "", start) for name, start in usual.items())
