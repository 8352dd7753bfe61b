"""The curve, a goal and what more pays: the figures and sentences of the income page, and what can't be asked."""

import re
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.test import Client

from tests.api.asking import post
from tests.salary.pages.test_income import PAGE, TYPED

BODY = {
    "month": "2024-05",
    "hours_per_week": 12,
    "efficiency_percent": 60,
    "hourly_wage": 185,
    "pension_on_top_percent": 10,
    "ceiling_month": 32000,
}
CARD = {"percent": 38, "deduction_month": 4500, "main_card": "municipality"}
GOAL = 26000
TYPED_BODY = TYPED | {
    "hours_per_week": "12",
    "efficiency_percent": "60",
    "wage": "185",
    "pension_on_top_percent": "10",
    "ceiling_month": "32000",
    "goal_month": str(GOAL),
    "tax_percent": "38",
    "tax_deduction_month": "4500",
    "tax_main_card": "municipality",
}


def answered(client: Client, path: str, body: object, language: str = "en") -> Any:
    answer = post(client, path, body, language)
    assert answer.status_code == 200, answer.content
    return answer.json()


def codes(client: Client, path: str, body: object) -> list[tuple[str, str]]:
    answer = post(client, path, body)
    assert answer.status_code == 422
    return [(error["field"], error["code"]) for error in answer.json()["errors"]]


def plain(html: str) -> str:
    """The text of a page, with its spaces as they are read."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html)).replace("\u00a0", " "))


@pytest.fixture(params=["da", "en"])
def page(client: Client, request: pytest.FixtureRequest) -> tuple[str, str]:
    """The language and the text of the income page with the same month."""
    answer = client.post(PAGE[request.param], TYPED_BODY, follow=True)
    return request.param, plain(answer.content.decode())


def shown(amount: str, language: str) -> str:
    """An amount as the page shows it."""
    written = f"{Decimal(amount):,.2f}".removesuffix(".00")
    return written if language == "en" else written.translate(str.maketrans(",.", ".,"))


def test_the_curve_is_the_table_and_the_sentences_of_the_page(client: Client, page: tuple[str, str]) -> None:
    language, text = page
    found = answered(client, "curve", BODY, language)
    assert len(found["points"]) >= 38
    for point in found["points"]:
        amounts = (point["wage_month"], point["subsidy_month"], point["total_month"])
        unit = "kr. " if language == "da" else "DKK "
        row = unit.join(shown(amount, language) for amount in amounts)
        assert row.replace(" ", "") in text.replace(" ", ""), point
    for kink in found["kinks"]:
        assert plain(f"{kink['name']}. {kink['sentence']}") in text
    assert found["kinks"]


def test_the_point_that_was_asked_for_is_the_month_of_the_income_call(client: Client) -> None:
    here, income = answered(client, "curve", BODY)["here"], answered(client, "income", BODY)
    for name in ("paid_hours_per_week", "wage_month", "subsidy_month", "total_month"):
        assert here[name] == income[name]


def test_every_point_of_the_curve_is_what_the_income_call_gives_at_its_hours(client: Client) -> None:
    without = {name: value for name, value in BODY.items() if name not in ("hours_per_week", "efficiency_percent")}
    whole = [point for point in answered(client, "curve", BODY)["points"] if point["paid_hours_per_week"][-3:] == ".00"]
    for point in whole[::5]:
        income = answered(client, "income", without | {"paid_hours_per_week": point["paid_hours_per_week"]})
        assert point["total_month"] == income["total_month"]


def test_a_goal_has_the_sentences_of_the_page_and_is_reached_by_what_it_says(
    client: Client, page: tuple[str, str]
) -> None:
    language, text = page
    found = answered(client, "goal", BODY | {"goal_month": GOAL}, language)
    for part in (found["hours"], found["wage"]):
        for sentence in (part["sentence"], *part["remarks"]):
            assert plain(sentence) in text
    at_these = BODY | {"hours_per_week": found["hours"]["hours_per_week"]}
    assert Decimal(answered(client, "income", at_these)["subsidy_unrounded"]) > 0
    total = answered(client, "income", at_these)["total_month"]
    assert GOAL - 1 <= Decimal(total) < GOAL + 20
    at_this_wage = BODY | {"hourly_wage": found["wage"]["hourly_wage"]}
    assert Decimal(answered(client, "income", at_this_wage)["total_month"]) >= GOAL - 1


@pytest.mark.parametrize("language", ["da", "en"])
def test_one_more_hour_and_a_raise_are_those_of_the_page(client: Client, language: str) -> None:
    # A ceiling that binds: what a raise gives then depends on who is told of it.
    page = client.post(PAGE[language], TYPED_BODY | {"ceiling_month": "24000"}, follow=True)
    text = plain(page.content.decode())
    body = BODY | {"ceiling_month": 24000, "tax": CARD, "further_wage_month": 100}
    found = answered(client, "margin", body, language)
    for sentence in (
        *found["hour"]["sentences"],
        found["raised"]["reported"]["sentence"],
        found["raised"]["unreported"]["sentence"],
    ):
        assert plain(sentence) in text
    for kept in (found["hour"]["account"], found["raised"]["account"], found["further_wage"]):
        assert shown(str(abs(round(Decimal(kept["net_month"])))), language) in text


def test_one_more_hour_is_the_difference_of_two_months(client: Client) -> None:
    body = {"month": "2026-05", "paid_hours_per_week": 9, "hourly_wage": 180, "tax": CARD}
    hour = answered(client, "margin", body)["hour"]
    before, after = (answered(client, "income", body | {"paid_hours_per_week": hours}) for hours in (9, 10))
    for name, of in (("wage_month", "wage_month"), ("subsidy_month", "subsidy_unrounded")):
        assert Decimal(hour[name]) == Decimal(after[of]) - Decimal(before[of])
    rise = Decimal(after["tax"]["net_month"]) - Decimal(before["tax"]["net_month"])
    assert abs(Decimal(hour["account"]["net_month"]) - rise) < 2


@pytest.mark.parametrize(
    "given",
    [
        {"hourly_wage": 180, "paid_hours_per_week": 10, "employer_pension_month": 700, "own_pension_percent": 4},
        {"wage_month": 8000, "pension_on_top_percent": 12, "own_pension_month": 300, "own_atp_month": 99},
        {"wage_month": 8000, "employer_pension_month": 500},
    ],
)
def test_more_wage_on_the_account_is_the_difference_of_two_months(client: Client, given: dict[str, Any]) -> None:
    body = {"month": "2026-05", "ceiling_month": 34000, "tax": CARD} | given
    kept = answered(client, "margin", body | {"further_wage_month": 0})["further_wage"]
    assert (kept["account_before_tax_month"], kept["net_month"]) == ("0.00", "0.00")
    kept = answered(client, "margin", body)["further_wage"]
    assert 0 < Decimal(kept["net_month"]) < Decimal(kept["account_before_tax_month"]) < 1000


def test_without_a_known_pension_nothing_is_said_of_the_account(client: Client) -> None:
    found = answered(client, "margin", {"month": "2026-05", "wage_month": 8000})
    assert (found["hour"], found["raised"], found["further_wage"]) == (None, None, None)
    supplements = BODY | {"supplements_full_time_month": 1000}
    found = answered(client, "margin", supplements)
    assert found["hour"]["account"] is found["raised"]["account"] is None


@pytest.mark.parametrize(("path", "more"), [("curve", {}), ("goal", {"goal_month": 25000})])
def test_without_a_pay_there_is_no_curve(client: Client, path: str, more: dict[str, Any]) -> None:
    assert codes(client, path, {"month": "2026-05", "wage_month": 8000} | more) == [("hourly_wage", "missing")]


def test_all_errors_come_at_once_and_a_foreign_field_is_one(client: Client) -> None:
    wrong = {"month": "2026-13", "wage_month": 8000, "goal_month": -1, "shoe_size": 43}
    assert set(codes(client, "goal", wrong)) == {
        ("month", "not-a-month"), ("goal_month", "out-of-range"), ("shoe_size", "unknown-field"),
        ("hourly_wage", "missing"),
    }  # fmt: skip
    assert codes(client, "margin", BODY | {"raise_per_hour": 2001}) == [("raise_per_hour", "out-of-range")]


@pytest.mark.parametrize("path", ["curve", "goal", "margin"])
def test_sources_are_named_as_in_the_month(client: Client, path: str) -> None:
    more = {"goal_month": 20000} if path == "goal" else {}
    found = answered(client, path, BODY | {"month": "2014-05"} | more)
    assert found["rates"]["valid_from"] == "2014-01"
    assert any(source["remark"] for source in found["sources"])
    assert {source["law"] for source in answered(client, path, BODY | more)["sources"]} >= {"LAB"}


@pytest.mark.parametrize("wanted", range(22_000, 27_000, 333))
def test_hours_and_wage_are_those_of_the_sentences_which_round_them_up(client: Client, wanted: int) -> None:
    found = answered(client, "goal", BODY | {"goal_month": wanted})
    for part, name in ((found["hours"], "paid_hours_per_week"), (found["wage"], "hourly_wage")):
        if part[name] is not None:
            written = f"{Decimal(part[name]):,.2f}"
            shortest = written.rstrip("0").removesuffix(".")
            assert written in part["sentence"] or shortest in part["sentence"], part


@pytest.mark.parametrize(
    ("percent", "kroner"),
    [
        ({"own_pension_percent": 4}, {"own_pension_month": 320}),
        ({"pension_on_top_percent": 12}, {"pension_on_top_month": 960}),
        (
            {"pension_on_top_percent": 12, "own_pension_percent": 4},
            {"pension_on_top_percent": 12, "employer_pension_month": 960, "own_pension_month": 320},
        ),
    ],
)
def test_pension_in_kroner_leaves_as_much_as_the_same_in_per_cent(
    client: Client, percent: dict[str, Any], kroner: dict[str, Any]
) -> None:
    body = {"month": "2026-05", "wage_month": 8000, "pension_on_top_percent": 10, "tax": CARD}
    without = {name: value for name, value in body.items() if name != "pension_on_top_percent"}
    start = without if "pension_on_top_month" in kroner else body
    one, other = (answered(client, "margin", given) for given in (body | percent, start | kroner))
    assert one["further_wage"] == other["further_wage"]
    assert one["further_wage"] != answered(client, "margin", body)["further_wage"]
