"""Schemes other than the flexi-wage subsidy: mentioned, but never part of its calculation."""

from __future__ import annotations

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import BEK_SELF_EMPLOYED, LAB, LAS
from fleksjob_site.kernel.money import whole_kroner
from fleksjob_site.kernel.source import Source, on_day
from fleksjob_site.kernel.statement import Statement
from fleksjob_site.kernel.text import N_, Kroner, Text
from salary.law.case import DAYS_OF_MONTH
from salary.law.rates import Rates


def ledighedsydelse_month(rates: Rates) -> Kroner:
    """The higher ledighedsydelse, kr. a month before tax (LAS § 74 a); until June 2017 by the daily rate."""
    share = rates.ledighedsydelse_percent.amount
    if rates.highest_dagpenge_month:
        return Kroner(whole_kroner(share * rates.highest_dagpenge_month.amount / 100))
    assert rates.highest_dagpenge_day
    day = whole_kroner(share * rates.highest_dagpenge_day.amount / 100)
    return Kroner(whole_kroner(day * DAYS_OF_MONTH))


def ledighedsydelse_day(rates: Rates) -> Kroner:
    """The higher ledighedsydelse for one of the working days of an average month, whole kr. before tax."""
    return Kroner(whole_kroner(ledighedsydelse_month(rates) / DAYS_OF_MONTH))


def neighbours(month: Month, rates: Rates) -> tuple[Statement, ...]:
    """Other schemes in that month, for those to whom the calculation does not apply."""
    between_jobs = Text(
        N_(
            "Without a job, but granted a flexi-job: unemployment allowance (ledighedsydelse). In {month} it is "
            "{amount} a month before tax ({percent} of the highest unemployment benefit) for those who meet the "
            "conditions of the higher rate. Others get less."
        ),
        {
            "month": month,
            "amount": ledighedsydelse_month(rates),
            "percent": rates.named("ledighedsydelse_percent").value,
        },
    )
    all_of_them = (Statement(between_jobs, (Source(LAS, "§ 74 a"),)), *_ALWAYS)
    return tuple(on_day(neighbour, month.first_day) for neighbour in all_of_them)


_ALWAYS = (
    Statement(
        Text(
            N_(
                "In a flexi-job that began before 2013: your employer pays the full wage and gets half or two thirds "
                "of it back. This page does not apply."
            )
        ),
        (Source(LAB, "§ 133"),),
    ),
    Statement(
        Text(
            N_(
                "With your own business as your main occupation: there is a separate subsidy, worked out by the year. "
                "You can [calculate it here](page:own-business)."
            )
        ),
        (Source(LAB, "§ 126"), Source(BEK_SELF_EMPLOYED, "§§ 8-10")),
    ),
    Statement(
        Text(
            N_(
                "After certain sentences, or after failing to appear in court, the subsidy can be stopped or capped. "
                "This page does not calculate that."
            )
        ),
        (Source(LAB, "§§ 127-128"), Source(LAB, "§§ 131-132 a")),
    ),
)
