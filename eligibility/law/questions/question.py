"""What a question is, and the kinds of answers it can take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import LAB
from fleksjob_site.kernel.money import parse_number
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_, Hours, Months, Percent, Text, Value

UNKNOWN = "unknown"
"""The answer "I don't know", which every question takes."""

Answer = str | Month | Hours | Percent | Months | tuple[str, ...]
Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers to choose from; the key never changes, the text may."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Choices:
    """An answer that is one of a few.

    `allowed` says to visitors what can be given, `message` what to do about something else, and `limits` to callers of
    the API.
    """

    choices: tuple[Choice, ...]
    kind = "choice"

    def read(self, given: str, on: date) -> Answer:
        if given not in {choice.key for choice in self.choices}:
            raise ValueError(given)
        return given

    def allowed(self) -> Text:
        return Text(N_("Choose one of the answers."))

    def message(self, given: str, on: date) -> Text:
        return self.allowed()

    def limits(self, on: date) -> str:
        return ", ".join(choice.key for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Several:
    """An answer that is one or more of a list, as `keys,separated`; those in `exclusive` can't be combined."""

    choices: tuple[Choice, ...]
    exclusive: frozenset[str]
    kind = "several"

    def read(self, given: str, on: date) -> Answer:
        keys = tuple(given.split(","))
        known = {choice.key for choice in self.choices}
        if len(set(keys)) < len(keys) or not known.issuperset(keys) or (len(keys) > 1 and self.exclusive & set(keys)):
            raise ValueError(given)
        return keys

    def allowed(self) -> Text:
        return Text(
            N_(
                "Choose one or more of the answers. “Nothing yet” and “I don't know” can't be combined with other "
                "answers."
            )
        )

    def message(self, given: str, on: date) -> Text:
        if not given:
            return Text(N_("Choose at least one answer."))
        if len(keys := given.split(",")) > 1 and self.exclusive & set(keys):
            return Text(N_("Choose “Nothing yet”, “I don't know” or the things that were tried."))
        return self.allowed()

    def limits(self, on: date) -> str:
        return ", ".join(choice.key for choice in self.choices)


@dataclass(frozen=True, slots=True)
class MonthAndYear:
    """A month and a year, as `1980-05`, never a day: from `earliest`, or this month, to some years ahead."""

    text: str
    earliest: Month | None = None
    years_ahead: int = 0
    too_early: str | None = None
    too_late: str | None = None
    kind = "month"

    def read(self, given: str, on: date) -> Answer:
        month = Month.parse(given)
        first, last = self._ends(on)
        if not first <= month <= last:
            raise ValueError(given)
        return month

    def _ends(self, on: date) -> tuple[Month, Month]:
        this = Month.of(on)
        return self.earliest or this, this.plus(years=self.years_ahead)

    def allowed(self) -> Text:
        return Text(self.text)

    def message(self, given: str, on: date) -> Text:
        try:
            month = Month.parse(given)
        except ValueError:
            return self.allowed()
        outside = self.too_early if month < self._ends(on)[0] else self.too_late
        return self.allowed() if outside is None else Text(outside)

    def limits(self, on: date) -> str:
        first, last = self._ends(on)
        return f"{first} - {last}, {UNKNOWN}"


@dataclass(frozen=True, slots=True)
class Number:
    """A number of hours, months or per cent within limits, both included."""

    least: Hours | Percent | Months
    most: Hours | Percent | Months

    @property
    def kind(self) -> str:
        return type(self.least).__name__.lower()

    def read(self, given: str, on: date) -> Answer:
        value = parse_number(given)
        whole = value == value.to_integral_value()
        if not self.least <= value <= self.most or (isinstance(self.least, Months) and not whole):
            raise ValueError(given)
        return type(self.least)(value)

    @staticmethod
    def stored(number: Decimal) -> str:
        """The text that `read` takes for a number, in any language: 12.5."""
        return format(number.normalize(), "f")

    def allowed(self) -> Text:
        values: dict[str, Value] = {"least": int(self.least), "most": self.most}
        if isinstance(self.least, Months):
            return Text(N_("Enter a whole number from {least} to {most}, for example 12."), values)
        if isinstance(self.least, Percent):
            return Text(N_("Enter a number from {least} to {most}, for example 50."), values)
        return Text(N_("Enter a number from {least} to {most}, for example 12.5."), values)

    def message(self, given: str, on: date) -> Text:
        return self.allowed()

    def limits(self, on: date) -> str:
        return f"{self.least} - {self.most}, {UNKNOWN}"


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked a question, in words and as a test of the answers before it."""

    of: str
    test: Callable[[Answers, date], bool]


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the walk. Sessions and API clients store its key and its choices' keys, so they never change."""

    key: str
    slug: str
    text: str
    why: str
    example: str
    answer: Choices | Several | MonthAndYear | Number
    sources: tuple[Source, ...]
    asked: Asked
    optional: bool = False
    """True where the walk goes on without an answer; the question is reached by a link."""

    def read(self, given: object, on: date) -> Answer:
        """The answer in `given`, as stored or sent; ValueError if it is not an answer to the question."""
        if not isinstance(given, str):
            raise ValueError(f"{self.key}: not a text")
        if given == UNKNOWN and not isinstance(self.answer, Several):
            return UNKNOWN
        return self.answer.read(given, on)

    def shown(self, answer: Answer) -> Value:
        """An answer as it is shown."""
        if answer == UNKNOWN:
            return Text(DONT_KNOW.text)
        if isinstance(self.answer, Choices | Several):
            texts = {choice.key: Text(choice.text) for choice in self.answer.choices}
            return tuple(texts[key] for key in answer) if isinstance(answer, tuple) else texts[str(answer)]
        return answer


DONT_KNOW = Choice(UNKNOWN, N_("I don't know"))

YES_NO = (Choice("yes", N_("Yes")), Choice("no", N_("No")), DONT_KNOW)

TARGET_GROUP = Source(LAB, "§ 116, stk. 1")


EVERYBODY = Asked(N_("everybody"), lambda answers, on: True)
