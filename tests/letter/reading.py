"""Letters of the example persons, and what is in their PDF."""

import io
import re
from functools import cache
from typing import Any

import pikepdf
import pypdf
import pytest

from fleksjob_site.letter.content import letter_pdf
from fleksjob_site.letter.views import VARIANTS
from fleksjob_site.personas.persons import AS_ON, PERSONS, data_of
from fleksjob_site.take_along.qr import qr_picture

each_letter = pytest.mark.parametrize(
    ("person", "variant"),
    [pytest.param(p, variant, id=f"{p.key}-{variant}") for p in PERSONS.values() for variant in VARIANTS],
)
LINK = qr_picture("https://fleksjob.example.dk/en/open/#v1." + "aB3" * 150)


@cache
def pdf_of(key: str, variant: str) -> bytes:
    return letter_pdf(data_of(PERSONS[key]), AS_ON, AS_ON, VARIANTS[variant], LINK)


def plain(text: str) -> str:
    """Text without spaces and hyphenation, which a PDF has only as positions."""
    return re.sub(r"[\s\u00a0\u00ad\u2010-]+", "", text)


@cache
def text_of(key: str, variant: str) -> str:
    pages = [plain(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(pdf_of(key, variant))).pages]
    # Page footers would split sentences in two.
    return "".join(re.sub(r"(VejledningfraFleksjobguiden|Guidancefromthefleksjobguide).*$", "", page) for page in pages)


def elements(node: Any) -> list[tuple[str, Any]]:
    """The kinds of all structure elements in the order they are read aloud."""
    found = []
    if isinstance(node, pikepdf.Dictionary) and "/S" in node:
        found.append((str(node.S), node))
    kids = node.get("/K", []) if isinstance(node, pikepdf.Dictionary) else []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            found += elements(kid)
    return found


def pages_of(key: str, variant: str) -> list[str]:
    return [plain(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(pdf_of(key, variant))).pages]
