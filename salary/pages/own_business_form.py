"""The form of the subsidy for one's own business: the calendar year, and up to three accounting years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fleksjob_site.kernel.typed_units import Per
from fleksjob_site.texts.forms import AmountField, ChoiceField
from fleksjob_site.texts.writing import fill
from salary.law.case import ZERO
from salary.law.own_business import (
    FIRST_YEAR,
    LAST_YEAR,
    MAX_RESULT,
    MAX_YEARS,
    AccountingYear,
    OwnBusiness,
    Unusable,
    usual_years,
)
from salary.pages.pay_form import PayForm

_A_YEAR = (Per.YEAR,)
_AMOUNTS = ("result", "benefits", "other")


class Use(StrEnum):
    """Whether a year can be used, and if not, why (BEK 1794/2025 § 9, stk. 1, § 11, stk. 3, § 13, stk. 3)."""

    YES = "yes"
    SHORT = "short"
    ESTIMATED = "estimated"
    NOT_MAIN = "not-main"
    NONE = "none"


_USES = {
    Use.YES: _("Yes"),
    Use.ESTIMATED: _("No, the tax authority estimated the income"),
    Use.SHORT: _("No, it lasted less than 26 weeks"),
    Use.NOT_MAIN: _("No, the business was not my main occupation all year"),
    Use.NONE: _("No, the business is too new for that"),
}


_HINTS = {
    "benefits": _("Sickness benefit, parental benefit and resource allowance (ressourceforløbsydelse)."),
    "other": _("What you earned outside the business, such as wages."),
}


class _ResultField(AmountField):
    """A result, which can be negative: its example is."""

    def not_a_number(self) -> str:
        return gettext("Enter the amount as a number, for example −40,000.")


class OwnBusinessForm(PayForm):
    """A subsidy year and what the business brought in. Years 2 and 3 may be left empty."""

    max_length = 20
    required_messages: ClassVar = {
        "result": _("Enter the result, with a minus for a loss, or choose why the year can't be used.")
    }

    def __init__(self, data: Mapping[str, str], *, today: int, require_all: bool) -> None:
        years = [str(year) for year in range(LAST_YEAR, FIRST_YEAR - 1, -1)]
        chosen = str(data.get("year", ""))
        # A year that can't be chosen, as in an old link, is no error.
        self.year = int(chosen) if chosen in years else min(max(today, FIRST_YEAR), LAST_YEAR)
        super().__init__({**dict(data.items()), "year": str(self.year)}, require_all=require_all)
        self.fields["year"] = ChoiceField(
            label=_("The year the subsidy is paid for"),
            choices=[(year, year) for year in years],
            help_text=fill(
                gettext("We don't have the amount for {next} yet. Until then you can calculate with {year}."),
                next=str(LAST_YEAR + 1),
                year=str(LAST_YEAR),
            ),
        )
        self.fields["first_grant"] = forms.BooleanField(
            label=_("This is the first year I get the subsidy"), required=False
        )
        self.fields["couple"] = forms.BooleanField(
            label=_("My spouse and I both have the business as our main occupation"), required=False
        )
        for number in range(1, MAX_YEARS + 1):
            self._add_year(number)

    def _add_year(self, number: int) -> None:
        self.fields[f"year{number}_use"] = ChoiceField(
            label=fill(gettext("Can year {number} be used?"), number=number),
            choices=list(_USES.items()),
            message=_("Choose one from the list."),
        )
        labels = {
            "result": gettext("The result of year {number}"),
            "benefits": gettext("Benefits in year {number}"),
            "other": gettext("Other income from work in year {number}"),
        }
        for name, label in labels.items():
            least = -MAX_RESULT if name == "result" else 0
            self.fields[f"year{number}_{name}"] = (_ResultField if name == "result" else AmountField)(
                label=fill(label, number=number),
                help_text=_HINTS.get(name, ""),
                per=_A_YEAR,
                least=least,
                most=MAX_RESULT,
            )

    def typed(self) -> dict[str, str]:
        """What was sent for the fields of this form, as typed; empty ones are left out, so that all fit."""
        return {name: text for name, text in super().typed().items() if text}

    @property
    def usual_years(self) -> tuple[int, ...]:
        """The accounting years of somebody whose accounts follow the calendar, newest first."""
        return usual_years(self.year, first_grant=bool(self.data.get("first_grant")))

    def use(self, number: int) -> Use:
        """Whether a year is to be used."""
        chosen = self.cleaned_data.get(f"year{number}_use")
        return Use(chosen) if chosen else Use.YES

    def required(self) -> Iterator[str]:
        """The result of the first year, and of another that has any amount."""
        # Looked up first: to ask for the errors cleans a form that is not clean yet.
        errors = self.errors
        for number in range(1, MAX_YEARS + 1):
            others = [f"year{number}_{name}" for name in ("benefits", "other")]
            begun = any(self.cleaned_data.get(name) is not None or name in errors for name in others)
            if self.use(number) is Use.YES and (number == 1 or begun):
                yield f"year{number}_result"

    def required_message(self, name: str) -> str:
        return super().required_message("result")

    @property
    def reasons(self) -> tuple[Use, ...]:
        """Why the years can't be used, each reason once."""
        uses = [self.use(number) for number in range(1, MAX_YEARS + 1)]
        return tuple(use for use in Use if use is not Use.YES and use in uses)

    @property
    def case(self) -> OwnBusiness | None:
        """The case of a form without errors; None while something is still empty or wrong."""
        return OwnBusiness(self.year, tuple(self._years()), self.cleaned_data["couple"]) if self.is_complete else None

    def _years(self) -> Iterator[AccountingYear]:
        for number in range(1, MAX_YEARS + 1):
            result, benefits, other = (self.cleaned_data[f"year{number}_{name}"] for name in _AMOUNTS)
            use = self.use(number)
            if (use is Use.YES and result is None) or use is Use.NONE:
                continue
            unusable = None if use is Use.YES else Unusable(use)
            yield AccountingYear(None if unusable else result, benefits or ZERO, other or ZERO, unusable)

    def more_is_used(self, number: int) -> bool:
        """Whether anything but the result is entered or wrong in a year, or a choice here could mend what is wrong."""
        self.is_valid()
        if f"year{number}_result" in self.errors:
            return True
        names = [f"year{number}_{name}" for name in ("benefits", "other")]
        return self.use(number) is not Use.YES or any(self.data.get(name) or name in self.errors for name in names)
