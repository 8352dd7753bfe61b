"""The link that carries a whole case: what a visitor has entered, packed into a URL fragment and read back."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from urllib.parse import unquote

from pydantic import BaseModel, ValidationError

from eligibility.law.flow import walk
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.take_along.made import Changed, Made, changed_since
from fleksjob_site.visitor import VisitorData
from salary.law.cases import MAX_CASES
from salary.law.payout.month import MAX_MONTHS, last_paid_for
from salary.pages.employer import EmployerForm
from salary.pages.forms import IncomeForm
from salary.pages.pay_form import PayForm
from salary.pages.payout_kept import NAMES, pack, read_month
from salary.pages.year_form import YearForm, income_form

VERSION = "1"

MAX_CHARACTERS = 18_000
"""More than an address with three full cookies in it, however it is pasted."""
MAX_BYTES = 32 * 1024
"""Larger than three full cookies when unpacked; anything above was not made by this site."""
_CHECKSUM_BYTES = 6
_MAX_WRAPPERS = 3
_MAX_PIECES = 200
# A mail program that rewrites links may have replaced the # with something else.
_LINK = re.compile(r"(?<![A-Za-z0-9_-])v([1-9][0-9]{0,5})\.")
_BODY = re.compile(r"[A-Za-z0-9_-]+")
_SOFT_BREAK = re.compile(r"=\r?\n")


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
    """The content of a link. Fields of a later version are ignored."""

    answers: dict[str, object] = {}
    income: dict[str, object] = {}
    cases: list[dict[str, object]] = []
    payouts: list[list[str]] = []
    employer: dict[str, object] = {}
    year: dict[str, object] = {}
    made: object = None


@dataclass(frozen=True, slots=True)
class Link:
    """What a link holds; `made` says when it was made and what the site said then, None in older links.

    `before` also has the answers that counted on the day the link was made.
    """

    visitor: VisitorData
    made: Made | None = None
    before: VisitorData | None = None

    def written(self) -> str:
        """The same link again, from all that it holds."""
        return write(self.before or self.visitor, self.made)

    def changed_since(self, today: date) -> tuple[Changed, ...]:
        """What is different today from when it was made."""
        return changed_since(self.made, self.before, self.visitor, today) if self.made and self.before else ()


def write(visitor: VisitorData, made: Made | None = None) -> str:
    """The fragment, `v1.` and what follows, of an address that carries all this; read() is its reverse."""
    parts: dict[str, object] = {
        "answers": visitor.answers,
        "income": visitor.income,
        "cases": visitor.cases,
        "payouts": visitor.payouts,
        "employer": visitor.employer,
        "year": visitor.year,
        "made": made.model_dump(mode="json", exclude_none=True) if made else None,
    }
    content = json.dumps({name: part for name, part in parts.items() if part}, separators=(",", ":"))
    packed = zlib.compress(content.encode("ascii"), 9)
    return f"v{VERSION}.{_encode(_checksum(packed) + packed)}"


def read(text: str, on: date) -> Link:
    """What a link holds, given as its fragment, the whole address or a text around it.

    BadLink when nothing in it can be used. Anybody can write a link: only answers that count on that day come through,
    and fields that the forms can read.
    """
    carried = _found(text)
    cases = (_parsed(case, IncomeForm) for case in carried.cases[:MAX_CASES])
    visitor = VisitorData(
        answers={key: str(carried.answers[key]) for key in walk(carried.answers, on).answers},
        income=_parsed(carried.income, IncomeForm),
        cases=tuple(typed for typed in cases if IncomeForm(typed, require_all=False).case),
        payouts=_months(carried.payouts, on),
        employer=_parsed(carried.employer, EmployerForm),
    )
    visitor = replace(visitor, year=_year(carried.year, visitor.income, on))
    if not visitor:
        raise BadLink(Fault.EMPTY)
    try:
        then = Made.model_validate(carried.made)
    except ValidationError:
        return Link(visitor)
    if not then.is_possible(on):
        return Link(visitor)
    counted = {key: str(carried.answers[key]) for key in walk(carried.answers, then.on).answers}
    return Link(visitor, then, replace(visitor, answers=counted | visitor.answers))


def parsable(visitor: VisitorData, on: date) -> VisitorData:
    """The data without what the forms can't parse, so that a link can't show text that somebody else wrote."""
    return replace(
        visitor,
        income=_parsed(visitor.income, IncomeForm),
        cases=tuple(_parsed(case, IncomeForm) for case in visitor.cases),
        payouts=_months(visitor.payouts, on),
        employer=_parsed(visitor.employer, EmployerForm),
        year=_year(visitor.year, visitor.income, on),
    )


def _year(typed: Mapping[str, object], income: Mapping[str, str], on: date) -> dict[str, str]:
    """What the form of the year can read, for the job of the income page."""
    today = Month.of(on)
    form = partial(YearForm, income=income_form(income, today), today=today)
    return _parsed(typed, form) if typed else {}


def _months(rows: Iterable[Iterable[str]], on: date) -> tuple[tuple[str, ...], ...]:
    """The months of the check that can be checked on that day, with nothing beside the fields of the form."""
    months = (read_month(list(row), last_paid_for(on)) for row in list(rows)[:MAX_MONTHS])
    return tuple(
        tuple(pack({name: typed[name] for name in NAMES if name in typed})) for typed, _ in filter(None, months)
    )


def _found(text: str) -> _Carried:
    """The content of the link in a text, whatever a mail program or a person has added around it or inside it."""
    if len(text) > MAX_CHARACTERS:
        raise BadLink(Fault.TOO_LONG)
    fault = Fault.FOREIGN
    for version, body in _candidates(text):
        if version != VERSION:
            fault = Fault.TOO_NEW
            continue
        try:
            return _unpack(body)
        except BadLink as bad:
            if bad.fault is not Fault.DAMAGED:
                raise
            fault = bad.fault
    raise BadLink(fault)


def _candidates(text: str) -> Iterator[tuple[str, str]]:
    """Version and body of everything that may be the link, up to the end of a word or across line breaks."""
    for _ in range(_MAX_WRAPPERS):
        # A "safe link" contains the real one URL-encoded; a quoted one has a > before each line.
        text = unquote(_SOFT_BREAK.sub("", text))
    found_all = list(_LINK.finditer(text))
    for number, found in enumerate(found_all, start=1):
        end = found_all[number].start() if number < len(found_all) else len(text)
        lines = text[found.end() : end].splitlines()
        words = [word for line in lines for word in line.lstrip("> ").split()][:_MAX_PIECES]
        body = ""
        for word in words or [""]:
            more = _BODY.match(word)
            body += more[0] if more else ""
            yield found[1], body
            # Some programs surround URLs with characters that a link may also end with.
            yield found[1], body.rstrip("_-")
            if not more or more[0] != word:
                break


def _unpack(body: str) -> _Carried:
    try:
        raw = base64.b64decode(body + "=" * (-len(body) % 4), altchars=b"-_", validate=True)
        checksum, packed = raw[:_CHECKSUM_BYTES], raw[_CHECKSUM_BYTES:]
        # Re-encoded for comparison, because decoding ignores some bits of the last character.
        if _encode(raw) != body or _checksum(packed) != checksum:
            raise BadLink(Fault.DAMAGED)
        unpacking = zlib.decompressobj()
        # A few bytes can decompress to gigabytes, so the output is limited.
        content = unpacking.decompress(packed, MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise BadLink(Fault.TOO_LONG)
        if not unpacking.eof:
            raise BadLink(Fault.DAMAGED)
        # write() escapes everything beyond ASCII.
        return _Carried.model_validate_json(content.decode("ascii"))
    except BadLink:
        raise
    except (ValueError, zlib.error):
        # From None: the content must not end up in a log.
        raise BadLink(Fault.DAMAGED) from None


def _parsed(values: Mapping[str, object], form_class: Callable[..., PayForm]) -> dict[str, str]:
    """The fields of a form that can be read, each no longer than the form itself keeps it."""
    texts = {name: value for name, value in values.items() if isinstance(value, str)}
    while texts:
        form = form_class(texts, require_all=False)
        before, texts = texts, form.readable(texts)
        if not form.errors:
            break
        if texts == before:
            return {}
    return texts


def _checksum(packed: bytes) -> bytes:
    """Detects damage, not tampering: a link opens on every installation."""
    return hashlib.sha256(packed).digest()[:_CHECKSUM_BYTES]


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")
