"""Django's system checks of the example persons: all finish the walk, with the results that personas.toml expects."""

from collections.abc import Iterator
from decimal import Decimal

from django.core.checks import CheckMessage, Error

from eligibility.law.questions import BY_KEY
from fleksjob_site.personas.persons import AS_ON, PERSONS, Example, Person, example_of, walk_of


def check_persons() -> list[CheckMessage]:
    """Errors in the answers of the persons, or else in their results; all as on the one day that their pages use."""
    return [error for person in PERSONS.values() for error in list(_in_walk(person)) or _in_results(person)]


def _in_walk(person: Person) -> Iterator[Error]:
    """The question at which the walk stops, and the answers that it does not use."""
    walk = walk_of(person)
    if walk.next:
        key, valid = walk.next.key, walk.next.answer.limits(AS_ON)
        yield Error(
            f"Example person {person.key!r} has no valid answer to the question {key!r}.",
            hint=f"Set {key!r} in the [person.answers] of {person.key!r} in personas.toml. Valid: {valid}.",
            id="fleksjob_site.E001",
        )
    for key in person.answers:
        # Where the walk stops early, later questions may still be asked once it goes on.
        if key not in walk.answers and (walk.complete or key not in BY_KEY):
            yield Error(
                f"The answer of example person {person.key!r} to {key!r} does not count: it is not valid or not asked.",
                hint=f"Correct or remove {key!r} in the [person.answers] of {person.key!r} in personas.toml.",
                id="fleksjob_site.E001",
            )


def _in_results(person: Person) -> Iterator[Error]:
    """The outcome and the amounts that differ from those expected."""
    for name, expected, actual in _results(example_of(person)):
        if expected != actual:
            yield Error(
                f"Example person {person.key!r}: personas.toml expects {name} = {expected}, the site gives {actual}.",
                hint=f"If the site is right, correct [person.expect] of {person.key!r}, and the texts if they say it.",
                id="fleksjob_site.E002",
            )


def _results(example: Example) -> Iterator[tuple[str, object, object]]:
    """Each result by its name in personas.toml, as expected and as it is."""
    expected, result = example.person.expect, example.result
    yield "outcome", expected.outcome.value, example.assessment.outcome.value
    for name in ("wage_month", "subsidy_month", "total_month"):
        yield name, getattr(expected, name), getattr(result, name).quantize(Decimal("0.01")) if result else None
