"""Requests that are too large, unreadable or of an unsupported method get an error page, never a server error."""

from typing import Any

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import Client

from tests.site.every_address import every_address

INCOME = "/en/income/"
# The root of the API only serves to build URLs and is not a page.
ADDRESSES = {name: address for name, address in every_address().items() if name != "api:api-root"}
TOO_MUCH = "That was too much at once"
TOO_MUCH_FOR_A_PROGRAM = {
    413: "The request is too large.",
    414: "The address is too long.",
    431: "The headers are too long.",
}
NOT_UNDERSTOOD = "The page could not understand that"
NOT_THAT_WAY = ("be used that way", "bruges på den måde")
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data; boundary=x"


def part(head: str, body: str) -> str:
    return f"--x\r\nContent-Disposition: form-data; {head}\r\n\r\n{body}\r\n--x--\r\n"


TWO_FILES = part('name="a"; filename="a.txt"', "9").removesuffix("--x--\r\n") + part('name="b"; filename="b.txt"', "9")


@pytest.mark.parametrize(
    ("kind", "body", "status", "words"),
    [
        (FORM, "wage=" + "9" * 70_000, 413, TOO_MUCH),
        (FORM, "&".join(f"field{number}=1" for number in range(300)), 413, TOO_MUCH),
        (MULTIPART, part('name="wage"', "9" * 70_000), 413, TOO_MUCH),
        (MULTIPART, part('name="wage"; filename="a.txt"', "9" * 70_000), 413, TOO_MUCH),
        (MULTIPART, TWO_FILES, 413, TOO_MUCH),
        (MULTIPART, "9" * 70_000, 413, TOO_MUCH),
        ("multipart/form-data", "--x", 400, NOT_UNDERSTOOD),
        ("multipart/form-data; boundary=æ", "--æ", 400, NOT_UNDERSTOOD),
        (FORM + "; charset=utf-16", "wage=200", 400, NOT_UNDERSTOOD),
        (FORM, "wage=%00", 400, NOT_UNDERSTOOD),
        (FORM, "%00=200", 400, NOT_UNDERSTOOD),
        (FORM, "wage=%ff%fe", 400, NOT_UNDERSTOOD),
        (MULTIPART, part('name="wage"', "2\x0000"), 400, NOT_UNDERSTOOD),
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_a_form_that_is_too_large_or_unreadable_gets_an_error_page(
    client: Client, kind: str, body: str, status: int, words: str
) -> None:
    for address, said in ((INCOME, words), ("/en/open/", words), ("/indkomst/", "forsiden")):
        answer = client.generic("POST", address, body.encode("latin-1"), content_type=kind)
        assert answer.status_code == status
        assert said in answer.content.decode()
        assert not answer.cookies


def test_a_csrf_protected_form_that_is_too_large_gets_an_error_page_too() -> None:
    guarded = Client(enforce_csrf_checks=True)
    answer = guarded.generic("POST", INCOME, b"9" * 70_000, content_type=FORM)
    assert answer.status_code == 413
    assert TOO_MUCH in answer.content.decode()


def test_a_form_as_large_as_any_of_ours_goes_through(client: Client) -> None:
    answer = client.generic("POST", INCOME, b"wage=200&x=" + b"9" * 30_000, content_type=FORM)
    assert answer.status_code == 302


@pytest.mark.parametrize("address", ["/en/", INCOME, "/en/nowhere/", "/api/v1/rates"])
@pytest.mark.parametrize(
    ("query", "headers", "status"),
    [
        ("q=" + "a" * 6200, {}, 414),
        ("&".join(f"f{number}" for number in range(300)), {}, 413),
        ("", {"cookie": "a=" + "b" * 40_000}, 431),
        ("", {"x-something": "b" * 40_000}, 431),
    ],
    ids=["long query", "many fields", "long cookie", "long header"],
)
def test_a_request_with_too_large_headers_or_url_gets_an_error_page(
    client: Client, address: str, query: str, headers: dict[str, str], status: int
) -> None:
    answer = client.get(f"{address}?{query}", headers={"accept-language": "en", **headers})
    assert answer.status_code == status
    assert (TOO_MUCH_FOR_A_PROGRAM[status] if "/api/" in address else TOO_MUCH) in answer.content.decode()


def test_a_long_path_gets_an_error_page(client: Client) -> None:
    answer = client.get("/en/" + "a" * 6200)
    assert answer.status_code == 414
    assert TOO_MUCH in answer.content.decode()


@pytest.mark.parametrize("query", ["%00", "%ff=%fe", "change=%00", "=&&&", "a" * 1900])
def test_a_query_that_means_nothing_is_ignored(client: Client, query: str) -> None:
    for address in (INCOME, "/en/", "/en/target-group/question/birth-month/"):
        assert client.get(f"{address}?{query}").status_code == 200


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "POSTX"])
def test_other_methods_are_rejected_and_the_response_names_the_allowed_ones(method: str) -> None:
    guarded = Client(enforce_csrf_checks=True)
    for name, address in ADDRESSES.items():
        answer = guarded.generic(method, address, headers={"accept-language": "en"})
        assert answer.status_code == 405, name
        assert {"GET", "POST"} & set(answer.headers["Allow"].split(", ")), name
        assert answer.headers.get("Content-Length", str(len(answer.content))) == str(len(answer.content))
        said = answer.content.decode()
        words = ("This address does not accept this method",) if "/api/" in address else NOT_THAT_WAY
        assert any(word in said for word in words), name
        assert not answer.cookies


def test_every_page_supports_head_and_options(client: Client) -> None:
    for name, address in ADDRESSES.items():
        asked = client.options(address)
        assert asked.status_code == 204, name
        assert not asked.content
        allowed = asked.headers["Allow"].split(", ")
        assert "OPTIONS" in allowed
        if "HEAD" in allowed:
            head = client.head(address)
            assert head.status_code in {200, 302}, name
            assert not head.content


def test_a_page_without_a_form_rejects_post(client: Client) -> None:
    answer = client.post("/en/", {"wage": "200"})
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD"
    assert "The page can&#39;t be used that way" in answer.content.decode()


def test_a_static_file_accepts_only_get_and_head(client: Client) -> None:
    assert client.post(staticfiles_storage.url("site.css")).status_code == 405


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [("/en/income", "/en/income/"), ("/indkomst", "/indkomst/"), ("/en", "/en/"), ("/en/income?change=1", None)],
)
def test_a_url_without_its_trailing_slash_redirects_to_the_page(
    client: Client, address: str, leads_to: str | None
) -> None:
    answer = client.get(address)
    assert answer.status_code == 301
    assert answer.headers["Location"] == (leads_to or "/en/income/?change=1")


PRETENDING = [
    "//evil.example/", "//evil.example/en/", "///evil.example", "/en//evil.example/", "/\\evil.example/",
    "//evil.example/..", "/%2Fevil.example/", "/en/income//", "//[", "/[::1", "/http://evil.example/",
]  # fmt: skip


@pytest.mark.parametrize("address", PRETENDING)
def test_no_url_redirects_out_of_the_site(client: Client, address: str) -> None:
    answer = client.generic("GET", "/", PATH_INFO=address.replace("%2F", "/"))
    assert answer.status_code == 404
    assert "evil.example" not in answer.content.decode()
    assert 'href="//' not in answer.content.decode()


@pytest.mark.parametrize("word", ["next", "redirect", "url", "language", "return_to"])
def test_no_form_field_decides_where_a_page_redirects(client: Client, word: str) -> None:
    for address in ("/en/delete-my-answers/", "/en/target-group/question/birth-month/", "/en/open/use/"):
        evil = {word: "https://evil.example/", "answer-month": "5", "answer-year": "1980"}
        answer: Any = client.post(f"{address}?{word}=https://evil.example/", evil)
        assert "evil.example" not in answer.headers.get("Location", "")
        assert "evil.example" not in answer.content.decode()
