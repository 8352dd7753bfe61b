"""A ready text as a PDF to print: in Danish, with the language of the page alongside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from fleksjob_site.letter.blocks import Block
from fleksjob_site.letter.pdf import Frame, make_pdf
from fleksjob_site.texts.ready import ReadyText, written


def ready_text_pdf(text: ReadyText, today: date, languages: tuple[str, ...]) -> bytes:
    """The text as a PDF. Only the date in its metadata differs from day to day."""
    return make_pdf(lambda: tuple(_blocks(text)), Frame(text.title, footer=""), today, languages)


def _blocks(text: ReadyText) -> Iterator[Block]:
    for paragraph in text.paragraphs:
        yield Block("paragraph", written(paragraph, _))
