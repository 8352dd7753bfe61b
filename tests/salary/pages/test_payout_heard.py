"""What is said of the month that is being typed, to somebody who hears the page."""

import re

import pytest
from django.test import Client

from tests.salary.pages.test_payout import sent


def said_while_typing(client: Client, language: str = "en", **changed: str) -> str:
    html = sent(client, language, live="1", **changed)
    return re.sub(r" ?<[^>]+> ?", "|", html.split('<div id="announcement" hidden>')[1].split("</div>")[0])


@pytest.mark.parametrize(
    ("changed", "danish", "english"),
    [
        ({"subsidy": "17000"}, "Kommunen har udbetalt 1.840 kr. mindre, end reglerne giver.",
         "The municipality paid DKK 1,840 less than the rules give."),
        ({"subsidy": "16000"}, "Kommunen har udbetalt 2.840 kr. mindre, end reglerne giver.",
         "The municipality paid DKK 2,840 less than the rules give."),
        ({"subsidy": "19000"}, "Kommunen har udbetalt 160 kr. mere, end reglerne giver.",
         "The municipality paid DKK 160 more than the rules give."),
        ({}, "Det udbetalte passer med reglerne.", "What was paid fits the rules."),
        ({"ceiling_kind": "unknown", "subsidy": "15000"},
         "Om det udbetalte passer med reglerne, afhænger af lønloftet.",
         "Whether what was paid fits the rules depends on the wage ceiling."),
    ],
)  # fmt: skip
def test_what_is_said_of_a_month_has_its_subject_and_its_amount(
    client: Client, changed: dict[str, str], danish: str, english: str
) -> None:
    assert f"|{danish}|" in said_while_typing(client, "da", **changed)
    assert f"|{english}|" in said_while_typing(client, **changed)


def test_a_range_is_said_with_words_between_its_ends(client: Client) -> None:
    unknown = {"ceiling_kind": "unknown", "subsidy": "15000"}
    assert "under the rules: between DKK 0 and DKK 18,840.|" in said_while_typing(client, **unknown)
    assert "efter reglerne: mellem 0 og 18.840 kr.|" in said_while_typing(client, "da", **unknown)
    html = sent(client, live="1", **unknown)
    dash = '<span aria-hidden="true">DKK 0 – DKK 18,840</span><span class="sr-only">between DKK 0 and DKK 18,840</span>'
    assert dash in html


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"subsidy": ""}, "There is no result, because a field is empty: The subsidy the municipality paid.|"),
        ({"month__month": "", "month__year": ""}, "because a field is empty: Which month is the wage for?|"),
        ({"subsidy": "", "wage": ""}, "There is no result, because some fields are empty: The wage before tax, "),
        ({"subsidy": "1.23.4", "wage": "", "typing": "subsidy"}, ""),
        ({"subsidy": "1.23.4", "wage": ""}, ""),
        ({}, ""),
    ],
)
def test_an_empty_field_that_takes_the_result_away_is_named(client: Client, changed: dict[str, str], said: str) -> None:
    found = said_while_typing(client, **changed)
    assert said in found
    assert ("There is no result" in found) is bool(said)
