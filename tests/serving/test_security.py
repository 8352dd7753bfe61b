"""Headers on every response, CSRF protection, and nothing typed lost or logged after an error."""

import logging
import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpResponse
from django.test import Client

PAGES = [
    "/",
    "/en/",
    "/maalgruppe/",
    "/en/target-group/question/birth-month/",
    "/indkomst/",
    "/en/income/",
    "/nowhere/",
    "/api/v1/rates",
]
FORM = "application/x-www-form-urlencoded"
ANSWERS: dict[str, tuple[int, Callable[[Client], HttpResponse]]] = {
    "a redirect": (301, lambda client: client.get("/en/income")),
    "a redirect after a form": (302, lambda client: client.post("/en/delete-my-answers/")),
    "a guide not changed": (
        304,
        lambda client: client.get("/en/", headers={"if-none-match": client.get("/en/")["ETag"]}),
    ),
    "an unreadable form": (400, lambda client: client.generic("POST", "/en/income/", b"%00", content_type=FORM)),
    "a foreign host": (400, lambda client: client.get("/en/", headers={"host": "evil.example"})),
    "a form without token": (403, lambda _: Client(enforce_csrf_checks=True).post("/en/income/")),
    "no page": (404, lambda client: client.get("/en/nowhere/")),
    "no answer of the API": (404, lambda client: client.get("/api/v1/nowhere")),
    "another method": (405, lambda client: client.put("/en/")),
    "methods": (204, lambda client: client.options("/en/")),
    "too large": (413, lambda client: client.generic("POST", "/en/income/", b"9" * 70_000, content_type=FORM)),
    "too long": (414, lambda client: client.get("/en/?" + "a" * 6200)),
    "a refused body": (422, lambda client: client.post("/api/v1/income", "{}", content_type="application/json")),
    "a static file": (200, lambda client: client.get(staticfiles_storage.url("site.css"))),
    "no static file": (404, lambda client: client.get("/static/nothing.css")),
    "a table": (200, lambda client: client.get("/en/rates-table.csv")),
    "a search engine's file": (200, lambda client: client.get("/robots.txt")),
    "a health check": (200, lambda client: client.get("/readyz")),
}
"""Every kind of response, with its status."""


def _are_strict(headers: Mapping[str, str]) -> None:
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "data:" not in policy
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_the_strict_headers(client: Client, address: str) -> None:
    _are_strict(client.get(address).headers)


@pytest.mark.parametrize("kind", ANSWERS)
def test_every_kind_of_response_has_the_strict_headers(client: Client, kind: str) -> None:
    status, ask = ANSWERS[kind]
    answer = ask(client)
    # A static file stays open until it is read.
    answer.getvalue()
    assert answer.status_code == status
    _are_strict(answer.headers)
    assert "Server" not in answer.headers


@pytest.mark.parametrize("address", PAGES)
def test_pages_have_no_inline_script_style_or_handler(client: Client, address: str) -> None:
    html = client.get(address).content.decode()
    assert not re.search(r"<[^>]+\son\w+=|<[^>]+\sstyle=|<style|javascript:", html)
    # A block of data is not run, and holds nothing that could end it.
    html = re.sub(r'<script type="application/ld\+json">\{[^<>]*\}</script>', "", html)
    assert all("src=" in script for script in re.findall(r"<script[^>]*>", html))
    assert not re.search(r"\{\{|\{%|%\}|\}\}", html)
    assert all(url.startswith("/") for url in re.findall(r'(?:src|<link[^>]+stylesheet" href)="([^"]+)', html))


@pytest.mark.parametrize("address", ["/en/target-group/question/birth-month/", "/en/income/"])
def test_pages_with_answers_are_never_stored(client: Client, address: str) -> None:
    assert "no-store" in client.get(address).headers["Cache-Control"]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/en/target-group/question/birth-month/", "Please send it again"),
        ("/maalgruppe/spoergsmaal/foedselsmaaned/", "Du skal sende én gang til"),
    ],
)
def test_a_form_without_a_valid_token_is_kept_and_can_be_submitted_again(address: str, words: str) -> None:
    guarded = Client(enforce_csrf_checks=True)
    guarded.get(address)
    typed = {"answer-month": "5", "answer-year": '19"80', "csrfmiddlewaretoken": "old"}
    refused = guarded.post(address, typed)
    html = refused.content.decode()
    assert refused.status_code == 403
    assert words in html
    assert '<input type="hidden" name="answer-month" value="5">' in html
    assert 'value="19&#34;80"' in html
    assert html.count("csrfmiddlewaretoken") == 1
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
    assert token
    again = {"answer-month": "5", "answer-year": "1980", "csrfmiddlewaretoken": token[1]}
    assert guarded.post(address, again).status_code == 302


@pytest.mark.parametrize(
    ("address", "lost", "once_more"),
    [
        ("/en/income/", "Your earlier answers are gone", "Please send it again"),
        ("/indkomst/", "Dine tidligere svar er væk", "Du skal sende én gang til"),
    ],
)
def test_a_form_after_a_lost_session_gets_both_notices(address: str, lost: str, once_more: str) -> None:
    guarded = Client(enforce_csrf_checks=True)
    guarded.cookies["session"] = "x" * 200
    html = guarded.post(address, {"wage": "200"}).content.decode()
    assert lost in html
    assert once_more in html
    assert 'name="wage" value="200"' in html


def test_a_form_with_its_token_goes_through() -> None:
    guarded = Client(enforce_csrf_checks=True)
    html = guarded.get("/en/income/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
    assert token
    assert guarded.post("/en/income/", {"wage": "200", "csrfmiddlewaretoken": token[1]}).status_code == 302


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/nowhere/", 404, "Vi kan ikke finde siden"),
        ("/en/nowhere/", 404, "We can&#39;t find that page"),
        ("/en/target-group/question/shoe-size/", 404, "We can&#39;t find that page"),
    ],
)
def test_a_404_page_is_in_the_language_of_the_url(client: Client, address: str, status: int, words: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert words in answer.content.decode()


def test_an_unknown_host_name_gets_an_error_page(client: Client) -> None:
    answer = client.get("/en/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "The page could not understand that" in answer.content.decode()
    assert "evil.example" not in answer.content.decode()


def test_a_server_error_shows_a_page_and_no_traceback(client: Client, settings: Any) -> None:
    client.raise_request_exception = False
    settings.TIME_ZONE = "Nowhere/Land"
    from django.utils import timezone

    timezone.get_default_timezone.cache_clear()
    try:
        answer = client.get("/en/income/")
    finally:
        settings.TIME_ZONE = "Europe/Copenhagen"
        timezone.get_default_timezone.cache_clear()
    assert answer.status_code == 500
    _are_strict(answer.headers)
    assert "Something went wrong on our side" in answer.content.decode()
    assert "Traceback" not in answer.content.decode()


@pytest.mark.parametrize(
    "sent_by", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}]
)
def test_a_form_from_another_site_gets_neither_a_token_nor_a_new_session(sent_by: dict[str, str]) -> None:
    guarded = Client(enforce_csrf_checks=True)
    refused = guarded.post("/en/income/", {"wage": "200"}, headers=sent_by)
    assert refused.status_code == 403
    assert "csrfmiddlewaretoken" not in refused.content.decode()
    assert "200" not in refused.content.decode().replace("200px", "")
    assert not refused.cookies


def test_a_resubmitted_form_is_not_marked_as_live() -> None:
    refused = Client(enforce_csrf_checks=True).post("/en/income/", {"wage": "200", "live": "1"})
    assert 'name="wage"' in refused.content.decode()
    assert 'name="live"' not in refused.content.decode()


@pytest.mark.parametrize("address", ["/en/calculate-with-my-hours/", "/en/target-group/outcome/another-day/"])
def test_get_on_a_post_only_url_redirects_and_changes_nothing(client: Client, address: str) -> None:
    client.post("/en/target-group/question/birth-month/", {"answer-month": "5", "answer-year": "1980"})
    assert client.get(address).status_code == 302
    assert client.get("/en/target-group/question/where-you-live/").status_code == 200


@pytest.mark.parametrize(
    ("address", "method"), [("/en/", "post"), ("/en/income/", "put"), ("/en/target-group/", "post")]
)
def test_a_page_rejects_unsupported_methods(client: Client, address: str, method: str) -> None:
    assert getattr(client, method)(address).status_code == 405


def test_no_answer_reaches_the_log(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    client.post("/en/income/", {"wage": "17123,45", "hours_per_week": "abc"})
    client.post("/en/target-group/question/birth-month/", {"answer-month": "77", "answer-year": "1971"})
    Client(enforce_csrf_checks=True).post("/en/income/", {"wage": "17123,45"})
    client.post("/api/v1/income", '{"month": "2024-05", "wage_month": "17123.45x"}', content_type="application/json")
    assert caplog.records
    for secret in ("17123", "1971", "abc"):
        assert secret not in caplog.text
