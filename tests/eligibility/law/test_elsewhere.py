"""Other help to ask about: to whom each kind is named, and in which months."""

from datetime import date

import pytest

from tests.eligibility.law.answering import ON, assessed

# The first source of each kind of help.
STATE_PENSION, SENIOR_PENSION, ON_HOLD = "LSP § 1 a", "LSP § 26 a", "BEK 1688/2025 § 7"
DISABILITY_PENSION, LATEST_WORKPLACE = "LSP § 16", "LAB § 119"
AT_WORK = ["LAB § 119, stk. 1-2", "sygedagpengeloven § 56"]
OWN_BUSINESS = ["LAB § 116", "BEK 1794/2025 § 3"]


def named(changed: dict[str, str], on: date = ON) -> list[str]:
    """The help named besides aids at work, which are named to everybody below pension age."""
    found = assessed(on, **changed).elsewhere
    first_sources = [advice.sources[0] for advice in found]
    return [source.place for source in first_sources if source.paragraph != "§§ 3-7"]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"situation": "employee"}, AT_WORK),
        ({"situation": "on-sick-leave"}, AT_WORK),
        ({"situation": "without-work"}, [LATEST_WORKPLACE]),
        ({"situation": "self-employed"}, OWN_BUSINESS),
        ({"situation": "in-fleksjob"}, []),
        ({"situation": "in-fleksjob-before-2013"}, []),
        ({"benefit": "disability-pension"}, [ON_HOLD, *AT_WORK]),
        ({"benefit": "disability-pension-at-rest"}, AT_WORK),
        ({"hours-per-week": "5", "capacity-may-grow": "yes"}, AT_WORK),
        ({"hours-per-week": "5", "capacity-may-grow": "no"}, [DISABILITY_PENSION, *AT_WORK]),
        ({"hours-per-week": "5", "capacity-may-grow": "unknown"}, [DISABILITY_PENSION, *AT_WORK]),
        ({"birth-month": "1950-01"}, [STATE_PENSION]),
    ],
)
def test_other_help_is_named_to_those_whom_it_can_concern(changed: dict[str, str], expected: list[str]) -> None:
    assert named(changed) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        # Born in May 1967, 69 in May 2036: exactly six years are left in May 2030.
        (date(2029, 10, 31), False),
        (date(2029, 11, 1), True),
        (date(2036, 5, 31), True),
        (date(2036, 6, 1), False),
    ],
)
def test_senior_pension_is_named_from_six_months_before_the_six_years_until_pension_age(
    on: date, expected: bool
) -> None:
    assert (SENIOR_PENSION in named({"birth-month": "1967-05"}, on)) == expected


@pytest.mark.parametrize("benefit", ["disability-pension", "disability-pension-at-rest", "senior-pension"])
def test_senior_pension_is_not_named_to_people_with_a_pension(benefit: str) -> None:
    assert SENIOR_PENSION not in named({"birth-month": "1962-03", "benefit": benefit})


def test_senior_pension_is_not_named_without_a_month_of_birth() -> None:
    assert SENIOR_PENSION not in named({"birth-month": "unknown"})


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2030, 5, 31), True), (date(2030, 6, 1), False), (date(2036, 5, 1), False)]
)
def test_the_rule_on_the_latest_workplace_is_named_until_the_month_with_six_years_left_is_over(
    on: date, expected: bool
) -> None:
    assert (LATEST_WORKPLACE in named({"birth-month": "1967-05", "situation": "without-work"}, on)) == expected


def test_aids_at_work_are_named_to_everybody_below_pension_age() -> None:
    for situation in ("employee", "without-work", "self-employed", "in-fleksjob"):
        found = assessed(situation=situation).elsewhere
        assert "§§ 3-7" in [advice.sources[0].paragraph for advice in found]
