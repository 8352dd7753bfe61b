"""The system checks of the rates, on both sides of the days they look at."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.checks import run_checks
from django.core.management import call_command

from fleksjob_site.kernel.calendar import Month
from salary.law.drafting import draft, known_deduction
from salary.law.rates import Rates, newest_month_with_rates, periods
from salary.law.upkeep import Draft, MissingMonth, upkeep

# Up to a fixed year, so that these tests outlive the files of later ones.
KNOWN = [rates for rates in periods() if rates.valid_from.year < 2027]
DRAFTED = draft(2027, Decimal("2.0"), known_deduction(2027), KNOWN)
NEWEST = newest_month_with_rates().year


def copenhagen(year: int, month: int, day: int, hour: int, minute: int) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo("Europe/Copenhagen"))


def missing_by_django() -> list[str]:
    """What Django's own run of all checks says about missing rates."""
    return [found.msg for found in run_checks() if found.id == "salary.W001"]


def kinds(day: date, known: Sequence[Rates]) -> list[type]:
    return [type(need) for need in upkeep(day, known)]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (copenhagen(NEWEST, 1, 1, 0, 0), []),
        # The last minute of November in Copenhagen, …
        (copenhagen(NEWEST, 11, 30, 23, 59), []),
        # … and the first of December there, while it is still November in UTC.
        (copenhagen(NEWEST, 12, 1, 0, 1), [f"No rates for {NEWEST + 1}-01."]),
        (copenhagen(NEWEST, 12, 31, 23, 59), [f"No rates for {NEWEST + 1}-01."]),
        (copenhagen(NEWEST + 1, 1, 1, 0, 1), [f"No rates for {NEWEST + 1}-01."]),
        (copenhagen(NEWEST + 1, 11, 30, 23, 59), [f"No rates for {NEWEST + 1}-01."]),
        (
            copenhagen(NEWEST + 1, 12, 1, 0, 1),
            [f"No rates for {NEWEST + 1}-01.", f"No rates for {NEWEST + 2}-01."],
        ),
    ],
)
def test_django_warns_of_missing_rates_from_their_days_on(now: datetime, expected: list[str]) -> None:
    with time_machine.travel(now):
        assert missing_by_django() == expected


def test_today_no_rates_are_missing() -> None:
    assert missing_by_django() == []


def test_missing_rates_are_a_warning_and_the_check_passes() -> None:
    errors = StringIO()
    with time_machine.travel(copenhagen(2091, 12, 24, 12, 0)):
        call_command("check", stdout=StringIO(), stderr=errors)
    assert "manage.py draft_rates 2091 --tilpasningsprocent X" in errors.getvalue()
    assert "manage.py draft_rates 2092 --tilpasningsprocent X" in errors.getvalue()


def test_a_file_that_ends_within_the_year_leaves_months_without_rates() -> None:
    half = [rates for rates in KNOWN if rates.valid_from.year < 2017 or rates.valid_to.month == 6]
    [found] = upkeep(date(2017, 3, 1), half)
    assert str(found) == "No rates for 2017-07."
    assert kinds(date(2017, 3, 1), KNOWN) == []


def test_without_any_file_the_check_warns() -> None:
    assert kinds(date(2026, 12, 1), []) == [MissingMonth, MissingMonth]


@pytest.mark.parametrize("day", [date(2026, 11, 21), date(2026, 12, 1), date(2027, 1, 1), date(2027, 11, 30)])
def test_a_drafted_file_is_warned_of_as_long_as_it_is_there(day: date) -> None:
    assert upkeep(day, [*KNOWN, DRAFTED]) == (Draft(Month(2027, 1), Month(2027, 12)),)


def test_published_files_are_not_warned_of() -> None:
    assert kinds(date(2026, 11, 21), KNOWN) == []


def test_a_drafted_file_covers_its_year_and_not_the_next() -> None:
    assert kinds(date(2027, 12, 1), [*KNOWN, DRAFTED]) == [MissingMonth, Draft]
    assert MissingMonth in kinds(date(2028, 1, 1), [*KNOWN, DRAFTED])
