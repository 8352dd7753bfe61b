"""Remarks on a checked month besides the verdict: what is unsettled, and whether ATP fits."""

from __future__ import annotations

from fleksjob_site.kernel.text import N_, Kroner, Text, Value
from salary.law.contributions import atp_of
from salary.law.one_month import AVERAGE_MONTH_FROM
from salary.law.payout.due import Due
from salary.law.payout.month import PaidMonth
from salary.law.rates import rates_for


def remarks_on(paid: PaidMonth, dues: tuple[Due, ...], *, fits: bool) -> list[Text]:
    """What is open about the month's rates, ceiling and days, and whether ATP fits what was paid."""
    month, remarks = paid.month, []
    values: dict[str, Value] = {"month": month, "next_month": month.plus(months=1)}
    if rates_for(month).valid_to == month:
        remarks.append(Text(TWO_RATES if len(dues) > 1 else NEXT_RATES_UNKNOWN, values))
    if dues[0].ceiling_is_open:
        if paid.once_parts_month and paid.ceiling.once_month is None:
            remarks.append(Text(ONCE_IS_NOT_KNOWN))
        elif paid.ceiling.stated_month is not None:
            remarks.append(Text(OLD_CEILING, values))
        elif fits:
            remarks.append(Text(THE_MOST))
    if month < AVERAGE_MONTH_FROM and (paid.days_in_job is not None or paid.holiday_unemployment_days):
        remarks.append(Text(PARTS_BEFORE_2022))
    if paid.care_pay_month and dues[0].income.all_wage > dues[0].result.rates.threshold_month.amount:
        remarks.append(Text(THRESHOLD_OF_CARE_PAY))
    if paid.paid_atp_month is not None:
        by_the_act = atp_of(Kroner(paid.paid_subsidy_month), dues[0].result.rates)
        also_read = atp_of(Kroner(dues[0].result.subsidy.before_ceiling), dues[0].result.rates)
        if all(abs(paid.paid_atp_month - right) > 1 for right in (by_the_act, also_read)):
            remarks.append(Text(ATP, {"paid": Kroner(paid.paid_atp_month), "atp": by_the_act}))
    return remarks


TWO_RATES = N_(
    "It is not settled whether the rates for {month} or for {next_month} apply to the wage for {month}. A payout "
    "based on either of them is not called wrong here."
)
NEXT_RATES_UNKNOWN = N_(
    "It is not settled whether the rates for {month} or for {next_month} apply to the wage for {month}. Those for "
    "{next_month} are not known here, so we use those for {month}."
)
THE_MOST = N_("This is the most the rules can give you. With a low wage ceiling it would be less.")
OLD_CEILING = N_(
    "In {month} less income counted against the wage ceiling than today: other wage only since July 2014, and benefit "
    "and holiday money only since 2024. Under today's rules the subsidy is the lower amount, and under the rules of "
    "that time it can be up to the higher."
)
ATP = N_("The ATP withheld, {paid}, does not match the subsidy that was paid. Under the rules it would be {atp}.")
ONCE_IS_NOT_KNOWN = N_(
    "Some of the pay in this month is for the whole year. The wage ceiling is higher in this month by the amount of "
    "such pay in the full-time wage. Ask your employer how much that is, and enter it."
)
PARTS_BEFORE_2022 = N_(
    "A month has counted as 21.6667 working days since April 2022. For earlier months we allow for 20 to 23 days."
)
THRESHOLD_OF_CARE_PAY = N_(
    "The rules do not say whether the threshold is used once for all income, or once for wage and once for "
    "compensation for lost earnings or care allowance. A payout worked out either way is not called wrong here."
)
