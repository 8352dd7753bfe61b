"""Limits on input, shared by the forms and the API; amounts are in kr."""

from decimal import Decimal

MAX_HOURS_WEEK = Decimal(168)
MAX_HOURS_MONTH = MAX_HOURS_WEEK * 52 / 12
MIN_PAID_HOURS_WEEK = Decimal("0.01")
"""Fewer count as none: dividing a wage by them would lose precision. Only the API accepts so few."""
MIN_PACE_PERCENT, MAX_PACE_PERCENT = Decimal(1), Decimal(100)
MAX_AMOUNT = Decimal(1_000_000)

MAX_PENSION_PERCENT = Decimal(100)
MAX_OWN_PENSION_PERCENT = Decimal(50)
MAX_TAX_PERCENT = Decimal(100)
MAX_OWN_ATP_MONTH = Decimal(1000)
MIN_FULL_TIME_HOURS_WEEK = Decimal(1)

LIKELY_A_MONTHLY_WAGE = Decimal(2000)
"""Kr. an hour: above it, an hourly wage is more likely a month's wage in the wrong field."""

MAX_MONTHS_WITHOUT_RATES = 24
"""How far beyond the newest rates they may stand in for those of a month: as many months as a year's table holds. The
rates rise every January, so further on more than two rises would be missing."""
LIKELY_AN_HOURLY_WAGE = Decimal(2000)
"""Kr. for a full-time month or a wage ceiling: below it, the amount is more likely a wage an hour."""
LIKELY_AN_HOURLY_OWN_WAGE = Decimal(300)
"""Kr. of one's own wage in a month: below it, more likely a wage an hour; 1,000 kr. is right for 1½ hours a week."""
LIKELY_A_YEARLY_WAGE = Decimal(150_000)
"""Kr. for a full-time month or a wage ceiling: above it, the amount is more likely a wage for a year."""
LIKELY_PER_PAID_HOUR = Decimal(600)
"""Kr. of one's own wage for each paid hour: above it, more likely the wage of a full-time month. Few are paid more, and
a wage of 25,000 kr. for 12 hours at half pace would be 962 kr."""
LIKELY_A_YEARLY_OWN_WAGE = Decimal(75_000)
"""Kr. of one's own wage in a month: above it, more likely a wage for a year; no subsidy is left long before it."""

MAX_HOLIDAY_DAYS = 25
"""Days of holiday, paid or with ledighedsydelse (BEK 227/2024 § 10, stk. 1)."""
MAX_DAYS_IN_JOB = 23
"""Working days in the longest month."""
