"""No text holds an amount that goes out of date: what a rate file holds comes from the rates of the day.

The example persons are left out: they are weighed on one fixed day, and their amounts are checked with them.
"""

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings

from fleksjob_site.texts import words
from fleksjob_site.texts.languages import LANGUAGES, SOURCE_LANGUAGE
from salary.law.rates import Rates, periods

NUMBER = r"\d+(?:[.,\u00a0 ]\d{3})*(?:[.,]\d{1,2})?"
KRONER = re.compile(
    rf"(?:DKK|kr\.?)[\s\u00a0]?({NUMBER})|({NUMBER})[\s\u00a0](?:kr\b|krone|øre)"
    # With thousands apart it is an amount without a unit too, unless it is a number of hours (160.333).
    r"|(?<![\d.,])(\d{1,3}(?:[.,]\d{3})+)(?![\d.,]*\d| hours| timer)"
)
PERCENT = re.compile(
    rf"(?:({NUMBER})[\s\u00a0](?:and|og|or|eller|to|til)[\s\u00a0])?({NUMBER})[\s\u00a0]?"
    r"(?:%|per[\s\u00a0]?cent\b|procent|pct|(?:percentage[\s\u00a0])?points\b)"
)

CONSTANT_SHARES = {
    "share_of_dagpenge_percent",
    "reduction_below_percent",
    "reduction_above_percent",
    "atp_percent",
    "fixed_rise_percent",
}
"""Shares that an act prints and that have been the same in every year; a text may write them out while they are."""

# By the start of the text: the numbers that it may write out beside those shares.
EXAMPLES = {
    "Above the ceiling the subsidy goes down krone for krone.": "500",
    "An example, before tax: you get DKK 2,000 in wage": "2000 10000 600 10600",
    "Do you have an exemption card (frikort)? Enter 0%.": "0",
    "At 50% an hour at work": "50",
    "Enter the amount as a number, for example 180 an hour": "31000",
    "Enter the amount as a number, for example 250,000.": "250000",
    "Enter the amount as a number, for example −40,000.": "40000",
    "The hours you are there. If you know your paid hours": "100",
    "The municipality assesses it. At 50% an hour": "50",
    "{pay} × (100% + {pension})": "100",
}
WHAT_THE_SHARES_LEAVE = {
    "{above} of any wage above that is taken off.": "45 100",
    "{below} of your wage up to {threshold} a month before tax": "70 100",
}
OF_A_NAMED_YEAR = {
    "According to the daily rates, that was the amount for 2014. For 2015 the ministry printed": "17550",
    "Of the decisions under the employment act in 2023": "73 17.2 9.8",
    "The benefit goes up on 1 January: from 2017 to 2019 by 2%": "2",
    "In some years an act took a little off the rise: 0.4 points in 2017": "0.4 0.75",
    "For one of the years 2026 and 2027 the rise must be 0.45 points lower.": "0.45",
    "“In 2015 the highest subsidy was DKK 17,312": "17312",
}
PRACTICE_WITHOUT_A_RATE = {
    "Each source says how sure we are": "50",
    "The law does not require a diagnosis.": "50",
    "You can't work any hours now": "50",
    "{hours} a week at {pace} of an ordinary pace is {effective}": "50",
    "{hours} a week is at most half of 37 hours": "50",
}
OUR_OWN = {
    "A difference of up to DKK 2 in a month comes from rounding": "2",
    "Each condition was tested with sample answers": "50 100",
}
NO_RATE_OF_THE_SCHEME = {
    # AM-bidragsloven § 2 sets the share.
    "The labour market contribution (AM-bidrag, 8%)": "8",
    # LBK 1083/2025 § 17 and BEK 783/2025 § 5 print these, and no index raises them.
    "**It pays** at most the highest sickness benefit": "91",
    "If you must pay back, the municipality sets monthly instalments": "350",
    # Arbejdsskadesikringsloven §§ 17, 17 a, 18 and 27 print these, and no index raises them.
    "AES sets how serious the harm is": "5",
    "For a loss below 50%, it is normally": "50",
    "If all earning capacity is lost": "83",
    "If the municipality takes your unemployment allowance away": "10",
    "The sum is paid once. The act sets it for 100%": "100",
    "You can get compensation for loss of earning capacity": "15",
    "The average of your two best of the last three accounting years": "0",
}
ALLOWED = EXAMPLES | WHAT_THE_SHARES_LEAVE | OF_A_NAMED_YEAR | PRACTICE_WITHOUT_A_RATE | OUR_OWN | NO_RATE_OF_THE_SCHEME


def number(written: str) -> Decimal:
    """The number as the texts write it: a point or comma before three digits parts thousands."""
    plain = re.sub(r"[.,\u00a0 ](?=\d{3}(?!\d))", "", written)
    return Decimal(plain.replace(",", "."))


def amounts(text: str) -> tuple[set[Decimal], set[Decimal]]:
    """What a text writes out in digits: kroner, and per cent."""
    found = (
        {number(part) for match in pattern.findall(text) for part in match if part} for pattern in (KRONER, PERCENT)
    )
    kroner, percent = found
    return kroner, percent


def constant_shares(known: tuple[Rates, ...]) -> set[Decimal]:
    """The values of those shares that every period gives alike."""
    seen = {
        key: {figure.amount for rates in known if (figure := getattr(rates, key)) is not None}
        for key in CONSTANT_SHARES
    }
    return {next(iter(values)) for values in seen.values() if len(values) == 1}


def texts() -> Iterator[tuple[str, str]]:
    """Every text of the site with the English that it stands for."""
    for language in LANGUAGES:
        if language is not SOURCE_LANGUAGE:
            path = Path(settings.BASE_DIR, "locale", language.code, "LC_MESSAGES", "django.po")
            with path.open("rb") as file:
                for message in read_po(file):
                    for text in _both(message.id):
                        yield str(text), str(text)
                    for text in _both(message.string):
                        yield str(_both(message.id)[0]), str(text)
    for word in tomllib.loads(words.FILE.read_text("utf-8")).values():
        for text in _strings(word):
            yield text, text


def _both(text: object) -> tuple[object, ...]:
    return tuple(text) if isinstance(text, tuple | list) else (text,)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str) and not value.startswith("http"):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def not_from_rates(english: str, text: str, shares: set[Decimal]) -> set[Decimal]:
    """The amounts of a text that go out of date without anybody noticing."""
    kroner, percent = amounts(text)
    allowed = next((numbers for start, numbers in ALLOWED.items() if english.startswith(start)), "")
    return (kroner | (percent - shares)) - set(map(Decimal, allowed.split()))


def test_no_text_writes_out_an_amount_that_the_rates_of_the_day_do_not_give() -> None:
    shares = constant_shares(periods())
    found = {text: left for english, text in texts() if (left := not_from_rates(english, text, shares))}
    assert found == {}


def test_every_amount_that_is_allowed_stands_in_a_text() -> None:
    written: dict[str, set[Decimal]] = {start: set() for start in ALLOWED}
    for english, text in texts():
        for start in ALLOWED:
            if english.startswith(start):
                written[start] |= set.union(*amounts(text))
    unused = {start: set(map(Decimal, ALLOWED[start].split())) - numbers for start, numbers in written.items()}
    assert {start: left for start, left in unused.items() if left} == {}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("In 2026 at most DKK 169,920 a year.", "169920"),
        ("I 2026 er det højst 169.920 kr. om året.", "169920"),
        ("At most 21\u00a0600 kr. a month.", "21600"),
        ("You get 19,616 a month.", "19616"),
        ("You get 500 kroner more.", "500"),
        ("It is 89 percent of the benefit.", "89"),
        ("Det er 2,1 % af tilskuddet.", "2.1"),
        ("Between 2.1 and 55 per cent.", "2.1"),
        ("98 procent, 30 og 55 %, and 1.7 per cent.", ""),
        ("In 2026 it is {amount}, which is {percent} of it (§ 123, 37 hours).", ""),
    ],
)
def test_a_written_out_amount_is_found(text: str, left: str) -> None:
    assert not_from_rates(text, text, constant_shares(periods())) == set(map(Decimal, left.split()))


def test_a_share_that_changes_may_not_be_written_out_any_longer() -> None:
    *earlier, last = periods()
    changed = last.share_of_dagpenge_percent.model_copy(update={"amount": Decimal(97)})
    shares = constant_shares((*earlier, last.model_copy(update={"share_of_dagpenge_percent": changed})))
    assert not_from_rates("98 per cent", "98 per cent", shares) == {Decimal(98)}
