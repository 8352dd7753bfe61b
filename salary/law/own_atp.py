"""The employee's own ATP: a third of all, by hours at work, and no part of the wage that counts (BEK 227/2024 § 14)."""

from __future__ import annotations

from decimal import Decimal

from fleksjob_site.kernel.text import Kroner
from salary.law.figure import NamedFigure
from salary.law.rates import Rates

# Hours a month. They stand in the appendix of BEK 1621/2023, which was not read: practice.
FROM_HOURS_A_MONTH = (
    (Decimal(117), "own_atp_full_month"),
    (Decimal(78), "own_atp_two_thirds_month"),
    (Decimal(39), "own_atp_one_third_month"),
)


def usual_own_atp(hours_week: Decimal, rates: Rates) -> Kroner | None:
    """Own ATP at ordinary private rates by all hours at work a week, kr. a month; None before 2024, where not known.

    ATP-loven § 15, stk. 4 and 6, BEK 1621/2023 §§ 2-3.
    """
    if rates.own_atp_full_month is None:
        return None
    figure = own_atp_figure(hours_week, rates)
    return Kroner(figure.value if figure else 0)


def own_atp_figure(hours_week: Decimal, rates: Rates) -> NamedFigure | None:
    """The rate that these hours a week give; None below the lowest limit, where nothing is paid."""
    hours = hours_week * 52 / 12
    key = next((key for limit, key in FROM_HOURS_A_MONTH if hours >= limit), None)
    return rates.named(key) if key else None
