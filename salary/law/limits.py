"""What an input can be; the form and the API ask for the same."""

from decimal import Decimal

HIGHEST_HOURS_WEEK = Decimal(168)
FEWEST_HOURS_WEEK = Decimal("0.01")
"""Fewer, which only the API can be sent, are none: a wage divided by them has more digits than can be counted on."""
LOWEST_EFFICIENCY, HIGHEST_EFFICIENCY = Decimal(1), Decimal(100)
HIGHEST_AMOUNT = Decimal(1_000_000)

HIGHEST_PENSION_PERCENT = Decimal(100)
HIGHEST_OWN_PENSION_PERCENT = Decimal(50)
HIGHEST_OWN_ATP = Decimal(1000)
MIN_FULL_TIME_HOURS_WEEK = Decimal(1)

LIKELY_A_MONTHLY_WAGE = Decimal(2000)
"""Above this, an hourly wage is more likely a month's wage in the wrong field."""

MAX_HOLIDAY_DAYS = 25
"""Days of holiday with ledighedsydelse and paid ones, together (BEK 227/2024 § 10, stk. 1)."""
MAX_DAYS_IN_JOB = 23
"""The longest month has so many working days."""
