"""Everyday words and what the site calls them, read once from everyday.toml, which says why they are there."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from fleksjob_site.kernel.data_file import read_toml

FILE = Path(__file__).parent / "everyday.toml"


class Everyday(BaseModel):
    """The words of one language."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    ignored: str = ""
    """Words of a question that say nothing about what it is about."""
    means: dict[str, str] = {}
    """Other words to look for, by the words that people type; both sides are separated by spaces."""
    leads_to: dict[str, str] = {}
    """Words under which an entry is found besides those of its text, by its key."""


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    language: dict[str, Everyday]


EVERYDAY: dict[str, Everyday] = read_toml(FILE, _File.model_validate).language
"""By the code of the language; one that has none is searched by the words of its texts alone."""
