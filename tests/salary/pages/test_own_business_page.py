"""The page of the subsidy for one's own business: what it shows, what it asks for, and what it keeps."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.eligibility.law.answering import FITTING
from tests.visitor import Visitor

PAGE = {"da": "/indkomst/egen-virksomhed/", "en": "/en/income/own-business/"}
YEARS = {"year": "2026", "year1_result": "240.000", "year2_result": "180000", "year3_result": "90.000 kr."}


def shown(client: Client, typed: dict[str, str], language: str = "en") -> str:
    """The page as it answers while somebody types."""
    return client.post(PAGE[language], typed | {"live": "1"}).content.decode()


def figure(html: str) -> str | None:
    """The amount in the result panel; None without one."""
    _, mark, after = html.partition("data-result>")
    return after.partition("<")[0].replace("\u00a0", " ") if mark else None


@pytest.mark.parametrize(("language", "amount"), [("da", "8.910,00 kr."), ("en", "DKK 8,910")])
def test_three_years_give_the_monthly_amount(client: Client, language: str, amount: str) -> None:
    assert figure(shown(client, YEARS, language)) in {amount, amount.replace(",00", "")}


@pytest.mark.parametrize("use", ["short", "estimated", "not-main", "none"])
def test_a_year_that_cannot_be_used_needs_no_result_and_alone_gives_0(client: Client, use: str) -> None:
    html = shown(client, {"year": "2026", "year1_use": use})
    assert figure(html) == "DKK 0"
    assert "No year can be used" in html


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({}, {"year1_result"}),
        ({"year1_result": "many"}, {"year1_result"}),
        ({"year1_result": "10.000.001"}, {"year1_result"}),
        ({"year1_result": "-10.000.001"}, {"year1_result"}),
        ({"year1_result": "8.000 kr. om måneden"}, {"year1_result"}),
        ({"year1_result": "1", "year1_benefits": "-1"}, {"year1_benefits"}),
        ({"year1_result": "1", "year2_benefits": "5000"}, {"year2_result"}),
        ({"year1_result": "1", "year3_other": "x"}, {"year3_other", "year3_result"}),
        ({"year1_result": "1", "year2_use": "perhaps"}, {"year2_use"}),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client: Client, typed: dict[str, str], wrong: set[str]) -> None:
    client.post(PAGE["en"], {"year": "2026"} | typed)
    html = client.get(PAGE["en"] + "?show=errors").content.decode()
    marked = {name for name in _names() if f'id="id_{name}-error"' in html}
    assert marked == wrong
    assert figure(html) is None


def _names() -> list[str]:
    return [f"year{number}_{name}" for number in (1, 2, 3) for name in ("use", "result", "benefits", "other")]


def test_what_is_typed_is_kept_and_deleted_with_the_rest(client: Visitor) -> None:
    client.post(PAGE["en"], YEARS)
    html = client.get(PAGE["en"]).content.decode()
    assert figure(html) == "DKK 8,910"
    assert 'value="240.000"' in html
    assert client.get("/en/go-on/").headers["Location"] == PAGE["en"]
    client.post("/en/delete-my-answers/", {})
    assert figure(client.get(PAGE["en"]).content.decode()) is None


def test_the_details_of_a_year_stand_open_where_they_are_used(client: Client) -> None:
    for typed in ({"year1_use": "short"}, {"year1_benefits": "1"}, {"year1_other": "x"}):
        html = shown(client, {"year1_result": "1"} | typed)
        assert '<details class="details" id="more-1" open>' in html
        assert '<details class="details" id="more-2">' in html


def test_more_profit_and_where_it_ends_are_said(client: Client) -> None:
    html = shown(client, YEARS).replace("\u00a0", " ")
    assert "the subsidy would be DKK 3,000 lower a year. You would keep DKK 7,000 of it before tax." in html
    assert "bring in DKK 566,400 a year" in html
    couple = shown(client, YEARS | {"couple": "on"}).replace("\u00a0", " ")
    assert "the subsidy would be DKK 1,500 lower a year" in couple
    assert "Enter the joint result" in couple


@pytest.mark.parametrize(("year", "said"), [("2013", True), ("2024", False)])
def test_years_with_other_rules_say_so(client: Client, year: str, said: bool) -> None:
    assert ("only sickness benefit was added" in shown(client, {"year": year, "year1_result": "1"})) == said


def test_a_year_without_rates_is_not_offered_and_an_old_one_in_the_session_is_no_error(client: Visitor) -> None:
    client.tells(own_business={"year": "1999", "year1_result": "1"})
    html = client.get(PAGE["en"]).content.decode()
    assert figure(html)
    assert '<option value="2026" selected>' in html
    assert '<option value="2012"' not in html


@pytest.mark.parametrize("language", ["da", "en"])
def test_it_is_linked_from_the_income_page_and_from_the_outcome_for_own_business(language: str) -> None:
    client = Visitor()
    with override(language):
        income, outcome = reverse("income"), reverse("eligibility:outcome")
    assert f'href="{PAGE[language]}"' in client.get(income).content.decode()
    client.tells(eligibility=FITTING | {"situation": "self-employed"})
    assert f'href="{PAGE[language]}"' in client.get(outcome).content.decode()


def test_the_first_grant_takes_the_years_that_close_before_it(client: Client) -> None:
    later, first = (shown(client, YEARS | typed) for typed in ({}, {"first_grant": "on"}))
    assert "Year 1 (usually 2024)" in later
    assert "closed before 1 November 2025" in later
    assert "Year 1 (usually 2025)" in first
    assert "close before the subsidy is granted" in first
    assert figure(first) == figure(later)


def test_a_field_that_takes_a_minus_gets_a_keyboard_that_has_one(client: Client) -> None:
    html = client.get(PAGE["en"]).content.decode()
    kinds = {name: kind for kind, name in re.findall(r'inputmode="(\w+)"[^>]* name="(year\d_\w+)"', html)}
    assert {name for name, kind in kinds.items() if kind == "text"} == {f"year{number}_result" for number in (1, 2, 3)}
    assert len(kinds) == 9


NOTES = {"da": "trykker 156.956 kr.", "en": "prints DKK 156,956."}


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_step_of_the_base_amount_shows_the_note_of_its_rate(client: Client, language: str) -> None:
    html = shown(client, YEARS | {"year": "2024"}, language).replace("\u00a0", " ")
    step = html.split('id="law-own-business-subsidy"')[1].split("</ul>")[1]
    assert NOTES[language] in step
    assert NOTES[language] not in shown(client, YEARS, language).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("use", "why"),
    [
        ("short", "This year lasted less than 26 weeks"),
        ("estimated", "The tax authority estimated the income"),
        ("not-main", "The business was not your main occupation"),
    ],
)
def test_the_step_of_a_year_that_cannot_be_used_says_so_and_why(client: Client, use: str, why: str) -> None:
    html = shown(client, {"year": "2026", "year1_use": use})
    lines = re.findall(r"<summary[^>]*>([^<]+)<", html.split('class="steps')[1].split('id="years"')[0])
    steps = [line for line in lines if line not in ("The calculation", "Rules and sources")]
    assert steps[:2] == ["Accounting year 1: can&#39;t be used", "Income of the business: no year can be used"]
    assert why in html


def test_the_reduction_has_one_name_and_its_percentage(client: Client) -> None:
    html = shown(client, YEARS, "da").replace("\u00a0", " ")
    assert "Nedsættelse (30 %)" in html
    assert "Nedsættelse på grund af din indtægt" in html
