"""The calendar file for those near state pension age, and the day until which one stays in an a-kasse."""

from datetime import date
from typing import Any

import pytest

from tests.take_along.telling import FILES, TAKE_ALONG, walked
from tests.take_along.test_calendar import DECIDED, entries

YES_MONTHS = [
    ("2026-11-20", date(2026, 12, 1)),
    ("2026-11-01", date(2026, 12, 1)),
    ("2026-10-31", None),
]


def downloaded(language: str, decided: str = "", **changed: str) -> dict[str, Any]:
    answer = walked(language, **changed).post(FILES["calendar"][language], {"decided": decided})
    assert answer.status_code == 200
    return entries(answer.content)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_dates_near_pension_age_come_along_without_naming_the_scheme_in_a_title(language: str) -> None:
    found = downloaded(language, birth_month="1966-05")
    assert {key: event.dtstart.value for key, event in found.items()} == {
        "senior-pension": date(2027, 11, 1),
        "six-years-left": date(2028, 5, 1),
        "fleksydelse": date(2031, 5, 1),
        "pension-age": date(2034, 5, 1),
    }
    for event in found.values():
        assert "fleks" not in event.summary.value.lower()
    description = found["fleksydelse"].description.value
    assert "2034" in description
    assert "BEK 1187/2020 § 56, stk. 1 (" in description


@pytest.mark.parametrize(("decided", "until"), YES_MONTHS)
def test_with_the_day_of_a_decision_the_first_of_the_next_month_comes_along(decided: str, until: date | None) -> None:
    event = downloaded("en", decided).get("fund")
    assert (event.dtstart.value if event else None) == until
    if event:
        assert "If you were granted a flexi-job" in event.description.value
        assert "BEK 34/2026 § 30, stk. 4 (" in event.description.value


@pytest.mark.parametrize(
    ("situation", "told"),
    [("employee", True), ("without-work", True), ("in-fleksjob", False), ("self-employed", False)],
)
def test_only_who_asks_for_a_fleksjob_is_told_to_stay_in_the_a_kasse(situation: str, told: bool) -> None:
    assert ("fund" in downloaded("en", DECIDED, situation=situation)) == told
    page = walked("en", situation=situation).get(TAKE_ALONG["en"]).content.decode()
    assert ("Stay in your unemployment insurance fund" in page) == told


def test_without_the_day_of_a_decision_there_is_no_such_day() -> None:
    assert "fund" not in downloaded("en")
