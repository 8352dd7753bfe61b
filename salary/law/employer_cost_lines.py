"""The lines of what a flexi-job costs the employer, each with its arithmetic and its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from fleksjob_site.kernel.law import ATP_ACT, BEK_ATP_SHARES, HOLIDAY, LAB
from fleksjob_site.kernel.money import exact
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Hours, Kroner, Percent, Text, Value
from salary.law.case import ZERO
from salary.law.employer_contributions import Contributions, contributions_of
from salary.law.employer_job import WEEKS, Holiday, Job
from salary.law.own_atp import own_atp_figure
from salary.law.rates import Rates
from salary.law.step import Step, StepKey
from salary.law.wage import wage_of
from salary.law.year.supplement import HOLIDAY_MONEY_PERCENT, SUPPLEMENT_PERCENT


@dataclass(frozen=True, slots=True)
class CostLine:
    """One part of the cost: its step, whose amount is kr. in an ordinary month, and kr. a year."""

    step: Step
    year: Kroner


def cost_lines(job: Job, rates: Rates) -> Iterator[CostLine]:
    """What the job costs, line by line; without ATP and contributions where ATP is not known."""
    gross = Kroner(exact(wage_of(replace(job.case, pension_on_top_percent=ZERO, own_atp_month=ZERO)).month))
    pension = Kroner(exact(job.case.gross_wage_month * job.case.pension_on_top_percent / 100))
    yield _wage_line(job, gross)
    if pension:
        yield _pension_line(job, pension)
    yield _holiday_line(job, gross)
    if rates.own_atp_full_month is not None:
        yield from _atp_lines(job, rates)


def _of_paid_weeks(job: Job, month: Kroner) -> Kroner:
    return Kroner(exact(month * 12 * job.paid_weeks / WEEKS))


def _wage_line(job: Job, gross: Kroner) -> CostLine:
    values: dict[str, Value] = {"paid": Hours(job.paid_hours_week), "wage": gross, "weeks": job.paid_weeks}
    step = Step(
        key=StepKey.EMPLOYER_WAGE,
        label=Text(N_("Wage")),
        sentence=Text(N_("You pay for {paid} a week: {wage} in an ordinary month before tax."), values),
        sum=Text(N_("{wage}"), values),
        amount=gross,
        sources=(Source(LAB, "§ 122, stk. 1-4", Status.READING),),
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
        sentence=Text(N_("You pay {percent} of the wage to a pension on top."), values),
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
        paragraphs = ("§ 16, stk. 2", "§ 19, stk. 1-2")
    else:
        label = N_("Holiday supplement (ferietillæg)")
        sentence = N_("You pay the wage during holiday, and {percent} of it on top.")
        paragraphs = ("§ 16, stk. 1", "§ 18")
    step = Step(
        key=StepKey.EMPLOYER_HOLIDAY,
        label=Text(label),
        sentence=Text(sentence, values),
        sum=Text(N_("{gross} × {percent} = {amount}"), values),
        amount=amount,
        sources=tuple(Source(HOLIDAY, paragraph) for paragraph in paragraphs),
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
        yield from _contribution_lines(*contributions, full_time=own / rates.named("own_atp_full_month").value, job=job)


def _contribution_lines(
    set_for: int, contributions: Contributions, *, full_time: Decimal, job: Job
) -> Iterator[CostLine]:
    for figure in contributions.figures():
        year = Kroner(exact(figure.value * full_time))
        values: dict[str, Value] = {
            "rate": figure.value,
            "set_for": str(set_for),
            "atp": Text(_SHARES[round(full_time * 3)]),
            "year": year,
            "month": Kroner(exact(year / 12)),
        }
        remarks = [Text(_CONTRIBUTION_REMARKS[figure.key])]
        if set_for != job.case.month.year:
            remarks.append(Text(_OLDER_CONTRIBUTION, values | {"year": str(job.case.month.year)}))
        step = Step(
            key=_CONTRIBUTION_KEYS[figure.key],
            label=Text(figure.label),
            sentence=Text(
                N_("For a full-time employee it is {rate} a year ({set_for}). Here {atp} of it is paid."), values
            ),
            sum=Text(N_("{rate} × {atp} / 12 = {month}"), values),
            amount=Kroner(exact(year / 12)),
            sources=(figure.figure.source,),
            figures=(figure,),
            remarks=tuple(remarks),
        )
        yield CostLine(step, year)


_SHARES = {0: N_("nothing"), 1: N_("1/3"), 2: N_("2/3"), 3: N_("all")}
_CONTRIBUTION_KEYS = {
    "aub_year": StepKey.EMPLOYER_TRAINING_FUND,
    "fib_year": StepKey.EMPLOYER_FINANCING,
    "barsel_year": StepKey.EMPLOYER_PARENTAL_FUND,
}
_CONTRIBUTION_REMARKS = {
    "aub_year": N_("The first and each fiftieth full-time employee of a business are free of it."),
    "fib_year": N_("Only private employers pay it."),
    "barsel_year": N_("For private employers that are in no other parental leave fund. Others pay to their own."),
}
_OLDER_CONTRIBUTION = N_(
    "We have not read the rate of {year}, so this is that of {set_for}. Virk shows the newest one under Samlet "
    "Betaling."
)
_HOLIDAY_UNPAID = N_("Five weeks' holiday a year are without wage, so the year has {weeks} weeks with wage.")
_PENSION_OF_HOLIDAY = N_("Whether pension is also paid of holiday pay, the agreement decides. It is not in the sum.")
_MORE_BY_AGREEMENT = N_("An agreement can give more. Then your cost is higher.")
_PUBLIC_ATP = N_(
    "These are the ordinary rates. Some public employees have others. The limits of hours stand in an appendix that we "
    "have not read."
)
_ATP_BY_PAID_HOURS = N_("ATP goes by all hours at work. Here only the paid hours are known, so they are used.")
