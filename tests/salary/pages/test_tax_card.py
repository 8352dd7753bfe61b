"""The tax card on the income page: what is left with it, and not a word on an amount of tax without it."""

import re
from datetime import date

import pytest
from django.test import Client
from django.utils.translation import override

from fleksjob_site.letter.content import letter
from fleksjob_site.visitor import VisitorData
from tests.salary.pages.test_account import NOVEMBER
from tests.salary.pages.test_income import TYPED, shown
from tests.take_along.telling import FILES

CARD = {"tax_percent": "38", "tax_deduction_month": "5400", "tax_main_card": "municipality"}
THREE_HOURS = {
    "hours_per_week": "3", "efficiency_percent": "100", "wage": "150", "pension_on_top_percent": "0",
    "own_atp_month": "0",
}  # fmt: skip


def after_tax(html: str) -> str | None:
    found = re.search(r'result-figure-third">([^<]+)<', html)
    return found[1] if found else None


def rows_of(html: str) -> dict[str, str]:
    """The amounts of the section on what is left after tax."""
    section = html[html.index('id="after-tax"') :]
    return dict(re.findall(r'<th scope="row">([^<]+)</th>\s*<td class="amount">([^<]+)</td>', section)[:4])


@pytest.mark.parametrize(
    ("changed", "figure"),
    [
        # The cases of net.md: 17.689,04 kr. with either main card, 15.883,58 and 14.513,30 kr.
        ({}, "DKK 17,689"),
        ({"tax_main_card": "employer"}, "DKK 17,689"),
        (THREE_HOURS, "DKK 15,884"),
        ({**THREE_HOURS, "tax_main_card": "employer"}, "DKK 14,513"),
        # 55 % of 6.428,04 and 18.793 kr., whatever else is typed.
        ({"tax_main_card": "none", "tax_percent": "", "tax_deduction_month": ""}, "DKK 11,349"),
        # An exemption card takes 8 % of 6.987 kr. only.
        ({"tax_percent": "0", "tax_deduction_month": ""}, "DKK 25,221"),
        ({"tax_card_unknown": "on"}, None),
        ({"tax_percent": "", "tax_deduction_month": "", "tax_main_card": ""}, None),
    ],
)
def test_the_card_gives_what_is_left(client: Client, changed: dict[str, str], figure: str | None) -> None:
    assert after_tax(shown(client, **NOVEMBER | CARD | changed)) == figure


def test_wage_and_subsidy_are_shown_apart_together_and_for_a_year(client: Client) -> None:
    assert rows_of(shown(client, **NOVEMBER, **CARD)) == {
        "Wage after tax": "DKK 3,985",
        "Subsidy after tax": "DKK 13,704",
        "Together a month": "DKK 17,689",
        # Twelve times 17.689,04 kr.
        "In a year, as twelve equal months": "DKK 212,268",
    }


def test_moving_the_main_card_is_advised_with_what_it_brings(client: Client) -> None:
    typed = NOVEMBER | THREE_HOURS | CARD
    advice = "You get DKK 1,370 more a month if the municipality has your main card."
    assert advice in shown(client, **typed | {"tax_main_card": "employer"})
    assert advice not in shown(client, **typed)


def test_what_is_left_of_more_wage_is_computed_from_the_own_figures(client: Client) -> None:
    assert "You keep DKK 36.58 of an extra DKK 100 in wage after tax." in shown(client, **NOVEMBER, **CARD)
    own = shown(client, **NOVEMBER, **CARD, own_pension_percent="5")
    assert "You keep DKK 33.73 of an extra DKK 100 in wage after tax." in own
    bound = shown(client, **NOVEMBER | CARD | {"pension_on_top_percent": "0", "ceiling_month": "20000"})
    assert "Nothing is left of an extra DKK 100 in wage after tax: you lose DKK 4.96." in bound


@pytest.mark.parametrize("changed", [{}, {"tax_card_unknown": "on", **CARD}, {"hours_up_to": "20"}])
def test_no_amount_of_tax_is_shown_without_a_card(client: Client, changed: dict[str, str]) -> None:
    html = shown(client, **NOVEMBER | changed)
    assert "Tax is not taken off." in html
    text = re.sub(r"<[^>]+>", " ", html[html.index("<main") : html.index("</main>")])
    for word in ("after tax", "A-skat", "withheld by your employer", "labour market contribution"):
        for found in re.finditer(word, text, re.IGNORECASE):
            around = text[found.start() : found.end() + 60]
            assert not re.search(r"DKK [0-9]", around), around
    assert after_tax(html) is None
    assert 'id="step-am-contribution"' not in html
    assert 'id="step-account-before-tax"' in html


def test_the_steps_go_on_from_the_total_to_what_is_left(client: Client) -> None:
    steps = re.findall(r'id="step-([a-z-]+)"', shown(client, **NOVEMBER, **CARD))
    assert steps[steps.index("total") :] == [
        "total", "account-before-tax", "am-income", "am-contribution", "wage-tax", "subsidy-tax", "net",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        ("tax_percent", "Enter the withholding percentage on your tax card"),
        ("tax_deduction_month", "Enter the monthly deduction on your tax card"),
        ("tax_main_card", "Choose who has your main card."),
    ],
)
def test_a_card_that_is_half_typed_is_asked_for_and_hides_no_total(client: Client, left_out: str, words: str) -> None:
    half = NOVEMBER | CARD | {left_out: ""}
    assert shown(client, **half).count(words) == 2
    live = shown(client, **half, live="1")
    assert words not in live
    assert "data-result" in live
    assert after_tax(live) is None
    # What was stored while typing still makes a letter.
    assert VisitorData(income=stored(half)).income_cases(date(2026, 11, 28))


def stored(changed: dict[str, str]) -> dict[str, str]:
    return TYPED | {name.replace("__", "-"): typed for name, typed in changed.items()}


def test_an_unknown_card_says_where_it_is_found(client: Client) -> None:
    html = shown(client, **NOVEMBER, tax_card_unknown="on")
    assert "Then no tax is calculated." in html
    assert 'href="https://skat.dk"' in html


@pytest.mark.parametrize("ticked", [{}, {"tax_in_letter": "on"}])
def test_letter_and_tables_hold_the_net_only_where_that_is_ticked(client: Client, ticked: dict[str, str]) -> None:
    typed = NOVEMBER | CARD | ticked
    with override("en"):
        blocks = letter(VisitorData(income=stored(typed)), date(2026, 11, 28), date(2026, 11, 28))
    said = " ".join(
        " ".join([block.text, *block.items, *(cell for row in block.rows for cell in row)]) for block in blocks
    )
    shown(client, **typed)
    table = client.get(FILES["cases"]["en"]).content.decode()
    for text in (said.replace("\u00a0", " "), table):
        assert "To your account before tax" in text
        assert ("After tax with your tax card" in text) == bool(ticked)
        assert (("17,689.04" in text) or ("17689.04" in text)) == bool(ticked)
