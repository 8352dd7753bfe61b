"""llms.txt: every address in it is there, it names every page and call, and it is in the language of its address."""

import re
from typing import Any

import pytest
from django.test import Client

from fleksjob_site.pages.calculators import CALCULATORS
from fleksjob_site.pages.guides import GUIDES

SITE = "http://testserver"
ADDRESSES = {"da": "/llms.txt", "en": "/en/llms.txt"}
LINK = re.compile(r"^- \[([^\]]+)\]\((\S+)\)(?:: (.+))?$")


def links(client: Client, code: str) -> list[tuple[str, str, str]]:
    """The title, address and text of each line of a list."""
    lines = client.get(ADDRESSES[code]).content.decode().splitlines()
    found = [LINK.fullmatch(line) for line in lines if line.startswith("- ")]
    assert all(found)
    return [(each[1], each[2].removeprefix(SITE), each[3] or "") for each in found if each]


def calls_of(client: Client) -> dict[str, dict[str, Any]]:
    paths: dict[str, dict[str, Any]] = client.get("/api/v1/openapi.json").json()["paths"]
    return {f"{method.upper()} {path}": call for path, methods in paths.items() for method, call in methods.items()}


@pytest.mark.parametrize("code", ADDRESSES)
def test_every_address_is_there_or_a_call_of_the_description(client: Client, code: str) -> None:
    calls = calls_of(client)
    listed = links(client, code)
    assert len(listed) > 40
    for title, address, _text in listed:
        assert address.startswith("/"), "an address of the site"
        assert title in calls or client.get(address).status_code == 200, address
        assert title not in calls or title.endswith(f" {address}")


@pytest.mark.parametrize("code", ADDRESSES)
def test_it_names_every_page_and_every_call(client: Client, code: str) -> None:
    listed = links(client, code)
    called = calls_of(client)
    assert [title for title, _address, _text in listed if title.split(" ")[0] in ("GET", "POST")] == list(called)
    assert len([each for each in listed if "/api/" not in each[1]]) == len(CALCULATORS) + len(GUIDES) + 3
    assert all(text for _title, address, text in listed if not address.endswith((".json", ".csv", ".txt")))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("da", ("# Fleksjobguiden", "Kun kommunen afgør sagen.", "Kilder", "går gennem firmaet bag assistenten")),
        ("en", ("# The fleksjob guide", "Only the municipality decides.", "Sources", "passes through the company")),
    ],
)
def test_it_says_who_decides_in_the_language_of_its_address(client: Client, code: str, said: tuple[str, ...]) -> None:
    answer = client.get(ADDRESSES[code])
    text = answer.content.decode()
    assert all(words in text for words in said)
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["Content-Language"] == code
    pages = [address for _title, address, _text in links(client, code)[: len(CALCULATORS) + len(GUIDES)]]
    assert all(address.startswith("/en/") is (code == "en") for address in pages)
    other = ADDRESSES["da" if code == "en" else "en"]
    assert other in [address for _title, address, _text in links(client, code)]


def test_titles_and_texts_of_the_danish_one_are_danish(client: Client) -> None:
    english = {part for title, _address, text in links(client, "en") for part in (title, text) if " " in part}
    danish = {part for title, _address, text in links(client, "da") for part in (title, text)}
    assert {part for part in english & danish if not part.startswith(("GET ", "POST "))} == set()


@pytest.mark.parametrize("address", ADDRESSES.values())
def test_it_is_kept_like_the_files_for_search_engines(client: Client, address: str) -> None:
    answer, robots = client.get(address), client.get("/robots.txt")
    for header in ("Cache-Control", "Vary"):
        assert answer.headers[header] == robots.headers[header]
    assert not answer.cookies
    assert client.get(address, headers={"if-none-match": answer.headers["ETag"]}).status_code == 304
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("code", ADDRESSES)
def test_it_is_short(client: Client, code: str) -> None:
    assert len(client.get(ADDRESSES[code]).content) < 15_000
