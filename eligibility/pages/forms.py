"""The form for one question, validated by the question itself, and the form to choose another day."""

from datetime import date
from decimal import Decimal

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazily

from eligibility.law.changes import FIRST_DAY, LAST_DAY, known_day
from eligibility.law.questions.question import UNKNOWN, Choices, MonthAndYear, Number, Question, Several
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import N_, Hours, Months, Percent
from fleksjob_site.kernel.typed_units import Unit
from fleksjob_site.texts.date_forms import DayField, MonthField
from fleksjob_site.texts.forms import ChoiceField, DecimalField, HoursField, PercentField, SeveralField
from fleksjob_site.texts.writing import fill, say
from fleksjob_site.texts.writing import number as written


class AnswerForm(forms.Form):
    """One answer to one question; the cleaned answer is the text to store."""

    def __init__(self, question: Question, on: date, stored: object, data: QueryDict | None) -> None:
        # The button "I don't know" beside a number or a month overrides what is in the field, whatever that is.
        self.is_unknown = data is not None and UNKNOWN in data
        super().__init__({} if self.is_unknown else data, initial={"answer": _initial(question, stored)})
        self.question, self.on = question, on
        self.is_empty = not self.is_unknown and not any(
            str(text).strip() for name, text in (data or {}).items() if name.startswith("answer")
        )
        """Whether nothing is chosen or typed."""
        self.fields["answer"] = _field(question, on)

    def is_required(self, name: str) -> bool:
        """Whether the question must be answered; "I don't know" is an answer too."""
        return not self.question.optional

    def clean_answer(self) -> str:
        answer = self.cleaned_data["answer"]
        typed = Number.stored(answer) if isinstance(answer, Decimal) else str(answer or "")
        given = UNKNOWN if self.is_unknown else typed
        try:
            self.question.read(given, self.on)
        except ValueError:
            raise forms.ValidationError(say(self.question.answer.message(given, self.on))) from None
        return given


_A_YEAR_OF_BIRTH = 1980


def _field(question: Question, on: date) -> forms.Field:
    label = _(question.text)
    match question.answer:
        case Choices(choices):
            named = [(choice.key, _(choice.text)) for choice in choices]
            return ChoiceField(label=label, choices=named, message=say(question.answer.allowed()))
        case Several(choices):
            return SeveralField(label=label, choices=[(choice.key, _(choice.text)) for choice in choices])
        case MonthAndYear():
            return MonthField(label=label, example_year=_A_YEAR_OF_BIRTH if question.key == "birth-month" else on.year)
        case number:
            return _NUMBER_FIELDS[type(number.least)](label=label, message=say(number.allowed()))


def _initial(question: Question, stored: object) -> object:
    """What the field shows for a stored answer; "I don't know" to a number or a month leaves it empty."""
    match question.answer:
        case _ if not isinstance(stored, str):
            return None
        case Choices():
            return stored
        case Several():
            return stored.split(",")
        case _ if stored == UNKNOWN:
            return None
        case MonthAndYear():
            try:
                month = Month.parse(stored)
            except ValueError:
                return None
            return {"month": str(month.month), "year": str(month.year)}
        case number:
            try:
                value = number.read(stored, date.max)
            except ValueError:
                return stored
            return written(value, grouped=False) if isinstance(value, Decimal) else None


class _MonthsField(DecimalField):
    """A number of months; whether it is whole is left to the question."""

    units = (Unit.MONTHS,)


_NUMBER_FIELDS: dict[type, type[DecimalField]] = {Hours: HoursField, Percent: PercentField, Months: _MonthsField}


class DayForm(forms.Form):
    """A day to see the rules of; empty is today."""

    day = DayField(label=lazily(N_("Date")))

    def __init__(self, data: QueryDict | None = None, chosen: date | None = None) -> None:
        super().__init__(data, initial={"day": chosen.isoformat() if chosen else None})
        self.fields["day"].error_messages["invalid"] = self._allowed()

    def _allowed(self) -> str:
        return fill(_("Enter a date from {first} to {last}."), first=FIRST_DAY, last=LAST_DAY)

    def clean_day(self) -> date | None:
        day: date | None = self.cleaned_data["day"]
        if day and not known_day(day):
            raise forms.ValidationError(self._allowed())
        return day
