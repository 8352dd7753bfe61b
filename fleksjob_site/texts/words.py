"""The word list: the terms of the scheme in every language, read once from words.toml."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from fleksjob_site.kernel.data_file import read_toml
from fleksjob_site.kernel.text import N_
from fleksjob_site.texts.languages import BY_CODE, LAW_LANGUAGE

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


def _theme(name: object) -> Theme:
    for theme in Theme:
        if theme.name.lower() == name:
            return theme
    raise ValueError(f"there is no theme {name!r}")


_STRICT = ConfigDict(frozen=True, strict=True, extra="forbid")


class Term(BaseModel):
    """The term in one language; without a URL if no source has it, so that it is our own translation."""

    model_config = _STRICT

    word: str
    also: list[str] = []
    definition: str
    url: str | None = None


class Word(BaseModel):
    """A term in every language, by the language's code.

    The fields of a language carry its code in the file: `da`, `da_also`, `definition_da`, `url_da`.
    """

    model_config = _STRICT

    key: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    theme: Annotated[Theme, BeforeValidator(_theme)]
    terms: dict[str, Term]

    @model_validator(mode="before")
    @classmethod
    def _terms_together(cls, entry: dict[str, Any]) -> dict[str, Any]:
        rest, terms = dict(entry), {}
        for code in BY_CODE:
            names = {"word": code, "also": f"{code}_also", "definition": f"definition_{code}", "url": f"url_{code}"}
            terms[code] = {field: rest.pop(name) for field, name in names.items() if name in rest}
        return rest | {"terms": terms}

    @model_validator(mode="after")
    def _danish_term_has_source(self) -> Self:
        if self.in_law.url is None:
            raise ValueError(f"url_{LAW_LANGUAGE.code} is missing: the word of the law always has a source")
        return self

    @property
    def in_law(self) -> Term:
        """The term in the language of the law."""
        return self.terms[LAW_LANGUAGE.code]

    @property
    def letter(self) -> str:
        """Its heading in the alphabetical list."""
        return self.in_law.word[0].upper()


class _File(BaseModel):
    model_config = _STRICT

    word: list[Word]


WORDS: dict[str, Word] = {word.key: word for word in read_toml(FILE, _File.model_validate).word}
"""All terms by their key, in Danish alphabetical order."""
