"""Opening a link: its content is shown, replacing needs confirmation, and nothing is stored before that."""

import re
from html import unescape

import pytest
from django.test import Client
from django.utils.translation import gettext, override

from eligibility.law.questions import BY_KEY
from fleksjob_site.take_along.link import MAX_CHARACTERS, write
from fleksjob_site.visitor import VisitorData
from tests.take_along.carrying import ANSWERS, CASE, OWN, TOLD, address, has_told, linked, told_by

both_languages = pytest.mark.parametrize("language", ["da", "en"])


def text_of(html: str) -> str:
    found = re.search(r"<main.*?</main>", html, re.DOTALL)
    assert found
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", re.sub(r"</?i\b[^>]*>", "", found[0]))).split())


def opened(client: Client, carried: VisitorData = TOLD, language: str = "en") -> str:
    link = {"link": f"https://example.org/en/open/#{write(carried)}"}
    answer = client.post(address("open-link", language), link, follow=True)
    assert answer.redirect_chain == [(f"{address('open-link', language)}?show=link", 302)]
    assert "no-store" in answer.headers["Cache-Control"]
    return answer.content.decode()


SHOWN = {
    "da": ["Maj 1980", "12 timer", "18 timer", "Timeløn", "200 kr.", "maj 2024", "21.092,50 kr.",
           "18 timer på arbejde: 30.872 kr."],
    "en": ["May 1980", "12 hours", "18 hours", "Hourly wage", "DKK 200", "May 2024", "DKK 21,092.50",
           "18 hours at work: DKK 30,872"],
}  # fmt: skip


@both_languages
def test_everything_in_a_link_is_shown_in_the_language_of_the_page(client: Client, language: str) -> None:
    html = opened(client, language=language)
    text = text_of(html).replace("\u00a0", " ").lower()
    with override(language):
        questions = [gettext(BY_KEY[key].text) for key in ANSWERS]
    for words in [*SHOWN[language], *questions]:
        assert words.lower() in text
    # Data from the link can't be changed before it is accepted.
    assert "change=1" not in html


@pytest.mark.parametrize(
    "wrong",
    [
        {"hours_per_week": "your subsidy is stopped, call us"},
        {"month-month": "13", "month-year": "call us"},
        {"wage_kind": "call us"},
        {"wage": "<b>call us</b>"},
        {"hours_per_week": "20", "hours_up_to": "call us"},
        {"call us": "call us"},
    ],
    ids=str,
)
def test_unreadable_values_are_neither_shown_nor_stored(client: Client, wrong: dict[str, str]) -> None:
    """Anybody can make a link, so free text from a link must never show on a page."""
    html = opened(client, VisitorData(income=wrong | {"pension_on_top_percent": "4"}))
    assert "4" in text_of(html)
    assert "call us" not in html
    link = re.search(r'name="link" value="([^"]+)"', html)
    assert link
    client.post(address("use-link"), {"link": link[1]})
    assert "call us" not in str(dict(client.session.items()))
    assert "call us" not in client.get(address("income")).content.decode()


@both_languages
def test_it_asks_before_it_replaces_and_only_where_there_is_something_to_replace(client: Client, language: str) -> None:
    asks = {"da": "Du har allerede svar her", "en": "You already have answers here"}[language]
    mine = {"da": "Behold mine", "en": "Keep mine"}[language]
    html = opened(client, language=language)
    assert asks not in html
    assert mine not in html
    for own in (VisitorData(OWN), VisitorData(income={"wage": "150"}), VisitorData(cases=(CASE,))):
        has_told(client, own)
        html = opened(client, language=language)
        assert asks in html
        assert re.search(rf'name="decline" value="1">{mine}<', html)
        assert told_by(client) == own


def test_nothing_is_stored_before_the_visitor_agrees(client: Client) -> None:
    client.get(address("open-link"))
    html = opened(client)
    assert told_by(client) == VisitorData()
    sent = re.search(r'name="link" value="([^"]+)"', html)
    assert sent
    client.post(address("use-link"), {"link": sent[1]})
    assert told_by(client) == TOLD


FAULTS = {
    "": ("Paste a link, or choose a file.", "Indsæt et link, eller vælg en fil."),
    "https://example.org/": ("It contains no answers from this site", "Der er ingen svar herfra"),
    write(TOLD)[:-9]: ("Something is missing or changed", "Der mangler noget i linket"),
    "v2.AAAA": ("The link was made by a newer version", "Linket er lavet med en nyere udgave"),
    "v1." + "A" * MAX_CHARACTERS: ("The link is too long", "Linket er for langt"),
    linked(b" " * 1_000_000): ("The link is too long", "Linket er for langt"),
    linked("{}"): ("There is nothing in this link", "Der er intet i linket"),
}


@both_languages
@pytest.mark.parametrize("name", ["open-link", "use-link"])
@pytest.mark.parametrize("link", FAULTS, ids=lambda link: link[:12] or "nothing")
def test_an_invalid_link_gives_an_error_at_the_field_and_in_the_summary(
    client: Client, language: str, name: str, link: str
) -> None:
    has_told(client, VisitorData(OWN))
    answer = client.post(address(name, language), {"link": link}, follow=True)
    html = answer.content.decode()
    words = FAULTS[link][language == "da"]
    assert answer.status_code == 200
    assert re.search(rf'<a class="function-link" href="#id_link">{words}', html)
    assert re.search(rf'id="id_link-error">\s*<span class="sr-only">[^<]+</span>{words}', html)
    assert 'aria-invalid="true"' in html
    assert f'action="{address("open-link", language)}"' in html
    assert told_by(client) == VisitorData(OWN)


@pytest.mark.parametrize("name", ["open-link", "use-link"])
def test_a_post_without_a_link_is_rejected_and_replaces_nothing(client: Client, name: str) -> None:
    has_told(client, VisitorData(OWN))
    assert client.post(address(name), {"link": "v1.\0"}).status_code == 400
    assert told_by(client) == VisitorData(OWN)


def test_the_empty_page_shows_no_error_and_get_on_the_button_redirects_to_it(client: Client) -> None:
    answer = client.get(address("use-link"), follow=True)
    assert answer.redirect_chain == [(address("open-link"), 302)]
    assert "alert-error" not in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]


@both_languages
def test_the_other_language_opens_the_same_link(client: Client, language: str) -> None:
    other = {"da": "en", "en": "da"}[language]
    html = opened(client, language=language)
    there = f"{address('open-link', other)}?show=link"
    assert f'<a href="{there}" lang="{other}"' in html
    assert text_of(opened(client, language=other)) == text_of(client.get(there).content.decode())
    assert f'<a href="{address("open-link", language)}" lang="{language}"' in html
    assert 'rel="alternate"' not in html
