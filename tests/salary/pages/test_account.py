"""To your account before tax: the second headline of the income page."""

import re

import pytest
from django.test import Client

from tests.salary.pages.test_income import shown

NOVEMBER = {"month__month": "11", "month__year": "2026", "hours_per_week": "15", "efficiency_percent": "60",
            "wage": "180", "pension_on_top_percent": "10", "own_atp_kind": "other", "own_atp_month": "33"}  # fmt: skip


def account(html: str) -> str | None:
    found = re.search(r"result-figure-second\">([^<]+)<", html)
    return found[1] if found else None


@pytest.mark.parametrize(
    ("changed", "figure"),
    [
        # 7.020 kr. less 33 kr. of ATP, and a subsidy of 19.293 kr. less 500 kr. of ATP.
        ({}, "DKK 25,780"),
        ({"own_pension_percent": "5"}, "DKK 25,429"),
        ({"pension_on_top_percent": "0", "pension_on_top_month": "702"}, "DKK 25,780"),
        ({"wage_kind": "month", "wage": "7020"}, "DKK 25,780"),
        ({"other_wage_month": "1000"}, "DKK 25,480"),
        ({"side_business_month": "1000"}, "DKK 25,480"),
        # Supplements hold an unknown part of pension.
        ({"supplements_full_time_month": "1000"}, None),
    ],
)
def test_the_account_before_tax_is_without_pension_and_atp(
    client: Client, changed: dict[str, str], figure: str | None
) -> None:
    assert account(shown(client, **NOVEMBER | changed)) == figure


@pytest.mark.parametrize(
    ("language", "asked"), [("en", "Enter your pension under “Your own pension”"), ("da", "»Egen pension«")]
)
def test_it_asks_for_own_pension_until_it_is_given(client: Client, language: str, asked: str) -> None:
    assert asked in shown(client, language, **NOVEMBER)
    assert asked not in shown(client, language, **NOVEMBER, own_pension_percent="5")
