"""Numbers as people type or paste them, in Danish or English, whatever the language of the page.

What is stored or sent to the API has a strict form of its own; only form fields read this one. Dates are in
`typed_dates.py`.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from unicodedata import category

from fleksjob_site.kernel.typed_units import INTRO, WORDS, Per, Unit, period_of, unit_of

MAX_LENGTH = 80
"""Characters of a typed number or date; anything longer is not one."""
MAX_PART = 20
"""Characters of a part that a message names."""
_HUNDREDTH = Decimal("0.01")


class Reason(StrEnum):
    """Why a text can't be read. The keys stand in the table of the tests."""

    TOO_LONG = "too-long"
    NOT_A_NUMBER = "not-a-number"
    NO_DIGITS = "no-digits"
    WORD = "word"
    UNIT = "other-unit"
    PERIOD = "other-period"
    RANGE = "range"
    SEPARATORS = "separators"
    DECIMALS = "decimals"
    AMBIGUOUS = "ambiguous"
    UNFINISHED = "unfinished"
    MINUTES = "minutes"
    NOT_A_DATE = "not-a-date"
    NOT_A_MONTH = "not-a-month"
    NO_SUCH_MONTH = "no-such-month"
    NO_SUCH_DAY = "no-such-day"
    SHORT_YEAR = "short-year"
    YEAR_DIGITS = "year-digits"
    DAY_MISSING = "day-missing"
    MONTH_MISSING = "month-missing"
    YEAR_MISSING = "year-missing"
    TWO_DAYS = "two-days"
    TWO_MONTHS = "two-months"
    TWO_YEARS = "two-years"


class Refused(ValueError):
    """A text that can't be read, with the reason and the part that is wrong (empty if it is the whole text)."""

    def __init__(self, reason: Reason, part: str = "") -> None:
        super().__init__(reason.value)
        self.reason, self.part = reason, part


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it was typed; `unit` and `per` are None where they were left out."""

    value: Decimal
    unit: Unit | None = None
    per: Per | None = None


def clean(text: str) -> str:
    """The text without invisible marks, with plain single spaces, and none at its ends."""
    if text.isascii():
        return " ".join(text.split())
    # Format characters (Cf), such as direction marks and soft hyphens, come along when text is copied.
    return " ".join("".join(char for char in text if category(char) != "Cf").split())


def shortened(text: str, length: int) -> str:
    """The beginning of a text that is too long to keep. The mark at its end keeps it from being read as a number."""
    return text if len(text) <= length else text[: length - 1] + "…"


def read_number(text: str, units: Collection[Unit], pers: Collection[Per] = ()) -> Number:
    """A number in one of these units, for one of these periods, both as words or left out.

    In an amount one separator before exactly three digits groups thousands, so `21.092` and `21,092` are 21 092 kroner;
    nobody works 1.234 hours or thousands of them, so there it is refused. A loss may be written as accountants do.
    """
    text = _ROUGHLY.sub("", clean(text))
    if len(text) > MAX_LENGTH:
        raise Refused(Reason.TOO_LONG)
    if text.isascii() and text.isdecimal():
        # Most of what is typed, in a tenth of the time, and with the decimal that `_plain_number` gives.
        return Number(Decimal(f"{text}.0"))
    if _RANGE.match(text):
        raise Refused(Reason.RANGE)
    brackets = _IN_BRACKETS.fullmatch(text) if Unit.KRONER in units else None
    if brackets:
        return _loss(read_number(" ".join(filter(None, brackets.groups())), units, pers))
    prefix = _PREFIX.match(text)
    unit = Unit.KRONER if prefix else None
    typed_unit, rest = (prefix[0].strip(), text[prefix.end() :]) if prefix else ("", text)
    amount = Unit.KRONER in units
    found = None if amount else _fraction(rest) or (_clock(rest) if Unit.HOURS in units else None)
    value, after = found or _plain_number(rest, grouped=amount)
    dashes = _NO_ORE.match(after)
    minus = _MINUS_BEHIND.match(after) if amount else None
    behind = dashes or minus
    after = (after[behind.end() :] if behind else after).strip()
    words = WORDS.fullmatch(after)
    if not words:
        raise Refused(*_unknown(after))
    if words["unit"]:
        unit, typed_unit = unit_of(words["unit"]), words["unit"]
    elif dashes:
        unit, typed_unit = Unit.KRONER, dashes[0].strip()
    if unit and unit not in units:
        raise Refused(Reason.UNIT, typed_unit)
    per = period_of(words["period"] or words["adverb"])
    if (per and per not in pers) or (words["tax"] and not amount):
        reason = Reason.PERIOD if per and pers else Reason.WORD
        raise Refused(reason, words["per"] or words["adverb"] or words["tax"])
    return _loss(Number(value, unit, per)) if minus else Number(value, unit, per)


def _loss(number: Number) -> Number:
    """A number that brackets or a minus behind it make negative; one that was so before is not a number."""
    if number.value < 0:
        raise Refused(Reason.NOT_A_NUMBER)
    return replace(number, value=-number.value)


_ROUGHLY = re.compile(r"(?:ca\.?|cirka|omkring|about|approx\.?|approximately) ?(?=[-−–0-9 ]|kr)", re.IGNORECASE)
_PREFIX = re.compile(r"(?:kr\.?|dkk)[ :]?(?=[-−–0-9 ])", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(kr\.?|dkk)? ?\(([^()]+)\) ?([^()]+)?", re.IGNORECASE)
_MINUS_BEHIND = re.compile(r" ?[-−–](?![-−–0-9])")
_ONE_OF_TWO = "[0-9]+(?:[.,][0-9]+)*"
_RANGE = re.compile(
    rf"(?:mellem|fra|between|from)? ?{_ONE_OF_TWO} ?(?:[-−–]|til|to|og|and|eller|or) ?{_ONE_OF_TWO}"
    r"(?! ?[-−–/:.,]|[0-9])(?! ?(?:min|m)\w*)",
    re.IGNORECASE,
)
_NO_ORE = re.compile(r"[.,:] ?[-−–]{1,2}(?![-−–0-9])")


def _unknown(after: str) -> tuple[Reason, str]:
    """Why what follows a number is not a unit."""
    if after in (".", ",", "'"):
        return Reason.UNFINISHED, ""
    words = re.findall(r"[^\W\d_]+\.?|[€$£]", after)
    unknown = [word for word in words if not WORDS.fullmatch(word) and not INTRO.fullmatch(word)] or words
    return (Reason.WORD, unknown[0][:MAX_PART]) if unknown else (Reason.NOT_A_NUMBER, "")


_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_FRACTION = re.compile(
    r"(?:(?P<whole>[0-9]{1,3}) ?)?(?P<sign>[½¼¾])|(?:(?P<before>[0-9]{1,3}) )?(?P<part>1/2|1/4|3/4)(?![0-9])"
)
_CLOCK = re.compile(r"(?P<hours>[0-9]{1,3}) ?: ?(?P<minutes>[0-9]+)")
_IN_MINUTES = re.compile(
    r"(?P<hours>[0-9]{1,3}) ?(?:timer|time|t|hours|hour|hrs|h)\.?(?: og| and)? ?"
    r"(?P<minutes>[0-9]+) ?(?:minutter|minutes|min|m)\b",
    re.IGNORECASE,
)


def _fraction(text: str) -> tuple[Decimal, str] | None:
    """`7½` or `7 1/2` at the beginning of a text, and what follows it."""
    found = _FRACTION.match(text)
    if not found:
        return None
    one, of = map(int, (found["part"] or "0/1").split("/"))
    value = _FRACTIONS.get(found["sign"], Decimal(one) / of)
    return int(found["whole"] or found["before"] or 0) + value, text[found.end() :]


def _clock(text: str) -> tuple[Decimal, str] | None:
    """`7:30` or `7 t 30 min` at the beginning of a text, in hours with two decimals, and what follows it."""
    found = _CLOCK.match(text) or _IN_MINUTES.match(text)
    if not found:
        return None
    minutes, with_colon = int(found["minutes"]), ":" in found[0]
    if minutes > 59 or (with_colon and len(found["minutes"]) != 2):
        raise Refused(Reason.MINUTES)
    hours = (int(found["hours"]) + Decimal(minutes) / 60).quantize(_HUNDREDTH)
    return hours, ("" if with_colon else "t") + text[found.end() :]


_PLAIN = re.compile(r"(?P<sign>(?:minus|[-−–])? ?)(?P<digits>[0-9]+(?:[ .,'’´`][0-9]+)*)", re.IGNORECASE)


def _plain_number(text: str, *, grouped: bool) -> tuple[Decimal, str]:
    """The number at the beginning of a text, and what follows it; thousands may be grouped, or not."""
    found = _PLAIN.match(text)
    if not found:
        digits = re.search("[0-9]", text)
        word = re.match(r"[^\W\d_]+\.?", text)
        if digits and not word:
            raise Refused(Reason.NOT_A_NUMBER)
        raise Refused(Reason.WORD if digits else Reason.NO_DIGITS, word[0][:MAX_PART] if word else "")
    whole, mark, decimals = _divided(found["digits"])
    groups = re.split("[^0-9]", whole)
    marks = set(re.sub("[0-9]", "", whole))
    well_grouped = len(groups) == 1 or (
        grouped and len(marks) == 1 and mark not in marks and not whole.startswith("0") and len(groups[0]) <= 3
    )
    if not well_grouped or any(len(group) != 3 for group in groups[1:]):
        raise Refused(Reason.SEPARATORS)
    if grouped and len(decimals) == 3 and len(groups) == 1 and len(whole) <= 3 and not whole.startswith("0"):
        whole, decimals = whole + decimals, ""
    if len(decimals) > 2:
        raise Refused(Reason.AMBIGUOUS if len(decimals) == 3 and len(groups) == 1 else Reason.DECIMALS)
    sign = "-" if found["sign"].strip() else ""
    return Decimal(f"{sign}{re.sub('[^0-9]', '', whole)}.{decimals or '0'}"), text[found.end() :]


def _divided(digits: str) -> tuple[str, str, str]:
    """Splits at the decimal mark: the digits before it, the mark, those after it. A mark between thousands is none."""
    found = re.fullmatch(r"(.*)([.,])([0-9]+)", digits)
    if not found or (found[2] in found[1] and len(found[3]) == 3):
        return digits, "", ""
    return found[1], found[2], found[3]
