"""The host's municipality: where its citizens write and call, from a TOML file."""

from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

from fleksjob_site.kernel.data_file import BadFile, read_toml
from fleksjob_site.texts.languages import BY_CODE

_STRICT = ConfigDict(frozen=True, strict=True, extra="forbid")
MAX_LINE, MAX_TEXT = 120, 400
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_LINE, pattern=r"^[^\x00-\x1f<>]+$")
]
"""One line of plain text."""
Prose = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_TEXT, pattern=r"^[^\x00-\x09<>]+$")
]
"""A few sentences of plain text; each line is shown as a line."""
TEXTS = ("hours", "apply")


class Municipality(BaseModel):
    """One municipality. The fields of a language carry its code in the file: `hours_da`, `apply_da`."""

    model_config = _STRICT

    name: Line
    address: Line | None = None
    phone: Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 ]{4,18}[0-9]$")] | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"']+$", max_length=300)] | None = None
    hours: dict[str, Prose] = {}
    """When it is open, by the code of the language."""
    apply: dict[str, Prose] = {}
    """How to apply there, by the code of the language."""

    @model_validator(mode="before")
    @classmethod
    def _texts_together(cls, entry: dict[str, Any]) -> dict[str, Any]:
        rest = dict(entry)
        if taken := set(TEXTS) & rest.keys():
            raise ValueError(f"{min(taken)} needs a language: {', '.join(f'{min(taken)}_{code}' for code in BY_CODE)}")
        for text in TEXTS:
            given = {code: rest.pop(f"{text}_{code}") for code in BY_CODE if f"{text}_{code}" in rest}
            if given and (missing := [f"{text}_{code}" for code in BY_CODE if code not in given]):
                raise ValueError(f"{', '.join(missing)} is missing: the text must be there in every language")
            rest[text] = given
        return rest

    @model_validator(mode="after")
    def _can_be_reached(self) -> "Municipality":
        if not (self.address or self.phone or self.url):
            raise ValueError("address, phone or url is missing: nobody can reach it by its name alone")
        return self

    @property
    def tel(self) -> str:
        """The phone number as an address to call."""
        return f"tel:{(self.phone or '').replace(' ', '')}"

    @property
    def site(self) -> str:
        """The address of its pages as one reads it out."""
        return (self.url or "").removeprefix("https://").removeprefix("www.").rstrip("/")


def read_municipality(file: Path) -> Municipality:
    """The municipality in a file; ValueError, which names all that is wrong, if it can't be used."""
    try:
        return read_toml(file, Municipality.model_validate)
    except BadFile as error:
        raise ValueError(str(error).replace("Value error, ", "")) from error
