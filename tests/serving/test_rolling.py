"""A rolling release: data of a newer node passes through an older one and back without loss."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.middleware.csrf import CSRF_SESSION_KEY

from fleksjob_site.serving.parts import Part
from fleksjob_site.serving.seal import seal, unseal
from fleksjob_site.serving.sessions import session_id
from salary.pages.payout_kept import NAMES, unpack
from tests.eligibility.law.answering import FITTING
from tests.visitor import FORM_TOKEN, Visitor

MADE: dict[str, Any] = json.loads((Path(__file__).parent / "release_0_1.json").read_text("utf-8"))
CASE = {"hours_per_week": "18", "efficiency_percent": "100", "wage_kind": "hourly", "wage": "200",
        "month-month": "5", "month-year": "2024"}  # fmt: skip
MONTH = ["2026", "5", "with-pension", "15000", "", "", "9000", "unknown"]
NEXT: dict[Part, dict[str, Any]] = {
    Part.TOKEN: {"theme": "large"},
    Part.WALK: {
        "eligibility": FITTING | {"a-new-question": "yes", "alternatives": "a-new-choice", "several": ["a", "b"]},
        "a-new-entry": {"deep": [1, {"a": None}]},
    },
    Part.INCOME: {
        "income": CASE | {"tax_card": "b", "shares": ["1"]},
        # A month without rates in this release, and a case of an unknown type.
        "income-cases": [CASE | {"month-year": "2031"}, CASE | {"tax_card": "b"}, {"wage": ["200", "210"]}],
        "employer": CASE | {"branch": "4"},
        "year": {"2027": ["1", "2"]},
    },
    Part.PAYOUTS: {
        "payouts": [MONTH + [""] * (len(NAMES) - len(MONTH)) + ["77"], ["2031", *MONTH[1:]], [{"month": "2026-07"}]],
        "payout-open": {"wage": "1", "tax_card": "b"},
    },
    Part.LINK: {"opened": {"typed": "none", "seen": ["1"]}, "a-new-entry": 7},
}
"""Data that a fictional next release has stored."""


@pytest.fixture
def older(client: Visitor) -> Visitor:
    """A visitor of this release with a session of the next one."""
    for part, content in NEXT.items():
        head = FORM_TOKEN if part is Part.TOKEN else session_id(FORM_TOKEN)
        client.cookies[part.cookie] = seal(head, content) or ""
    client.cookies["session-newer"] = "a part of its own"
    return client


def held(visitor: Visitor, part: Part) -> dict[str, Any]:
    return unseal(visitor.cookies[part.cookie].value).content


def test_every_page_of_an_older_node_reseals_the_session_unchanged(older: Visitor) -> None:
    with time_machine.travel(datetime.now().astimezone() + timedelta(hours=4)):
        for address in ("/en/income/", "/en/income/employer/", "/en/income/check-my-payout/", "/en/take-along/",
                        "/en/target-group/question/birth-month/", "/en/letter/en.pdf"):  # fmt: skip
            assert older.get(address).status_code in {200, 302}
        assert {part: held(older, part) for part in Part} == NEXT


def test_an_answer_on_an_older_node_keeps_all_data_of_a_newer_one(older: Visitor) -> None:
    walk = NEXT[Part.WALK]["eligibility"]
    older.post("/en/target-group/question/birth-month/", {"answer-month": "6", "answer-year": "1980"})
    now = held(older, Part.WALK)
    assert now["eligibility"]["birth-month"] == "1980-06"
    kept = {key: value for key, value in walk.items() if key != "birth-month"}
    assert {key: now["eligibility"][key] for key in kept} == kept
    assert now["a-new-entry"] == NEXT[Part.WALK]["a-new-entry"]


def test_finishing_the_walk_on_an_older_node_keeps_what_it_cannot_read(client: Visitor) -> None:
    newer = {"a-new-question": "yes", "benefit": "none"}
    client.tells(eligibility=FITTING | newer | {"fleksjob-may-start": "a-new-kind-of-month"})
    client.post("/en/target-group/question/birth-month/", {"answer-month": "6", "answer-year": "1980"})
    walk = client.session["eligibility"]
    assert (walk["a-new-question"], walk["fleksjob-may-start"]) == ("yes", "a-new-kind-of-month")


def test_an_income_sent_to_an_older_node_keeps_the_fields_of_a_newer_one(older: Visitor) -> None:
    older.post("/en/income/", CASE | {"wage": "201"})
    expected = NEXT[Part.INCOME]["income"] | {"wage": "201"}
    assert {name: held(older, Part.INCOME)["income"][name] for name in expected} == expected
    # The page may come from the newer node, with fields that have just been typed there.
    older.post("/en/income/", CASE | {"tax_card": "c", "new_field": "5", "live": "1"})
    assert held(older, Part.INCOME)["income"].items() >= {"tax_card": "c", "new_field": "5"}.items()
    older.post("/en/income/employer/", CASE)
    now = held(older, Part.INCOME)
    assert now["employer"]["branch"] == "4"
    assert (now["income-cases"], now["year"]) == (NEXT[Part.INCOME]["income-cases"], NEXT[Part.INCOME]["year"])


@pytest.mark.parametrize(
    ("address", "field"),
    [("/en/income/", "tax_card"), ("/en/income/employer/", "branch"), ("/en/income/check-my-payout/", "tax_card")],
)
def test_a_form_of_an_older_node_carries_the_fields_of_a_newer_one_back_to_it(
    older: Visitor, address: str, field: str
) -> None:
    stored = {"tax_card": "b", "branch": "4"}[field]
    page = older.get(address).content.decode()
    assert page.count(f'<input type="hidden" name="{field}" value="{stored}">') == 1
    assert page.count('name="csrfmiddlewaretoken"') >= 1
    # One that is sent comes again with the answer, as what is sent live does.
    page = older.post(address, CASE | {field: "9", "live": "1"}).content.decode()
    assert page.count(f'<input type="hidden" name="{field}" value="9">') == 1


def test_an_answer_from_a_page_of_another_release_is_kept_where_a_question_before_it_is_open(client: Visitor) -> None:
    told = {key: FITTING[key] for key in ("birth-month", "lives-in-denmark")}
    client.tells(eligibility=told)
    # The node that the page came from does not ask about a benefit, or has not yet.
    sent = client.post("/en/target-group/question/situation/", {"answer": "employee"})
    assert (sent.status_code, sent.headers["Location"]) == (302, "/en/target-group/question/benefit/")
    assert client.session["eligibility"] == told | {"situation": "employee"}
    # What is no answer, or was typed before the language was changed, is not.
    for wrong in ({"answer": "none-of-them"}, {"answer": "early-pension", "switch": "da"}):
        assert client.post("/en/target-group/question/situation/", wrong, follow=True).status_code == 409
    # Nor is an answer to a question that most people would not come to.
    pointless = "/en/target-group/question/why-pointless/"
    assert client.post(pointless, {"answer": "illness"}, follow=True).status_code == 409
    assert client.session["eligibility"] == told | {"situation": "employee"}


def test_a_case_kept_or_removed_on_an_older_node_leaves_those_it_cannot_calculate(older: Visitor) -> None:
    first, second, third = NEXT[Part.INCOME]["income-cases"]
    older.post("/en/income/", CASE | {"wage": "250", "keep": "1"})
    assert [case.get("wage") for case in held(older, Part.INCOME)["income-cases"]] == [
        "200",
        "200",
        "250",
        ["200", "210"],
    ]
    page = older.get("/en/income/").content.decode()
    older.post("/en/income/without-case/", {"case": page.split('name="case" value="')[1][:12]})
    assert held(older, Part.INCOME)["income-cases"][0] == first
    assert second not in held(older, Part.INCOME)["income-cases"]
    assert held(older, Part.INCOME)["income-cases"][-1] == third


def test_a_month_changed_or_removed_on_an_older_node_keeps_the_rest(older: Visitor) -> None:
    older.post("/en/income/check-my-payout/month/", {"edit": "2026-05"})
    sent = {"replaces": "2026-05", "month-year": "2026", "month-month": "5", "wage_kind": "with-pension",
            "wage": "15500", "subsidy": "9000", "ceiling_kind": "unknown", "tax_card": "c"}  # fmt: skip
    older.post("/en/income/check-my-payout/", sent)
    future, row, shape = held(older, Part.PAYOUTS)["payouts"]
    assert (future, shape) == tuple(NEXT[Part.PAYOUTS]["payouts"][1:])
    assert (row[3], row[len(NAMES)]) == ("15500", "77")
    # A newer release finds a field by name if an older one had no position for it.
    assert unpack(row)["tax_card"] == "c"
    older.post("/en/income/check-my-payout/month/", {"remove": "2026-05"})
    assert held(older, Part.PAYOUTS)["payouts"] == NEXT[Part.PAYOUTS]["payouts"][1:]


def test_deleting_on_an_older_node_also_deletes_the_parts_of_a_newer_one(older: Visitor) -> None:
    older.post("/en/delete-my-answers/")
    assert {name for name, cookie in older.cookies.items() if cookie.value} == {"session-deleted"}


def test_the_cookie_of_release_0_1_is_split_into_parts(client: Visitor, settings: Any) -> None:
    settings.SECRET_KEY_FALLBACKS = [MADE["key"]]
    client.cookies[settings.SESSION_COOKIE_NAME] = MADE["cookie"]
    with time_machine.travel(datetime.fromisoformat(MADE["sealed"]) + timedelta(hours=2), tick=False):
        client.get("/en/income/")
        client.post("/en/target-group/question/birth-month/", {"answer-month": "6", "answer-year": "1980"})
        now = {name: value for name, value in client.session.items() if name != CSRF_SESSION_KEY}
        assert now == MADE["holds"] | {"eligibility": MADE["holds"]["eligibility"] | {"birth-month": "1980-06"}}
        assert held(client, Part.TOKEN) == {}
        assert set(held(client, Part.WALK)) == {"eligibility", "as-on"}
