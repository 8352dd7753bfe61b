"""Session cookies: unreadable, accepted only if sealed here, and within the size that browsers keep."""

import re
import zlib
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from fleksjob_site.serving.parts import Part
from fleksjob_site.serving.seal import _keys
from tests.conftest import TODAY

QUESTION = "/en/target-group/question/birth-month/"
NEXT = "/en/target-group/question/where-you-live/"
BORN = {"answer-month": "5", "answer-year": "1980"}
NAME = settings.SESSION_COOKIE_NAME
LOST = "Your earlier answers are gone"


def test_an_answer_is_kept_and_cannot_be_read_in_the_cookie(client: Client) -> None:
    assert client.post(QUESTION, BORN).headers["Location"] == NEXT
    assert all("1980" not in cookie.value for cookie in client.cookies.values())
    assert 'value="1980"' in client.get(QUESTION).content.decode()


def test_cookies_end_with_the_browser_session_and_are_out_of_reach_of_scripts(client: Client) -> None:
    client.post(QUESTION, BORN)
    assert set(client.cookies) == {Part.TOKEN.cookie, Part.WALK.cookie}
    for cookie in client.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert not cookie["max-age"]
        assert not cookie["expires"]


def test_answers_outlive_24_hours_only_while_the_site_is_used(client: Client) -> None:
    client.post(QUESTION, BORN)
    for hours in (23, 46, 69):
        with time_machine.travel(TODAY + timedelta(hours=hours)):
            assert client.get(NEXT).status_code == 200
    with time_machine.travel(TODAY + timedelta(hours=94)):
        answer = client.get(NEXT, follow=True)
        assert answer.redirect_chain == [(QUESTION, 302)]
        assert LOST in answer.content.decode()


@pytest.mark.parametrize(
    "address", [NEXT, "/en/target-group/check-your-answers/", "/en/target-group/outcome/", "/en/income/"]
)
def test_every_page_that_finds_a_lost_session_says_so(client: Client, address: str) -> None:
    client.cookies[NAME] = "x" * 200
    assert LOST in client.get(address, follow=True).content.decode()
    assert LOST not in client.get(address, follow=True).content.decode()


def test_a_stored_form_fits_into_a_cookie(client: Client) -> None:
    names = (
        "hours_per_week",
        "efficiency_percent",
        "wage_kind",
        "wage",
        "ceiling_month",
        "month-month",
        "month-year",
        "other_wage_month",
        "supplements_full_time_month",
        "full_time_hours_per_week",
        "pension_on_top_percent",
    )
    client.post("/en/income/", dict.fromkeys(names, "9" * 5000))
    assert all(len(cookie.value) < 4000 for cookie in client.cookies.values())


@pytest.mark.parametrize("damage", ["x" * 200, "short", "", "ÿ" * 20, "gAAAAA" + "B" * 100])
def test_a_forged_or_damaged_session_gives_a_fresh_start_with_a_notice(client: Client, damage: str) -> None:
    client.cookies[NAME] = damage
    answer = client.get(QUESTION)
    assert answer.status_code == 200
    assert 'value="1980"' not in answer.content.decode()
    if len(damage) >= 8:
        assert LOST in answer.content.decode()
    assert LOST not in client.get(QUESTION).content.decode()


def test_one_changed_character_is_noticed(client: Client) -> None:
    client.post(QUESTION, BORN)
    for name in list(client.cookies):
        sealed = client.cookies[name].value
        client.cookies[name] = sealed[:60] + ("A" if sealed[60] != "A" else "B") + sealed[61:]
    assert LOST in client.get(QUESTION).content.decode()


def test_keys_can_be_rotated_without_losing_answers(client: Client, settings: object) -> None:
    client.post(QUESTION, BORN)
    old = settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a new key that seals from now on, long enough", [old]
    assert client.get(NEXT).status_code == 200
    with time_machine.travel(TODAY + timedelta(hours=4)):
        # Old enough to be resealed, with the new key.
        client.get(NEXT)
        settings.SECRET_KEY_FALLBACKS = []
        assert client.get(NEXT).status_code == 200


def test_a_session_sealed_by_an_unknown_key_is_lost(client: Client, settings: object) -> None:
    client.post(QUESTION, BORN)
    settings.SECRET_KEY = "quite another key, which never saw that session"
    assert LOST in client.get(QUESTION).content.decode()


def test_delete_my_answers_leaves_nothing(client: Client) -> None:
    client.post(QUESTION, BORN)
    answer = client.post("/en/delete-my-answers/", follow=True)
    assert "Your answers have been deleted" in answer.content.decode()
    assert not any(client.cookies[part.cookie].value for part in (Part.TOKEN, Part.WALK))
    assert client.get(NEXT).headers["Location"] == QUESTION


@pytest.mark.parametrize("address", ["/", "/en/", "/en/target-group/", "/maalgruppe/", "/en/answers-deleted/"])
def test_pages_without_forms_touch_no_session(client: Client, address: str) -> None:
    client.post(QUESTION, BORN)
    client.cookies[NAME] = client.cookies[NAME].value
    answer = client.get(address)
    assert answer.status_code == 200
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize("address", ["/api/v1/eligibility/questions", "/api/v1/openapi.json", "/api/v1/nowhere"])
def test_the_api_touches_no_session(client: Client, address: str) -> None:
    client.post(QUESTION, BORN)
    client.cookies[NAME] = client.cookies[NAME].value
    answer = client.get(address)
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize("cookie", ["", "x", "short", "y" * 200])
def test_a_public_page_leaves_an_invalid_cookie_alone(client: Client, cookie: str) -> None:
    client.cookies[NAME] = cookie
    answer = client.get("/en/answers-deleted/")
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize(
    ("token", "content"),
    [("7" * 32, '{"_csrftoken": 7}'), (" " * 32, '{"_csrftoken": ["a"]}'), ("<" * 32, "{}"), ("short".ljust(32), "{}")],
)
def test_a_malformed_form_token_in_a_session_is_not_an_error(client: Client, token: str, content: str) -> None:
    client.cookies[NAME] = _keys().encrypt(token.encode() + zlib.compress(content.encode())).decode()
    answer = client.get(QUESTION)
    assert answer.status_code == 200
    assert re.search(r'csrfmiddlewaretoken" value="[A-Za-z0-9]{64}"', answer.content.decode())


def test_an_error_page_that_sets_cookies_is_never_cached(client: Client) -> None:
    client.post(QUESTION, BORN)
    with time_machine.travel(TODAY + timedelta(hours=4)):
        client.get("/en/take-along/")
    with time_machine.travel(TODAY + timedelta(hours=8)):
        answer = client.post("/en/target-group/question/where-you-live/", {"answer": "x"})
    assert answer.status_code == 302
    assert answer.cookies
    assert "no-store" in answer.headers["Cache-Control"]
