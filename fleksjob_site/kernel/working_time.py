"""Full time, which both the target group and the wage ceiling are measured by."""

from decimal import Decimal

FULL_TIME_HOURS_WEEK = Decimal(37)
"""Hours a week: the executive order counts a full-time month as 160.333 hours (BEK 227/2024 § 13, stk. 2)."""
