"""What one more paid hour and a raise change, exactly and in closed form (LAB §§ 122-123, BEK 227/2024 § 13)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate, pairwise

from fleksjob_site.kernel.money import exact
from fleksjob_site.kernel.text import N_, HoursPaid, Kroner, Text, Value
from salary.law.case import ZERO, Case, FullTimeWage, HourlyWage
from salary.law.curve import Curve, Kink, Point, point_at
from salary.law.rates import rates_of
from salary.law.zones import SubsidyRule, Zone, ZoneKey, subsidy_rule


@dataclass(frozen=True, slots=True)
class Part:
    """The part of the further wage that falls in one zone, and what is kept of it, kr. a month."""

    zone: Zone
    wage: Kroner
    kept: Kroner


@dataclass(frozen=True, slots=True)
class OneMoreHour:
    """What one more paid hour a week changes, kr. a month before tax, unrounded.

    `total` is `jump`, the subsidy that comes with a first hour, and what is kept of each part. `subsidy` is usually
    negative. `zone` is where the next krone falls; `next_kink` is None where the curve has none left before full time.
    """

    start: Point
    wage: Kroner
    jump: Kroner
    parts: tuple[Part, ...]
    subsidy: Kroner
    total: Kroner
    zone: Zone
    next_kink: Kink | None

    @property
    def sentences(self) -> tuple[Text, ...]:
        """What is kept of each krone of the hour, and from which hours on where that changes within it."""
        if len(self.parts) < 2:
            return (self.zone.sentence,)
        ends = list(accumulate((part.wage for part in self.parts), initial=ZERO))
        at = [HoursPaid(self.start.hours + exact(end / self.wage)) for end in ends]
        first, *later = self.parts
        known: dict[str, Value] = {"hours": at[1], "kept": first.zone.kept_ore}
        until = _UNTIL_NOTHING if not first.zone.kept else _UNTIL
        return (
            Text(until, known),
            *(_from_there(part.zone, hours) for part, hours in zip(later, at[1:], strict=False)),
        )


_UNTIL = N_("Up to {hours} a week you keep {kept} øre of each extra krone before tax.")
_UNTIL_NOTHING = N_("Up to {hours} a week your total does not change.")
_FROM_THERE = {
    ZoneKey.ABOVE_THRESHOLD: N_("From {hours} a week you keep {kept} øre of each extra krone."),
    ZoneKey.CEILING: N_(
        "From {hours} a week wage and subsidy have reached the wage ceiling, and you keep nothing more."
    ),
    ZoneKey.NO_SUBSIDY: N_("From {hours} a week no subsidy is left, and you keep all of each extra krone."),
}


def _from_there(zone: Zone, hours: HoursPaid) -> Text:
    return Text(_FROM_THERE[zone.key], {"hours": hours, "kept": zone.kept_ore})


def one_more_hour(curve: Curve, hours: Decimal) -> OneMoreHour:
    """The effect of the hour after these paid hours a week; beyond full time the same rules go on."""
    start, end = curve.at(hours), curve.at(hours + 1)
    wage = Kroner(end.wage - start.wage)
    jump = Kroner(0) if start.wage else curve.jump
    parts = _parts(curve.rule, start.all_wage, end.all_wage)
    total = Kroner(jump + sum((part.kept for part in parts), ZERO))
    return OneMoreHour(
        start=start,
        wage=wage,
        jump=jump,
        parts=parts,
        subsidy=Kroner(total - wage),
        total=total,
        zone=curve.zone_at(hours),
        next_kink=next((kink for kink in curve.kinks if kink.point.all_wage > start.all_wage), None),
    )


def _parts(rule: SubsidyRule, start: Kroner, end: Kroner) -> tuple[Part, ...]:
    """The wage from `start` to `end` shared out over the zones that it passes."""
    parts = []
    for zone, following in pairwise((*rule.zones, None)):
        assert zone is not None
        lowest = max(start, zone.wage_from)
        highest = end if following is None else min(end, following.wage_from)
        if lowest < highest:
            wage = Kroner(highest - lowest)
            parts.append(Part(zone, wage, Kroner(exact(zone.kept * wage))))
    return tuple(parts)


@dataclass(frozen=True, slots=True)
class RaiseEffect:
    """What a raise changes under one ceiling, kr. a month before tax.

    `ceiling_month` and `after` are the state after the raise; `subsidy` and `total` are changes.
    """

    ceiling_month: Kroner
    after: Point
    subsidy: Kroner
    total: Kroner
    sentence: Text


@dataclass(frozen=True, slots=True)
class Raise:
    """A raise at the same paid hours, before tax, in kr. a month with pension; `kroner_per_hour` is without it.

    `reported` is the effect when the employer reports the new full-time wage to the municipality, so that the ceiling
    follows it, as an assumed one always does. `unreported` is the
    effect while a stated ceiling stays as it is; None where the ceiling is assumed.
    """

    kroner_per_hour: Kroner
    before: Point
    wage: Kroner
    full_time_wage: Kroner
    reported: RaiseEffect
    unreported: RaiseEffect | None


def raise_by(curve: Curve, kroner_per_hour: Decimal | int = 5) -> Raise | None:
    """The effect of a raise, kr. an hour; None without known hours (LAB § 123, stk. 3, BEK 227/2024 § 12, stk. 1)."""
    case = curve.case
    if curve.here is None or curve.rule.ceiling is None:
        return None
    pay = _raised(case, Decimal(kroner_per_hour)).pay_per_weekly_hour
    assert pay is not None
    before, hours = curve.here, curve.here.hours
    wage = Kroner(exact(pay * hours) - exact(curve.pay * hours))
    full_time_wage = Kroner(exact(pay * curve.full_time_hours) - exact(curve.pay * curve.full_time_hours))
    known: dict[str, Value] = {"raise": Kroner(kroner_per_hour), "wage": wage}
    raised_ceiling = Kroner(curve.rule.ceiling + full_time_wage)

    def effect(ceiling: Kroner, sentence: str) -> RaiseEffect:
        after = point_at(subsidy_rule(rates_of(case), ceiling), pay, curve.other_wage, hours, curve.own_atp)
        total = Kroner(after.total - before.total)
        return RaiseEffect(
            ceiling_month=ceiling,
            after=after,
            subsidy=Kroner(after.subsidy - before.subsidy),
            total=total,
            sentence=Text(sentence, {**known, "ceiling": ceiling, "total": total}),
        )

    if curve.ceiling_assumed:
        follows = N_(
            "A pay rise of {raise} an hour is {wage} more in wage a month, pension included. The assumed wage ceiling "
            "rises with it. Your total rises by {total} a month before tax."
        )
        return Raise(Kroner(kroner_per_hour), before, wage, full_time_wage, effect(raised_ceiling, follows), None)
    reported = N_(
        "If your employer tells the municipality the new full-time wage, the wage ceiling rises to {ceiling}. Then "
        "your total rises by {total} a month before tax."
    )
    unreported = effect(
        curve.rule.ceiling,
        N_(
            "If your employer does not do so, the wage ceiling stays at {ceiling}. Then your total rises by {total} a "
            "month before tax."
        ),
    )
    if wage and not unreported.total:
        nothing_kept = N_(
            "If your employer does not do so, the wage ceiling stays at {ceiling}. Then your total does not change: "
            "the subsidy falls by as much as the wage rises."
        )
        unreported = replace(unreported, sentence=Text(nothing_kept, unreported.sentence.values))
    return Raise(
        kroner_per_hour=Kroner(kroner_per_hour),
        before=before,
        wage=wage,
        full_time_wage=full_time_wage,
        reported=effect(raised_ceiling, reported),
        unreported=unreported,
    )


def _raised(case: Case, kroner_per_hour: Decimal) -> Case:
    """The case with a higher pay; a full-time pay rises by the raise for a full-time month of 52/12 weeks."""
    match case.work.pay:
        case HourlyWage(amount):
            return case.with_pay(HourlyWage(amount + kroner_per_hour))
        case FullTimeWage(amount):
            return case.with_pay(FullTimeWage(amount + kroner_per_hour * case.full_time_hours_week * 52 / 12))
    raise ValueError("a case with a curve has a pay")
