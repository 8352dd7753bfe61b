"""The steps of unemployment allowance (ledighedsydelse), each with its arithmetic and its paragraph (BEK 4/2026)."""

from __future__ import annotations

from collections.abc import Iterator

from fleksjob_site.kernel.law import BEK_LEDIGHEDSYDELSE, LAS
from fleksjob_site.kernel.money import whole_kroner
from fleksjob_site.kernel.source import Source, on_day
from fleksjob_site.kernel.text import N_, Kroner, Percent, Text, Value
from salary.law.step import Step, StepKey
from salary.law.unemployment_allowance import (
    ABOVE_PERCENT,
    BELOW_PERCENT,
    LEVEL_SOURCES,
    Allowance,
    AllowanceCase,
    Level,
    level_figures,
)
from salary.law.unemployment_allowance_income import income_steps

_DECEMBER = 12
_THRESHOLD_OF_THE_SUBSIDY = Text(
    N_(
        "The source for the threshold is about the subsidy. The allowance has the same amount, and it is adjusted in "
        "the same way."
    )
)


def allowance_steps(result: Allowance) -> tuple[Step, ...]:
    """Every step from the full allowance to the amount paid, with its sources as they are numbered in that month."""
    return tuple(on_day(step, result.case.paid_for.first_day) for step in _steps(result))


def allowance_notes(result: Allowance) -> Iterator[Text]:
    """When the income of the month is taken off, and what is open about it."""
    month, after = result.case.month, result.case.paid_for
    yield Text(
        N_(
            "The income of {month} is taken off the allowance of the month after, {after}. It is paid at the end of a "
            "month."
        ),
        {"month": month, "after": after},
    )
    yield Text(
        N_(
            "In the first month the municipality goes by the wage that is expected, and corrects it by the one that "
            "was paid. Later changes can be corrected for up to 12 months."
        )
    )
    if month.month == _DECEMBER:
        yield Text(
            N_(
                "The executive order does not say whether the income of December is measured against the threshold of "
                "{old} or of {new}. We use that of {old}."
            ),
            {"old": str(month.year), "new": str(after.year)},
        )


def rate_note(case: AllowanceCase) -> Text | None:
    """That the newest rate stands for one that is not known yet; None where it is known."""
    if case.month_of_rate == case.paid_for:
        return None
    return Text(
        N_("The rate for {month} is not known yet. We have used that of {used}."),
        {"month": case.paid_for, "used": str(case.month_of_rate.year)},
    )


def _steps(result: Allowance) -> Iterator[Step]:
    yield _full_step(result)
    if result.case.income_month:
        yield from income_steps(result.case)
        yield _reduction_step(result)
    if result.case.owed_month:
        yield _owed_step(result)
    yield _allowance_step(result)


def _full_step(result: Allowance) -> Step:
    case = result.case
    figures = level_figures(case.level, case.paid_rates)
    values: dict[str, Value] = {"month": case.month_of_rate, "full": result.full}
    arithmetic = N_("{full}")
    match case.level:
        case Level.HIGHER:
            share, dagpenge = (named.value for named in figures)
            values |= {"share": share, "dagpenge": dagpenge, "unrounded": Kroner(share * dagpenge / 100)}
            values |= {"day": Kroner(whole_kroner(share * dagpenge / 100))}
            sentence = N_(
                "The high rate is {share} of the highest unemployment benefit. In {month} that is {full} a month."
            )
            arithmetic = (
                N_("{share} × {dagpenge} = {unrounded}, rounded to {full}")
                if case.paid_rates.highest_dagpenge_month
                else N_("{share} × {dagpenge} a day, rounded to {day}; {day} × 260/12, rounded to {full}")
            )
        case Level.PARENT:
            sentence = N_("The lower rate for those with a duty to support a child is {full} a month in {month}.")
        case Level.OTHER:
            sentence = N_("The lower rate for those without a duty to support a child is {full} a month in {month}.")
    note = rate_note(case)
    return Step(
        key=StepKey.ALLOWANCE_FULL,
        label=Text(N_("Allowance without other income")),
        sentence=Text(sentence, values),
        sum=Text(arithmetic, values),
        amount=result.full,
        sources=(*LEVEL_SOURCES[case.level], Source(BEK_LEDIGHEDSYDELSE, "§ 2")),
        figures=figures,
        remarks=(note,) if note else (),
    )


def _reduction_step(result: Allowance) -> Step:
    income, threshold = result.case.income_month, result.threshold
    values: dict[str, Value] = {
        "income": income,
        "threshold": threshold.value,
        "below": Percent(BELOW_PERCENT),
        "above": Percent(ABOVE_PERCENT),
        "rest": Kroner(income - threshold.value),
        "reduction": result.reduction,
    }
    if income <= threshold.value:
        sentence = N_("{below} of the income, {income}, is taken off the allowance. That is {reduction}.")
        arithmetic = N_("{below} × {income} = {reduction}")
    else:
        sentence = N_(
            "{below} of the income up to {threshold} is taken off the allowance, and {above} of the remaining {rest}. "
            "That is {reduction}."
        )
        arithmetic = N_("{below} × {threshold} + {above} × {rest} = {reduction}")
    return Step(
        key=StepKey.ALLOWANCE_REDUCTION,
        label=Text(N_("Reduction because of your income")),
        sentence=Text(sentence, values),
        sum=Text(arithmetic, values),
        amount=result.reduction,
        sources=(Source(LAS, "§ 74 d, stk. 3"), Source(BEK_LEDIGHEDSYDELSE, "§ 14"), Source(LAS, "§ 109, stk. 3")),
        figures=(threshold,),
        remarks=() if result.threshold_is_own else (_THRESHOLD_OF_THE_SUBSIDY,),
    )


def _owed_step(result: Allowance) -> Step:
    values: dict[str, Value] = {
        "owed": Kroner(result.case.owed_month),
        "left": result.before_owed,
        "taken": result.owed_taken,
        "rest": result.owed_left,
    }
    if result.owed_left:
        sentence = N_(
            "You owe {owed} in overpaid subsidy. Only {taken} is left to take it from, so {rest} is carried over to "
            "the next months."
        )
        arithmetic = N_("{owed} is above {left}, so {taken}")
    else:
        sentence = N_("You owe {owed} in overpaid subsidy. It is taken off after the reduction.")
        arithmetic = N_("{taken}")
    return Step(
        key=StepKey.ALLOWANCE_OWED,
        label=Text(N_("Overpaid subsidy")),
        sentence=Text(sentence, values),
        sum=Text(arithmetic, values),
        amount=result.owed_taken,
        sources=(Source(BEK_LEDIGHEDSYDELSE, "§ 16"),),
    )


def _allowance_step(result: Allowance) -> Step:
    values: dict[str, Value] = {
        "full": result.full,
        "reduction": result.reduction,
        "owed": result.owed_taken,
        "unrounded": result.unrounded,
        "allowance": result.rounded,
        "gone": result.gone_from_income,
    }
    if not result.before_owed:
        sentence = N_("The income is {gone} or more, so nothing is left of the allowance.")
        arithmetic = N_("{full} − {reduction} is not above 0, so {allowance}")
    else:
        sentence = N_("You get {allowance} a month before tax. The amount is rounded to whole kroner once, here.")
        exact, rounded = _SUMS[bool(result.reduction), bool(result.owed_taken)]
        arithmetic = exact if result.unrounded == result.rounded else rounded
    return Step(
        key=StepKey.ALLOWANCE,
        label=Text(N_("Unemployment allowance before tax")),
        sentence=Text(sentence, values),
        sum=Text(arithmetic, values),
        amount=result.rounded,
        sources=(Source(BEK_LEDIGHEDSYDELSE, "§ 2"), Source(BEK_LEDIGHEDSYDELSE, "§ 19, stk. 1")),
    )


_SUMS = {
    (False, False): (N_("{allowance}"), N_("{unrounded}, rounded to {allowance}")),
    (True, False): (
        N_("{full} − {reduction} = {allowance}"),
        N_("{full} − {reduction} = {unrounded}, rounded to {allowance}"),
    ),
    (False, True): (N_("{full} − {owed} = {allowance}"), N_("{full} − {owed} = {unrounded}, rounded to {allowance}")),
    (True, True): (
        N_("{full} − {reduction} − {owed} = {allowance}"),
        N_("{full} − {reduction} − {owed} = {unrounded}, rounded to {allowance}"),
    ),
}
"""By whether anything is taken off for income and for subsidy paid too much: the sum without and with rounding."""
