"""One amount or share of a rate file, and its source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from fleksjob_site.kernel.document import Document
from fleksjob_site.kernel.money import whole_as_decimal
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import Kroner, Percent

STRICT = ConfigDict(frozen=True, strict=True, extra="forbid")


class Figure(BaseModel):
    """One amount (kr.) or share (per cent), and its source.

    `url` is the address where the figure was read; `law` names what was read there: an act, an executive order or a
    publisher; `paragraph` is written as Danish law writes it. `checked` is the day the law was read, left out
    where the figure rests on another publisher.
    """

    model_config = ConfigDict(**{**STRICT, "extra": "allow"})

    amount: Annotated[Decimal, BeforeValidator(whole_as_decimal)]
    law: Annotated[str, Field(min_length=1)]
    paragraph: Annotated[str, Field(min_length=1)]
    url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
    status: Annotated[Status, BeforeValidator(Status)]
    checked: date | None = None
    note: Annotated[str, Field(min_length=1)] | None = None
    __pydantic_extra__: dict[str, Annotated[str, Field(min_length=1)]]
    """The note in languages other than English: `note_` and the code of the language."""

    @model_validator(mode="after")
    def _has_no_other_field(self) -> Self:
        for name in self.__pydantic_extra__:
            if not re.fullmatch("note_[a-z]{2}", name):
                raise ValueError(f"{name} is not a field of a figure")
        return self

    @property
    def notes(self) -> dict[str, str]:
        """The note in languages other than English, by the code of the language."""
        return {name.removeprefix("note_"): note for name, note in self.__pydantic_extra__.items()}

    def note_in(self, language: str | None) -> str | None:
        """The note in a language, or in English where there is no other: drafts have English notes only."""
        return self.notes.get(language or "", self.note)

    @property
    def source(self) -> Source:
        """Where the figure comes from, as a Source like those of rules."""
        return Source(Document(self.law, self.law, self.url), self.paragraph, self.status)


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure as a page shows it: its key in the file, a label (message id), the value in its unit."""

    key: str
    label: str
    value: Kroner | Percent
    figure: Figure

    def __hash__(self) -> int:
        # A page looks up dozens, and hashing a figure takes its every field.
        return hash(self.key)
