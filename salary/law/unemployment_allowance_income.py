"""The steps of what counts beside unemployment allowance: wage, pension, and the hours of a side business."""

from __future__ import annotations

from collections.abc import Iterator

from fleksjob_site.kernel.law import BEK_LEDIGHEDSYDELSE, BEK_LEDIGHEDSYDELSE_2021, LAS
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Hours, Kroner, Text, Value
from salary.law.step import Step, StepKey
from salary.law.unemployment_allowance import AllowanceCase


def income_steps(case: AllowanceCase) -> Iterator[Step]:
    """The hours of a side business where there are any, and all income added up."""
    if case.side_business_month:
        yield _side_business_step(case)
    yield _income_step(case)


def _side_business_step(case: AllowanceCase) -> Step:
    values: dict[str, Value] = {
        "hours": Hours(case.side_hours_month),
        "rate": Kroner(case.conversion_rate_hour),
        "counted": case.side_business_month,
    }
    return Step(
        key=StepKey.ALLOWANCE_SIDE_BUSINESS,
        label=Text(N_("What counts for the side business")),
        sentence=Text(
            N_(
                "A side business counts by the hours you spend on it, not by what it earns: {hours} at {rate} an hour "
                "is {counted}."
            ),
            values,
        ),
        sum=Text(N_("{hours} × {rate} = {counted}"), values),
        amount=case.side_business_month,
        sources=(
            Source(BEK_LEDIGHEDSYDELSE, "§ 15", Status.READING),
            Source(BEK_LEDIGHEDSYDELSE, "§ 19, stk. 1"),
            Source(BEK_LEDIGHEDSYDELSE_2021, "§ 15"),
        ),
        remarks=(
            Text(
                N_(
                    "We have read the rule on hours in the executive order of 2021. The one in force since February "
                    "2026 refers to the same section, but we have not read its wording."
                )
            ),
        ),
    )


def _income_step(case: AllowanceCase) -> Step:
    named = {
        "wage": case.wage_month,
        "pension": case.employer_pension_month,
        "instead": case.instead_of_wage_month,
        "paid_pension": case.paid_pension_month,
        "side": case.side_business_month,
    }
    parts = [Kroner(amount) for amount in named.values() if amount]
    values: dict[str, Value] = {f"part{number}": part for number, part in enumerate(parts, start=1)}
    values["income"] = case.income_month
    sources = [Source(LAS, "§ 74 d, stk. 2-4")]
    if named["wage"] or named["pension"]:
        sources.append(Source(BEK_LEDIGHEDSYDELSE, "§ 1, stk. 1, nr. 1-2"))
    if named["instead"]:
        sources.append(Source(BEK_LEDIGHEDSYDELSE, "§ 5"))
    if named["paid_pension"]:
        sources.append(Source(BEK_LEDIGHEDSYDELSE, "§ 11"))
    return Step(
        key=StepKey.ALLOWANCE_INCOME,
        label=Text(N_("Income that counts")),
        sentence=Text(N_("What you had alongside the allowance in the month is {income} before tax."), values),
        sum=Text(_SUMS[len(parts) - 1], values),
        amount=case.income_month,
        sources=tuple(sources),
    )


_SUMS = (
    N_("{income}"),
    N_("{part1} + {part2} = {income}"),
    N_("{part1} + {part2} + {part3} = {income}"),
    N_("{part1} + {part2} + {part3} + {part4} = {income}"),
    N_("{part1} + {part2} + {part3} + {part4} + {part5} = {income}"),
)
