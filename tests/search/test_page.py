"""The search page: by POST alone, without session or token, and never with what was typed where it does not belong."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override

from fleksjob_site.search import views
from fleksjob_site.search.views import MAX_LENGTH
from fleksjob_site.texts.languages import BY_CODE

PAGE = {"da": "/soeg/", "en": "/en/search/"}
HIT = re.compile(r'<h3 class="h4"><a class="link-alone" href="([^"]+)">(.*?)</a></h3>', re.DOTALL)
ATTACKS = [
    '"', "'", '"ferie', 'ferie" OR "pension', "ferie AND", "NOT ferie", "ferie NEAR pension", "NEAR(ferie pension, 2)",
    "title:ferie", "ferie*", "*", "^ferie", "-ferie", "+ferie", "{title heading}: ferie", "(ferie", "ferie)", "))((",
    "';DROP TABLE entries;--", "entries", "rowid", "rank", "<script>alert(1)</script>", "<b>ferie</b>", "&lt;b&gt;",
    "{{ 7777*7777 }}", "{% raw %}", "%s %(x)s {0} {q}", "../../etc/passwd", "\x01\x02ferie\x1b[31m", "\u202eferie",
    "\ud7ff", "🙂", "ﬀ ＦＥＲＩＥ",
    "a" * 200, "æøå" * 60, "ferie " * 40, "x" * 10_000, "ab cd " * 2_000, "§ 122", "½", "10.000,50",
]  # fmt: skip


@pytest.fixture(name="guarded")
def client_with_csrf_checks() -> Client:
    return Client(enforce_csrf_checks=True)


def ask(client: Client, question: str, language: str = "da", **more: str) -> str:
    answer = client.post(PAGE[language], {"q": question, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def hits(html: str) -> list[str]:
    return [address for address, _ in HIT.findall(html)]


@pytest.mark.parametrize("language", BY_CODE)
def test_a_question_is_answered_without_token_session_or_cookie(guarded: Client, language: str) -> None:
    answer = guarded.post(PAGE[language], {"q": "ferie" if language == "da" else "holiday"})
    assert answer.status_code == 200
    assert hits(answer.content.decode())
    assert not answer.cookies
    assert "no-store" in answer.headers["Cache-Control"]
    assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize("language", BY_CODE)
def test_every_hit_leads_to_a_place_that_is_there(client: Client, language: str) -> None:
    for question in ("ledighedsydelse ferie", "pension", "klage appeal", "sygdom illness", "løn wage", "62"):
        for address in hits(ask(client, question, language)):
            page, _, anchor = address.partition("#")
            answer = client.get(page, follow=True)
            assert answer.status_code == 200
            assert not anchor or f'id="{anchor}"' in answer.content.decode()


@pytest.mark.parametrize("language", BY_CODE)
def test_get_shows_the_empty_field_and_never_searches(
    client: Client, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "current_index", None)
    empty = client.get(PAGE[language])
    asked = client.get(PAGE[language], {"q": "typed-by-a-visitor"})
    assert empty.status_code == asked.status_code == 200
    assert empty.content == asked.content
    assert not empty.cookies
    assert 'method="post"' in empty.content.decode()
    assert "typed-by-a-visitor" not in asked.content.decode()


def test_what_was_typed_stands_in_its_field_and_nowhere_else(client: Client) -> None:
    html = ask(client, "ferie qqxyzq")
    assert html.count("qqxyzq") == 1
    assert 'value="ferie qqxyzq"' in html
    assert "qqxyzq" not in re.findall(r"<title>.*?</title>", html, re.DOTALL)[0]


@pytest.mark.parametrize("typed", ATTACKS)
def test_whatever_is_typed_is_words_and_nothing_else(client: Client, typed: str) -> None:
    for language in PAGE:
        html = ask(client, typed, language)
        assert "<script>alert" not in html
        assert "<b>" not in html
        assert "60481729" not in html


@pytest.mark.parametrize("typed", ['"ferie"', "ferie*", "title:ferie", "-ferie", "^ferie", "(ferie", "\x02ferie\x1b"])
def test_signs_around_a_word_change_nothing(client: Client, typed: str) -> None:
    same = hits(ask(client, typed.replace("title", "")))
    assert same == hits(ask(client, "ferie"))
    assert set(hits(ask(client, typed))) & set(same)


@pytest.mark.parametrize("typed", ["ferie\0", "\0"])
def test_a_null_character_is_refused_as_in_every_form(client: Client, typed: str) -> None:
    assert client.post(PAGE["da"], {"q": typed}).status_code == 400


def test_a_long_text_is_cut_and_the_page_says_so(client: Client) -> None:
    html = ask(client, "ferie " + "x" * MAX_LENGTH, "en")
    assert f"Only its first {MAX_LENGTH} characters were used." in html
    assert "x" * (MAX_LENGTH - 5) not in html
    assert hits(html)
    assert "characters were used" not in ask(client, "x" * MAX_LENGTH, "en")


def test_an_empty_question_is_an_error_and_nothing_else(client: Client) -> None:
    for typed in ("", "   ", "\x02"):
        html = ask(client, typed, "en")
        assert "<title>Error: Search" in html
        assert html.count("Enter a word or a question.") == 2
        assert not hits(html)
    assert client.post(PAGE["en"]).status_code == 200


def test_a_question_that_nothing_answers_says_what_else_there_is(client: Client) -> None:
    html = ask(client, "qqqqqqqq", "en")
    assert "Nothing found" in html
    with override("en"):
        for page in ("words", "ready-texts"):
            assert f'href="{reverse(page)}"' in html.partition("<main")[2].partition("</main>")[0]


def test_a_question_goes_along_to_the_other_language(client: Client) -> None:
    assert hits(ask(client, "ledighedsydelse", "en", switch="1"))
    assert "Error:" not in ask(client, "", "en", switch="1")


def test_found_words_are_marked_and_texts_escaped(client: Client) -> None:
    html = ask(client, "ferie")
    assert re.search(r"<mark>[Ff]erie", html)
    assert escape("<") not in "".join(HIT.findall(html)[0])


def test_the_index_is_made_once_in_a_month(client: Client) -> None:
    ask(client, "ferie")
    with override("da"):
        first: Any = views.current_index()
        assert views.current_index() is first
        views._indexes["da"] = (first, first)  # type: ignore[assignment]
        assert views.current_index() is not first
