"""The fields of one month of a check: what is on a payslip and on a payment statement."""

from collections.abc import Collection
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from fleksjob_site.kernel.typed_units import Per, Unit
from fleksjob_site.texts.date_forms import MonthField
from fleksjob_site.texts.forms import (
    A_MONTH,
    AN_HOUR_OR_A_MONTH,
    AmountField,
    ChoiceField,
    CountField,
    HoursField,
    PercentField,
)
from salary.law.limits import (
    MAX_AMOUNT,
    MAX_DAYS_IN_JOB,
    MAX_HOLIDAY_DAYS,
    MAX_HOURS_WEEK,
    MAX_OWN_ATP_MONTH,
    MAX_PACE_PERCENT,
    MIN_FULL_TIME_HOURS_WEEK,
    MIN_PACE_PERCENT,
)
from salary.law.payout.month import MAX_MONTHS
from salary.pages.pay_form import PayForm
from salary.pages.side_business import SurplusField


def _amount(label: Any, help_text: Any = "", per: Collection[Per] = A_MONTH) -> AmountField:
    return AmountField(label=label, help_text=help_text, per=per, least=0, most=MAX_AMOUNT)


class PensionField(AmountField):
    """An amount in kroner or, by the unit chosen, a number of per cent, with or without the sign."""

    units = (Unit.KRONER, Unit.PERCENT)

    def not_a_number(self) -> str:
        return str(_("Enter the pension as a number, for example 10."))


def _pension(label: Any, help_text: Any) -> PensionField:
    return PensionField(label=label, help_text=help_text, least=0, most=MAX_AMOUNT)


def _days(label: Any, help_text: Any, most: int) -> CountField:
    return CountField(label=label, help_text=help_text, unit=Unit.DAYS, least=0, most=most, message=_WHOLE_DAYS[most])


_WHOLE_DAYS = {
    MAX_HOLIDAY_DAYS: _("Enter a whole number of days, from 0 to 25."),
    MAX_DAYS_IN_JOB: _("Enter a whole number of days, from 0 to 23."),
}


class PayoutFields(PayForm):
    """The fields of one month."""

    max_length = 24
    paper_fields: ClassVar = {
        "am-income": "wage",
        "own-pension": "own_pension",
        "employer-pension": "employer_pension",
        "subsidy": "subsidy",
        "subsidy-atp": "atp",
    }
    required_messages: ClassVar = {
        "month": _("Enter the month and year of the wage."),
        "wage_kind": _("Choose which wage you are entering."),
        "wage": _("Enter the wage."),
        "own_pension": _("Enter your own pension, or 0 if there is none."),
        "employer_pension": _("Enter the employer's pension, or 0 if there is none."),
        "subsidy": _("Enter the subsidy that was paid, or 0 if nothing was paid."),
        "ceiling_kind": _("Choose what you know about the wage ceiling."),
        "paid_hours": _("Enter your paid hours a week, or choose “I don't know it”."),
        "ceiling": _("Enter the amount, or choose “I don't know it”."),
        "several_months": _("Enter how many months it covers, from 2 to 12."),
    }

    month = MonthField(
        label=_("Which month is the wage for?"),
        help_text=_("The month on the payslip. The subsidy for it is paid in the month after."),
        example_year=2026,
    )
    wage_kind = ChoiceField(
        label=_("Which amount are you entering?"),
        message=_("Choose one of the two kinds of wage."),
        choices=[
            ("a-income", _("AM-income (AM-indkomst) from the payslip")),
            ("with-pension", _("The gross wage and the employer's pension together")),
        ],
        hints={
            "a-income": _(
                "Before tax and before labour market contribution (AM-bidrag). Not A-income (A-indkomst): that is "
                "after AM-bidrag. And not the amount paid into your account."
            ),
            "with-pension": _(
                "Then all the pension is in the amount already, and you can leave the two pension fields empty. Enter "
                "your own ATP further down, under “Does the payslip include something that is not wage?”."
            ),
        },
    )
    wage = _amount(_("The wage before tax"))
    own_pension = _pension(
        _("Your own pension for the month"),
        _("What you pay yourself. It is on the payslip. Enter 0 if there is none."),
    )
    employer_pension = _pension(
        _("The employer's pension for the month"),
        _("What the employer pays for you. It is on the payslip. Enter 0 if there is none."),
    )
    subsidy = _amount(
        _("The subsidy the municipality paid"),
        _(
            "Before tax and before ATP. It is called fleksløntilskud on the payment statement "
            "(udbetalingsspecifikation) for the month after."
        ),
    )
    atp = _amount(_("ATP taken off the subsidy"), _("From the same statement. You can leave it empty."))
    ceiling_kind = ChoiceField(
        label=_("What do you know about the wage ceiling (lønloft)?"),
        message=_("Choose one of the five."),
        choices=[
            ("stated", _("The full-time wage the employer has stated")),
            ("hourly", _("Only the hourly wage at an ordinary pace")),
            ("hours", _("Only the paid hours on the payslip")),
            ("added-up", _("The full-time wage I added up myself")),
            ("unknown", _("I don't know it")),
        ],
        hints={
            "stated": _("It is for a month. Ask your employer: the municipality's figure may leave something out."),
            "hourly": _("It gives the lowest ceiling you can have."),
            "hours": _("Wage and hours give the lowest ceiling you can have."),
            "added-up": _("We call it assumed. The employer may name a higher one."),
            "unknown": _("Then you see the least and the most that the rules can give you."),
        },
    )
    ceiling = _amount(
        _("The full-time wage or the hourly wage"),
        _("Before tax. If you don't know it, choose “I don't know it” above."),
        AN_HOUR_OR_A_MONTH,
    )

    paid_hours = HoursField(
        label=_("Paid hours a week"), help_text=_("From the payslip."), least=0, most=MAX_HOURS_WEEK
    )

    taxed_goods = _amount(
        _("Taxed benefits in kind"),
        _("A phone, a car or health insurance from the employer. They are in the AM-income, but they are not wage."),
    )
    holiday_supplement = _amount(
        _("Holiday supplement (ferietillæg)"), _("Only what is part of the wage above. Usually paid in May and August.")
    )
    once_paid = _amount(
        _("Other pay for the whole year"),
        _("Free-choice pay (fritvalg) or public-holiday pay (søgnehelligdage) that was paid out in this month."),
    )
    ceiling_once = _amount(
        _("The same pay for full time"),
        _(
            "What a full-time employee would get of such pay in this month. It is added to the wage ceiling. Ask "
            "your employer."
        ),
    )
    own_atp = AmountField(
        label=_("Your own ATP for the month"),
        help_text=_(
            "It is on the payslip, and it does not count as wage. The AM-income is already without it, so leave it "
            "empty unless you entered the gross wage or a percentage."
        ),
        least=0,
        most=MAX_OWN_ATP_MONTH,
    )
    other_wage = _amount(_("Other wage in the month"), _("From another job, before tax and with pension."))
    side_business = SurplusField()
    care_pay = _amount(
        _("Compensation for lost earnings or care allowance"),
        _("Tabt arbejdsfortjeneste or plejevederlag, before tax. Not if it is in the wage above."),
    )
    benefit = _amount(
        _("Sickness or parental benefit in the month"),
        _(
            "What you got yourself, before tax. Also resource allowance (ressourceforløbsydelse) in a job "
            "assessment process (jobafklaringsforløb)."
        ),
    )
    benefit_lost = forms.BooleanField(
        label=_("I did not get it, because I lost it or asked for it too late"), required=False
    )
    holiday_days = _days(
        _("Days of holiday with unemployment allowance (ledighedsydelse)"),
        _("In the month of the wage. There is no subsidy for these days."),
        MAX_HOLIDAY_DAYS,
    )
    days_in_job = _days(
        _("Working days in the job"),
        _("Only if you started or stopped within the month. Then you see the least and the most."),
        MAX_DAYS_IN_JOB,
    )
    holiday_earned = _amount(
        _("Holiday money in the wage that went to Feriekonto"),
        _("Only where it is part of the wage you entered above. Before tax."),
    )
    holiday_held = _amount(
        _("Holiday money for holiday you took in the month"),
        _("From Feriekonto or a holiday fund, before tax. Not if it is in the wage you entered above."),
    )
    several_pay = _amount(
        _("Pay for several months' work"),
        _("For example a bonus. Only the part of the wage above that covers several months."),
    )
    several_months = CountField(
        label=_("How many months does it cover?"),
        help_text=_("Counting this month as the last one. Required if you enter pay for several months' work."),
        unit=Unit.MONTHS,
        least=2,
        most=MAX_MONTHS,
        message=_("Enter a whole number from 2 to 12."),
    )
    pace = PercentField(
        label=_("Your pace, compared with an ordinary pace"), least=MIN_PACE_PERCENT, most=MAX_PACE_PERCENT
    )
    ceiling_pension = _amount(_("Pension in the wage ceiling"))
    ceiling_supplements = _amount(_("Supplements in the wage ceiling"))
    ceiling_holiday = _amount(_("Holiday pay in the wage ceiling"))
    full_time_hours = HoursField(
        label=_("Full time at the workplace, hours a week"),
        help_text=_("37 if you leave it empty. Only used with paid hours."),
        least=MIN_FULL_TIME_HOURS_WEEK,
        most=MAX_HOURS_WEEK,
    )
    pension_unit = ChoiceField(
        label=_("How do you want to enter pension?"),
        message=_("Choose kroner or a percentage."),
        choices=[("kroner", _("In kroner")), ("percent", _("As a percentage of the gross wage"))],
        hints={"percent": _("The gross wage is the wage before your own pension, ATP and labour market contribution.")},
    )
    ceiling_ok = forms.BooleanField(required=False, widget=forms.HiddenInput)
    """Set where the visitor has confirmed a low ceiling; cleared when the month is changed."""
    before_tax_ok = forms.BooleanField(required=False, widget=forms.HiddenInput)
    """Set where the visitor has confirmed that the subsidy paid is before tax."""
    replaces = forms.CharField(required=False, widget=forms.HiddenInput)
    """The kept month that is being edited; empty for a new one."""
