"""The employee's own ATP, which is taken off the gross wage and does not count as wage (BEK 227/2024 § 14)."""

from __future__ import annotations

from decimal import Decimal

from fleksjob_site.kernel.text import Kroner

# Kr. a month from 117, 78 and 39 hours a month: the employee's third of 3,564 kr. a year, then two thirds and one third
# of that.
_OWN_ATP = ((Decimal(117), Kroner(99)), (Decimal(78), Kroner(66)), (Decimal(39), Kroner(33)))


def usual_own_atp(hours_week: Decimal) -> Kroner:
    """Own ATP at ordinary private rates since 2024 by all hours at work a week, kr. a month.

    ATP-loven § 15, stk. 6, BEK 1621/2023 §§ 2-3; the hour limits stand in its appendix, which was not read.
    """
    hours = hours_week * 52 / 12
    return next((share for limit, share in _OWN_ATP if hours >= limit), Kroner(0))
