"""The flexi-wage subsidy as a country package of OpenFisca-core, by the rules of salary/law/calculation.py.

It covers hours with a pace and an hourly wage. RATES names the file with our rates, which `handed.py` makes.
"""

import json
import os
from pathlib import Path

from numpy import float64, floor, maximum, minimum, round, where
from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

Person = build_entity("person", "persons", "A person in a flexi-job", is_person=True)

INPUTS = (
    "hours_week", "pace_percent", "hourly_wage", "pension_on_top_percent", "supplements_full_time_month",
    "other_wage_month", "benefit_month", "own_atp_month", "full_time_hours_week", "ceiling_month",
)  # fmt: skip


class Amount(Variable):
    """OpenFisca itself keeps seven digits of a figure, too few for a wage to the øre."""

    def __init__(self, baseline_variable=None):
        super().__init__(baseline_variable)
        self.dtype = float64


def amount(name, **attributes):
    """A variable of one month; OpenFisca reads its attributes from its own class only."""
    common = {"value_type": float, "entity": Person, "definition_period": DateUnit.MONTH, "label": name}
    return type(name, (Amount,), common | attributes)


def calculated(formula):
    return amount(formula.__name__, formula=formula)


def whole_kroner(amount):
    """Half a krone up, as the law says; the first rounding takes what binary fractions leave."""
    return floor(round(amount, 6) + 0.5)


@calculated
def paid_hours_week(person, period):
    return person("hours_week", period) * person("pace_percent", period) / 100


@calculated
def pay_per_weekly_hour(person, period):
    pay = 52 * person("hourly_wage", period) / 12
    supplements = person("supplements_full_time_month", period) / person("full_time_hours_week", period)
    return pay * (100 + person("pension_on_top_percent", period)) / 100 + supplements


@calculated
def wage_month(person, period):
    wage = person("pay_per_weekly_hour", period) * person("paid_hours_week", period)
    return maximum(0, wage - person("own_atp_month", period))


@calculated
def applied_ceiling_month(person, period):
    stated = person("ceiling_month", period)
    full_time = person("pay_per_weekly_hour", period) * person("full_time_hours_week", period)
    return where(stated > 0, stated, full_time)


@calculated
def all_wage_month(person, period):
    return person("wage_month", period) + person("other_wage_month", period)


@calculated
def subsidy_before_ceiling_month(person, period, parameters):
    rates, wage, benefit = parameters(period), person("all_wage_month", period), person("benefit_month", period)
    below = minimum(wage, rates.threshold_month) * rates.reduction_below_percent
    above = maximum(0, wage - rates.threshold_month) * rates.reduction_above_percent
    left = maximum(0, rates.max_subsidy_month - (below + above) / 100 - benefit)
    return where((person("wage_month", period) > 0) | (benefit > 0), left, 0)


@calculated
def subsidy_month(person, period):
    before = person("subsidy_before_ceiling_month", period)
    income = person("all_wage_month", period) + person("benefit_month", period)
    above = before + income - person("applied_ceiling_month", period)
    return whole_kroner(before - maximum(0, minimum(before, above)))


@calculated
def atp_month(person, period, parameters):
    rates = parameters(period)
    return minimum(whole_kroner(person("subsidy_month", period) * rates.atp_percent / 100), rates.atp_most_month)


@calculated
def payout_month(person, period):
    return person("subsidy_month", period) - person("atp_month", period)


@calculated
def obligatory_pension_month(person, period, parameters):
    return whole_kroner(person("payout_month", period) * parameters(period).obligatory_pension_percent / 100)


@calculated
def total_month(person, period):
    wage_and_benefit = person("all_wage_month", period) + person("benefit_month", period)
    return wage_and_benefit + person("subsidy_month", period)


def dated(amounts):
    return {"values": {f"{since}-01": {"value": value} for since, value in amounts}}


class CountryTaxBenefitSystem(TaxBenefitSystem):
    """What `openfisca serve` asks a country package for."""

    def __init__(self):
        super().__init__([Person])
        with_formula = [one for one in globals().values() if isinstance(one, type) and issubclass(one, Amount)]
        self.add_variables(*map(amount, INPUTS), *(one for one in with_formula if one is not Amount))
        rates = json.loads(Path(os.environ["RATES"]).read_text())
        self.parameters = ParameterNode(data={key: dated(amounts) for key, amounts in rates.items()})
