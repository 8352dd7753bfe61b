"""The home page: an example that anybody can change, and that is kept nowhere."""

import re
from decimal import Decimal
from html import unescape

import pytest
from django.test import Client

from fleksjob_site.kernel.calendar import Month
from salary.pages.example import EXAMPLE, example_context
from tests.site.every_address import every_address
from tests.visitor import Visitor

HOME = {language: every_address(language)["home"] for language in ("da", "en")}
CHANGE = {language: every_address(language)["home-example"] for language in ("da", "en")}
TOTAL = re.compile(r"data-result>([^<]+)<")


def total(html: str) -> int:
    found = TOTAL.search(html)
    assert found
    return int(re.sub(r"\D", "", found[1]))


@pytest.mark.parametrize("language", ["da", "en"])
def test_home_shows_what_the_law_gives_for_the_example(client: Client, language: str) -> None:
    html = client.get(HOME[language]).content.decode()
    income = Visitor()
    income.tells(income={**EXAMPLE, "wage_kind": "hourly", "own_atp_kind": "usual", "month-month": "11",
                         "month-year": "2026", "pension_on_top_percent": "0"})  # fmt: skip
    assert total(html) == total(income.get(every_address(language)["income"]).content.decode())


def test_home_is_the_same_for_everybody_whatever_they_sent(client: Client) -> None:
    before = client.get(HOME["en"])
    client.post(CHANGE["en"], {"hours_per_week": "30", "efficiency_percent": "100", "wage": "200"})
    after = client.get(HOME["en"])
    assert before.content == after.content
    assert "public" in after.headers["Cache-Control"]


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_changed_example_is_answered_without_a_session_or_a_cache(client: Client, language: str) -> None:
    answer = client.post(CHANGE[language], {"hours_per_week": "12", "efficiency_percent": "50", "wage": "200"})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert total(html) != total(client.get(HOME[language]).content.decode())
    assert 'value="12"' in html
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_changed_example_does_not_touch_what_a_visitor_has_entered() -> None:
    visitor = Visitor()
    visitor.tells(income={"hours_per_week": "20", "wage": "190", "wage_kind": "hourly"})
    before = visitor.get(every_address()["income"]).content.decode()
    visitor.post(CHANGE["en"], {"hours_per_week": "30", "efficiency_percent": "100", "wage": "200"})
    assert total(before) == total(visitor.get(every_address()["income"]).content.decode())


@pytest.mark.parametrize("name", sorted(EXAMPLE))
@pytest.mark.parametrize("typed", ["", "abc", "-1", "<b>", "1e9", "9" * 50_000])
def test_what_cannot_be_calculated_is_an_error_at_its_field(client: Client, name: str, typed: str) -> None:
    answer = client.post(CHANGE["en"], {**EXAMPLE, name: typed})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert f'id="id_{name}-error"' in html
    assert "<title>Error:" in html
    assert "data-result" not in html
    assert "<b>" not in html.split("example-form", 1)[1].split("</form>", 1)[0]


def test_the_example_can_be_visited_by_address(client: Client) -> None:
    assert client.get(CHANGE["da"]).headers["Location"] == HOME["da"]


@pytest.mark.parametrize("wage", ["1", "180", "500", "2000"])
def test_wage_and_subsidy_are_the_total_whatever_the_wage(wage: str) -> None:
    result = example_context({**EXAMPLE, "wage": wage}, Month(2026, 11))["result"]
    assert result.wage.month + result.subsidy.rounded == result.total_month
    assert result.total_month > Decimal(0)


@pytest.mark.parametrize("language", ["da", "en"])
def test_both_ways_in_come_before_the_example(client: Client, language: str) -> None:
    html = unescape(client.get(HOME[language]).content.decode())
    places = every_address(language)
    main = html[html.index("<main") :]
    order = [main.index(f'href="{places[name]}"') for name in ("eligibility:start", "income", "payout", "go-on")]
    assert order == sorted(order)
    assert order[-1] < main.index("example-form")
