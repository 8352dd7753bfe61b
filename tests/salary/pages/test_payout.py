"""The check of payouts as a page: one month in, what the answer says of it, and every wrong input said clearly."""

import re
from typing import Any

import pytest
from django.test import Client

from tests.texts.readability import blocks_of, grade, lix

PAGE = {"da": "/indkomst/tjek-udbetaling/", "en": "/en/income/check-my-payout/"}
MONTH = {"da": "/indkomst/tjek-udbetaling/maaned/", "en": "/en/income/check-my-payout/month/"}
# 98 % of 22.041 kr. is 21.600 kr.; less 30 % of 9.200 kr., a month gives 18.840 kr.
TYPED = {
    "month-month": "5",
    "month-year": "2026",
    "wage_kind": "a-income",
    "wage": "8000",
    "own_pension": "400",
    "employer_pension": "800",
    "subsidy": "18.840",
    "ceiling_kind": "stated",
    "ceiling": "34000",
}


def sent(client: Client, language: str = "en", **changed: str) -> str:
    """What the page says when a month has been sent with the button."""
    typed = TYPED | {name.replace("__", "-"): value for name, value in changed.items()}
    return words(client.post(PAGE[language], typed, follow=True))


def did(client: Client, language: str = "en", **action: str) -> str:
    """What the page says after one of the buttons of a month."""
    return words(client.post(MONTH[language], action, follow=True))


def words(answer: Any) -> str:
    assert answer.status_code == 200
    html: str = answer.content.decode().replace("\u00a0", " ")
    return re.sub(r"\s+", " ", html)


def figure(html: str) -> str:
    found = re.search(r'class="result-figure"[^>]*>([^<]+)<', html)
    assert found
    return found[1]


def months(html: str) -> list[str]:
    return re.findall(r'<h3 class="payout-month">([^<]+)</h3>', html)


def test_the_first_page_says_what_to_have_at_hand_and_asks_for_one_month(client: Client) -> None:
    html = words(client.get(PAGE["en"]))
    for said in (
        "payslip",
        "payment statement",
        "wage ceiling",
        "you got too much",
        "can&#39;t judge",
        "Month 1 of up",
    ):
        assert said in html
    assert "There is a problem" not in html
    assert html.count('name="wage"') == 1


@pytest.mark.parametrize(("language", "said"), [("da", "Det passer med reglerne"), ("en", "In line with the rules")])
def test_a_right_month_fits(client: Client, language: str, said: str) -> None:
    html = sent(client, language)
    assert figure(html) == said
    assert 'name="wage"' not in html


def test_too_little_is_shown_with_the_reason_that_gives_exactly_that_amount(client: Client) -> None:
    # Pension counted twice: 30 % of 1.200 kr. less.
    html = sent(client, subsidy="18480")
    assert figure(html) == "DKK 360"
    assert "For May 2026 you got less than the rules give. The difference is:" in html
    assert "What was paid matches this:" in html
    assert "All the pension, DKK 1,200, was counted twice." in html
    assert "That does not prove that it is what happened." in html


@pytest.mark.parametrize("subsidy", ["18480", "19000"])
def test_a_month_that_can_still_be_corrected_is_not_told_as_further_back(client: Client, subsidy: str) -> None:
    assert "months further back" not in sent(client, subsidy=subsidy)


def test_too_much_is_shown_without_a_word_of_blame(client: Client) -> None:
    html = sent(client, subsidy="19000")
    assert figure(html) == "DKK 160"
    assert "More than the rules give you" in html
    assert "No error that we know of explains the difference." in html
    for word in ("fraud", "wrongly", "your fault"):
        assert word not in html


def test_without_a_ceiling_the_page_gives_the_least_and_the_most(client: Client) -> None:
    html = sent(client, ceiling_kind="unknown", ceiling="", subsidy="15000")
    assert figure(html) == "It depends on the wage ceiling"
    assert "a wage ceiling of DKK 24,200" in html
    assert re.search(r"The rules give at least</th> <td class=\"amount\">DKK 0<", html)
    assert re.search(r"The rules give at most</th> <td class=\"amount\">DKK 18,840<", html)


def test_differences_that_cancel_out_are_not_called_right(client: Client) -> None:
    sent(client, subsidy="18740")
    html = sent(client, month__month="6", subsidy="18940")
    assert "Some months differ, but together they even out." in html
    assert "In line with the rules" not in html


def test_months_that_depend_on_the_ceiling_stay_out_of_the_difference(client: Client) -> None:
    sent(client, subsidy="18480")
    html = sent(client, month__month="6", ceiling_kind="unknown", ceiling="", subsidy="15000")
    assert figure(html) == "DKK 360"
    assert "1 month depends on the wage ceiling and is not counted in the difference." in html


def test_a_month_more_than_a_year_back_is_shown_separately(client: Client) -> None:
    sent(client, subsidy="18480")
    html = sent(client, month__month="10", month__year="2025", subsidy="17000")
    assert figure(html) == "DKK 360"
    assert "This month is more than 12 months back." in html
    assert "Paid before that, compared with the rules" in html
    did(client, remove="2026-05")
    html = words(client.get(PAGE["en"]))
    assert "Paid before that" not in html
    assert "Paid in those months, compared with the rules" in html
    assert "November 2025 and later" in html


def test_each_month_shows_every_step_to_the_subsidy_with_its_rule(client: Client) -> None:
    html = sent(client)
    keys = re.findall(r'id="step-2026-05-([a-z-]+)"', html)
    assert keys == ["wage", "max-subsidy", "reduction", "ceiling", "subsidy", "atp"]
    assert "BEK 227/2024 § 1, stk. 1, nr. 1-2" in html


WRONG = [
    ("month__month", "13", "Enter a month from 1 to 12"),
    ("month__month", "11", "The subsidy for this month has not been paid yet. Enter a month up to October 2026."),
    ("month__year", "2012", "There are no rates for May 2012. Enter a month from January 2013"),
    ("month__month", "", "Enter the month too."),
    ("wage_kind", "yearly", "Choose one of the two kinds of wage"),
    ("wage", "", "Enter the wage."),
    ("wage", "1.23.4", "Enter the amount as a number"),
    ("wage", "-1", "Enter a number between DKK 0 and DKK 1,000,000"),
    ("own_pension", "", "Enter your own pension, or 0"),
    ("employer_pension", "", "Enter the employer&#39;s pension, or 0"),
    ("subsidy", "", "Enter the subsidy that was paid, or 0"),
    ("subsidy", "NaN", "Enter the amount as a number"),
    ("atp", "many", "Enter the amount as a number"),
    ("ceiling_kind", "", "Choose what you know about the wage ceiling"),
    ("ceiling_kind", "guessed", "Choose one of the five"),
    ("ceiling", "", "Enter the amount, or choose"),
    ("ceiling", "150", "Is this an hourly wage?"),
    ("ceiling_kind", "hourly", "Is this a monthly wage?"),
    ("holiday_earned", "8000,01", "This is more than the wage you entered"),
    ("several_pay", "9000", "This is more than the wage you entered"),
    ("several_pay", "500", "Enter how many months it covers"),
    ("several_months", "1", "Enter a whole number from 2 to 12"),
    ("several_months", "13", "Enter a whole number from 2 to 12"),
    ("several_months", "2,5", "Enter a whole number from 2 to 12"),
    ("pace", "0", "Enter a number between 1 and 100%"),
    ("ceiling_pension", "34000", "Together the parts are as much as the wage ceiling, or more"),
]


@pytest.mark.parametrize(("field", "typed", "said"), WRONG)
def test_a_wrong_input_is_said_at_the_field_and_in_the_summary_and_nothing_is_kept(
    client: Client, field: str, typed: str, said: str
) -> None:
    html = sent(client, **{field: typed})
    assert html.count(said) >= 2, html
    assert "There is a problem" in html
    assert "payouts" not in client.session
    assert 'value="8000"' in html or field == "wage"


def test_parts_that_are_too_much_only_together_are_refused(client: Client) -> None:
    html = sent(client, holiday_earned="5000", several_pay="4000", several_months="3")
    assert html.count("This is more than the wage you entered") == 2
    parts = {"ceiling_pension": "20000", "ceiling_supplements": "10000", "ceiling_holiday": "4000"}
    assert "Together the parts are as much as the wage ceiling" in sent(client, **parts)


def test_with_all_pension_in_the_wage_no_pension_need_be_written(client: Client) -> None:
    html = sent(client, wage_kind="with-pension", wage="9200", own_pension="", employer_pension="")
    assert figure(html) == "In line with the rules"


def test_while_typing_an_empty_field_is_no_error_and_nothing_is_kept(client: Client) -> None:
    html = sent(client, subsidy="", live="1")
    assert "There is a problem" not in html
    assert "data-result" not in html
    html = sent(client, live="1")
    assert re.search(r"data-result>DKK 18,840<", html)
    assert "payouts" not in client.session


def test_the_page_is_easy_to_read_before_and_after(client: Client) -> None:
    for _ in ("before", "after"):
        danish, english = (client.get(PAGE[language]).content.decode() for language in ("da", "en"))
        assert lix(blocks_of(danish)) <= 35
        assert grade(blocks_of(english)) <= 9
        sent(client, subsidy="18480")


def test_spaces_before_an_amount_cut_nothing_off(client: Client) -> None:
    client.post(PAGE["da"], TYPED | {"subsidy": " " * 20 + "123456"})
    assert [month[6] for month in client.session["payouts"]] == ["123456"]


@pytest.mark.parametrize(("unit", "shown"), [("kroner", "DKK"), ("percent", "%")])
def test_the_pensions_show_the_unit_that_is_chosen(client: Client, unit: str, shown: str) -> None:
    html = client.post(PAGE["en"], TYPED | {"pension_unit": unit, "live": "1"}).content.decode()
    for name in ("own_pension", "employer_pension"):
        assert re.search(rf'id="id_{name}-unit"[^>]*>([^<]*)<', html)[1] == shown  # type: ignore[index]
