"""Months and days as people type or paste them into two or three boxes, in Danish or English.

Each box may hold its own part, or more of the date: `12.05.1980` in any box is the whole of it. The day comes before
the month, as in Denmark and Great Britain.
"""

import re
from collections.abc import Mapping
from datetime import date

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.typed import MAX_LENGTH, MAX_PART, Reason, Refused, clean

BOXES = ("day", "month", "year")

_NAMES = (
    ("januar", "january", "jan"),
    ("februar", "february", "feb"),
    ("marts", "march", "mar"),
    ("april", "apr"),
    ("maj", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names}
_LEFT_OUT = {
    "d", "den", "of", "the",
    "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
}  # fmt: skip
_ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)\b")
_SPACED = re.compile(r"(?<![0-9])([0-9]{1,2}) (?=([0-9]{1,2})(?![0-9]))")
_NOT_IN_DATES = re.compile(r"[^\w ./,–-]|_")
_MISSING = {"day": Reason.DAY_MISSING, "month": Reason.MONTH_MISSING, "year": Reason.YEAR_MISSING}
_TWO = {"day": Reason.TWO_DAYS, "month": Reason.TWO_MONTHS, "year": Reason.TWO_YEARS}

Parts = dict[str, int]


def read_month(boxes: Mapping[str, str]) -> Month | None:
    """The month in the boxes `month` and `year`; None if both are empty. A day beside it must exist, and is dropped."""
    parts = _read(boxes, ("month", "year"))
    return Month(parts["year"], parts["month"]) if parts else None


def read_day(boxes: Mapping[str, str]) -> date | None:
    """The day in the boxes `day`, `month` and `year`; None if all are empty."""
    parts = _read(boxes, BOXES)
    return date(parts["year"], parts["month"], parts["day"]) if parts else None


def holds_more(boxes: Mapping[str, str]) -> bool:
    """Whether a box holds more than its own part of a date, or another one is empty."""
    return any(len(_tokens(text)) != 1 for text in boxes.values())


def _read(boxes: Mapping[str, str], needed: tuple[str, ...]) -> Parts:
    found: Parts = {}
    for box in needed:
        try:
            parts = _parts_of(boxes.get(box, ""), box)
        except Refused as refused:
            about_a_year = refused.reason in (Reason.SHORT_YEAR, Reason.YEAR_DIGITS)
            if about_a_year and box != "year" and clean(boxes.get("year", "")):
                raise Refused(Reason.NOT_A_DATE) from None
            raise
        for part, number in parts.items():
            if found.setdefault(part, number) != number:
                raise Refused(_TWO[part])
    if not found:
        return {}
    for part in needed:
        if part not in found:
            raise Refused(_MISSING[part])
    if "day" in found:
        try:
            date(found["year"], found["month"], found["day"])
        except ValueError:
            raise Refused(Reason.NO_SUCH_DAY, str(found["day"])) from None
    return found


def _tokens(text: str) -> list[str]:
    """The numbers and words of a date."""
    text = _ORDINAL.sub("", clean(text).lower())
    return [token for token in re.findall(r"[0-9]+|[^\W\d_]+", text) if token not in _LEFT_OUT]


def _parts_of(text: str, box: str) -> Parts:
    if len(clean(text)) > MAX_LENGTH:
        raise Refused(Reason.TOO_LONG)
    tokens = _tokens(text)
    if _NOT_IN_DATES.search(clean(text)) or bool(tokens) != bool(clean(text)):
        raise Refused(Reason.NOT_A_DATE)
    # A space can come along in a number: 12/1980 must not turn into 1 February by one.
    if any(len(one) + len(other) < 4 for one, other in _SPACED.findall(clean(text))):
        raise Refused(Reason.NOT_A_DATE)
    return {part: _number_of(part, token, box) for part, token in _arranged(tokens, box).items()}


def _arranged(tokens: list[str], box: str) -> dict[str, str]:
    """Which part of a date each token is."""
    kinds = "".join("y" if _is_year(token) else "n" if token.isdecimal() else "w" for token in tokens)
    if box == "day" and kinds in ("nn", "wn"):
        return dict(zip(("day", "month") if kinds == "nn" else ("month", "day"), tokens, strict=True))
    if kinds in _ORDERS:
        return dict(zip(_ORDERS[kinds], tokens, strict=True))
    if len(tokens) <= 1:
        return dict.fromkeys([box], tokens[0]) if tokens else {}
    if len(tokens) <= 3 and kinds.count("w") <= 1 and tokens[-1].isdecimal():
        # What comes last is the year, as in 5/80 or 12.05.80.
        raise _not_a_year(tokens[-1])
    raise Refused(Reason.NOT_A_DATE)


# y: four digits, n: another number, w: a word. Which part of a date they are, by their order.
_ORDERS = {
    "w": ("month",),
    "y": ("year",),
    "ny": ("month", "year"),
    "yn": ("year", "month"),
    "wy": ("month", "year"),
    "yw": ("year", "month"),
    "nw": ("day", "month"),
    "nny": ("day", "month", "year"),
    "ynn": ("year", "month", "day"),
    "nwy": ("day", "month", "year"),
    "wny": ("month", "day", "year"),
    "ynw": ("year", "day", "month"),
    "ywn": ("year", "month", "day"),
}


def _is_year(token: str) -> bool:
    return len(token) == 4 and token.isdecimal() and token[0] != "0"


def _not_a_year(digits: str) -> Refused:
    """Why some digits are no year: two may be the end of one, but 19 and 20 are more likely its beginning."""
    is_end = len(digits) == 2 and digits not in ("19", "20")
    return Refused(Reason.SHORT_YEAR if is_end else Reason.YEAR_DIGITS, digits[:4])


def _number_of(part: str, token: str, box: str) -> int:
    if not token.isdecimal():
        if token not in _MONTHS:
            raise Refused(Reason.YEAR_DIGITS if box == "year" else Reason.NOT_A_MONTH, token[:MAX_PART])
        return _MONTHS[token]
    number = int(token)
    if part == "year" and not _is_year(token):
        raise _not_a_year(token)
    if part == "month" and not (1 <= number <= 12 and len(token) <= 2):
        raise Refused(Reason.NO_SUCH_MONTH if len(token) <= 3 else Reason.NOT_A_DATE, token[:3])
    if part == "day" and not (1 <= number <= 31 and len(token) <= 2):
        raise Refused(Reason.NO_SUCH_DAY if len(token) <= 3 else Reason.NOT_A_DATE, token[:3])
    return number
