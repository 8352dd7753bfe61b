"""Blocks to an accessible PDF (PDF/UA-1), made in memory by Typst."""

import json
import logging
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from threading import Lock

import typst
from django.utils.translation import gettext as _
from django.utils.translation import override

from fleksjob_site.letter.content import letter
from fleksjob_site.rich import IN_BRACKETS, TERM
from fleksjob_site.told import Told

FOLDER = Path(__file__).parent


logger = logging.getLogger(__name__)


def make_pdf(told: Told, on: date, today: date, languages: tuple[str, ...]) -> bytes:
    """The letter as a PDF, by the rules of the day `on`; with two languages, both side by side, line for line."""
    parts = []
    for language in languages:
        with override(language):
            parts.append(letter(told, on, today))
    with override(languages[0]):
        title = _("For the meeting with the municipality")
        footer = _("Made with the fleksjob guide. Only the municipality decides.")
    rows = [[asdict(block) for block in row] for row in zip(*parts, strict=True)]
    danish = rf"(?i)\((?:{IN_BRACKETS})\)|\b(?:{TERM})\b"
    data = {"title": title, "footer": footer, "languages": languages, "rows": rows, "danish": danish}
    compiler, lock = _compiler()
    # A compiler keeps state between runs and can't be used by two threads at a time.
    with lock:
        pdf, warnings = compiler.compile_with_warnings(
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=int(datetime.combine(today, time(12), UTC).timestamp()),
        )
    for warning in warnings:
        # Such as a sign that the font lacks: a letter with a gap serves better than none.
        logger.warning("letter: %s", type(warning).__name__)
    made: bytes = pdf
    return made


@cache
def _compiler() -> tuple[typst.Compiler, Lock]:
    compiler = typst.Compiler(
        str(FOLDER / "letter.typ"), root=str(FOLDER), font_paths=[str(FOLDER / "fonts")], ignore_system_fonts=True
    )
    return compiler, Lock()
