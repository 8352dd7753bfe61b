"""Rate files that can't be used are refused by name, with what is wrong in them."""

import shutil
from pathlib import Path

import pytest

from fleksjob_site.kernel.data_file import BadFile
from salary.law.rates import FOLDER, read_rates

GOOD = (FOLDER / "2024.toml").read_text("utf-8")


def change(old: str, new: str) -> str:
    """The rates of 2024 with one place changed."""
    assert old in GOOD
    return GOOD.replace(old, new, 1)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (change("[threshold_month]", "threshold_month = 5\n[x]"), r"line 11: max_subsidy_month\.threshold_month: "),
        (change('law = "STAR"', 'note_dansk = "x"\nlaw = "STAR"'), "note_dansk is not a field of a figure"),
        (change('law = "STAR"', 'note_da = ""\nlaw = "STAR"'), r"line 6: max_subsidy_month\.note_da: "),
        (change("[max_subsidy_month]", "max_subsidy_month = 5\n[x]"), "line 4: max_subsidy_month: "),
        (change("amount = 19952", "amount = "), r"line 5"),
        (change("[threshold_month]", "[threshold_month"), r"line 11"),
        (change("amount = 19952", 'amount = "19952"'), r"max_subsidy_month\.amount"),
        (change("amount = 19952", "amount = true"), r"max_subsidy_month\.amount"),
        (change("amount = 19952", "amount = nan"), r"max_subsidy_month\.amount"),
        (change("amount = 19952", "amount = inf"), r"max_subsidy_month\.amount"),
        (change("amount = 19952", "amount = -1"), r"max_subsidy_month\.amount must be above 0"),
        (change("amount = 19952", "amount = 0"), r"max_subsidy_month\.amount must be above 0"),
        (change("amount = 98", "amount = 100.01"), r"share_of_dagpenge_percent\.amount is above 100"),
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
    with pytest.raises(BadFile, match=rf"(?s)^2024\.toml: .*{fault}"):
        read_rates(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        change("amount = 98", "amount = 100"),
        change("amount = 19952", "amount = 0.01"),
        change('valid_to = "2024-12"', 'valid_to = "2024-01"'),
    ],
)
def test_a_whole_share_the_least_amount_and_a_period_of_one_month_are_taken(tmp_path: Path, text: str) -> None:
    (tmp_path / "2024.toml").write_text(text, "utf-8")
    assert len(read_rates(tmp_path)) == 1


def test_a_file_in_another_encoding_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "2024.toml").write_bytes("løn".encode("latin-1"))
    with pytest.raises(BadFile, match=r"2024\.toml: .*utf-8"):
        read_rates(tmp_path)


@pytest.mark.parametrize("benefits", ["none", "both"])
def test_a_file_has_the_benefit_by_month_or_by_day(tmp_path: Path, benefits: str) -> None:
    start = GOOD.index("[highest_dagpenge_month]")
    table = GOOD[start : GOOD.index("[share_of_dagpenge_percent]")]
    day = table.replace("_month]", "_day]")
    (tmp_path / "2024.toml").write_text(GOOD.replace(table, "" if benefits == "none" else table + day), "utf-8")
    with pytest.raises(BadFile, match="highest_dagpenge_month or highest_dagpenge_day, and only one"):
        read_rates(tmp_path)


def test_periods_that_overlap_are_refused(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "2025.toml").write_text(GOOD.replace('valid_from = "2024-01"', 'valid_from = "2024-12"'), "utf-8")
    with pytest.raises(BadFile, match=r"2024\.toml and 2025\.toml: both cover 2024-12"):
        read_rates(tmp_path)


def test_periods_with_a_gap_are_refused(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "2020.toml").unlink()
    with pytest.raises(BadFile, match=r"2019\.toml and 2021\.toml: no rates for 2020-01"):
        read_rates(tmp_path)


def test_a_folder_without_rates_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no rate files"):
        read_rates(tmp_path)
