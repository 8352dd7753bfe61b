"""From hours, pace and pay to subsidy, payout and total, with every step explained (LAB §§ 122-123, 137-138 b)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import LAB
from fleksjob_site.kernel.source import Source, on_day
from fleksjob_site.kernel.text import N_, Kroner, Text, Value
from salary.law.case import Case
from salary.law.contributions import atp_of, atp_step, obligatory_pension_of, obligatory_pension_step
from salary.law.core import Subsidy, subsidy_of
from salary.law.one_month import AVERAGE_MONTH_FROM
from salary.law.rates import Rates, month_of_rates, rates_of
from salary.law.step import Step, StepKey
from salary.law.subsidy import subsidy_steps
from salary.law.wage import Wage, wage_of, wage_steps

# The months from which rules apply that were different before. The calculation uses today's rules for every month.
_ALL_WAGE_COUNTS_FROM = Month(2014, 5)
OTHER_WAGE_IN_CEILING_FROM = Month(2014, 7)
MORE_INCOME_IN_CEILING_FROM = Month(2024, 1)


@dataclass(frozen=True, slots=True)
class Result:
    """The result for a month, in kr. before tax; `steps` and `notes` are computed on access."""

    case: Case
    rates: Rates
    wage: Wage
    subsidy: Subsidy
    atp_month: Kroner
    payout_month: Kroner
    obligatory_pension_month: Kroner
    total_month: Kroner

    @property
    def rates_month(self) -> Month:
        """The month whose rates are used: its own, or the newest with rates."""
        return month_of_rates(self.case.month, assume_newest=self.case.assume_newest_rates)

    @property
    def rates_assumed(self) -> bool:
        """Whether the month has no rates yet, and the newest stand for them."""
        return self.rates_month != self.case.month

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step of the calculation, with its sources as they are numbered in the month."""
        first_day = self.case.month.first_day
        return tuple(on_day(step, first_day) for step in _steps(self))

    @property
    def notes(self) -> tuple[Text, ...]:
        """What applies to the month as a whole: when it is paid, what is not known, which old rules are not applied."""
        return tuple(_notes(self))


def calculate(case: Case) -> Result:
    """The flexi-wage subsidy (fleksløntilskud) of a month, kr. before tax (LAB § 123); NoRates without rates for it."""
    rates, wage, benefit = rates_of(case), wage_of(case), case.paid_benefit_month
    subsidy = subsidy_of(
        rates,
        wage.month,
        wage.ceiling_month,
        other_wage=case.other_income_month,
        benefit=benefit,
        lost_benefit=case.benefit_month - benefit,
    )
    atp = atp_of(subsidy.rounded, rates)
    payout = Kroner(subsidy.rounded - atp)
    pension = obligatory_pension_of(payout, rates)
    total = Kroner(subsidy.all_wage + benefit + subsidy.rounded)
    return Result(case, rates, wage, subsidy, atp, payout, pension, total)


def _steps(result: Result) -> Iterator[Step]:
    case, rates, wage, subsidy = result.case, result.rates, result.wage, result.subsidy
    yield from wage_steps(case, wage)
    yield from subsidy_steps(case, wage, subsidy, rates)
    yield atp_step(subsidy, result.atp_month, rates)
    yield _payout_step(subsidy.rounded, result.atp_month, result.payout_month)
    yield obligatory_pension_step(case.month, subsidy.rounded, result.atp_month, result.obligatory_pension_month, rates)
    yield _total_step(case, wage, subsidy, result.total_month)


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
        "other_wage": Kroner(case.other_income_month + case.paid_benefit_month),
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
            if case.paid_benefit_month
            else N_(
                "Wage and subsidy are {total} a month together, before tax and before ATP is withheld. Pension is "
                "included."
            ),
            values,
        ),
        sum=Text(
            N_("{wage} + {other_wage} + {subsidy} = {total}")
            if case.other_income_month or case.paid_benefit_month
            else N_("{wage} + {subsidy} = {total}"),
            values,
        ),
        amount=total,
        sources=(Source(LAB, "§ 122, stk. 1"), Source(LAB, "§ 123, stk. 1")),
    )


def _notes(result: Result) -> Iterator[Text]:
    case, wage, month = result.case, result.wage, result.case.month
    values: dict[str, Value] = {"month": month, "next_month": month.plus(months=1)}
    messages = [PAID_IN_ARREARS]
    if month.month == 12 and not result.rates_assumed:
        messages.append(RATES_OF_DECEMBER)
    if wage.ceiling_month is None:
        messages.append(NO_CEILING)
    if month < MORE_INCOME_IN_CEILING_FROM:
        messages += [RULES_OF_TODAY, MORE_INCOME_IN_CEILING]
    if month < AVERAGE_MONTH_FROM:
        messages.append(AVERAGE_MONTH)
    if month < OTHER_WAGE_IN_CEILING_FROM and case.other_income_month:
        messages.append(OTHER_WAGE_IN_CEILING)
    if month < _ALL_WAGE_COUNTS_FROM:
        messages.append(ALL_WAGE_COUNTS)
    if result.rates.own_atp_full_month is None and not case.own_atp_month:
        messages.append(OWN_ATP_UNKNOWN)
    if result.rates_assumed:
        values["rates_month"] = result.rates_month
        messages.append(RATES_ASSUMED)
    return (Text(message, values) for message in messages)


PAID_IN_ARREARS = N_("The subsidy is paid in arrears: the wage of {month} sets the payment of {next_month}.")
RATES_OF_DECEMBER = N_(
    "The rates change on 1 January. It is not settled whether the old or the new rates apply to the wage for "
    "December. We use the rates for the month of the wage, {month}."
)
RATES_ASSUMED = N_("The rates for {month} are not known yet. We use those of {rates_month}.")
OWN_ATP_UNKNOWN = N_(
    "We do not know what an employee's own ATP usually was in {month}. None is taken off the wage here, because none "
    "was entered."
)
NO_CEILING = N_("No wage ceiling is applied, because it is not known. Your subsidy may be lower than shown.")
RULES_OF_TODAY = N_("For {month} we use the rates of that month, but today's rules and sections.")
MORE_INCOME_IN_CEILING = N_(
    "Only since 2024 have sickness and parental benefit, holiday money and some other benefits also counted against "
    "the ceiling."
)
AVERAGE_MONTH = N_("Only since April 2022 has part of a month been calculated by a fixed number of days.")
OTHER_WAGE_IN_CEILING = N_("Until June 2014 other wage did not count against the ceiling. Here it does.")
ALL_WAGE_COUNTS = N_("Until 29 April 2014 only A-income (A-indkomst) counted as wage. Here all wage does.")
