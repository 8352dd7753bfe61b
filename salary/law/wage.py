"""From hours and pay to the month's wage and the wage ceiling (LAB §§ 122-123, BEK 227/2024 §§ 1, 12-13)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import BEK_SUBSIDY, LAB, Status
from fleksjob_site.kernel.money import exact
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_, Hours, Kroner, Percent, Text, Value
from salary.law.rates import NamedFigure

# The order computes a full-time month as 37 hours a week (160,333 hours a month, BEK 227/2024 § 13, stk. 2).
FULL_TIME_HOURS_WEEK = Decimal(37)


@dataclass(frozen=True, slots=True)
class Case:
    """One month of one person: kr. a month (or an hour), hours a week, per cent; all before tax.

    The gates let through, and nothing here checks again: `wage_month` alone, or with `hourly_wage` or
    `full_time_wage_month`, which then only gives the ceiling; or exactly one kind of hours (`hours_week` with
    `efficiency_percent`, or `paid_hours_week`) with exactly one kind of pay (`hourly_wage` or
    `full_time_wage_month`). `benefit_month` is sickness or parental benefit paid in the month; only a month with it can
    have a subsidy without a wage (LAB § 124, stk. 3), and the curve and what builds on it know none.
    """

    month: Month
    hours_week: Decimal | None = None
    efficiency_percent: Decimal | None = None
    paid_hours_week: Decimal | None = None
    hourly_wage: Decimal | None = None
    full_time_wage_month: Decimal | None = None
    wage_month: Decimal | None = None
    ceiling_month: Decimal | None = None
    pension_on_top_percent: Decimal = Decimal(0)
    supplements_full_time_month: Decimal = Decimal(0)
    other_wage_month: Decimal = Decimal(0)
    benefit_month: Decimal = Decimal(0)
    full_time_hours_week: Decimal = FULL_TIME_HOURS_WEEK


class StepKey(StrEnum):
    """The lines of a calculation; callers of the API hold these keys."""

    PAID_HOURS = "paid-hours"
    WAGE = "wage"
    OTHER_WAGE = "other-wage"
    CEILING = "ceiling"
    MAX_SUBSIDY = "max-subsidy"
    REDUCTION = "reduction"
    BENEFIT = "benefit"
    SUBSIDY = "subsidy"
    ATP = "atp"
    PAYOUT = "payout"
    OBLIGATORY_PENSION = "obligatory-pension"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the way from hours to total: what happens, the sum, the amount, and what both rest on.

    An amount that is taken off is positive too. `remarks` say what is assumed or unsettled in this line.
    """

    key: StepKey
    label: Text
    sentence: Text
    sum: Text
    amount: Kroner | Hours | None
    sources: tuple[Source, ...]
    figures: tuple[NamedFigure, ...] = ()
    remarks: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Wage:
    """What the employer pays and would pay: paid hours a week, the rest kr. a month with all pension."""

    paid_hours_week: Hours | None
    month: Kroner
    full_time_month: Kroner | None
    ceiling_month: Kroner | None
    ceiling_assumed: bool
    steps: tuple[Step, ...]


def wage_of(case: Case) -> Wage:
    """Paid hours, the month's wage, the full-time wage and the ceiling (LAB § 122, § 123, stk. 3)."""
    paid = _paid_hours(case)
    month = _wage_month(case, paid)
    full_time = _full_time_wage_month(case)
    stated = case.ceiling_month
    steps = (
        *([] if paid is None else [_paid_hours_step(case, paid)]),
        _wage_step(case, paid, month),
        *([_other_wage_step(case, month)] if case.other_wage_month else []),
    )
    return Wage(
        paid_hours_week=paid,
        month=month,
        full_time_month=full_time,
        ceiling_month=full_time if stated is None else Kroner(exact(stated)),
        ceiling_assumed=stated is None and full_time is not None,
        steps=steps,
    )


def _paid_hours(case: Case) -> Hours | None:
    """Paid hours (løntimer) a week: hours at work × efficiency (arbejdsintensitet), LAB § 122, stk. 2."""
    if case.hours_week is not None:
        assert case.efficiency_percent is not None
        return Hours(case.hours_week * case.efficiency_percent / 100)
    return None if case.paid_hours_week is None else Hours(case.paid_hours_week)


def _wage_month(case: Case, paid: Hours | None) -> Kroner:
    """The wage (lønindtægt), kr. a month with all pension (BEK 227/2024 § 1, stk. 1, nr. 1-2)."""
    with_pension = 100 + case.pension_on_top_percent
    if paid is None:
        assert case.wage_month is not None
        return Kroner(exact(case.wage_month * with_pension / 100))
    if case.hourly_wage is not None:
        pay = paid * 52 * case.hourly_wage * with_pension / 1200
    else:
        assert case.full_time_wage_month is not None
        pay = case.full_time_wage_month * paid * with_pension / (100 * case.full_time_hours_week)
    return Kroner(exact(pay + case.supplements_full_time_month * paid / case.full_time_hours_week))


def _full_time_wage_month(case: Case) -> Kroner | None:
    """Full time in the same post, kr. a month with all pension and supplements (BEK 227/2024 §§ 12-13)."""
    with_pension = 100 + case.pension_on_top_percent
    if case.hourly_wage is not None:
        pay = case.full_time_hours_week * 52 * case.hourly_wage * with_pension / 1200
    elif case.full_time_wage_month is not None:
        pay = case.full_time_wage_month * with_pension / 100
    else:
        return None
    return Kroner(exact(pay + case.supplements_full_time_month))


def _paid_hours_step(case: Case, paid: Hours) -> Step:
    values: dict[str, Value] = {"paid": paid}
    sentence = N_("You are paid for {paid} a week.")
    arithmetic = N_("{paid} a week")
    if case.hours_week is not None and case.efficiency_percent is not None:
        values |= {"hours": Hours(case.hours_week), "efficiency": Percent(case.efficiency_percent)}
        sentence = N_("You work {hours} a week at {efficiency} of full pace, so you are paid for {paid}.")
        arithmetic = N_("{hours} × {efficiency} = {paid}")
    return Step(
        key=StepKey.PAID_HOURS,
        label=Text(N_("Paid hours a week")),
        sentence=Text(sentence, values),
        sum=Text(arithmetic, values),
        amount=paid,
        # The act names hours and intensity; that pay is for the one times the other is how it is practised.
        sources=(Source(LAB, "§ 122, stk. 1-4", Status.READING),),
        remarks=(
            Text(
                N_(
                    "The municipality assesses hours and pace for the job. The wage itself follows the collective "
                    "agreement or what you agree on."
                )
            ),
        ),
    )


def _wage_step(case: Case, paid: Hours | None, wage: Kroner) -> Step:
    sources = [Source(LAB, "§ 122, stk. 1"), Source(BEK_SUBSIDY, "§ 1, stk. 1, nr. 1-2")]
    values: dict[str, Value] = {
        "wage": wage,
        "pension": Percent(case.pension_on_top_percent),
        "supplements": Kroner(case.supplements_full_time_month),
        "full_time_hours": Hours(case.full_time_hours_week),
    }
    remarks = []
    if paid is None:
        values["month_wage"] = Kroner(case.wage_month or 0)
        sentence = N_("Your wage for the month is {wage} before tax, pension included.")
        pay = Text(N_("{month_wage}"), values)
    elif case.hourly_wage is not None:
        values |= {"paid": paid, "hourly_wage": Kroner(case.hourly_wage)}
        sentence = N_(
            "You get {hourly_wage} an hour. A month is 52/12 weeks. For {paid} a week that is {wage} a month before "
            "tax, pension included."
        )
        pay = Text(N_("{paid} × 52/12 × {hourly_wage}"), values)
        # The order computes the ceiling by 52/12 weeks; we take the wage alike.
        sources.append(Source(BEK_SUBSIDY, "§ 13, stk. 2", Status.READING))
    else:
        values |= {"paid": paid, "full_time_wage": Kroner(case.full_time_wage_month or 0)}
        sentence = N_(
            "Full time is {full_time_hours} a week and pays {full_time_wage} a month. For {paid} a week that is "
            "{wage} a month before tax, pension included."
        )
        pay = Text(N_("{full_time_wage} × {paid} / {full_time_hours}"), values)
    if case.pension_on_top_percent:
        # A payslip's A-income is without the own share too; an agreed wage holds it already.
        agreed = N_(
            "{pension} is paid to your pension on top of the agreed wage. That counts as wage too. What you pay "
            "yourself is already in the agreed wage."
        )
        entered = N_("{pension} is paid to your pension on top of the wage you entered. That counts as wage too.")
        remarks.append(Text(entered if paid is None else agreed, values))
        pay = Text(N_("{pay} × (100 % + {pension})"), {**values, "pay": pay})
    if case.supplements_full_time_month and paid is not None:
        remarks.append(
            Text(
                N_("The supplements are {supplements} for full time. You get them in proportion to your paid hours."),
                values,
            )
        )
        pay = Text(N_("{pay} + {supplements} × {paid} / {full_time_hours}"), {**values, "pay": pay})
    if not (paid is None and wage == case.wage_month):
        pay = Text(N_("{pay} = {wage}"), {"pay": pay, "wage": wage})
    return Step(
        key=StepKey.WAGE,
        label=Text(N_("Wage from the flexi-job")),
        sentence=Text(sentence, values),
        sum=pay,
        amount=wage,
        sources=tuple(sources),
        remarks=tuple(remarks),
    )


def _other_wage_step(case: Case, wage: Kroner) -> Step:
    other = Kroner(case.other_wage_month)
    values: dict[str, Value] = {"other_wage": other, "wage": wage, "all_wage": Kroner(wage + other)}
    return Step(
        key=StepKey.OTHER_WAGE,
        label=Text(N_("Other wage")),
        sentence=Text(
            N_(
                "Your other wage is {other_wage} a month before tax. It counts together with the wage from the "
                "flexi-job."
            ),
            values,
        ),
        sum=Text(N_("{wage} + {other_wage} = {all_wage}"), values),
        amount=other,
        sources=(Source(LAB, "§ 123, stk. 2"), Source(BEK_SUBSIDY, "§ 3, stk. 5")),
    )
