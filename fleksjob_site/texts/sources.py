"""Documents that guides name as their sources: those of the law code, and more from sources.toml."""

import tomllib
from pathlib import Path

from fleksjob_site.kernel import law, practice
from fleksjob_site.kernel.law import Document, Source, Status

FILE = Path(__file__).parent / "sources.toml"

LAW = {name: value for name, value in vars(law).items() if isinstance(value, Document)}
"""The acts and orders by name."""

PRACTICE = {name: value for name, value in vars(practice).items() if isinstance(value, Document)} | {
    name: Document(**entry) for name, entry in tomllib.loads(FILE.read_text("utf-8")).items()
}
"""What others write about the law and the scheme, by name."""


_ALL = LAW | PRACTICE
assert len(_ALL) == len(LAW) + len(PRACTICE), "two documents have one name"


def source(document: str, paragraph: str = "", status: str = "law") -> Source:
    """A source as a template names it: the document, the paragraph, and the key of its status, which must all exist."""
    return Source(_ALL[document], paragraph, Status(status))
