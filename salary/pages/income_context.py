"""What the templates show of an income form: the result, what reaches the account, and what more work gives."""

from functools import lru_cache
from typing import Any

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.statement import Statement
from fleksjob_site.texts.sources import RULES_CHECKED
from salary.law.band import Band, band
from salary.law.calculation import Result, calculate
from salary.law.curve import Curve, curve_of
from salary.law.curve_table import table
from salary.law.goal import goal
from salary.law.kept import FURTHER_WAGE, gains
from salary.law.margin import one_more_hour, raise_by
from salary.law.neighbours import neighbours
from salary.law.net import net_of
from salary.law.rates import month_of_rates, rates_for
from salary.law.roads import Road, roads
from salary.pages.answer import headlines, points_of, steps_to_account
from salary.pages.chart import chart
from salary.pages.forms import IncomeForm
from salary.pages.payslip import example_values
from salary.pages.start import no_rates_message, starting_month


def income_context(form: IncomeForm, today: Month) -> dict[str, Any]:
    """Everything that the form gives, for the templates of its page and of the frame that other sites show."""
    case, pay = form.case, form.pay
    result = calculate(case) if case else None
    # A wage of the month without pay says nothing of hours, so there is no curve and no hour to add.
    curve = curve_of(pay, hours_known=case is not None) if pay else None
    wanted, hours_range = form.amount("goal_month"), form.hours_and_pace_range()
    spread = band(curve, *hours_range) if curve and hours_range else None
    rates_month = month_of_rates(pay.month, assume_newest=pay.assume_newest_rates) if pay else None
    return {
        "form": form,
        "paper_example": example_values(),
        "no_rates_yet": no_rates_message(today) if starting_month(today) != today else None,
        "rates_year": str(starting_month(today).year),
        "rules_checked": RULES_CHECKED,
        "result": result,
        "gets": form.amount("today_month"),
        "band": spread,
        "chart": chart(curve, spread) if curve else None,
        "small_chart": chart(curve, spread, small=True) if curve else None,
        "rows": table(curve) if curve and not form.is_brief else (),
        "goal": goal(curve, wanted) if curve and wanted is not None else None,
        "goal_needs_pay": bool(pay and not curve and wanted is not None),
        "rates_month": rates_month,
        "ceiling_assumed": bool(curve and curve.ceiling_assumed),
        "ceiling": curve.rule.ceiling if curve else None,
        "roads": _roads(rates_month) if rates_month else (),
        "neighbours": _neighbours(pay.month, rates_month) if pay and rates_month else (),
        **_account(form, result, spread, curve),
    }


# The same for everybody in a month.
@lru_cache(maxsize=60)
def _roads(month: Month) -> tuple[Road, ...]:
    return roads(month, rates_for(month))


@lru_cache(maxsize=60)
def _neighbours(month: Month, rates_month: Month) -> tuple[Statement, ...]:
    return neighbours(month, rates_for(rates_month))


def _account(form: IncomeForm, result: Result | None, spread: Band | None, curve: Curve | None) -> dict[str, Any]:
    """What reaches the account, and what is left there of more work."""
    account = form.account
    paid = account.paid(result.wage.month, result.subsidy.rounded) if account and result else None
    net = net_of(paid, account.card) if account and paid and account.card else None
    hour = one_more_hour(curve, curve.here.hours) if curve and curve.here else None
    rise = raise_by(curve) if curve else None
    points = points_of(result, spread, curve)
    return {
        "headlines": headlines(points, account) if points else None,
        "paid": paid,
        "net": net,
        "hour": hour,
        "raise": rise,
        "gains": gains(account, result, hour, curve.at(hour.start.hours + 1) if curve and hour else None, rise),
        "further_wage": FURTHER_WAGE,
        "steps_to_account": steps_to_account(result, paid, net) if result else (),
    }
