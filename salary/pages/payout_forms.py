"""The form for one month of a check: what stands on a payslip and a payment statement, turned into a PaidMonth."""

from collections.abc import Collection
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Kroner
from fleksjob_site.texts.forms import AmountField, ChoiceField, MonthField, PercentField
from fleksjob_site.texts.writing import fill
from salary.law.case import ZERO
from salary.law.limits import HIGHEST_AMOUNT, HIGHEST_EFFICIENCY, LIKELY_A_MONTHLY_WAGE, LOWEST_EFFICIENCY
from salary.law.payout.month import MOST_MONTHS, Ceiling, PaidMonth
from salary.law.rates import NoRates, rates_for
from salary.pages.pay_form import PayForm
from salary.pages.start import no_rates_message

BLANK = {"wage_kind": "a-income"}


def _amount(label: Any, help_text: Any = "") -> AmountField:
    return AmountField(label=label, help_text=help_text, least=0, most=HIGHEST_AMOUNT)


class PayoutForm(PayForm):
    """One month."""

    max_length = 24
    required_messages: ClassVar = {
        "month": _("Write the month and year of the wage."),
        "wage_kind": _("Choose which wage you write."),
        "wage": _("Write the wage."),
        "own_pension": _("Write your own pension, or 0 if there is none."),
        "employer_pension": _("Write the employer's pension, or 0 if there is none."),
        "subsidy": _("Write the subsidy that was paid, or 0 if nothing was paid."),
        "ceiling_kind": _("Choose what you know of the wage ceiling."),
        "ceiling": _("Write the amount, or choose “I don't know it”."),
        "several_months": _("Write how many months it covers, from 2 to 12."),
    }

    month = MonthField(
        label=_("Which month is the wage for?"),
        help_text=_("The month on the payslip. The subsidy for it is paid in the month after."),
        example_year=2026,
    )
    wage_kind = ChoiceField(
        label=_("Which wage do you write?"),
        choices=[
            ("a-income", _("A-income (A-indkomst) from the payslip")),
            ("with-pension", _("The wage with all pension in it")),
        ],
        hints={
            "a-income": _("Before tax and before AM-bidrag. It may be called AM-indkomst."),
            "with-pension": _(
                "Your own pension and the employer's are both in the amount already. You can leave the two pension "
                "fields empty."
            ),
        },
    )
    wage = _amount(_("The wage before tax"))
    own_pension = _amount(
        _("Your own pension for the month"),
        _("What you pay yourself, in kroner. It stands on the payslip. Write 0 if there is none."),
    )
    employer_pension = _amount(
        _("The employer's pension for the month"),
        _("What the employer pays for you. It stands on the payslip. Write 0 if there is none."),
    )
    subsidy = _amount(
        _("The subsidy the municipality paid"),
        _(
            "Before tax and before ATP. It is called fleksløntilskud on the payment statement "
            "(udbetalingsspecifikation) of the month after."
        ),
    )
    atp = _amount(_("ATP taken off the subsidy"), _("From the same statement. You can leave it empty."))
    ceiling_kind = ChoiceField(
        label=_("What do you know of the wage ceiling (lønloft)?"),
        choices=[
            ("stated", _("The full-time wage the employer has stated")),
            ("hourly", _("Only the hourly wage at an ordinary pace")),
            ("unknown", _("I don't know it")),
        ],
        hints={
            "stated": _(
                "It is for a month. Ask your employer: the one in the municipality's calculation may lack something."
            ),
            "hourly": _("From it follows the lowest ceiling you can have."),
            "unknown": _("Then you see the least and the most that the rules can give."),
        },
    )
    ceiling = _amount(_("The full-time wage or the hourly wage"), _("Before tax. Leave it empty if you don't know it."))

    other_wage = _amount(_("Other wage in the month"), _("From another job, before tax and with pension."))
    benefit = _amount(
        _("Sickness or parental benefit in the month"),
        _("What you got yourself, before tax. Also ressourceforløbsydelse in a jobafklaringsforløb."),
    )
    holiday_earned = _amount(
        _("Holiday money in the wage that went to Feriekonto"),
        _("Only where it is a part of the wage you wrote above. Before tax."),
    )
    holiday_held = _amount(
        _("Holiday money for holiday you held in the month"),
        _("From Feriekonto or a holiday fund, before tax. Not if it is in the wage you wrote above."),
    )
    several_pay = _amount(
        _("Pay for several months' work"),
        _("For example a bonus. Only the part of the wage above that covers several months."),
    )
    several_months = forms.IntegerField(
        label=_("How many months does it cover?"),
        help_text=_("With this month as the last one."),
        required=False,
        min_value=2,
        max_value=MOST_MONTHS,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _("Write a whole number from 2 to 12.")),
    )
    pace = PercentField(
        label=_("Your pace, compared with an ordinary pace"),
        least=LOWEST_EFFICIENCY,
        most=HIGHEST_EFFICIENCY,
    )
    ceiling_pension = _amount(_("Pension in the wage ceiling"))
    ceiling_supplements = _amount(_("Supplements in the wage ceiling"))
    ceiling_holiday = _amount(_("Holiday pay in the wage ceiling"))

    replaces = forms.CharField(required=False, widget=forms.HiddenInput)
    """The month that was kept before and is edited now; empty for a new one."""

    def __init__(self, data: Any, *, complain: bool, last_month: Month, kept: Collection[Month] = ()) -> None:
        super().__init__(data, complain=complain)
        self.last_month, self.kept = last_month, kept
        self.fields["wage_kind"].error_messages["invalid_choice"] = _("Choose one of the two kinds of wage.")
        self.fields["ceiling_kind"].error_messages["invalid_choice"] = _("Choose one of the three.")

    def typed(self) -> dict[str, str]:
        """What was sent for the fields of this form, as typed; empty ones are left out."""
        return {name: text for name, text in super().typed().items() if text}

    def shortened(self, text: str) -> str:
        return super().shortened(text.strip())

    def clean_month(self) -> Month | None:
        month: Month | None = self.cleaned_data["month"]
        if month:
            try:
                rates_for(month)
            except NoRates:
                raise forms.ValidationError(no_rates_message()) from None
            if month > self.last_month:
                raise forms.ValidationError(fill(str(_FUTURE), month=self.last_month))
        return month

    def clean(self) -> None:
        given = self.cleaned_data
        month: Month | None = given.get("month")
        replaces: str = given.get("replaces") or ""
        if month and month in self.kept and str(month) != replaces:
            self.add_error("month", fill(str(_TWICE), month=month))
        elif month and len(self.kept) >= MOST_MONTHS and replaces not in map(str, self.kept):
            self.add_error("month", gettext("You have 12 months already. Remove one to write another."))
        self._check_parts()
        self._check_ceiling()
        super().clean()

    def _check_parts(self) -> None:
        """What is taken out of the wage can't be more than the wage."""
        given = self.cleaned_data
        parts = [name for name in ("holiday_earned", "several_pay") if given.get(name)]
        if parts and given.get("wage") is not None and sum(given[name] for name in parts) > given["wage"]:
            said = gettext("This is more than the wage you wrote. Write only what is a part of it.")
            self.add_error(parts[-1], said)

    def _check_ceiling(self) -> None:
        given = self.cleaned_data
        kind, amount = given.get("ceiling_kind"), given.get("ceiling")
        if amount is None or kind not in ("stated", "hourly"):
            return
        if kind == "hourly":
            self.refuse_monthly("ceiling", _MONTHLY)
        elif amount <= LIKELY_A_MONTHLY_WAGE:
            self.add_error("ceiling", fill(str(_HOURLY), most=Kroner(LIKELY_A_MONTHLY_WAGE)))
        else:
            parts = [name for name in _PARTS if given.get(name)]
            if parts and sum(given[name] for name in parts) >= amount:
                self.add_error(parts[-1], gettext("The parts are together as much as the wage ceiling, or more."))

    def _is_used(self, names: tuple[str, ...]) -> bool:
        return any(name in self.errors or self.cleaned_data[name] is not None for name in names)

    @property
    def more_is_used(self) -> bool:
        """True when a field behind "more" is filled in or has an error."""
        return self._is_used(_MORE)

    @property
    def hints_are_used(self) -> bool:
        """True when a field that only helps to find reasons is filled in or has an error."""
        return self._is_used(("pace", *_PARTS))

    def required(self) -> list[str]:
        """What everybody has; the rest depends on what is chosen."""
        given = self.cleaned_data
        needed = ["month", "wage_kind", "wage", "subsidy", "ceiling_kind"]
        if given.get("wage_kind") == "a-income":
            needed += ["own_pension", "employer_pension"]
        if given.get("ceiling_kind") in ("stated", "hourly"):
            needed.append("ceiling")
        if given.get("several_pay"):
            needed.append("several_months")
        return needed

    def paid_month(self) -> PaidMonth | None:
        """The month of a form without errors; None while something is still empty or wrong."""
        if not self.is_complete:
            return None
        given = self.cleaned_data
        stated, hourly = (given["ceiling_kind"] == kind for kind in ("stated", "hourly"))
        parts = [given[name] or ZERO if stated else ZERO for name in _PARTS]
        return PaidMonth(
            month=given["month"],
            wage_month=given["wage"],
            paid_subsidy_month=given["subsidy"],
            pension_is_in=given["wage_kind"] == "with-pension",
            own_pension_month=given["own_pension"] or ZERO,
            employer_pension_month=given["employer_pension"] or ZERO,
            other_wage_month=given["other_wage"] or ZERO,
            benefit_month=given["benefit"] or ZERO,
            holiday_earned_month=given["holiday_earned"] or ZERO,
            holiday_held_month=given["holiday_held"] or ZERO,
            several_months_pay=given["several_pay"] or ZERO,
            several_months=given["several_months"] if given["several_pay"] else 1,
            ceiling=Ceiling(given["ceiling"] if stated else None, given["ceiling"] if hourly else None, *parts),
            pace_percent=given["pace"],
            paid_atp_month=given["atp"],
        )


_MORE = ("other_wage", "benefit", "holiday_earned", "holiday_held", "several_pay", "several_months")
_PARTS = ("ceiling_pension", "ceiling_supplements", "ceiling_holiday")
_FUTURE = _("The subsidy for this month is not paid yet. Write a month up to {month}.")
_TWICE = _("You have written {month} already. Change it in the list, or write another month.")
_MONTHLY = _("Is this a monthly wage? An hourly wage here is at most {most}. Choose the full-time wage instead.")
_HOURLY = _("Is this an hourly wage? A full-time wage for a month is more than {most}. Choose the hourly wage instead.")
