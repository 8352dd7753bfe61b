"""The month's wage and subsidy as a piecewise linear function of the paid hours a week (LAB §§ 122-123).

Wage is linear in the hours, so the curve is the rule of `salary.law.zones` drawn over hours instead of
kroner. Only `subsidy_month` and `total_month` of a point are rounded, as they are paid.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from fleksjob_site.kernel.money import exact, whole_kroner
from fleksjob_site.kernel.text import N_, Hours, HoursPaid, Kroner, Text, Value
from salary.law import kink_words
from salary.law.case import ZERO, Case, MonthWage
from salary.law.kink_words import Earned, earned
from salary.law.rates import rates_of
from salary.law.zones import SubsidyRule, Zone, ZoneKey, subsidy_rule, zone_without_wage


@dataclass(frozen=True, slots=True)
class Point:
    """The amounts for some paid hours a week, kr. a month before tax; `wage` is from the fleksjob, with all pension."""

    hours: Hours
    wage: Kroner
    other_wage: Kroner
    subsidy: Kroner

    @property
    def all_wage(self) -> Kroner:
        return Kroner(self.wage + self.other_wage)

    @property
    def total(self) -> Kroner:
        return Kroner(self.wage + self.other_wage + self.subsidy)

    @property
    def subsidy_month(self) -> Kroner:
        """The subsidy rounded to whole kroner, as it is paid (BEK 227/2024 § 2, stk. 1)."""
        return Kroner(whole_kroner(self.subsidy))

    @property
    def total_month(self) -> Kroner:
        """Wage and the rounded subsidy, as the calculation shows it."""
        return Kroner(self.all_wage + self.subsidy_month)


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight piece of the curve. The first starts just above 0 hours, so it includes the subsidy already."""

    zone: Zone
    start: Point
    end: Point


class KinkKey(StrEnum):
    """Why the slope of the curve changes."""

    THRESHOLD = "threshold"
    CEILING_FROM = "ceiling-from"
    CEILING_TO = "ceiling-to"
    SUBSIDY_GONE = "subsidy-gone"


@dataclass(frozen=True, slots=True)
class Kink:
    """A place where the slope of the curve changes."""

    key: KinkKey
    name: Text
    sentence: Text
    point: Point
    before: Zone
    after: Zone


@dataclass(frozen=True, slots=True)
class Curve:
    """Wage, subsidy and total over 0 to `full_time_hours` paid hours a week.

    `pay` is kr. a month for each paid hour a week, with pension on top and supplements. `ceiling_assumed` says that
    the ceiling of the rule is the full-time wage that follows from this pay. `jump` is the subsidy that comes with
    the first hour. `other_wage` includes the surplus of a side business. `own_atp` is taken off the wage, kr. a month
    at any hours. `here` is the point of the case itself, None where its hours are not known.
    """

    case: Case
    rule: SubsidyRule
    pay: Decimal
    other_wage: Kroner
    own_atp: Kroner
    full_time_hours: Hours
    ceiling_assumed: bool
    jump: Kroner
    segments: tuple[Segment, ...]
    kinks: tuple[Kink, ...]
    here: Point | None

    def at(self, hours: Decimal) -> Point:
        """The point of some paid hours a week, also beyond full time."""
        return point_at(self.rule, self.pay, self.other_wage, hours, self.own_atp)

    @property
    def at_full_time(self) -> Point:
        return self.segments[-1].end

    def zone_at(self, hours: Decimal) -> Zone:
        """The zone just above these hours."""
        return self.rule.zone_at(self.at(hours).all_wage) if self.pay else zone_without_wage()


def paid_hours_of(case: Case) -> Hours | None:
    """Paid hours a week; for the wage of a month with a known pay, the hours it pays for; else None."""
    if not isinstance(case.work, MonthWage):
        return case.work.paid_hours_week
    pay = case.pay_per_weekly_hour
    return Hours(case.work.amount * (100 + case.pension_on_top_percent) / 100 / pay) if pay else None


def curve_of(case: Case, *, ceiling_applies: bool = True, hours_known: bool = True) -> Curve | None:
    """The curve of a case; None where only the month's wage is known, NoRates where no rates cover its month.

    Without `ceiling_applies` it is drawn as if no ceiling were known, which is the most that a higher one can give.
    Without `hours_known` the hours of the case are not used.
    """
    pay = case.pay_per_weekly_hour
    if pay is None:
        return None
    full_time, other = Hours(case.full_time_hours_week), Kroner(case.other_income_month)
    stated = case.ceiling_month
    ceiling = exact(pay * full_time if stated is None else stated) if ceiling_applies else None
    rule = subsidy_rule(rates_of(case), ceiling)
    own_atp = Kroner(case.own_atp_month)
    segments = _segments(rule, pay, other, full_time, own_atp)
    hours = paid_hours_of(case) if hours_known else None
    return Curve(
        case=case,
        rule=rule,
        pay=pay,
        other_wage=other,
        own_atp=own_atp,
        full_time_hours=full_time,
        ceiling_assumed=ceiling_applies and stated is None,
        jump=segments[0].start.subsidy,
        segments=segments,
        kinks=_kinks(rule, segments, earned(case)),
        here=None if hours is None else point_at(rule, pay, other, hours, own_atp),
    )


def point_at(rule: SubsidyRule, pay: Decimal, other_wage: Kroner, hours: Decimal, own_atp: Kroner) -> Point:
    """The point of some paid hours a week at a pay of kr. a month for each of them, less own ATP, under a rule."""
    wage = Kroner(max(ZERO, exact(pay * hours) - own_atp))
    # Without a wage from the fleksjob there is no subsidy (LAB § 122, stk. 1, § 123, stk. 1).
    return Point(Hours(hours), wage, other_wage, rule.subsidy(wage + other_wage) if wage else Kroner(0))


def _segments(rule: SubsidyRule, pay: Decimal, other: Kroner, full_time: Hours, own_atp: Kroner) -> tuple[Segment, ...]:
    last = point_at(rule, pay, other, full_time, own_atp)
    if not pay:
        return (Segment(zone_without_wage(), point_at(rule, pay, other, ZERO, own_atp), last),)
    start = Point(Hours(own_atp / pay), Kroner(0), other, rule.subsidy(other))
    segments = []
    # The limits of zones are compared in kroner, through exact() like every amount: compared in hours, a ceiling of
    # exactly full time could fall just beyond it.
    for zone, following in pairwise((*rule.zones, None)):
        assert zone is not None
        if following is not None and following.wage_from <= other:
            continue
        if following is None or following.wage_from >= last.all_wage:
            segments.append(Segment(zone, start, last))
            break
        end = point_at(rule, pay, other, (following.wage_from - other + own_atp) / pay, own_atp)
        segments.append(Segment(zone, start, end))
        start = end
    return tuple(segments)


def _kinks(rule: SubsidyRule, segments: tuple[Segment, ...], pay: Earned) -> tuple[Kink, ...]:
    """Where one straight piece meets the next, full time itself included."""
    kinks = [_kink(rule, pay, earlier.zone, later.zone, later.start) for earlier, later in pairwise(segments)]
    last = segments[-1]
    beyond = rule.zone_at(last.end.all_wage)
    if last.zone.key != ZoneKey.NO_WAGE and beyond.key != last.zone.key:
        kinks.append(_kink(rule, pay, last.zone, beyond, last.end))
    return tuple(kinks)


def _kink(rule: SubsidyRule, pay: Earned, before: Zone, after: Zone, point: Point) -> Kink:
    values: dict[str, Value] = {
        "hours": HoursPaid(point.hours),
        "threshold": rule.threshold,
        "ceiling": rule.ceiling or Kroner(0),
        "kept": after.kept_ore,
    }
    if after.key == ZoneKey.ABOVE_THRESHOLD:
        key, name = KinkKey.THRESHOLD, N_("More is taken off")
        sentence = kink_words.THRESHOLD
    elif after.key == ZoneKey.CEILING:
        key, name = KinkKey.CEILING_FROM, N_("The wage ceiling takes over")
        sentence = kink_words.CEILING_FROM
    elif before.key == ZoneKey.CEILING:
        key, name = KinkKey.CEILING_TO, kink_words.CEILING_TO_NAMES[pay]
        sentence = kink_words.CEILING_TO
    else:
        key, name = KinkKey.SUBSIDY_GONE, N_("The subsidy is gone")
        sentence = kink_words.SUBSIDY_GONE
    return Kink(key, Text(name), Text(sentence[pay], values), point, before, after)
