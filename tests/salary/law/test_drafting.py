"""Drafted rates against the existing ones of five years, and the file that the command writes."""

import re
import shutil
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import StringIO
from math import floor
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.status import Status
from salary.law.drafting import draft, is_drafted, known_deduction, obligatory_pension
from salary.law.rates import FOLDER, Rates, periods, rates_for, read_rates
from salary.management.commands.draft_rates import Command
from tests.renumbering import renumbered

CARRIED_OVER = {
    "share_of_dagpenge_percent",
    "reduction_below_percent",
    "reduction_above_percent",
    "atp_percent",
    "atp_most_month",
    "am_contribution_percent",
    "tax_without_card_percent",
    "own_atp_full_month",
    "own_atp_two_thirds_month",
    "own_atp_one_third_month",
    "fixed_rise_percent",
    "ledighedsydelse_percent",
}

OTHER_BENEFITS = {"sickness_benefit_week": (5085, 5), "pension_single_year": (264636, 12),
                  "pension_couple_year": (224940, 12), "pension_free_single_year": (94800, 100),
                  "pension_free_couple_year": (150400, 100)}  # fmt: skip


def drafted(folder: Path, year: int, tilpasningsprocent: str, *options: str) -> Rates:
    """What the command writes into a folder that holds all rates but those of the year."""
    shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
    (folder / f"{year}.toml").unlink(missing_ok=True)
    call_command(
        "draft_rates", str(year), f"--tilpasningsprocent={tilpasningsprocent}", "--output", str(folder), *options,
        stdout=StringIO(),
    )  # fmt: skip
    [found] = [rates for rates in read_rates(folder) if rates.valid_from == Month(year, 1)]
    return found


def amounts(rates: Rates) -> dict[str, Decimal]:
    return {named.key: named.figure.amount for named in rates.figures()}


def to_the_krone(amount: Fraction) -> int:
    return floor(amount + Fraction(1, 2))


# The act sets the lower ledighedsydelse of 2024 anew, so that nothing leads there from 2023.
@pytest.mark.parametrize("year", [2021, 2022, 2023, 2025, 2026])
def test_the_year_before_gives_every_existing_amount(tmp_path: Path, year: int) -> None:
    existing = rates_for(Month(year, 1))
    assert existing.tilpasningsprocent
    found = amounts(drafted(tmp_path, year, str(existing.tilpasningsprocent.amount)))
    # The other benefits are held for 2026 only, so there is nothing to draft them from.
    assert found == {key: amount for key, amount in amounts(existing).items() if key not in OTHER_BENEFITS}


# 0.34 and 1.22 are chosen where 98 % of the unrounded benefit would round to another krone.
@pytest.mark.parametrize("tilpasningsprocent", ["2.0", "2.8", "0", "-0.8", "0.34", "1.22"])
@pytest.mark.parametrize("options", [[], ["--dagpenge-deduction=0.45"]])
def test_2027_takes_045_points_off_the_benefit_and_nothing_off_the_rest(
    tmp_path: Path, tilpasningsprocent: str, options: list[str]
) -> None:
    rates = drafted(tmp_path, 2027, tilpasningsprocent, *options)
    index = Fraction("1.7") + Fraction(tilpasningsprocent)
    dagpenge = to_the_krone(22041 * (1 + (index - Fraction("0.45")) / 100))
    assert rates.highest_dagpenge_month
    assert rates.highest_dagpenge_month.amount == dagpenge
    assert rates.max_subsidy_month.amount == to_the_krone(Fraction(98, 100) * dagpenge)
    assert rates.threshold_month.amount == to_the_krone(17672 * (1 + index / 100))
    assert rates.self_employed_year
    assert rates.self_employed_year.amount == to_the_krone(169920 * (1 + index / 100))
    assert rates.named("ledighedsydelse_parent_month").value == to_the_krone(17736 * (1 + index / 100))
    assert rates.named("ledighedsydelse_other_month").value == to_the_krone(13345 * (1 + index / 100))
    for key, (amount, multiple) in OTHER_BENEFITS.items():
        expected = to_the_krone(amount * (1 + index / 100) / multiple) * multiple
        assert rates.named(key).value == expected, key


def test_a_stated_deduction_goes_before_the_known_one(tmp_path: Path) -> None:
    rates = drafted(tmp_path, 2027, "2.0", "--dagpenge-deduction", "0")
    assert rates.highest_dagpenge_month
    assert rates.highest_dagpenge_month.amount == to_the_krone(22041 * Fraction("1.037"))
    assert "as given to draft_rates" in str(rates.highest_dagpenge_month.note)


def test_the_known_deductions_are_those_of_the_acts() -> None:
    points = {year: str(known_deduction(year).points) for year in range(2020, 2030)}
    assert points == dict.fromkeys(range(2020, 2024), "0.75") | dict.fromkeys([2024, 2025, 2026, 2028, 2029], "0") | {
        2027: "0.45"
    }


def test_the_obligatory_pension_follows_the_list_of_the_act() -> None:
    """LAB § 138 b: a number for each year, and the last for all years since 2030."""
    listed = ["0.3", "0.6", "0.9", "1.2", "1.5", "1.8", "2.1", "2.4", "2.7", "3.0", "3.3"]
    for number, percent in enumerate(listed, start=1):
        assert obligatory_pension(2019 + number) == (number, Decimal(percent))
    assert obligatory_pension(2031) == obligatory_pension(2045) == (11, Decimal("3.3"))


def test_a_year_can_follow_a_drafted_one_and_starts_from_its_rounded_amounts() -> None:
    known = [rates for rates in periods() if rates.valid_from.year < 2027]
    first = draft(2027, Decimal("2.0"), known_deduction(2027), known)
    second = draft(2028, Decimal("1.0"), known_deduction(2028), [*known, first])
    assert first.highest_dagpenge_month
    assert second.highest_dagpenge_month
    assert first.highest_dagpenge_month.amount == 22757
    assert second.highest_dagpenge_month.amount == to_the_krone(22757 * Fraction("1.027"))
    assert second.share_of_dagpenge_percent.note == "Drafted: carried over from 2027."


def test_every_figure_says_where_it_stands_and_that_it_is_drafted(tmp_path: Path) -> None:
    rates = drafted(tmp_path, 2027, "2.0")
    before = rates_for(Month(2026, 12))
    assert set(amounts(rates)) == set(amounts(before))
    for named in rates.figures():
        figure = named.figure
        assert str(figure.note).startswith("Drafted: ")
        assert figure.url.startswith("https://www.retsinformation.dk/eli/lta/")
        assert figure.law
        assert "§" in figure.paragraph
        # What the act itself prints for the year is published; only what the index gives is not.
        if named.key in CARRIED_OVER:
            origin = before.named(named.key).figure
            assert figure.model_dump(exclude={"note"}) == origin.model_dump(exclude={"note", "note_da"})
        else:
            printed = named.key == "obligatory_pension_percent"
            assert figure.status is (Status.PRINTED_IN_LAW if printed else Status.DRAFTED)
    assert rates.obligatory_pension_percent
    assert rates.obligatory_pension_percent.paragraph == "§ 138 b, nr. 8"


def test_a_drafted_file_is_reported_from_the_published_ones(tmp_path: Path) -> None:
    assert is_drafted(drafted(tmp_path, 2027, "2.0"))
    assert not is_drafted(rates_for(Month(2026, 12)))


def test_both_ways_of_writing_per_cent_are_read(tmp_path: Path) -> None:
    assert drafted(tmp_path / "comma", 2027, "2,0") == drafted(tmp_path / "point", 2027, "2.0")


def test_the_file_goes_among_the_rates_by_default() -> None:
    parser = Command().create_parser("manage.py", "draft_rates")
    assert parser.parse_args(["2027", "--tilpasningsprocent", "2.0"]).output == FOLDER


def test_overwriting_is_refused_but_by_force(tmp_path: Path) -> None:
    drafted(tmp_path, 2027, "2.0")
    written = (tmp_path / "2027.toml").read_text("utf-8")
    again = ["draft_rates", "2027", "--tilpasningsprocent=1.0", f"--output={tmp_path}"]
    with pytest.raises(CommandError, match=r"2027\.toml is there already; --force"):
        call_command(*again)
    assert (tmp_path / "2027.toml").read_text("utf-8") == written
    call_command(*again, "--force", stdout=StringIO())
    assert "amount = 1.0\n" in (tmp_path / "2027.toml").read_text("utf-8")


def test_the_command_says_what_it_wrote(tmp_path: Path) -> None:
    out = StringIO()
    call_command("draft_rates", "2027", "--tilpasningsprocent=2.0", f"--output={tmp_path}", stdout=out)
    for said in ("highest_dagpenge_month = 22757\n", "0.45 (lov 630/2024", str(tmp_path / "2027.toml")):
        assert said in out.getvalue()


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["2020", "--tilpasningsprocent=0"], "2020 is too early"),
        (["2024", "--tilpasningsprocent=1.5"], "since 2024 the act sets the lower levels"),
        (["2099", "--tilpasningsprocent=1"], "no rates for 2098-12"),
        (["2027"], "required: --tilpasningsprocent"),
        (["2027", "--tilpasningsprocent=much"], "not a number: 'much'"),
        (["2027", "--tilpasningsprocent=2", "--dagpenge-deduction=-0.45"], "without a minus"),
        (["2027", "--tilpasningsprocent=-200"], "must be above 0"),
        (["2027", "--tilpasningsprocent=200"], "tilpasningsprocent.amount is above 100"),
    ],
)
def test_what_cannot_be_drafted_is_refused_and_nothing_is_written(
    tmp_path: Path, arguments: list[str], fault: str
) -> None:
    with pytest.raises(CommandError, match=fault):
        call_command("draft_rates", *arguments, f"--output={tmp_path}")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"nowhere/2027\.toml was not written"):
        call_command("draft_rates", "2027", "--tilpasningsprocent=2", f"--output={tmp_path / 'nowhere'}")


def test_a_draft_cites_each_act_by_the_name_it_has_in_its_year() -> None:
    with renumbered({"§ 123": "§ 70", "§ 126": "§ 80", "§ 138 b": "§ 90", "§ 189 a": "§ 99"}):
        found = draft(2027, Decimal(2), known_deduction(2027), periods())
    places = {key: getattr(found, key).source.place for key in ("threshold_month", "obligatory_pension_percent")}
    assert places == {
        "threshold_month": "NYLOV § 70, stk. 2, jf. § 99",
        "obligatory_pension_percent": "NYLOV § 90, nr. 8",
    }
    assert found.share_of_dagpenge_percent.law == "LAB"


def test_an_act_that_changes_within_the_year_is_cited_as_it_is_on_its_first_day() -> None:
    with renumbered({"§ 123": "§ 70", "§ 126": "§ 80", "§ 138 b": "§ 90", "§ 189 a": "§ 99"}, date(2027, 1, 2)):
        found = draft(2027, Decimal(2), known_deduction(2027), periods())
    for key in ("threshold_month", "obligatory_pension_percent", "self_employed_year"):
        assert found.named(key).figure.source.place.startswith("LAB ")


def test_a_note_names_the_year_before_and_the_amount_that_it_had() -> None:
    found, before = draft(2027, Decimal(2), known_deduction(2027), periods()), rates_for(Month(2026, 12))
    named = {}
    for figure in found.figures():
        if amount := re.match(r"Drafted: ([0-9]+) kr\. of ([0-9]{4}) and ", str(figure.figure.note)):
            named[figure.key] = (Decimal(amount[1]), int(amount[2]))
    assert set(named) == {
        "highest_dagpenge_month", "threshold_month", "ledighedsydelse_parent_month", "ledighedsydelse_other_month",
        *OTHER_BENEFITS,
    }  # fmt: skip
    for key, (before_kroner, year) in named.items():
        assert (before_kroner, year) == (before.named(key).value, 2026)
