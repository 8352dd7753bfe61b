"""The surplus of a side business on the income page, in the year and in the check: asked for, counted, and carried."""

import re
from datetime import date

import pytest
from django.test import Client

from fleksjob_site.take_along.link import read, write
from fleksjob_site.visitor import VisitorData
from salary.pages.payout_kept import NAMES
from tests.eligibility.law.answering import FITTING
from tests.salary.pages.test_income import shown
from tests.salary.pages.test_payout import TYPED, did, figure, sent
from tests.visitor import Visitor

ON = date(2026, 11, 21)
NAME = {"da": "Overskud af selvstændig bibeskæftigelse", "en": "Surplus of a side business"}
HINT = {"da": "Månedens resultat før skat og renter. Tag det med, du hæver til dig selv.",
        "en": "The month's result before tax and interest. Include what you take out for yourself."}  # fmt: skip
LEFT_OUT = {"da": "Overskuddet af din bibeskæftigelse er ikke regnet med.",
            "en": "The surplus of your side business is left out."}  # fmt: skip


def amounts(html: str) -> list[str]:
    """The headlines of the result and the amounts of the curve, as the page writes them."""
    result = html.split('id="result"')[1]
    return re.findall(r"result-figure\"[^>]*>([^<]+)<", result)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_income_page_asks_for_it_and_counts_it_like_other_wage(client: Client, language: str) -> None:
    bare, business, other = (
        shown(client, language, **given)
        for given in ({}, {"side_business_month": "3000"}, {"other_wage_month": "3000"})
    )
    assert HINT[language] in bare.replace("&#39;", "'")
    assert amounts(business) == amounts(other) != amounts(bare)
    assert LEFT_OUT[language] in business
    assert LEFT_OUT[language] not in other + bare
    assert f">{NAME[language]}</th>" in business
    assert f">{NAME[language]}</th>" not in other


def test_the_fields_behind_more_are_open_where_it_is_filled_in(client: Client) -> None:
    opened = [
        re.search(r'<details[^>]*id="more"[^>]*open', shown(client, side_business_month=surplus)) is not None
        for surplus in ("0", "1")
    ]
    assert opened == [False, True]


def test_the_fields_are_open_for_who_has_said_to_have_a_side_business() -> None:
    for answer, opened in (("side-business", True), ("none", False)):
        client = Visitor()
        client.tells(eligibility=FITTING | {"business-besides": answer})
        html = client.get("/en/income/").content.decode()
        assert (re.search(r'<details[^>]*id="more"[^>]*open', html) is not None) == opened
        outcome = client.get("/en/target-group/outcome/").content.decode()
        assert ('href="/en/income/#id_side_business_month"' in outcome) == opened


@pytest.mark.parametrize(
    ("given", "words", "others"),
    [
        ({}, ["your wage reaches the threshold", "wage and subsidy reach", "your wage alone reaches"], ["surplus and"]),
        (
            {"side_business_month": "3000"},
            ["wage and surplus together reach the threshold", "wage, surplus and subsidy reach", ">Wage and surplus<"],
            ["your wage reaches", "your wage alone", "wage and subsidy reach", ">Wage<", "Other income"],
        ),
        (
            {"other_wage_month": "3000"},
            ["wage and other income together reach the threshold", ">Wage and other income<", "Other income DKK 3,000"],
            ["your wage reaches", "your wage alone", "wage and subsidy reach", ">Wage<"],
        ),
    ],
)
def test_what_counts_is_named_where_a_limit_is_reached(
    client: Client, given: dict[str, str], words: list[str], others: list[str]
) -> None:
    html = shown(client, "en", **given).replace("\u00a0", " ").split('id="result"')[1]
    assert [word for word in words if word not in html] == []
    curve = html.split('id="curve"')[1].split("</table>")[0]
    assert [word for word in others if word in curve] == []


@pytest.mark.parametrize("surplus", ["2.000", "15.000", "0"])
def test_the_check_answers_the_same_as_with_as_much_other_wage(surplus: str) -> None:
    business, other = (
        figure(sent(Client(), subsidy="18240", **{field: surplus})) for field in ("side_business", "other_wage")
    )
    assert business == other


def test_the_check_keeps_it_and_writes_it_into_the_link(client: Client) -> None:
    html = sent(client, subsidy="18240", side_business="2.000")
    assert figure(html) == "In line with the rules"
    assert "Your side business gives a surplus of DKK 2,000 a month before tax." in html
    kept = client.session["payouts"]
    assert dict(zip(NAMES, kept[0], strict=True))["side_business"] == "2.000"
    assert list(read(write(VisitorData(payouts=tuple(kept))), ON).visitor.payouts) == [tuple(kept[0])]
    assert 'value="2.000"' in did(client, edit="2026-05")


def test_a_wrong_surplus_is_refused_in_words(client: Client) -> None:
    assert "side_business" not in TYPED
    assert "Enter" in sent(client, side_business="much").split('id="id_side_business-error"')[1][:200]
