"""The units and periods that people write after a number, in Danish or English."""

import re
from enum import StrEnum


class Unit(StrEnum):
    """What a number counts."""

    KRONER = "kroner"
    HOURS = "hours"
    PERCENT = "percent"
    DAYS = "days"
    MONTHS = "months"


class Per(StrEnum):
    """The time that an amount or a number of hours is for."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_SPELLED_UNITS = {
    Unit.KRONER: r"kr|kroner|krone|dkk",
    Unit.HOURS: r"timer|time|tim|t|hours|hour|hrs|hr|h",
    Unit.PERCENT: r"%|procent|pct|per ?cent|pc",
    Unit.DAYS: r"dage|dag|days|day|d",
    Unit.MONTHS: r"måneder|måned|mdr|md|months|month|mths|mth",
}
_SPELLED_PERIODS = {
    Per.HOUR: r"timen|time|t|hour|hr|h",
    Per.DAY: r"dagen|dag|day",
    Per.WEEK: r"ugen|uge|week|wk",
    Per.MONTH: r"måneden|måned|mdr|md|mnd|month|mth|mo",
    Per.YEAR: r"året|år|year|annum",
}
_ADVERBS = {
    Per.DAY: r"dagligt|daily",
    Per.WEEK: r"ugentligt|ugentlig|weekly",
    Per.MONTH: r"månedligt|månedlig|mdl|monthly",
    Per.YEAR: r"årligt|årlig|yearly",
}


_UNITS, _PERIODS, _OFTEN = ("|".join(spelled.values()) for spelled in (_SPELLED_UNITS, _SPELLED_PERIODS, _ADVERBS))
INTRO = re.compile(r"(?:pr|per|om|i|hver|a|an|each|every)\b\.?", re.IGNORECASE)
WORDS = re.compile(
    rf"(?:(?P<unit>{_UNITS})\.?)?"
    rf" ?(?:(?P<per>(?:/|{INTRO.pattern}) ?(?P<period>{_PERIODS})\.?)"
    rf"|(?P<adverb>{_OFTEN})\.?)?"
    r" ?(?P<tax>før skat|brutto|before tax|gross)?",
    re.IGNORECASE,
)


def in_brief(unit: Unit | None, per: Per | None) -> str:
    """A unit and a period as short words that follow a number, such as ` kr./t`."""
    shown, of = _BRIEF.get(unit, ""), _BRIEF.get(per, "")
    return f" {shown}/{of}" if of else f" {shown}" if shown else ""


_BRIEF: dict[Unit | Per | None, str] = {
    Unit.KRONER: "kr.", Unit.HOURS: "t", Unit.PERCENT: "%", Unit.DAYS: "d", Unit.MONTHS: "mdr",
    Per.HOUR: "t", Per.DAY: "dag", Per.WEEK: "uge", Per.MONTH: "md", Per.YEAR: "år",
}  # fmt: skip


def unit_of(spelled: str) -> Unit:
    return next(unit for unit, pattern in _SPELLED_UNITS.items() if re.fullmatch(pattern, spelled, re.IGNORECASE))


def period_of(spelled: str | None) -> Per | None:
    patterns = [*_SPELLED_PERIODS.items(), *_ADVERBS.items()]
    return next((per for per, pattern in patterns if spelled and re.fullmatch(pattern, spelled, re.IGNORECASE)), None)
