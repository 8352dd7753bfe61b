"""The check of payouts as a page: what is asked before a verdict, the new fields, and which months a sum covers."""

import re

import pytest
from django.test import Client

from salary.pages.payout_kept import NAMES
from tests.salary.pages.test_payout import MONTH, PAGE, TYPED, did, figure, sent, words

LOW = {"wage": "15000", "own_pension": "0", "employer_pension": "0", "subsidy": "17100", "ceiling": "14000"}


@pytest.mark.parametrize(
    ("language", "asks", "verdict"),
    [
        ("en", "Is the wage ceiling right?", "More than the rules give you"),
        ("da", "Er lønloftet rigtigt?", "Mere, end reglerne giver"),
    ],
)
def test_a_low_ceiling_is_asked_about_before_any_verdict(
    client: Client, language: str, asks: str, verdict: str
) -> None:
    html = sent(client, language, **LOW)
    assert asks in html
    assert verdict not in html
    assert "17.100" not in figure(html)
    html = did(client, language, confirm="2026-05")
    assert asks not in html
    assert verdict in html


def test_the_answer_goes_when_the_month_is_changed(client: Client) -> None:
    sent(client, **LOW)
    assert "Is the wage ceiling right?" not in did(client, confirm="2026-05")
    did(client, edit="2026-05")
    assert "Is the wage ceiling right?" in sent(client, replaces="2026-05", **LOW)


def test_an_amount_with_ore_is_asked_about_and_can_be_confirmed(client: Client) -> None:
    html = sent(client, subsidy="12345,67")
    assert "Is DKK 12,345.67 the amount before tax?" in html
    assert "Less than the rules give you" in did(client, confirm="2026-05")


def test_a_question_of_a_month_that_has_none_can_be_answered_without_harm(client: Client) -> None:
    sent(client)
    assert figure(did(client, confirm="2026-05")) == "In line with the rules"
    assert client.post(MONTH["en"], {"confirm": "1999-01"}).status_code == 302


def test_the_question_comes_while_typing_too(client: Client) -> None:
    html = words(client.post(PAGE["en"], TYPED | LOW | {"live": "1"}))
    assert "Is the wage ceiling right?" in html
    assert "More than the rules give you" not in html


def test_a_sum_of_fewer_than_twelve_months_says_so(client: Client) -> None:
    sent(client, subsidy="18000")
    html = sent(client, subsidy="18000", month__month="6")
    assert "In the months you entered from May 2026 on you got less than the rules give." in html
    assert "covers only the months you entered" in html
    assert "last 12 months you" not in html


def test_twelve_months_are_the_last_twelve(client: Client) -> None:
    for month in range(11, 23):
        year, number = 2025 + (month - 1) // 12, (month - 1) % 12 + 1
        html = sent(client, subsidy="17000", month__month=str(number), month__year=str(year))
    assert "In the last 12 months you got less than the rules give." in html
    assert "covers only the months you entered" not in html


def test_a_month_of_an_older_link_opens_as_it_was(client: Client) -> None:
    older = ["2026", "5", "a-income", "8000", "400", "800", "18840", "stated", "34000", "500", "", "", "", "", "", "",
             "60", "2000", "1500", "500"]  # fmt: skip
    assert list(NAMES[: len(older)])[-1] == "ceiling_holiday"
    client.tells(payouts=[older])
    assert figure(words(client.get(PAGE["en"]))) == "In line with the rules"


@pytest.mark.parametrize(
    ("given", "gives"),
    [
        ({"taxed_goods": "350", "wage": "7350", "own_pension": "0", "employer_pension": "0"}, "19,500"),
        (
            {"holiday_supplement": "800", "ceiling": "22000", "ceiling_once": "2640", "own_pension": "0",
             "employer_pension": "0"},
            "16,640",
        ),
        ({"once_paid": "800", "ceiling": "22000", "ceiling_once": "2640", "own_pension": "0", "employer_pension": "0"},
         "16,640"),
        ({"holiday_days": "5", "wage": "14000", "own_pension": "0", "employer_pension": "0", "ceiling": "22000"},
         "6,154"),
        ({"benefit": "8000", "benefit_lost": "on"}, "10,840"),
        ({"care_pay": "3000"}, "17,940"),
        ({"wage": "10000", "pension_unit": "percent", "own_pension": "0", "employer_pension": "10 %"}, "18,300"),
        ({"wage": "10800", "wage_kind": "with-pension", "own_atp": "99"}, "18,390"),
    ],
)  # fmt: skip
def test_each_new_field_counts(client: Client, given: dict[str, str], gives: str) -> None:
    html = sent(client, **given, subsidy=gives)
    assert figure(html) == "In line with the rules"
    assert f"DKK {gives}" in html


def test_days_in_the_job_give_a_range(client: Client) -> None:
    html = sent(client, wage="3000", own_pension="0", employer_pension="0", days_in_job="10", subsidy="9300")
    assert "9,069" in html
    assert "9,554" in html
    assert figure(html) == "In line with the rules"


def test_paid_hours_give_the_lowest_ceiling(client: Client) -> None:
    html = sent(client, wage="12710", own_pension="0", employer_pension="0", ceiling_kind="hours", ceiling="",
                paid_hours="20", subsidy="17787")  # fmt: skip
    assert "10,804" in html
    missing = sent(client, ceiling_kind="hours", ceiling="", paid_hours="", replaces="2026-05")
    assert "Enter your paid hours a week" in missing


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"benefit_lost": "on"}, "Enter the benefit you would have got."),
        ({"pension_unit": "percent"}, "at most 50%"),
        ({"taxed_goods": "5000", "once_paid": "4000"}, "This is more than the wage you entered"),
        ({"holiday_days": "26"}, "from 0 to 25"),
        ({"days_in_job": "24"}, "from 0 to 23"),
        ({"pension_unit": "shells"}, "Choose kroner or a percentage."),
    ],
)
def test_what_does_not_fit_is_said(client: Client, given: dict[str, str], said: str) -> None:
    assert said in sent(client, **given)


@pytest.mark.parametrize(
    ("given", "opened"),
    [
        ({}, []),
        ({"ceiling_kind": "hours", "ceiling": "", "paid_hours": "10", "full_time_hours": "35"}, ["full-time"]),
        ({"holiday_supplement": "500"}, ["once"]),
        ({"taxed_goods": "350"}, ["not-wage"]),
        ({"holiday_days": "2"}, ["away"]),
        ({"days_in_job": "24"}, ["other-income"]),
        ({"pace": "50", "own_atp": "33"}, ["not-wage", "hints"]),
    ],
)
def test_rare_fields_are_folded_away_until_they_are_used(
    client: Client, given: dict[str, str], opened: list[str]
) -> None:
    html = words(client.post(PAGE["en"], TYPED | given | {"live": "1"}))
    form = html[html.index('id="month-form"') :]
    folds = re.findall(r'<details class="details" id="([^"]+)"( open)?>', form[: form.index("</form>")])
    assert [name for name, _ in folds] == ["full-time", "once", "not-wage", "away", "other-income", "hints"]
    assert [name for name, is_open in folds if is_open] == opened
