"""The rate files against `rates.json`, an independent list of the same figures, and against the rules of the law."""

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import ALL, LAB, LAS
from fleksjob_site.kernel.money import whole_kroner
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import Kroner, Percent
from fleksjob_site.texts.sources import RULES_CHECKED
from salary.law.drafting import is_drafted, known_deduction
from salary.law.rates import (
    NoRates,
    Rates,
    newest_month_with_rates,
    periods,
    rates_for,
)

LISTED: list[dict[str, Any]] = json.loads((Path(__file__).parent / "rates.json").read_text("utf-8"))["rates"]
CONSTANTS = {
    "share_of_dagpenge_percent": 98,
    "reduction_below_percent": 30,
    "reduction_above_percent": 55,
    "atp_percent": 5,
    "atp_most_month": 500,
    "ledighedsydelse_percent": 89,
}
SINCE_2020 = {"fixed_rise_percent": Decimal("1.7")}
READ = {LAB.url, LAS.url, ALL.url}
NOT_FIGURES = {"valid_from", "valid_to", "year", "notes"}


def listed_figures(entry: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The figures of one entry of the list that have an amount."""
    return {
        key: value
        for key, value in entry.items()
        if key not in NOT_FIGURES and (value.get("kr") or value.get("percent")) is not None
    }


@pytest.fixture(params=LISTED, ids=lambda entry: entry["valid_from"])
def entry(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = request.param
    return found


@pytest.fixture
def rates(entry: dict[str, Any]) -> Rates:
    return rates_for(Month.parse(entry["valid_from"]))


def test_the_files_cover_the_listed_periods_and_no_others() -> None:
    # A draft is in no list of published figures; the same file without drafted ones must be.
    covered = [(str(rates.valid_from), str(rates.valid_to)) for rates in periods() if not is_drafted(rates)]
    assert covered == [(entry["valid_from"], entry["valid_to"]) for entry in LISTED]


def test_every_figure_is_the_listed_one(entry: dict[str, Any], rates: Rates) -> None:
    listed = {key: Decimal(value.get("kr") or value["percent"]) for key, value in listed_figures(entry).items()}
    constants = CONSTANTS | (SINCE_2020 if rates.valid_from >= Month(2020, 1) else {})
    assert {named.key: named.figure.amount for named in rates.figures()} == listed | constants


def test_no_status_claims_more_than_the_list_does(entry: dict[str, Any], rates: Rates) -> None:
    for key, value in listed_figures(entry).items():
        if "status" in value:
            assert rates.named(key).figure.status == value["status"]


def test_every_figure_has_an_address_and_it_is_the_listed_one(entry: dict[str, Any], rates: Rates) -> None:
    for key, value in listed_figures(entry).items():
        # A daily rate stands at the address given for the monthly rate, which has no amount of its own then.
        beside = entry["highest_dagpenge_month"] if key == "highest_dagpenge_day" else value
        expected = beside.get("url", LAB.url)
        if key == "highest_dagpenge_month" and entry["year"] in (2018, 2019):
            # The list names the act of 2025, which no longer holds the index of these two years; the act of 2017 does.
            expected = "https://www.retsinformation.dk/eli/lta/2017/784"
        assert rates.named(key).figure.url == expected


def test_the_day_of_the_check_is_there_exactly_where_the_law_was_read(entry: dict[str, Any], rates: Rates) -> None:
    listed = listed_figures(entry)
    for named in rates.figures():
        if "checked" in listed.get(named.key, {}):
            day = listed[named.key]["checked"]
            assert named.figure.checked == (date.fromisoformat(day) if day else None)
        else:
            # The list gives no day of its own: the acts' texts were read, the publishers' pages and the orders not.
            assert named.figure.checked == (RULES_CHECKED if named.figure.url in READ else None)


def test_every_figure_names_its_source(rates: Rates) -> None:
    for named in rates.figures():
        source = named.figure.source
        assert source.document.short
        assert source.paragraph
        assert source.url.startswith("http")
        assert source.status in Status


@pytest.mark.parametrize("key", ["ledighedsydelse_parent_month", "ledighedsydelse_other_month"])
def test_the_lower_ledighedsydelse_follows_the_index_from_the_level_of_the_act(key: str) -> None:
    """LAS §§ 74 a, stk. 3, and 109, stk. 2: 1,7 % + tilpasningsprocent, and nothing off."""
    yearly = [rates for rates in periods() if rates.valid_from >= Month(2024, 1)]
    for before, after in pairwise(yearly):
        assert after.tilpasningsprocent
        index = Decimal("1.7") + after.tilpasningsprocent.amount
        assert after.named(key).value == whole_kroner(before.named(key).value * (100 + index) / 100)


def test_the_letter_and_its_tables_hold_only_the_rates_of_the_subsidy() -> None:
    keys = {named.key for named in rates_for(Month(2026, 1)).subsidy_figures()}
    assert keys == set(CONSTANTS) - {"ledighedsydelse_percent"} | {
        "max_subsidy_month", "threshold_month", "highest_dagpenge_month", "obligatory_pension_percent",
        "tilpasningsprocent",
    }  # fmt: skip


def test_own_atp_is_a_third_of_the_year_s_contribution_by_the_month() -> None:
    # BEK 1621/2023 § 2, stk. 1, ATP-loven § 15, stk. 4 and 6.
    for rates in periods():
        found = [getattr(rates, f"own_atp_{part}_month") for part in ("full", "two_thirds", "one_third")]
        if rates.valid_from < Month(2024, 1):
            assert found == [None] * 3
        else:
            assert [figure.amount for figure in found] == [Fraction(3564, 3 * 12) * part / 3 for part in (3, 2, 1)]


def test_the_highest_subsidy_follows_from_the_unemployment_benefit(rates: Rates) -> None:
    assert whole_kroner(rates.max_subsidy_unrounded()) == rates.max_subsidy_month.amount


def test_figures_come_in_their_unit() -> None:
    values = {named.key: named.value for named in rates_for(Month(2026, 1)).figures()}
    assert isinstance(values["max_subsidy_month"], Kroner)
    assert isinstance(values["self_employed_year"], Kroner)
    assert isinstance(values["atp_percent"], Percent)
    assert isinstance(values["tilpasningsprocent"], Percent)


def test_benefit_and_threshold_follow_the_index_to_the_krone() -> None:
    """ALL § 47 and LAB § 189 a: since 2020 1,7 % + tilpasningsprocent, the benefit less the deduction of the year."""
    yearly = [rates for rates in periods() if rates.valid_from >= Month(2019, 1) and not is_drafted(rates)]
    for before, after in pairwise(yearly):
        assert before.highest_dagpenge_month
        assert after.highest_dagpenge_month
        assert after.tilpasningsprocent
        index = Decimal("1.7") + after.tilpasningsprocent.amount
        less = known_deduction(after.valid_from.year).points
        dagpenge = before.highest_dagpenge_month.amount * (100 + index - less) / 100
        assert after.highest_dagpenge_month.amount == whole_kroner(dagpenge)
        assert after.threshold_month.amount == whole_kroner(before.threshold_month.amount * (100 + index) / 100)


def test_2017_has_two_amounts() -> None:
    assert rates_for(Month(2017, 6)).max_subsidy_month.amount == 18027
    assert rates_for(Month(2017, 7)).max_subsidy_month.amount == 18035


@pytest.mark.parametrize("month", [Month(2012, 12), newest_month_with_rates().plus(months=1)])
def test_a_month_without_rates_is_refused_with_the_periods_that_exist(month: Month) -> None:
    with pytest.raises(NoRates, match=r"2013-01 to 2013-12, .*2017-07 to 2017-12, .*2026-01 to 2026-12") as refused:
        rates_for(month)
    assert refused.value.month == month
    assert refused.value.periods == periods()


def test_the_newest_month_with_rates_has_rates() -> None:
    newest = newest_month_with_rates()
    assert rates_for(newest) is periods()[-1]
    with pytest.raises(NoRates):
        rates_for(newest.plus(months=1))
