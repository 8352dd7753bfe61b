"""The first steps of the subsidy for self-employed people: what each accounting year brought in (BEK 1794/2025)."""

from __future__ import annotations

from collections.abc import Iterator

from fleksjob_site.kernel.law import BEK_SELF_EMPLOYED
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_, Kroner, Text, Value
from salary.law.own_business import AccountingYear, OwnBusinessResult, Unusable
from salary.law.step import Step, StepKey

_YEAR_KEYS = (StepKey.OWN_BUSINESS_YEAR_1, StepKey.OWN_BUSINESS_YEAR_2, StepKey.OWN_BUSINESS_YEAR_3)

_WHY_LEFT_OUT = {
    None: N_("This year can't be used, so it is left out."),
    Unusable.SHORT: N_("This year lasted less than 26 weeks, so it is left out."),
    Unusable.ESTIMATED: N_("The tax authority estimated the income of this year, so it is left out."),
    Unusable.NOT_MAIN: N_("The business was not your main occupation all year, so this year is left out."),
}


def year_steps(result: OwnBusinessResult) -> Iterator[Step]:
    """A step for each accounting year: what it counts with, or why it is left out."""
    for place, (key, year) in enumerate(zip(_YEAR_KEYS, result.case.years, strict=False)):
        yield _year_step(result, key, place, year)


def _year_step(result: OwnBusinessResult, key: StepKey, place: int, year: AccountingYear) -> Step:
    values: dict[str, Value] = {
        "number": place + 1,
        "result": Kroner(year.result or 0),
        "benefits": Kroner(year.benefits),
        "income": year.income or Kroner(0),
        "loss": Kroner(-(year.income or 0)),
        "half": Kroner((year.income or 0) / 2),
    }
    sources: tuple[Source, ...] = (
        Source(BEK_SELF_EMPLOYED, "§ 11, stk. 1"),
        Source(BEK_SELF_EMPLOYED, "§ 12, stk. 1"),
    )
    remarks: tuple[Text, ...] = ()
    label = N_("Accounting year {number}")
    if year.income is None:
        label = N_("Accounting year {number}: can't be used")
        sentence, arithmetic = _WHY_LEFT_OUT[year.unusable], N_("Not used")
        sources = (
            Source(BEK_SELF_EMPLOYED, "§ 9, stk. 1"),
            Source(BEK_SELF_EMPLOYED, "§ 11, stk. 3"),
            Source(BEK_SELF_EMPLOYED, "§ 13, stk. 3"),
        )
    elif place not in result.counted and year.income < 0:
        sentence = N_("This year made a loss of {loss}. Two other years were better, so it is not used.")
        arithmetic = N_("{result} + {benefits} = {income}") if year.benefits else N_("{income}")
    elif place not in result.counted:
        sentence = N_("This year brought in {income}. Two other years were better, so it is not used.")
        arithmetic = N_("{result} + {benefits} = {income}") if year.benefits else N_("{income}")
    elif year.income < 0:
        sentence = N_("This year made a loss, so it counts as 0.")
        arithmetic = (
            N_("{result} + {benefits} = {income}, counts as 0") if year.benefits else N_("{income}, counts as 0")
        )
        sources = (*sources, Source(BEK_SELF_EMPLOYED, "§ 11, stk. 4"))
        remarks = (
            Text(
                N_(
                    "The rules say only for the full form that a loss counts as 0. We use it for sole traders' simple "
                    "form too."
                )
            ),
        )
    elif result.case.couple:
        sentence = N_("Together you earned {income}. Half of it, {half}, counts for you.")
        arithmetic = N_("({result} + {benefits}) / 2 = {half}") if year.benefits else N_("{income} / 2 = {half}")
        sources = (*sources, Source(BEK_SELF_EMPLOYED, "§ 13, stk. 1"))
    elif year.benefits:
        sentence = N_("This year is used with {income}: the result, and the benefits you got that year.")
        arithmetic = N_("{result} + {benefits} = {income}")
    else:
        sentence, arithmetic = N_("This year is used with its result, {income}."), N_("{income}")
    return Step(
        key=key,
        label=Text(label, values),
        sentence=Text(sentence, values),
        sum=Text(arithmetic, values),
        amount=year.income,
        sources=sources,
        remarks=remarks,
    )
