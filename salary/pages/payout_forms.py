"""The form for one month of a check, turned into a PaidMonth."""

from collections.abc import Collection
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Percent
from fleksjob_site.kernel.typed_units import Unit
from fleksjob_site.kernel.working_time import FULL_TIME_HOURS_WEEK
from fleksjob_site.texts.writing import fill
from salary.law.case import ZERO
from salary.law.limits import MAX_OWN_PENSION_PERCENT, MAX_PENSION_PERCENT
from salary.law.payout.month import MAX_MONTHS, Ceiling, PaidMonth
from salary.law.payout.pension import PensionPercent
from salary.pages.odd_amounts import question_about_full_time
from salary.pages.payout_fields import PayoutFields
from salary.pages.start import check_rates

BLANK = {"wage_kind": "a-income", "pension_unit": "kroner"}


class PayoutForm(PayoutFields):
    """One month."""

    marked_together = frozenset({"several_months"})

    def __init__(self, data: Any, *, require_all: bool, last_month: Month, kept: Collection[Month] = ()) -> None:
        super().__init__(data, require_all=require_all)
        self.last_month, self.kept = last_month, kept

    def typed(self) -> dict[str, str]:
        """What was sent for the fields of this form, as typed; empty ones are left out."""
        # All months must fit into a cookie, so the usual unit is left out too.
        usual = ("pension_unit", BLANK["pension_unit"])
        return {name: text for name, text in super().typed().items() if text and (name, text) != usual}

    def shortened(self, text: str, field: forms.Field | None = None) -> str:
        return super().shortened(text.strip(), field)

    def clean_month(self) -> Month | None:
        month: Month | None = self.cleaned_data["month"]
        if month:
            check_rates(month)
            if month > self.last_month:
                raise forms.ValidationError(fill(str(_FUTURE), month=self.last_month))
        return month

    def clean(self) -> None:
        given = self.cleaned_data
        month: Month | None = given.get("month")
        replaces: str = given.get("replaces") or ""
        if month and month in self.kept and str(month) != replaces:
            self.add_error("month", fill(str(_TWICE), month=month))
        elif month and len(self.kept) >= MAX_MONTHS and replaces not in map(str, self.kept):
            self.add_error("month", gettext("You have 12 months already. Remove one to enter another."))
        self._check_parts()
        self._check_pension()
        self._check_benefit()
        self._check_ceiling()
        super().clean()

    def _check_parts(self) -> None:
        """What is part of the wage can't be more than the wage."""
        given = self.cleaned_data
        parts = [name for name in _PARTS_OF_WAGE if given.get(name)]
        if parts and given.get("wage") is not None and sum(given[name] for name in parts) > given["wage"]:
            said = gettext("This is more than the wage you entered. Enter only what is part of it.")
            self.add_error(parts[-1], said)

    def _check_pension(self) -> None:
        in_percent = self.cleaned_data.get("pension_unit") == "percent"
        for name, most in (("own_pension", MAX_OWN_PENSION_PERCENT), ("employer_pension", MAX_PENSION_PERCENT)):
            percent = self.cleaned_data.get(name)
            written = self.written(name)
            if percent is None or written is None:
                continue
            if written.unit is (Unit.KRONER if in_percent else Unit.PERCENT):
                self.add_error(name, gettext("Enter it as you have chosen above: in kroner or as a percentage."))
            elif in_percent and percent > most:
                self.add_error(name, fill(gettext("Enter a percentage, at most {most}."), most=Percent(most)))

    def _check_benefit(self) -> None:
        if self.cleaned_data.get("benefit_lost") and not self.cleaned_data.get("benefit"):
            self.add_error("benefit", gettext("Enter the benefit you would have got."))

    def _check_ceiling(self) -> None:
        given = self.cleaned_data
        if given.get("ceiling_kind") in ("stated", "hourly", "added-up"):
            self.refuse_other_period("ceiling", an_hour=given["ceiling_kind"] == "hourly")
        kind, amount = given.get("ceiling_kind"), given.get("ceiling")
        if amount is None or kind not in ("stated", "hourly", "added-up"):
            return
        if kind == "hourly":
            self.refuse_monthly("ceiling", "ceiling_kind", "stated", "added-up")
        elif question := question_about_full_time(amount, self.choice("ceiling_kind", "hourly")):
            self.add_error("ceiling", question)
        else:
            parts = [name for name in _PARTS_OF_CEILING if given.get(name)]
            if parts and sum(given[name] for name in parts) >= amount:
                self.add_error(parts[-1], str(_PARTS_TOO_HIGH))

    def is_used(self, folded: str) -> bool:
        """Whether one of the fields that are folded away together is filled in or has an error."""
        return any(name in self.errors or self.cleaned_data[name] not in (None, False) for name in _FOLDED[folded])

    def required(self) -> list[str]:
        """What everybody has; the rest depends on what is chosen."""
        given = self.cleaned_data
        needed = ["month", "wage_kind", "wage", "subsidy", "ceiling_kind"]
        if given.get("wage_kind") == "a-income":
            needed += ["own_pension", "employer_pension"]
        if given.get("ceiling_kind") in ("stated", "hourly", "added-up"):
            needed.append("ceiling")
        if given.get("ceiling_kind") == "hours":
            needed.append("paid_hours")
        if given.get("several_pay"):
            needed.append("several_months")
        return needed

    def paid_month(self) -> PaidMonth | None:
        """The month of a form without errors; None while something is still empty or wrong."""
        if not self.is_complete:
            return None
        given = self.cleaned_data
        own_pension, employer_pension = self._pension()
        return PaidMonth(
            month=given["month"],
            wage_month=given["wage"],
            paid_subsidy_month=given["subsidy"],
            pension_included=given["wage_kind"] == "with-pension",
            own_pension_month=own_pension,
            employer_pension_month=employer_pension,
            other_wage_month=given["other_wage"] or ZERO,
            side_business_month=given["side_business"] or ZERO,
            benefit_month=given["benefit"] or ZERO,
            holiday_earned_month=given["holiday_earned"] or ZERO,
            holiday_held_month=given["holiday_held"] or ZERO,
            several_months_pay=given["several_pay"] or ZERO,
            several_months=given["several_months"] if given["several_pay"] else 1,
            ceiling=self._ceiling(),
            pace_percent=given["pace"],
            paid_atp_month=given["atp"],
            taxed_goods_month=given["taxed_goods"] or ZERO,
            holiday_supplement_month=given["holiday_supplement"] or ZERO,
            once_paid_month=given["once_paid"] or ZERO,
            own_atp_month=given["own_atp"] or ZERO,
            care_pay_month=given["care_pay"] or ZERO,
            benefit_claimed=not given["benefit_lost"],
            holiday_unemployment_days=given["holiday_days"] or 0,
            days_in_job=given["days_in_job"],
            before_tax_confirmed=given["before_tax_ok"],
        )

    def _pension(self) -> tuple[Decimal, Decimal]:
        """Both shares, kr. a month."""
        given = self.cleaned_data
        own, employer = given["own_pension"] or ZERO, given["employer_pension"] or ZERO
        if given["pension_unit"] != "percent":
            return own, employer
        return PensionPercent(own, employer).in_kroner(
            given["wage"],
            pension_included=given["wage_kind"] == "with-pension",
            own_atp=given["own_atp"] or ZERO,
            without_pension=(given["taxed_goods"] or ZERO) + (given["holiday_earned"] or ZERO),
        )

    def _ceiling(self) -> Ceiling:
        given, kind = self.cleaned_data, self.cleaned_data["ceiling_kind"]
        pension, supplements, holiday = (
            given[name] or ZERO if kind == "stated" else ZERO for name in _PARTS_OF_CEILING
        )
        return Ceiling(
            stated_month=given["ceiling"] if kind == "stated" else None,
            hourly_wage=given["ceiling"] if kind == "hourly" else None,
            pension_part_month=pension,
            supplements_part_month=supplements,
            holiday_part_month=holiday,
            # With a stated ceiling, they show whether it is too low.
            paid_hours_week=given["paid_hours"] if kind in ("stated", "hours") else None,
            full_time_hours_week=given["full_time_hours"] or FULL_TIME_HOURS_WEEK,
            once_month=given["ceiling_once"],
            confirmed=given["ceiling_ok"],
            added_up_month=given["ceiling"] if kind == "added-up" else None,
        )


_PARTS_OF_WAGE = ("holiday_earned", "several_pay", "taxed_goods", "holiday_supplement", "once_paid")
_PARTS_OF_CEILING = ("ceiling_pension", "ceiling_supplements", "ceiling_holiday")
_FOLDED = {
    "full-time": ("full_time_hours",),
    "once": ("holiday_supplement", "once_paid", "ceiling_once", "several_pay", "several_months"),
    "not-wage": ("taxed_goods", "own_atp"),
    "away": ("benefit", "benefit_lost", "holiday_days", "holiday_earned", "holiday_held"),
    "other-income": ("other_wage", "side_business", "care_pay", "days_in_job"),
    "hints": ("pace", *_PARTS_OF_CEILING),
}
_FUTURE = _("The subsidy for this month has not been paid yet. Enter a month up to {month}.")
_TWICE = _("You have entered {month} already. Change it in the list, or enter another month.")
_PARTS_TOO_HIGH = _("Together the parts are as much as the wage ceiling, or more. Enter only what is part of it.")
