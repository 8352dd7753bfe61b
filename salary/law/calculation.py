"""From hours, pace and pay to subsidy, payout and total, with every step explained (LAB §§ 122-123, 137-138 b)."""

from __future__ import annotations

from dataclasses import dataclass

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import LAB
from fleksjob_site.kernel.source import Source, on_day
from fleksjob_site.kernel.text import N_, Hours, Kroner, Text, Value
from salary.law.ceiling import is_lower_bound
from salary.law.contributions import atp_of, atp_step, obligatory_pension_of, obligatory_pension_step
from salary.law.rates import Rates, rates_for
from salary.law.subsidy import Subsidy, subsidy_of
from salary.law.wage import Case, Step, StepKey, Wage, wage_of

__all__ = ["Case", "Result", "Step", "calculate"]

# The months in which a rule that the calculation applies, or leaves aside, began to hold.
_ALL_INCOME_COUNTS = Month(2014, 5)
OTHER_WAGE_MEETS_CEILING = Month(2014, 7)
_PARTS_OF_MONTHS = Month(2022, 4)
MORE_INCOMES_MEET_CEILING = Month(2024, 1)


@dataclass(frozen=True, slots=True)
class Result:
    """What a month gives: hours a week, all else kr. a month before tax.

    `reduction_month` is the reduction for wage alone, by the formula, and can be more than there is to reduce.
    `subsidy_unrounded` is `subsidy_before_ceiling` less `ceiling_cut_month`. None is "not known".
    """

    case: Case
    rates: Rates
    paid_hours_week: Hours | None
    wage_month: Kroner
    all_wage_month: Kroner
    full_time_wage_month: Kroner | None
    ceiling_month: Kroner | None
    ceiling_assumed: bool
    ceiling_is_lower_bound: bool
    ceiling_binds: bool
    reduction_month: Kroner
    subsidy_before_ceiling: Kroner
    ceiling_cut_month: Kroner
    subsidy_unrounded: Kroner
    subsidy_month: Kroner
    atp_month: Kroner
    payout_month: Kroner
    obligatory_pension_month: Kroner
    total_month: Kroner
    steps: tuple[Step, ...]
    notes: tuple[Text, ...]


def calculate(case: Case) -> Result:
    """The flexi-wage subsidy (fleksløntilskud) of a month, step by step; NoRates where no rates cover it."""
    rates = rates_for(case.month)
    wage = wage_of(case)
    subsidy = subsidy_of(case, wage, rates)
    atp = atp_of(subsidy.rounded, rates)
    payout = Kroner(subsidy.rounded - atp)
    pension = obligatory_pension_of(payout, rates)
    total = Kroner(subsidy.all_wage + case.benefit_month + subsidy.rounded)
    return Result(
        case=case,
        rates=rates,
        paid_hours_week=wage.paid_hours_week,
        wage_month=wage.month,
        all_wage_month=subsidy.all_wage,
        full_time_wage_month=wage.full_time_month,
        ceiling_month=wage.ceiling_month,
        ceiling_assumed=wage.ceiling_assumed,
        ceiling_is_lower_bound=wage.ceiling_assumed and is_lower_bound(case),
        ceiling_binds=subsidy.ceiling_cut > 0,
        reduction_month=subsidy.reduction,
        subsidy_before_ceiling=subsidy.before_ceiling,
        ceiling_cut_month=subsidy.ceiling_cut,
        subsidy_unrounded=subsidy.unrounded,
        subsidy_month=subsidy.rounded,
        atp_month=atp,
        payout_month=payout,
        obligatory_pension_month=pension,
        total_month=total,
        steps=_cited(
            case.month,
            *wage.steps,
            *subsidy.steps,
            atp_step(subsidy, atp, rates),
            _payout_step(subsidy.rounded, atp, payout),
            obligatory_pension_step(case.month, subsidy.rounded, atp, pension, rates),
            _total_step(case, wage, subsidy, total),
        ),
        notes=_notes(case, wage),
    )


def _cited(month: Month, *steps: Step) -> tuple[Step, ...]:
    """The steps with their sources as they are called in that month."""
    return tuple(on_day(step, month.first_day) for step in steps)


def _payout_step(subsidy: Kroner, atp: Kroner, payout: Kroner) -> Step:
    values: dict[str, Value] = {"subsidy": subsidy, "atp": atp, "payout": payout}
    return Step(
        key=StepKey.PAYOUT,
        label=Text(N_("Subsidy less ATP")),
        sentence=Text(N_("The municipality pays you {payout} a month before tax."), values),
        sum=Text(N_("{subsidy} − {atp} = {payout}"), values),
        amount=payout,
        sources=(Source(LAB, "§ 123, stk. 1"), Source(LAB, "§ 137, stk. 3")),
    )


def _total_step(case: Case, wage: Wage, subsidy: Subsidy, total: Kroner) -> Step:
    values: dict[str, Value] = {
        "wage": wage.month,
        "other_wage": Kroner(case.other_wage_month + case.benefit_month),
        "subsidy": subsidy.rounded,
        "total": total,
    }
    return Step(
        key=StepKey.TOTAL,
        label=Text(N_("Total before tax")),
        sentence=Text(
            N_(
                "Wage, benefit and subsidy are {total} a month together, before tax and before ATP is withheld. "
                "Pension is included."
            )
            if case.benefit_month
            else N_(
                "Wage and subsidy are {total} a month together, before tax and before ATP is withheld. Pension is "
                "included."
            ),
            values,
        ),
        sum=Text(
            N_("{wage} + {other_wage} + {subsidy} = {total}")
            if case.other_wage_month or case.benefit_month
            else N_("{wage} + {subsidy} = {total}"),
            values,
        ),
        amount=total,
        sources=(Source(LAB, "§ 122, stk. 1"), Source(LAB, "§ 123, stk. 1")),
    )


def _notes(case: Case, wage: Wage) -> tuple[Text, ...]:
    """What holds for the month as a whole: when it is paid, what is not known, which old rules are not applied."""
    month = case.month
    values: dict[str, Value] = {"month": month, "next_month": month.plus(months=1)}
    said = [N_("The subsidy is paid in arrears: the wage of {month} sets the payment of {next_month}.")]
    if month.month == 12:
        said.append(
            N_(
                "The rates change on 1 January. It is not settled whether the wage of December meets the old "
                "or the new rates. We use the rates of the month of the wage, {month}."
            )
        )
    if wage.ceiling_month is None:
        said.append(N_("No wage ceiling is applied, because it is not known. Your subsidy may be lower than shown."))
    if month < MORE_INCOMES_MEET_CEILING:
        said.append(N_("For {month} we use the rates of that month, but the rules and paragraphs of today."))
        said.append(
            N_(
                "Only since 2024 do sickness and parental benefit, holiday money and some other benefits count "
                "against the ceiling too."
            )
        )
    if month < _PARTS_OF_MONTHS:
        said.append(N_("A part of a month is computed by a fixed number of days only since April 2022."))
    if month < OTHER_WAGE_MEETS_CEILING and case.other_wage_month:
        said.append(N_("Until June 2014 other wage did not count against the ceiling. Here it does."))
    if month < _ALL_INCOME_COUNTS:
        said.append(N_("Until 29 April 2014 only A-income (A-indkomst) counted as wage. Here all wage does."))
    return tuple(Text(message, values) for message in said)
