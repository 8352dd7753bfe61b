"""A made-up new main act, in force on 1 January 2027 if not said otherwise, with every paragraph renumbered."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from unittest.mock import patch

from fleksjob_site.kernel import concordance, source
from fleksjob_site.kernel.concordance import CONCORDANCE, Replacement
from fleksjob_site.kernel.document import Document
from fleksjob_site.kernel.law import LAB

SINCE = date(2027, 1, 1)
NEW_ACT = Document("NYLOV", "en opdigtet lov", "https://www.example.org/nylov", since=SINCE)


@contextmanager
def renumbered(paragraphs: Mapping[str, str], since: date = SINCE) -> Iterator[None]:
    """The concordance with one more entry, and nothing else."""
    act = replace(NEW_ACT, since=since)
    with patch.object(concordance, "CONCORDANCE", (*CONCORDANCE, Replacement(LAB, act, paragraphs))):
        source._on.cache_clear()
        try:
            yield
        finally:
            source._on.cache_clear()
