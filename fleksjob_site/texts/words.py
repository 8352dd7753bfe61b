"""The word list: the terms of the scheme in both languages, read once from words.toml."""

import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from fleksjob_site.kernel.text import N_

FILE = Path(__file__).parent / "words.toml"


class Theme(StrEnum):
    """What a term is about; the value is the message id of the heading."""

    SCHEME = N_("The scheme")
    CONDITIONS = N_("The conditions")
    CLARIFICATION = N_("Finding out what you can do")
    JOB = N_("The job")
    MONEY = N_("Money")
    PENSION = N_("Pension and stopping early")
    RIGHTS = N_("Rights and duties")
    WHO = N_("Who is who")


class Word(BaseModel):
    """A term: Danish and English side by side. `sourced` is False where the English term is our own translation."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    key: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    da: str
    en: str
    da_also: list[str] = []
    en_also: list[str] = []
    theme: Annotated[Theme, BeforeValidator(lambda name: Theme[name.upper()])]
    definition_da: str
    definition_en: str
    sourced: bool
    url_da: str
    url_en: str | None = None

    @property
    def letter(self) -> str:
        """The heading of the list by letter."""
        return self.da[0].upper()


WORDS: dict[str, Word] = {
    word.key: word for word in map(Word.model_validate, tomllib.loads(FILE.read_text("utf-8"))["word"])
}
"""All terms by their key, in Danish alphabetical order."""
