"""What is asked before a month is judged, at the borders of each question."""

from decimal import Decimal
from typing import Any

import pytest

from fleksjob_site.kernel.text import Kroner
from salary.law.payout.month import Ceiling
from salary.law.payout.questions import QuestionKey, ceiling_question
from tests.salary.law.payout.paying import checked, paid

BELOW_WAGE, BELOW_FULL_TIME = QuestionKey.CEILING_BELOW_WAGE, QuestionKey.CEILING_BELOW_FULL_TIME_WAGE


def stated(amount: str, **known: str) -> Ceiling:
    """A ceiling that nobody has been asked about."""
    return Ceiling(stated_month=Decimal(amount), **{name: Decimal(value) for name, value in known.items()})


@pytest.mark.parametrize(
    ("given", "known", "own"),
    [
        ({}, {}, "9200"),
        # Holiday money comes from Feriekonto, and not from the employer.
        ({"holiday_held_month": "1000"}, {}, "9200"),
        ({"holiday_earned_month": "1000"}, {}, "8200"),
        # Pay for the whole year is left out, or stands in both the wage and the ceiling.
        ({"once_paid_month": "300", "holiday_supplement_month": "200"}, {}, "8700"),
        ({"once_paid_month": "300", "holiday_supplement_month": "200"}, {"once_month": "0"}, "9200"),
        ({"once_paid_month": "300", "holiday_supplement_month": "200"}, {"once_month": "400"}, "8800"),
    ],
)
def test_a_ceiling_is_asked_about_where_it_is_below_the_persons_own_wage(
    given: dict[str, str], known: dict[str, str], own: str
) -> None:
    at, below = (paid(ceiling=stated(str(Decimal(own) - less), **known), **given) for less in (0, Decimal("0.01")))
    assert checked(at).question is None
    asked = checked(below)
    assert asked.question
    assert asked.question.key == BELOW_WAGE
    assert asked.question.text.values["wage"] == Decimal(own) + Decimal(known.get("once_month", 0))
    assert (asked.verdict, asked.difference_month, asked.reasons) == ("unsure", 0, ())


@pytest.mark.parametrize(
    ("ceiling", "known", "key"),
    [
        # 150 kr. × 37 × 52/12
        ("24050", {"hourly_wage": "150"}, None),
        ("24049.99", {"hourly_wage": "150"}, BELOW_FULL_TIME),
        # What is paid once is in neither of them.
        ("24050", {"hourly_wage": "150", "once_month": "500"}, None),
        ("24049.99", {"hourly_wage": "150", "once_month": "500"}, BELOW_FULL_TIME),
        # 9.200 kr. for ten hours.
        ("34040", {"paid_hours_week": "10"}, None),
        ("34039.99", {"paid_hours_week": "10"}, BELOW_FULL_TIME),
        ("9199.99", {"hourly_wage": "150"}, BELOW_WAGE),
    ],
)
def test_a_ceiling_is_asked_about_where_it_is_below_the_persons_own_full_time_wage(
    ceiling: str, known: dict[str, str], key: str | None
) -> None:
    question = checked(paid(ceiling=stated(ceiling, **known))).question
    assert (question and question.key) == key
    assert checked(paid(ceiling=ceiling)).question is None


@pytest.mark.parametrize(
    ("hourly_wages", "asked"),
    [
        ({"2026-01": "150"}, True),
        ({"2026-12": "150"}, True),
        ({"2025-12": "150"}, False),
        ({"2027-01": "150"}, False),
        # 120 kr. an hour are 19.240 kr.: the nearest month of the year holds, before and after.
        ({"2026-03": "150", "2026-06": "120"}, False),
        ({"2026-04": "150", "2026-07": "120"}, True),
        ({"2026-03": "120", "2026-06": "150"}, True),
        ({"2025-12": "150", "2026-12": "120"}, False),
    ],
)
def test_the_full_time_wage_of_the_nearest_month_of_the_year_is_compared(
    hourly_wages: dict[str, str], asked: bool
) -> None:
    others = [paid(month, ceiling=Ceiling(hourly_wage=Decimal(wage))) for month, wage in hourly_wages.items()]
    month = paid(ceiling=stated("20000"))
    question = ceiling_question(month, Kroner(9200), (month, *others))
    assert (question is not None) is asked


@pytest.mark.parametrize("known", [{}, {"hourly_wage": "150"}])
def test_a_ceiling_that_was_confirmed_or_not_stated_is_not_asked_about(known: dict[str, str]) -> None:
    confirmed = Ceiling(Decimal(5000), confirmed=True, **{key: Decimal(value) for key, value in known.items()})
    assumed = Ceiling(**{key: Decimal(value) for key, value in known.items()})
    for ceiling in (confirmed, assumed):
        assert checked(paid(ceiling=ceiling)).question is None


@pytest.mark.parametrize(
    ("subsidy", "asked"),
    [
        ("18837", False), ("18837.01", True), ("18837.99", True), ("18838", False), ("18838.5", False),
        ("18842", False), ("18842.5", True), ("19100", False),
    ],
)  # fmt: skip
def test_an_amount_with_ore_is_asked_about_where_it_does_not_fit(subsidy: str, asked: bool) -> None:
    question = checked(paid(subsidy=subsidy, before_tax_confirmed=False)).question
    assert (question and question.key) == (QuestionKey.AFTER_TAX if asked else None)
    assert checked(paid(subsidy=subsidy)).question is None


@pytest.mark.parametrize(
    ("subsidy", "percent"),
    [
        # Of 18.840 kr. 80 % are 15.072 kr., 81 % 15.260 kr., 30 % 5.652 kr. and 29 % 5.464 kr.
        ("15260", None), ("15075", None), ("15074", 20), ("15072", 20), ("15070", 20), ("15069", None),
        ("5652", 70), ("5464", None),
        # The same after 500 kr. of ATP: 80 % of 18.340 kr. are 14.672 kr., 30 % 5.502 kr. and 29 % 5.319 kr.
        ("14855", None), ("14672", 20), ("5502", 70), ("5319", None),
    ],
)  # fmt: skip
def test_a_whole_amount_is_asked_about_where_20_to_70_per_cent_of_tax_leave_it(
    subsidy: str, percent: int | None
) -> None:
    question = checked(paid(subsidy=subsidy, before_tax_confirmed=False)).question
    assert (question and question.text.values["percent"]) == percent
    reasons = [reason.key for reason in checked(paid(subsidy=subsidy)).reasons]
    assert ("after-tax" in reasons) is (percent is not None)


def test_an_amount_that_a_known_error_gives_is_not_taken_for_one_after_tax() -> None:
    # The wage of April, 26.067,27 kr. with pension, gives 11.681 kr.: also 62 % of 18.840 kr.
    may = paid(subsidy="11681", ceiling="50000", before_tax_confirmed=False)
    alone, beside_april = checked(may), checked(may, paid("2026-04", wage_month="24867.27"))
    assert alone.question
    assert beside_april.question is None
    assert "wrong-month" in [reason.key for reason in beside_april.reasons]


@pytest.mark.parametrize("given", [{"ceiling": None}, {"days_in_job": 13}])
def test_no_tax_is_looked_for_where_it_is_open_what_is_right(given: dict[str, Any]) -> None:
    found = checked(paid(subsidy="5652", before_tax_confirmed=False, **given))
    assert found.question is None
    assert "after-tax" not in [reason.key for reason in found.reasons]
