"""The site's TOML files: read once when it starts; an error names the file and the line."""

import re
import tomllib
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast

T = TypeVar("T")


class BadFile(Exception):
    """A data file that can't be read or is invalid; the message names the file and the lines."""


class _Invalid(Protocol):
    """The part of pydantic's ValidationError used here; the kernel does not import pydantic."""

    def errors(self) -> list[dict[str, Any]]: ...


def read_toml(path: Path, build: Callable[[dict[str, Any]], T]) -> T:
    """What `build` makes of a file, with its numbers as Decimal; BadFile if it can't be read or does not fit."""
    text = ""
    try:
        text = path.read_text("utf-8")
        return build(tomllib.loads(text, parse_float=Decimal))
    except OSError as error:
        raise BadFile(f"{path.name}: {error.strerror}") from error
    except ValueError as error:
        if hasattr(error, "errors"):
            errors = cast(_Invalid, error).errors()
            raise BadFile(f"{path.name}: {'; '.join(_error_message(text, item) for item in errors)}") from error
        # A TOML error ends in "(at line 3, column 9)"; a file that is not UTF-8 is a ValueError too.
        raise BadFile(f"{path.name}: {error}") from error


def _error_message(text: str, fault: dict[str, Any]) -> str:
    # A validator of the whole file starts its message with the key that it is about.
    named = str(fault.get("ctx", {}).get("error", "")).split(" ")[0].split(".")
    line = line_of(text, fault["loc"] or named)
    place = ".".join(map(str, fault["loc"]))
    return f"{f'line {line}: ' if line else ''}{f'{place}: ' if place else ''}{fault['msg']}"


def line_of(text: str, place: Iterable[str | int]) -> int:
    """The line of a key, or of the table that lacks it, counted from 1; 0 if no part of the path is found."""
    lines = text.split("\n")
    found, end, before = 0, len(lines), ""
    for part in place:
        if isinstance(part, int):
            # An entry of an array of tables goes up to the next one.
            heads = [n for n in range(found, end) if re.match(rf"\[\[(\w+\.)*{re.escape(before)}\]\]", lines[n])]
            if part < len(heads):
                found, end = heads[part] + 1, (*heads, end)[part + 1]
            continue
        # Translated fields end with the language code.
        names = "|".join(map(re.escape, (part, f"{part}_{before}")))
        table, key = re.compile(rf"\[(\w+\.)*({names})\]"), re.compile(rf"({names})\s*=")
        # A key of a table comes before the next header.
        rest = range(found, end)
        keys_end = next((n for n in rest if lines[n].startswith("[")), end) if found else end
        places = (n + 1 for n in rest if table.match(lines[n]) or (n < keys_end and key.match(lines[n])))
        found, before = next(places, found), part
    return found
