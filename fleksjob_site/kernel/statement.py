"""A sentence of the site, and where it stands in law."""

from __future__ import annotations

from dataclasses import dataclass

from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Statement:
    """Something to know or do, and where it stands."""

    text: Text
    sources: tuple[Source, ...]
