"""Form fields for numbers as people write them, with messages that say what to write instead."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.money import parse_amount, parse_number
from fleksjob_site.texts.writing import fill, hours, kroner, number, percent

Label = str | Promise


class DecimalField(forms.Field):
    """A number typed as text, between two limits, both included; an empty field is None."""

    def __init__(self, *, least: Decimal | int, most: Decimal | int, **options: Any) -> None:
        super().__init__(required=False, **options)
        self.least, self.most = Decimal(least), Decimal(most)

    parse: Callable[[str], Decimal] = staticmethod(parse_number)
    shown: Callable[[Decimal], str] = staticmethod(number)

    def not_a_number(self) -> str:
        raise NotImplementedError

    def to_python(self, value: str | None) -> Decimal | None:
        if value is None or not value.strip():
            return None
        try:
            return self.parse(value)
        except ValueError:
            raise ValidationError(self.not_a_number()) from None

    def validate(self, value: Decimal | None) -> None:
        if value is not None and not self.least <= value <= self.most:
            text = _("Write a number between {least} and {most}.")
            raise ValidationError(fill(text, least=number(self.least), most=self.shown(self.most)))


class AmountField(DecimalField):
    """An amount in kroner, in the Danish or the English way of writing."""

    parse = staticmethod(parse_amount)
    shown = staticmethod(kroner)

    def not_a_number(self) -> str:
        return _("Write the amount as a number, for example 21,092.50.")


class HoursField(DecimalField):
    """A number of hours."""

    shown = staticmethod(hours)

    def not_a_number(self) -> str:
        return _("Write the hours as a number, for example 12.5.")


class PercentField(DecimalField):
    """A number of per cent, or only a whole number of them."""

    shown = staticmethod(percent)

    def __init__(self, *, whole: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.whole = whole

    def validate(self, value: Decimal | None) -> None:
        super().validate(value)
        if self.whole and value is not None and value != value.to_integral_value():
            raise ValidationError(_("Write a whole number of per cent, for example 38."))

    def not_a_number(self) -> str:
        return _("Write the per cent as a number, for example 50.")


class MonthInput(forms.Widget):
    """Two inputs, `<name>-month` and `<name>-year`; its value is {"month", "year"} as typed."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        return {part: data.get(f"{name}-{part}", "") for part in ("month", "year")}


class MonthField(forms.Field):
    """A month and a year, cleaned to a Month; both inputs empty is None. The error message names an example year."""

    widget = MonthInput

    def __init__(self, *, example_year: int = 1980, **options: Any) -> None:
        self.example_year = example_year
        super().__init__(required=False, **options)

    def to_python(self, value: Any) -> Month | None:
        month, year = value["month"].strip(), value["year"].strip()
        if not (month or year):
            return None
        try:
            return Month.parse(f"{year}-{month:0>2}")
        except ValueError:
            wrong = _("Write a month from 1 to 12 and a year with four digits: 5 and {year}.")
            raise ValidationError(str(wrong).format(year=self.example_year)) from None


class ChoiceField(forms.ChoiceField):
    """One of a few answers, each with a hint where it has one."""

    def __init__(
        self, *, choices: Sequence[tuple[str, Label]], hints: dict[str, Label] | None = None, **options: Any
    ) -> None:
        super().__init__(choices=choices, required=False, **options)
        self.labels = dict(choices)
        self.hints = hints or {}

    def label_of(self, key: str) -> str:
        """The words of a choice."""
        return str(self.labels[key])


class SeveralField(forms.MultipleChoiceField):
    """One or more of a list, cleaned to keys separated by commas, in the order of the list."""

    def __init__(self, *, hints: dict[str, Label] | None = None, **options: Any) -> None:
        super().__init__(required=False, **options)
        self.hints = hints or {}

    def validate(self, value: list[str]) -> None:
        """Left to the question, which knows which choices can be combined."""

    def clean(self, value: Any) -> str:
        return ",".join(super().clean(value))
