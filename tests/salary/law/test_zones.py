"""The zones of wage say what they keep, in every period and under every kind of ceiling."""

from decimal import Decimal

import pytest

from fleksjob_site.kernel.text import Kroner
from salary.law.rates import Rates, periods
from salary.law.zones import SubsidyRule, Zone, ZoneKey, subsidy_rule
from tests.salary.law.given import numbers_in

CEILINGS = [None, Decimal(0), Decimal(8000), Decimal(25000), Decimal(90000)]


def kept_of_one_more_krone(rule: SubsidyRule, zone: Zone) -> Decimal:
    """What wage and subsidy rise by together where the wage of the zone's beginning rises by one krone."""
    return 1 + rule.subsidy(zone.wage_from + 1) - rule.subsidy(zone.wage_from)


@pytest.mark.parametrize("rates", periods(), ids=lambda rates: str(rates.valid_from))
@pytest.mark.parametrize("ceiling", CEILINGS)
def test_every_zone_keeps_what_it_says_and_says_what_it_keeps(rates: Rates, ceiling: Decimal | None) -> None:
    rule = subsidy_rule(rates, ceiling)
    for zone in rule.zones:
        assert abs(kept_of_one_more_krone(rule, zone) - zone.kept) < Decimal("1E-9")
        assert zone.kept_ore == zone.kept * 100
        if zone.kept == 0:
            assert (zone.key, zone.sentence.values["ceiling"]) == (ZoneKey.CEILING, ceiling)
        elif zone.kept == 1:
            assert zone.key == ZoneKey.NO_SUBSIDY
        else:
            assert numbers_in(zone.sentence) == {"kept", "taken"}
            assert (zone.sentence.values["kept"], zone.sentence.values["taken"]) == (zone.kept_ore, 100 - zone.kept_ore)


@pytest.mark.parametrize("rates", periods(), ids=lambda rates: str(rates.valid_from))
def test_a_zone_holds_from_the_wage_at_which_it_begins(rates: Rates) -> None:
    for ceiling in CEILINGS:
        rule = subsidy_rule(rates, ceiling)
        assert rule.zone_at(Decimal(0)) == rule.zones[0]
        for before, zone in zip(rule.zones, rule.zones[1:], strict=False):
            assert rule.zone_at(zone.wage_from) == zone
            assert rule.zone_at(zone.wage_from - Decimal("0.01")) == before


@pytest.mark.parametrize("rates", periods(), ids=lambda rates: str(rates.valid_from))
def test_the_reduction_alone_turns_at_the_threshold_whatever_the_ceiling(rates: Rates) -> None:
    for ceiling in CEILINGS:
        rule = subsidy_rule(rates, ceiling)
        at = rule.before_ceiling(rule.threshold)
        assert rule.before_ceiling(rule.threshold - 100) == at + 30
        assert rule.before_ceiling(rule.threshold + 100) == at - 55
        assert rule.before_ceiling(Decimal(0)) == rates.max_subsidy_month.amount
        assert rule.before_ceiling(Decimal(200_000)) == 0


@pytest.mark.parametrize("total", [Decimal(24000), Decimal(30000), Decimal("30000.01"), Decimal(31000)])
def test_above_the_ceiling_only_the_wage_itself_leads_to_a_total(total: Decimal) -> None:
    rule = subsidy_rule(periods()[-1], Decimal(30000))
    wage = rule.wage_for(total)
    assert abs(wage + rule.subsidy(wage) - total) < Decimal("1E-9")
    assert (wage == total) is (total > 30000)
    # One øre less of wage is not enough.
    assert wage - Decimal("0.01") + rule.subsidy(Kroner(wage - Decimal("0.01"))) < total


def test_a_ceiling_that_is_higher_than_any_subsidy_leaves_no_zone_of_its_own() -> None:
    keys = [[zone.key for zone in subsidy_rule(periods()[-1], ceiling).zones] for ceiling in (None, Decimal(90000))]
    without = [ZoneKey.BELOW_THRESHOLD, ZoneKey.ABOVE_THRESHOLD, ZoneKey.NO_SUBSIDY]
    assert keys == [without, without]
