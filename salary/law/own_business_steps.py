"""The steps of the subsidy for self-employed people, each with its arithmetic and its paragraph (BEK 1794/2025)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fleksjob_site.kernel.law import BEK_OBLIGATORY_PENSION, BEK_SELF_EMPLOYED, LAB
from fleksjob_site.kernel.source import Source, on_day
from fleksjob_site.kernel.text import N_, Kroner, Percent, Text, Value
from salary.law.contributions import obligatory_pension_of
from salary.law.own_business import (
    REDUCTION_PERCENT,
    SAME_RULES_SINCE,
    OwnBusinessResult,
)
from salary.law.own_business_years import year_steps
from salary.law.step import Step, StepKey

_REDUCTION = Percent(REDUCTION_PERCENT)


def own_business_steps(result: OwnBusinessResult) -> tuple[Step, ...]:
    """Every step from the accounts to the monthly amount, with its sources as they are numbered in that year."""
    return tuple(on_day(step, date(result.case.year, 12, 31)) for step in _steps(result))


def own_business_notes(result: OwnBusinessResult) -> Iterator[Text]:
    """What applies to the subsidy as a whole: older rules, pension, and what may change later."""
    if result.case.year < SAME_RULES_SINCE:
        yield Text(
            N_(
                "The rules shown are those in force since {year}. Before that, only sickness benefit was added to the "
                "result, not parental benefit or resource allowance."
            ),
            {"year": str(SAME_RULES_SINCE)},
        )
    yield Text(
        N_(
            "The rules say before 1 November of the year concerned. We read it as November of the year before the one "
            "that is paid for."
        )
    )
    yield Text(
        N_(
            "We use the base amount of the calendar year that is paid for. The rules do not say which year's base "
            "amount goes with the form of 1 November."
        )
    )
    yield Text(N_("The rules do not say how to round the amount, so it is shown with øre."))


def _steps(result: OwnBusinessResult) -> Iterator[Step]:
    yield from year_steps(result)
    yield _income_step(result)
    if result.counted:
        yield _other_step(result)
        yield _reduction_step(result)
    yield _subsidy_step(result)
    if result.subsidy_year:
        yield _month_step(result)
    if result.subsidy_year and "obligatory_pension_percent" in {named.key for named in result.rates.figures()}:
        yield _pension_step(result)


def _income_step(result: OwnBusinessResult) -> Step:
    counted = [max(Kroner(0), result.case.years[place].income or Kroner(0)) for place in result.counted]
    shares = [Kroner(one / 2 if result.case.couple else one) for one in counted]
    values: dict[str, Value] = {"income": result.income_year or Kroner(0)}
    values |= dict(zip(("one", "two"), shares, strict=False))
    sources: tuple[Source, ...] = (Source(BEK_SELF_EMPLOYED, "§ 9, stk. 1"),)
    remarks: tuple[Text, ...] = ()
    label = N_("Income of the business")
    match len(counted):
        case 0:
            label = N_("Income of the business: no year can be used")
            sentence = N_("Without a year that can be used, the subsidy is 0.")
            arithmetic = N_("No year can be used")
            sources = (Source(BEK_SELF_EMPLOYED, "§ 9, stk. 4"),)
        case 1:
            sentence = N_("Only one year can be used, so the income is that of this year: {income}.")
            arithmetic = N_("{income}")
            sources = (Source(BEK_SELF_EMPLOYED, "§ 9, stk. 4"),)
        case _:
            sentence = N_("The income of the business is the average of your two best years: {income} a year.")
            arithmetic = N_("({one} + {two}) / 2 = {income}")
    if result.tie_was_broken:
        remarks = (
            Text(
                N_("Two years were equally good, and no rule says which to use. We used number {number}."),
                {"number": result.counted[-1] + 1},
            ),
        )
    return Step(
        key=StepKey.OWN_BUSINESS_INCOME,
        label=Text(label),
        sentence=Text(sentence, values),
        sum=Text(arithmetic, values),
        amount=result.income_year,
        sources=sources,
        remarks=remarks,
    )


def _other_step(result: OwnBusinessResult) -> Step:
    counted = [Kroner(result.case.years[place].other_work_income) for place in result.counted]
    values: dict[str, Value] = {"other": result.other_year or Kroner(0)}
    values |= dict(zip(("one", "two"), counted, strict=False))
    if not result.other_year:
        sentence, arithmetic = N_("You had no other income from work in those years."), N_("{other}")
    elif len(counted) == 1:
        sentence, arithmetic = N_("In that year you earned {other} from other work."), N_("{other}")
    else:
        sentence = N_("In those two years you earned {other} a year from other work, on average.")
        arithmetic = N_("({one} + {two}) / 2 = {other}")
    return Step(
        key=StepKey.OWN_BUSINESS_OTHER_INCOME,
        label=Text(N_("Other income from work")),
        sentence=Text(sentence, values),
        sum=Text(arithmetic, values),
        amount=result.other_year,
        sources=(Source(BEK_SELF_EMPLOYED, "§ 10"), Source(BEK_SELF_EMPLOYED, "§ 11, stk. 5")),
    )


def _reduction_step(result: OwnBusinessResult) -> Step:
    values: dict[str, Value] = {
        "percent": _REDUCTION,
        "income": result.income_year or Kroner(0),
        "other": result.other_year or Kroner(0),
        "all": Kroner((result.income_year or 0) + (result.other_year or 0)),
        "reduction": result.reduction_year,
    }
    return Step(
        key=StepKey.OWN_BUSINESS_REDUCTION,
        label=Text(N_("Reduction of the subsidy because of your income")),
        sentence=Text(
            N_("{percent} of the income, {all}, is taken off the subsidy. That is {reduction} a year."), values
        ),
        sum=Text(
            N_("{percent} × ({income} + {other}) = {reduction}")
            if result.other_year
            else N_("{percent} × {income} = {reduction}"),
            values,
        ),
        amount=result.reduction_year,
        sources=(Source(BEK_SELF_EMPLOYED, "§ 8, stk. 1"), Source(LAB, "§ 126, stk. 5")),
    )


def _subsidy_step(result: OwnBusinessResult) -> Step:
    values: dict[str, Value] = {
        "base": result.base_year,
        "reduction": result.reduction_year,
        "subsidy": result.subsidy_year,
        "gone": result.gone_from_income,
        "year": str(result.case.year),
    }
    sources: tuple[Source, ...] = (Source(BEK_SELF_EMPLOYED, "§ 8, stk. 1-2"), Source(LAB, "§ 126, stk. 5"))
    if not result.counted:
        sentence, arithmetic = N_("The subsidy for {year} is {subsidy}."), N_("{subsidy}")
        sources = (Source(BEK_SELF_EMPLOYED, "§ 9, stk. 4"),)
    elif not result.subsidy_year:
        sentence = N_("The income is {gone} or more, so nothing is left of the subsidy.")
        arithmetic = N_("{base} − {reduction} is not above 0")
    else:
        sentence = N_("The base amount for {year} is {base}. Less the reduction, {subsidy} is left.")
        arithmetic = N_("{base} − {reduction} = {subsidy}")
    return Step(
        key=StepKey.OWN_BUSINESS_SUBSIDY,
        label=Text(N_("Subsidy for the year, before tax")),
        sentence=Text(sentence, values),
        sum=Text(arithmetic, values),
        amount=result.subsidy_year,
        sources=sources,
        figures=(result.base,),
    )


def _month_step(result: OwnBusinessResult) -> Step:
    values: dict[str, Value] = {"subsidy": result.subsidy_year, "month": result.subsidy_month}
    return Step(
        key=StepKey.OWN_BUSINESS_MONTH,
        label=Text(N_("Subsidy a month, before tax")),
        sentence=Text(N_("The municipality pays a twelfth each month, straight to your account."), values),
        sum=Text(N_("{subsidy} / 12 = {month}"), values),
        amount=result.subsidy_month,
        sources=(Source(BEK_SELF_EMPLOYED, "§ 7, stk. 1"),),
    )


def _pension_step(result: OwnBusinessResult) -> Step:
    percent = result.rates.named("obligatory_pension_percent")
    pension = obligatory_pension_of(result.subsidy_month, result.rates)
    values: dict[str, Value] = {"percent": percent.value, "subsidy": result.subsidy_month, "pension": pension}
    return Step(
        key=StepKey.OBLIGATORY_PENSION,
        label=Text(N_("Pension that the state adds")),
        sentence=Text(
            N_(
                "On top of this, the state pays {pension} a month into your obligatory pension. It is not taken from "
                "your subsidy. No ATP is withheld from this subsidy."
            ),
            values,
        ),
        sum=Text(N_("{percent} × {subsidy}, rounded to {pension}"), values),
        amount=pension,
        sources=(
            Source(LAB, "§ 138 a"),
            Source(LAB, "§ 138 b"),
            Source(BEK_OBLIGATORY_PENSION, "§ 1, nr. 2"),
            Source(LAB, "§ 137, stk. 1"),
        ),
        figures=(percent,),
    )
