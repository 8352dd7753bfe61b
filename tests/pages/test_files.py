"""Files besides the pages: the table of rates, the sitemap, robots.txt, and the list of external links."""

import csv
import io
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.core.management import call_command
from django.test import Client, override_settings

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.pages.guides import GUIDES
from fleksjob_site.texts.languages import LANGUAGES, SOURCE_LANGUAGE
from salary.law.drafting import is_drafted
from salary.law.guide_amounts import guide_amounts
from salary.law.rates import newest_month_with_rates, periods


@pytest.mark.parametrize(("address", "delimiter"), [("/satser.csv", ";"), ("/en/rates-table.csv", ",")])
def test_the_table_of_rates_holds_every_figure(client: Client, address: str, delimiter: str) -> None:
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert not answer.cookies
    text = answer.content.decode("utf-8-sig")
    heading, *rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    assert len({len(row) for row in [heading, *rows]}) == 1
    expected = [(rates, named) for rates in periods() for named in rates.figures()]
    assert len(rows) == len(expected)
    for row, (rates, named) in zip(rows, expected, strict=True):
        assert row[:2] == [str(rates.valid_from), str(rates.valid_to)]
        written = row[3].replace(",", ".") if delimiter == ";" else row[3]
        assert Decimal(written) == named.figure.amount
        assert row[9] == named.figure.url


def test_notes_of_rates_are_in_every_language() -> None:
    others = {language.code for language in LANGUAGES if language is not SOURCE_LANGUAGE}
    # Notes by draft_rates are in English only, for whoever replaces the drafts.
    for rates in (rates for rates in periods() if not is_drafted(rates)):
        for named in rates.figures():
            expected = others if named.figure.note else set()
            assert named.figure.notes.keys() == expected, (rates.valid_from, named.key)


def test_the_sitemap_names_every_guide_in_each_language(client: Client) -> None:
    answer = client.get("/sitemap.xml")
    tree = ElementTree.fromstring(answer.content)
    places = {element.text for element in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert len(places) == len(LANGUAGES) * (len(GUIDES) + 7)
    for place in places:
        assert client.get(str(place).removeprefix("http://testserver")).status_code == 200
    assert answer.headers["Content-Type"].startswith("application/xml")


def test_robots_txt_names_the_sitemap(client: Client) -> None:
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_external_links_are_listed_with_their_descriptions() -> None:
    printed = io.StringIO()
    call_command("external_links", stdout=printed)
    lines = [line.split("\t") for line in printed.getvalue().splitlines()]
    assert len(lines) > 100
    assert all(url.startswith("http") and words for url, words in lines)


def test_amounts_in_guides_are_those_of_the_year() -> None:
    told = guide_amounts(Month(2026, 11))
    assert told["ledighedsydelse_high"] == 19_616
    assert (told["ledighedsydelse_parent"], told["ledighedsydelse_other"]) == (17_736, 13_345)
    assert told["max_subsidy"] == 21_600
    newest = newest_month_with_rates()
    assert guide_amounts(newest.plus(years=5)) == guide_amounts(newest), "the newest year that has rates"
    assert guide_amounts(Month(2024, 5))["ledighedsydelse_parent"] == 16_382


HOST = {
    "SITE_OWNER": "Eksempel Kommune",
    "CONTACT_EMAIL": "fleksjob@example.dk",
    "CONTACT_PHONE": "12 34 56 78",
}


@pytest.mark.parametrize("address", ["/was/", "/om-siden/", "/en/was/", "/en/about/"])
def test_owner_and_contact_are_shown_and_missing_ones_are_pointed_out(client: Client, address: str) -> None:
    empty = client.get(address).content.decode()
    assert "mailto:" not in empty
    with override_settings(**HOST):
        from django.core.cache import cache

        cache.clear()
        filled = client.get(address).content.decode()
    assert "fleksjob@example.dk" in filled
    assert "Eksempel Kommune" in filled
    assert len(empty) != len(filled)


@override_settings(**HOST)
def test_an_error_can_be_reported_from_every_page_and_the_mail_names_the_page(client: Client) -> None:
    html = client.get("/indkomst/").content.decode()
    assert 'href="mailto:fleksjob@example.dk?subject=Fejl%20p%C3%A5%20siden%20/indkomst/"' in html
