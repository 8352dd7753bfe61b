"""Form fields for months and days, with a box for each part, as people write or paste them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.typed import Refused
from fleksjob_site.kernel.typed_dates import BOXES, holds_more, read_day, read_month
from fleksjob_site.texts.forms import OwnField
from fleksjob_site.texts.typed_messages import about_date, month_example


class BoxesInput(forms.Widget):
    """Inputs `<name>-day`, `<name>-month` and so on; its value is what was typed in each.

    A text under the name alone, as it is stored and as older pages send it, is returned as it is.
    """

    def __init__(self, boxes: Sequence[str]) -> None:
        super().__init__()
        self.boxes = boxes

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str] | str:
        typed = {box: data.get(f"{name}-{box}", "") for box in self.boxes}
        return typed if any(typed.values()) or not data.get(name) else str(data[name])


class BoxesField(OwnField):
    """Parts of a date in a box each."""

    boxes: ClassVar[Sequence[str]]

    def __init__(self, *, example_year: int, **options: Any) -> None:
        self.example_year = example_year
        super().__init__(widget=BoxesInput(self.boxes), **options)

    def read(self, typed: Mapping[str, str]) -> Any:
        raise NotImplementedError

    def invalid(self) -> str:
        """The message about a text that is no date at all."""
        raise NotImplementedError

    def to_python(self, value: Any) -> Any:
        try:
            return self.read(self._in_boxes(value))
        except Refused as refused:
            raise ValidationError(about_date(refused, self.invalid(), self.example_year)) from None

    def prepare_value(self, value: Any) -> Any:
        return self.divided(value) if isinstance(value, str) else value

    def divided(self, value: dict[str, str] | str) -> dict[str, str]:
        """What was typed in each box; a box that holds more than its part is divided, if it can be read.

        Not while somebody types: the box that has the focus would not get its part.
        """
        boxes = self._in_boxes(value)
        try:
            found = self.read(boxes) if holds_more(boxes) else None
        except Refused:
            return boxes
        return {box: str(getattr(found, box)) for box in self.boxes} if found else boxes

    def _in_boxes(self, value: dict[str, str] | str) -> dict[str, str]:
        return {**dict.fromkeys(self.boxes, ""), self.boxes[0]: value} if isinstance(value, str) else value


class MonthField(BoxesField):
    """A month and a year, cleaned to a Month; both inputs empty is None. The error message names an example year."""

    boxes = ("month", "year")

    def __init__(self, *, example_year: int = 1980, **options: Any) -> None:
        super().__init__(example_year=example_year, required=False, **options)

    def read(self, typed: Mapping[str, str]) -> Month | None:
        return read_month(typed)

    def invalid(self) -> str:
        return month_example(self.example_year)


class DayField(BoxesField):
    """A day, a month and a year, cleaned to a date; all inputs empty is None."""

    boxes = BOXES

    def __init__(self, *, example_year: int = 2026, required: bool = False, **options: Any) -> None:
        super().__init__(example_year=example_year, required=required, **options)

    def read(self, typed: Mapping[str, str]) -> date | None:
        return read_day(typed)

    def invalid(self) -> str:
        return str(self.error_messages.get("invalid") or _("Enter the date as day, month and year: 21-11-2026."))
