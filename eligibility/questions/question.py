"""What a question is, and the kinds of answers it can take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import LAB, Source
from fleksjob_site.kernel.money import parse_number
from fleksjob_site.kernel.text import N_, Hours, Percent, Text, Value

UNKNOWN = "unknown"
"""The answer "I don't know", which every question takes."""

Answer = str | Month | Hours | Percent
Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers to choose from; the key never changes, the text may."""

    key: str
    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """An answer that is one of a few."""

    choices: tuple[Choice, ...]
    kind = "choice"

    def read(self, given: str, on: date) -> Answer:
        if given not in {choice.key for choice in self.choices}:
            raise ValueError(given)
        return given

    def allowed(self) -> Text:
        return Text(N_("Choose one of the answers."))


@dataclass(frozen=True, slots=True)
class BirthMonth:
    """A month and a year, as `1980-05`; never a day."""

    kind = "month"
    earliest = Month(1900, 1)

    def read(self, given: str, on: date) -> Answer:
        month = Month.parse(given)
        if not self.earliest <= month <= Month.of(on):
            raise ValueError(given)
        return month

    def allowed(self) -> Text:
        return Text(N_("Write a month from 1 to 12 and a year with four digits, not in the future: 5 and 1980."))


@dataclass(frozen=True, slots=True)
class Number:
    """A number of hours or per cent within limits, both included."""

    least: Hours | Percent
    most: Hours | Percent

    @property
    def kind(self) -> str:
        return "hours" if isinstance(self.least, Hours) else "percent"

    def read(self, given: str, on: date) -> Answer:
        value = parse_number(given)
        if not self.least <= value <= self.most:
            raise ValueError(given)
        return type(self.least)(value)

    def allowed(self) -> Text:
        return Text(
            N_("Write a number from {least} to {most}, for example 12.5."), {"least": self.least, "most": self.most}
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """Of whom a question is asked, in words and as a test of the answers before it."""

    of: str
    test: Callable[[Answers, date], bool]


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the walk. Key and choice keys are stored by visitors and callers, and never change."""

    key: str
    slug: str
    text: str
    why: str
    example: str
    answer: Choices | BirthMonth | Number
    sources: tuple[Source, ...]
    asked: Asked

    def read(self, given: object, on: date) -> Answer:
        """The answer in `given`, as stored or sent; ValueError when it is none."""
        if not isinstance(given, str):
            raise ValueError(f"{self.key}: not a text")
        return UNKNOWN if given == UNKNOWN else self.answer.read(given, on)

    def shown(self, answer: Answer) -> Value:
        """An answer as it is shown again."""
        if answer == UNKNOWN:
            return Text(DONT_KNOW.text)
        if isinstance(self.answer, Choices):
            return Text(next(choice.text for choice in self.answer.choices if choice.key == answer))
        return answer


DONT_KNOW = Choice(UNKNOWN, N_("I don't know"))

TARGET_GROUP = Source(LAB, "§ 116, stk. 1")


EVERYBODY = Asked(N_("everybody"), lambda answers, on: True)
