"""Brute force against the closed forms: every period, twenty random cases each, unrounded amounts."""

from decimal import Decimal
from random import Random

import pytest

from salary.law.calculation import calculate
from salary.law.case import Case
from salary.law.curve import Curve, curve_of
from salary.law.curve_table import table
from salary.law.goal import goal
from salary.law.margin import one_more_hour, raise_by
from salary.law.rates import Rates
from tests.salary.law.any_curve import CLOSE, PERIODS, cases_of, lies_in, paid, total_by_law, turns, wages

KRONER, ORE = Decimal(50), Decimal("0.01")

every_period = pytest.mark.parametrize("rates", PERIODS, ids=lambda rates: str(rates.valid_from))


def drawn(case: Case) -> Curve:
    curve = curve_of(case)
    assert curve is not None
    return curve


def law(curve: Curve, rates: Rates, wage: Decimal) -> Decimal:
    return total_by_law(rates, wage, curve.other_wage, curve.rule.ceiling)


@every_period
def test_the_curve_is_the_calculation_at_every_row_of_the_table(rates: Rates) -> None:
    for case in cases_of(rates):
        for row in table(drawn(case)):
            found = calculate(paid(case, row.point.hours))
            assert row.point.wage == found.wage.month
            assert row.point.all_wage == found.subsidy.all_wage
            assert row.point.subsidy == found.subsidy.unrounded
            assert row.point.subsidy_month == found.subsidy.rounded
            assert row.point.total_month == found.total_month


@every_period
def test_steps_of_50_kroner_and_of_1_ore_find_the_kinks_of_the_formulas_and_no_others(rates: Rates) -> None:
    for case in cases_of(rates):
        curve = drawn(case)
        last = curve.at_full_time.wage
        # Just above nothing, for at nothing lies the jump; and two steps beyond full time, for a kink may lie there.
        steps = [*wages(ORE, last, KRONER), last + KRONER, last + 2 * KRONER]
        totals = [law(curve, rates, wage) for wage in steps]
        for wage, total in zip(steps, totals, strict=False):
            assert abs(curve.at(wage / curve.pay).total - total) < CLOSE
        found = [step for step in turns(steps, totals) if step[1] <= last]
        kinks = [kink for kink in curve.kinks if kink.point.wage > ORE]
        assert all(any(lies_in(kink.point.wage, step) for kink in kinks) for step in found)
        for kink in kinks:
            place = kink.point.wage
            assert any(lies_in(place, step) for step in found)
            fine = wages(max(ORE, (place - 1).quantize(ORE)), (place + 1).quantize(ORE), ORE)
            near = turns(fine, [law(curve, rates, wage) for wage in fine])
            assert any(lies_in(place, step) for step in near)
            after = law(curve, rates, place + ORE / 2) - law(curve, rates, place)
            before = law(curve, rates, place) - law(curve, rates, place - ORE / 2)
            assert abs(before - kink.before.kept * ORE / 2) < CLOSE
            assert abs(after - kink.after.kept * ORE / 2) < CLOSE
            assert kink.key == named(before, after)


def named(before: Decimal, after: Decimal) -> str:
    """The key of a kink by what is kept of half an øre on its two sides."""
    at_ceiling = abs(before) < CLOSE
    if after > Decimal("0.0048"):
        return "ceiling-to" if at_ceiling else "subsidy-gone"
    return "ceiling-from" if abs(after) < CLOSE else "threshold"


@every_period
def test_the_pieces_of_the_curve_follow_each_other_from_no_hours_to_full_time(rates: Rates) -> None:
    for case in cases_of(rates):
        curve = drawn(case)
        assert (curve.segments[0].start.hours, curve.segments[-1].end.hours) == (0, case.full_time_hours_week)
        assert abs(curve.other_wage + curve.jump - law(curve, rates, Decimal("1E-14"))) < CLOSE
        assert curve.segments[0].start.total == curve.other_wage + curve.jump
        for earlier, later in zip(curve.segments, curve.segments[1:], strict=False):
            assert earlier.end == later.start
        for segment in curve.segments:
            assert segment.start.hours < segment.end.hours
            kept = segment.zone.kept * (segment.end.wage - segment.start.wage)
            assert abs(segment.end.total - segment.start.total - kept) < CLOSE


@every_period
def test_one_more_hour_changes_what_two_calculations_differ_by(rates: Rates) -> None:
    random = Random(f"hours {rates.valid_from}")
    for case in cases_of(rates):
        curve = drawn(case)
        for hours in (Decimal(0), *(Decimal(random.randint(1, 3900)) / 100 for _ in range(4))):
            found = one_more_hour(curve, hours)
            now, then = calculate(paid(case, hours)), calculate(paid(case, hours + 1))
            assert found.wage == then.wage.month - now.wage.month
            assert abs(found.subsidy - (then.subsidy.unrounded - now.subsidy.unrounded)) < CLOSE
            assert abs(found.total - (found.wage + then.subsidy.unrounded - now.subsidy.unrounded)) < CLOSE
            assert sum(part.wage for part in found.parts) == found.wage
            further = found.start.wage + ORE
            if hours and not any(found.start.wage < kink.point.wage < further for kink in curve.kinks):
                kept = law(curve, rates, further) - law(curve, rates, found.start.wage)
                assert abs(kept - found.zone.kept * ORE) < CLOSE
            ahead = [kink for kink in curve.kinks if kink.point.hours > hours]
            assert found.next_kink == (ahead[0] if ahead else None)


@every_period
def test_a_raise_changes_what_two_calculations_differ_by(rates: Rates) -> None:
    for case in cases_of(rates):
        curve = drawn(case)
        found = raise_by(curve, 5)
        assert found is not None
        factor = Decimal(5) * 52 / 12 * (100 + case.pension_on_top_percent) / 100
        hours = found.before.hours
        wage = curve.pay * hours + factor * hours
        lifted = curve.rule.ceiling + factor * case.full_time_hours_week
        before = calculate(case)
        assert abs(found.wage - factor * hours) < CLOSE
        assert abs(found.full_time_wage - factor * case.full_time_hours_week) < CLOSE
        assert found.before.total == before.subsidy.all_wage + before.subsidy.unrounded
        reported = total_by_law(rates, wage, curve.other_wage, lifted)
        assert abs(found.reported.ceiling_month - lifted) < CLOSE
        assert abs(found.reported.total - (reported - found.before.total)) < CLOSE
        assert abs(found.reported.subsidy - (found.reported.total - found.wage)) < CLOSE
        assert (found.unreported is None) is (case.ceiling_month is None)
        if found.unreported:
            unreported = law(curve, rates, wage)
            assert found.unreported.ceiling_month == case.ceiling_month
            assert abs(found.unreported.total - (unreported - found.before.total)) < CLOSE
            assert abs(found.unreported.subsidy - (found.unreported.total - found.wage)) < CLOSE


def goals_for(curve: Curve, random: Random) -> list[Decimal]:
    """Totals anywhere, on every kink (where a flat stretch begins and ends) and a little above the most."""
    most = int(curve.at_full_time.total)
    anywhere = [Decimal(random.randint(1, most * 100)) / 100 for _ in range(3)]
    return [*anywhere, *(kink.point.total for kink in curve.kinks), curve.at_full_time.total + 1]


@every_period
def test_the_hours_for_a_goal_are_the_first_step_that_reaches_it(rates: Rates) -> None:
    random = Random(f"goals {rates.valid_from}")
    for case in cases_of(rates):
        curve = drawn(case)
        steps = wages(Decimal(0), curve.at_full_time.wage, KRONER)
        totals = [law(curve, rates, wage) for wage in steps]
        for wanted in goals_for(curve, random):
            found = goal(curve, wanted).hours
            reached = next((place for place, total in enumerate(totals) if total >= wanted - CLOSE), None)
            assert found.reached is (reached is not None)
            assert found.most == curve.at_full_time.total
            if reached is None:
                assert found.paid_hours_week is None
            elif found.key == "no-hour":
                assert (reached, found.paid_hours_week) == (0, 0)
            elif found.key == "first-hour":
                assert reached == 1
                assert law(curve, rates, Decimal("1E-14")) >= wanted - CLOSE
            else:
                assert found.paid_hours_week is not None
                wage = curve.pay * found.paid_hours_week
                assert steps[reached - 1] - CLOSE < wage < steps[reached] + CLOSE
                assert abs(law(curve, rates, wage) - wanted) < CLOSE
                assert wage <= ORE or law(curve, rates, wage - ORE) < wanted
                at_work = found.hours_at_work_week
                assert abs(at_work * case.work.pace_percent / 100 - found.paid_hours_week) < CLOSE


@every_period
def test_the_wage_for_a_goal_is_the_first_step_that_reaches_it_at_the_same_hours(rates: Rates) -> None:
    random = Random(f"wages {rates.valid_from}")
    for case in cases_of(rates):
        curve = drawn(case)
        hours = curve.here.hours
        with_pension = Decimal(52) / 12 * (100 + case.pension_on_top_percent) / 100
        supplements = case.supplements_full_time_month / case.full_time_hours_week

        def at(wage: Decimal) -> Decimal:
            """The total at the case's hours for another pay, with an assumed ceiling that follows it."""
            follows = wage / hours * case.full_time_hours_week  # noqa: B023
            ceiling = follows if case.ceiling_month is None else case.ceiling_month  # noqa: B023
            return total_by_law(rates, wage, case.other_wage_month, ceiling)  # noqa: B023

        wanted_ones = goals_for(curve, random)
        lowest = supplements * hours
        steps = [lowest + wage for wage in wages(Decimal(0), max(wanted_ones) + KRONER, KRONER)]
        totals = [at(wage) for wage in steps]
        for wanted in wanted_ones:
            found = goal(curve, wanted).wage
            if found.key == "no-hour":
                assert case.other_wage_month >= wanted
            elif found.key == "any-wage":
                assert at(lowest + Decimal("1E-14")) >= wanted - CLOSE
            else:
                assert found.key == "wage"
                wage = (found.hourly_wage * with_pension + supplements) * hours
                reached = next(place for place, total in enumerate(totals) if total >= wanted - CLOSE)
                assert steps[reached - 1] - CLOSE < wage < steps[reached] + CLOSE
                assert at(wage) >= wanted - CLOSE
                assert wage - lowest <= ORE or at(wage - ORE) < wanted
                full_time = found.hourly_wage * case.full_time_hours_week * 52 / 12
                assert abs(found.full_time_wage_month - full_time) < CLOSE
