"""The form of unemployment allowance: the month, which rate, and what was earned alongside it."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.typed_units import Per
from fleksjob_site.texts.date_forms import MonthField
from fleksjob_site.texts.forms import A_MONTH, AmountField, ChoiceField, HoursField
from fleksjob_site.texts.writing import fill
from fleksjob_site.texts.writing import month as month_in_words
from salary.law.case import ZERO
from salary.law.limits import MAX_AMOUNT, MAX_HOURS_MONTH
from salary.law.unemployment_allowance import LEVEL_LABELS, AllowanceCase, Level, first_month_of
from salary.pages.pay_form import PayForm
from salary.pages.start import check_rates, starting_month

HINTS = {
    "month": _("Enter the month, and the allowance is shown here."),
    "level": _("Choose your rate, and the allowance is shown here."),
    "side_hours": _("Enter the hours of the side business, and the allowance is shown here."),
    "conversion_rate": _("Enter the conversion rate, and the allowance is shown here."),
}
_MORE = ("instead_of_wage", "paid_pension", "side_hours", "conversion_rate", "owed")


def with_initial_month(typed: Mapping[str, str], today: Month) -> dict[str, str]:
    """What was typed, with this month, or the newest that has rates, where no month is."""
    month = starting_month(today)
    return {"month-month": str(month.month), "month-year": str(month.year), **typed}


class AllowanceForm(PayForm):
    """One whole month. An amount left empty is 0; only the month and the rate must be chosen."""

    max_length = 20
    required_messages: ClassVar = {
        "month": _("Enter the month and year of the income."),
        "level": _("Choose which rate you get."),
        "conversion_rate": _("Enter the conversion rate, or remove the hours."),
        "side_hours": _("Enter the hours, or remove the conversion rate."),
    }

    marked_together = frozenset({"side_hours", "conversion_rate"})

    month = MonthField(label=_("Which month is the income for?"), example_year=2026)
    level = ChoiceField(
        label=_("Which rate do you get?"),
        choices=[(level, _(label)) for level, label in LEVEL_LABELS.items()],
        message=_("Choose one of the three rates."),
    )
    wage = AmountField(
        label=_("Wage in the month, before tax"),
        help_text=_(
            "AM-income (AM-indkomst) on the payslip plus your own pension contribution. Leave it empty if you had none."
        ),
        least=0,
        most=MAX_AMOUNT,
    )
    employer_pension = AmountField(label=_("The employer's pension contribution, in kroner"), least=0, most=MAX_AMOUNT)
    instead_of_wage = AmountField(
        label=_("Income instead of wage"),
        help_text=_(
            "Compensation for lost earnings, money from the wage guarantee fund (LG), and severance pay as far as it "
            "corresponds to wages in a notice period. Severance pay counts too if the old job could give standby pay "
            "(rådighedsløn) or the like on dismissal."
        ),
        least=0,
        most=MAX_AMOUNT,
    )
    paid_pension = AmountField(
        label=_("Pension paid out from a former job"),
        help_text=_(
            "A pension paid regularly, including one from work abroad. Not if it is paid because of lost capacity for "
            "work."
        ),
        least=0,
        most=MAX_AMOUNT,
    )
    side_hours = HoursField(
        label=_("Hours spent on a side business in the month"),
        help_text=_("It counts by the hours, not by what it earns. Enter the conversion rate below too."),
        per=A_MONTH,
        least=0,
        most=MAX_HOURS_MONTH,
    )
    conversion_rate = AmountField(
        label=_("The conversion rate (omregningssats) for an hour"),
        help_text=_("It changes each year, and we have not read this year's. Ask the municipality."),
        per=(Per.HOUR,),
        least=0,
        most=MAX_AMOUNT,
    )
    owed = AmountField(
        label=_("Overpaid subsidy, to be taken off"),
        help_text=_("From an earlier flexi-job, if the municipality has said that it will be taken off the allowance."),
        least=0,
        most=MAX_AMOUNT,
    )

    def typed(self) -> dict[str, str]:
        """What was sent for the fields of this form, as typed; empty amounts are left out, so that all fit."""
        return {name: text for name, text in super().typed().items() if text or name.startswith("month-")}

    def required(self) -> Iterator[str]:
        """Month and rate, and of hours and conversion rate the one that is missing."""
        yield from ("month", "level")
        errors = self.errors
        hours, rate = ("side_hours", "conversion_rate")
        for name, other in ((hours, rate), (rate, hours)):
            if self.cleaned_data.get(other) or other in errors:
                yield name

    def clean(self) -> None:
        month = self.cleaned_data.get("month")
        try:
            if month:
                check_rates(month)
                self._check_level(month)
        except ValidationError as error:
            self.add_error("month", error)
        super().clean()

    def _check_level(self, month: Month) -> None:
        level = self.cleaned_data.get("level")
        if level and month.plus(months=1) < (first := first_month_of(Level(level))):
            text = gettext(
                "Enter {income} or a later month. We know the lower rates only from {first}, when the income for "
                "{income} is taken off."
            )
            income = first.plus(months=-1)
            raise ValidationError(fill(text, first=month_in_words(first), income=month_in_words(income)))

    @property
    def case(self) -> AllowanceCase | None:
        """The case of a form without errors; None while something is still empty or wrong."""
        if not self.is_complete:
            return None
        given = self.cleaned_data
        return AllowanceCase(
            month=given["month"],
            level=Level(given["level"]),
            wage_month=given["wage"] or ZERO,
            employer_pension_month=given["employer_pension"] or ZERO,
            instead_of_wage_month=given["instead_of_wage"] or ZERO,
            paid_pension_month=given["paid_pension"] or ZERO,
            side_hours_month=given["side_hours"] or ZERO,
            conversion_rate_hour=given["conversion_rate"] or ZERO,
            owed_month=given["owed"] or ZERO,
        )

    @property
    def hint(self) -> str:
        """What to enter to get a result, where nothing is wrong."""
        return str(HINTS[self.blanks()[0]])

    @property
    def more_is_used(self) -> bool:
        """Whether anything in the part to open is entered or wrong."""
        self.is_valid()
        return any(self.data.get(name) or name in self.errors for name in _MORE)
