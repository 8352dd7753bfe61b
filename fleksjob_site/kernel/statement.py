"""A statement shown on the site, with its sources in law."""

from __future__ import annotations

from dataclasses import dataclass

from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Statement:
    """Something to know or do, with its sources. Advice adds dates."""

    text: Text
    sources: tuple[Source, ...]
