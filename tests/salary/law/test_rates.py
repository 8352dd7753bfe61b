"""The rate files against `rates.json`, an independent list of the same figures, and against the rules of the law."""

import json
import shutil
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import ALL, LAB, LAS, RULES_CHECKED, Status
from fleksjob_site.kernel.money import whole_kroner
from fleksjob_site.kernel.text import Kroner, Percent
from salary.law.drafting import is_drafted, known_deduction
from salary.law.rates import (
    FOLDER,
    BadRates,
    NoRates,
    Rates,
    newest_month_with_rates,
    periods,
    rates_for,
    read_rates,
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


GOOD = (FOLDER / "2024.toml").read_text("utf-8")


def change(old: str, new: str) -> str:
    """The rates of 2024 with one place changed."""
    assert old in GOOD
    return GOOD.replace(old, new, 1)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (change("[threshold_month]", "threshold_month = 5\n[x]"), r"line 11: max_subsidy_month\.threshold_month: "),
        (change('law = "STAR"', 'note_dansk = "x"\nlaw = "STAR"'), "note_dansk is no field of a figure"),
        (change('law = "STAR"', 'note_da = ""\nlaw = "STAR"'), r"line 6: max_subsidy_month\.note_da: "),
        (change("[max_subsidy_month]", "max_subsidy_month = 5\n[x]"), "line 4: max_subsidy_month: "),
        (change("amount = 19952", "amount = "), r"line 5"),
        (change("[threshold_month]", "[threshold_month"), r"line 11"),
        (change("amount = 19952", 'amount = "19952"'), r"max_subsidy_month\.amount"),
        (change("amount = 19952", "amount = true"), r"max_subsidy_month\.amount"),
        (change("amount = 19952", "amount = nan"), r"max_subsidy_month\.amount"),
        (change("amount = 19952", "amount = inf"), r"max_subsidy_month\.amount"),
        (change("amount = 19952", "amount = -1"), r"max_subsidy_month\.amount must be above 0"),
        (change("amount = 98", "amount = 980"), r"share_of_dagpenge_percent\.amount is above 100"),
        (change("[max_subsidy_month]", "[max_subsidy]"), r"max_subsidy_month: Field required"),
        (change("[threshold_month]", "[threshold]"), r"threshold_month: Field required"),
        (change("[highest_dagpenge_month]", "[x]"), r"x: Extra inputs"),
        (GOOD.replace("highest_dagpenge_month", "tilpasningsprocent").replace("[tilpasningsprocent]", "[y]", 1), "y"),
        (change('status = "printed-in-law"', 'status = "certain"'), r"threshold_month\.status.*certain"),
        (change("checked = 2026-03-08", 'checked = "2026-03-08"'), r"threshold_month\.checked"),
        (change('law = "STAR"', 'law = ""'), r"max_subsidy_month\.law"),
        (change('url = "https:', 'url = "javascript:'), r"max_subsidy_month\.url"),
        (change('law = "STAR"', 'rule = "STAR"'), r"max_subsidy_month\.law: Field required"),
        (change('valid_to = "2024-12"', 'valid_to = "2023-12"'), r"before valid_from"),
        (change('valid_to = "2024-12"', 'valid_to = "2024-13"'), r"valid_to"),
        (change('valid_to = "2024-12"', "valid_to = 2024"), r"valid_to.*a month is written"),
    ],
)
def test_a_broken_file_is_refused_by_name(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "2024.toml").write_text(text, "utf-8")
    with pytest.raises(BadRates, match=rf"(?s)^2024\.toml: .*{fault}"):
        read_rates(tmp_path)


def test_a_file_in_another_encoding_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "2024.toml").write_bytes("løn".encode("latin-1"))
    with pytest.raises(BadRates, match=r"2024\.toml: .*utf-8"):
        read_rates(tmp_path)


@pytest.mark.parametrize("benefits", ["none", "both"])
def test_a_file_has_the_benefit_by_month_or_by_day(tmp_path: Path, benefits: str) -> None:
    start = GOOD.index("[highest_dagpenge_month]")
    table = GOOD[start : GOOD.index("[share_of_dagpenge_percent]")]
    day = table.replace("_month]", "_day]")
    (tmp_path / "2024.toml").write_text(GOOD.replace(table, "" if benefits == "none" else table + day), "utf-8")
    with pytest.raises(BadRates, match="highest_dagpenge_month or highest_dagpenge_day, and only one"):
        read_rates(tmp_path)


def test_periods_that_overlap_are_refused(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "2025.toml").write_text(GOOD.replace('valid_from = "2024-01"', 'valid_from = "2024-12"'), "utf-8")
    with pytest.raises(BadRates, match=r"2024\.toml and 2025\.toml: both cover 2024-12"):
        read_rates(tmp_path)


def test_periods_with_a_gap_are_refused(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "2020.toml").unlink()
    with pytest.raises(BadRates, match=r"2019\.toml and 2021\.toml: no rates for 2020-01"):
        read_rates(tmp_path)


def test_a_folder_without_rates_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadRates, match="no rate files"):
        read_rates(tmp_path)
