"""The example in a message about a number fits the field that it stands at."""

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from django import forms
from django.utils.translation import override

from eligibility.law.questions import QUESTIONS
from eligibility.law.questions.question import Number
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.texts.forms import CountField, DecimalField
from salary.pages.ceiling_form import CeilingForm
from salary.pages.employer import EmployerForm
from salary.pages.forms import IncomeForm
from salary.pages.own_business_form import OwnBusinessForm
from salary.pages.payout_forms import PayoutForm
from salary.pages.year_form import YearForm, income_form
from tests.eligibility.law.answering import ON

MONTH = Month(2026, 11)
FORMS: list[forms.Form] = [
    IncomeForm({}, require_all=False),
    EmployerForm({}, require_all=False),
    CeilingForm({}, require_all=False),
    PayoutForm({}, require_all=False, last_month=MONTH),
    YearForm({}, income=income_form({}, MONTH), today=MONTH, require_all=False),
    OwnBusinessForm({}, today=2026, require_all=False),
]
FIELDS = {
    f"{type(form).__name__}.{name}": field
    for form in FORMS
    for name, field in form.fields.items()
    if isinstance(field, DecimalField) and not isinstance(field, CountField)
}


def examples(message: str) -> Iterator[str]:
    found = re.search(r"(?:for example|for eksempel) (.+?)(?:, (?:or|eller) 0.+)?\.$", message)
    assert found, message
    yield from re.split(" or | eller ", found[1])


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", FIELDS)
def test_a_field_takes_the_example_that_it_gives(name: str, language: str) -> None:
    field = FIELDS[name]
    with override(language), pytest.raises(forms.ValidationError) as refused:
        field.clean("£20")
    with override(language):
        assert all(isinstance(field.clean(text), Decimal) for text in examples(refused.value.messages[0]))


def test_an_example_for_an_hour_is_taken_for_an_hour() -> None:
    for form in (IncomeForm, EmployerForm):
        data = {"wage_kind": "hourly", "wage": "£20"}
        [first, *_] = examples(form(data, require_all=False).errors["wage"][0])
        assert "wage" not in form(data | {"wage": first}, require_all=False).errors


@pytest.mark.parametrize("question", [q for q in QUESTIONS if isinstance(q.answer, Number)], ids=lambda q: q.key)
def test_a_question_takes_the_example_that_it_gives(question: object) -> None:
    answer = question.answer  # type: ignore[attr-defined]
    [example] = examples(answer.allowed().message)
    assert answer.read(example, ON) == Decimal(example)
    # A pace is thought of in whole per cent.
    assert (example == "50") == (answer.kind == "percent")
