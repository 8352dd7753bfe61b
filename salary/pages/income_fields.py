"""The fields of the income page."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from fleksjob_site.texts.date_forms import MonthField
from fleksjob_site.texts.forms import (
    AN_HOUR_OR_A_MONTH,
    AmountField,
    ChoiceField,
    HoursField,
    Label,
    PercentField,
    TickField,
)
from salary.law.limits import (
    MAX_AMOUNT,
    MAX_HOURS_WEEK,
    MAX_OWN_ATP_MONTH,
    MAX_PACE_PERCENT,
    MAX_PENSION_PERCENT,
    MAX_TAX_PERCENT,
    MIN_FULL_TIME_HOURS_WEEK,
    MIN_PACE_PERCENT,
)
from salary.law.net import MainCard
from salary.pages.pay_form import PayForm
from salary.pages.side_business import SurplusField

_TWO_NUMBERS = _("Enter only one number here. For two numbers, open “Not sure about hours or pace?”.")


def _pension(label: Label, help_text: Label) -> PercentField:
    message = _("Enter the percentage as a number, for example 10, or 0 if there is none.")
    return PercentField(label=label, help_text=help_text, message=message, least=0, most=MAX_PENSION_PERCENT)


class IncomeFields(PayForm):
    """The fields of one month of one person."""

    max_length = 60
    paper_fields: ClassVar = {
        "gross-wage": "wage",
        "own-atp": "own_atp_month",
        "own-pension": "own_pension_percent",
        "employer-pension": "pension_on_top_percent",
    }
    required_messages: ClassVar = {
        "hours_per_week": _("Enter how many hours a week you are at work."),
        "efficiency_percent": _("Enter your pace as a percentage, or 100 if it is ordinary."),
        "wage_kind": _("Choose which wage you know."),
        "wage": _("Enter the wage."),
        "month": _("Enter the month and year of the wage."),
        "own_atp_month": _("Enter your own ATP, or choose the usual amount."),
        "tax_percent": _("Enter the withholding percentage on your tax card, or 0 for an exemption card."),
        "tax_deduction_month": _("Enter the monthly deduction on your tax card, or 0 if there is none."),
        "tax_main_card": _("Choose who has your main card."),
    }

    hours_per_week = HoursField(
        label=_("Hours at work a week"),
        help_text=_("The hours you are there. If you know your paid hours, enter them here and set the pace to 100%."),
        least=0,
        most=MAX_HOURS_WEEK,
        of_two=_TWO_NUMBERS,
    )
    efficiency_percent = PercentField(
        label=_("Pace, compared with an ordinary pace"),
        help_text=_("At 50% an hour at work gives half a paid hour."),
        least=MIN_PACE_PERCENT,
        most=MAX_PACE_PERCENT,
        of_two=_TWO_NUMBERS,
    )
    wage_kind = ChoiceField(
        label=_("Which wage do you know?"),
        message=_("Choose one of the three kinds of wage."),
        hints={
            "month": _(
                "Only the wage from the flexi-job. Not in one yet? Then choose “Wage for a full-time month”. It is "
                "before your own pension, ATP, labour market contribution and tax, and pace and supplements are not "
                "used."
            )
        },
        choices=[
            ("hourly", _("Hourly wage")),
            ("full-time", _("Wage for a full-time month")),
            ("month", _("My wage in the flexi-job for a month (payslip)")),
        ],
    )
    wage = AmountField(
        label=_("The wage before tax"),
        help_text=_("An hourly wage is for one hour, the other two are for one month."),
        per=AN_HOUR_OR_A_MONTH,
        least=0,
        most=MAX_AMOUNT,
    )
    pension_on_top_percent = _pension(
        _("Pension on top of the wage"),
        _("What the employer pays on top, as a percentage of the gross wage. Enter 0 if there is none."),
    )
    ceiling_month = AmountField(
        label=_("The full-time wage the employer has stated"),
        help_text=_(
            "The wage ceiling (lønloft): a month at full time before tax, with pension, holiday pay and all "
            "supplements. Leave it empty if you don't know it."
        ),
        least=0,
        most=MAX_AMOUNT,
    )
    ceiling_added_up = AmountField(
        label=_("The full-time wage you added up"), widget=forms.HiddenInput, least=0, most=MAX_AMOUNT
    )
    """The ceiling as the page of the wage ceiling gave it: as long as it is the ceiling, the ceiling is assumed."""
    month = MonthField(label=_("Which month is the wage for?"), example_year=2026)
    pension_on_top_month = AmountField(
        label=_("Pension on top of the wage, in kroner a month"),
        help_text=_(
            "Instead of a percentage: what the employer pays on top for the month. What you pay yourself is already "
            "in the gross wage."
        ),
        least=0,
        most=MAX_AMOUNT,
    )
    own_pension_percent = _pension(
        _("Your own pension"),
        _(
            "What goes from your gross wage to a pension scheme that your employer pays into, as a percentage of it. "
            "It only affects what reaches your account. You can enter kroner instead."
        ),
    )
    own_pension_month = AmountField(
        label=_("Your own pension, in kroner a month"),
        help_text=_("Instead of a percentage. It is on the payslip."),
        least=0,
        most=MAX_AMOUNT,
    )
    own_atp_kind = ChoiceField(
        label=_("Your own ATP"),
        message=_("Choose one of the two."),
        choices=[("usual", _("The usual amount for my hours at work")), ("other", _("Another amount"))],
        hints={
            "usual": _(
                "At the ordinary rates for private employers. You can see it in the calculation. With a wage from a "
                "payslip, enter the amount on it instead: your hours are not known."
            ),
            "other": _("It is on the payslip. Public employers often take less."),
        },
    )
    own_atp_month = AmountField(
        label=_("Another amount of ATP a month"),
        help_text=_("Your own ATP is taken off the gross wage, and it does not count as wage."),
        least=0,
        most=MAX_OWN_ATP_MONTH,
    )
    supplements_full_time_month = AmountField(
        label=_("Supplements for a full-time month"),
        help_text=_(
            "What the supplements would be for a full-time month, before tax and with pension. You get "
            "them in proportion to your paid hours."
        ),
        least=0,
        most=MAX_AMOUNT,
    )
    other_wage_month = AmountField(
        label=_("Other wage in the month"),
        help_text=_("From another job, before tax and with pension."),
        least=0,
        most=MAX_AMOUNT,
    )
    side_business_month = SurplusField()
    full_time_hours_per_week = HoursField(
        label=_("Full time at the workplace, hours a week"), least=MIN_FULL_TIME_HOURS_WEEK, most=MAX_HOURS_WEEK
    )

    hours_up_to = HoursField(
        label=_("Hours at work a week, up to"),
        help_text=_("If it may be more than you entered above."),
        least=0,
        most=MAX_HOURS_WEEK,
    )
    hours_unknown = TickField(label=_("I don't know my hours"))
    efficiency_up_to = PercentField(
        label=_("Pace, up to"),
        help_text=_("If it may be more than you entered above."),
        least=MIN_PACE_PERCENT,
        most=MAX_PACE_PERCENT,
    )
    efficiency_unknown = TickField(label=_("I don't know my pace"))
    today_month = AmountField(
        label=_("What I get today"),
        help_text=_("All of it, per month, before tax. You see the difference. You can leave it empty."),
        least=0,
        most=MAX_AMOUNT,
    )
    goal_month = AmountField(
        label=_("I need a total of"),
        help_text=_("Per month, before tax. You see the hours or the hourly wage it takes. You can leave it empty."),
        least=0,
        most=MAX_AMOUNT,
    )

    tax_percent = PercentField(
        label=_("Withholding percentage (trækprocent)"), least=0, most=MAX_TAX_PERCENT, whole=True
    )
    tax_deduction_month = AmountField(label=_("Monthly deduction (månedsfradrag)"), least=0, most=MAX_AMOUNT)
    tax_main_card = ChoiceField(
        label=_("Who has your main card (hovedkort)?"),
        message=_("Choose one of the three."),
        choices=[
            (MainCard.MUNICIPALITY, _("The municipality")),
            (MainCard.EMPLOYER, _("The employer")),
            (MainCard.NONE, _("Neither has a card")),
        ],
    )
    tax_card_unknown = TickField(label=_("I don't know my card"))
    tax_in_letter = TickField(label=_("Also in the letter and the tables"))
    assume_newest_rates = TickField()
    """Labelled with the year of the newest rates; offered where the month has none."""
    wage_confirmed = TickField(label=_("Yes, the wage is right"))
    """Offered where the wage is asked about, so that the question never blocks a right answer."""
    ceiling_confirmed = TickField(label=_("Yes, the amount is right"))
