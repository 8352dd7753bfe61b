"""The steps of the flexi-wage subsidy (fleksløntilskud): highest amount, reduction, benefit, result (LAB § 123)."""

from __future__ import annotations

from collections.abc import Iterator

from fleksjob_site.kernel.law import ALL, BEK_SUBSIDY, LAB
from fleksjob_site.kernel.money import whole_kroner
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_, Kroner, Text, Value
from salary.law.case import Case
from salary.law.ceiling import ceiling_step
from salary.law.core import Subsidy
from salary.law.kink_words import NO_SUBSIDY_LEFT, REACHES_CEILING, earned
from salary.law.rates import Rates
from salary.law.step import Step, StepKey
from salary.law.wage import Wage


def subsidy_steps(case: Case, wage: Wage, subsidy: Subsidy, rates: Rates) -> Iterator[Step]:
    """The steps from the highest subsidy to the rounded one."""
    yield _highest_step(case, rates)
    yield _reduction_step(subsidy, rates)
    if case.benefit_month:
        yield _benefit_step(Kroner(case.benefit_month), paid=case.benefit_claimed)
    yield ceiling_step(case, wage, subsidy)
    yield _subsidy_step(case, wage, subsidy, rates)


def _highest_step(case: Case, rates: Rates) -> Step:
    daily = rates.highest_dagpenge_month is None
    highest, share = rates.named("max_subsidy_month"), rates.named("share_of_dagpenge_percent")
    dagpenge = rates.named("highest_dagpenge_day" if daily else "highest_dagpenge_month")
    values: dict[str, Value] = {
        "month": min(case.month, rates.valid_to),
        "max_subsidy": highest.value,
        "share": share.value,
        "dagpenge": dagpenge.value,
        "unrounded": Kroner(rates.max_subsidy_unrounded()),
        "rounded_day": Kroner(whole_kroner(share.value * dagpenge.value / 100)),
    }
    is_whole = values["unrounded"] == highest.value
    if daily and is_whole:
        arithmetic = N_("{share} × {dagpenge} a day, rounded to {rounded_day}; {rounded_day} × 260/12 = {max_subsidy}")
    elif daily:
        arithmetic = N_(
            "{share} × {dagpenge} a day, rounded to {rounded_day}; {rounded_day} × 260/12 = "
            "{unrounded}, rounded to {max_subsidy}"
        )
    elif is_whole:
        arithmetic = N_("{share} × {dagpenge} = {max_subsidy}")
    else:
        arithmetic = N_("{share} × {dagpenge} = {unrounded}, rounded to {max_subsidy}")
    return Step(
        key=StepKey.MAX_SUBSIDY,
        label=Text(N_("Highest subsidy")),
        sentence=Text(
            N_(
                "In {month} the flexi-wage subsidy (fleksløntilskud) is at most {max_subsidy} a month before tax. "
                "Your wage then reduces it."
            ),
            values,
        ),
        sum=Text(arithmetic, values),
        amount=Kroner(highest.value),
        sources=(Source(LAB, "§ 123, stk. 1"), Source(BEK_SUBSIDY, "§ 2, stk. 1"), Source(ALL, "§ 47")),
        figures=(highest, share, dagpenge),
    )


def _reduction_step(subsidy: Subsidy, rates: Rates) -> Step:
    all_wage, reduction = subsidy.all_wage, subsidy.reduction
    threshold = rates.named("threshold_month")
    below, above = rates.named("reduction_below_percent"), rates.named("reduction_above_percent")
    values: dict[str, Value] = {
        "all_wage": all_wage,
        "threshold": threshold.value,
        "below": below.value,
        "above": above.value,
        "rest": Kroner(all_wage - threshold.value),
        "reduction": reduction,
    }
    if all_wage <= threshold.value:
        sentence = N_("{below} of all your wage, {all_wage}, is taken off the subsidy. That is {reduction}.")
        arithmetic = N_("{below} × {all_wage} = {reduction}")
    else:
        sentence = N_(
            "{below} of your wage up to {threshold} is taken off the subsidy, and {above} of the "
            "remaining {rest}. That is {reduction}."
        )
        arithmetic = N_("{below} × {threshold} + {above} × {rest} = {reduction}")
    return Step(
        key=StepKey.REDUCTION,
        label=Text(N_("Reduction because of your wage")),
        sentence=Text(sentence, values),
        sum=Text(arithmetic, values),
        amount=reduction,
        sources=(Source(LAB, "§ 123, stk. 2"), Source(BEK_SUBSIDY, "§ 3, stk. 2")),
        figures=(threshold, below, above),
    )


def _benefit_step(benefit: Kroner, *, paid: bool) -> Step:
    values: dict[str, Value] = {"benefit": benefit}
    got = N_(
        "You got {benefit} in sickness or parental benefit. All of it is taken off the subsidy, on top of what is "
        "taken off because of your wage."
    )
    lost = N_(
        "You did not get sickness benefit of {benefit}, because you lost it or asked for it too late. It is taken off "
        "the subsidy all the same. It does not count against the wage ceiling, because it was not paid."
    )
    sources = (
        (Source(LAB, "§ 124, stk. 3"), Source(BEK_SUBSIDY, "§ 7, stk. 1-2"), Source(BEK_SUBSIDY, "§ 9"))
        if paid
        else (Source(LAB, "§ 124, stk. 4"), Source(BEK_SUBSIDY, "§ 7, stk. 3-5"), Source(BEK_SUBSIDY, "§ 3, stk. 3"))
    )
    return Step(
        key=StepKey.BENEFIT,
        label=Text(N_("Taken off because of benefit")),
        sentence=Text(got if paid else lost, values),
        sum=Text(N_("{benefit}"), values),
        amount=benefit,
        sources=sources,
    )


def _subsidy_step(case: Case, wage: Wage, subsidy: Subsidy, rates: Rates) -> Step:
    values: dict[str, Value] = {
        "max_subsidy": Kroner(rates.max_subsidy_month.amount),
        "reduction": Kroner(subsidy.reduction + case.benefit_month),
        "cut": subsidy.ceiling_cut,
        "unrounded": subsidy.unrounded,
        "subsidy": subsidy.rounded,
    }
    is_whole = subsidy.unrounded == subsidy.rounded
    arithmetic = (
        N_("{max_subsidy} − {reduction} − {cut} = {subsidy}")
        if is_whole
        else N_("{max_subsidy} − {reduction} − {cut} = {unrounded}, rounded to {subsidy}")
    )
    if not wage.month and not case.benefit_month:
        sentence = N_("The subsidy adds to a wage from a flexi-job. Without a wage there is no subsidy.")
        arithmetic = N_("No wage: {subsidy}")
    elif not subsidy.before_ceiling:
        sentence = (
            N_("Wage and benefit are so high together that nothing is left of the subsidy.")
            if case.benefit_month
            else NO_SUBSIDY_LEFT[earned(case)]
        )
        arithmetic = N_("{max_subsidy} − {reduction} is not above 0, so {subsidy}")
    elif subsidy.ceiling_cut == subsidy.before_ceiling:
        sentence = (
            N_("Wage and benefit alone reach the wage ceiling, so there is no subsidy.")
            if case.benefit_month
            else REACHES_CEILING[earned(case)]
        )
    elif is_whole:
        sentence = N_("Your subsidy is {subsidy} a month before tax.")
    else:
        sentence = N_("Your subsidy is {subsidy} a month before tax. It is rounded to whole kroner once, here.")
    return Step(
        key=StepKey.SUBSIDY,
        label=Text(N_("Subsidy before tax")),
        sentence=Text(sentence, values),
        sum=Text(arithmetic, values),
        amount=subsidy.rounded,
        sources=(Source(LAB, "§ 122, stk. 1"), Source(LAB, "§ 123, stk. 1-3"), Source(BEK_SUBSIDY, "§ 2, stk. 1")),
        figures=(rates.named("max_subsidy_month"),),
    )
