"""The form of the year page: from when, what changes in the job of the income page, and what happens once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.typed_units import Unit
from fleksjob_site.texts.date_forms import DayField
from fleksjob_site.texts.forms import AN_HOUR_OR_A_MONTH, AmountField, ChoiceField, HoursField, PercentField
from fleksjob_site.texts.writing import fill
from fleksjob_site.texts.writing import month as month_in_words
from salary.law.case import MonthWage
from salary.law.limits import MAX_AMOUNT, MAX_DAYS_IN_JOB, MAX_HOURS_WEEK, MAX_PACE_PERCENT, MIN_PACE_PERCENT
from salary.law.year.plan import EARLIEST_FIRST, ONE_YEAR_LATER, Event, EventKind, Plan, Terms
from salary.law.year.rows import Year, year_of
from salary.law.year.supplement import holiday_supplements
from salary.pages.forms import IncomeForm
from salary.pages.pay_form import PayForm
from salary.pages.start import with_initial_values

MAX_CHANGES, MAX_EVENTS = 3, 8
_MONTHS_AHEAD = _MONTHS_BACK = 12
"""How far from this month a year can begin."""


def income_form(typed: Mapping[str, str], today: Month) -> IncomeForm:
    """The income page's form as typed, whose job the year is planned for."""
    return IncomeForm(with_initial_values(typed, today), require_all=True)


class _DaysOrAmountField(AmountField):
    """How much of an event there is: days, or an amount."""

    units = (Unit.KRONER, Unit.DAYS)

    def not_a_number(self) -> str:
        return gettext("Enter the days or the amount as a number, for example 5.")


class YearForm(PayForm):
    """A year of the job that `income` describes."""

    max_length = 60
    required_messages: ClassVar = {
        "change_month": _("Choose from which month this applies."),
        "event_month": _("Choose the month."),
        "event_number": _("Enter the days, or the amount before tax."),
    }
    marked_together = frozenset(f"change{number}_month" for number in range(1, MAX_CHANGES + 1))

    def __init__(self, data: Mapping[str, str], *, income: IncomeForm, today: Month, require_all: bool) -> None:
        self.income = income
        starts = [today.plus(months=number) for number in range(-_MONTHS_BACK, _MONTHS_AHEAD + 1)]
        starts = [month for month in starts if month >= EARLIEST_FIRST]
        written = str(data.get("first", ""))
        # A month that can't be chosen any more, as in an old link, is no error.
        self.first = next((month for month in starts if str(month) == written), first_month(income, today))
        super().__init__({**dict(data.items()), "first": str(self.first)}, require_all=require_all)
        self.fields["first"] = _month_choice(_("The first month"), starts)
        self.fields["job_starts"] = DayField(label=_("The job starts on"), help_text=_STARTS_HINT)
        self.fields["supplement"] = forms.BooleanField(label=_SUPPLEMENT, required=False)
        shown = [self.first.plus(months=number) for number in range(-1, ONE_YEAR_LATER)]
        for number in range(1, MAX_CHANGES + 1):
            self._add_change(f"change{number}_", shown[1:])
        for number in range(1, MAX_EVENTS + 1):
            self._add_event(f"event{number}_", shown)

    def _add_change(self, prefix: str, months: list[Month]) -> None:
        self.fields[prefix + "month"] = _month_choice(_("From"), months)
        self.fields[prefix + "hours"] = HoursField(label=_("Hours at work a week"), least=0, most=MAX_HOURS_WEEK)
        self.fields[prefix + "pace"] = PercentField(label=_("Pace"), least=MIN_PACE_PERCENT, most=MAX_PACE_PERCENT)
        self.fields[prefix + "wage"] = AmountField(
            label=_("The wage before tax"), per=AN_HOUR_OR_A_MONTH, least=0, most=MAX_AMOUNT
        )

    def _add_event(self, prefix: str, months: list[Month]) -> None:
        self.fields[prefix + "kind"] = ChoiceField(
            label=_("What happens"),
            choices=[("", _("Nothing")), *((kind.value, _(kind.label)) for kind in EventKind)],
            message=_("Choose one from the list."),
        )
        self.fields[prefix + "month"] = _month_choice(_("Month"), months)
        self.fields[prefix + "number"] = _DaysOrAmountField(label=_("How much"), least=0, most=MAX_AMOUNT)

    def typed(self) -> dict[str, str]:
        """What was sent for the fields of this form, as typed; empty ones are left out, so that all fit."""
        return {name: text for name, text in super().typed().items() if text}

    @property
    def wage_is_all(self) -> bool:
        """Whether the income page holds a month's wage, which hours and pace don't change."""
        return self.income.case is not None and isinstance(self.income.case.work, MonthWage)

    def clean(self) -> None:
        given = self.cleaned_data
        start = given.get("job_starts")
        last = self.first.plus(months=ONE_YEAR_LATER - 1)
        if start and Month.of(start) > last:
            self.add_error("job_starts", fill(gettext("Enter a day before the end of {month}."), month=last))
        for number in range(1, MAX_EVENTS + 1):
            self._check_event(f"event{number}_")
        super().clean()

    def required(self) -> Iterator[str]:
        """What a change or an event needs that is begun."""
        # Looked up last: to ask for the errors cleans a form that is not clean yet.
        errors, given = self.errors, self.cleaned_data
        for prefix in (f"change{number}_" for number in range(1, MAX_CHANGES + 1)):
            names = [prefix + name for name in ("hours", "pace", "wage")]
            if any(given.get(name) is not None or name in errors for name in names):
                yield prefix + "month"
        for prefix in (f"event{number}_" for number in range(1, MAX_EVENTS + 1)):
            if given.get(prefix + "kind"):
                yield from (prefix + "month", prefix + "number")

    def required_message(self, name: str) -> str:
        return super().required_message(re.sub(r"\d", "", name))

    def _check_event(self, prefix: str) -> None:
        kind, number = self.cleaned_data.get(prefix + "kind"), self.cleaned_data.get(prefix + "number")
        if not kind:
            return
        days = EventKind(kind).counts_days
        written = self.written(prefix + "number")
        if written and written.unit is (Unit.KRONER if days else Unit.DAYS):
            said = gettext("Enter the number of days.") if days else gettext("Enter the amount before tax.")
            self.add_error(prefix + "number", said)
        elif days and number is not None and not (number == int(number) and 1 <= number <= MAX_DAYS_IN_JOB):
            self.add_error(
                prefix + "number", fill(gettext("Enter whole days, from 1 to {most}."), most=str(MAX_DAYS_IN_JOB))
            )

    @property
    def plan(self) -> Plan | None:
        """The plan of a form without errors; None where the income page has no single job or something is wrong."""
        if not self.is_valid():
            return None
        terms = list(self._terms())
        if not terms or None in terms:
            return None
        known = tuple(sorted((one for one in terms if one), key=lambda one: one.since))
        account, events = self.income.account, tuple(self._events())
        card = account.card if account else None
        plan = Plan(self.first, known, job_starts=self.cleaned_data["job_starts"], events=events, card=card)
        if self.cleaned_data["supplement"]:
            plan = replace(plan, events=(*plan.events, *holiday_supplements(plan)))
        return plan

    def year(self) -> Year | None:
        """The rows of the plan; None without one."""
        plan = self.plan
        return year_of(plan) if plan else None

    def _terms(self) -> Iterator[Terms | None]:
        """The job at first, and from each change on; None for one that the income form would refuse."""
        typed = dict(self.income.data)
        yield _terms_of(self.income, self.first.plus(months=-1))
        changes = [f"change{number}_" for number in range(1, MAX_CHANGES + 1)]
        for prefix in sorted(changes, key=lambda prefix: self.cleaned_data[prefix + "month"] or ""):
            month = self.cleaned_data[prefix + "month"]
            names = {"hours": "hours_per_week", "pace": "efficiency_percent", "wage": "wage"}
            new = {field: prefix + name for name, field in names.items()}
            new = {field: self.data[name] for field, name in new.items() if self.cleaned_data[name] is not None}
            if month and new:
                typed |= new
                yield _terms_of(IncomeForm(typed, require_all=True), Month.parse(month))

    def _events(self) -> Iterator[Event]:
        given = self.cleaned_data
        for prefix in (f"event{number}_" for number in range(1, MAX_EVENTS + 1)):
            kind, month, number = (given[prefix + name] for name in ("kind", "month", "number"))
            if not (kind and month and number):
                continue
            if EventKind(kind).counts_days:
                yield Event(Month.parse(month), EventKind(kind), days=int(number))
            else:
                yield Event(Month.parse(month), EventKind(kind), number)

    @property
    def change_prefixes(self) -> list[str]:
        """The changes to show: those in use, and one more."""
        return self._to_show("change", MAX_CHANGES)

    @property
    def event_prefixes(self) -> list[str]:
        """The events to show: those in use, and one more."""
        return self._to_show("event", MAX_EVENTS)

    def _to_show(self, kind: str, most: int) -> list[str]:
        used = [number for number in range(1, most + 1) if self._is_used(f"{kind}{number}_")]
        return [f"{kind}{number}_" for number in range(1, min(most, max(used, default=0) + 1) + 1)]

    def _is_used(self, prefix: str) -> bool:
        return any(name.startswith(prefix) for name in self.typed())

    @property
    def is_used(self) -> bool:
        """Whether anything is typed."""
        return any(name != "first" for name in self.typed())


def first_month(income: IncomeForm, today: Month) -> Month:
    """The month that pays the subsidy for the income page's month, or this month where that is over."""
    case = income.case
    return max(today, case.month.plus(months=1)) if case else today


def planned(year: Mapping[str, str], income: Mapping[str, str], today: Month) -> Year | None:
    """The year that was typed, for files and links; None where it can't be planned."""
    if not income:
        return None
    return YearForm(year, income=income_form(income, today), today=today, require_all=False).year()


def _terms_of(form: IncomeForm, since: Month) -> Terms | None:
    case = form.case
    if case is None:
        return None
    account, gross = form.account, case.gross_wage_month
    if account is None:
        return Terms(since, case, None)
    return Terms(since, case, gross * account.employer_pension_percent / 100, gross * account.own_pension_percent / 100)


def _month_choice(label: Any, months: list[Month]) -> ChoiceField:
    return ChoiceField(
        label=label,
        choices=[("", _("Choose")), *((str(month), month_in_words(month)) for month in months)],
        message=_("Choose one of the months in the list."),
    )


_STARTS_HINT = _("Only if it starts in one of these months. Then part of the first month is counted by days.")
_SUPPLEMENT = _("My employer pays a holiday supplement (ferietillæg) with the wage for May and August")
