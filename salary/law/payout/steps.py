"""The steps of a check that the calculation does not have: the wage that counts, and the days of the month."""

from __future__ import annotations

from fleksjob_site.kernel.law import BEK_SUBSIDY, LAB
from fleksjob_site.kernel.practice import DECISION_39_19
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Kroner, Text, Value
from salary.law.one_month import MonthDue
from salary.law.payout.month import PaidMonth
from salary.law.step import Step, StepKey
from salary.law.wage import OWN_ATP_REMARK


def wage_step(month: PaidMonth, spread: Kroner, wage: Kroner) -> Step:
    """The step from the payslip to the wage that counts."""
    pension = month.pension_to_add_month
    values: dict[str, Value] = {
        "written": Kroner(month.wage_month),
        "pension": Kroner(pension),
        "earned": Kroner(month.holiday_earned_month),
        "held": Kroner(month.holiday_held_month),
        "several": Kroner(month.several_months_pay),
        "goods": Kroner(month.taxed_goods_month),
        "own_atp": Kroner(month.atp_in_wage_month),
        "spread": spread,
        "wage": wage,
    }
    parts = [
        (pension, N_("{sum} + {pension}")),
        (month.atp_in_wage_month, N_("{sum} − {own_atp}")),
        (month.taxed_goods_month, N_("{sum} − {goods}")),
        (month.holiday_earned_month, N_("{sum} − {earned}")),
        (month.holiday_held_month, N_("{sum} + {held}")),
        (month.several_months_pay, N_("{sum} − {several}")),
        (spread, N_("{sum} + {spread}")),
    ]
    total = written = Text(N_("{written}"), values)
    for amount, message in parts:
        if amount:
            total = Text(message, {**values, "sum": total})
    remarks = [
        (pension, _PENSION_COUNTS),
        (month.atp_in_wage_month, OWN_ATP_REMARK),
        (month.taxed_goods_month, _GOODS_DO_NOT_COUNT),
        (month.holiday_earned_month, _EARNED_COUNTS_LATER),
        (month.holiday_held_month, _HELD_COUNTS_NOW),
        (month.several_months_pay or spread, _SEVERAL_MONTHS),
    ]
    return Step(
        key=StepKey.WAGE,
        label=Text(N_("Wage from the flexi-job")),
        sentence=Text(
            N_("The wage that counts for the month is {wage} before tax, with your own and the employer's pension."),
            values,
        ),
        sum=total if total is written else Text(N_("{sum} = {wage}"), {**values, "sum": total}),
        amount=wage,
        sources=tuple(_wage_sources(month, spread)),
        remarks=tuple(Text(message, values) for there, message in remarks if there),
    )


def _wage_sources(month: PaidMonth, spread: Kroner) -> list[Source]:
    sources = [Source(BEK_SUBSIDY, "§ 1, stk. 1, nr. 1-2"), Source(LAB, "§ 123, stk. 2")]
    if month.atp_in_wage_month:
        sources.append(Source(BEK_SUBSIDY, "§ 14, stk. 1", Status.READING))
    if month.taxed_goods_month:
        sources.append(Source(DECISION_39_19, "", Status.PRACTICE))
    if month.holiday_earned_month or month.holiday_held_month:
        sources.append(Source(BEK_SUBSIDY, "§ 6"))
    if month.several_months_pay or spread:
        sources.append(Source(BEK_SUBSIDY, "§ 3, stk. 4"))
    return sources


_PENSION_COUNTS = N_("Pension of {pension} is added: your own share and the employer's. Both count as wage.")
_GOODS_DO_NOT_COUNT = N_(
    "The {goods} for benefits in kind, such as a phone or a car, is taxed, but it is not wage. So it does not count."
)
_EARNED_COUNTS_LATER = N_(
    "The {earned} that was paid into your holiday account (Feriekonto) does not count yet. It counts when you take "
    "the holiday."
)
_HELD_COUNTS_NOW = N_("The {held} in holiday money counts now, because you took the holiday in this month.")
_SEVERAL_MONTHS = N_(
    "Pay for work over several months is spread evenly over them. {spread} of it falls on this month, whenever it was "
    "paid."
)


def days_steps(month: PaidMonth, due: MonthDue) -> list[Step]:
    """The steps of days of holiday with ledighedsydelse and of a part of a month."""
    values: dict[str, Value] = {
        "days": month.holiday_unemployment_days,
        "in_job": month.days_in_job or 0,
        "least": due.least,
        "most": due.most,
    }
    result = Text(N_("{least}") if due.least == due.most else N_("{least} to {most}"), values)
    amount = due.least if due.least == due.most else None
    steps = []
    if month.holiday_unemployment_days:
        steps.append(
            Step(
                key=StepKey.HOLIDAY_DAYS,
                label=Text(N_("Days of holiday with unemployment allowance (ledighedsydelse)")),
                sentence=Text(_HOLIDAY, values),
                sum=Text(N_("(21.6667 − {days}) / 21.6667 of the subsidy: {result}"), {**values, "result": result}),
                amount=amount,
                sources=(Source(BEK_SUBSIDY, "§ 10, stk. 2"), Source(BEK_SUBSIDY, "§ 2, stk. 2")),
            )
        )
    if month.days_in_job is not None:
        steps.append(
            Step(
                key=StepKey.PART_OF_MONTH,
                label=Text(N_("Only part of the month in the job")),
                sentence=Text(_PART, values),
                sum=Text(N_("{in_job} / 21.6667 of a month: {result}"), {**values, "result": result}),
                amount=amount,
                sources=(Source(BEK_SUBSIDY, "§ 2, stk. 2", Status.READING),),
            )
        )
    return steps


_HOLIDAY = N_(
    "You had {days} days of holiday with unemployment allowance (ledighedsydelse). There is no subsidy for them: it is "
    "reduced by their share of a month, which is 21.6667 days."
)
_PART = N_(
    "You were in the job on {in_job} working days of the month. The rules do not say whether the highest subsidy or "
    "the calculated one is shared out, nor whether the threshold and the wage ceiling are. So there is a lowest and a "
    "highest amount."
)
