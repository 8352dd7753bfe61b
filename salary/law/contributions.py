"""What is withheld from the subsidy and what the state adds: ATP and obligatory pension (LAB §§ 137-138 b)."""

from __future__ import annotations

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import BEK_ATP, BEK_OBLIGATORY_PENSION, LAB
from fleksjob_site.kernel.money import whole_kroner
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Kroner, Percent, Text, Value
from salary.law.core import Subsidy
from salary.law.figure import NamedFigure
from salary.law.rates import Rates
from salary.law.step import Step, StepKey


def atp_of(subsidy: Kroner, rates: Rates) -> Kroner:
    """A percentage of the subsidy up to a maximum, whole kr. a month (LAB § 137, stk. 1, BEK 1450/2023 § 2, stk. 1)."""
    share = whole_kroner(subsidy * rates.atp_percent.amount / 100)
    return Kroner(min(share, rates.atp_most_month.amount))


def obligatory_pension_of(payout: Kroner, rates: Rates) -> Kroner:
    """A share of the subsidy less ATP, whole kr. a month, since 2020 (LAB §§ 138 a-138 b, BEK 1446/2023 § 2)."""
    if rates.obligatory_pension_percent is None:
        return Kroner(0)
    return Kroner(whole_kroner(payout * rates.obligatory_pension_percent.amount / 100))


def atp_step(subsidy: Subsidy, atp: Kroner, rates: Rates) -> Step:
    """ATP withheld from the subsidy after the ceiling, with a remark if it would differ before the ceiling."""
    percent, most = rates.named("atp_percent"), rates.named("atp_most_month")
    unrounded = subsidy.rounded * percent.value / 100
    before_ceiling = atp_of(Kroner(whole_kroner(subsidy.before_ceiling)), rates)
    values: dict[str, Value] = {
        "percent": percent.value,
        "most": most.value,
        "subsidy": subsidy.rounded,
        "unrounded": Kroner(unrounded),
        "atp": atp,
        "before_ceiling": before_ceiling,
    }
    unsettled = subsidy.rounded > 0 and before_ceiling != atp
    remark = Text(
        N_(
            "The rules can be read in two ways here. If ATP is calculated before the wage ceiling is applied, it is "
            "{before_ceiling}. We calculate it on the subsidy that you get."
        ),
        values,
    )
    return Step(
        key=StepKey.ATP,
        label=Text(N_("ATP withheld")),
        sentence=Text(
            N_(
                "The municipality withholds {percent} of the subsidy for the pension scheme ATP, at most {most} a "
                "month. That is {atp}."
            ),
            values,
        ),
        sum=Text(
            N_("{percent} × {subsidy} = {unrounded}, but at most {atp}")
            if unrounded > most.value
            else N_("{percent} × {subsidy} = {atp}")
            if unrounded == atp
            else N_("{percent} × {subsidy} = {unrounded}, rounded to {atp}"),
            values,
        ),
        amount=atp,
        sources=(
            Source(LAB, "§ 137"),
            Source(BEK_ATP, "§ 1, stk. 2, nr. 1"),
            Source(BEK_ATP, "§ 2", Status.READING if unsettled else Status.LAW),
        ),
        figures=(percent, most),
        remarks=(remark,) if unsettled else (),
    )


def obligatory_pension_step(month: Month, subsidy: Kroner, atp: Kroner, pension: Kroner, rates: Rates) -> Step:
    """What the state pays into the obligatory pension, on top of the subsidy, kr. a month."""
    values: dict[str, Value] = {"month": month, "subsidy": subsidy, "atp": atp, "pension": pension}
    figures: tuple[NamedFigure, ...] = ()
    if rates.obligatory_pension_percent is None:
        sentence = N_("The state has paid into your obligatory pension since 2020. For {month} it paid nothing.")
        arithmetic = Text(N_("{pension}"), values)
    else:
        percent = rates.named("obligatory_pension_percent")
        figures = (percent,)
        unrounded = Kroner((subsidy - atp) * percent.value / 100)
        sentence = N_(
            "On top of this, the state pays {pension} a month into your obligatory pension. It is not taken from your "
            "subsidy."
        )
        arithmetic = Text(
            N_("{percent} × ({subsidy} − {atp}) = {pension}")
            if unrounded == pension
            else N_("{percent} × ({subsidy} − {atp}) = {unrounded}, rounded to {pension}"),
            {**values, "percent": Percent(percent.value), "unrounded": unrounded},
        )
    return Step(
        key=StepKey.OBLIGATORY_PENSION,
        label=Text(N_("Pension that the state adds")),
        sentence=Text(sentence, values),
        sum=arithmetic,
        amount=pension,
        sources=(Source(LAB, "§ 138 a"), Source(LAB, "§ 138 b"), Source(BEK_OBLIGATORY_PENSION, "§ 2")),
        figures=figures,
    )
