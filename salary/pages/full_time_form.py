"""What the forms that ask for the pay of full time share: the wage, and the hours of full time."""

from django.utils.translation import gettext_lazy as _

from fleksjob_site.texts.forms import AN_HOUR_OR_A_MONTH, AmountField, ChoiceField, HoursField, Label
from salary.law.limits import MAX_AMOUNT, MAX_HOURS_WEEK, MIN_FULL_TIME_HOURS_WEEK
from salary.pages.odd_amounts import question_about_full_time
from salary.pages.pay_form import PayForm


def full_time_wage(help_text: Label) -> AmountField:
    """The field for the wage itself."""
    return AmountField(
        label=_("The wage before tax, at an ordinary pace"),
        help_text=help_text,
        per=AN_HOUR_OR_A_MONTH,
        least=0,
        most=MAX_AMOUNT,
    )


class FullTimePayForm(PayForm):
    """A form with the pay of full time; a subclass may offer more kinds of wage."""

    wage_kind = ChoiceField(
        label=_("Which wage do you know?"),
        message=_("Choose one of the two kinds of wage."),
        choices=[("hourly", _("Hourly wage")), ("full-time", _("Wage for a full-time month"))],
    )
    wage = full_time_wage(help_text=_("What anyone else would be paid in the same job. Not lowered for a slower pace."))
    full_time_hours_per_week = HoursField(
        label=_("Full time at the workplace, hours a week"), least=MIN_FULL_TIME_HOURS_WEEK, most=MAX_HOURS_WEEK
    )

    def refuse_odd_wage(self, *monthly: str) -> None:
        """Ask about a wage that fits another choice of `wage_kind`; `monthly` are those for a month."""
        kind, wage = self.cleaned_data.get("wage_kind"), self.cleaned_data.get("wage")
        if kind:
            self.refuse_other_period("wage", an_hour=kind == "hourly")
        if kind == "hourly":
            self.refuse_monthly("wage", "wage_kind", *monthly)
        elif kind == "full-time" and wage:
            question = question_about_full_time(wage, self.choice("wage_kind", "hourly"))
            if question:
                self.add_error("wage", question)
