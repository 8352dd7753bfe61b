"""A ready text as a PDF to print: in Danish, with the language of the page alongside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from fleksjob_site.kernel.text import N_
from fleksjob_site.letter.blocks import Block
from fleksjob_site.letter.pdf import Frame, make_pdf
from fleksjob_site.texts.ready import ReadyText

FOOTER = N_("A text from the fleksjob guide. Fill in what stands in brackets.")


def ready_text_pdf(text: ReadyText, today: date, languages: tuple[str, ...]) -> bytes:
    """The text as a PDF; the same on every day but for the day in its data."""
    return make_pdf(lambda: tuple(_blocks(text)), Frame(text.title, FOOTER), today, languages)


def _blocks(text: ReadyText) -> Iterator[Block]:
    yield Block("heading", _(text.title), level=1)
    for paragraph in text.paragraphs:
        yield Block("text", _(paragraph))
