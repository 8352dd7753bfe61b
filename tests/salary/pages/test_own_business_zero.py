"""The page of the subsidy for one's own business where it is 0, the year, and how a wrong or negative result is met."""

import re

import pytest
from django.test import Client

from salary.law.own_business import LAST_YEAR
from tests.salary.pages.test_own_business_page import PAGE, YEARS, figure, shown

REASONS = {
    "short": "a whole accounting year of at least 26 weeks",
    "none": "a whole accounting year of at least 26 weeks",
    "estimated": "ask for a new calculation",
    "not-main": "only if the business was your main occupation",
}


def panel(html: str) -> str:
    return html.split('id="result"')[1].split("</section>")[0].replace("\u00a0", " ")


@pytest.mark.parametrize("use", REASONS)
def test_a_subsidy_of_0_says_why_and_where_to_go_on(client: Client, use: str) -> None:
    html = shown(client, {"year": "2026", "year1_use": use})
    said = panel(html)
    assert figure(html) == "DKK 0"
    assert {reason for reason in REASONS.values() if reason in said} == {REASONS[use]}
    assert "on top of what the business earns" not in said
    assert 'href="/en/income/other-roads/"' in said
    assert "only when the business has stopped" in said
    assert "a twelfth each month" not in html
    assert "/ 12 =" not in html


def test_a_subsidy_that_profit_takes_away_is_not_said_to_come_on_top(client: Client) -> None:
    html = shown(client, {"year": "2026", "year1_result": "900000"})
    assert figure(html) == "DKK 0"
    assert "on top of what the business earns" not in panel(html)
    assert "a twelfth each month" not in html


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_missing_or_wrong_result_opens_the_choice_that_could_mend_it(client: Client, number: int) -> None:
    typed = {"year": "2026", "year1_result": "1"} | {f"year{number}_result": "many"}
    client.post(PAGE["en"], typed)
    html = client.get(PAGE["en"] + "?show=errors").content.decode()
    opened = [one for one in (1, 2, 3) if re.search(rf'<details[^>]*id="more-{one}"[^>]* open', html)]
    assert opened == [number]


@pytest.mark.parametrize(("language", "example"), [("da", "−40.000"), ("en", "−40,000")])
def test_the_example_of_a_result_has_a_minus_and_works(client: Client, language: str, example: str) -> None:
    client.post(PAGE[language], {"year": "2026", "year1_result": "underskud 40.000"})
    assert example in client.get(f"{PAGE[language]}?show=errors").content.decode()
    html = shown(client, {"year": "2026", "year1_result": example}, language).replace("\u00a0", " ")
    assert figure(html)
    assert not re.search(r"(?<![\w-])-(DKK )?40[.,]000", html.split('class="steps')[1])


def test_more_profit_that_changes_nothing_is_said_so(client: Client) -> None:
    html = panel(shown(client, {"year": "2026", "year1_result": "-40000"}))
    assert "10,000 more profit, the subsidy would be the same." in html
    assert "DKK 0 lower" not in html


def test_the_year_that_has_no_amount_yet_is_named(client: Client) -> None:
    html = shown(client, YEARS)
    assert f"We don&#39;t have the amount for {LAST_YEAR + 1} yet." in html
    assert "As we read the rules, for 2026 it is the years that closed before 1 November 2025." in html
