"""Every field for a period of time says so when another period is typed."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.typed_units import Per
from fleksjob_site.texts.forms import DecimalField
from salary.pages.allowance_form import AllowanceForm
from salary.pages.ceiling_form import CeilingForm
from salary.pages.employer import EmployerForm
from salary.pages.forms import IncomeForm
from salary.pages.own_business_form import OwnBusinessForm
from salary.pages.pay_form import PayForm
from salary.pages.payout_forms import PayoutForm
from salary.pages.year_form import YearForm, income_form

TODAY = Month(2026, 11)
WORDS = {Per.HOUR: "i timen", Per.DAY: "om dagen", Per.WEEK: "om ugen", Per.MONTH: "om måneden", Per.YEAR: "om året"}


def forms() -> Iterator[PayForm]:
    for kind in (IncomeForm, CeilingForm, EmployerForm, AllowanceForm):
        yield kind({}, require_all=False)
    yield PayoutForm({}, require_all=False, last_month=TODAY)
    yield OwnBusinessForm({}, today=2026, require_all=False)
    yield YearForm({}, income=income_form({}, TODAY), today=TODAY, require_all=False)


def fields() -> Iterator[Any]:
    for form in forms():
        for name, field in form.fields.items():
            if isinstance(field, DecimalField) and field.per:
                yield pytest.param(field, id=f"{type(form).__name__} {name}")


@pytest.mark.parametrize("field", list(fields()))
def test_another_period_is_refused_in_words(field: DecimalField) -> None:
    for per in set(Per) - field.per:
        with pytest.raises(ValidationError, match=r"Enter|Skriv"):
            field.clean(f"5 {WORDS[per]}")
