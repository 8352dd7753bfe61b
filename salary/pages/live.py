"""What the page says in a live request, which it sends while somebody is typing, besides the fields of its form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fleksjob_site.kernel.typed_dates import BOXES

BOX = re.compile(f"-(?:{'|'.join(BOXES)})$")
"""The end of the name of an input that is one of several of its field."""
LIVE_NAMES = frozenset({"live", "typing", "shown", "judged", "live.has", "live.brief"})
"""No release takes a name with a dot for a field of a newer one, which it would store."""


@dataclass(frozen=True, slots=True)
class Live:
    """A live request."""

    typing: str
    """The field that is being typed in."""
    shown: frozenset[str]
    """The fields that already show an error."""
    judged: str | None
    """That the page lists its errors above the form: "all" where empty fields are among them."""
    has: str | None
    """The outline of the form on the page (texts/outline.py)."""
    brief: bool
    """That nothing that can wait is open on the page."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Live | None:
        """None for a form that was not sent live."""
        if "live" not in data:
            return None
        typing, shown = BOX.sub("", str(data.get("typing", ""))), str(data.get("shown", "")).split()
        return cls(typing, frozenset(shown), data.get("judged"), data.get("live.has"), "live.brief" in data)
