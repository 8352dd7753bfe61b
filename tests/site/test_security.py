"""Headers on every response, forms guarded, and nothing typed lost or logged when something is wrong."""

import logging
import os
import re
import subprocess
import sys
from typing import Any

import pytest
from django.conf import settings
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


@pytest.mark.parametrize("address", PAGES)
def test_every_response_has_the_strict_headers(client: Client, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "data:" not in policy
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("address", PAGES)
def test_pages_hold_no_script_style_or_handler_of_their_own(client: Client, address: str) -> None:
    html = client.get(address).content.decode()
    assert not re.search(r"<[^>]+\son\w+=|<[^>]+\sstyle=|<style|javascript:", html)
    assert all("src=" in script for script in re.findall(r"<script[^>]*>", html))
    assert not re.search(r"\{\{|\{%|%\}|\}\}", html)
    assert all(url.startswith("/") for url in re.findall(r'(?:src|<link[^>]+stylesheet" href)="([^"]+)', html))


@pytest.mark.parametrize("address", ["/en/target-group/question/birth-month/", "/en/income/"])
def test_pages_with_answers_are_never_stored(client: Client, address: str) -> None:
    assert "no-store" in client.get(address).headers["Cache-Control"]


def test_a_form_without_its_token_is_kept_and_can_be_sent_once_more() -> None:
    guarded = Client(enforce_csrf_checks=True)
    guarded.get("/en/target-group/question/birth-month/")
    refused = guarded.post(
        "/en/target-group/question/birth-month/",
        {"answer-month": "5", "answer-year": '19"80', "csrfmiddlewaretoken": "old"},
    )
    html = refused.content.decode()
    assert refused.status_code == 403
    assert "Please send once more" in html
    assert '<input type="hidden" name="answer-month" value="5">' in html
    assert 'value="19&#34;80"' in html
    assert html.count("csrfmiddlewaretoken") == 1
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
    assert token
    again = {"answer-month": "5", "answer-year": "1980", "csrfmiddlewaretoken": token[1]}
    assert guarded.post("/en/target-group/question/birth-month/", again).status_code == 302


def test_a_form_with_its_token_goes_through() -> None:
    guarded = Client(enforce_csrf_checks=True)
    html = guarded.get("/en/income/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
    assert token
    assert guarded.post("/en/income/", {"wage": "200", "csrfmiddlewaretoken": token[1]}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/nowhere/", 404, "Vi kan ikke finde siden"),
        ("/en/nowhere/", 404, "We can&#39;t find that page"),
        ("/en/target-group/question/shoe-size/", 404, "We can&#39;t find that page"),
    ],
)
def test_an_unknown_address_is_said_in_the_language_of_the_page(
    client: Client, address: str, status: int, words: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert words in answer.content.decode()


def test_a_foreign_host_name_is_refused_with_a_page(client: Client) -> None:
    answer = client.get("/en/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "The page could not understand that" in answer.content.decode()
    assert "evil.example" not in answer.content.decode()


def test_a_fault_of_our_own_shows_a_page_and_no_traceback(client: Client, settings: Any) -> None:
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


def test_the_mark_of_a_live_request_is_not_sent_on() -> None:
    refused = Client(enforce_csrf_checks=True).post("/en/income/", {"wage": "200", "live": "1"})
    assert 'name="wage"' in refused.content.decode()
    assert 'name="live"' not in refused.content.decode()


@pytest.mark.parametrize("address", ["/en/delete-my-answers/", "/en/calculate-with-my-hours/",
                                     "/en/target-group/outcome/another-day/"])  # fmt: skip
def test_a_mere_visit_to_the_address_of_a_button_leads_somewhere_and_does_nothing(client: Client, address: str) -> None:
    client.post("/en/target-group/question/birth-month/", {"answer-month": "5", "answer-year": "1980"})
    assert client.get(address).status_code == 302
    assert client.get("/en/target-group/question/where-you-live/").status_code == 200


@pytest.mark.parametrize(
    ("address", "method"), [("/en/", "post"), ("/en/income/", "put"), ("/en/target-group/", "post")]
)
def test_a_page_answers_only_the_methods_it_has(client: Client, address: str, method: str) -> None:
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


def test_over_https_the_cookie_is_bound_to_host_and_https() -> None:
    code = (
        "import django; django.setup()\n"
        "from django.core.management import call_command\n"
        "call_command('check', deploy=True, fail_level='WARNING')\n"
        "from django.test import Client\n"
        "client = Client(HTTP_HOST='localhost')\n"
        "plain = client.get('/en/income/')\n"
        "assert plain.status_code == 301 and plain['Location'] == 'https://localhost/en/income/', plain\n"
        "secure = client.get('/en/income/', secure=True)\n"
        "assert secure['Strict-Transport-Security'].startswith('max-age=31536000')\n"
        "cookie = client.cookies['__Host-session']\n"
        "assert cookie['secure'] and cookie['path'] == '/' and not cookie['domain']\n"
    )
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "fleksjob_site.settings",
        "SECRET_KEY": "qK3-a-key-for-this-test-alone-0123456789-abcdefghijklmnop",
        "PYTHONWARNINGS": "error",
    }
    subprocess.run([sys.executable, "-c", code], cwd=settings.BASE_DIR, env=environment, check=True)


def test_without_a_key_the_site_does_not_start_and_says_why() -> None:
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "fleksjob_site.settings"}
    started = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert started.returncode == 1
    assert "SECRET_KEY: Field required" in started.stderr
