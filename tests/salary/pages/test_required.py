"""What must be filled in is marked: in words at the label or legend, and in code at each control."""

import re

import pytest
from django.test import Client

from tests.salary.pages.test_income import TYPED

PAGES = {
    "/en/income/": ["efficiency_percent", "hours_per_week", "month", "wage", "wage_kind"],
    "/en/income/check-my-payout/": ["ceiling_kind", "employer_pension", "month", "own_pension", "subsidy", "wage",
                                    "wage_kind"],
    "/en/income/wage-ceiling/": ["source", "wage", "wage_kind"],
    "/en/income/employer/full-time-wage/": ["holiday", "wage", "wage_kind"],
    "/en/income/employer/": ["efficiency_percent", "holiday", "hours_per_week", "wage", "wage_kind"],
}  # fmt: skip
MARK = '<span class="weight-normal" aria-hidden="true">(required)</span>'
"""Not read aloud, since the control itself says that it is required."""


def marked(html: str) -> list[str]:
    """The fields whose label or legend says that they must be filled in."""
    return sorted(re.findall(rf'id="id_(\w+)-(?:label|legend)"(?:(?!</l).)*{re.escape(MARK)}', html, re.DOTALL))


def in_code(html: str) -> list[str]:
    found = re.findall(r'<(?:input|fieldset|select|textarea)[^>]*aria-required="true"[^>]*>', html)
    names = [re.search(r'name="(?P<name>[\w-]+)"|labelledby="id_(?P<group>\w+)-legend"', tag) for tag in found]
    return sorted({re.sub(r"-(?:month|year)$", "", name["name"] or name["group"]) for name in names if name})


@pytest.mark.parametrize(("page", "required"), PAGES.items())
def test_what_must_be_filled_in_is_marked_in_words_and_in_code(client: Client, page: str, required: list[str]) -> None:
    html = client.get(page).content.decode()
    assert marked(html) == required
    assert in_code(html) == required


def test_what_is_not_used_is_not_marked(client: Client) -> None:
    html = client.post("/en/income/", TYPED | {"wage_kind": "month", "live": "1"}).content.decode()
    assert marked(html) == ["month", "wage", "wage_kind"]


def test_the_fields_of_a_card_are_marked_in_code_and_named_together(client: Client) -> None:
    html = client.post("/en/income/", TYPED | {"tax_percent": "38", "live": "1"}).content.decode()
    assert {"tax_percent", "tax_deduction_month", "tax_main_card"} <= set(in_code(html))
    assert "Leave all three empty, or fill in what your tax card says." in html


def test_the_link_page_says_that_one_of_two_is_enough(client: Client) -> None:
    assert "One of the two must be filled in." in client.get("/en/open/").content.decode()


def test_a_question_must_be_answered(client: Client) -> None:
    html = client.get("/en/target-group/question/birth-month/").content.decode()
    assert in_code(html) == ["answer"]
