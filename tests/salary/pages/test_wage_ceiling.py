"""The page of the wage ceiling: what is typed is added up, named as assumed or stated, and carried to both pages."""

import re
from typing import Any

import pytest
from django.test import Client

from tests.salary.pages.test_payout import words
from tests.visitor import Visitor

PAGE = {"da": "/indkomst/loenloft/", "en": "/en/income/wage-ceiling/"}
INCOME = {"da": "/indkomst/", "en": "/en/income/"}
# 180 × 37 × 52/12 = 28.860, with 10 % 31.746.
TYPED = {"source": "payslip", "wage_kind": "hourly", "wage": "180", "full_time_hours_per_week": "37",
         "pension_on_top_percent": "10", "fixed_supplements": "1.000,50", "bonus": "0"}  # fmt: skip


def figure(html: str) -> str | None:
    found = re.search(r'class="result-figure"[^>]*>([^<]+)<', html)
    return found[1] if found else None


def value(html: str, field: str) -> str:
    found = re.search(rf'name="{field}" value="([^"]*)"', html)
    assert found, field
    return found[1]


def carried(client: Client, to: str, language: str = "en", **changed: str) -> str:
    return words(client.post(PAGE[language], TYPED | changed | {"carry": to}, follow=True))


@pytest.mark.parametrize(
    ("language", "amount", "named"),
    [("da", "32.746,50 kr.", "Antaget lønloft"), ("en", "DKK 32,746.50", "The wage ceiling, assumed")],
)
def test_the_parts_are_added_up_live_and_by_the_button(client: Client, language: str, amount: str, named: str) -> None:
    for html in (
        words(client.post(PAGE[language], TYPED | {"live": "1"})),
        words(client.post(PAGE[language], TYPED, follow=True)),
    ):
        assert figure(html) == amount
        assert f'<h2 id="result-heading">{named}</h2>' in html


def test_what_is_left_empty_is_named_and_what_is_0_is_not(client: Client) -> None:
    html = words(client.post(PAGE["en"], TYPED, follow=True))
    missing = re.search(r"Not in the sum:</strong></p> <ul>(.*?)</ul>", html)
    assert missing
    assert re.findall(r"<li>([^<]+)</li>", missing[1]) == [
        "Performance pay",
        "Free-choice pay and public-holiday pay",
        "Varying and one-off supplements",
        "Supplements for inconvenience",
        "Supplements for evenings, nights and weekends",
        "Holiday pay, holiday supplement and holiday difference",
    ]


def test_a_payslip_gives_the_same_by_its_paid_hours(client: Client) -> None:
    by_payslip = {"wage_kind": "month", "wage": "7020", "paid_hours_month": "39", "fixed_supplements": ""}
    html = words(client.post(PAGE["en"], TYPED | by_payslip, follow=True))
    assert figure(html) == "DKK 31,746"
    assert "DKK 7,020 / 39 hours × 160.33 hours = DKK 28,860" in html


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_sum_of_ones_own_is_an_assumed_ceiling_on_the_income_page(client: Visitor, language: str) -> None:
    client.post(INCOME[language], {"hours_per_week": "15", "wage": "180", "live": "1"})
    html = carried(client, "income", language)
    assert value(html, "ceiling_month") == {"da": "32746,5", "en": "32746.5"}[language]
    assert value(html, "ceiling_added_up") == value(html, "ceiling_month")
    # What was typed before is still there.
    assert value(html, "hours_per_week") == "15"
    shown = words(client.post(INCOME[language], typed_in(html, efficiency_percent="60"), follow=True))
    assert {"da": "Antaget lønloft", "en": "Wage ceiling, assumed"}[language] in shown
    assert {"da": "Du har selv lagt det sammen", "en": "you added it up yourself"}[language] in shown


def test_it_is_no_longer_assumed_when_the_amount_is_changed(client: Visitor) -> None:
    html = carried(client, "income")
    changed = typed_in(html, hours_per_week="15", efficiency_percent="60", wage="180", ceiling_month="33000")
    shown = words(client.post(INCOME["en"], changed, follow=True))
    assert '<th scope="row">Wage ceiling</th>' in shown
    assert "Wage ceiling, assumed" not in shown


def test_the_employers_amount_is_a_stated_ceiling_on_the_income_page(client: Visitor) -> None:
    carried(client, "income")
    html = carried(client, "income", source="employer")
    assert value(html, "ceiling_month") == "32746.5"
    assert 'name="ceiling_added_up"' not in html


@pytest.mark.parametrize(("source", "kind"), [("payslip", "added-up"), ("employer", "stated")])
def test_it_is_carried_into_the_month_of_the_check(client: Visitor, source: str, kind: str) -> None:
    client.post("/en/income/check-my-payout/", {"wage_kind": "a-income", "wage": "6987", "live": "1"})
    html = carried(client, "payout", source=source)
    assert value(html, "ceiling") == "32746.5"
    assert re.search(rf'name="ceiling_kind" class="form-radio" value="{kind}" checked', html)
    assert value(html, "wage") == "6987"


def test_a_ceiling_added_up_gives_the_check_a_range_where_it_binds(client: Visitor) -> None:
    month = {
        "month-month": "5", "month-year": "2026", "wage_kind": "a-income", "wage": "8000", "own_pension": "400",
        "employer_pension": "800", "subsidy": "17000", "ceiling_kind": "added-up", "ceiling": "25000",
    }  # fmt: skip
    html = words(client.post("/en/income/check-my-payout/", month, follow=True))
    # 9.200 kr. of wage leave 18.840 kr., and 15.800 kr. under a ceiling of 25.000 kr.
    assert "DKK 15,800" in html
    assert "DKK 18,840" in html
    assert "It depends on the wage ceiling" in html
    assert "you added it up yourself" in html


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"wage": ""}, "Enter the wage."),
        ({"wage": "32000"}, "Is this a monthly wage?"),
        ({"wage_kind": "month"}, "Enter the paid hours of the month, more than 0."),
        ({"wage_kind": "month", "paid_hours_month": "0"}, "Enter the paid hours of the month, more than 0."),
        ({"wage_kind": "yearly"}, "Choose one of the three kinds of wage."),
        ({"source": "nobody"}, "Choose one of the two."),
        ({"bonus": "much"}, "Enter the amount as a number"),
    ],
)
def test_a_wrong_field_says_what_to_write_and_carries_nothing(
    client: Visitor, wrong: dict[str, str], message: str
) -> None:
    html = words(client.post(PAGE["en"], TYPED | wrong | {"carry": "income"}, follow=True))
    assert message in html
    assert "There is a problem" in html
    assert "income" not in client.session


def test_it_can_be_deleted_and_gone_on_with(client: Visitor) -> None:
    client.post(PAGE["en"], TYPED)
    assert client.get("/en/go-on/").headers["Location"] == PAGE["en"]
    client.post("/en/delete-my-answers/")
    assert 'value="180"' not in words(client.get(PAGE["en"]))


@pytest.mark.parametrize("page", ["/en/income/", "/en/income/check-my-payout/"])
def test_two_pages_lead_here(client: Client, page: str) -> None:
    assert f'href="{PAGE["en"]}"' in words(client.get(page))


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_question_to_the_employer_is_ready_and_names_the_paragraph(client: Client, language: str) -> None:
    html = words(client.get(PAGE[language]))
    question = re.search(r'<textarea readonly[^>]* lang="da"[^>]*>(.*?)</textarea>', html)
    assert question
    for said in ("lønloftet", "§ 12", "pension", "genetillæg", "feriegodtgørelse"):
        assert said in question[1]


def typed_in(html: str, **changed: str) -> dict[str, Any]:
    """What the income form on a page would send, with `changed`."""
    form = html[html.index('<form id="income-form"') :]
    form = form[: form.index("</form>")]
    sent = dict(re.findall(r'<input type="(?:hidden|text)"[^>]*? name="([\w-]+)" value="([^"]*)"', form))
    chosen = re.findall(r'name="([\w-]+)" class="form-radio" value="([^"]*)" checked', form)
    return sent | dict(chosen) | changed
