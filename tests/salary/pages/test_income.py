"""The income page: the same amounts as the calculation, both ways of writing, and every wrong input said clearly."""

import re
from decimal import Decimal

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from fleksjob_site.kernel.calendar import Month
from salary.law.calculation import calculate
from salary.law.case import Case
from salary.law.rates import newest_month_with_rates

PAGE = {"da": "/indkomst/", "en": "/en/income/"}
TYPED = {
    "hours_per_week": "18",
    "efficiency_percent": "100",
    "wage_kind": "hourly",
    "wage": "200",
    "pension_on_top_percent": "0",
    "ceiling_month": "",
    "month-month": "5",
    "month-year": "2024",
    "supplements_full_time_month": "0",
    "other_wage_month": "0",
    "full_time_hours_per_week": "37",
}
NEWEST = newest_month_with_rates()
ONLY_WITH_RATES = f"Enter a month from January 2013 to {NEWEST.first_day:%B %Y}"


def shown(client: Client, language: str = "en", **changed: str) -> str:
    typed = TYPED | {key.replace("__", "-"): value for key, value in changed.items()}
    answer = client.post(PAGE[language], typed, follow=True)
    assert answer.status_code == 200
    return answer.content.decode().replace("\u00a0", " ")


def total(html: str) -> str:
    found = re.search(r"data-result>([^<]+)<", html)
    assert found
    return found[1]


def test_the_official_example_gives_the_official_result(client: Client) -> None:
    assert total(shown(client)) == "DKK 30,872"
    html = shown(client, "da")
    assert total(html) == "30.872 kr."
    assert "15.600 kr." in html
    assert "15.272 kr." in html


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    ("hours", "wage"), [("12,5", "21.092,50"), ("12.5", "21,092.50"), ("12,5", "21092,5"), ("12.5", "21 092,50 kr.")]
)
def test_both_ways_of_writing_work_in_both_languages(client: Client, language: str, hours: str, wage: str) -> None:
    html = shown(client, language, hours_per_week=hours, wage=wage, wage_kind="full-time")
    expected = calculate(
        Case.from_fields(Month(2024, 5), hours_week=Decimal("12.5"), pace_percent=Decimal(100),
             full_time_wage_month=Decimal("21092.50"))
    ).total_month  # fmt: skip
    digits = re.sub(r"[^0-9,.]", "", total(html).removesuffix("kr."))
    decimal = digits.replace(".", "").replace(",", ".") if language == "da" else digits.replace(",", "")
    assert Decimal(decimal) == expected.quantize(Decimal(1), "ROUND_HALF_UP")


BAD = [
    ("hours_per_week", "-1", "Enter a number between 0 and 168 hours"),
    ("hours_per_week", "168,01", "Enter a number between 0 and 168 hours"),
    ("hours_per_week", "1.234", "This could be read as two different numbers."),
    ("hours_per_week", "ten", "Enter the hours as a number"),
    ("hours_per_week", "NaN", "Enter the hours as a number"),
    ("hours_per_week", "", "Enter how many hours a week you are at work"),
    ("efficiency_percent", "0", "Enter a number between 1 and 100%"),
    ("efficiency_percent", "0,99", "Enter a number between 1 and 100%"),
    ("efficiency_percent", "100,01", "Enter a number between 1 and 100%"),
    ("efficiency_percent", "half", "Enter the percentage as a number"),
    ("efficiency_percent", "", "Enter your pace as a percentage"),
    ("wage", "-5", "Enter a number between DKK 0 and DKK 1,000,000"),
    ("wage", "1000000,01", "Enter a number between DKK 0 and DKK 1,000,000"),
    ("wage", "Infinity", "Enter the amount as a number"),
    ("wage", "1.23.4", "Enter the amount as a number"),
    ("wage", "1,2345", "Enter at most two digits after the point or comma."),
    ("wage", "2000,01", "Is this a monthly wage?"),
    ("wage", "", "Enter the wage"),
    ("wage_kind", "yearly", "Choose one of the three kinds of wage"),
    ("wage_kind", "", "Choose which wage you know"),
    ("month__year", "2012", ONLY_WITH_RATES),
    ("month__year", str(NEWEST.year + 1), ONLY_WITH_RATES),
    ("month__month", "13", "“13” is not a month."),
    ("ceiling_month", "a lot", "Enter the amount as a number"),
    ("own_pension_month", "1000000,01", "Enter a number between DKK 0 and DKK 1,000,000"),
    ("tax_percent", "38,5", "Enter a whole percentage"),
    ("tax_percent", "101", "Enter a number between 0 and 100%"),
    ("tax_deduction_month", "a lot", "Enter the amount as a number"),
    ("tax_main_card", "bank", "Choose one of the three."),
    ("pension_on_top_percent", "100,01", "Enter a number between 0 and 100%"),
    ("full_time_hours_per_week", "0,99", "Enter a number between 1 and 168 hours"),
    ("full_time_hours_per_week", "168,01", "Enter a number between 1 and 168 hours"),
]
AT_ITS_LIMIT = [
    ("hours_per_week", "0"),
    ("hours_per_week", "168"),
    ("efficiency_percent", "1"),
    ("efficiency_percent", "100"),
    ("wage", "0"),
    ("wage", "2000"),
    ("pension_on_top_percent", "0"),
    ("pension_on_top_percent", "100"),
    ("full_time_hours_per_week", "1"),
    ("full_time_hours_per_week", "168"),
]


@pytest.mark.parametrize(("field", "typed", "words"), BAD)
def test_a_wrong_input_is_said_at_the_field_and_in_the_summary_and_kept(
    client: Client, field: str, typed: str, words: str
) -> None:
    html = shown(client, **{field: typed})
    assert html.count(words) >= 2, html
    assert "data-result" not in html
    assert "There is a problem" in html
    if typed and field not in {"wage_kind", "tax_main_card"}:
        assert f'value="{typed}"' in html


@pytest.mark.parametrize(("field", "typed"), AT_ITS_LIMIT)
def test_an_input_at_its_limit_is_taken(client: Client, field: str, typed: str) -> None:
    html = shown(client, **{field: typed})
    assert "There is a problem" not in html
    assert "data-result" in html


def test_an_empty_post_says_what_is_missing(client: Client) -> None:
    html = client.post(PAGE["en"], dict.fromkeys(TYPED, ""), follow=True).content.decode()
    for words in ("Enter how many hours", "Choose which wage", "Enter the wage.", "Enter the month and year"):
        assert html.count(words) == 2


def test_while_typing_an_empty_field_is_no_error(client: Client) -> None:
    assert "There is a problem" not in shown(client, wage="", live="1")
    assert "Enter the amount as a number" in shown(client, wage="1.23.4", live="1")


def test_what_was_typed_is_there_again_in_the_other_language(client: Client) -> None:
    shown(client, "en", wage="21092.50", wage_kind="full-time")
    html = client.get(PAGE["da"]).content.decode().replace("\u00a0", " ")
    assert 'name="wage" value="21092.50"' in html
    assert "data-result" in html


def test_the_page_starts_on_this_month(client: Client) -> None:
    html = client.get(PAGE["en"]).content.decode()
    assert 'name="month-month" value="11"' in html
    assert 'name="month-year" value="2026"' in html
    assert "There is a problem" not in html


def test_a_wage_for_the_month_needs_no_hours(client: Client) -> None:
    html = shown(client, wage="10000", wage_kind="month", hours_per_week="", efficiency_percent="")
    assert total(html) == "DKK 26,952"
    assert "No wage ceiling is applied, because it is not known" in html


def test_an_assumed_ceiling_is_flagged_and_a_stated_one_is_not(client: Client) -> None:
    assert "The wage ceiling is assumed" in shown(client)
    assert "The wage ceiling is assumed" not in shown(client, ceiling_month="40000")
    binding = shown(client, ceiling_month="20000")
    assert "The wage ceiling limits your subsidy" in binding
    assert total(binding) == "DKK 20,000"


@given(
    year=st.integers(2013, 2026),
    hours=st.decimals(0, 60, places=2),
    pace=st.decimals(1, 100, places=1),
    wage=st.decimals(0, 2000, places=2),
    other=st.decimals(0, 30000, places=2),
    pension=st.decimals(0, 20, places=1),
)
def test_page_api_and_function_give_the_same_amounts(
    year: int, hours: Decimal, pace: Decimal, wage: Decimal, other: Decimal, pension: Decimal
) -> None:
    client = Client()
    result = calculate(
        Case.from_fields(Month(year, 3), hours_week=hours, pace_percent=pace, hourly_wage=wage, other_wage_month=other,
             pension_on_top_percent=pension)
    )  # fmt: skip
    body = {
        "month": f"{year}-03",
        "hours_per_week": str(hours),
        "efficiency_percent": str(pace),
        "hourly_wage": str(wage),
        "other_wage_month": str(other),
        "pension_on_top_percent": str(pension),
    }
    given = client.post("/api/v1/income", body, content_type="application/json").json()
    assert Decimal(given["total_month"]) == result.total_month.quantize(Decimal("0.01"), "ROUND_HALF_UP")
    assert Decimal(given["subsidy_month"]) == result.subsidy.rounded
    assert Decimal(given["payout_month"]) == result.payout_month
    html = shown(client, hours_per_week=str(hours), efficiency_percent=str(pace), wage=str(wage), month__year=str(year),
                 month__month="3", other_wage_month=str(other), pension_on_top_percent=str(pension))  # fmt: skip
    assert f"DKK {result.subsidy.rounded:,}" in html
    assert f"DKK {result.payout_month:,}" in html
