"""From hours and pay to the month's wage and the wage ceiling (LAB §§ 122-123, BEK 227/2024 §§ 1, 12-13)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fleksjob_site.kernel.law import BEK_SUBSIDY, LAB
from fleksjob_site.kernel.money import exact
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Hours, Kroner, Percent, Text, Value
from fleksjob_site.kernel.working_time import FULL_TIME_HOURS_WEEK
from salary.law.case import ZERO, Case, FullTimeWage, HourlyWage, HoursAtWork, MonthWage
from salary.law.step import Step, StepKey


@dataclass(frozen=True, slots=True)
class Wage:
    """Wage and full-time wage: paid hours a week, amounts in kr. a month including all pension.

    `month` is without own ATP; the full-time wage and the ceiling include it, since the rules leave open whether it
    counts there.
    `ceiling_is_lower_bound` is True where an assumed ceiling follows from the pay and can only be too low.
    """

    paid_hours_week: Hours | None
    month: Kroner
    full_time_month: Kroner | None
    ceiling_month: Kroner | None
    ceiling_assumed: bool
    ceiling_is_lower_bound: bool


def wage_of(case: Case) -> Wage:
    """Paid hours a week; the month's wage, full-time wage and ceiling, kr. a month (LAB § 122, § 123, stk. 3)."""
    work, pay, paid_hours = case.work, case.pay_per_weekly_hour, case.work.paid_hours_week
    if isinstance(work, MonthWage):
        month = work.amount * (100 + case.pension_on_top_percent) / 100
    else:
        # Only a MonthWage can do without a pay.
        assert pay is not None
        assert paid_hours is not None
        month = pay * paid_hours
    full_time = None if pay is None else Kroner(exact(pay * case.full_time_hours_week))
    stated = case.ceiling_month
    follows_pay = stated is None and full_time is not None
    return Wage(
        paid_hours_week=paid_hours,
        month=Kroner(max(ZERO, exact(month) - case.own_atp_month)),
        full_time_month=full_time,
        ceiling_month=full_time if stated is None else Kroner(exact(stated)),
        ceiling_assumed=follows_pay or (stated is not None and case.ceiling_is_assumed),
        ceiling_is_lower_bound=follows_pay
        and not (full_time_hours_unsettled(case) and case.full_time_hours_week > FULL_TIME_HOURS_WEEK),
    )


def full_time_hours_unsettled(case: Case) -> bool:
    """An hourly wage with a full-time norm other than the 37 hours of the executive order (BEK 227/2024 § 13)."""
    return isinstance(case.work.pay, HourlyWage) and case.full_time_hours_week != FULL_TIME_HOURS_WEEK


def wage_steps(case: Case, wage: Wage) -> Iterator[Step]:
    """The steps from hours and pay to the wage that counts."""
    if wage.paid_hours_week is not None:
        yield _paid_hours_step(case, wage.paid_hours_week)
    yield _wage_step(case, wage.paid_hours_week, wage.month)
    if case.other_wage_month:
        yield _other_wage_step(case, wage.month)
    if case.side_business_month:
        yield _side_business_step(case, wage.month)


def _paid_hours_step(case: Case, paid: Hours) -> Step:
    values: dict[str, Value] = {"paid": paid}
    sentence = N_("You are paid for {paid} a week.")
    arithmetic = N_("{paid} a week")
    if isinstance(case.work, HoursAtWork):
        values |= {"hours": Hours(case.work.hours_week), "pace": Percent(case.work.pace_percent)}
        sentence = N_("You work {hours} a week at {pace} of an ordinary pace, so you are paid for {paid}.")
        arithmetic = N_("{hours} × {pace} = {paid}")
    return Step(
        key=StepKey.PAID_HOURS,
        label=Text(N_("Paid hours a week")),
        sentence=Text(sentence, values),
        sum=Text(arithmetic, values),
        amount=paid,
        # The act names hours and work pace. That pay is for their product is practice.
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
        "own_atp": Kroner(case.own_atp_month),
    }
    remarks = []
    work, pay_given = case.work, case.work.pay
    if isinstance(work, MonthWage):
        values["month_wage"] = Kroner(work.amount)
        sentence = N_("Your wage for the month is {wage} before tax, pension included.")
        pay = Text(N_("{month_wage}"), values)
    elif isinstance(pay_given, HourlyWage):
        values |= {"paid": work.paid_hours_week, "hourly_wage": Kroner(pay_given.amount)}
        sentence = N_(
            "You get {hourly_wage} an hour. A month is 52/12 weeks. For {paid} a week that is {wage} a month before "
            "tax, pension included."
        )
        pay = Text(N_("{paid} × 52/12 × {hourly_wage}"), values)
        # The executive order computes the ceiling with 52/12 weeks a month; we compute the wage the same way.
        sources.append(Source(BEK_SUBSIDY, "§ 13, stk. 2", Status.READING))
    else:
        assert isinstance(pay_given, FullTimeWage)
        values |= {"paid": work.paid_hours_week, "full_time_wage": Kroner(pay_given.amount)}
        sentence = N_(
            "Full time is {full_time_hours} a week and pays {full_time_wage} a month. For {paid} a week that is "
            "{wage} a month before tax, pension included."
        )
        pay = Text(N_("{full_time_wage} × {paid} / {full_time_hours}"), values)
    if case.pension_on_top_percent:
        # An agreed wage includes the employee's own share; whether the wage entered from a payslip does is not known.
        agreed = N_(
            "{pension} is paid into your pension on top of the agreed wage. That counts as wage too. What you pay "
            "yourself is already in the agreed wage."
        )
        entered = N_("{pension} is paid into your pension on top of the wage you entered. That counts as wage too.")
        remarks.append(Text(entered if paid is None else agreed, values))
        pay = Text(N_("{pay} × (100% + {pension})"), {**values, "pay": pay})
    if case.supplements_full_time_month and paid is not None:
        remarks.append(
            Text(
                N_("The supplements are {supplements} for full time. You get them in proportion to your paid hours."),
                values,
            )
        )
        pay = Text(N_("{pay} + {supplements} × {paid} / {full_time_hours}"), {**values, "pay": pay})
    if case.own_atp_month:
        remarks.append(Text(OWN_ATP_REMARK, values))
        sources.append(Source(BEK_SUBSIDY, "§ 14, stk. 1", Status.READING))
        pay = Text(N_("{pay} − {own_atp}"), {**values, "pay": pay})
    if not (isinstance(work, MonthWage) and wage == work.amount):
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


OWN_ATP_REMARK = N_(
    "Your own ATP, {own_atp}, is taken off before tax and labour market contribution (AM-bidrag). The municipality "
    "uses the income in the register. As we read the rules, that is without it."
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


def _side_business_step(case: Case, wage: Kroner) -> Step:
    surplus = Kroner(case.side_business_month)
    values: dict[str, Value] = {
        "surplus": surplus,
        "wage": wage,
        "other_wage": Kroner(case.other_wage_month),
        "all_wage": Kroner(wage + case.other_income_month),
    }
    plain, with_other_wage = N_("{wage} + {surplus} = {all_wage}"), N_("{wage} + {other_wage} + {surplus} = {all_wage}")
    return Step(
        key=StepKey.SIDE_BUSINESS,
        label=Text(N_("Surplus of your side business")),
        sentence=Text(
            N_("Your side business gives a surplus of {surplus} a month before tax. It counts like other wage."), values
        ),
        sum=Text(with_other_wage if case.other_wage_month else plain, values),
        amount=surplus,
        sources=(Source(BEK_SUBSIDY, "§ 1, stk. 1, nr. 3"), Source(BEK_SUBSIDY, "§ 3, stk. 5")),
        remarks=(Text(_WHAT_SURPLUS_IS), Text(_NOT_PAID_OUT)),
    )


_WHAT_SURPLUS_IS = N_(
    "The surplus is counted before interest and other financial items. It includes wages and other amounts that you "
    "take out for your own use, and what you move into the business tax scheme (virksomhedsordningen)."
)
_NOT_PAID_OUT = N_(
    "You pay the tax on the surplus yourself. So it is not in the amounts that reach your account from your employer "
    "and the municipality."
)
