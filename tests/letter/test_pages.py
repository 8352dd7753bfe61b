"""The pages of a letter: how many, what the first one holds, and what its tables and links tell a machine."""

import io

import pikepdf
from django.utils.translation import override

from fleksjob_site.letter.content import letter
from fleksjob_site.letter.views import VARIANTS
from fleksjob_site.personas.persons import AS_ON, Person, data_of
from tests.letter.reading import LINK, each_letter, elements, pages_of, pdf_of, plain


@each_letter
def test_a_letter_has_at_most_four_pages_in_one_language_and_six_in_two(person: Person, form: str) -> None:
    assert len(pages_of(person.key, form)) <= (4 if len(VARIANTS[form]) == 1 else 6)


@each_letter
def test_the_first_page_holds_the_summary_and_room_for_notes_and_nothing_else(person: Person, form: str) -> None:
    first, second = pages_of(person.key, form)[:2]
    for language in VARIANTS[form]:
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
def test_every_row_of_a_table_has_its_header_in_each_language(person: Person, form: str) -> None:
    with pikepdf.open(io.BytesIO(pdf_of(person.key, form))) as pdf:
        bodies = [node for kind, node in elements(pdf.Root.StructTreeRoot) if kind == "/TBody"]
        rows = [row for body in bodies for row in body.K]
        for row in rows:
            headers = [cell for cell in row.K if cell.S == "/TH"]
            assert len(headers) == len(VARIANTS[form])
            assert all(str(header.A[0].Scope) == "/Row" for header in headers)
    assert rows


@each_letter
def test_sources_lead_to_where_they_can_be_read(person: Person, form: str) -> None:
    with pikepdf.open(io.BytesIO(pdf_of(person.key, form))) as pdf:
        links = {str(note.A.URI) for page in pdf.pages for note in page.get("/Annots", []) if "/A" in note}
    blocks = letter(data_of(person), AS_ON, AS_ON)
    assert links == {url for block in blocks for url in block.urls}
