"""The sums over several months, what explains a payout that no known error does, and the lines of a month's days."""

from decimal import Decimal
from typing import Any

import pytest

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Text
from salary.law.payout.check import check
from salary.law.payout.due import readings
from salary.law.payout.month import Ceiling
from tests.salary.law.payout.paying import TODAY, checked, paid, reasons

LAST_TWELVE = [Month(2025, 11).plus(months=more) for more in range(12)]


@pytest.mark.parametrize(
    ("months", "whole"),
    [
        (LAST_TWELVE, True),
        (LAST_TWELVE[1:], False),
        (LAST_TWELVE[:-1], False),
        # Twelve months, one of which is too far back.
        ([Month(2025, 10), *LAST_TWELVE[1:]], False),
    ],
)
def test_a_whole_year_is_all_of_the_last_twelve_months(months: list[Month], whole: bool) -> None:
    assert check(tuple(paid(str(month)) for month in months), TODAY).is_a_whole_year is whole


def test_the_sums_are_of_what_was_paid_and_of_what_is_due() -> None:
    open_month = paid("2026-03", subsidy="18000", ceiling=Ceiling(hourly_wage=Decimal(150)))
    months = (paid("2026-05", subsidy="18000"), open_month, paid("2025-10", subsidy="17000"))
    found = check(months, TODAY)
    assert found.paid == 18000 + 18000 + 17000
    # 18.840 kr. of 2026, at least 14.850 kr. below the ceiling, and 17.910 kr. of 2025.
    assert (found.least, found.most) == (18840 + 14850 + 17910, 18840 + 18840 + 17910)
    assert (found.correctable_difference, found.earlier_difference) == (840, 910)


@pytest.mark.parametrize(
    ("given", "verdict", "ceiling", "wage"),
    [
        # 30 % of 14.000 kr. and not of 9.200 kr., or a ceiling of 26.600 kr.
        ({"subsidy": "17400"}, "too-little", 26600, 14000),
        # More than is due needs no higher wage, and no ceiling gives it.
        ({"subsidy": "18850"}, "too-much", None, None),
        ({"subsidy": "11000", "ceiling": "20000"}, "too-much", 20200, None),
        # Above the lowest ceiling, 24.050 kr., it takes a higher one, whatever the wage.
        ({"subsidy": "17400", "ceiling": Ceiling(hourly_wage=Decimal(150))}, "depends-on-ceiling", 26600, None),
        ({"subsidy": "14852", "ceiling": Ceiling(hourly_wage=Decimal(150))}, "depends-on-ceiling", 24052, None),
        # Below the lowest there is none to tell.
        ({"subsidy": "14840", "ceiling": Ceiling(hourly_wage=Decimal(150))}, "too-little", None, 9210),
        # Without any ceiling up to two kroner less are rounding, and more than that takes a ceiling or a wage.
        ({"subsidy": "18838", "ceiling": None}, "fits", None, None),
        ({"subsidy": "18837", "ceiling": None}, "depends-on-ceiling", 28037, 9210),
        # A known error explains it: the stated ceiling is not doubted, and an unknown one is reported.
        ({"subsidy": "18480"}, "too-little", None, None),
        ({"subsidy": "18480", "ceiling": None}, "depends-on-ceiling", 27680, None),
    ],
)
def test_the_ceiling_and_the_wage_are_reported_where_no_known_error_explains_the_payout(
    given: dict[str, Any], verdict: str, ceiling: int | None, wage: int | None
) -> None:
    found = checked(paid(**given))
    assert (found.verdict, found.ceiling_that_fits_month) == (verdict, ceiling)
    reported = [reason for reason in found.reasons if reason.key == "counted-wage-too-high"]
    assert found.counted_wage_that_fits_month == wage
    assert [reason.text.values["wage"] for reason in reported] == ([] if wage is None else [wage])


@pytest.mark.parametrize(
    ("given", "keys"),
    [
        ({}, []),
        ({"holiday_unemployment_days": 13}, ["holiday-days"]),
        ({"days_in_job": 13}, ["part-of-month"]),
        ({"days_in_job": 0}, ["part-of-month"]),
        ({"days_in_job": 13, "holiday_unemployment_days": 2}, ["holiday-days", "part-of-month"]),
    ],
)
def test_days_have_lines_of_their_own_right_after_the_subsidy(given: dict[str, int], keys: list[str]) -> None:
    month = paid(**given)
    (due,) = readings(month, (month,))
    order = [step.key.value for step in due.steps]
    after = order.index("subsidy") + 1
    assert order[after : after + len(keys) + 1] == [*keys, "atp"]
    settled = due.least == due.most
    assert settled is (given.get("days_in_job", 0) == 0)
    for step in due.steps[after : after + len(keys)]:
        assert step.amount == (due.least if settled else None)
        assert step.sentence.values["days"] == given.get("holiday_unemployment_days", 0)
        assert step.sentence.values["in_job"] == given.get("days_in_job", 0)
        assert (step.sentence.values["least"], step.sentence.values["most"]) == (due.least, due.most)
        result = step.sum.values["result"]
        assert getattr(result, "message", None) == ("{least}" if settled else "{least} to {most}")


@pytest.mark.parametrize(
    ("given", "terms"),
    [
        ({"pension_included": True}, []),
        ({}, ["+ {pension}"]),
        ({"pension_included": True, "own_atp_month": "99"}, ["− {own_atp}"]),
        ({"pension_included": True, "taxed_goods_month": "300"}, ["− {goods}"]),
        ({"pension_included": True, "holiday_earned_month": "300"}, ["− {earned}"]),
        ({"pension_included": True, "holiday_held_month": "300"}, ["+ {held}"]),
        ({"several_months_pay": "300", "several_months": 3}, ["+ {pension}", "− {several}", "+ {spread}"]),
    ],
)
def test_the_sum_of_the_wage_has_a_term_for_all_that_is_added_and_taken_out(
    given: dict[str, Any], terms: list[str]
) -> None:
    month = paid(**given)
    line = readings(month, (month,))[0].steps[0]
    # Each sum stands within the next: written, then what is added and taken out, and what they make.
    message, values, found = line.sum.message, line.sum.values, []
    while isinstance(inner := values.get("sum"), Text):
        found.append(message.removeprefix("{sum} "))
        message, values = inner.message, inner.values
    assert message == "{written}"
    assert found[::-1] == ([*terms, "= {wage}"] if terms else [])
    signs = {"+": 1, "−": -1}
    parts = [(signs[term[0]], values[term[3:-1]]) for term in terms]
    assert line.amount == values["written"] + sum(sign * amount for sign, amount in parts)


@pytest.mark.parametrize(
    ("given", "subsidy", "key"),
    [
        # 300 kr. of goods are no wage: 8.900 kr. count, and 9.200 kr. did.
        ({"taxed_goods_month": "300"}, "18840", "goods-counted"),
        # 8.000 kr. may be 92 % of 8.695,65 kr.
        ({}, "18631", "a-income-entered"),
        # Of a ceiling of 24.000 kr. 1.000 kr. are for pay that comes once.
        ({"ceiling": Ceiling(Decimal(23000), once_month=Decimal(1000), confirmed=True)}, "13800",
         "once-paid-against-ordinary-ceiling"),
    ],
)  # fmt: skip
def test_each_of_the_other_errors_is_reported_where_there_is_what_it_gets_wrong(
    given: dict[str, Any], subsidy: str, key: str
) -> None:
    assert reasons(paid(subsidy=subsidy, **given)) == [key]
    bare = {"taxed_goods_month": "0", "pension_included": key == "a-income-entered", "ceiling": "24000"}
    assert key not in reasons(paid(subsidy=subsidy, **bare))


@pytest.mark.parametrize(
    ("parts", "once", "reported"),
    [
        ({"once_paid_month": "300", "holiday_supplement_month": "200"}, "400", 500),
        ({}, "400", 400),
        ({"once_paid_month": "300"}, "0", 300),
    ],
)
def test_the_reason_of_the_ordinary_ceiling_names_what_was_paid_once(
    parts: dict[str, str], once: str, reported: int
) -> None:
    ceiling = Ceiling(Decimal(20000), once_month=Decimal(once), confirmed=True)
    month = paid(subsidy="10800", ceiling=ceiling, **parts)
    found = [reason for reason in checked(month).reasons if reason.key == "once-paid-against-ordinary-ceiling"]
    # Where full time has nothing of it, the ordinary ceiling is the right one.
    assert [reason.text.values["once"] for reason in found] == ([reported] if once != "0" else [])
    assert all(reason.text.values["ceiling"] == 20000 for reason in found)


def test_a_wage_with_all_pension_in_it_is_not_taken_for_a_income() -> None:
    # 30 % of 8.000 / 0,92 kr. off 21.600 kr.
    assert reasons(paid(subsidy="18991", pension_included=True)) == []
