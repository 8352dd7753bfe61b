"""What a flexi-job costs the employer: wage, pension, holiday, ATP and the yearly contributions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fleksjob_site.kernel.money import exact
from fleksjob_site.kernel.text import N_, Kroner, Text
from salary.law.case import ZERO
from salary.law.employer_contributions import contributions_of
from salary.law.employer_cost_lines import CostLine, cost_lines, gross_wage
from salary.law.employer_job import Job
from salary.law.rates import Rates, rates_of


@dataclass(frozen=True, slots=True)
class EmployerCost:
    """What a job costs, kr., unrounded: in an ordinary month without holiday, a year, and for each paid hour of a year.

    `wage` is that of an ordinary month without the employer's pension. `contributions_year` is the year that the
    contributions were set for; None where none are known. Without ATP of the month, `atp_is_known` is False, and the
    sums leave out ATP and contributions.
    """

    job: Job
    rates: Rates
    lines: tuple[CostLine, ...]
    wage: Kroner
    month: Kroner
    year: Kroner
    paid_hour: Kroner | None
    atp_is_known: bool
    contributions_year: int | None

    @property
    def contributions_are_older(self) -> bool:
        """Whether the contributions are those of a year before that of the job."""
        return self.contributions_year is not None and self.contributions_year < self.job.case.month.year


def employer_cost(job: Job) -> EmployerCost:
    """What the job costs its employer; NoRates where the month has none."""
    rates = rates_of(job.case)
    lines = tuple(cost_lines(job, rates))
    year = exact(sum((line.year for line in lines), ZERO))
    paid_hours_year = job.paid_hours_week * job.paid_weeks
    contributions = contributions_of(job.case.month.year)
    atp_is_known = rates.own_atp_full_month is not None
    return EmployerCost(
        job=job,
        rates=rates,
        lines=lines,
        wage=gross_wage(job),
        month=Kroner(exact(sum((line.step.amount or ZERO for line in lines), ZERO))),
        year=Kroner(year),
        paid_hour=Kroner(exact(year / paid_hours_year)) if paid_hours_year else None,
        atp_is_known=atp_is_known,
        contributions_year=contributions[0] if contributions and atp_is_known else None,
    )


def unknown_costs(cost: EmployerCost) -> Iterator[Text]:
    """What the sum leaves out, and where to find it."""
    if not cost.atp_is_known:
        yield Text(N_("ATP and the contributions for that time. We know them only from 2024."))
    yield Text(
        N_(
            "The contribution for occupational diseases (AES). It depends on your industry, and Virk shows yours. "
            "Nothing is paid where no ATP is paid."
        )
    )
    yield Text(N_("Your insurance against accidents at work. The insurance company sets the price."))
    yield Text(
        N_(
            "What the collective agreement adds: public holidays, extra days off, free-choice pay, wages during "
            "illness and parental leave."
        )
    )
    yield Text(N_("Your own time, and aids or changes at the workplace. The municipality can help with some of this."))
