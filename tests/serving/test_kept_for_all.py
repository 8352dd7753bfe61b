"""Caches shared by all visitors: separate for each language and day, and never with a visitor's data."""

import re
from datetime import timedelta

import pytest
import time_machine
from brotli import compress
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.conftest import TODAY

SKIP = {"da": "Gå til sidens indhold", "en": "Skip to the content"}
PAGES = ("home", "income", "eligibility:start", "words", "answers-deleted")


def address(name: str, language: str) -> str:
    with override(language):
        return reverse(name)


@pytest.mark.parametrize("order", [("da", "en", "da"), ("en", "da", "en")])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_in_its_own_language_whichever_was_requested_before(
    client: Client, name: str, order: tuple[str, ...]
) -> None:
    for language in order:
        html = client.get(address(name, language)).content.decode()
        other = "en" if language == "da" else "da"
        assert f'<html lang="{language}">' in html
        assert SKIP[language] in html
        assert SKIP[other] not in html
        assert f'href="{address("income", language)}"' in html


@pytest.mark.parametrize("order", [("da", "en", "da"), ("en", "da", "en")])
def test_the_api_says_sources_and_rates_in_the_language_of_each_caller(client: Client, order: tuple[str, ...]) -> None:
    words = {"da": "beregnet efter loven", "en": "calculated by law"}
    body = '{"month": "2024-05", "paid_hours_per_week": 18, "hourly_wage": 200}'
    for language in order:
        headers = {"Accept-Language": language}
        income = client.post("/api/v1/income", body, content_type="application/json", headers=headers).content.decode()
        rates = client.get("/api/v1/rates", headers=headers).content.decode()
        for answer in (income, rates):
            assert words[language] in answer
            assert words["en" if language == "da" else "da"] not in answer


def test_two_visitors_see_their_own_answers_and_tokens() -> None:
    tokens = []
    for wage in ("200", "150"):
        visitor = Client()
        typed = {"hours_per_week": "18.154", "efficiency_percent": "100", "wage_kind": "hourly", "wage": wage}
        typed |= {"month-month": "5", "month-year": "2024", "live": "1"}
        html = visitor.post("/en/income/", typed).content.decode()
        assert f'name="wage" value="{wage}"' in html
        found = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
        assert found
        # All forms of a page have one token, and no two pages the same.
        assert len(set(found)) == 1
        tokens += found[:1]
    assert len(set(tokens)) == 2


def test_a_page_without_a_form_starts_no_session(client: Client) -> None:
    assert not client.get("/en/answers-deleted/").cookies
    assert not client.get("/en/target-group/").cookies


def test_a_public_page_is_rendered_again_on_another_day(client: Client) -> None:
    page = address("the-way", "en")
    first = client.get(page).content
    key = next(key.split(":", 2)[2] for key in cache._cache if key.endswith(page))  # type: ignore[attr-defined]
    cache.set(key, (compress(b"kept"), "text/html", "kept"))
    assert client.get(page).content == b"kept"
    with time_machine.travel(TODAY + timedelta(days=1)):
        again = client.get(page).content
    assert again != b"kept"
    assert len(again) == len(first)


def test_a_public_page_is_cached_once_for_each_allowed_host_whatever_the_port(client: Client) -> None:
    page = address("the-way", "en")
    for host in ("localhost", "localhost:8000", "LOCALHOST:1", "127.0.0.1:2", "127.0.0.1"):
        assert client.get(page, headers={"host": host}).status_code == 200
    kept = [key for key in cache._cache if key.endswith(page)]  # type: ignore[attr-defined]
    assert len(kept) == 2
    for host in ("localhost", "localhost:8000", "LOCALHOST:8000", "localhost:1", "localhost:08000", "127.0.0.1:2"):
        assert client.get(page, headers={"host": host}, SERVER_PORT="8000").status_code == 200
    kept = [key for key in cache._cache if key.endswith(page)]  # type: ignore[attr-defined]
    assert len(kept) == 3
    assert b"http://localhost/en/" in client.get("/sitemap.xml", headers={"host": "localhost:666"}).content


@pytest.mark.parametrize("page", ["/en/api-guide/", "/en/show-the-calculator/", "/llms.txt", "/sitemap.xml"])
def test_a_public_page_names_the_port_of_this_server_and_no_other(client: Client, page: str) -> None:
    for port, named in (("666", "http://localhost/"), ("8000", "http://localhost:8000/"), ("1", "http://localhost/")):
        said = client.get(page, headers={"host": f"localhost:{port}"}, SERVER_PORT="8000").content.decode()
        assert named in said
        assert not re.search(rf"//localhost(?!{re.escape(named.removeprefix('http://localhost'))})", said)
