"""The pages of a letter: their number, the first page, and the tags of tables and links."""

import io

import pikepdf
from django.utils.translation import override

from fleksjob_site.letter.content import letter
from fleksjob_site.letter.views import VARIANTS
from fleksjob_site.personas.persons import AS_ON, Person, data_of
from tests.letter.reading import LINK, each_letter, elements, pages_of, pdf_of, plain


@each_letter
def test_a_letter_has_at_most_four_pages_in_one_language_and_six_in_two(person: Person, variant: str) -> None:
    assert len(pages_of(person.key, variant)) <= (4 if len(VARIANTS[variant]) == 1 else 6)


@each_letter
def test_the_first_page_holds_the_summary_and_room_for_notes_and_nothing_else(person: Person, variant: str) -> None:
    first, second = pages_of(person.key, variant)[:2]
    for language in VARIANTS[variant]:
        with override(language):
            blocks = letter(data_of(person), AS_ON, AS_ON, LINK)
        end = next(number for number, block in enumerate(blocks) if block.kind == "break")
        for block in blocks[:end]:
            assert all(plain(item) in first for item in block.items)
        notes, appendix = plain(blocks[end - 2].text), plain(blocks[end + 1].text)
        assert notes in first
        assert appendix in second
        assert appendix not in first


@each_letter
def test_every_row_of_a_table_has_its_header_in_each_language(person: Person, variant: str) -> None:
    with pikepdf.open(io.BytesIO(pdf_of(person.key, variant))) as pdf:
        bodies = [node for kind, node in elements(pdf.Root.StructTreeRoot) if kind == "/TBody"]
        rows = [row for body in bodies for row in body.K]
        for row in rows:
            headers = [cell for cell in row.K if cell.S == "/TH"]
            assert len(headers) == len(VARIANTS[variant])
            assert all(str(header.A[0].Scope) == "/Row" for header in headers)
    assert rows


@each_letter
def test_sources_link_to_their_documents(person: Person, variant: str) -> None:
    with pikepdf.open(io.BytesIO(pdf_of(person.key, variant))) as pdf:
        links = {str(note.A.URI) for page in pdf.pages for note in page.get("/Annots", []) if "/A" in note}
    blocks = letter(data_of(person), AS_ON, AS_ON)
    assert links == {url for block in blocks for url in block.urls}
