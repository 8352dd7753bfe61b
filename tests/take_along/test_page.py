"""The page to save, print or share: it offers what there is, stores nothing and puts nothing into a URL."""

import re

import pytest
from django.test import Client

from tests.salary.pages.test_income import PAGE, TYPED
from tests.take_along.telling import FILES, TAKE_ALONG, calculated, walked
from tests.visitor import Visitor

WAYS_IN = {"da": ("/maalgruppe/", "/indkomst/"), "en": ("/en/target-group/", "/en/income/")}
LANGUAGES = pytest.mark.parametrize("language", ["da", "en"])


def page(client: Client, language: str) -> str:
    answer = client.get(TAKE_ALONG[language])
    assert answer.status_code == 200
    return answer.content.decode()


def offered(html: str, language: str) -> set[str]:
    return {name for name, address in FILES.items() if address[language] in html}


@LANGUAGES
def test_without_answers_the_page_links_only_to_walk_and_income(client: Client, language: str) -> None:
    html = page(client, language)
    assert offered(html, language) == set()
    main = html[html.index("<main") : html.index("</main>")]
    assert all(f'class="card" href="{address}"' in main for address in WAYS_IN[language])
    assert "<form" not in main
    assert not client.cookies, "a page with nothing to say needs no session"


@LANGUAGES
@pytest.mark.parametrize("file", FILES)
def test_without_answers_a_file_redirects_to_the_page(client: Client, language: str, file: str) -> None:
    assert client.get(FILES[file][language]).headers["Location"] == TAKE_ALONG[language]
    if file == "calendar":
        assert client.post(FILES[file][language], {"decided": ""}).headers["Location"] == TAKE_ALONG[language]


@LANGUAGES
def test_answers_give_dates_and_a_calculation_gives_amounts(language: str) -> None:
    assert offered(page(walked(language), language), language) == {"calendar"}
    assert offered(page(calculated(language), language), language) == {"cases", "curve"}


def test_an_outcome_without_dates_still_gives_the_last_day_to_appeal() -> None:
    client = walked("en", birth_month="1950-01")
    html = page(client, "en")
    assert offered(html, "en") == {"calendar"}
    assert "It reminds you before the follow-up" not in html
    refused = client.post(FILES["calendar"]["en"], {"decided": ""}, follow=True)
    assert "Enter the date on your decision." in refused.content.decode()
    file = client.post(FILES["calendar"]["en"], {"decided": "2026-11-10"}).content.decode()
    assert file.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20261208" in file


def test_half_a_walk_and_half_a_form_say_what_is_missing(client: Client) -> None:
    client.post("/en/target-group/question/birth-month/", {"answer-month": "5", "answer-year": "1980"})
    client.post(PAGE["en"], TYPED | {"wage": "", "live": "1"})
    html = page(client, "en")
    assert offered(html, "en") == set()
    assert "A few questions are still open" in html
    assert "The income page needs to know more" in html


def test_outcome_and_income_lead_to_the_page_when_there_is_something(client: Client) -> None:
    link = f'href="{TAKE_ALONG["en"]}"'
    assert link in walked("en").get("/en/target-group/outcome/").content.decode()
    assert link not in client.get(PAGE["en"]).content.decode()
    assert link in calculated("en").get(PAGE["en"]).content.decode()


@LANGUAGES
def test_page_and_files_are_never_cached_and_files_are_attachments(language: str) -> None:
    client = walked(language)
    client.post(PAGE[language], TYPED)
    assert "no-store" in client.get(TAKE_ALONG[language]).headers["Cache-Control"]
    answers = [client.get(FILES[name][language]) for name in ("cases", "curve")]
    answers.append(client.post(FILES["calendar"][language], {"decided": "2026-11-20"}))
    names = []
    for answer in answers:
        assert answer.status_code == 200
        assert "no-store" in answer.headers["Cache-Control"]
        found = re.fullmatch(r'attachment; filename="([a-z-]+\.(?:csv|ics))"', answer.headers["Content-Disposition"])
        assert found
        names.append(found[1])
    assert len(set(names)) == 3


@LANGUAGES
def test_no_url_on_the_page_holds_visitor_data(language: str) -> None:
    client = walked(language)
    client.post(PAGE[language], TYPED)
    html = page(client, language)
    main = html[html.index("<main") : html.index("</main>")]
    addresses = re.findall(r'(?:href|action)="([^"]+)"', main)
    assert addresses
    # How a spreadsheet is set says nothing about the visitor.
    addresses = [address.removesuffix("?spreadsheet=da") for address in addresses]
    assert not [
        address for address in addresses if "?" in address or re.search(r"\d{2}", address.partition("/eli/")[0])
    ]


def test_the_calendar_is_made_by_a_form_with_its_token_only() -> None:
    answers = walked("en").cookies
    guarded = Visitor(enforce_csrf_checks=True)
    guarded.cookies = answers
    assert guarded.post(FILES["calendar"]["en"], {"decided": "2026-11-20"}).status_code == 403
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page(guarded, "en"))
    assert token
    sent = guarded.post(FILES["calendar"]["en"], {"decided": "2026-11-20", "csrfmiddlewaretoken": token[1]})
    assert sent.headers["Content-Type"].startswith("text/calendar")
