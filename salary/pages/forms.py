"""The form of the income page: everything typed, checked once, turned into a Case."""

from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.texts.forms import AmountField, ChoiceField, HoursField, MonthField, PercentField
from salary.law.case import ZERO, Case, MonthWage
from salary.law.limits import (
    HIGHEST_AMOUNT,
    HIGHEST_EFFICIENCY,
    HIGHEST_HOURS_WEEK,
    HIGHEST_PENSION_PERCENT,
    LOWEST_EFFICIENCY,
    SHORTEST_FULL_TIME_WEEK,
)
from salary.law.rates import NoRates, rates_for
from salary.pages.pay_form import PayForm, case_given
from salary.pages.start import no_rates_message

Range = tuple[Decimal, Decimal, Decimal, Decimal]
"""Hours at work a week from and to, pace in per cent from and to."""


class IncomeForm(PayForm):
    """One month of one person."""

    max_length = 60
    required_messages: ClassVar = {
        "hours_per_week": _("Write how many hours a week you are at work."),
        "efficiency_percent": _("Write your pace in per cent, or 100 if it is ordinary."),
        "wage_kind": _("Choose which wage you know."),
        "wage": _("Write the wage."),
        "month": _("Write the month and year of the wage."),
    }

    hours_per_week = HoursField(
        label=_("Hours at work a week"),
        help_text=_("The hours you are there. If you know your paid hours, write them here and let the pace be 100 %."),
        least=0,
        most=HIGHEST_HOURS_WEEK,
    )
    efficiency_percent = PercentField(
        label=_("Pace, compared with an ordinary pace"),
        help_text=_("At 50 % an hour at work gives half an hour with pay."),
        least=LOWEST_EFFICIENCY,
        most=HIGHEST_EFFICIENCY,
    )
    wage_kind = ChoiceField(
        label=_("Which wage do you know?"),
        hints={"month": _("Then hours, pace and supplements are not used.")},
        choices=[
            ("hourly", _("Hourly wage")),
            ("full-time", _("Wage for a full-time month")),
            ("month", _("My own wage for the month, from a payslip")),
        ],
    )
    wage = AmountField(
        label=_("The wage before tax"),
        help_text=_("An hourly wage is for one hour, the other two are for one month."),
        least=0,
        most=HIGHEST_AMOUNT,
    )
    pension_on_top_percent = PercentField(
        label=_("Pension on top of the wage"),
        help_text=_(
            "In per cent of the wage above. For an agreed wage: only what the employer pays on top. For A-income "
            "(A-indkomst) on a payslip: the employer's share and your own together. Write 0 if the wage includes "
            "all pension."
        ),
        least=0,
        most=HIGHEST_PENSION_PERCENT,
    )
    ceiling_month = AmountField(
        label=_("The full-time wage the employer has stated"),
        help_text=_(
            "The wage ceiling (lønloft): a month at full time before tax, with pension, holiday pay and all "
            "supplements. Leave it empty if you don't know it."
        ),
        least=0,
        most=HIGHEST_AMOUNT,
    )
    month = MonthField(label=_("Which month is the wage for?"), example_year=2026)
    supplements_full_time_month = AmountField(
        label=_("Supplements for a full-time month"),
        help_text=_(
            "What the supplements would be for a full-time month, before tax and with pension. You get "
            "them in proportion to your paid hours."
        ),
        least=0,
        most=HIGHEST_AMOUNT,
    )
    other_wage_month = AmountField(
        label=_("Other wage in the month"),
        help_text=_("From another job, before tax and with pension."),
        least=0,
        most=HIGHEST_AMOUNT,
    )
    full_time_hours_per_week = HoursField(
        label=_("Full time at the workplace, hours a week"), least=SHORTEST_FULL_TIME_WEEK, most=HIGHEST_HOURS_WEEK
    )

    hours_up_to = HoursField(
        label=_("Hours at work a week, up to"),
        help_text=_("If it may be more than you wrote above."),
        least=0,
        most=HIGHEST_HOURS_WEEK,
    )
    hours_unknown = forms.BooleanField(label=_("I don't know my hours"), required=False)
    efficiency_up_to = PercentField(
        label=_("Pace, up to"),
        help_text=_("If it may be more than you wrote above."),
        least=LOWEST_EFFICIENCY,
        most=HIGHEST_EFFICIENCY,
    )
    efficiency_unknown = forms.BooleanField(label=_("I don't know my pace"), required=False)
    today_month = AmountField(
        label=_("What I get today"),
        help_text=_("All of it, a month before tax. You see the difference. You can leave it empty."),
        least=0,
        most=HIGHEST_AMOUNT,
    )
    goal_month = AmountField(
        label=_("I need a total of"),
        help_text=_("A month before tax. You see the hours or the hourly wage it takes. You can leave it empty."),
        least=0,
        most=HIGHEST_AMOUNT,
    )

    def __init__(self, data: Any, *, complain: bool) -> None:
        super().__init__(data, complain=complain)
        self.fields["wage_kind"].error_messages["invalid_choice"] = _("Choose one of the three kinds of wage.")

    def clean_month(self) -> Month | None:
        month: Month | None = self.cleaned_data["month"]
        if month:
            try:
                rates_for(month)
            except NoRates:
                raise forms.ValidationError(no_rates_message()) from None
        return month

    def clean(self) -> None:
        given = self.cleaned_data
        if given.get("wage_kind") == "hourly":
            self.refuse_monthly("wage", _MONTHLY_WAGE)
        for least, most in (("hours_per_week", "hours_up_to"), ("efficiency_percent", "efficiency_up_to")):
            low, high = given.get(least), given.get(most)
            if low is not None and high is not None and high < low:
                self.add_error(most, gettext("Write the same number as above, or more."))
        super().clean()

    def required(self) -> list[str]:
        """Wage and month; hours and pace only where they are known and used."""
        needed = ["wage_kind", "wage", "month"]
        if self.cleaned_data.get("wage_kind") != "month":
            unknown = {"hours_per_week": "hours_unknown", "efficiency_percent": "efficiency_unknown"}
            needed += [name for name, box in unknown.items() if not self.cleaned_data.get(box)]
        return needed

    @cached_property
    def pay(self) -> Case | None:
        """What is paid, as a case whose hours need not be known; None while something is still empty or wrong."""
        if not self.is_complete:
            return None
        given = self.cleaned_data
        hours, pace = given["hours_per_week"] or ZERO, given["efficiency_percent"] or ZERO
        return replace(
            case_given(given["month"], given, hours=hours, pace=pace),
            ceiling_month=given["ceiling_month"],
            other_wage_month=given["other_wage_month"] or ZERO,
        )

    @property
    def case(self) -> Case | None:
        """The case of a form without errors; None while something is still empty, or hours or pace are not known."""
        pay, given = self.pay, self.cleaned_data
        if pay is None or isinstance(pay.work, MonthWage):
            return pay
        return None if given["hours_unknown"] or given["efficiency_unknown"] else pay

    def range(self) -> Range | None:
        """Hours and pace from-to, where one of them is not known for sure; "I don't know" is all there is."""
        pay, given = self.pay, self.cleaned_data
        unsure = ("hours_up_to", "hours_unknown", "efficiency_up_to", "efficiency_unknown")
        if pay is None or isinstance(pay.work, MonthWage) or not any(given[name] for name in unsure):
            return None
        hours = given["hours_per_week"], given["hours_up_to"] or given["hours_per_week"]
        pace = given["efficiency_percent"], given["efficiency_up_to"] or given["efficiency_percent"]
        if given["hours_unknown"]:
            hours = ZERO, pay.full_time_hours_week
        if given["efficiency_unknown"]:
            pace = LOWEST_EFFICIENCY, HIGHEST_EFFICIENCY
        return (*hours, *pace)

    def amount(self, name: str) -> Decimal | None:
        """What is written in an optional field of a form without errors."""
        written: Decimal | None = self.cleaned_data[name] if self.is_valid() else None
        return written

    @property
    def unsure_is_used(self) -> bool:
        """True when a field on not being sure is filled in or has an error."""
        names = ("hours_up_to", "hours_unknown", "efficiency_up_to", "efficiency_unknown")
        return any(name in self.errors or self.cleaned_data[name] for name in names)

    @property
    def compare_is_used(self) -> bool:
        """True when today's amount or a goal is filled in or has an error."""
        names = ("today_month", "goal_month")
        return any(name in self.errors or self.cleaned_data[name] is not None for name in names)

    @property
    def more_is_used(self) -> bool:
        """True when a field behind "more" has an error or something else than it starts with."""
        usual = {"supplements_full_time_month": 0, "other_wage_month": 0, "full_time_hours_per_week": 37}
        return any(name in self.errors or self.cleaned_data[name] not in (None, start) for name, start in usual.items())


_MONTHLY_WAGE = _(
    "Is this a monthly wage? An hourly wage here is at most {most}. Choose “Wage for a full-time month” or “My own "
    "wage for the month”, or write the wage an hour."
)
