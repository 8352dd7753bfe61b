"""Search what nodes and proxy have written for anything that must never stand there."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tests.load.walking import MARK

NEVER = {
    "stack traces": "Traceback",
    "cookies": r"session=|gAAAAA|csrfmiddlewaretoken",
    # What visitors put into queries, headers and wrong answers, as it is or as an address writes it.
    "input": MARK,
    "query strings": r"\?\w+=",
    "addresses": r"\b127\.0\.0\.1:(?!{ports})\d+|\"(?:src|client|remote_addr|ip)\"",
}


def typed_as(number: str) -> str:
    """A pattern for a typed number with either mark, also as an address writes it, and not as part of a longer one."""
    whole, rest = re.split("[.,]", number)
    return rf"(?<![\d.,]){whole}(?:[.,]|%2C){rest}(?![\d])"


def found_in(logs: Iterable[Path], typed: Iterable[str], own_ports: Iterable[int]) -> Counter[str]:
    """How often each of what must never be logged is there; `typed` are numbers that visitors typed.

    A node names the address it listens at itself, by one of `own_ports`.
    """
    text = "\n".join(log.read_text("utf-8", errors="replace") for log in logs)
    ports = "|".join(map(str, own_ports))
    found = Counter({what: len(re.findall(one.replace("{ports}", ports), text)) for what, one in NEVER.items()})
    answers = re.compile("|".join(typed_as(number) for number in set(typed)))
    found["answers"] = len(answers.findall(text))
    return found
