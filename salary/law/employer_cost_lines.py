"""The lines of what a flexi-job costs the employer, each with its arithmetic and its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fleksjob_site.kernel.law import ATP_ACT, BEK_ATP_SHARES, HOLIDAY, LAB
from fleksjob_site.kernel.money import exact
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Hours, Kroner, Percent, Text, Value
from salary.law.case import ZERO, Case, HoursAtWork
from salary.law.employer_contributions import Contributions, contributions_of
from salary.law.employer_job import WEEKS, Holiday, Job
from salary.law.own_atp import own_atp_figure
from salary.law.rates import Rates
from salary.law.step import Step, StepKey
from salary.law.wage import wage_of, wage_steps
from salary.law.year.supplement import HOLIDAY_MONEY_PERCENT, SUPPLEMENT_PERCENT


@dataclass(frozen=True, slots=True)
class CostLine:
    """One part of the cost: its step, whose amount is kr. in an ordinary month, and kr. a year."""

    step: Step
    year: Kroner


def cost_lines(job: Job, rates: Rates) -> Iterator[CostLine]:
    """What the job costs, line by line; without ATP and contributions where ATP is not known."""
    gross = gross_wage(job)
    pension = Kroner(exact(job.case.gross_wage_month * job.case.pension_on_top_percent / 100))
    yield _wage_line(job, gross)
    if pension:
        yield _pension_line(job, pension)
    yield _holiday_line(job, gross)
    if rates.own_atp_full_month is not None:
        yield from _atp_lines(job, rates)


def gross_wage(job: Job) -> Kroner:
    """The wage of an ordinary month with the employee's own pension and ATP, without the employer's, kr."""
    return Kroner(exact(wage_of(_without_pension(job)).month))


def _without_pension(job: Job) -> Case:
    return replace(job.case, pension_on_top_percent=ZERO, own_atp_month=ZERO)


def _of_paid_weeks(job: Job, month: Kroner) -> Kroner:
    return Kroner(exact(month * 12 * job.paid_weeks / WEEKS))


def _wage_line(job: Job, gross: Kroner) -> CostLine:
    bare = _without_pension(job)
    computed = {step.key: step for step in wage_steps(bare, wage_of(bare))}
    values: dict[str, Value] = {"paid": Hours(job.paid_hours_week), "wage": gross, "weeks": job.paid_weeks}
    unpaid = (Source(HOLIDAY, "§ 5, stk. 1"),) if job.holiday is Holiday.MONEY else ()
    sentence = N_("You pay for {paid} a week: {wage} in an ordinary month before tax.")
    if isinstance(bare.work, HoursAtWork):
        values |= {"hours": Hours(bare.work.hours_week), "pace": Percent(bare.work.pace_percent)}
        sentence = N_(
            "Your employee works {hours} a week at {pace} of an ordinary pace, so you pay for {paid}: {wage} in an "
            "ordinary month before tax."
        )
    step = Step(
        key=StepKey.EMPLOYER_WAGE,
        label=Text(N_("Wage")),
        sentence=Text(sentence, values),
        sum=computed[StepKey.WAGE].sum,
        amount=gross,
        sources=(*computed[StepKey.PAID_HOURS].sources, *computed[StepKey.WAGE].sources, *unpaid),
        remarks=(Text(_HOLIDAY_UNPAID, values),) if job.holiday is Holiday.MONEY else (),
    )
    return CostLine(step, _of_paid_weeks(job, gross))


def _pension_line(job: Job, pension: Kroner) -> CostLine:
    values: dict[str, Value] = {
        "percent": Percent(job.case.pension_on_top_percent),
        "gross": Kroner(exact(job.case.gross_wage_month)),
        "pension": pension,
    }
    step = Step(
        key=StepKey.EMPLOYER_PENSION,
        label=Text(N_("Your share of the pension")),
        sentence=Text(N_("On top, you pay {percent} of the wage into a pension."), values),
        sum=Text(N_("{gross} × {percent} = {pension}"), values),
        amount=pension,
        # No act sets it: it follows the collective agreement or the contract.
        sources=(Source(LAB, "§ 122, stk. 3-4", Status.READING),),
        remarks=(Text(_PENSION_OF_HOLIDAY),),
    )
    return CostLine(step, _of_paid_weeks(job, pension))


def _holiday_line(job: Job, gross: Kroner) -> CostLine:
    percent = HOLIDAY_MONEY_PERCENT if job.holiday is Holiday.MONEY else SUPPLEMENT_PERCENT
    amount = Kroner(exact(gross * percent / 100))
    values: dict[str, Value] = {"gross": gross, "percent": percent, "amount": amount}
    if job.holiday is Holiday.MONEY:
        label, sentence = N_("Holiday pay (feriegodtgørelse)"), N_("You pay {percent} of the wage as holiday pay.")
        sources = (Source(HOLIDAY, "§ 16, stk. 2"), Source(HOLIDAY, "§ 19, stk. 1-2"))
    else:
        label = N_("Holiday supplement (ferietillæg)")
        sentence = N_("You pay the wage during holiday, and {percent} of it on top.")
        sources = (Source(HOLIDAY, "§ 16, stk. 1"), Source(HOLIDAY, "§ 18"))
    step = Step(
        key=StepKey.EMPLOYER_HOLIDAY,
        label=Text(label),
        sentence=Text(sentence, values),
        sum=Text(N_("{gross} × {percent} = {amount}"), values),
        amount=amount,
        sources=sources,
        remarks=(Text(_MORE_BY_AGREEMENT),),
    )
    return CostLine(step, _of_paid_weeks(job, amount))


def _atp_lines(job: Job, rates: Rates) -> Iterator[CostLine]:
    figure = own_atp_figure(job.hours_for_atp, rates)
    own = Kroner(figure.value) if figure else Kroner(0)
    values: dict[str, Value] = {"hours": Hours(job.hours_for_atp), "own": own, "atp": Kroner(2 * own)}
    paid = N_("At {hours} a week the employee pays {own} ATP a month, and you pay twice as much.")
    none = N_("At {hours} a week no ATP is paid.")
    step = Step(
        key=StepKey.EMPLOYER_ATP,
        label=Text(N_("Your share of ATP")),
        sentence=Text(paid if figure else none, values),
        sum=Text(N_("2 × {own} = {atp}"), values),
        amount=Kroner(2 * own),
        sources=(Source(ATP_ACT, "§ 15, stk. 4-6"), Source(BEK_ATP_SHARES, "§§ 2-4")),
        figures=(figure,) if figure else (),
        remarks=(Text(_PUBLIC_ATP),) if job.hours_week is not None else (Text(_PUBLIC_ATP), Text(_ATP_BY_PAID_HOURS)),
    )
    yield CostLine(step, Kroner(24 * own))
    contributions = contributions_of(job.case.month.year)
    if contributions:
        yield from _contribution_lines(*contributions, thirds=_thirds(own, rates), job=job)


def _thirds(own: Kroner, rates: Rates) -> int:
    """How many thirds of full ATP are paid (ATP-loven § 15, stk. 4)."""
    return int(own * 3 / rates.named("own_atp_full_month").value)


def _contribution_lines(set_for: int, contributions: Contributions, *, thirds: int, job: Job) -> Iterator[CostLine]:
    sentence, arithmetic = _BY_THIRDS[thirds]
    for figure in contributions.figures():
        year = Kroner(exact(figure.value * thirds / 3))
        month = Kroner(exact(year / 12))
        values: dict[str, Value] = {
            "rate": figure.value,
            "set_for": str(set_for),
            "share": f"{thirds}/3",
            "month": month,
        }
        remarks = [Text(_CONTRIBUTION_REMARKS[figure.key])]
        if set_for != job.case.month.year:
            remarks.append(Text(_OLDER_CONTRIBUTION, values | {"year": str(job.case.month.year)}))
        step = Step(
            key=_CONTRIBUTION_KEYS[figure.key],
            label=Text(figure.label),
            sentence=Text(sentence, values),
            sum=Text(arithmetic, values),
            amount=month,
            sources=(figure.figure.source,),
            figures=(figure,),
            remarks=tuple(remarks),
        )
        yield CostLine(step, year)


_PART_OF_RATE = (
    N_(
        "It is {rate} a year for a full-time employee ({set_for}). You pay {share} of full ATP, so you pay {share} of "
        "this too."
    ),
    N_("{rate} × {share} / 12 = {month}"),
)
_BY_THIRDS = {
    0: (
        N_("It is {rate} a year for a full-time employee ({set_for}). It depends on ATP, so here nothing is paid."),
        N_("{month}"),
    ),
    1: _PART_OF_RATE,
    2: _PART_OF_RATE,
    3: (
        N_("It is {rate} a year for a full-time employee ({set_for}). You pay full ATP, so you pay all of this too."),
        N_("{rate} / 12 = {month}"),
    ),
}
"""What a contribution comes to and its arithmetic, by the thirds of full ATP that are paid."""
_CONTRIBUTION_KEYS = {
    "aub_year": StepKey.EMPLOYER_TRAINING_FUND,
    "fib_year": StepKey.EMPLOYER_FINANCING,
    "barsel_year": StepKey.EMPLOYER_PARENTAL_FUND,
}
NOTHING_TO_AUB = N_("You pay nothing to AUB for the first and every fiftieth full-time employee.")
"""Said beside the sum too (message id): it changes much for a small business, and the sum leaves it out."""
_CONTRIBUTION_REMARKS = {
    "aub_year": NOTHING_TO_AUB,
    "fib_year": N_("Only private employers pay it."),
    "barsel_year": N_("For private employers that are not in another parental leave fund. Others pay into their own."),
}
_OLDER_CONTRIBUTION = N_(
    "We have not read the rate of {year}, so this is that of {set_for}. Virk shows the newest one under Samlet "
    "Betaling."
)
_HOLIDAY_UNPAID = N_("Five weeks of holiday a year are unpaid, so you pay wages for {weeks} weeks.")
_PENSION_OF_HOLIDAY = N_("The agreement decides whether pension is also paid on holiday pay. It is not in the sum.")
_MORE_BY_AGREEMENT = N_("An agreement can give more. Then your cost is higher.")
_PUBLIC_ATP = N_(
    "These are the ordinary rates. Some public employees have different ones. The limits on hours are in an appendix "
    "that we have not read."
)
_ATP_BY_PAID_HOURS = N_("ATP is based on all hours at work. Here only the paid hours are known, so they are used.")
