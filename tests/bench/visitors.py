"""A realistic mix of visitors, each with different answers and wage."""

import random
from decimal import Decimal

from eligibility.law.questions import BY_KEY
from fleksjob_site.letter.views import VARIANTS
from fleksjob_site.personas.persons import PERSONS
from tests.bench.asking import API_BODY, API_YEAR, Request, address, cookie_of, income_api, income_post, year_api

READ = ("home", "how-it-works", "the-way", "the-job", "words", "rates", "privacy", "for-employers")
WITH_INCOME = [person for person in PERSONS.values() if person.income.get("wage_kind") == "hourly"]


def mix(count: int, *, letters: bool = True) -> list[Request]:
    """A number of requests, the same on every run; one in 200 is a letter."""
    chance = random.Random(2026)
    kinds = {_reads: 55, _answers: 28, _calculates: 10, _calls: 5, _looks: 1.5, _takes_along: 0.5 * letters}
    chosen = chance.choices(list(kinds), weights=list(kinds.values()), k=count)
    return [kind(chance, chance.choice(["da", "en"])) for kind in chosen]


def _told(chance: random.Random) -> tuple[dict[str, str], dict[str, str]]:
    """The data of an example person with another wage."""
    person = chance.choice(WITH_INCOME)
    return person.answers, person.income | {"wage": str(Decimal(chance.randrange(14000, 29900)) / 100)}


def _reads(chance: random.Random, language: str) -> Request:
    return Request(address(chance.choice(READ), language))


def _answers(chance: random.Random, language: str) -> Request:
    answers, _ = _told(chance)
    question = BY_KEY[chance.choice(list(answers))]
    return Request(address("eligibility:question", language, question=question), "", cookie_of(eligibility=answers))


def _calculates(chance: random.Random, language: str) -> Request:
    answers, income = _told(chance)
    return income_post(language, income, cookie_of(eligibility=answers, income=income))


def _calls(chance: random.Random, language: str) -> Request:
    wage = {"hourly_wage": chance.randrange(140, 299)}
    return year_api(API_YEAR | wage) if chance.random() < 0.2 else income_api(API_BODY | wage)


def _looks(chance: random.Random, language: str) -> Request:
    answers, income = _told(chance)
    return Request(address("eligibility:outcome", language), "", cookie_of(eligibility=answers, income=income))


def _takes_along(chance: random.Random, language: str) -> Request:
    answers, income = _told(chance)
    letter = address("letter", language, variant=chance.choice(list(VARIANTS)))
    return Request(letter, "", cookie_of(eligibility=answers, income=income))
