"""What an input can be; the form and the API ask for the same."""

from decimal import Decimal

HIGHEST_HOURS_WEEK = Decimal(168)
LOWEST_EFFICIENCY, HIGHEST_EFFICIENCY = Decimal(1), Decimal(100)
HIGHEST_AMOUNT = Decimal(1_000_000)

HIGHEST_PENSION_PERCENT = Decimal(100)
SHORTEST_FULL_TIME_WEEK = Decimal(1)

LIKELY_A_MONTHLY_WAGE = Decimal(2000)
"""Above this, an hourly wage is more likely a month's wage in the wrong field."""
