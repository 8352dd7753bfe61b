"""The employer's form: hours at work, pace, wage and how holiday is paid."""

from dataclasses import replace
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.texts.forms import AmountField, ChoiceField, HoursField, PercentField
from salary.law.employer_job import Holiday, Job
from salary.law.limits import (
    MAX_AMOUNT,
    MAX_HOURS_WEEK,
    MAX_PACE_PERCENT,
    MAX_PENSION_PERCENT,
    MIN_PACE_PERCENT,
)
from salary.pages.full_time_form import FullTimePayForm
from salary.pages.pay_form import case_given

BLANK = {
    "efficiency_percent": "100",
    "wage_kind": "hourly",
    "pension_on_top_percent": "0",
    "supplements_full_time_month": "0",
    "full_time_hours_per_week": "37",
    "holiday": "pay",
}


class EmployerForm(FullTimePayForm):
    """What an employer knows of the job."""

    max_length = 60
    field_order = (
        "hours_per_week", "efficiency_percent", "wage_kind", "wage", "pension_on_top_percent",
        "supplements_full_time_month", "full_time_hours_per_week", "holiday",
    )  # fmt: skip
    required_messages: ClassVar = {
        "hours_per_week": _("Enter how many hours a week the employee is at work."),
        "efficiency_percent": _("Enter the pace as a percentage, or 100 if it is ordinary."),
        "wage_kind": _("Choose which wage you know."),
        "wage": _("Enter the wage."),
        "holiday": _("Choose how holiday is paid."),
    }

    hours_per_week = HoursField(label=_("Hours at work a week"), least=0, most=MAX_HOURS_WEEK)
    efficiency_percent = PercentField(
        label=_("The employee's pace, compared with an ordinary pace"),
        help_text=_("The municipality assesses it. At 50% an hour at work gives half a paid hour."),
        least=MIN_PACE_PERCENT,
        most=MAX_PACE_PERCENT,
    )
    pension_on_top_percent = PercentField(
        label=_("Pension that you pay on top of the wage"), least=0, most=MAX_PENSION_PERCENT
    )
    supplements_full_time_month = AmountField(
        label=_("Supplements for a full-time month"),
        help_text=_("Before tax and including pension. The employee gets them in proportion to the paid hours."),
        least=0,
        most=MAX_AMOUNT,
    )

    holiday = ChoiceField(
        label=_("How do you pay holiday?"),
        message=_("Choose one of the two kinds of holiday."),
        choices=[
            (Holiday.PAY.value, _("Wages during holiday, and a holiday supplement on top (ferietillæg)")),
            (Holiday.MONEY.value, _("Holiday pay (feriegodtgørelse), and no wages during holiday")),
        ],
        hints={
            Holiday.PAY.value: _(
                "For those employed by the month or for longer, with full pay on public holidays and sick days."
            ),
            Holiday.MONEY.value: _("For everyone else."),
        },
    )

    def clean(self) -> None:
        self.refuse_odd_wage("full-time")
        super().clean()

    def job(self, month: Month) -> Job | None:
        """The job in a month, with the newest rates if it has none yet; None while something is empty or wrong."""
        if not self.is_complete:
            return None
        given = self.cleaned_data
        hours = given["hours_per_week"]
        case = case_given(month, given, hours=hours, pace=given["efficiency_percent"])
        return Job(replace(case, assume_newest_rates=True), Holiday(given["holiday"]), hours)
