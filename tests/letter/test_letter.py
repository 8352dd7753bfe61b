"""The letter of every example person: an accessible PDF with the same content as the page, in each variant."""

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from threading import BoundedSemaphore

import pikepdf
import pytest
from django.test import Client
from django.utils.translation import override

from fleksjob_site.letter import pdf as letter_pdfs
from fleksjob_site.letter.content import letter, letter_pdf
from fleksjob_site.letter.views import VARIANTS
from fleksjob_site.personas.persons import AS_ON, PERSONS, Person, data_of
from fleksjob_site.texts.writing import say
from fleksjob_site.visitor import VisitorData
from salary.law.calculation import calculate
from tests.letter.reading import LINK, each_letter, elements, pdf_of, plain, text_of
from tests.salary.pages.test_income import TYPED


@pytest.fixture(autouse=True)
def no_typst_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """In production a letter is delivered even if Typst warns, such as of a missing glyph; in tests a warning fails."""
    yield
    warned = [record for record in caplog.get_records("call") if record.name == "fleksjob_site.letter.pdf"]
    assert warned == []


@each_letter
def test_a_letter_is_tagged_and_has_title_and_language(person: Person, variant: str) -> None:
    with pikepdf.open(io.BytesIO(pdf_of(person.key, variant))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == VARIANTS[variant][0]
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            titles = {"da": "Til mødet med kommunen", "en": "For the meeting with the municipality"}
            assert metadata["dc:title"] == titles[VARIANTS[variant][0]]
        kinds = [kind for kind, _ in elements(pdf.Root.StructTreeRoot)]
        assert all("/Tabs" in page for page in pdf.pages)
    headings = [kind for kind in kinds if re.fullmatch(r"/H\d", kind)]
    assert headings[: len(VARIANTS[variant])] == ["/H1"] * len(VARIANTS[variant])
    assert headings.count("/H1") == len(VARIANTS[variant])
    levels = [int(heading[2:]) for heading in headings]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert kinds.count("/Table") >= 1
    assert kinds.count("/TH") >= 2
    if "/Figure" in kinds:
        with pikepdf.open(io.BytesIO(pdf_of(person.key, variant))) as pdf:
            pictures = [node for kind, node in elements(pdf.Root.StructTreeRoot) if kind == "/Figure"]
            assert all(len(str(picture.Alt)) > 25 for picture in pictures)


@each_letter
def test_a_letter_says_everything_in_the_order_of_its_blocks(person: Person, variant: str) -> None:
    text = text_of(person.key, variant)
    for language in VARIANTS[variant]:
        with override(language):
            blocks = letter(data_of(person), AS_ON, AS_ON, LINK)
        place = 0
        for block in blocks:
            if block.kind in ("heading", "finding"):
                place = text.find(plain(block.text), place)
                assert place >= 0, block
            for said in (block.text if block.kind not in ("picture", "qr") else "", *block.items):
                if block.kind != "sources":
                    assert plain(said) in text, said


@each_letter
def test_a_letter_holds_the_amounts_of_the_page(client: Client, person: Person, variant: str) -> None:
    if not person.income:
        return
    (case,) = data_of(person).income_cases(AS_ON)
    result = calculate(case)
    for language in VARIANTS[variant]:
        with override(language):
            page = {"da": f"/eksempler/{person.key}/", "en": f"/en/examples/{person.key}/"}[language]
            shown = plain(client.get(page).content.decode())
            for amount in (result.wage.month, result.subsidy.rounded, result.total_month, result.payout_month):
                assert plain(say(amount)) in text_of(person.key, variant)
                assert plain(say(amount)) in shown


def test_a_danish_term_in_an_english_letter_is_read_in_danish() -> None:
    with pikepdf.open(io.BytesIO(pdf_of("peter", "en"))) as pdf:
        marks = re.findall(rb"/Lang ?\((\w+)\)", b"".join(page.Contents.read_bytes() for page in pdf.pages))
    assert marks.count(b"da") > 2


def test_two_languages_are_set_side_by_side() -> None:
    person = next(iter(PERSONS.values()))
    with pikepdf.open(io.BytesIO(pdf_of(person.key, "da-en"))) as pdf:
        languages = {str(node.Lang) for _, node in elements(pdf.Root.StructTreeRoot) if "/Lang" in node}
        assert "en" in languages
    with override("da"):
        danish = letter(data_of(person), AS_ON, AS_ON)
    with override("en"):
        english = letter(data_of(person), AS_ON, AS_ON)
    assert [(block.kind, len(block.items), len(block.rows)) for block in danish] == [
        (block.kind, len(block.items), len(block.rows)) for block in english
    ]


def test_making_a_letter_twice_gives_identical_bytes() -> None:
    visitor = data_of(next(iter(PERSONS.values())))
    assert letter_pdf(visitor, AS_ON, AS_ON, ("da",)) == letter_pdf(visitor, AS_ON, AS_ON, ("da",))


def test_income_alone_makes_a_letter_without_an_outcome() -> None:
    person = next(person for person in PERSONS.values() if person.income)
    visitor = VisitorData(income=data_of(person).income)
    with override("en"):
        headings = [block.text for block in letter(visitor, AS_ON, AS_ON) if block.level == 2]
    assert headings == [
        "Income",
        "The rates used, January 2026 to December 2026",
        "What the short names stand for",
    ]
    assert letter_pdf(visitor, AS_ON, AS_ON, ("en",)).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("field", "labels"),
    [
        ("other_wage_month", {"da": "Anden løn", "en": "Other wage"}),
        ("side_business_month", {"da": "Overskud af selvstændig bibeskæftigelse", "en": "Surplus of a side business"}),
    ],
)
@pytest.mark.parametrize(("language", "amount"), [("da", "2.500,50 kr."), ("en", "DKK 2,500.50")])
def test_income_from_elsewhere_is_written_as_an_amount(
    field: str, labels: dict[str, str], language: str, amount: str
) -> None:
    visitor = VisitorData(income=TYPED | {field: "2.500,50"})
    with override(language):
        rows = [row for block in letter(visitor, AS_ON, AS_ON) if block.kind == "pairs" for row in block.rows]
    assert amount in [value.replace("\u00a0", " ") for label, value in rows if label == labels[language]]


def test_a_wage_for_the_month_alone_makes_a_letter_without_a_curve() -> None:
    visitor = VisitorData(income=TYPED | {"wage_kind": "month", "wage": "15.600"})
    assert letter_pdf(visitor, AS_ON, AS_ON, ("da",)).startswith(b"%PDF")


def test_a_letter_is_never_cached_or_stored(client: Client) -> None:
    person = next(person for person in PERSONS.values() if person.income)
    visitor = data_of(person)
    client.tells(eligibility=visitor.answers, income=visitor.income)
    for address, name in {
        "/brev/da.pdf": "til-moedet-da.pdf",
        "/en/letter/da-en.pdf": "for-the-meeting-da-en.pdf",
    }.items():
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == "application/pdf"
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert client.get("/brev/fr.pdf").status_code == 404


def test_without_answers_there_is_no_letter(client: Client) -> None:
    assert client.get("/en/letter/en.pdf").headers["Location"] == "/en/take-along/"


@pytest.mark.parametrize(
    ("address", "words"),
    [("/en/letter/da.pdf", "Many letters are being made"), ("/brev/da.pdf", "Der bliver lavet mange breve")],
)
def test_a_third_letter_is_rejected_at_once_with_an_error_page(
    client: Client, monkeypatch: pytest.MonkeyPatch, address: str, words: str
) -> None:
    client.post("/en/examples/fatima/use/")
    full = BoundedSemaphore(2)
    monkeypatch.setattr(letter_pdfs, "_slots", full)
    with full, full:
        refused = client.get(address)
        assert client.get("/en/income/").status_code == 200
    assert refused.status_code == 503
    assert refused.headers["Retry-After"] == "5"
    assert words in refused.content.decode()
    assert client.get(address).status_code == 200
