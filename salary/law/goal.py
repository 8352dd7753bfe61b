"""What it takes to reach a total: paid hours, hours at work, or hourly wage (LAB §§ 122-123)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from fleksjob_site.kernel.money import exact
from fleksjob_site.kernel.text import N_, Hours, HoursPaid, Kroner, Percent, Text, Value
from salary.law.case import ZERO, Case, HourlyWage, HoursAtWork
from salary.law.curve import Curve
from salary.law.zones import SubsidyRule

_TWO_DECIMALS = Decimal("0.01")


class HoursKey(StrEnum):
    """Which number of hours reaches a goal, or why none does."""

    ENOUGH_WITHOUT_WORK = "no-hour"
    FIRST_HOUR = "first-hour"
    HOURS = "hours"
    CEILING = "ceiling"
    FULL_TIME = "full-time"
    NO_WAGE = "no-wage"


class WageKey(StrEnum):
    """Which pay reaches a goal, or why none does."""

    ENOUGH_WITHOUT_WORK = "no-hour"
    ANY_WAGE = "any-wage"
    WAGE = "wage"
    NO_PAID_HOURS = "no-hours"


@dataclass(frozen=True, slots=True)
class HoursGoal:
    """The fewest hours a week that reach the goal, or why none do.

    The hours are exact, and None where there is no fewest number or none at all; the texts round them up to two
    decimals, so that typing them in reaches the goal. `most` is what full time gives, kr. a month before tax.
    """

    key: HoursKey
    sentence: Text
    remarks: tuple[Text, ...]
    paid_hours_week: Hours | None
    hours_at_work_week: Hours | None
    most: Kroner

    @property
    def reached(self) -> bool:
        return self.key in (HoursKey.ENOUGH_WITHOUT_WORK, HoursKey.FIRST_HOUR, HoursKey.HOURS)


@dataclass(frozen=True, slots=True)
class WageGoal:
    """The lowest pay that reaches the goal at the case's hours, as agreed: without pension on top and supplements.

    Kr. an hour and kr. for a full-time month, unrounded; None where no pay is needed or none is enough.
    """

    key: WageKey
    sentence: Text
    remarks: tuple[Text, ...]
    hourly_wage: Kroner | None
    full_time_wage_month: Kroner | None


@dataclass(frozen=True, slots=True)
class Goal:
    """A total before tax, kr. a month, and the two ways to it; `wage` is None where the hours are not known."""

    total_month: Kroner
    hours: HoursGoal
    wage: WageGoal | None


def goal(curve: Curve, total_month: Decimal | int) -> Goal:
    """What it takes to reach a total of wage and subsidy, kr. a month before tax, on the curve of a case."""
    case = curve.case
    wanted = Kroner(total_month)
    return Goal(
        total_month=wanted,
        hours=_hours_goal(curve, wanted),
        wage=None if curve.here is None else _wage_goal(case, curve, curve.here.hours, wanted),
    )


def _hours_goal(curve: Curve, wanted: Kroner) -> HoursGoal:
    last = curve.at_full_time
    values: dict[str, Value] = {"goal": wanted, "most": last.total, "full_time": curve.full_time_hours}
    needed_wage = curve.rule.wage_for(wanted)
    paid: Decimal | None = None
    remarks: list[Text] = []
    if wanted <= curve.other_wage:
        key, sentence, paid = HoursKey.ENOUGH_WITHOUT_WORK, _OTHER_WAGE_IS_ENOUGH, ZERO
    elif not curve.pay:
        key = HoursKey.NO_WAGE
        sentence = N_(
            "You can't reach {goal} a month before tax: an hour pays nothing, and without a wage there is no subsidy."
        )
    elif needed_wage <= curve.other_wage:
        # However short the first hour is, the subsidy comes with it: there is no fewest number of hours.
        key, sentence = HoursKey.FIRST_HOUR, N_("You reach {goal} a month before tax with the first paid hour.")
    elif needed_wage <= last.all_wage:
        paid = (
            curve.full_time_hours
            if needed_wage == last.all_wage
            else (needed_wage - curve.other_wage + curve.own_atp) / curve.pay
        )
        values["paid"] = HoursPaid(rounded_up(paid))
        key, sentence = HoursKey.HOURS, N_("You reach {goal} a month before tax at {paid} a week.")
    else:
        total_without_ceiling = Kroner(last.all_wage + curve.rule.before_ceiling(last.all_wage))
        # If the full-time wage alone is above the ceiling, the wage is too low for the goal, not the ceiling.
        limited_by_ceiling = (
            total_without_ceiling > last.total
            and curve.rule.ceiling is not None
            and last.all_wage <= curve.rule.ceiling
        )
        key = HoursKey.CEILING if limited_by_ceiling else HoursKey.FULL_TIME
        sentence = (
            N_(
                "You can't reach {goal} a month before tax with more hours. The wage ceiling holds wage and subsidy at "
                "{most} together."
            )
            if limited_by_ceiling
            else N_("You can't reach {goal} a month before tax with more hours. Full time, {full_time}, gives {most}.")
        )
        if limited_by_ceiling and wanted > total_without_ceiling:
            beyond = N_("Even without the wage ceiling, full time gives at most {uncut} a month before tax.")
            remarks.append(Text(beyond, {"uncut": total_without_ceiling}))
        elif limited_by_ceiling and curve.ceiling_assumed:
            remarks.append(
                Text(
                    N_(
                        "The wage ceiling is assumed. With a higher one you could get up to {uncut} a month before tax."
                    ),
                    {"uncut": total_without_ceiling},
                )
            )
    pace = _pace(curve)
    at_work = None if paid is None or not pace else Hours(paid * 100 / pace)
    if at_work and pace:
        remarks.append(_at_work_remark(pace, at_work))
        if at_work > curve.full_time_hours:
            remarks.append(Text(N_("That is more hours at work than full time, {full_time} a week."), values))
    return HoursGoal(
        key=key,
        sentence=Text(sentence, values),
        remarks=tuple(remarks),
        paid_hours_week=None if paid is None else Hours(paid),
        hours_at_work_week=at_work,
        most=last.total,
    )


def _pace(curve: Curve) -> Decimal | None:
    """The pace at which paid hours become hours at work (LAB § 122, stk. 2), where it is known."""
    work = curve.case.work
    return work.pace_percent if isinstance(work, HoursAtWork) and curve.here else None


def _at_work_remark(pace: Decimal, at_work: Hours) -> Text:
    return Text(
        N_("At a pace of {pace} that is {at_work} at work a week."),
        {"pace": Percent(pace), "at_work": Hours(rounded_up(at_work))},
    )


def _wage_goal(case: Case, curve: Curve, hours: Hours, wanted: Kroner) -> WageGoal:
    values: dict[str, Value] = {"goal": wanted, "paid": HoursPaid(hours), "ceiling": curve.rule.ceiling or Kroner(0)}
    if wanted <= curve.other_wage:
        return WageGoal(WageKey.ENOUGH_WITHOUT_WORK, Text(_OTHER_WAGE_IS_ENOUGH, values), (), None, None)
    if not hours:
        sentence = N_("Without paid hours, no hourly wage gives {goal} a month before tax.")
        return WageGoal(WageKey.NO_PAID_HOURS, Text(sentence, values), (), None, None)
    supplements = case.supplements_full_time_month / case.full_time_hours_week
    pay = _lowest_pay(curve, hours, wanted) - supplements
    if exact(pay) <= 0:
        sentence = N_("With {paid} a week, any hourly wage gives {goal} a month before tax.")
        return WageGoal(WageKey.ANY_WAGE, Text(sentence, values), (), None, None)
    with_pension = 100 + case.pension_on_top_percent
    hourly = Kroner(exact(pay * 1200 / (52 * with_pension)))
    values["hourly"] = Kroner(rounded_up(hourly))
    remarks = []
    if curve.ceiling_assumed:
        remarks.append(Text(N_("We assume that the assumed wage ceiling follows the wage.")))
    elif _higher_ceiling_helps(curve.rule, wanted):
        stays = N_("We assume that the wage ceiling stays at {ceiling}. If it rises too, a lower wage can be enough.")
        remarks.append(Text(stays, values))
    if case.pension_on_top_percent:
        remarks.append(Text(N_("That is the wage without the pension on top.")))
    full_time_wage = Kroner(exact(pay * 100 * case.full_time_hours_week / with_pension))
    values["full_time_wage"] = Kroner(rounded_up(full_time_wage))
    # The answer is in the kind of wage that was typed.
    sentence = (
        N_("With {paid} a week you reach {goal} a month before tax at {hourly} an hour.")
        if isinstance(case.work.pay, HourlyWage)
        else N_("With {paid} a week you reach {goal} a month before tax at {full_time_wage} for a full-time month.")
    )
    return WageGoal(WageKey.WAGE, Text(sentence, values), tuple(remarks), hourly, full_time_wage)


def _higher_ceiling_helps(rule: SubsidyRule, wanted: Kroner) -> bool:
    """True where a higher ceiling would leave a subsidy at the goal, so that less than the goal in wage is enough."""
    if rule.ceiling is None or wanted <= rule.ceiling:
        return False
    return exact(rule.wage_for_before_ceiling(wanted)) < exact(wanted)


def _lowest_pay(curve: Curve, hours: Hours, wanted: Kroner) -> Decimal:
    """Kr. a month for each paid hour a week with which the goal is reached at these hours.

    An assumed ceiling is the full-time wage of the same pay. So either the wage alone reaches the goal, or wage and
    reduced subsidy do and the ceiling does too.
    """
    rule, independent_of_pay = curve.rule, curve.other_wage - curve.own_atp
    if not curve.ceiling_assumed:
        return (rule.wage_for(wanted) - independent_of_pay) / hours
    alone = (wanted - independent_of_pay) / hours
    with_subsidy = (rule.wage_for_before_ceiling(wanted) - independent_of_pay) / hours
    return min(alone, max(with_subsidy, wanted / curve.full_time_hours))


def rounded_up(value: Decimal) -> Decimal:
    """Two decimals, rounded up, after exact() has cut the tail of a division: 20 would otherwise become 20.01."""
    return exact(value).quantize(_TWO_DECIMALS, ROUND_CEILING)


_OTHER_WAGE_IS_ENOUGH = N_(
    "Your other wage alone gives {goal} a month before tax. No hours in the flexi-job are needed."
)
