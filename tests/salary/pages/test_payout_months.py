"""Several months of a check: copied, changed and removed, and kept nowhere but in the sealed cookie."""

import logging
import random
import re

import pytest
from django.test import Client

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.serving.parts import Part
from salary.pages.employer import EmployerForm
from salary.pages.forms import IncomeForm
from salary.pages.payout_kept import NAMES
from tests.eligibility.law.answering import FITTING
from tests.salary.pages.test_income import TYPED as INCOME
from tests.salary.pages.test_payout import MONTH, PAGE, TYPED, did, figure, months, sent, words


def test_a_month_is_copied_to_the_next_without_what_is_another_then(client: Client) -> None:
    sent(client, atp="500", benefit="100")
    html = did(client, copy="2026-05")
    assert 'name="month-month" value="6"' in html
    assert 'name="wage" value="8000"' in html
    assert 'name="ceiling" value="34000"' in html
    for empty in ("subsidy", "atp", "benefit"):
        assert f'name="{empty}" value=""' in html
    assert "Copy to" not in html


def test_save_and_copy_goes_straight_to_the_next_month(client: Client) -> None:
    html = sent(client, next="1")
    assert "Month 2 of up to 12" in html
    assert 'name="month-month" value="6"' in html


@pytest.mark.parametrize(
    ("typed", "to"), [("4", (5, "May")), ("5", (7, "July")), ("6", (7, "July")), ("10", (9, "September"))]
)
def test_the_button_says_which_month_it_copies_to_and_goes_there(
    client: Client, typed: str, to: tuple[int, str]
) -> None:
    sent(client, month__month="6")
    # Somebody who changes the month of one that is kept frees its place.
    typing = TYPED | {"month-month": typed, "replaces": "2026-03"}
    shown = words(client.post(PAGE["en"], typing | {"live": "1"}))
    assert f"Save, and copy to {to[1]} 2026" in shown
    assert f'name="month-month" value="{to[0]}"' in words(client.post(PAGE["en"], typing | {"next": "1"}, follow=True))


@pytest.mark.parametrize("typed", ["", "13"])
def test_without_a_month_the_button_names_none(client: Client, typed: str) -> None:
    sending = TYPED | {"month-month": typed}
    assert "Save, and copy to another month" in words(client.post(PAGE["en"], sending | {"live": "1"}))
    assert "Save, and copy to another month" in words(client.post(PAGE["en"], sending, follow=True))


def test_a_copy_goes_back_in_time_where_the_next_month_is_still_to_come(client: Client) -> None:
    sent(client, month__month="10")
    assert "Copy to September 2026" in words(client.get(PAGE["en"]))


def test_months_stand_by_time_and_each_is_copied_to_a_month_beside_it(client: Client) -> None:
    sent(client, month__month="10")
    html = sent(client)
    assert months(html) == ["May 2026", "October 2026"]
    assert re.findall(r"Copy to (\w+ \d+)", html) == ["June 2026", "September 2026"]


def test_a_month_can_be_changed_and_takes_the_place_of_the_old_one(client: Client) -> None:
    sent(client)
    html = did(client, edit="2026-05")
    assert 'name="replaces" value="2026-05"' in html
    assert 'name="subsidy" value="18.840"' in html
    html = sent(client, replaces="2026-05", month__month="7", subsidy="18480")
    assert months(html) == ["July 2026"]
    assert figure(html) == "DKK 360"


def test_the_same_month_twice_is_refused(client: Client) -> None:
    sent(client)
    # The same once more is a double click, and no second month.
    assert "You have entered May 2026 already." not in sent(client)
    assert len(client.session["payouts"]) == 1
    assert sent(client, subsidy="1.000").count("You have entered May 2026 already.") == 2


def test_a_month_is_removed_and_with_the_last_one_the_page_begins_anew(client: Client) -> None:
    sent(client)
    sent(client, month__month="6")
    assert months(did(client, remove="2026-05")) == ["June 2026"]
    html = did(client, remove="2026-06")
    assert "Month 1 of up to 12" in html


def test_a_month_begun_can_be_left(client: Client) -> None:
    sent(client)
    assert "Month 2 of up to 12" in did(client, add="1")
    html = did(client, close="1")
    assert figure(html) == "In line with the rules"


@pytest.mark.parametrize("action", [{"edit": "2020-01"}, {"copy": "x"}, {"remove": ""}, {}])
def test_an_action_on_a_month_that_is_not_there_changes_nothing(client: Client, action: dict[str, str]) -> None:
    sent(client)
    assert months(did(client, **action)) == ["May 2026"]
    assert client.get(MONTH["en"]).headers["Location"] == PAGE["en"]


def twelve(client: Client, **changed: str) -> str:
    html = ""
    for number in range(12):
        year, month = divmod(2025 * 12 + 10 + number, 12)
        html = sent(client, month__year=str(year), month__month=str(month + 1), **changed)
    return html


def test_twelve_months_are_kept_by_time_and_a_thirteenth_is_not_asked_for(client: Client) -> None:
    html = twelve(client)
    assert len(months(html)) == 12
    assert months(html)[0] == "November 2025"
    assert "there is no room for more" in html
    assert "Copy to" not in html
    assert "Enter another month" not in html
    thirteenth = sent(client, month__month="5", month__year="2025")
    assert "You have 12 months already." in thirteenth
    assert len(client.session["payouts"]) == 12


def test_the_other_language_shows_the_same_months_and_what_is_being_typed(client: Client) -> None:
    sent(client, subsidy="18480")
    danish = words(client.get(PAGE["da"]))
    assert figure(danish) == "360 kr."
    assert months(danish) == ["maj 2026"]
    sent(client, month__month="6", wage="1.23.4")
    assert 'value="1.23.4"' in words(client.get(PAGE["da"]))


def test_delete_my_answers_takes_the_months_too(client: Client) -> None:
    sent(client)
    client.post("/en/delete-my-answers/")
    assert "Month 1 of up to 12" in words(client.get(PAGE["en"]))


def test_nothing_of_a_check_is_kept_outside_the_sealed_cookie(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    addresses = []
    with caplog.at_level(logging.DEBUG):
        for address, typed in [
            (PAGE["en"], TYPED | {"wage": "8123,45"}),
            (MONTH["en"], {"copy": "2026-05"}),
            (MONTH["en"], {"edit": "2026-05"}),
            (PAGE["en"], TYPED | {"wage": "8123,45", "replaces": "2026-05", "month-month": "7"}),
            ("/en/payout-letter/da.pdf", {"recalculate": "1"}),
            (MONTH["en"], {"remove": "2026-07"}),
        ]:
            answer = client.post(address, typed)
            addresses += [answer.headers.get("Location", "")]
            assert set(client.cookies) <= {part.cookie for part in Part}
            assert "no-store" in answer.headers["Cache-Control"]
    assert not re.search(r"20\d\d|8123|recalculate", " ".join(addresses))
    assert not re.search(r"8123|18.?840|2026-0", " ".join(record.getMessage() for record in caplog.records))


def amounts(chance: random.Random, least: int, most: int) -> str:
    """An amount with øre, which nothing can shorten."""
    return f"{chance.randint(least, most)},{chance.randint(10, 99)}"


def full_year() -> list[list[str]]:
    """Twelve months with every field filled in that is not rare, no two of them alike; the first with all fields."""
    chance = random.Random(9)
    year = []
    for month in (Month(2025, 11).plus(months=later) for later in range(12)):
        parts = [amounts(chance, 1000, 9999) for _ in range(5)]
        several = [amounts(chance, 100, 999), str(chance.randint(2, 12)), amounts(chance, 30, 99)]
        ceiling = [amounts(chance, 1000, 3000) for _ in range(3)]
        year.append([str(month.year), str(month.month), "a-income", amounts(chance, 10000, 30000), *parts[:2],
                     amounts(chance, 5000, 19000), "stated", amounts(chance, 30000, 40000), amounts(chance, 100, 500),
                     *parts[2:4], amounts(chance, 100, 900), parts[4], *several, *ceiling])  # fmt: skip
    year[0] += [*(amounts(chance, 100, 900) for _ in range(4)), "99", amounts(chance, 10, 20), "37", "",
                amounts(chance, 100, 900), "on", "5", "20", "1", "1",
                amounts(chance, 1000, 9999)]  # fmt: skip
    assert len(year[0]) == len(NAMES)
    return year


def test_twelve_full_months_fit_into_the_cookie_with_everything_else_that_can_be_entered(client: Client) -> None:
    chance = random.Random(3)
    income = {name: amounts(chance, 1, 99) for name in IncomeForm({}, require_all=False).fields}
    cases = [INCOME | {"wage": amounts(chance, 100, 400)} for _ in range(3)]
    client.tells(
        eligibility=FITTING,
        as_on="2027-02-01",
        income=INCOME | income,
        income_cases=cases,
        employer={name: amounts(chance, 1, 99) for name in EmployerForm({}, require_all=False).fields},
        payouts=full_year(),
        payout_open=dict(zip(NAMES, full_year()[3], strict=False)),
    )
    assert "Change" not in words(client.get(PAGE["en"])).split("Your months so far")[1]
    html = did(client, close="1")
    assert len(months(html)) == 12
    assert "is not kept" not in html
    assert all(len(cookie.OutputString()) <= 4096 for cookie in client.cookies.values())
    assert client.session["income-cases"] == cases


def test_a_month_that_does_not_fit_is_refused_and_the_earlier_ones_stay(client: Client) -> None:
    # Much that nothing can shorten leaves room for a few months.
    client.tells(payouts=[[random.Random(4).randbytes(2200).hex()]])
    pages = [words(client.post(PAGE["en"], dict(zip(NAMES, row, strict=False)), follow=True)) for row in full_year()]
    refused = ["What you sent last was not saved" in html for html in pages]
    assert refused == sorted(refused)
    assert 0 < refused.count(False) < 12
    assert len(months(words(client.get(PAGE["en"])))) == refused.count(False)


def test_what_the_session_can_no_longer_use_is_left_aside(client: Client) -> None:
    sent(client)
    client.tells(payouts=[[], ["2026"], client.session["payouts"][0], ["2026", "4", "a-income", "x"]])
    assert months(words(client.get(PAGE["en"]))) == ["May 2026"]


@pytest.mark.parametrize("address", ["/en/", "/en/income/", "/en/your-rights/", "/en/privacy/"])
def test_other_pages_lead_to_the_check(client: Client, address: str) -> None:
    assert f'href="{PAGE["en"]}"' in client.get(address).content.decode()


def test_the_sitemap_names_the_check(client: Client) -> None:
    assert PAGE["da"] in client.get("/sitemap.xml").content.decode()
