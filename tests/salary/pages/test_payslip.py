"""The drawn papers: their figures come from the calculation, and each number leads to the field with the same one."""

import re
from typing import Any

import pytest
from django.test import Client

from salary.pages.payslip import papers
from tests.salary.pages.test_payout import words

PAGES = {
    "income": {"da": "/indkomst/", "en": "/en/income/"},
    "payout": {"da": "/indkomst/tjek-udbetaling/", "en": "/en/income/check-my-payout/"},
}
# October 2026, 15 hours at 60 % and 180 kr.; 38 % of tax, and a deduction of 5.400 kr. at the municipality.
AMOUNTS = {
    "gross-wage": "7.020,00",
    "own-atp": "−33,00",
    "am-income": "6.987,00",
    "am-contribution": "−558,96",
    "a-income": "6.428,04",
    "wage-tax": "−2.442,66",
    "wage-paid": "3.985,38",
    "own-pension": "0,00",
    "employer-pension": "702,00",
    "subsidy": "19.293,00",
    "subsidy-atp": "−500,00",
    "subsidy-tax": "−5.089,34",
    "subsidy-paid": "13.703,66",
}


def rows(html: str) -> list[tuple[str, str]]:
    """Each line of the papers on a page: the heading and the amount."""
    papers_only = html[html.index('<div class="paper"') :]
    return re.findall(r'<th scope="row">(.*?)</th> <td>([^<]+)</td>', papers_only)


def linked(html: str) -> dict[str, tuple[str, str]]:
    """By the number of a line: the field it leads to and its amount."""
    found = {}
    for heading, amount in rows(html):
        if link := re.search(r'<a href="#([\w-]+)"><span class="paper-number">(\d) </span>', heading):
            found[link[2]] = link[1], amount
    return found


def numbers_at_fields(html: str) -> dict[str, str]:
    labels = re.findall(r'<label[^>]* for="([\w-]+)"><span class="paper-number">(\d) </span>', html)
    return {number: field for field, number in labels}


def test_the_figures_are_those_of_the_calculation() -> None:
    lines = [line for paper in papers() for block in paper.blocks for line in block.lines]
    assert {line.key: line.shown for line in lines} == AMOUNTS
    assert [paper.month_in_danish for paper in papers()] == ["Oktober 2026", "November 2026"]


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_check_shows_both_papers_and_leads_to_its_five_fields(client: Client, language: str) -> None:
    html = words(client.get(PAGES["payout"][language]))
    assert [amount for _, amount in rows(html)] == list(AMOUNTS.values())
    assert linked(html) == {
        "1": ("id_wage", "6.987,00"),
        "2": ("id_own_pension", "0,00"),
        "3": ("id_employer_pension", "702,00"),
        "4": ("id_subsidy", "19.293,00"),
        "5": ("id_atp", "−500,00"),
    }


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_income_page_shows_the_payslip_and_leads_to_its_four_fields(client: Client, language: str) -> None:
    html = words(client.get(PAGES["income"][language]))
    assert [amount for _, amount in rows(html)] == list(AMOUNTS.values())[:9]
    assert linked(html) == {
        "1": ("id_wage", "7.020,00"),
        "2": ("id_own_atp_month", "−33,00"),
        "3": ("id_own_pension_percent", "0,00"),
        "4": ("id_pension_on_top_percent", "702,00"),
    }


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_each_line_and_its_field_have_the_same_number(client: Client, page: str, language: str) -> None:
    html = words(client.get(PAGES[page][language]))
    fields = {number: field for number, (field, _) in linked(html).items()}
    assert numbers_at_fields(html) == fields
    for field in fields.values():
        assert len(re.findall(rf'<input [^>]*id="{field}"', html)) == 1


@pytest.mark.parametrize(("language", "warned"), [("da", "ikke dette beløb"), ("en", "not this amount")])
def test_a_income_and_the_amount_paid_out_are_marked_as_wrong(client: Client, language: str, warned: str) -> None:
    html = words(client.get(PAGES["payout"][language]))
    marked = [amount for heading, amount in rows(html) if warned in heading]
    assert marked == ["6.428,04", "3.985,38", "13.703,66"]


def test_the_papers_stay_danish_in_english_and_say_that_they_are_made_up(client: Client) -> None:
    html = words(client.get(PAGES["payout"]["en"]))
    assert '<span lang="da">AM-indkomst</span>' in html
    for said in ("Opdigtet Butik ApS", "Sample, not a real payslip", "Prøve Kommune", "Sample, not a real letter"):
        assert said in html


def test_the_figures_typed_off_fit_the_rules(client: Client) -> None:
    """What is on the drawn papers is a right payout: the check of the same month says so."""
    typed: dict[str, Any] = {
        "month-month": "10",
        "month-year": "2026",
        "wage_kind": "a-income",
        "wage": AMOUNTS["am-income"],
        "own_pension": AMOUNTS["own-pension"],
        "employer_pension": AMOUNTS["employer-pension"],
        "subsidy": AMOUNTS["subsidy"],
        "atp": "500",
        "ceiling_kind": "unknown",
    }
    assert "In line with the rules" in words(client.post(PAGES["payout"]["en"], typed, follow=True))
