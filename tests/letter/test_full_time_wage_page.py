"""The page that an employer signs: every line with yes or no, one page at the longest, and accessible as PDF."""

import io
import re
from datetime import date
from decimal import Decimal

import pikepdf
import pypdf
import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from fleksjob_site.letter.full_time_wage import full_time_wage_page, full_time_wage_pdf
from fleksjob_site.letter.views import TO_THE_MUNICIPALITY, VARIANTS
from salary.law.case import HourlyWage
from salary.law.full_time_wage import FullTimeSum, Part
from salary.law.limits import MAX_AMOUNT
from salary.law.stated_wage import PAID_APART, HolidayPaid, StatedWage, stated_wage
from salary.pages.stated_form import kept_stated_wage
from tests.browser.sessions import STATED
from tests.letter.reading import elements, plain
from tests.visitor import Visitor

TODAY = date(2026, 11, 21)
EACH_VARIANT = pytest.mark.parametrize("variant", TO_THE_MUNICIPALITY)
YEAR = frozenset(range(1, 13))
ON_ACCOUNT = {"holiday": HolidayPaid.ACCOUNT.value}


def usual() -> StatedWage:
    found = kept_stated_wage(STATED)
    assert found
    return found


def longest() -> StatedWage:
    """Every line with the largest amount, and the months that make three groups of as many names as there can be."""
    most = Decimal(MAX_AMOUNT) - Decimal("0.01")
    parts = {part: most for part in Part if part != Part.PENSION}
    paid_in = {part: YEAR - {number} for number, part in enumerate(PAID_APART, start=9)}
    full_time = FullTimeSum(HourlyWage(Decimal("999.99")), parts, Decimal("10.25"), Decimal("36.75"))
    return stated_wage(full_time, paid_in)


def without_holiday_pay() -> StatedWage:
    found = kept_stated_wage({name: text for name, text in STATED.items() if "holiday" not in name} | ON_ACCOUNT)
    assert found
    return found


def computed() -> StatedWage:
    found = kept_stated_wage({name: text for name, text in STATED.items() if "holiday_pay" not in name})
    assert found
    return found


def pages_of(stated: StatedWage, variant: str) -> list[str]:
    pdf = full_time_wage_pdf(stated, TODAY, VARIANTS[variant])
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


@EACH_VARIANT
@pytest.mark.parametrize("stated", [usual(), longest(), computed(), without_holiday_pay()])
def test_it_is_one_page_with_everything_on_it(stated: StatedWage, variant: str) -> None:
    [page] = pages_of(stated, variant)
    for language in VARIANTS[variant]:
        with override(language):
            blocks = full_time_wage_page(stated)
        for block in blocks:
            cells = [cell for row in block.rows for cell in row] if block.kind == "ticks" else []
            for said in (block.text, *block.items, *block.heads, *cells):
                assert plain(said) in plain(page), said


@EACH_VARIANT
def test_it_is_tagged_and_has_title_language_and_row_headers(variant: str) -> None:
    pdf = full_time_wage_pdf(usual(), TODAY, VARIANTS[variant])
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == "da"
        with opened.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Løn for fuld tid i et fleksjob (lønloft)"
        found = elements(opened.Root.StructTreeRoot)
        bodies = [node for kind, node in found if kind == "/TBody"]
        rows = [row for body in bodies for row in body.K]
        # The wage, each part, and the sum.
        assert len(rows) == len(Part) + 2
        assert all(len([cell for cell in row.K if cell.S == "/TH"]) == len(VARIANTS[variant]) for row in rows)
    assert [kind for kind, _node in found].count("/H1") == len(VARIANTS[variant])


def test_every_line_says_yes_with_its_amount_or_no() -> None:
    with override("da"):
        (table,) = [block for block in full_time_wage_page(usual()) if block.kind == "ticks"]
    rows = [tuple(cell.replace("\u00a0", " ") for cell in row) for row in table.rows]
    assert rows == [
        ("Løn for fuld tid", "Ja", "28.860 kr."),
        ("Resultatløn", "Nej", "–"),
        ("Pension", "Ja", "2.886 kr."),
        ("Fritvalgsordning og søgnehelligdagsbetaling (juni og december)", "Ja", "2.500 kr."),
        ("Faste tillæg", "Ja", "1.000 kr."),
        ("Variable tillæg og engangstillæg", "Nej", "–"),
        ("Genetillæg", "Nej", "–"),
        ("Tillæg for aften, nat og weekend", "Nej", "–"),
        ("Bonus", "Nej", "–"),
        ("Feriegodtgørelse, ferietillæg og feriedifference (maj)", "Ja", "1.500 kr."),
        ("Løn for fuld tid, almindelig måned", "", "32.746 kr."),
    ]


def test_nobody_signs_that_the_job_lacks_what_is_only_not_counted() -> None:
    with override("en"):
        (table,) = [block for block in full_time_wage_page(without_holiday_pay()) if block.kind == "ticks"]
        (computed_table,) = [block for block in full_time_wage_page(computed()) if block.kind == "ticks"]
    assert table.heads[1] == "Counted?"
    label, counted, amount = table.rows[-2]
    assert "which is paid to Feriekonto" in label
    assert (counted, amount) == ("No", "–")
    label, counted, amount = computed_table.rows[-2]
    assert label.endswith("(May and August)")
    assert (counted, amount) == ("Yes", "See below")


def test_it_promises_nothing_and_asks_from_when_it_applies() -> None:
    with override("en"):
        blocks = full_time_wage_page(usual())
    assert ("Applies from (date)",) in [block.items for block in blocks if block.kind == "fields"]
    # What comes before the signature is what the law has the employer state, and nothing of what is to come.
    sentences = [block.text for block in blocks if block.kind == "text"]
    assert not [text for text in sentences if re.search(r"follows|will|changes", text)]


@EACH_VARIANT
@pytest.mark.parametrize("language", ["da", "en"])
def test_it_is_a_download_once_everything_is_entered(client: Visitor, language: str, variant: str) -> None:
    with override(language):
        page = reverse("employer-full-time-wage")
        file = reverse("full-time-wage-letter", kwargs={"variant": variant})
    assert client.get(file).headers["Location"] == page
    for unfinished in ({"has_bonus": "on"}, {"holiday": ""}):
        client.post(page, STATED | unfinished)
        assert client.get(file).headers["Location"] == page
    client.post(page, STATED)
    answer = client.get(file)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"].count("no-store") == 1


def test_the_page_leads_to_the_file_in_its_own_language(client: Client) -> None:
    for language, variant in {"da": "da", "en": "da-en"}.items():
        with override(language):
            html = client.post(reverse("employer-full-time-wage"), STATED, follow=True).content.decode()
            assert f'href="{reverse("full-time-wage-letter", kwargs={"variant": variant})}"' in html


@pytest.mark.parametrize("variant", ["en", "fr", "x"])
def test_there_is_none_without_danish(client: Client, variant: str) -> None:
    with override("en"):
        assert client.get(reverse("full-time-wage-letter", kwargs={"variant": variant})).status_code == 404
