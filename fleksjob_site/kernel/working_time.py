"""Full-time hours, used for both the capacity conditions and the wage ceiling."""

from decimal import Decimal

FULL_TIME_HOURS_WEEK = Decimal(37)
"""Hours a week. The executive order uses 37, which is 160.333 hours a month (BEK 227/2024 § 13, stk. 2)."""
