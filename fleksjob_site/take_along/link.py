"""The link that carries a whole case: what a visitor has told, packed into the fragment of an address and read back."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from pydantic import BaseModel

from eligibility.law.flow import walk
from fleksjob_site.visitor import Told
from salary.law.cases import MOST_CASES
from salary.pages.forms import IncomeForm

VERSION = "1"

MOST_CHARACTERS = 6000
"""More than an address with everything in it, however it is pasted."""
MOST_BYTES = 2850
"""What fits into the sealed session cookie of 4096 bytes beside the token; nothing longer was ever told here."""
_CHECKSUM_BYTES = 6


class Fault(StrEnum):
    """Why a text can't be used as a link."""

    FOREIGN = "foreign"
    DAMAGED = "damaged"
    TOO_NEW = "too-new"
    TOO_LONG = "too-long"
    EMPTY = "empty"


class BadLink(ValueError):
    """A text that can't be used as a link, and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class _Carried(BaseModel):
    """The content of a link. A later version may have put more into it, which is left aside."""

    answers: dict[str, object] = {}
    income: dict[str, object] = {}
    cases: list[dict[str, object]] = []


def write(told: Told) -> str:
    """The fragment, `v1.` and what follows, of a link that carries all this; read() is its reverse."""
    parts = {"answers": told.answers, "income": told.income, "cases": told.cases}
    content = json.dumps({name: part for name, part in parts.items() if part}, separators=(",", ":"))
    packed = zlib.compress(content.encode("ascii"), 9)
    return f"v{VERSION}.{_encode(_checksum(packed) + packed)}"


def read(text: str, on: date) -> Told:
    """What a link tells, given as its fragment or as the whole address; BadLink when nothing in it can be used.

    Anybody can write a link: only answers that count on that day and fields of the income form come through.
    """
    carried = _unpack(_body(text))
    cases = (_typed(case) for case in carried.cases[:MOST_CASES])
    told = Told(
        answers={key: str(carried.answers[key]) for key in walk(carried.answers, on).answers},
        income=_typed(carried.income),
        cases=tuple(typed for typed in cases if IncomeForm(typed, complain=True).case),
    )
    if not told:
        raise BadLink(Fault.EMPTY)
    return told


def _body(text: str) -> str:
    """What follows the version; line breaks and brackets that a mail puts in are no harm."""
    if len(text) > MOST_CHARACTERS:
        raise BadLink(Fault.TOO_LONG)
    fragment = "".join(text.split()).strip("<>").rpartition("#")[2]
    found = re.fullmatch(r"v([1-9][0-9]*)\.(.*)", fragment)
    if not found:
        raise BadLink(Fault.FOREIGN)
    if found[1] != VERSION:
        raise BadLink(Fault.TOO_NEW)
    return found[2]


def _unpack(body: str) -> _Carried:
    try:
        sealed = base64.b64decode(body + "=" * (-len(body) % 4), altchars=b"-_", validate=True)
        checksum, packed = sealed[:_CHECKSUM_BYTES], sealed[_CHECKSUM_BYTES:]
        # Encoded anew, because the last character has bits that decoding leaves aside.
        if _encode(sealed) != body or _checksum(packed) != checksum:
            raise BadLink(Fault.DAMAGED)
        unpacking = zlib.decompressobj()
        # A few bytes can unpack to gigabytes, so no more is unpacked than could be used.
        content = unpacking.decompress(packed, MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise BadLink(Fault.TOO_LONG)
        if not unpacking.eof:
            raise BadLink(Fault.DAMAGED)
        # In ASCII, as in the session, so that nothing grows on its way there.
        return _Carried.model_validate_json(content.decode("ascii"))
    except BadLink:
        raise
    except (ValueError, zlib.error):
        # From None: the content must not stand in a log.
        raise BadLink(Fault.DAMAGED) from None


def _typed(values: Mapping[str, object]) -> dict[str, str]:
    """The fields of the income form, each no longer than the form itself keeps it."""
    texts = {name: value for name, value in values.items() if isinstance(value, str)}
    return IncomeForm(texts, complain=False).typed()


def _checksum(packed: bytes) -> bytes:
    """Tells damage, not who wrote it: a link opens on every installation."""
    return hashlib.sha256(packed).digest()[:_CHECKSUM_BYTES]


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")
