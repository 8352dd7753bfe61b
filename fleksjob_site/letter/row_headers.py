"""Row headers in the tables of a PDF, which Typst can't mark yet."""

import io

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf


def with_row_headers(pdf: bytes, languages: int) -> bytes:
    """The same PDF with the first cell of every row tagged as its header, for each of the languages side by side."""
    with Pdf.open(io.BytesIO(pdf)) as document:
        for element in document.objects:
            if isinstance(element, Dictionary) and element.get("/S") == Name.TR:
                _mark(element, languages)
        file = io.BytesIO()
        document.save(file, deterministic_id=True, object_stream_mode=ObjectStreamMode.preserve)
    return file.getvalue()


def _mark(row: Dictionary, languages: int) -> None:
    cells = [cell for cell in row.K if isinstance(cell, Dictionary) and cell.get("/S") == Name.TD]
    width = len(cells) // languages
    for cell in cells[::width] if width else ():
        cell.S = Name.TH
        cell.A = Array([Dictionary(O=Name.Table, Scope=Name.Row)])
