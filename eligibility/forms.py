"""The form of one question: typed as text, checked by the question itself."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from eligibility.questions.question import UNKNOWN, BirthMonth, Choices, Question
from fleksjob_site.forms import ChoiceField, MonthField
from fleksjob_site.jinja import say
from fleksjob_site.kernel.calendar import Month


class AnswerForm(forms.Form):
    """One answer to one question; `answer()` is the text to store."""

    def __init__(self, question: Question, on: date, stored: object = None, data: Any = None) -> None:
        super().__init__(data, initial={"answer": _typed(question, stored)})
        self.question, self.on = question, on
        self.fields["answer"] = _field(question)

    def clean_answer(self) -> str:
        # The button "I don't know" beside a number or a month is an answer, whatever the field holds.
        given = UNKNOWN if UNKNOWN in self.data else str(self.cleaned_data["answer"] or "")
        try:
            self.question.read(given, self.on)
        except ValueError:
            raise forms.ValidationError(say(self.question.answer.allowed())) from None
        return given


def _field(question: Question) -> forms.Field:
    label = _(question.text)
    match question.answer:
        case Choices(choices):
            return ChoiceField(
                label=label,
                choices=[(choice.key, _(choice.text)) for choice in choices],
                error_messages={"invalid_choice": say(question.answer.allowed())},
            )
        case BirthMonth():
            return MonthField(label=label)
        case _:
            return forms.CharField(label=label, required=False)


def _typed(question: Question, stored: object) -> object:
    """What the field shows for a stored answer; "I don't know" to a number or a month leaves it empty."""
    if not isinstance(stored, str) or isinstance(question.answer, Choices):
        return stored
    if stored == UNKNOWN:
        return None
    if isinstance(question.answer, BirthMonth):
        month = Month.parse(stored)
        return {"month": str(month.month), "year": str(month.year)}
    return stored
