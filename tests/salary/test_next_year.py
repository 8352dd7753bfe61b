"""With a drafted file for the next year, everything that depends on the newest rates goes on into that year."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.checks import run_checks
from django.test import Client

from fleksjob_site.api import shapes
from fleksjob_site.serving import health
from salary.law import rates as rates_module
from salary.law.drafting import draft, is_drafted, known_deduction
from salary.law.guide_amounts import guide_amounts
from salary.law.payout.check import CheckedMonth, check
from salary.law.payout.month import Ceiling, PaidMonth
from salary.law.rates import NoRates, Rates, newest_month_with_rates, periods, rates_for
from tests.api.asking import post
from tests.site.every_address import every_address

LAST = newest_month_with_rates()
NEXT = LAST.plus(months=1)
END = LAST.plus(years=1)
AFTER_END = NEXT.plus(years=1)
IN_NEXT_YEAR = datetime(NEXT.year, 2, 1, 12, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))


def clear_caches() -> None:
    rates_for.cache_clear()
    health._rates.cache_clear()
    shapes._period_out.cache_clear()


@pytest.fixture(autouse=True)
def drafted(monkeypatch: pytest.MonkeyPatch) -> Iterator[Rates]:
    """The rates of the next year, which the site has from here on; the clock stands in that year."""
    found = draft(NEXT.year, Decimal("2.0"), known_deduction(NEXT.year), periods())
    clear_caches()
    with monkeypatch.context() as patch, time_machine.travel(IN_NEXT_YEAR):
        patch.setattr(rates_module, "_PERIODS", (*periods(), found))
        yield found
    clear_caches()


def december(year: int, drafted: Rates) -> CheckedMonth:
    """A wage of nothing but one krone in the last month of a year, with the highest subsidy of the next year paid."""
    paid = PaidMonth(
        month=LAST.plus(years=year - LAST.year),
        wage_month=Decimal(1),
        own_pension_month=Decimal(0),
        employer_pension_month=Decimal(0),
        paid_subsidy_month=drafted.max_subsidy_month.amount,
        ceiling=Ceiling(stated_month=Decimal(60_000)),
    )
    [found] = check((paid,), date(END.year + 1, 2, 1)).months
    return found


def test_the_newest_rates_are_the_drafted_ones(drafted: Rates) -> None:
    assert newest_month_with_rates() == END
    assert rates_for(NEXT) is rates_for(END) is drafted
    with pytest.raises(NoRates, match=f"{NEXT} to {END}"):
        rates_for(AFTER_END)
    assert guide_amounts(AFTER_END.plus(years=3)) == guide_amounts(NEXT)
    assert guide_amounts(NEXT)["max_subsidy"] == drafted.max_subsidy_month.amount
    assert guide_amounts(LAST)["max_subsidy"] == rates_for(LAST).max_subsidy_month.amount


def test_the_check_and_the_node_know_of_the_draft_and_miss_nothing(client: Client) -> None:
    drafts = [rates for rates in periods() if is_drafted(rates)]
    of_rates = [found.id for found in run_checks() if str(found.id).startswith("salary.")]
    assert of_rates == ["salary.W003"] * len(drafts)
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json()["rates"].endswith(f"The rates from {NEXT} to {END} are drafted, not published.")
    assert "No rates" not in answer.json()["rates"]


def test_the_income_page_takes_the_next_year_and_says_where_it_ends(client: Client, drafted: Rates) -> None:
    page = client.get("/en/income/").content.decode()
    assert "There are no rates for this month yet" not in page
    typed = {"month-month": str(NEXT.month), "wage_kind": "month", "wage": "400"}
    shown = client.post("/en/income/", typed | {"month-year": str(NEXT.year)}, follow=True).content.decode()
    assert f"{drafted.max_subsidy_month.amount:,}" in shown
    refused = client.post("/en/income/", typed | {"month-year": str(AFTER_END.year)}, follow=True).content.decode()
    assert f"Enter a month from January 2013 to {END.first_day:%B %Y}." in refused.replace("\u00a0", " ")


def test_the_api_takes_the_next_year_and_lists_it(client: Client, drafted: Rates) -> None:
    given = post(client, "income", {"month": str(NEXT), "wage_month": 1, "hourly_wage": 200})
    assert Decimal(given.json()["subsidy_month"]) == drafted.max_subsidy_month.amount
    [error] = post(client, "income", {"month": str(AFTER_END), "wage_month": 0}).json()["errors"]
    assert error["message"] == "There are no rates for this month."
    assert error["allowed"].endswith(f", {NEXT} - {END}")
    newest = client.get("/api/v1/rates", headers={"accept-language": "en"}).json()["periods"][-1]
    assert newest["valid_from"] == str(NEXT)
    assert "drafted, not yet published" in {figure["status"] for figure in newest["figures"]}


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_can_be_opened_in_the_next_year(client: Client, language: str) -> None:
    addresses = every_address(language)
    assert {"home", "income", "payout", "rates", "rates-table", "examples"} <= set(addresses)
    for name, address in addresses.items():
        assert client.get(address).status_code < 500, name


def test_a_payout_of_december_may_follow_the_rates_of_the_next_year(drafted: Rates) -> None:
    known = december(LAST.year, drafted)
    assert known.due.rates_month == NEXT
    assert not any("not known here" in remark.message for remark in known.remarks)
    unknown = december(END.year, drafted)
    assert unknown.due.rates_month == END
    assert any("not known here" in remark.message for remark in unknown.remarks)
