"""What the forms about pay share, from the income page to the check of payouts."""

import re
from collections.abc import Iterable, Mapping
from copy import copy
from decimal import Decimal
from typing import Any, ClassVar

from django import forms

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.typed import Number, clean, shortened
from fleksjob_site.kernel.typed_units import Per
from fleksjob_site.kernel.working_time import FULL_TIME_HOURS_WEEK
from fleksjob_site.serving.views import SWITCH
from fleksjob_site.texts.date_forms import BoxesField, DayField
from fleksjob_site.texts.forms import ChoiceField, DecimalField, Label, SharedFields
from salary.law.case import ZERO, Case, FullTimeWage, HourlyWage, HoursAtWork, MonthWage
from salary.pages.live import BOX, LIVE_NAMES, Live
from salary.pages.odd_amounts import NOT_A_MONTH, NOT_AN_HOUR, question_about_hourly
from salary.pages.payslip import Paper, papers

_NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_MAX_NEWER = 8
JUST_OPENED = "just-opened"
"""Marks an open month whose form has not been sent yet. A form doesn't send it, so it goes with the first one."""
TICKED = "ticked"
"""Names the lines that were ticked on the page that a form comes from."""
_OF_THE_PAGE = {"csrfmiddlewaretoken", "switch", "page", "seen", "keep", "next", "carry", JUST_OPENED, TICKED}
_NO_FIELDS = _OF_THE_PAGE | LIVE_NAMES
"""What a form sends, or is stored with it, besides its fields."""


def sent_by_button(data: Mapping[str, Any]) -> bool:
    """Whether a form was sent by its button, so that an empty field is an error.

    A live request comes while somebody is still typing, as does a request to switch the language.
    """
    return not {"live", SWITCH} & set(data)


class PayForm(forms.Form):
    """A form that is also checked while somebody types. Without `require_all`, an empty field is no error.

    Whoever is typing sees no new error before leaving the field or resting; one that is shown stays until it is mended.
    """

    max_length: ClassVar[int]
    """Characters kept of each field: no number is longer, and all fields must fit into a cookie."""

    required_messages: ClassVar[Mapping[str, Label]]
    """What to enter, for each field that may have to be filled in."""

    paper_fields: ClassVar[Mapping[str, str]] = {}
    """By a line of the drawn papers, the field that it goes into, in the order of the lines."""

    marked_together: ClassVar[frozenset[str]] = frozenset()
    """Fields that become required with others: all are marked, since marks that come and go would move the fields."""

    def __init__(self, data: Any, *, require_all: bool) -> None:
        self.base_fields = SharedFields(type(self).base_fields)  # type: ignore[misc]  # Django would copy each field
        super().__init__(data)
        self.require_all = require_all
        self.live = live = Live.of(data)
        self._typing, self._judged = (live.typing, live.judged) if live else ("", None)
        self._withheld: frozenset[str] = frozenset()

    @property
    def is_brief(self) -> bool:
        """Whether the answer may leave out what is folded."""
        return bool(self.live and self.live.brief)

    @property
    def judges_all(self) -> bool:
        """Whether an empty field that must be filled in is an error: by the button, and until its errors are mended."""
        return self.require_all or self._judged == "all"

    @property
    def lists_errors(self) -> bool:
        """Whether the errors are listed above the form: not those that only came while somebody was typing."""
        return bool(self.errors) and (not self.live or self._judged is not None)

    @property
    def for_live_requests(self) -> dict[str, str]:
        """What a live request from the page sends besides the fields."""
        listed = {"judged": "all" if self.judges_all else "some"} if self.lists_errors else {}
        return {"live": "1", "shown": " ".join(self.errors), **listed}

    @property
    def is_waiting(self) -> bool:
        """Whether the field that is being typed in has an error that is shown later."""
        return not self.is_valid() and bool(self._withheld)

    def full_clean(self) -> None:
        super().full_clean()
        self._withheld = frozenset(self._too_early())
        for name in self._withheld:
            del self.errors[name]
            self.cleaned_data.setdefault(name, None)
        self._required = frozenset(self.required())

    def is_valid(self) -> bool:
        return super().is_valid() and not self._withheld

    def _too_early(self) -> set[str]:
        """The new errors in or because of the field that is being typed in."""
        if self.live is None or self._typing not in self.fields:
            return set()
        new = set(self.errors) - self.live.shown
        if new <= {self._typing}:
            return new
        without = copy(self)
        without.data = {name: text for name, text in self.data.items() if BOX.sub("", name) != self._typing}
        without._typing = ""
        # What the form has worked out from the whole of the data.
        vars(without).update(_errors=None, _bound_fields_cache={})
        return new - set(without.errors) | new & {self._typing}

    @property
    def papers(self) -> tuple[Paper, ...]:
        """The drawn papers that have lines for this form."""
        return tuple(paper for paper in papers() if any(key in self.paper_fields for key in paper.keys))

    @property
    def paper_numbers(self) -> dict[str, int]:
        """The number that a field shares with its line on the drawn papers."""
        return {name: number for number, name in enumerate(self.paper_fields.values(), start=1)}

    def typed(self) -> dict[str, str]:
        """What was sent for the fields of this form, as typed; a day as a date, and a pasted month in its two boxes."""
        found = {}
        for name, field in self.fields.items():
            if isinstance(field, DayField) and (day := _day(self[name])):
                found[name] = day
            elif isinstance(field, BoxesField) and any(box in self.data for box in _boxes(name, field)):
                divided = field.divided(self[name].data)
                found |= {f"{name}-{part}": self.shortened(text) for part, text in divided.items()}
            elif name in self.data:
                found[name] = self.shortened(self.data[name], field)
        return found

    def readable(self, names: Iterable[str]) -> dict[str, str]:
        """What was typed in these inputs, without fields in error; those of a date count as one."""
        given = {BOX.sub("", name) for name in names} - set(self.errors)
        return {name: text for name, text in self.typed().items() if BOX.sub("", name) in given}

    def fields_of_newer_release(self, stored: Mapping[str, str]) -> dict[str, str]:
        """Fields that only a newer release knows, stored before or sent from one of its pages; kept as they are."""
        own = {*self.fields, *(box for name, field in self.fields.items() for box in _boxes(name, field)), *_NO_FIELDS}
        known = {name: text for name, text in stored.items() if name not in own}
        newer = [name for name in self.data if name not in own and _NAME.fullmatch(name)][:_MAX_NEWER]
        return known | {name: self.shortened(self.data[name]) for name in newer}

    def shortened(self, text: str, field: forms.Field | None = None) -> str:
        """What is kept of a text: all of it, or of a long one the number in it, or a part that is no number."""
        if len(text) <= self.max_length:
            return text
        return shortened(field.brief(text) if isinstance(field, DecimalField) else clean(text), self.max_length)

    def written(self, name: str) -> Number | None:
        """A number with its unit and period, as far as they were written; None without one that can be read."""
        field = self.fields[name]
        if not isinstance(field, DecimalField) or name not in self.cleaned_data:
            return None
        return field.read(self.data.get(name))

    def refuse_other_period(self, name: str, *, an_hour: bool) -> None:
        """Refuse an amount that was written for an hour where that of a month was chosen, and the other way round."""
        written = self.written(name)
        if written and written.per and (written.per is Per.HOUR) != an_hour:
            self.add_error(name, str(NOT_AN_HOUR if written.per is Per.HOUR else NOT_A_MONTH))

    def required(self) -> Iterable[str]:
        """The fields that must be filled in, given what the others hold."""
        return self.required_messages

    def is_required(self, name: str) -> bool:
        """Whether a field must be filled in, given what the others hold."""
        self.is_valid()
        return name in self._required

    def is_marked(self, name: str) -> bool:
        """Whether the label of a field says that it must be filled in."""
        return self.is_required(name) and name not in self.marked_together

    def required_message(self, name: str) -> str:
        """What to enter in a required field."""
        return str(self.required_messages[name])

    def missing(self) -> list[str]:
        """Required fields that are empty and not already in error."""
        given = self.cleaned_data
        return [name for name in self.required() if given.get(name, "") in (None, "") and name not in self.errors]

    def blanks(self) -> list[str]:
        """The empty fields without which there is no result."""
        return self.missing()

    def clean(self) -> None:
        if self.judges_all:
            for name in self.missing():
                self.add_error(name, self.required_message(name))

    @property
    def is_complete(self) -> bool:
        """Whether all that a result needs is filled in and valid."""
        return self.is_valid() and not self.blanks()

    @classmethod
    def choice(cls, name: str, key: str) -> Label:
        """The words of a choice."""
        field = cls.base_fields[name]
        assert isinstance(field, ChoiceField)
        return field.labels[key]

    def refuse_monthly(self, name: str, kinds: str, *monthly: str) -> None:
        """Ask about an hourly wage that is more likely a monthly one; `monthly` are the choices of `kinds` for one."""
        labels = [self.choice(kinds, key) for key in monthly]
        if question := question_about_hourly(self.cleaned_data.get(name), labels):
            self.add_error(name, question)


def case_given(month: Month, given: Mapping[str, Any], *, hours: Decimal, pace: Decimal) -> Case:
    """The case that a form's wage fields state; with a wage of the month, hours and pace are not used."""
    kind, wage = given["wage_kind"], given["wage"]
    work = MonthWage(wage) if kind == "month" else HoursAtWork(hours, pace, _PAY[kind](wage))
    return Case(
        month=month,
        work=work,
        pension_on_top_percent=given["pension_on_top_percent"] or ZERO,
        supplements_full_time_month=given["supplements_full_time_month"] or ZERO,
        full_time_hours_week=given["full_time_hours_per_week"] or FULL_TIME_HOURS_WEEK,
    )


def _boxes(name: str, field: forms.Field) -> list[str]:
    """The names of the inputs of a field that has several."""
    return [f"{name}-{box}" for box in field.boxes] if isinstance(field, BoxesField) else []


def _day(field: forms.BoundField) -> str | None:
    """The day in a field, as 2026-11-21; None without one that can be read."""
    try:
        day = field.field.clean(field.data)
    except forms.ValidationError:
        return None
    return day.isoformat() if day else None


_PAY: Mapping[str, type[HourlyWage] | type[FullTimeWage]] = {"hourly": HourlyWage, "full-time": FullTimeWage}
