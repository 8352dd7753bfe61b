"""What the peers are handed, our rates and cases, and the results that they must have."""

import random
from decimal import Decimal
from typing import Any

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.money import whole_ore
from fleksjob_site.kernel.working_time import FULL_TIME_HOURS_WEEK
from salary.law.calculation import Result, calculate
from salary.law.case import Case
from salary.law.rates import newest_month_with_rates, periods

COUNT, SEED = 500, 27
FULL_TIME = float(FULL_TIME_HOURS_WEEK)
RATES = (
    "max_subsidy_month", "threshold_month", "reduction_below_percent", "reduction_above_percent", "atp_percent",
    "atp_most_month", "obligatory_pension_percent",
)  # fmt: skip
RESULTS = (
    "paid_hours_week", "wage_month", "subsidy_month", "atp_month", "payout_month", "obligatory_pension_month",
    "total_month",
)  # fmt: skip


def rates() -> dict[str, list[tuple[str, float]]]:
    """Each rate and the months since which it has had its amounts, oldest first; 0 where a period has none."""
    found: dict[str, list[tuple[str, float]]] = {key: [] for key in RATES}
    for period in periods():
        for key, amounts in found.items():
            figure = getattr(period, key)
            amount = float(figure.amount) if figure else 0.0
            if not amounts or amounts[-1][1] != amount:
                amounts.append((str(period.valid_from), amount))
    return found


def cases() -> list[dict[str, Any]]:
    """As a page would send them: a month, each in turn, and only the fields that are filled in."""
    chance = random.Random(SEED)
    first = periods()[0].valid_from
    months = first.months_until(newest_month_with_rates()) + 1
    return [
        {
            "month": str(first.plus(months=number % months)),
            "fields": {name: float(value) for name, value in _fields(chance).items() if value is not None},
        }
        for number in range(COUNT)
    ]


def _fields(chance: random.Random) -> dict[str, float | None]:
    """One in five has each of what few have. Round hours and wages lead to half a krone more often."""

    def rarely(value: float) -> float | None:
        return value if chance.random() < 0.2 else None

    return {
        "hours_week": chance.choice([chance.randint(2, 74) / 2, chance.randint(1, 6) * 6]),
        "pace_percent": chance.randint(2, 20) * 5,
        "hourly_wage": chance.choice([chance.randint(11_000, 40_000) / 100, chance.randint(22, 80) * 5]),
        "full_time_hours_week": FULL_TIME,
        "pension_on_top_percent": chance.choice([None, 4, 8, 12, 12.6, 17.1]),
        "supplements_full_time_month": rarely(chance.randint(100, 4000)),
        "other_wage_month": rarely(chance.randint(100, 15_000)),
        "benefit_month": rarely(chance.randint(500, 20_000)),
        "own_atp_month": rarely(chance.choice([33, 66, 99])),
        "ceiling_month": rarely(chance.randint(15_000, 40_000)),
    }


def decimals(fields: dict[str, Any]) -> dict[str, Decimal]:
    """As our rules take them; the peers take them as they are."""
    return {name: Decimal(str(value)) for name, value in fields.items()}


def calculated(month: str, fields: dict[str, Decimal]) -> Result:
    return calculate(Case.from_fields(Month.parse(month), **fields))


def figures(result: Result) -> list[Decimal]:
    """RESULTS to the øre; the law rounds the subsidy and what follows from it to the krone."""
    wage = result.wage
    assert wage.paid_hours_week is not None
    found = {"paid_hours_week": wage.paid_hours_week, "wage_month": wage.month, "subsidy_month": result.subsidy.rounded}
    return [whole_ore(found[name] if name in found else getattr(result, name)) for name in RESULTS]


def in_one_month(all_cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same in the newest month with rates."""
    return [case | {"month": str(newest_month_with_rates())} for case in all_cases]
