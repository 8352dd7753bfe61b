"""The subsidy for self-employed people: a base amount for the year, less 30% of what they earn (BEK 1794/2025 §§ 7-13).

Computed exactly for a sole trader and for a couple who both have the business as their main occupation. Not computed:
shares of a company (§ 11, stk. 2), a spouse for part of the year or without the business as main occupation (§ 13, stk.
2 and 4), and people whose subsidy is capped (§ 8, stk. 4).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.money import exact
from fleksjob_site.kernel.text import Kroner
from salary.law.case import ZERO
from salary.law.figure import NamedFigure
from salary.law.rates import Rates, newest_month_with_rates, periods, rates_for

REDUCTION_PERCENT = Decimal(30)
"""Taken off the base amount, of the income of the business and of other work (BEK 1794/2025 § 8, stk. 1)."""
MAX_YEARS = 3
"""Accounting years that the subsidy can build on (BEK 1794/2025 § 9, stk. 1)."""
COUNTED_YEARS = 2
"""The best of them, whose mean is used (BEK 1794/2025 § 9, stk. 1)."""
MAX_RESULT = 10_000_000
"""The largest result of a year, in kr., as profit or loss."""
MORE_PROFIT = Kroner(10_000)
"""The rise in profit whose effect on the subsidy is shown, kr. a year."""
FIRST_YEAR = periods()[0].valid_from.year
LAST_YEAR = newest_month_with_rates().year
SAME_RULES_SINCE = 2024
"""Before, only sickness benefit was added to the result (BEK 22/2013 §§ 10-11, BEK 247/2022 §§ 11-12)."""


class Unusable(StrEnum):
    """Why an accounting year can't be used (BEK 1794/2025 § 9, stk. 1, § 11, stk. 3, § 13, stk. 3)."""

    SHORT = "short"
    ESTIMATED = "estimated"
    NOT_MAIN = "not-main"


@dataclass(frozen=True, slots=True)
class AccountingYear:
    """One accounting year, kr. before tax.

    `result` is the tax result before interest, negative for a loss; None where the year can't be used.
    `benefits` is sickness, parental and resource benefit of the year (BEK 1794/2025 § 11, stk. 1, § 12, stk. 1).
    For a couple both are those of the two together. `other_work_income` is the person's own in the same year (§ 10).
    """

    result: Decimal | None
    benefits: Decimal = ZERO
    other_work_income: Decimal = ZERO
    unusable: Unusable | None = None
    """Why it can't be used, where that is known."""

    @property
    def income(self) -> Kroner | None:
        """Result and benefits, which can be negative; None where the year can't be used."""
        return None if self.result is None else Kroner(self.result + self.benefits)


@dataclass(frozen=True, slots=True)
class OwnBusiness:
    """The calendar year that the subsidy is paid for, and up to three accounting years, in any order."""

    year: int
    years: tuple[AccountingYear, ...]
    couple: bool = False


@dataclass(frozen=True)
class OwnBusinessResult:
    """The subsidy of a year, kr. before tax, unrounded: no rule says how to round it.

    `counted` are the places of the years in use, the best first. `income_year` and `other_year` are None where no year
    can be used; the subsidy is 0 then (BEK 1794/2025 § 9, stk. 4).
    """

    case: OwnBusiness
    counted: tuple[int, ...]
    income_year: Kroner | None
    other_year: Kroner | None
    reduction_year: Kroner
    subsidy_year: Kroner

    @property
    def rates(self) -> Rates:
        """The rates of December: the base amount is the same all year."""
        return rates_for(Month(self.case.year, 12))

    @property
    def base(self) -> NamedFigure:
        """The base amount of the year, with its source."""
        return self.rates.named("self_employed_year")

    @property
    def base_year(self) -> Kroner:
        return Kroner(self.base.figure.amount)

    @property
    def subsidy_month(self) -> Kroner:
        """A twelfth (BEK 1794/2025 § 7, stk. 1)."""
        return Kroner(exact(self.subsidy_year / 12))

    @property
    def gone_from_income(self) -> Kroner:
        """The income of business and other work, kr. a year, from which the subsidy is 0."""
        return Kroner(exact(self.base_year * 100 / REDUCTION_PERCENT))

    @cached_property
    def lost_with_more_profit(self) -> Kroner:
        """What the subsidy of a year falls by if each counted year had had `MORE_PROFIT` more."""
        years = tuple(
            replace(year, result=year.result + MORE_PROFIT)
            if place in self.counted and year.result is not None
            else year
            for place, year in enumerate(self.case.years)
        )
        return Kroner(self.subsidy_year - own_business(replace(self.case, years=tuple(years))).subsidy_year)

    @property
    def kept_with_more_profit(self) -> Kroner:
        """What is left of `MORE_PROFIT` a year, kr. before tax."""
        return Kroner(MORE_PROFIT - self.lost_with_more_profit)

    @property
    def tie_was_broken(self) -> bool:
        """Whether two years were equal for the last place, and it matters which of them is used."""
        if len(self.counted) < COUNTED_YEARS:
            return False
        last = self.case.years[self.counted[-1]]
        rest = (year for place, year in enumerate(self.case.years) if place not in self.counted)
        return any(year.income == last.income and year.other_work_income != last.other_work_income for year in rest)


def own_business(case: OwnBusiness) -> OwnBusinessResult:
    """The subsidy for a calendar year from the two best usable years (BEK 1794/2025 §§ 8-13); NoRates without rates.

    The years are ranked by income before a negative one counts as 0 (§ 11, stk. 4). Of equal ones the first listed is
    taken: there is no rule.
    """
    usable = [(place, year) for place, year in enumerate(case.years) if year.income is not None]
    best = sorted(usable, key=lambda one: -(one[1].income or ZERO))[:COUNTED_YEARS]
    figure = rates_for(Month(case.year, 12)).named("self_employed_year").figure
    if not best:
        return OwnBusinessResult(case, (), None, None, Kroner(0), Kroner(0))
    share = Decimal("0.5") if case.couple else Decimal(1)
    incomes = [max(ZERO, year.income or ZERO) * share for _, year in best]
    income = exact(sum(incomes, ZERO) / len(best))
    other = exact(sum((year.other_work_income for _, year in best), ZERO) / len(best))
    reduction = exact((income + other) * REDUCTION_PERCENT / 100)
    return OwnBusinessResult(
        case=case,
        counted=tuple(place for place, _ in best),
        income_year=Kroner(income),
        other_year=Kroner(other),
        reduction_year=Kroner(reduction),
        subsidy_year=Kroner(max(ZERO, figure.amount - reduction)),
    )


def next_form_due(today: date) -> date:
    """The next day before which a new form must be with the municipality, never `today` (BEK 1794/2025 § 11, stk. 6,
    § 12, stk. 3)."""
    due = date(today.year, 11, 1)
    return due if today < due else date(today.year + 1, 11, 1)


def usual_years(year: int, *, first_grant: bool) -> tuple[int, ...]:
    """The accounting years for the subsidy of a year where accounts follow the calendar, newest first.

    In the year of the first grant they close before the grant (BEK 1794/2025 § 9, stk. 2), later before 1 November of
    the year before. That it is this November is our reading: the subsidy is worked out once a year, from years closed
    before 1 November (§ 8, stk. 2, § 9, stk. 1).
    """
    newest = year - 1 if first_grant else year - 2
    return tuple(newest - back for back in range(MAX_YEARS))
