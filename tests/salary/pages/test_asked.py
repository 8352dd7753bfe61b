"""What the income page asks about: odd wages, a month without rates, and both ways of own pension."""

import re

import pytest
from django.test import Client

from fleksjob_site.visitor import VisitorData
from salary.law.rates import newest_month_with_rates
from tests.salary.pages.test_income import PAGE, TYPED, shown, total

NEWEST = newest_month_with_rates()


@pytest.mark.parametrize(
    ("changed", "question", "confirms"),
    [
        ({"wage_kind": "full-time", "wage": "165"}, "Is DKK 165 a wage for one hour?", "wage_confirmed"),
        ({"wage_kind": "full-time", "wage": "384.000"}, "Is DKK 384,000 a wage for a whole year?", "wage_confirmed"),
        ({"wage_kind": "month", "wage": "165"}, "Is DKK 165 a wage for one hour?", "wage_confirmed"),
        ({"wage_kind": "month", "wage": "96000"}, "Is DKK 96,000 a wage for a whole year?", "wage_confirmed"),
        # 12 hours at half pace are 26 hours a month, and 18 at full pace are 78.
        (
            {"wage_kind": "month", "wage": "25000", "hours_per_week": "12", "efficiency_percent": "50"},
            "Is DKK 25,000 your wage for full time? Then choose “Wage for a full-time month”.",
            "wage_confirmed",
        ),
        ({"wage_kind": "month", "wage": "46801"}, "Is DKK 46,801 your wage for full time?", "wage_confirmed"),
        ({"ceiling_month": "165"}, "Is DKK 165 a wage for one hour?", "ceiling_confirmed"),
        ({"ceiling_month": "0"}, "Is DKK 0 a wage for one hour?", "ceiling_confirmed"),
        ({"ceiling_month": "384000"}, "Is DKK 384,000 a wage for a whole year?", "ceiling_confirmed"),
    ],
)
def test_an_odd_amount_is_asked_about_and_can_be_confirmed(
    client: Client, changed: dict[str, str], question: str, confirms: str
) -> None:
    asked = shown(client, **changed)
    assert asked.count(question) == 2
    assert f'name="{confirms}"' in asked
    assert "data-result" not in asked
    confirmed = shown(client, **changed, **{confirms: "on"})
    assert question not in confirmed
    assert f'name="{confirms}" class="form-checkbox" checked' in confirmed
    assert "data-result" in confirmed


@pytest.mark.parametrize(
    "changed",
    [
        {"wage_kind": "full-time", "wage": "2000"},
        {"wage_kind": "full-time", "wage": "150000"},
        {"wage_kind": "month", "wage": "300"},
        # An hour and a half a week.
        {"wage_kind": "month", "wage": "1000"},
        {"wage_kind": "month", "wage": "46800"},
        {"wage_kind": "month", "wage": "46801", "hours_up_to": "19"},
        {"wage_kind": "month", "wage": "46801", "hours_unknown": "on"},
        {"wage_kind": "month", "wage": "46801", "efficiency_unknown": "on"},
        {"wage_kind": "month", "wage": "75000", "hours_per_week": ""},
        {"wage_kind": "month", "wage": "75000", "efficiency_percent": ""},
        {"wage_kind": "month", "wage": "0"},
        {"ceiling_month": "2000"},
        {"ceiling_month": "150000"},
        {"ceiling_month": ""},
    ],
)
def test_a_likely_amount_is_not_asked_about(client: Client, changed: dict[str, str]) -> None:
    html = shown(client, **changed)
    assert "data-result" in html
    assert "_confirmed" not in html


def test_a_month_after_the_newest_rates_can_use_them_and_says_so(client: Client) -> None:
    later = {"month__month": "1", "month__year": str(NEWEST.year + 1)}
    refused = shown(client, **later)
    assert "data-result" not in refused
    assert f"Use the rates of {NEWEST.year}" in refused
    html = shown(client, **later, assume_newest_rates="on")
    assert f"With the rates of {NEWEST.year}, since those of {NEWEST.year + 1} are not known." in html
    assert total(html) == total(shown(client, month__month="12", month__year=str(NEWEST.year)))
    assert "since those of" not in shown(client)


def test_the_newest_rates_are_no_choice_for_a_month_that_has_its_own(client: Client) -> None:
    assert "assume_newest_rates" not in shown(client)
    assert "assume_newest_rates" not in shown(client, month__year="2012", assume_newest_rates="on")
    assert "There are no rates for May 2012" in shown(client, month__year="2012", assume_newest_rates="on")


def test_the_message_about_a_month_without_rates_names_it_so_that_another_one_is_heard(client: Client) -> None:
    for year in ("2012", "2099"):
        said = shown(client, month__year=year)
        assert f"There are no rates for May {year}. Enter a month from January 2013 to December" in said


def test_own_pension_is_given_in_one_way(client: Client) -> None:
    words = "Enter pension as a percentage or in kroner, not both."
    assert shown(client, own_pension_percent="5", own_pension_month="500").count(words) == 2
    assert words not in shown(client, own_pension_percent="0", own_pension_month="500")


def test_a_range_is_shown_by_both_ends_wherever_the_total_is(client: Client) -> None:
    html = shown(client, hours_up_to="20", ceiling_month="60000")
    panel, bar = html[html.index("data-result") :], html[html.index('class="total-in-sight') :]
    for part in (panel, bar):
        assert "DKK 30,872 – DKK 31,832" in part[:600]
    assert "You are here" not in html
    kept = (
        client.post(PAGE["en"], TYPED | {"hours_up_to": "20", "ceiling_month": "60000", "keep": "1"}, follow=True)
        .content.decode()
        .replace("\u00a0", " ")
    )
    assert "DKK 30,872 – DKK 31,832" in kept[kept.index('id="cases"') :]


def test_a_form_of_an_older_release_is_calculated_as_before() -> None:
    income = {name: typed for name, typed in TYPED.items() if name != "own_atp_kind"}
    (form,) = VisitorData(income=income).income_forms(NEWEST.first_day)
    assert form.account is not None
    assert form.account.card is None
    assert form.case is not None
    assert not form.case.assume_newest_rates


@pytest.mark.parametrize("name", ["hours_per_week", "efficiency_percent"])
def test_two_numbers_in_one_field_are_sent_to_the_place_for_them(client: Client, name: str) -> None:
    html = shown(client, **{name: "10-12"})
    assert re.search(r'id="unsure"[^>]*>\s*<summary[^>]*>Not sure about hours or pace\?<', html)
    assert html.count("For two numbers, open “Not sure about hours or pace?”.") == 2


@pytest.mark.parametrize("name", ["pension_on_top_percent", "own_pension_percent"])
def test_a_pension_that_is_no_number_is_told_an_example_of_pension(client: Client, name: str) -> None:
    assert shown(client, **{name: "ten"}).count("for example 10, or 0 if there is none.") == 2
