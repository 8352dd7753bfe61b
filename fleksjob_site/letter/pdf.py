"""Renders blocks as an accessible PDF (PDF/UA-1) in memory with Typst."""

import ctypes
import json
import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore, Lock

import typst
from django.utils.translation import gettext as _
from django.utils.translation import override

from fleksjob_site.letter.blocks import Block
from fleksjob_site.letter.row_headers import with_row_headers
from fleksjob_site.serving import metrics
from fleksjob_site.serving.front import MAX_LETTERS
from fleksjob_site.texts.languages import LAW_LANGUAGE, OTHER_LANGUAGES
from fleksjob_site.texts.rich import danish_in_brackets, danish_terms

FOLDER = Path(__file__).parent


logger = logging.getLogger(__name__)


class Busy(Exception):
    """Raised when the worker already has as many letters as it takes at a time."""


_slots = BoundedSemaphore(MAX_LETTERS)
_LIBC = ctypes.CDLL(None)


@dataclass(frozen=True, slots=True)
class Frame:
    """Title and footer of a PDF (message ids), and its orientation."""

    title: str
    footer: str
    landscape: bool = False
    """For tables that are too wide for two languages otherwise."""


def make_pdf(
    build_blocks: Callable[[], tuple[Block, ...]], frame: Frame, today: date, languages: tuple[str, ...]
) -> bytes:
    """The blocks that `build_blocks` returns in each language, as a PDF; two languages are set side by side.

    Raises Busy if the worker already has as many letters as it takes at a time.
    """
    if not _slots.acquire(blocking=False):
        metrics.LETTERS_REFUSED.inc()
        raise Busy
    try:
        with metrics.LETTERS.track_inprogress():
            return _compiled(build_blocks, frame, today, languages)
    finally:
        _return_memory()
        _slots.release()


def _return_memory() -> None:
    """Give the system back what the letter needed; glibc would keep some 5 MB of it."""
    if hasattr(_LIBC, "malloc_trim"):
        _LIBC.malloc_trim(0)


def _compiled(
    build_blocks: Callable[[], tuple[Block, ...]], frame: Frame, today: date, languages: tuple[str, ...]
) -> bytes:
    parts, footers = [], []
    for language in languages:
        with override(language):
            parts.append(build_blocks())
            footers.append(_(frame.footer) if frame.footer else "")
    with override(languages[0]):
        title = _(frame.title)
    head = {"title": title, "footers": footers, "languages": languages, "landscape": frame.landscape}
    rows = [[asdict(block) for block in row] for row in zip(*parts, strict=True)]
    law = {"language": LAW_LANGUAGE.code, "terms": _law_terms(languages)}
    data = {**head, "rows": rows, "law": law}
    compiler, empty_compiler, lock = _compilers()
    # A compiler keeps state between runs and can't be used by two threads at a time.
    with lock:
        pdf, warnings = compiler.compile_with_warnings(
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=int(datetime.combine(today, time(12), UTC).timestamp()),
        )
        for _round in range(_TYPST_CACHE_RUNS + 1):
            empty_compiler.compile(b"", format="svg")
    for warning in warnings:
        # Such as a character that the font lacks: a letter with a gap is better than none.
        logger.warning("letter: %s", type(warning).__name__)
    # compile() may return one image per page, but for a PDF it returns one file.
    assert isinstance(pdf, bytes)
    return with_row_headers(pdf, len(languages))


def _law_terms(languages: tuple[str, ...]) -> str | None:
    """A pattern for Danish terms of the law in a letter that is also in another language; None for a Danish letter."""
    others = [language for language in OTHER_LANGUAGES if language.code in languages]
    patterns = (rf"\((?:{danish_in_brackets(other)})\)|\b(?:{danish_terms(other)})\b" for other in others)
    return f"(?i){'|'.join(patterns)}" if others else None


_TYPST_CACHE_RUNS = 10
"""Typst caches layouts for this many runs. Compiling empty pages evicts a letter at once, within 2 milliseconds."""


@cache
def _compilers() -> tuple[typst.Compiler, typst.Compiler, Lock]:
    """The compiler of the letter, one for empty pages, and the lock for both."""
    compiler = typst.Compiler(
        str(FOLDER / "letter.typ"), root=str(FOLDER), font_paths=[str(FOLDER / "fonts")], ignore_system_fonts=True
    )
    no_fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
    return compiler, typst.Compiler(b"", root=str(FOLDER), font_paths=no_fonts), Lock()
