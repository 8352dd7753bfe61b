"""The form of the wage ceiling: the parts of the full-time wage, from the employer or from a payslip."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from fleksjob_site.kernel.working_time import FULL_TIME_HOURS_WEEK
from fleksjob_site.texts.forms import A_MONTH, AmountField, ChoiceField, HoursField, PercentField
from salary.law.case import FullTimeWage, HourlyWage
from salary.law.full_time_wage import PART_LABELS, PART_MEANINGS, FullTimeSum, Part, PayslipPay
from salary.law.limits import MAX_AMOUNT, MAX_HOURS_MONTH, MAX_PENSION_PERCENT
from salary.pages.full_time_form import FullTimePayForm

BLANK = {"source": "payslip", "wage_kind": "hourly", "full_time_hours_per_week": "37"}


def _part(part: Part) -> AmountField:
    label, meaning = _(PART_LABELS[part]), _(PART_MEANINGS[part])
    return AmountField(label=label, help_text=meaning, least=0, most=MAX_AMOUNT)


class CeilingForm(FullTimePayForm):
    """What full time would pay, part by part. A part left empty is not known; 0 says that there is none."""

    max_length = 20
    field_order = ("source", "wage_kind", "wage", "paid_hours_month", "full_time_hours_per_week")
    required_messages: ClassVar = {
        "source": _("Choose where the amounts come from."),
        "wage_kind": _("Choose which wage you know."),
        "wage": _("Enter the wage."),
        "paid_hours_month": _("Enter the paid hours of the month, more than 0."),
    }

    source = ChoiceField(
        label=_("Where do the amounts come from?"),
        message=_("Choose one of the two."),
        choices=[
            ("payslip", _("I add them up myself, from my payslip or contract")),
            ("employer", _("The employer has given them")),
        ],
        hints={
            "payslip": _("Then we call the wage ceiling assumed."),
            "employer": _("Then it is the wage ceiling that the employer has stated."),
        },
    )
    wage_kind = ChoiceField(
        label=_("Which wage do you know?"),
        message=_("Choose one of the three kinds of wage."),
        choices=[
            ("hourly", _("Hourly wage")),
            ("full-time", _("Wage for a full-time month")),
            ("month", _("The gross wage of a payslip, and its paid hours")),
        ],
        hints={
            "month": _("Then enter all amounts below as they are on that payslip. We convert them to full time."),
        },
    )
    paid_hours_month = HoursField(
        label=_("Paid hours in the month"),
        help_text=_("Only with the gross wage of a payslip."),
        per=A_MONTH,
        least=0,
        most=MAX_HOURS_MONTH,
    )
    pension_on_top_percent = PercentField(
        label=_("The employer's pension, as a percentage of the wage"),
        help_text=_("Enter 0 if you have no pension in the job."),
        least=0,
        most=MAX_PENSION_PERCENT,
    )
    pension = AmountField(
        label=_("Pension in kroner, if you don't know the percentage"),
        help_text=_(PART_MEANINGS[Part.PENSION]),
        least=0,
        most=MAX_AMOUNT,
    )
    performance_pay = _part(Part.PERFORMANCE_PAY)
    free_choice = _part(Part.FREE_CHOICE)
    fixed_supplements = _part(Part.FIXED_SUPPLEMENTS)
    other_supplements = _part(Part.OTHER_SUPPLEMENTS)
    inconvenience = _part(Part.INCONVENIENCE)
    shifts = _part(Part.SHIFTS)
    bonus = _part(Part.BONUS)
    holiday_pay = _part(Part.HOLIDAY_PAY)

    def required(self) -> Iterable[str]:
        """The paid hours are needed only where the wage is that of a payslip."""
        unused = {"paid_hours_month"} if self.cleaned_data.get("wage_kind") != "month" else set()
        return [name for name in self.required_messages if name not in unused]

    def clean(self) -> None:
        given = self.cleaned_data
        self.refuse_odd_wage("full-time", "month")
        if given.get("wage_kind") == "month" and given.get("paid_hours_month") == 0:
            self.add_error("paid_hours_month", str(self.required_messages["paid_hours_month"]))
        super().clean()

    def full_time(self) -> FullTimeSum | None:
        """The full-time wage of a form without errors; None while something is still empty or wrong."""
        if not self.is_complete:
            return None
        given = self.cleaned_data
        return FullTimeSum(
            pay=_pay(given),
            parts={part: given[part.value] for part in Part if given[part.value] is not None},
            pension_on_top_percent=given["pension_on_top_percent"],
            full_time_hours_week=given["full_time_hours_per_week"] or FULL_TIME_HOURS_WEEK,
            from_employer=given["source"] == "employer",
        )


def _pay(given: Mapping[str, Any]) -> HourlyWage | FullTimeWage | PayslipPay:
    match given["wage_kind"]:
        case "hourly":
            return HourlyWage(given["wage"])
        case "full-time":
            return FullTimeWage(given["wage"])
        case _:
            return PayslipPay(given["wage"], given["paid_hours_month"])
