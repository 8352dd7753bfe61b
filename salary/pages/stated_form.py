"""The form of the full-time wage that an employer states: the wage, the pension, and each further line of the order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fleksjob_site.kernel.typed import clean
from fleksjob_site.kernel.working_time import FULL_TIME_HOURS_WEEK
from fleksjob_site.texts.forms import AmountField, ChoiceField, HoursField, PercentField
from fleksjob_site.texts.writing import page_language
from salary.law.case import FullTimeWage, HourlyWage
from salary.law.full_time_wage import PART_LABELS, PART_MEANINGS, WAGE, FullTimeSum, Part
from salary.law.limits import MAX_AMOUNT, MAX_HOURS_WEEK, MAX_PENSION_PERCENT
from salary.law.stated_wage import EXAMPLE_TOO_LOW, PAID_APART, HolidayPaid, StatedWage, stated_wage
from salary.pages.full_time_form import FullTimePayForm, full_time_wage
from salary.pages.pay_form import TICKED

BLANK = {"wage_kind": "hourly", "full_time_hours_per_week": "37"}

TICKED_LINES = tuple(part for part in Part if part not in {Part.PENSION, Part.HOLIDAY_PAY})
"""The lines that a job has or does not have; pension and holiday have fields of their own."""

_WAGE_FIELDS = ("wage_kind", "wage")


class StatedWageForm(FullTimePayForm):
    """What full time pays in a job, by its employer. A line that is not ticked is not in the job."""

    max_length = 20
    required_messages: ClassVar = {
        "wage_kind": _("Choose which wage you know."),
        "wage": _("Enter the wage."),
        "pension_on_top_percent": _("Enter the pension, or 0 if there is none."),
        **{part.value: _("Enter the amount, or untick the box.") for part in TICKED_LINES},
        "holiday": _("Choose how the employee's holiday is paid."),
        "holiday_pay": _("Enter the amount, or untick the months."),
    }

    wage = full_time_wage(help_text=_(WAGE.meaning))
    pension_on_top_percent = PercentField(
        label=_("The pension you pay, as a percentage of the wage"),
        help_text=_("Enter 0 if there is none."),
        least=0,
        most=MAX_PENSION_PERCENT,
    )
    pension = AmountField(
        label=_("Pension in kroner, if you don't know the percentage"),
        help_text=_(PART_MEANINGS[Part.PENSION]),
        least=0,
        most=MAX_AMOUNT,
    )
    holiday = ChoiceField(
        label=_("How is the employee's holiday paid?"),
        message=_("Choose one of the three."),
        help_text=_("Every employee has one of these."),
        choices=[
            (HolidayPaid.SUPPLEMENT.value, _("Wages during holiday, and a holiday supplement on top (ferietillæg)")),
            (HolidayPaid.PAID_OUT.value, _("Holiday pay (feriegodtgørelse) that you pay out")),
            (HolidayPaid.ACCOUNT.value, _("Holiday pay (feriegodtgørelse) that you pay to Feriekonto")),
        ],
        hints={
            HolidayPaid.SUPPLEMENT.value: _(
                "If you leave the amount empty, we use the supplement under the Holiday Act, paid in May and August."
            ),
            HolidayPaid.PAID_OUT.value: _(
                "It replaces the wage for the days of holiday. Enter an amount only if a month then comes to more "
                "than usual."
            ),
            HolidayPaid.ACCOUNT.value: _(
                "It does not count as wage in the month you pay it in. It counts when the holiday is taken."
            ),
        },
    )
    paid_hours_per_week = HoursField(
        label=_("The employee's paid hours a week"),
        help_text=_("The hours you pay for."),
        least=0,
        most=MAX_HOURS_WEEK,
    )
    stated_until_now = AmountField(
        label=_("The figure stated until now"),
        help_text=_("Leave it empty to see an example."),
        least=0,
        most=MAX_AMOUNT,
    )

    def __init__(self, data: Any, *, require_all: bool) -> None:
        super().__init__(_with_ticks(data), require_all=require_all)
        for part in TICKED_LINES:
            label, meaning = gettext(PART_LABELS[part]), gettext(PART_MEANINGS[part])
            self.fields[tick_of(part)] = forms.BooleanField(label=label, help_text=meaning, required=False)
            self._add_amount(part, label)
        self._add_amount(Part.HOLIDAY_PAY, gettext(PART_LABELS[Part.HOLIDAY_PAY]))

    def _add_amount(self, part: Part, label: str) -> None:
        names = page_language().months
        amount = gettext("Amount for full time: {line}").format(line=label)
        self.fields[part.value] = AmountField(label=amount, least=0, most=MAX_AMOUNT)
        for number in names if part in PAID_APART else ():
            self.fields[month_of(part, number)] = forms.BooleanField(label=names[number], required=False)

    @property
    def lines(self) -> Iterator[dict[str, Any]]:
        """The lines to tick with their fields, for the page."""
        for part in TICKED_LINES:
            yield {"tick": self[tick_of(part)], **self._amount_and_months(part)}

    def is_required(self, name: str) -> bool:
        """The pension is asked for in one of two fields, so neither of them is marked."""
        return name != "pension_on_top_percent" and super().is_required(name)

    @property
    def holiday_line(self) -> dict[str, Any]:
        """The amount of the holiday, and its months."""
        return self._amount_and_months(Part.HOLIDAY_PAY)

    def _amount_and_months(self, part: Part) -> dict[str, Any]:
        months = [self[month_of(part, number)] for number in range(1, 13)] if part in PAID_APART else []
        return {"amount": self[part.value], "months": months}

    @property
    def ticked(self) -> tuple[Part, ...]:
        """The lines that the job has."""
        return tuple(part for part in TICKED_LINES if self.data.get(tick_of(part)))

    @property
    def without_amount(self) -> tuple[Part, ...]:
        """The lines whose amount is still to come, and the holiday until it is said how it is paid."""
        holiday = () if self.cleaned_data.get("holiday") and not self._months_without_amount else (Part.HOLIDAY_PAY,)
        return (*(part for part in self.ticked if self.cleaned_data.get(part.value) is None), *holiday)

    @property
    def _months_without_amount(self) -> bool:
        """Whether months of holiday pay are ticked, and no amount is given."""
        return any(self._months(Part.HOLIDAY_PAY)) and self.cleaned_data.get(Part.HOLIDAY_PAY.value) is None

    @property
    def page_fields(self) -> dict[str, str]:
        """Tells the next request which lines were ticked on this page."""
        return {TICKED: " ".join(self.ticked)}

    def required(self) -> Iterable[str]:
        """The amounts of the ticked lines, the pension in one of its two fields, and how holiday is paid."""
        pension = ("pension_on_top_percent",) if self.cleaned_data.get("pension") is None else ()
        holiday = ("holiday", Part.HOLIDAY_PAY.value) if self._months_without_amount else ("holiday",)
        return (*_WAGE_FIELDS, *pension, *(part.value for part in self.ticked), *holiday)

    def blanks(self) -> list[str]:
        """Only the wage: the sum is shown while the rest is being filled in."""
        return [name for name in self.missing() if name in _WAGE_FIELDS]

    def clean(self) -> None:
        given = self.cleaned_data
        self.refuse_odd_wage("full-time")
        if given.get("pension_on_top_percent") and given.get("pension"):
            self.add_error("pension", gettext("Enter the pension as a percentage or in kroner, not both."))
        super().clean()

    @property
    def is_finished(self) -> bool:
        """Whether nothing is missing that the employer signs for."""
        return self.is_complete and not self.missing()

    def stated(self) -> StatedWage | None:
        """The full-time wage of a form without errors; None while the wage is empty or something is wrong."""
        if not self.is_complete:
            return None
        given = self.cleaned_data
        pay = HourlyWage(given["wage"]) if given["wage_kind"] == "hourly" else FullTimeWage(given["wage"])
        parts = {part: given[part.value] or Decimal(0) for part in self.ticked if part not in self.without_amount}
        parts |= {part: Decimal(0) for part in TICKED_LINES if part not in self.ticked}
        if given["pension"] is not None:
            parts[Part.PENSION] = given["pension"]
        holiday = HolidayPaid(given["holiday"]) if given["holiday"] else None
        if holiday and not self._months_without_amount:
            parts[Part.HOLIDAY_PAY] = given[Part.HOLIDAY_PAY.value] or Decimal(0)
        full_time = given["full_time_hours_per_week"] or FULL_TIME_HOURS_WEEK
        return stated_wage(
            FullTimeSum(pay, parts, given["pension_on_top_percent"], full_time, from_employer=True),
            {part: tuple(self._months(part)) for part in PAID_APART},
            holiday,
            compute_supplement=holiday == HolidayPaid.SUPPLEMENT and given[Part.HOLIDAY_PAY.value] is None,
        )

    def too_low_figure(self, right: Decimal) -> Decimal:
        """The figure stated until now, or an example."""
        given: Decimal | None = self.cleaned_data["stated_until_now"]
        return max(right - EXAMPLE_TOO_LOW, Decimal(0)) if given is None else given

    def _months(self, part: Part) -> Iterator[int]:
        return (number for number in range(1, 13) if self.cleaned_data.get(month_of(part, number)))


def kept_stated_wage(stored: Mapping[str, str]) -> StatedWage | None:
    """The full-time wage of a form that was stored; None while something that the employer signs for is missing."""
    form = StatedWageForm({**BLANK, **stored}, require_all=False)
    return form.stated() if form.is_finished else None


def tick_of(part: Part) -> str:
    """The name of the tick of a line."""
    return f"has_{part.value}"


def month_of(part: Part, number: int) -> str:
    """The name of the tick of a month in which a line is paid."""
    return f"{part.value}_{number}"


def _with_ticks(data: Mapping[str, Any]) -> dict[str, Any]:
    """What was sent, with tick and amount in agreement: an amount ticks its line, and losing its tick empties it."""
    sent = {name: data[name] for name in data}
    before = str(sent.get(TICKED, "")).split()
    for part in TICKED_LINES:
        if sent.get(tick_of(part)) or not clean(str(sent.get(part.value, ""))):
            continue
        if part.value in before:
            sent[part.value] = ""
        else:
            sent[tick_of(part)] = "on"
    if sent.get("holiday") == HolidayPaid.ACCOUNT:
        # It is paid in no month of the wage.
        sent |= {name: "" for name in sent if name.startswith(Part.HOLIDAY_PAY.value)}
    return sent
