"""One step of the calculation: what happens, the arithmetic, the amount, and its sources."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import Hours, Kroner, Text
from salary.law.figure import NamedFigure


class StepKey(StrEnum):
    """The steps of a calculation; callers of the API hold these keys."""

    PAID_HOURS = "paid-hours"
    WAGE = "wage"
    OTHER_WAGE = "other-wage"
    SIDE_BUSINESS = "side-business"
    CEILING = "ceiling"
    MAX_SUBSIDY = "max-subsidy"
    REDUCTION = "reduction"
    BENEFIT = "benefit"
    SUBSIDY = "subsidy"
    HOLIDAY_DAYS = "holiday-days"
    PART_OF_MONTH = "part-of-month"
    ATP = "atp"
    PAYOUT = "payout"
    OBLIGATORY_PENSION = "obligatory-pension"
    TOTAL = "total"
    ACCOUNT_BEFORE_TAX = "account-before-tax"
    AM_INCOME = "am-income"
    AM_CONTRIBUTION = "am-contribution"
    WAGE_TAX = "wage-tax"
    SUBSIDY_TAX = "subsidy-tax"
    NET = "net"
    OWN_BUSINESS_YEAR_1 = "own-business-year-1"
    OWN_BUSINESS_YEAR_2 = "own-business-year-2"
    OWN_BUSINESS_YEAR_3 = "own-business-year-3"
    OWN_BUSINESS_INCOME = "own-business-income"
    OWN_BUSINESS_OTHER_INCOME = "own-business-other-income"
    OWN_BUSINESS_REDUCTION = "own-business-reduction"
    OWN_BUSINESS_SUBSIDY = "own-business-subsidy"
    OWN_BUSINESS_MONTH = "own-business-month"
    ALLOWANCE_FULL = "allowance-full"
    ALLOWANCE_SIDE_BUSINESS = "allowance-side-business"
    ALLOWANCE_INCOME = "allowance-income"
    ALLOWANCE_REDUCTION = "allowance-reduction"
    ALLOWANCE_OWED = "allowance-owed"
    ALLOWANCE = "allowance"
    EMPLOYER_WAGE = "employer-wage"
    EMPLOYER_PENSION = "employer-pension"
    EMPLOYER_HOLIDAY = "employer-holiday"
    EMPLOYER_ATP = "employer-atp"
    EMPLOYER_TRAINING_FUND = "employer-training-fund"
    EMPLOYER_FINANCING = "employer-financing"
    EMPLOYER_PARENTAL_FUND = "employer-parental-fund"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the calculation: what happens, its arithmetic (`sum`), the amount, and its sources.

    The amount is kr. a month or hours a week; one that is taken off is positive too. `remarks` say what is assumed or
    unsettled in this step.
    """

    key: StepKey
    label: Text
    sentence: Text
    sum: Text
    amount: Kroner | Hours | None
    sources: tuple[Source, ...]
    figures: tuple[NamedFigure, ...] = ()
    remarks: tuple[Text, ...] = ()
