"""The wage ceiling (lønloft): the limit on wage and subsidy together, and its step (LAB § 123, stk. 3)."""

from __future__ import annotations

from collections.abc import Iterator

from fleksjob_site.kernel.law import BEK_SUBSIDY, LAB
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Hours, Kroner, Text, Value
from fleksjob_site.kernel.working_time import FULL_TIME_HOURS_WEEK
from salary.law.case import Case
from salary.law.core import Subsidy
from salary.law.step import Step, StepKey
from salary.law.wage import Wage, full_time_hours_unsettled


def ceiling_step(case: Case, wage: Wage, subsidy: Subsidy) -> Step:
    """The step of the ceiling, with what is assumed, what is unsettled, and what to ask the employer."""
    ceiling, before, cut = wage.ceiling_month, subsidy.before_ceiling, subsidy.ceiling_cut
    all_wage = Kroner(subsidy.all_wage + case.paid_benefit_month)
    together = all_wage + before
    values: dict[str, Value] = {
        "all_wage": all_wage,
        "before": before,
        "together": Kroner(together),
        "cut": cut,
        "ceiling": ceiling or Kroner(0),
        "excess": Kroner(together - (ceiling or 0)),
    }
    if ceiling is None:
        sentence = N_("We do not know what full time pays in your job, so no wage ceiling (lønloft) is applied.")
        arithmetic = N_("No ceiling is known.")
    elif not before:
        sentence = N_(
            "Wage and subsidy may be at most {ceiling} together, the wage ceiling (lønloft). There is no subsidy "
            "left that it could reduce."
        )
        arithmetic = N_("{all_wage} + {before} = {together}")
    elif not cut:
        sentence = N_(
            "Wage and subsidy may be at most {ceiling} together, the wage ceiling (lønloft). Yours are {together} "
            "together, so the ceiling does not reduce the subsidy."
        )
        arithmetic = N_("{all_wage} + {before} = {together}, not above {ceiling}")
    else:
        sentence = N_(
            "Wage and subsidy may be at most {ceiling} together, the wage ceiling (lønloft). Yours would be "
            "{together} together, so the subsidy is reduced by {cut}."
        )
        arithmetic = N_("{all_wage} + {before} − {ceiling} = {cut}")
        if cut < together - ceiling:
            arithmetic = N_("{all_wage} + {before} − {ceiling} = {excess}, but at most {cut}")

    return Step(
        key=StepKey.CEILING,
        label=Text(
            N_("Taken off by the assumed wage ceiling") if wage.ceiling_assumed else N_("Taken off by the wage ceiling")
        ),
        sentence=Text(sentence, values),
        sum=Text(arithmetic, values),
        amount=None if ceiling is None else cut,
        sources=_sources(case, wage),
        remarks=tuple(_remarks(case, wage, before, cut)),
    )


def _sources(case: Case, wage: Wage) -> tuple[Source, ...]:
    sources = [Source(LAB, "§ 123, stk. 3"), Source(BEK_SUBSIDY, "§ 3, stk. 3"), Source(BEK_SUBSIDY, "§ 12, stk. 1")]
    if wage.ceiling_assumed:
        sources += [Source(BEK_SUBSIDY, "§ 13, stk. 2", Status.READING), Source(BEK_SUBSIDY, "§ 12, stk. 2")]
    if case.other_income_month and wage.ceiling_month is not None:
        sources.append(Source(BEK_SUBSIDY, "§ 3, stk. 5"))
    if case.paid_benefit_month and wage.ceiling_month is not None:
        sources.append(Source(LAB, "§ 124, stk. 3"))
    return tuple(sources)


def _remarks(case: Case, wage: Wage, before: Kroner, cut: Kroner) -> Iterator[Text]:
    """What is assumed or open about the ceiling, and what to ask the employer."""
    added_up = case.ceiling_month is not None and case.ceiling_is_assumed
    if added_up:
        yield Text(ADDED_UP)
    elif wage.ceiling_assumed:
        yield Text(LOWER_BOUND if wage.ceiling_is_lower_bound else NO_BOUND)
    if wage.ceiling_assumed and cut:
        highest = N_("With a higher ceiling your subsidy could be up to {before} a month before tax.")
        yield Text(highest, {"before": before})
    if wage.ceiling_assumed and not added_up and full_time_hours_unsettled(case):
        norm: dict[str, Value] = {
            "full_time_hours": Hours(case.full_time_hours_week),
            "usual_hours": Hours(FULL_TIME_HOURS_WEEK),
        }
        yield Text(NORM_IS_UNSETTLED, norm)
    if case.ceiling_month is None or added_up:
        yield Text(ASK_YOUR_EMPLOYER)
    if case.other_wage_month and wage.ceiling_month is not None:
        yield Text(_OTHER_WAGE_COUNTS)
    if case.side_business_month and wage.ceiling_month is not None:
        yield Text(_SIDE_BUSINESS_COUNTS)
    if case.paid_benefit_month and wage.ceiling_month is not None:
        yield Text(_BENEFIT_COUNTS)


LOWER_BOUND = N_(
    "This ceiling is assumed: it is the full-time wage that follows from the pay you entered. The real ceiling is at "
    "least this. It may be higher, because holiday pay and more supplements can count in it."
)
ADDED_UP = N_(
    "This ceiling is assumed: you added it up yourself. Your real ceiling is what your employer states. It may be "
    "higher if something is missing from your calculation."
)
NO_BOUND = N_(
    "This ceiling is assumed: it is the full-time wage that follows from the pay you entered. Your real ceiling may "
    "be higher, because holiday pay and more supplements can count in it, or lower, because the rules use "
    "37 hours."
)
NORM_IS_UNSETTLED = N_(
    "You entered {full_time_hours} a week as full time, and the ceiling is based on that. The rules themselves use "
    "{usual_hours}. Which of them counts is not settled."
)
ASK_YOUR_EMPLOYER = N_(
    "Ask your employer: “What would I earn a month before tax in this job, full time on ordinary terms, with "
    "pension, holiday pay and all supplements?”"
)
_OTHER_WAGE_COUNTS = N_(
    "Your other wage is counted against the ceiling too. The executive order on the subsidy says so; the act itself "
    "only names the wage from the flexi-job."
)
_SIDE_BUSINESS_COUNTS = N_(
    "The surplus of your side business is counted against the ceiling too. The executive order on the subsidy says "
    "so; the act itself only names the wage from the flexi-job."
)
_BENEFIT_COUNTS = N_(
    "Your benefit counts against the ceiling like a wage. In the amounts here it is added to your wage."
)
