"""What other engines are compared with says enough, and a difference is found. The peers need not be installed."""

import subprocess
from typing import Any

import pytest
from django.conf import settings

from fleksjob_site.kernel.calendar import Month
from salary.law.calculation import Result
from salary.law.rates import newest_month_with_rates, periods, rates_for
from tests.bench.peers import handed
from tests.bench.peers.engines import Differs, compare

CASES = handed.cases()


def result_of(case: dict[str, Any]) -> Result:
    return handed.calculated(case["month"], handed.decimals(case["fields"]))


def branches(result: Result) -> set[str]:
    """The branches of the rules that a case takes."""
    case, rates, subsidy = result.case, result.rates, result.subsidy
    taken = {
        "up to the threshold": subsidy.all_wage <= rates.threshold_month.amount,
        "above the threshold": subsidy.all_wage > rates.threshold_month.amount,
        "no subsidy left": subsidy.before_ceiling == 0,
        "below the ceiling": subsidy.unrounded > 0 and not subsidy.ceiling_binds,
        "cut by a stated ceiling": subsidy.ceiling_binds and case.ceiling_month is not None,
        "cut by the full-time wage": subsidy.ceiling_binds and case.ceiling_month is None,
        "cut to nothing": subsidy.ceiling_binds and subsidy.unrounded == 0,
        "half a krone": subsidy.unrounded % 1 * 2 == 1,
        "ATP below the most": 0 < result.atp_month < rates.atp_most_month.amount,
        "ATP at the most": result.atp_month == rates.atp_most_month.amount,
        "no obligatory pension yet": rates.obligatory_pension_percent is None and result.payout_month > 0,
        "obligatory pension": result.obligatory_pension_month > 0,
        **{name: bool(getattr(case, name)) for name in FEW_HAVE},
    }
    return {name for name, holds in taken.items() if holds}


FEW_HAVE = (
    "pension_on_top_percent", "supplements_full_time_month", "other_wage_month", "benefit_month", "own_atp_month",
)  # fmt: skip
BRANCHES = {
    "up to the threshold", "above the threshold", "no subsidy left", "below the ceiling", "cut by a stated ceiling",
    "cut by the full-time wage", "cut to nothing", "half a krone", "ATP below the most", "ATP at the most",
    "no obligatory pension yet", "obligatory pension", *FEW_HAVE,
}  # fmt: skip


def test_the_cases_take_every_branch_in_every_month() -> None:
    assert len(CASES) == 500
    assert set().union(*(branches(result_of(case)) for case in CASES)) == BRANCHES
    first, newest = periods()[0].valid_from, newest_month_with_rates()
    months = {str(first.plus(months=number)) for number in range(first.months_until(newest) + 1)}
    assert {case["month"] for case in CASES} == months


def test_the_cases_are_the_same_each_time() -> None:
    assert handed.cases() == CASES


@pytest.mark.parametrize("month", sorted({case["month"] for case in CASES}))
def test_the_peers_have_our_rates_in_every_month(month: str) -> None:
    ours = rates_for(Month.parse(month))
    for key, amounts in handed.rates().items():
        figure = getattr(ours, key)
        newest = [amount for since, amount in amounts if since <= month][-1]
        assert newest == (float(figure.amount) if figure else 0), key


def test_a_difference_of_an_ore_is_found_with_its_case() -> None:
    ours = [[float(figure) for figure in handed.figures(result_of(case))] for case in CASES]
    compare("a peer", CASES, ours)
    place = handed.RESULTS.index("wage_month")
    ours[7][place] += 0.01
    with pytest.raises(Differs, match=rf"wage_month .* in .*{CASES[7]['month']}"):
        compare("a peer", CASES, ours)


@pytest.mark.parametrize(
    ("options", "installs"),
    [([], True), (["PARTS=rules peers"], True), (["PARTS=rules"], False), (["PEERS=0"], False)],
)
def test_only_their_part_of_the_benchmarks_installs_the_peers(options: list[str], installs: bool) -> None:
    plan = subprocess.run(
        ["make", "--always-make", "--dry-run", "bench", *options],
        cwd=settings.BASE_DIR, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ("touch .cache/peers/.installed" in plan.stdout) is installs
