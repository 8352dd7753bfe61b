"""A host's own site: its logo and colours on every page, and its municipality where one applies."""

import io
import re
from html import unescape

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from django.utils.translation import override
from pypdf import PdfReader

from fleksjob_site.host.logo import checked
from fleksjob_site.host.municipality import read_municipality
from fleksjob_site.letter.content import letter
from fleksjob_site.letter.first_page import contact_line
from fleksjob_site.personas.persons import AS_ON, PERSONS, data_of
from fleksjob_site.texts.languages import BY_CODE
from fleksjob_site.urls import handler400, handler403, handler404, handler500, of_the_host
from fleksjob_site.urls import urlpatterns as usual
from tests.letter.reading import plain
from tests.site.test_host_settings import EXAMPLE, logo

urlpatterns = [*of_the_host, *usual]
__all__ = ["handler400", "handler403", "handler404", "handler500"]
HOST = {
    "ROOT_URLCONF": __name__,
    "SITE_OWNER": "Eksempelby Kommune",
    "SITE_LOGO": checked(logo("<path/>")),
    "SITE_COLOUR": "#0a4f35",
    "MUNICIPALITY": read_municipality(EXAMPLE),
}
PLACES = ("home", "income", "eligibility:start", "the-way", "payout")


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def read(client: Client, name: str, language: str) -> str:
    with override(language):
        return client.get(reverse(name)).content.decode()


@pytest.mark.parametrize("language", BY_CODE)
@pytest.mark.parametrize("name", PLACES)
def test_every_page_has_the_logo_and_the_colours(client: Client, name: str, language: str) -> None:
    with override_settings(**HOST):
        html = read(client, name, language)
        [picture] = re.findall(r'<img class="logo-host" src="(/static/host/logo\.[0-9a-f]{12}\.svg)" ([^>]+)>', html)
        [sheet] = re.findall(r'<link rel="stylesheet" href="(/static/host/colours\.[0-9a-f]{12}\.css)">', html)
        assert picture[1] == 'width="108" height="36" alt="Eksempelby Kommune"'
        assert ">fj<" not in html
        for address, kind in ((picture[0], "image/svg+xml"), (sheet, "text/css; charset=utf-8")):
            answer = client.get(address)
            assert answer.headers["Content-Type"] == kind
            assert answer.headers["Cache-Control"] == "max-age=315360000, public, immutable"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert not answer.cookies
        assert "sandbox" in client.get(picture[0]).headers["Content-Security-Policy"]
        assert "script" not in client.get(picture[0]).headers["Content-Security-Policy"]
        assert client.get("/static/host/logo.000000000000.svg").status_code == 404


@pytest.mark.parametrize("language", BY_CODE)
def test_without_settings_a_page_has_the_mark_of_the_site_and_leads_to_borger_dk(client: Client, language: str) -> None:
    html = read(client, "the-way", language)
    assert ">fj<" in html
    assert "/static/host/" not in html
    assert re.search(r'<p>[^<]*<a href="https://www\.borger\.dk">[^<]+</a>', html)


@pytest.mark.parametrize("language", BY_CODE)
@pytest.mark.parametrize("name", ["the-way", "eligibility:outcome"])
def test_where_to_apply_stands_in_the_process_in_the_language_of_the_page(
    client: Client, name: str, language: str
) -> None:
    with override_settings(**HOST):
        with override(language):
            client.get(reverse("income"))
            client.post(reverse("use-example", kwargs={"person": PERSONS["amina"]}), {"replace": "1"})
        html = read(client, name, language)
    shown, here = text_of(html), HOST["MUNICIPALITY"]
    texts = here.apply[language], *here.hours[language].split("\n")  # type: ignore[attr-defined]
    for part in (*texts, here.name, here.address, here.phone, here.site):  # type: ignore[attr-defined]
        assert part in shown
    assert '<a href="tel:+4500000000">' in html
    assert '<a href="https://www.eksempelby.example/fleksjob">' in html
    other = next(code for code in BY_CODE if code != language)
    assert here.apply[other] not in shown  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", BY_CODE)
def test_the_first_page_of_the_letter_says_how_to_reach_it(language: str) -> None:
    def first_page() -> str:
        blocks = letter(data_of(PERSONS["amina"]), AS_ON, AS_ON)
        end = next(number for number, block in enumerate(blocks) if block.kind == "break")
        return " ".join(plain(block.text) for block in blocks[:end])

    with override(language):
        without = first_page()
        with override_settings(**HOST):
            assert plain(contact_line()) in first_page()
            assert "Rådhuspladsen 1, 0000 Eksempelby, +45 00 00 00 00, eksempelby.example/fleksjob." in contact_line()
    assert "Eksempelby" not in without


def test_the_ready_texts_are_to_the_municipality_on_the_page_and_in_the_file(client: Client) -> None:
    with override_settings(**HOST):
        html = read(client, "ready-texts", "en")
        assert len(re.findall(r"<textarea[^>]*>Til Eksempelby Kommune\n", html)) == 2
        assert "<p>To Eksempelby Kommune</p>" in html
        assert "write its name instead" in html
        pdf = client.get(reverse("ready-text", kwargs={"key": "ask-to-assess", "variant": "da"})).content
        assert "Til Eksempelby Kommune" in PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    from django.core.cache import cache

    cache.clear()
    assert "Til [navn] Kommune\n" in read(client, "ready-texts", "en")
