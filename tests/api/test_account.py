"""What reaches the account: before tax where pension is known, after tax with a person's own card and never without."""

from decimal import Decimal
from random import Random
from typing import Any

import pytest
from django.test import Client

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.money import whole_ore
from salary.law.calculation import calculate
from salary.law.case import Case
from salary.law.net import MainCard, TaxCard, net_of, paid_of
from salary.law.net_steps import net_steps
from tests.api.asking import post

FIFTEEN_HOURS = {
    "month": "2026-11", "hours_per_week": 15, "efficiency_percent": 60, "hourly_wage": 180,
    "pension_on_top_percent": 10, "own_atp_month": 33,
}  # fmt: skip
THREE_HOURS = {"month": "2026-11", "hours_per_week": 3, "efficiency_percent": 100, "hourly_wage": 150}
_AMOUNTS = (
    "am_contribution", "wage_tax", "subsidy_tax", "wage_net", "subsidy_net", "net", "main_card_advice",
)  # fmt: skip
CARD = {"percent": 38, "deduction_month": 5400, "main_card": "municipality"}


@pytest.mark.parametrize(
    ("given", "main_card", "net"),
    [
        (FIFTEEN_HOURS, "municipality", ("3985.38", "13703.66", "17689.04", "0.00")),
        (FIFTEEN_HOURS, "employer", ("6037.38", "11651.66", "17689.04", "0.00")),
        (FIFTEEN_HOURS | {"own_atp_month": 0}, "municipality", ("4004.21", "13697.46", "17701.67", "0.00")),
        (THREE_HOURS, "municipality", ("1112.28", "14771.30", "15883.58", "0.00")),
        (THREE_HOURS, "employer", ("1794.00", "12719.30", "14513.30", "1370.28")),
    ],
)
def test_a_card_gives_what_is_left_after_tax(
    client: Client, given: dict[str, Any], main_card: str, net: tuple[str, ...]
) -> None:
    answer = post(client, "income", given | {"tax": CARD | {"main_card": main_card}}).json()
    names = ("wage_net_month", "subsidy_net_month", "net_month", "main_card_advice_month")
    assert tuple(answer["tax"][name] for name in names) == net
    assert [step["key"] for step in answer["tax"]["steps"]] == [
        "am-income", "am-contribution", "wage-tax", "subsidy-tax", "net",
    ]  # fmt: skip
    assert all(step["sources"] for step in answer["tax"]["steps"])


def test_before_tax_needs_no_card_and_nothing_after_tax_is_there_without_one(client: Client) -> None:
    answer = post(client, "income", FIFTEEN_HOURS).json()
    assert answer["am_income_month"] == "6987.00"
    assert answer["account_before_tax_month"] == "25780.00"
    assert answer["tax"] is None


@pytest.mark.parametrize(
    ("more", "income"),
    [
        ({"own_pension_percent": 5}, "6636.00"),
        ({"own_pension_month": "351"}, "6636.00"),
        ({"employer_pension_month": 722}, "6967.00"),
    ],
)
def test_pension_is_not_paid_out(client: Client, more: dict[str, Any], income: str) -> None:
    assert post(client, "income", FIFTEEN_HOURS | more).json()["am_income_month"] == income


@pytest.mark.parametrize(
    ("given", "income"),
    [
        ({"month": "2026-11", "wage_month": 7722}, None),
        ({"month": "2026-11", "wage_month": 7722, "employer_pension_month": 702}, "7020.00"),
        ({"month": "2026-11", "wage_month": 7020, "pension_on_top_percent": 10}, "7020.00"),
        (FIFTEEN_HOURS | {"supplements_full_time_month": 1000}, None),
        (FIFTEEN_HOURS | {"supplements_full_time_month": 1000, "employer_pension_month": 702}, "7230.24"),
    ],
)
def test_where_pension_is_not_known_the_account_is_not_either(
    client: Client, given: dict[str, Any], income: str | None
) -> None:
    answer = post(client, "income", given | {"tax": CARD}).json()
    assert answer["am_income_month"] == income
    assert (answer["account_before_tax_month"] is None) == (answer["tax"] is None) == (income is None)


def test_a_side_business_counts_like_other_wage_and_is_paid_out_by_nobody(client: Client) -> None:
    bare = post(client, "income", FIFTEEN_HOURS | {"tax": CARD}).json()
    business = post(client, "income", FIFTEEN_HOURS | {"tax": CARD, "side_business_month": 3000}).json()
    other = post(client, "income", FIFTEEN_HOURS | {"tax": CARD, "other_wage_month": "3000"}).json()
    # 30 % of 3.000 kr., as long as the wage is below the threshold.
    assert business["subsidy_month"] == other["subsidy_month"] == "18393.00"
    assert business["total_month"] == other["total_month"]
    assert business["account_before_tax_month"] == other["account_before_tax_month"] == "24880.00"
    assert business["tax"]["net_month"] == other["tax"]["net_month"]
    keys = [step["key"] for step in business["steps"]]
    assert [key for key in keys if key not in [step["key"] for step in bare["steps"]]] == ["side-business"]


def test_the_tax_is_that_of_the_law_code(client: Client) -> None:
    random = Random("tax")
    for _ in range(100):
        month, main_card = random.choice(["2024-05", "2026-11"]), random.choice(list(MainCard))
        hours, pace, wage, percent = (random.randint(*limits) for limits in ((1, 37), (10, 100), (100, 400), (0, 100)))
        on_top, own, own_atp, deduction = (
            random.choice(amounts) for amounts in ((0, 8, 10), (0, 4, 5), (0, 33, 66, 99), (0, 5400, 9000))
        )
        body = {
            "month": month, "hours_per_week": hours, "efficiency_percent": pace, "hourly_wage": wage,
            "pension_on_top_percent": on_top, "own_pension_percent": own, "own_atp_month": own_atp,
            "tax": {"percent": percent, "deduction_month": deduction, "main_card": main_card},
        }  # fmt: skip
        case = Case.from_fields(
            Month.parse(month),
            hours_week=Decimal(hours),
            pace_percent=Decimal(pace),
            hourly_wage=Decimal(wage),
            pension_on_top_percent=Decimal(on_top),
            own_atp_month=Decimal(own_atp),
        )
        paid = paid_of(calculate(case), case.employer_pension_month, case.gross_wage_month * own / 100)
        assert paid is not None
        net = net_of(paid, TaxCard(Decimal(percent), Decimal(deduction), main_card))
        given = post(client, "income", body).json()["tax"]
        assert {key: Decimal(value) for key, value in given.items() if key != "steps"} == {
            f"{name}_month": whole_ore(getattr(net, name)) for name in _AMOUNTS
        }, body
        assert [step["key"] for step in given["steps"]] == [step.key for step in net_steps(net)]


@pytest.mark.parametrize(
    ("more", "code", "field"),
    [
        ({"tax": CARD | {"main_card": "both"}}, "wrong-form", "tax.main_card"),
        ({"tax": CARD | {"percent": 101}}, "out-of-range", "tax.percent"),
        ({"tax": {"percent": 38, "main_card": "none"}}, "missing", "tax.deduction_month"),
        ({"tax": CARD | {"name": "x"}}, "unknown-field", "tax.name"),
        ({"tax": 38}, "wrong-form", "tax"),
        ({"own_pension_percent": 5, "own_pension_month": 300}, "one-of-two", "own_pension_month"),
        ({"own_pension_percent": "five"}, "not-a-number", "own_pension_percent"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client: Client, more: dict[str, Any], code: str, field: str) -> None:
    answer = post(client, "income", FIFTEEN_HOURS | more)
    assert answer.status_code == 422
    assert [(error["code"], error["field"]) for error in answer.json()["errors"]] == [(code, field)]


def test_no_more_pension_than_the_wage(client: Client) -> None:
    answer = post(client, "income", {"month": "2026-11", "wage_month": 700, "employer_pension_month": 702})
    [error] = answer.json()["errors"]
    assert (error["code"], error["field"], error["limits"]) == (
        "parts-above-whole", "employer_pension_month", {"minimum": None, "maximum": "700", "values": None},
    )  # fmt: skip
