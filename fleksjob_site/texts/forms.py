"""Form fields for numbers as people write them, and for choices, with messages that say what to write instead."""

import re
from collections.abc import Callable, Collection, Sequence
from decimal import Decimal
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from fleksjob_site.kernel.typed import Number, Reason, Refused, clean, read_number
from fleksjob_site.kernel.typed_units import Per, Unit, in_brief
from fleksjob_site.texts.typed_messages import about_number
from fleksjob_site.texts.writing import fill, hours, kroner, number, percent

Label = str | Promise


class OwnBound(forms.BoundField):
    """A field on its form, without hidden initial values. Django's would translate the hint of each field."""

    def __init__(self, form: forms.BaseForm, field: forms.Field, name: str) -> None:
        self.form, self.field, self.name, self.renderer = form, field, name, form.renderer
        self.html_name = form.add_prefix(name)
        self.label = "" if field.label is None else field.label
        self.help_text = field.help_text


class NumberBound(OwnBound):
    """A field for a number on its form, with what was read there."""

    @property
    def read(self) -> str | None:
        """The number that was read, as 12.5 in any language; None without one or while it is in error."""
        value = None if not self.form.is_bound or self.errors else self.form.cleaned_data.get(self.name)
        return None if value is None else format(Decimal(value).normalize(), "f")

    @property
    def shown(self) -> str:
        """What the field holds: what was typed; on a page sent for by a button, a number without its words."""
        text = str(self.value() if self.value() is not None else "")
        if getattr(self.form, "live", False) or not re.search(r"[^\W\d_]|%", text) or self.read is None:
            return text
        return number(Decimal(self.read), grouped=False)


class OwnField(forms.Field):
    """A field that our own templates draw, so that no form changes its widget: a form's copy needs none of its own.

    Django copies widgets, validators and choices as deeply as it can, which took as long as a calculation.
    """

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        copied = object.__new__(type(self))
        # Each form has labels and messages of its own, where it sets any.
        vars(copied).update(vars(self), error_messages=self.error_messages.copy())
        memo[id(self)] = copied
        return copied

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        return OwnBound(form, self, field_name)


class SharedFields(dict[str, forms.Field]):
    """The fields of a class, which Django would copy for each form. A form may replace one, and must change none."""

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, forms.Field]:
        return dict(self)


class DecimalField(OwnField):
    """A number typed as text, between two limits, both included; an empty field is None.

    Without limits, whoever uses the value checks it. `per` is the time that it is for, and `message` what is said of a
    text that is no number, `of_two` of one that holds two.
    """

    units: Collection[Unit] = ()
    shown: Callable[[Decimal], str] = staticmethod(number)
    shown_least: Callable[[Decimal], str] = staticmethod(number)
    """A unit is said once where it follows the number, and twice where it stands before it."""

    def __init__(
        self,
        *,
        least: Decimal | int | None = None,
        most: Decimal | int | None = None,
        per: Collection[Per] = (),
        message: Label | None = None,
        of_two: Label | None = None,
        **options: Any,
    ) -> None:
        super().__init__(required=False, **options)
        self.message, self.of_two = message, of_two
        self.least, self.most = (None if limit is None else Decimal(limit) for limit in (least, most))
        self.per = frozenset(per)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        return NumberBound(form, self, field_name)

    def not_a_number(self) -> str:
        raise NotImplementedError

    def otherwise(self) -> str:
        """What is said of a text that is no number."""
        return self.not_a_number() if self.message is None else str(self.message)

    def read(self, text: str | None) -> Number | None:
        """The number with its unit and period, if they were typed; None where nothing was."""
        return read_number(text, self.units, self.per) if text and clean(text) else None

    def brief(self, text: str) -> str:
        """A text in as few characters as possible; a number keeps its unit and period, which may be the wrong ones."""
        try:
            found = self.read(text)
        except Refused:
            found = None
        return number(found.value, grouped=False) + in_brief(found.unit, found.per) if found else clean(text)

    def to_python(self, value: str | None) -> Decimal | None:
        try:
            found = self.read(value)
        except Refused as refused:
            if self.of_two and refused.reason is Reason.RANGE:
                raise ValidationError(str(self.of_two)) from None
            raise ValidationError(about_number(refused, self.otherwise(), self.units, self.per)) from None
        return found.value if found else None

    def validate(self, value: Decimal | None) -> None:
        if value is None or self.least is None or self.most is None:
            return
        if not self.least <= value <= self.most:
            text = _("Enter a number between {least} and {most}.")
            raise ValidationError(fill(text, least=self.shown_least(self.least), most=self.shown(self.most)))


_A_MONTH_WAGE = Decimal("21092.50")
A_MONTH, AN_HOUR_OR_A_MONTH = (Per.MONTH,), (Per.HOUR, Per.MONTH)


class AmountField(DecimalField):
    """An amount in kroner, in the Danish or the English way of writing; of a month unless it says otherwise."""

    units: Collection[Unit] = (Unit.KRONER,)
    shown = shown_least = staticmethod(kroner)

    def __init__(self, *, per: Collection[Per] = A_MONTH, **options: Any) -> None:
        super().__init__(per=per, **options)

    def not_a_number(self) -> str:
        """An example that the field takes."""
        if Per.HOUR in self.per:
            return _("Enter the amount as a number, for example 180 an hour or 31,000 a month.")
        if Per.YEAR in self.per:
            return _("Enter the amount as a number, for example 250,000.")
        if self.most is not None and self.most < _A_MONTH_WAGE:
            return _("Enter the amount as a number, for example 94.50.")
        return _("Enter the amount as a number, for example 21,092.50.")


class HoursField(DecimalField):
    """A number of hours, of a week unless it says otherwise."""

    units = (Unit.HOURS,)
    shown = staticmethod(hours)

    def __init__(self, *, per: Collection[Per] = (Per.WEEK,), **options: Any) -> None:
        super().__init__(per=per, **options)

    def not_a_number(self) -> str:
        return _("Enter the hours as a number, for example 12.5.")


class PercentField(DecimalField):
    """A number of per cent, or only a whole number of them."""

    units = (Unit.PERCENT,)
    shown = staticmethod(percent)

    def __init__(self, *, whole: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.whole = whole

    def validate(self, value: Decimal | None) -> None:
        super().validate(value)
        if self.whole and value is not None and value != value.to_integral_value():
            raise ValidationError(_("Enter a whole percentage, for example 38."))

    def not_a_number(self) -> str:
        return _("Enter the percentage as a number, for example 50.")


class CountField(DecimalField):
    """A whole number of days or months; `message` says what is allowed, whatever is wrong."""

    def __init__(self, *, message: Label, unit: Unit, **options: Any) -> None:
        super().__init__(message=message, **options)
        self.units = (unit,)

    def clean(self, value: str | None) -> int | None:
        """The whole number."""
        try:
            found: Decimal | None = super().clean(value)
        except ValidationError:
            raise ValidationError(self.otherwise()) from None
        if found is not None and found != found.to_integral_value():
            raise ValidationError(self.otherwise())
        return None if found is None else int(found)


class TickField(OwnField, forms.BooleanField):
    """A box to tick or to leave."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)


class ChoiceField(OwnField, forms.ChoiceField):
    """One of a few answers, each with a hint where it has one; `message` is what is said of any other."""

    def __init__(
        self,
        *,
        choices: Sequence[tuple[str, Label]],
        message: Label | None = None,
        hints: dict[str, Label] | None = None,
        **options: Any,
    ) -> None:
        messages: dict[str, Any] = {} if message is None else {"invalid_choice": message}
        super().__init__(choices=choices, required=False, error_messages=messages, **options)
        self.labels = dict(choices)
        self.hints = hints or {}


class SeveralField(OwnField, forms.MultipleChoiceField):
    """One or more of a list, cleaned to keys separated by commas, in the order of the list."""

    def __init__(self, *, hints: dict[str, Label] | None = None, **options: Any) -> None:
        super().__init__(required=False, **options)
        self.hints = hints or {}

    def validate(self, value: list[str]) -> None:
        """Left to the question, which knows which choices can be combined."""

    def clean(self, value: Any) -> str:
        return ",".join(super().clean(value))
