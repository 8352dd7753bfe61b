"""All forms of a class share its fields, so none may change one: another visitor would see it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils.translation import override

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.urls import urlpatterns  # noqa: F401  # importing it defines every form
from salary.pages.allowance_form import AllowanceForm
from salary.pages.ceiling_form import CeilingForm
from salary.pages.employer import EmployerForm
from salary.pages.employer_steps_views import FirstDayForm
from salary.pages.example import ExampleForm
from salary.pages.forms import IncomeForm
from salary.pages.own_business_form import OwnBusinessForm
from salary.pages.pay_form import PayForm
from salary.pages.payout_forms import PayoutForm
from salary.pages.stated_form import StatedWageForm
from salary.pages.year_form import YearForm

TODAY = Month(2026, 11)
MADE: dict[type[PayForm], Callable[[Any], PayForm]] = {
    **{
        kind: lambda data, kind=kind: kind(data, require_all=True)
        for kind in (AllowanceForm, CeilingForm, EmployerForm, ExampleForm, FirstDayForm, IncomeForm, StatedWageForm)
    },
    OwnBusinessForm: lambda data: OwnBusinessForm(data, today=TODAY.year, require_all=True),
    PayoutForm: lambda data: PayoutForm(data, require_all=True, last_month=TODAY),
    YearForm: lambda data: YearForm(data, income=IncomeForm(data, require_all=True), today=TODAY, require_all=True),
}


def forms(kind: type[PayForm] = PayForm) -> set[type[PayForm]]:
    """The forms of the site that no other form of the site extends."""
    more = [form for form in kind.__subclasses__() if form.__module__ != __name__]
    return set().union(*map(forms, more)) if more else {kind}


def looks(kind: type[PayForm]) -> dict[str, dict[str, object]]:
    """All that each field of a class holds, with texts by the object that stands for them."""
    return {
        name: {about: dict(value) if isinstance(value, dict) else value for about, value in held.items()}
        for name, field in kind.base_fields.items()
        for held in ({**vars(field), **vars(field.widget)},)
    }


@pytest.mark.parametrize("kind", MADE, ids=lambda kind: kind.__name__)
def test_no_form_changes_a_field_of_its_class(kind: type[PayForm]) -> None:
    before = looks(kind)
    wrong = dict.fromkeys((*kind.base_fields, *(f"{name}-month" for name in kind.base_fields)), "x")
    for language in ("da", "en"):
        for data in ({}, wrong):
            with override(language):
                form = MADE[kind](data)
                form.is_valid()
                assert str([(field.label, field.help_text, field.errors) for field in form])
    assert looks(kind) == before


def test_a_field_that_a_form_replaces_is_its_own() -> None:
    one, other = EmployerForm({}, require_all=False), EmployerForm({}, require_all=False)
    one.fields["wage"] = one.fields["holiday"]
    assert other.fields["wage"] is EmployerForm.base_fields["wage"] is not one.fields["wage"]


def test_every_form_is_among_them() -> None:
    assert forms() <= set(MADE)


def test_a_change_of_a_field_would_be_found() -> None:
    class Changed(EmployerForm):
        def __init__(self, data: Any) -> None:
            super().__init__(data, require_all=True)
            self.fields["wage"].help_text = "other"

    before = looks(EmployerForm)
    Changed({})
    try:
        assert looks(EmployerForm) != before
    finally:
        EmployerForm.base_fields["wage"].help_text = before["wage"]["help_text"]  # type: ignore[assignment]
