"""The day of a decision, for the last day to appeal it."""

from datetime import date, timedelta

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fleksjob_site.texts.date_forms import DayField
from fleksjob_site.texts.writing import fill

MAX_AGE = timedelta(days=365)
"""Hardly anyone appeals an older decision: the year is more likely mistyped."""


class DecisionForm(forms.Form):
    """The date on a decision; empty is no decision. `needed` makes it required, if the calendar has no other date."""

    decided = DayField(
        label=_("The date on your decision"),
        help_text=_("Leave it empty if you have no decision to appeal."),
    )

    def __init__(self, today: date, data: QueryDict | None = None, *, needed: bool = False) -> None:
        super().__init__(data)
        self.today = today
        self.fields["decided"].required = needed
        self.fields["decided"].error_messages["required"] = gettext("Enter the date on your decision.")

    def _allowed(self) -> str:
        text = gettext("Enter a date from {first} to {last}. A decision can't be dated in the future.")
        return fill(text, first=self.today - MAX_AGE, last=self.today)

    def clean_decided(self) -> date | None:
        decided: date | None = self.cleaned_data["decided"]
        if decided and not self.today - MAX_AGE <= decided <= self.today:
            raise forms.ValidationError(self._allowed())
        return decided
